// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_layout.h"

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr int kNarrowWindow = 1100;  // below: the picture of the 1024 px window
constexpr int kWideWindow = 1600;
constexpr int kLowWindow = 720;
constexpr int kChartAtLeast = 180;
constexpr int kStripRowsHeight = 108;

/// Columns of equal width with the remainder spread, so that right edges line up.
struct Columns {
    int left;
    int width;
    int gap;
    int count;

    [[nodiscard]] int x(int column) const { return left + (width + gap) * column / count; }
    [[nodiscard]] QRect span(int first, int columns, int top, int height) const
    {
        return { x(first), top, x(first + columns) - gap - x(first), height };
    }
};

OverviewLayout narrow(QSize page)
{
    constexpr int kMargin = 12;
    constexpr int kGap = 10;
    constexpr int kBanner = 54;
    constexpr int kGauges = 244;
    const Columns four { kMargin, page.width() - 2 * kMargin, kGap, 4 };
    OverviewLayout layout;
    int top = kMargin;
    const int right = page.width() - kMargin;
    const int split = kMargin + (page.width() - 2 * kMargin) * 58 / 100;
    const int gateLeft = kMargin + (page.width() - 2 * kMargin) * 62 / 100;
    layout.banner = { kMargin, top, gateLeft - kGap - kMargin, kBanner };
    layout.gate = { gateLeft, top, right - gateLeft, kBanner };
    top += kBanner + kGap;
    for (int i = 0; i < 4; ++i) {
        layout.gauges[static_cast<std::size_t>(i)] = four.span(i, 1, top, kGauges);
    }
    top += kGauges + kGap;
    const int rest = page.height() - kMargin - top;
    layout.latency = { kMargin, top, split - kGap - kMargin, rest };
    const int alerts = rest - kGap - kStripRowsHeight;
    layout.alerts = { split, top, right - split, alerts };
    layout.stripRows = { split, top + alerts + kGap, right - split, kStripRowsHeight };
    return layout;
}

OverviewLayout desk(QSize page, QSize window)
{
    constexpr int kGap = 12;
    constexpr int kTop = 16;
    constexpr int kGauges = 314;
    constexpr int kStrip = 82;
    const int margin = window.width() >= kWideWindow ? 24 : 20;
    const int banner = window.height() < kLowWindow ? 54 : 72;
    const Columns four { margin, page.width() - 2 * margin, kGap, 4 };
    OverviewLayout layout;
    int top = kTop;
    layout.banner = four.span(0, 2, top, banner);
    layout.gate = four.span(2, 1, top, banner);
    layout.note = four.span(3, 1, top, banner);
    top += banner + kGap;
    for (int i = 0; i < 4; ++i) {
        layout.gauges[static_cast<std::size_t>(i)] = four.span(i, 1, top, kGauges);
    }
    top += kGauges + kGap;
    // The strip goes before a chart becomes too low to read.
    const int rest = page.height() - kTop - top;
    const bool hasStrip = window.height() >= kLowWindow && rest - kStrip - kGap >= kChartAtLeast;
    const int charts = std::max(0, hasStrip ? rest - kStrip - kGap : rest);
    layout.latency = four.span(0, 2, top, charts);
    layout.load = four.span(2, 1, top, charts);
    layout.alerts = four.span(3, 1, top, charts);
    if (hasStrip) {
        layout.strip = four.span(0, 4, top + charts + kGap, kStrip);
    }
    return layout;
}

}  // namespace

OverviewLayout layoutOverview(QSize page, QSize window)
{
    return window.width() < kNarrowWindow ? narrow(page) : desk(page, window);
}

}  // namespace headroom::ui
