// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wall_view.h"

#include "ui/views/wall_layout.h"
#include "ui/widgets/alerts_panel.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/contact_band.h"
#include "ui/widgets/foot_panel.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/gauge_card.h"
#include "ui/widgets/strip_panel.h"
#include "ui/widgets/time_chart.h"

namespace headroom::ui {

WallView::WallView(OverviewModel& model, QWidget* parent)
    : View(model, parent)
    , band_(new ContactBand(this))
    , banner_(new BannerPanel(this))
    , gate_(new GatePanel(this))
    , clock_(new ClockPanel(this))
    , latency_(new TimeChart(this))
    , load_(new TimeChart(this))
    , strip_(new StripPanel(this))
    , alerts_(new AlertsPanel(this))
    , foot_(new FootPanel(this))
{
    for (auto& gauge : gauges_) {
        gauge = new GaugeCard(this);
    }
    connect(alerts_, &AlertsPanel::acknowledgeRequested, &model, &OverviewModel::acknowledge);
    alerts_->setReachable(false);
    setCursor(Qt::BlankCursor);
    for (auto* child : findChildren<QWidget*>()) {
        child->setFocusPolicy(Qt::NoFocus);
    }
}

void WallView::acknowledgeFirst() { alerts_->acknowledgeFirst(); }

void WallView::setTheme(const Theme& theme)
{
    theme_ = &theme;
    place();
}

void WallView::place()
{
    const ScreenSizes sizes { true, layoutWall(size()).scale };
    band_->setLook(*theme_, sizes);
    const int bandHeight = band_->wantedHeight();
    band_->setVisible(bandHeight > 0);
    band_->setGeometry(0, 0, width(), bandHeight);
    const auto wall = layoutWall(size(), bandHeight);
    const auto put = [&](Panel* panel, const QRect& rect) {
        panel->setLook(*theme_, sizes);
        panel->setGeometry(rect);
    };
    put(banner_, wall.banner);
    put(gate_, wall.gate);
    put(clock_, wall.clock);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        put(gauges_[i], wall.gauges[i]);
    }
    put(latency_, wall.latency);
    put(load_, wall.load);
    put(strip_, wall.strip);
    put(alerts_, wall.alerts);
    put(foot_, wall.foot);
}

void WallView::showDisplay(const OverviewDisplay& display)
{
    const int bandBefore = band_->wantedHeight();
    band_->setDisplay(display.contact);
    if (band_->wantedHeight() != bandBefore) {
        place();
    }
    banner_->setDisplay(display.banner);
    gate_->setDisplay(display.gate);
    clock_->setDisplay(display.clock);
    for (std::size_t i = 0; i < gauges_.size(); ++i) {
        gauges_[i]->setDisplay(display.gauges[static_cast<qsizetype>(i)]);
    }
    latency_->setDisplay(display.latency);
    load_->setDisplay(display.load);
    strip_->setDisplay(display.wallStrip);
    alerts_->setDisplay(display.alerts);
    foot_->setDisplay(display.foot);
}

void WallView::resizeEvent(QResizeEvent*) { place(); }

}  // namespace headroom::ui
