// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/workload_page.h"

#include "ui/feed/actor.h"
#include "ui/views/workload_panel.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/note_panel.h"
#include "ui/widgets/scroll_bar.h"
#include "ui/widgets/time_chart.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace headroom::ui {

namespace {

constexpr int kNarrowWindow = 1100;
constexpr int kGap = 12;
constexpr int kFourGaugesNeed = 4 * 250;
constexpr int kChartAtLeast = 160;

QRect part(const QRect& row, int index, int count)
{
    const int left = row.left() + (row.width() + kGap) * index / count;
    const int right = row.left() + (row.width() + kGap) * (index + 1) / count - kGap;
    return { left, row.top(), right - left, row.height() };
}

}  // namespace

WorkloadPage::WorkloadPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , scroll_(new QScrollArea(this))
    , controls_(new WorkloadPanel(model.feed(), actorName()))
    , absent_(new QLabel(this))
    , banner_(new BannerPanel(this))
    , gate_(new GatePanel(this))
    , note_(new NotePanel(this))
    , latency_(new TimeChart(this))
    , load_(new TimeChart(this))
{
    for (auto& gauge : gauges_) {
        gauge = new GaugeCard(this);
    }
    scroll_->setWidget(controls_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    absent_->setTextFormat(Qt::PlainText);
    absent_->setWordWrap(true);
    absent_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    absent_->setFont(Theme::font(15, 500));
    setTheme(*theme_);
}

void WorkloadPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    const ScreenSizes desk;
    for (Panel* panel : std::initializer_list<Panel*> { banner_, gate_, note_, latency_, load_ }) {
        panel->setLook(theme, desk);
    }
    for (auto* gauge : gauges_) {
        gauge->setLook(theme, desk);
    }
    controls_->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Bg0));
    colors.setColor(QPalette::WindowText, theme.color(Token::T2));
    scroll_->setPalette(colors);
    scroll_->verticalScrollBar()->setStyleSheet(scrollBarSheet(theme));
    absent_->setPalette(colors);
}

void WorkloadPage::showControls(bool hasWorkload)
{
    scroll_->setVisible(hasWorkload);
    absent_->setVisible(!hasWorkload);
}

void WorkloadPage::place()
{
    const bool isNarrow = window()->width() < kNarrowWindow;
    const int margin = isNarrow ? 12 : 20;
    const int top = isNarrow ? 12 : 16;
    const int controlsWidth = isNarrow ? 304 : window()->width() >= 1600 ? 440 : 380;
    const int height = this->height() - 2 * top;
    scroll_->setGeometry(margin, top, controlsWidth, height);
    const int wanted = controls_->heightFor(controlsWidth);
    const int barWidth = wanted > height ? 8 : 0;
    controls_->resize(controlsWidth - barWidth, qMax(wanted, height));
    absent_->setGeometry(margin + 8, top + 8, controlsWidth - 16, height - 16);

    const int left = margin + controlsWidth + kGap;
    const int width = this->width() - margin - left;
    const int gaugesTop = placeTop({ left, top, width, 0 }, isNarrow) + kGap;
    placeGauges({ left, gaugesTop, width, this->height() - top - gaugesTop });
}

int WorkloadPage::placeTop(QRect row, bool isNarrow)
{
    constexpr int kBannerInOneRowNeeds = 1000;
    row.setHeight(window()->height() < 720 ? 54 : 72);
    gate_->setVisible(!isNarrow);
    note_->setVisible(!isNarrow);
    if (isNarrow) {
        banner_->setGeometry(row);
        return row.bottom() + 1;
    }
    if (row.width() >= kBannerInOneRowNeeds) {
        banner_->setGeometry(part(row, 0, 2));
        gate_->setGeometry(part(row, 2, 4));
        note_->setGeometry(part(row, 3, 4));
        return row.bottom() + 1;
    }
    banner_->setGeometry(row);
    row.translate(0, row.height() + kGap);
    row.setHeight(58);
    gate_->setGeometry(part(row, 0, 2));
    note_->setGeometry(part(row, 1, 2));
    return row.bottom() + 1;
}

void WorkloadPage::placeGauges(const QRect& room)
{
    constexpr int kGaugeHeight = 314;
    const bool inOneRow = room.width() >= kFourGaugesNeed;
    const int rows = inOneRow ? 1 : 2;
    const int rest = room.height() - rows * (kGaugeHeight + kGap);
    const bool hasCharts = rest >= kChartAtLeast;
    const int gaugeHeight = hasCharts ? kGaugeHeight : (room.height() - (rows - 1) * kGap) / rows;
    for (int i = 0; i < 4; ++i) {
        const int row = inOneRow ? 0 : i / 2;
        const QRect line(
            room.left(), room.top() + row * (gaugeHeight + kGap), room.width(), gaugeHeight);
        gauges_[static_cast<std::size_t>(i)]->setGeometry(
            part(line, inOneRow ? i : i % 2, inOneRow ? 4 : 2));
    }
    latency_->setVisible(hasCharts);
    load_->setVisible(hasCharts);
    if (hasCharts) {
        const QRect line(room.left(), room.bottom() + 1 - rest, room.width(), rest);
        latency_->setGeometry(part(line, 0, 2));
        load_->setGeometry(part(line, 1, 2));
    }
}

void WorkloadPage::showDisplay(const OverviewDisplay& display)
{
    const auto snapshot = model().snapshot();
    const bool hasWorkload = snapshot && snapshot->source.workload.has_value();
    showControls(hasWorkload);
    if (hasWorkload) {
        controls_->setSettings(snapshot->source.workload);
    } else {
        absent_->setText(snapshot ? tr("\"%1\" is no local workload: there is nothing "
                                       "to set here. Start headroom with --source "
                                       "workload to drive one.")
                                        .arg(QString::fromStdString(snapshot->source.name))
                                  : tr("No data yet."));
    }
    banner_->setDisplay(display.banner);
    gate_->setDisplay(display.gate);
    note_->setDisplay(display.traffic);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        gauges_[i]->setDisplay(display.gauges[static_cast<qsizetype>(i)]);
    }
    latency_->setDisplay(fitted(display.latency, latency_->width()));
    load_->setDisplay(fitted(display.load, load_->width()));
}

void WorkloadPage::resizeEvent(QResizeEvent*)
{
    place();
    if (isVisible()) {
        showDisplay(model().display());  // what fits is another thing now
    }
}

}  // namespace headroom::ui
