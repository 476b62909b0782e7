// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/simulator_scenarios.h"

#include "monitor_core/base/units.h"
#include "ui/text/format.h"
#include "ui/widgets/control.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segment_bar.h"

#include <QPainter>

namespace headroom::ui {

namespace {

constexpr int kPadding = 16;
constexpr int kHeader = 44;
constexpr int kCard = 54;
constexpr int kPitch = 62;
constexpr int kRateWidth = 104;

constexpr ScenarioKind kKinds[]
    = { ScenarioKind::Fill, ScenarioKind::Storm, ScenarioKind::Spike, ScenarioKind::Script };

double gigabytesPerHour(double bytes) { return bytes / static_cast<double>(gigabytes(1).count); }

}  // namespace

ScenarioCard::ScenarioCard(const QString& icon, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , icon_(icon)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ScenarioCard::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void ScenarioCard::setDetail(const QString& detail)
{
    detail_ = detail;
    setAccessibleDescription(detail);
    update();
}

void ScenarioCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRunning = isChecked();
    painter.setPen(QPen(theme_->color(isRunning ? Token::Sim : Token::Line), 1));
    painter.setBrush(theme_->color(isRunning ? Token::SimBg
            : underMouse() || isDown()       ? Token::Bg3
                                             : Token::Bg2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const double middle = height() / 2.0;
    drawIcon(painter, icon_, { 14, middle - 10, 20, 20 }, theme_->color(Token::T2));
    double right = width() - 14;
    if (isRunning) {
        const QFont font = Theme::font(12, 650);
        const QString word = QStringLiteral("running");
        const double chip = tabularWidth(font, word) + 16;
        const QRectF box(right - chip, middle - 11, chip, 22);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(Token::Sim));
        painter.drawRoundedRect(box, 4, 4);
        drawText(painter, box, Qt::AlignHCenter, word, font, theme_->color(Token::OnSim));
        right = box.left() - 8;
    } else {
        drawIcon(painter, QStringLiteral("play"), { right - 16, middle - 8, 16, 16 },
            theme_->color(Token::T2));
        right -= 24;
    }
    drawMiddle(painter, { 50, middle - 9 }, right - 50, text(), Theme::font(14, 600),
        theme_->color(Token::T1));
    drawMiddle(painter, { 50, middle + 10 }, right - 50, detail_, Theme::font(12, 400),
        theme_->color(Token::T2));
    if (hasFocus()) {
        drawFocusRing(painter, rect(), *theme_);
    }
}

SimulatorScenarios::SimulatorScenarios(SimulatorModel& model, QWidget* parent)
    : QWidget(parent)
    , model_(model)
    , rate_(new FieldBox({}, this))
{
    rate_->setAccessibleName(tr("Storage grows by, GB per hour"));
    rate_->setObjectName(QStringLiteral("fillRate"));
    connect(rate_, &QLineEdit::editingFinished, this, &SimulatorScenarios::takeRate);
    static constexpr const char* kIcons[] = { "storage", "bolt", "clock", "edit" };
    const QString titles[]
        = { tr("Fill"), tr("Write storm"), tr("Latency spike"), tr("Custom script…") };
    static constexpr const char* kNames[] = { "fill", "storm", "spike", "script" };
    for (std::size_t i = 0; i < std::size(kKinds); ++i) {
        auto* card = new ScenarioCard(QString::fromLatin1(kIcons[i]), titles[i], this);
        card->setObjectName(QString::fromLatin1(kNames[i]));
        connect(card, &QAbstractButton::clicked, this, [this, kind = kKinds[i]] {
            if (kind == ScenarioKind::Script) {
                Q_EMIT scriptRequested();
                refresh();
            } else {
                model_.play(kind);
            }
        });
        cards_.push_back(card);
    }
    connect(&model_, &SimulatorModel::changed, this, &SimulatorScenarios::refresh);
    refresh();
}

int SimulatorScenarios::wantedHeight() { return kHeader + 4 * kPitch + 8; }

void SimulatorScenarios::takeRate()
{
    if (!rate_->isModified()) {
        return;
    }
    constexpr double kMost = 100'000;
    const double rate = format::readNumber(rate_->text()).value_or(0);
    const bool isRight = rate > 0 && rate <= kMost;
    rate_->setWrong(!isRight);
    rate_->setToolTip(isRight ? QString() : tr("a number above 0, up to 100000"));
    if (isRight) {
        rate_->setModified(false);
        model_.setFillRate(rate * static_cast<double>(gigabytes(1).count));
    }
}

void SimulatorScenarios::refresh()
{
    const QString unit
        = format::certifiedUnitName(format::ByteUnit::Gigabyte) + QStringLiteral("/h");
    const QString rate
        = format::withDecimalSign(QString::number(gigabytesPerHour(model_.fillRate()), 'g', 6));
    rate_->setUnit(unit);
    if (!rate_->isModified()) {
        rate_->setText(rate);
    }
    for (qsizetype i = 0; i < cards_.size(); ++i) {
        const auto kind = kKinds[i];
        cards_[i]->setDetail(model_.scenarioDetail(kind));
        cards_[i]->setChecked(kind == model_.scenario());
    }
    cards_[0]->setText(tr("Fill at %1 %2").arg(rate, unit));
    cards_[0]->setAccessibleName(cards_[0]->text());
}

void SimulatorScenarios::setTheme(const Theme& theme)
{
    theme_ = &theme;
    rate_->setTheme(theme);
    for (auto* card : cards_) {
        card->setTheme(theme);
    }
    update();
}

void SimulatorScenarios::resizeEvent(QResizeEvent*)
{
    for (qsizetype i = 0; i < cards_.size(); ++i) {
        cards_[i]->setGeometry(
            kPadding, kHeader + static_cast<int>(i) * kPitch, width() - 2 * kPadding, kCard);
    }
    rate_->setGeometry(width() - kPadding - kRateWidth, 7, kRateWidth, 30);
}

void SimulatorScenarios::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), *theme_, {});
    drawMiddle(painter, { kPadding, kHeader / 2.0 }, 120, tr("Scenarios"), Theme::font(16, 650),
        theme_->color(Token::T1));
    drawMiddle(painter, { width() - kPadding - kRateWidth - 130.0, kHeader / 2.0 }, 122,
        tr("storage grows by"), Theme::font(13, 400), theme_->color(Token::T2), Qt::AlignRight);
}

SimulatorTransport::SimulatorTransport(SimulatorModel& model, QWidget* parent)
    : QWidget(parent)
    , model_(model)
    , play_(new PushButton(QStringLiteral("play"), {}, this))
    , pause_(new PushButton(QStringLiteral("pause"), {}, this))
    , speed_(new SegmentBar({ QStringLiteral("×1"), QStringLiteral("1 min/s"),
                                QStringLiteral("1 h/s"), QStringLiteral("6 h/s") },
          SegmentBar::Style::Boxed, this))
{
    play_->setObjectName(QStringLiteral("play"));
    pause_->setObjectName(QStringLiteral("pause"));
    play_->setAccessibleName(tr("Play"));
    pause_->setAccessibleName(tr("Pause"));
    for (auto* button : { play_, pause_ }) {
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            const bool hadFocus = button->hasFocus();
            model_.setPlaying(button == play_);
            auto* other = button == play_ ? pause_ : play_;
            if (hadFocus && other->isVisible()) {
                other->setFocus();
            }
        });
    }
    connect(speed_, &SegmentBar::chosen, &model_, &SimulatorModel::setSpeed);
    connect(&model_, &SimulatorModel::changed, this, &SimulatorTransport::refresh);
    refresh();
}

void SimulatorTransport::refresh()
{
    play_->setVisible(!model_.isPlaying());
    pause_->setVisible(model_.isPlaying());
    speed_->setCurrent(model_.speed());
    update();
}

void SimulatorTransport::setTheme(const Theme& theme)
{
    theme_ = &theme;
    play_->setTheme(theme);
    pause_->setTheme(theme);
    speed_->setTheme(theme);
    update();
}

void SimulatorTransport::resizeEvent(QResizeEvent*)
{
    const int top = (height() - 32) / 2;
    play_->setGeometry(kPadding, top, 40, 32);
    pause_->setGeometry(kPadding, top, 40, 32);
    const QSize wanted = speed_->sizeHint();
    speed_->setGeometry(kPadding + 52, (height() - wanted.height()) / 2,
        qMin(wanted.width(), width() - 2 * kPadding - 52), wanted.height());
}

void SimulatorTransport::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), *theme_, {});
    const double left = speed_->geometry().right() + 10;
    const QFont font = Theme::font(13, 500);
    const double room = width() - kPadding - left;
    const bool isWhole = tabularWidth(font, model_.display().positionText) <= room;
    drawMiddle(painter, { left, height() / 2.0 }, room,
        isWhole ? model_.display().positionText : model_.display().timeline.positionText, font,
        theme_->color(Token::T2), Qt::AlignRight);
}

}  // namespace headroom::ui
