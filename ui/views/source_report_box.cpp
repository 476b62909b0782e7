// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_report_box.h"

#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace headroom::ui {

SourceReportBox::SourceReportBox(QWidget* parent)
    : QWidget(parent)
    , title_(new PlainLabel({}, 15, 650, Token::T1, this))
    , detail_(new PlainLabel({}, 14, 400, Token::T1, this))
    , fix_(new PlainLabel({}, 14, 600, Token::T1, this))
    , facts_(new QGridLayout)
    , again_(new PushButton({}, tr("Test again"), this))
    , copy_(new PushButton({}, tr("Copy details"), this))
{
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(20, 14, 16, 14);
    down->setSpacing(8);
    title_->setContentsMargins(28, 0, 0, 0);
    down->addWidget(title_);
    down->addWidget(detail_);
    facts_->setHorizontalSpacing(16);
    facts_->setVerticalSpacing(4);
    facts_->setColumnStretch(1, 1);
    down->addLayout(facts_);
    down->addWidget(fix_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(again_);
    buttons->addWidget(copy_);
    buttons->addStretch();
    down->addLayout(buttons);
    title_->setAccessibleName(tr("Result of the test"));
    connect(again_, &QAbstractButton::clicked, this, &SourceReportBox::testRequested);
    connect(copy_, &QAbstractButton::clicked, this, &SourceReportBox::copyRequested);
    hide();
}

void SourceReportBox::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (auto* label : findChildren<PlainLabel*>()) {
        label->setTheme(theme);
    }
    again_->setTheme(theme);
    copy_->setTheme(theme);
    update();
}

void SourceReportBox::setReport(const std::optional<SourceReport>& report)
{
    if (report == report_) {
        return;
    }
    report_ = report;
    setVisible(report_.has_value());
    if (!report_) {
        return;
    }
    title_->setText(report_->title);
    title_->setAccessibleDescription(report_->detail + QLatin1Char(' ') + report_->fix);
    detail_->setText(report_->detail);
    fix_->setText(report_->fix.isEmpty() ? QString() : tr("To fix: ") + report_->fix);
    fix_->setVisible(!report_->fix.isEmpty());
    again_->setVisible(!report_->isGood);
    showFacts();
    update();
}

void SourceReportBox::showFacts()
{
    while (auto* item = facts_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& [name, value] : report_->facts) {
        auto* label = new PlainLabel(name, 13, 400, Token::T2, this);
        auto* text = new PlainLabel(value, 13, 500, Token::T1, this);
        label->setTheme(*theme_);
        text->setTheme(*theme_);
        // Certificates and errors are looked up elsewhere.
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts_->addWidget(label, row, 0, Qt::AlignTop);
        facts_->addWidget(text, row, 1);
        ++row;
    }
}

void SourceReportBox::paintEvent(QPaintEvent*)
{
    if (!report_) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& red = theme_->level(Level::Red);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(report_->isGood ? theme_->color(Token::Line) : red.mark, 1));
    painter.setBrush(report_->isGood ? theme_->color(Token::Bg2) : red.tint);
    painter.drawRoundedRect(box, 6, 6);
    if (!report_->isGood) {
        painter.setClipRect(QRectF(0, 0, 5, height()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(red.mark);
        painter.drawRoundedRect(box, 6, 6);
        painter.setClipping(false);
    }
    const double middle = title_->geometry().center().y() + 0.5;
    drawIcon(painter, report_->isGood ? QStringLiteral("check") : QStringLiteral("x"),
        { 20, middle - 9, 18, 18 }, report_->isGood ? theme_->level(Level::Green).fg : red.fg,
        2.25);
}

}  // namespace headroom::ui
