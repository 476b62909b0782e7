// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/welcome_view.h"

#include "monitor_core/certification/certificate.h"
#include "ui/text/format.h"
#include "ui/views/view_list.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/welcome_picture.h"
#include "ui/widgets/welcome_row.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace headroom::ui {

namespace {

// Of the picture of 1920 × 1080.
constexpr double kLeft = 120;
constexpr double kRowsTop = 404;
constexpr double kRowWidth = 680;
constexpr double kRowHeight = 90;
constexpr double kRowPitch = 102;
constexpr double kDivider = 840;
constexpr int kPictureNeeds = 1100;

bool hasSimulator()
{
    const auto& pages = viewList();
    return std::any_of(pages.begin(), pages.end(),
        [](const ViewRow& row) { return row.id == QLatin1String("simulator"); });
}

}  // namespace

WelcomeView::WelcomeView(QWidget* parent)
    : QWidget(parent)
    , picture_(new WelcomePicture(this))
{
    setAccessibleRole(*this, QAccessible::Dialog);
    setAccessibleName(tr("Welcome"));
    addRow(WelcomeChoice::Try, QStringLiteral("chip"), tr("Try it on this machine"),
        tr("built-in workload, nothing leaves this computer"));
    addRow(WelcomeChoice::Service, QStringLiteral("globe"), tr("Connect to a remote service"),
        tr("address and token of a Headroom agent"));
    addRow(WelcomeChoice::Fleet, QStringLiteral("fleet"), tr("Watch a fleet through Prometheus"),
        tr("many depositories, worst first"));
    if (hasSimulator()) {
        addRow(WelcomeChoice::Simulate, QStringLiteral("sim"), tr("Only simulate"),
            tr("sliders and scenarios, no connection"));
    }
    setTheme(*theme_);
}

void WelcomeView::addRow(
    WelcomeChoice choice, const QString& icon, const QString& title, const QString& detail)
{
    auto* row = new WelcomeRow(icon, title, detail, this);
    connect(row, &QAbstractButton::clicked, this, [this, choice] { Q_EMIT answered(choice); });
    rows_.push_back(row);
}

void WelcomeView::setTheme(const Theme& theme)
{
    theme_ = &theme;
    picture_->setLook(theme, {});
    for (auto* row : rows_) {
        row->setTheme(theme);
    }
    update();
}

double WelcomeView::scale() const
{
    return std::clamp(qMin(width() / 1920.0, height() / 1080.0), 0.58, 2.0);
}

void WelcomeView::showEvent(QShowEvent*) { rows_.front()->setFocus(Qt::OtherFocusReason); }

void WelcomeView::keyPressEvent(QKeyEvent* event)
{
    const auto isStep = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (!isStep) {
        QWidget::keyPressEvent(event);
        return;
    }
    qsizetype at = 0;
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        at = rows_[i]->hasFocus() ? i : at;
    }
    at += event->key() == Qt::Key_Down ? 1 : -1;
    rows_[std::clamp<qsizetype>(at, 0, rows_.size() - 1)]->setFocus(Qt::TabFocusReason);
}

void WelcomeView::resizeEvent(QResizeEvent*)
{
    const double s = scale();
    const bool hasPicture = width() >= kPictureNeeds;
    picture_->setVisible(hasPicture);
    const double left = hasPicture ? kLeft * s : (width() - kRowWidth * s) / 2;
    double top = kRowsTop * s;
    for (auto* row : rows_) {
        row->setGeometry(QRectF(left, top, kRowWidth * s, kRowHeight * s).toRect());
        top += kRowPitch * s;
    }
    if (hasPicture) {
        const double x = (kDivider + 62) * s;
        picture_->setGeometry(
            QRectF(x, 262 * s, width() - x - 110 * s, height() - 262 * s - 218 * s).toRect());
    }
}

void WelcomeView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    const double s = scale();
    const double left = rows_.front()->x();
    const double room = width() - left;
    drawIcon(painter, QStringLiteral("logo"), { left, 88 * s, 36 * s, 36 * s },
        theme_->color(Token::T1), 2);
    drawText(painter, { left + 54 * s, 84 * s, room, 44 * s }, Qt::AlignLeft,
        QStringLiteral("Headroom"), titleFont(26 * s), theme_->color(Token::T1));
    const QFont heading = Theme::font(50 * s, 700);
    drawText(painter, { left, 180 * s, room, 60 * s }, Qt::AlignLeft, tr("How much room is left"),
        heading, theme_->color(Token::T1));
    drawText(painter, { left, 238 * s, room, 60 * s }, Qt::AlignLeft, tr("before a limit?"),
        heading, theme_->color(Token::T1));
    const QFont words = Theme::font(qMax(13.0, 18 * s), 400);
    drawText(painter, { left, 308 * s, room, 28 * s }, Qt::AlignLeft,
        tr("Headroom watches a depository against its 7 certified limits."), words,
        theme_->color(Token::T2));
    drawText(painter, { left, 336 * s, room, 28 * s }, Qt::AlignLeft,
        tr("No data yet. Choose where to start; you can change it later."), words,
        theme_->color(Token::T2));
    drawText(painter, { left, height() - 86 * s, room, 28 * s }, Qt::AlignLeft,
        tr("Thresholds start at the values certified on %1.")
            .arg(format::isoDate(certificate().certifiedOn)),
        Theme::font(qMax(12.0, 14 * s), 400), theme_->color(Token::T3));
    if (picture_->isVisible()) {
        painter.fillRect(QRectF(kDivider * s, 0, 1, height()), theme_->color(Token::Line));
    }
}

}  // namespace headroom::ui
