// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_page.h"

#include "ui/views/overview_layout.h"
#include "ui/widgets/alerts_panel.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/control.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/note_panel.h"
#include "ui/widgets/strip_panel.h"
#include "ui/widgets/time_chart.h"

namespace headroom::ui {

namespace {

void put(QWidget* widget, const QRect& rect)
{
    widget->setVisible(!rect.isEmpty());
    if (!rect.isEmpty()) {
        widget->setGeometry(rect);
    }
}

}  // namespace

OverviewPage::OverviewPage(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , banner_(new BannerPanel(this))
    , gate_(new GatePanel(this))
    , note_(new NotePanel(this))
    , latency_(new TimeChart(this))
    , load_(new TimeChart(this))
    , chartTab_(new PushButton({}, tr("Load"), this))
    , alerts_(new AlertsPanel(this))
    , strip_(new StripPanel(this))
    , stripRows_(new StripRows(this))
{
    for (auto& gauge : gauges_) {
        gauge = new GaugeCard(this);
    }
    connect(chartTab_, &QAbstractButton::clicked, this, [this] {
        isLoadInFront_ = !isLoadInFront_;
        place();
    });
    connect(alerts_, &AlertsPanel::acknowledgeRequested, &model, &OverviewModel::acknowledge);
    applyLook();
}

void OverviewPage::acknowledgeFirst() { alerts_->acknowledgeFirst(); }

void OverviewPage::setTheme(const Theme& theme)
{
    theme_ = &theme;
    applyLook();
}

void OverviewPage::applyLook()
{
    const ScreenSizes desk;
    for (Panel* panel : std::initializer_list<Panel*> {
             banner_, gate_, note_, latency_, load_, alerts_, strip_, stripRows_ }) {
        panel->setLook(*theme_, desk);
    }
    for (auto* gauge : gauges_) {
        gauge->setLook(*theme_, desk);
    }
    chartTab_->setTheme(*theme_);
}

void OverviewPage::place()
{
    const auto layout = layoutOverview(size(), window()->size());
    put(banner_, layout.banner);
    put(gate_, layout.gate);
    put(note_, layout.note);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        put(gauges_[i], layout.gauges[i]);
    }
    placeChartTab(layout.latency, !layout.load.isEmpty());
    if (!layout.load.isEmpty()) {
        put(load_, layout.load);
    }
    put(alerts_, layout.alerts);
    put(strip_, layout.strip);
    put(stripRows_, layout.stripRows);
}

void OverviewPage::placeChartTab(const QRect& chart, bool hasRoomForBoth)
{
    chartTab_->setVisible(!hasRoomForBoth);
    if (hasRoomForBoth) {
        put(latency_, chart);
        return;
    }
    put(isLoadInFront_ ? load_ : latency_, chart);
    (isLoadInFront_ ? latency_ : load_)->hide();
    chartTab_->setText(isLoadInFront_ ? tr("Latency") : tr("Load"));
    const QSize size = chartTab_->sizeHint();
    chartTab_->setGeometry(chart.right() - size.width() - 9, chart.top() + 6, size.width(), 26);
    chartTab_->raise();
}

void OverviewPage::showDisplay(const OverviewDisplay& display)
{
    banner_->setDisplay(display.banner);
    gate_->setDisplay(display.gate);
    note_->setDisplay(display.forecast);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        gauges_[i]->setDisplay(display.gauges[static_cast<qsizetype>(i)]);
    }
    latency_->setDisplay(fitted(display.latency, latency_->width()));
    load_->setDisplay(fitted(display.load, load_->width()));
    alerts_->setDisplay(display.alerts);
    strip_->setDisplay(display.strip);
    stripRows_->setDisplay(display.strip);
}

void OverviewPage::resizeEvent(QResizeEvent*)
{
    place();
    if (isVisible()) {
        showDisplay(model().display());  // what fits is another thing now
    }
}

}  // namespace headroom::ui
