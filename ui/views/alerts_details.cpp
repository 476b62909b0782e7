// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_details.h"

#include "ui/models/alert_words.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"
#include "ui/views/alerts_page.h"
#include "ui/views/alerts_timeline.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/alert_chart.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kHeader = 52;
constexpr int kFacts = 70;
constexpr int kMessage = 34;
constexpr int kFoot = 60;
constexpr int kTimelineAtLeast = 150;
constexpr double kMargin = 20;

}  // namespace

AlertsDetails::AlertsDetails(QWidget* parent)
    : QWidget(parent)
    , timeline_(new AlertsTimeline(this))
    , chart_(new AlertChart(this))
    , close_(new PushButton(QStringLiteral("x"), {}, this))
    , note_(new PushButton(QStringLiteral("check"), tr("Acknowledge…"), this))
    , shelve_(new PushButton(QStringLiteral("shelf"), tr("Shelve…"), this))
    , trends_(new PushButton(QStringLiteral("trends"), tr("Open in Trends"), this))
{
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Details of the alert"));
    close_->setToolTip(tr("Close · Esc"));
    close_->setAccessibleName(tr("Close the details"));
    const auto commands = AlertsPage::commands();
    note_->setToolTip(tipWithKey(tr("Acknowledge with a note, or add one"), commands, u"note"));
    shelve_->setToolTip(
        tipWithKey(tr("Off the list for a time, or back on it"), commands, u"shelve"));
    connect(close_, &QAbstractButton::clicked, this, &AlertsDetails::closeRequested);
    connect(note_, &QAbstractButton::clicked, this, &AlertsDetails::noteRequested);
    trends_->setAccessibleName(tr("Open in Trends"));
    trends_->setToolTip(tr("The same metric and time on the page of Trends"));
    connect(trends_, &QAbstractButton::clicked, this, &AlertsDetails::trendsRequested);
    connect(shelve_, &QAbstractButton::clicked, this, [this] {
        shelve_->text() == tr("Unshelve") ? Q_EMIT unshelveRequested() : Q_EMIT shelveRequested();
    });
    setTheme(*theme_);
}

void AlertsDetails::setTheme(const Theme& theme)
{
    theme_ = &theme;
    timeline_->setTheme(theme);
    chart_->setLook(theme, {});
    for (auto* button : { close_, note_, shelve_, trends_ }) {
        button->setTheme(theme);
    }
    update();
}

void AlertsDetails::setPast(const TrendsChartDisplay* past)
{
    hasPast_ = past != nullptr;
    if (hasPast_) {
        chart_->setDisplay(*past);
    }
    place();
    update();
}

void AlertsDetails::setClosable(bool isClosable) { close_->setVisible(isClosable); }

void AlertsDetails::setAlert(const AlertView* open, const AlertLog::Life& life,
    const Snapshot* snapshot, SteadyTime now, bool isWithdrawn)
{
    isOpen_ = open != nullptr;
    isChosen_ = isOpen_ || life != nullptr;
    isWithdrawn_ = isWithdrawn;
    timeline_->setWithdrawn(isWithdrawn);
    note_->setVisible(isOpen_);
    shelve_->setVisible(isOpen_);
    timeline_->setVisible(isChosen_);
    if (isOpen_) {
        takeOpen(*open, snapshot, now);
    } else if (life) {
        takePast(*life, snapshot);
    }
    if (isChosen_) {
        const auto type = isOpen_ ? open->type : life->type;
        // The board has the newest 64 steps, the history has all of them but may be a moment late.
        const bool isHistoryLonger = life && (!isOpen_ || life->steps.size() > open->steps->size());
        const auto& steps = isHistoryLonger ? life->steps : *open->steps;
        timeline_->setSteps(timelineOf(
            steps, isHistoryLonger ? 0 : open->stepsOmitted, open, limitOf(type, snapshot), now));
    }
    place();
    update();
}

void AlertsDetails::takeOpen(const AlertView& alert, const Snapshot* snapshot, SteadyTime now)
{
    level_ = alert.level;
    title_ = alertTitle(alert.type) + QLatin1Char(' ')
        + alertValue(alert.type, alert.value, limitOf(alert.type, snapshot));
    message_ = visibleText(alert.message);
    const QString left = timeLeftText(alert, now);
    facts_[0] = { isShelved(alert) ? tr("SHELVED") : tr("RESPOND WITHIN"),
        left.isEmpty() ? deadlineText(alert, now) : left, true };
    facts_[1] = { tr("WHO"),
        alert.escalationPath == "NONE" ? tr("nobody") : visibleText(alert.escalationPath, 60),
        false };
    facts_[2] = { tr("ACTIVE FOR"), format::countdown(now - alert.raisedAt), false };
    note_->setText(alert.acknowledgedBy.empty() ? tr("Acknowledge…") : tr("Add note…"));
    shelve_->setText(isShelved(alert) ? tr("Unshelve") : tr("Shelve…"));
}

void AlertsDetails::takePast(const AlertLife& life, const Snapshot* snapshot)
{
    level_ = life.peak;
    title_ = alertTitle(life.type) + QLatin1Char(' ')
        + alertValue(life.type, life.value, limitOf(life.type, snapshot));
    message_
        = life.clearedAt ? tr("Over since %1").arg(format::localTime(*life.clearedAt)) : QString();
    facts_[0] = { tr("ACKNOWLEDGED"),
        life.acknowledgedBy.isEmpty() ? tr("by nobody") : life.acknowledgedBy, false };
    facts_[1] = { tr("WHO"), life.escalation.isEmpty() ? tr("nobody") : life.escalation, false };
    facts_[2] = { tr("LASTED"),
        life.clearedAt ? format::countdown(*life.clearedAt - life.raisedAt) : tr("not known"),
        false };
}

void AlertsDetails::place()
{
    close_->setGeometry(width() - 32 - 12, (kHeader - 32) / 2, 32, 32);
    int top = kHeader + kFacts + kMessage;
    const int foot = hasFoot() ? kFoot : 0;
    const bool hasChart
        = isChosen_ && hasPast_ && height() - top - foot >= AlertChart::kHeight + kTimelineAtLeast;
    chart_->setVisible(hasChart);
    chart_->setGeometry(2, top + 1, width() - 4, AlertChart::kHeight);
    top += hasChart ? AlertChart::kHeight : 0;
    timeline_->setGeometry(2, top + 6, width() - 4, height() - top - foot - 10);
    int left = static_cast<int>(kMargin);
    trends_->setVisible(isChosen_ && hasPast_);
    trends_->setText(tr("Open in Trends"));
    int wanted = isOpen_ ? note_->sizeHint().width() + shelve_->sizeHint().width() + 16 : 0;
    wanted += trends_->sizeHint().width();
    if (wanted > width() - 2 * left) {
        trends_->setText(tr("Trends"));
    }
    for (auto* button : { note_, shelve_, trends_ }) {
        if (!isOpen_ && button != trends_) {
            continue;
        }
        const int needed = button->sizeHint().width();
        button->setGeometry(left, height() - kFoot + 14, needed, 32);
        left += needed + 8;
    }
}

void AlertsDetails::resizeEvent(QResizeEvent*) { place(); }

void AlertsDetails::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isColoured = isChosen_ && isOpen_ && !isWithdrawn_;
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    drawCard(painter, rect(), *theme_, {}, Level::Unknown);
    if (isColoured) {
        painter.setPen(QPen(theme_->level(level_).mark, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    if (!isChosen_) {
        drawText(painter, QRectF(rect()).adjusted(kMargin, 0, -kMargin, 0), Qt::AlignHCenter,
            tr("Choose an alert to see its steps"), textFont(14, 400), theme_->color(Token::T3));
        return;
    }
    paintHeader(painter);
    paintFacts(painter);
    const double messageTop = kHeader + kFacts;
    drawMiddle(painter, { kMargin, messageTop + kMessage / 2.0 }, width() - 2 * kMargin, message_,
        textFont(13, 400), theme_->color(Token::T2));
    const auto rule = [&](double y) {
        painter.fillRect(QRectF(2, y, width() - 4.0, 1), theme_->color(Token::Line));
    };
    rule(messageTop);
    rule(messageTop + kMessage);
    if (hasFoot()) {
        rule(height() - kFoot);
    }
}

void AlertsDetails::paintHeader(QPainter& painter)
{
    const double middle = kHeader / 2.0;
    double left = kMargin;
    const QString word = levelWord(level_, Truth::Live);
    if (isOpen_ && !isWithdrawn_) {
        const double badge = levelBadgeWidth(level_, Truth::Live, 13);
        drawLevelBadge(painter, *theme_, level_, Truth::Live, { left + badge, middle }, 13);
        left += badge + 12;
    } else {
        drawLevelShape(painter, *theme_, level_, { left + 7, middle }, 14, ShapeStyle::Grey);
        const QFont font = textFont(13, 600);
        drawMiddle(painter, { left + 22, middle }, 120, word, font, theme_->color(Token::T2));
        left += 22 + tabularWidth(font, word) + 14;
    }
    drawMiddle(painter, { left, middle }, width() - 56 - left, title_, textFont(17, 600),
        theme_->color(Token::T1));
}

void AlertsDetails::paintFacts(QPainter& painter)
{
    const double step = (width() - 2 * kMargin) / 3;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        const auto& fact = facts_[i];
        const double left = kMargin + static_cast<double>(i) * step;
        drawMiddle(painter, { left, kHeader + 14.0 }, step - 8, fact.label, textFont(12, 600),
            theme_->color(Token::T3));
        const QFont font
            = fittedFont(textFont(fact.isLarge ? 24 : 16, 600), fact.value, step - 10, 0.55);
        drawMiddle(painter, { left, kHeader + 42.0 }, step - 8, fact.value, font,
            theme_->color(Token::T1));
    }
}

}  // namespace headroom::ui
