// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fleet_wall.h"

#include "ui/views/fleet_summary.h"
#include "ui/views/wall_layout.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kRowHeight = 88;
constexpr double kFootHeight = 40;

}  // namespace

FleetWall::FleetWall(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , fleet_(*model.fleet())
    , summary_(new FleetSummary(this))
    , clock_(new ClockPanel(this))
{
    setAccessibleName(tr("Fleet, worst first"));
    setCursor(Qt::BlankCursor);
    for (auto* child : findChildren<QWidget*>()) {
        child->setFocusPolicy(Qt::NoFocus);
    }
    connect(&fleet_, &FleetModel::displayChanged, this, &FleetWall::takeDisplay);
    connect(&fleet_, &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
}

void FleetWall::setTheme(const Theme& theme)
{
    theme_ = &theme;
    place();
    update();
}

void FleetWall::place()
{
    const auto wall = layoutWall(size());
    sizes_ = { true, wall.scale };
    summary_->setLook(*theme_, sizes_);
    clock_->setLook(*theme_, sizes_);
    const int gap = static_cast<int>(px(16));
    summary_->setGeometry(wall.banner.left(), wall.banner.top(),
        wall.clock.left() - gap - wall.banner.left(), wall.banner.height());
    clock_->setGeometry(wall.clock);
    const double top = wall.banner.bottom() + px(16);
    list_ = QRectF(wall.banner.left(), top, wall.clock.right() + 1 - wall.banner.left(),
        height() - px(kFootHeight) - px(8) - top);
    if (isVisible()) {
        fleet_.setSight(0, static_cast<int>(list_.height() / px(kRowHeight)));
    }
}

void FleetWall::takeDisplay()
{
    summary_->setDisplay(fleet_.display());
    update();
}

void FleetWall::showDisplay(const OverviewDisplay& display)
{
    // The clock is this machine's; whose data they are, and how old, is the fleet's.
    auto clock = display.clock;
    clock.source = fleet_.display().matching.isEmpty()
        ? tr("fleet")
        : tr("fleet of %1").arg(fleet_.display().all);
    clock.age.clear();
    clock.remote = true;
    clock.truth = fleet_.display().isWithdrawn() ? Truth::Stale : Truth::Live;
    clock_->setDisplay(clock);
}

void FleetWall::showEvent(QShowEvent* event)
{
    fleet_.setActive(true);
    place();
    takeDisplay();
    View::showEvent(event);
}

void FleetWall::hideEvent(QHideEvent* event)
{
    fleet_.setActive(false);
    View::hideEvent(event);
}

void FleetWall::resizeEvent(QResizeEvent*) { place(); }

void FleetWall::paintRow(QPainter& painter, const QRectF& rect, const FleetRowText& row) const
{
    const bool isQuiet = fleet_.display().isWithdrawn();
    const bool isDim = isQuiet || row.truth() != Truth::Live;
    const Level level = levelOf(row.state);
    const double middle = rect.center().y();
    const auto text
        = [&](FleetColumn column) { return row.text[static_cast<std::size_t>(column)]; };
    if (level > Level::Green && !isQuiet) {
        painter.fillRect(
            QRectF(rect.left(), rect.top(), px(8), rect.height()), theme_->level(level).mark);
    }
    painter.fillRect(
        QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme_->color(Token::Line));
    const double left = rect.left() + px(30);
    if (isQuiet) {
        drawLevelShape(painter, level, { left + px(14), middle }, px(28), theme_->color(Token::T2),
            ShapeStyle::Filled);
        drawMiddle(painter, { left + px(40), middle }, px(160), text(FleetColumn::Level),
            textFont(px(28), 700), theme_->color(Token::T2));
    } else {
        const double badge = levelBadgeWidth(level, row.truth(), px(28));
        drawLevelBadge(painter, *theme_, level, row.truth(), { left + badge, middle }, px(28));
    }
    const double name = left + px(230);
    const double number = rect.right() - px(30) - px(220);
    const double words = name + (number - name) * 0.48;
    drawMiddle(painter, { name, middle }, words - name - px(24), text(FleetColumn::Depository),
        textFont(px(34), 650), theme_->color(isDim ? Token::T2 : Token::T1));
    drawMiddle(painter, { words, middle }, number - words - px(16), text(FleetColumn::Worst),
        fittedFont(textFont(px(30), 500), text(FleetColumn::Worst), number - words - px(16), 0.8),
        theme_->color(Token::T2));
    drawMiddle(painter, { number, middle }, px(220), text(FleetColumn::Headroom),
        Theme::font(px(50), 650), theme_->color(isDim ? Token::T2 : Token::T1), Qt::AlignRight);
}

void FleetWall::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    drawCard(painter, list_, *theme_, sizes_);
    const auto& display = fleet_.display();
    const int fitting = std::max(1, static_cast<int>(list_.height() / px(kRowHeight)));
    const double high = list_.height() / fitting;
    const int rows = std::min(fitting, fleet_.rowCount());
    for (int i = 0; i < rows; ++i) {
        const auto& row = fleet_.row(i);
        if (row.isKnown) {
            paintRow(painter,
                QRectF(list_.left() + 1, list_.top() + i * high, list_.width() - 2, high), row);
        }
    }
    const double foot = height() - px(kFootHeight) / 2 - px(4);
    const QString note = !display.note.isEmpty()
        ? display.note
        : tr("The %1 worst · headroom is that of the fullest limit").arg(rows);
    drawMiddle(painter, { list_.left(), foot }, list_.width() - px(300), note,
        textFont(px(20), 500), theme_->color(display.note.isEmpty() ? Token::T3 : Token::T1));
    drawMiddle(painter, { list_.right() - px(280), foot }, px(280), tr("F11 leave wall mode"),
        textFont(px(20), 500), theme_->color(Token::T3), Qt::AlignRight);
}

}  // namespace headroom::ui
