// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_displays.h"

#include <cmath>

namespace headroom::ui::samples {

namespace {

constexpr double kLimit = 5.0 / 6.0;
constexpr Level kRising[] = { Level::Green, Level::Yellow, Level::Orange, Level::Red };

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

QVector<double> wave(double end)
{
    QVector<double> values;
    for (int i = 0; i < 90; ++i) {
        const double t = i / 89.0;
        values << std::sin(t * 9) * 2 + std::sin(t * 31) + end * t * t;
    }
    return values;
}

// Bands and ticks from the fractions at which YELLOW, ORANGE and RED begin.
void scale(GaugeDisplay& display, std::initializer_list<double> begins,
    std::initializer_list<const char*> labels)
{
    const QVector<double> at(begins);
    const QVector<const char*> words(labels);
    double from = 0;
    for (int i = 0; i <= at.size(); ++i) {
        const double to = i < at.size() ? at.at(i) : 1;
        display.bands << GaugeBand { from, to, kRising[i], display.level == kRising[i] };
        from = to;
    }
    for (int i = 0; i < at.size(); ++i) {
        const bool labelled = std::abs(at.at(i) - kLimit) > 8.0 / 270;
        display.ticks << GaugeTick { at.at(i), kRising[i + 1], text(words.at(i)),
            display.fraction >= at.at(i), labelled };
    }
}

GaugeDisplay base(const char* title, const char* shortTitle, const char* value, const char* unit)
{
    GaugeDisplay display;
    display.title = text(title);
    display.shortTitle = text(shortTitle);
    display.truth = Truth::Live;
    display.level = Level::Green;
    display.valueText = text(value);
    display.unitText = text(unit);
    display.limitWord = text("LIMIT");
    display.headroomLabel = text("HEADROOM");
    display.trendWindow = text("15 min");
    return display;
}

void next(GaugeDisplay& display, const char* before, Level level)
{
    display.nextText = text(before);
    display.nextLevel = level;
}

void trend(GaugeDisplay& display, TrendArrow arrow, const char* change, double slope)
{
    display.trendArrow = arrow;
    display.trendText = text(change);
    display.spark = wave(slope);
}

}  // namespace

GaugeDisplay writes(int count)
{
    GaugeDisplay display
        = base("Concurrent writes", "Writes", qPrintable(QString::number(count)), "of 100");
    display.level = count >= 100 ? Level::Red
        : count >= 76            ? Level::Orange
        : count >= 51            ? Level::Yellow
                                 : Level::Green;
    display.fraction = count / 100.0 * kLimit;
    display.limitText = text("100");
    scale(display, { 0.51 * kLimit, 0.76 * kLimit, kLimit }, { "51", "76", "100" });
    display.headroomText = QString::number(100 - count) + text(" %");
    switch (display.level) {
    case Level::Yellow:
        next(display, "18 to", Level::Orange);
        break;
    case Level::Orange:
        next(display, "18 to", Level::Red);
        break;
    case Level::Red:
        next(display, "29 to resume below 75", Level::Unknown);
        display.headroomLabel = text("OVER LIMIT");
        display.headroomText = text("−3 %");
        break;
    default:
        next(display, "17 to", Level::Yellow);
    }
    if (display.level == Level::Green) {
        trend(display, TrendArrow::Flat, "+1", 0);
    } else {
        trend(display, TrendArrow::SteepUp, "+58", 20);
    }
    display.unacknowledged = display.level == Level::Red;
    return display;
}

GaugeDisplay storage(bool high)
{
    GaugeDisplay display = base("Storage", "Storage", high ? "912" : "612", "GB of 1000");
    display.level = high ? Level::Orange : Level::Green;
    display.fraction = (high ? 0.912 : 0.612) * kLimit;
    display.limitText = text("1000");
    scale(display, { 0.7 * kLimit, 0.9 * kLimit, 0.99 * kLimit }, { "70 %", "90 %", "99 %" });
    display.headroomText = text(high ? "8.8 %" : "38.8 %");
    next(display, high ? "78 GB to" : "88 GB to", high ? Level::Red : Level::Yellow);
    trend(display, TrendArrow::Up, high ? "+2.5 GB" : "+0.02 GB", 12);
    return display;
}

GaugeDisplay throughput(bool high)
{
    GaugeDisplay display
        = base("Write throughput", "Throughput", high ? "486" : "312", "/s of 1000");
    display.fraction = (high ? 0.486 : 0.312) * kLimit;
    display.limitText = text("1000");
    scale(display, { 0.501 * kLimit, 0.801 * kLimit, kLimit }, { "501", "801", "1001" });
    display.headroomText = text(high ? "51.4 %" : "68.8 %");
    next(display, high ? "15 to" : "189 to", Level::Yellow);
    trend(display, high ? TrendArrow::Down : TrendArrow::Up, high ? "−110 /s" : "+24 /s",
        high ? -10 : 3);
    return display;
}

GaugeDisplay latency(bool high)
{
    const auto at = [](double ms) { return std::log(ms / 10) / std::log(500) * kLimit; };
    GaugeDisplay display
        = base("Query latency p99", "Latency p99", high ? "340" : "42", "ms · SLA 5 s");
    display.level = high ? Level::Orange : Level::Green;
    display.fraction = at(high ? 340 : 42);
    display.limitText = text("5 s");
    display.limitWord = text("SLA");
    scale(display, { at(100), at(200), at(500) }, { "100", "200", "500" });
    display.headroomLabel = text("TO SLA 5 s");
    display.headroomText = text(high ? "93.2 %" : "99.2 %");
    next(display, high ? "160 ms to" : "58 ms to", high ? Level::Red : Level::Yellow);
    trend(display, high ? TrendArrow::SteepUp : TrendArrow::Down, high ? "+281 ms" : "−3 ms",
        high ? 20 : -1);
    return display;
}

GaugeDisplay acknowledged(GaugeDisplay display)
{
    display.unacknowledged = false;
    display.acknowledgedText = text("MK 14:04");
    return display;
}

GaugeDisplay stale(GaugeDisplay display)
{
    display.wasLevel = display.level;
    display.level = Level::Unknown;
    display.truth = Truth::Stale;
    display.lastTimeText = text("14:03:11");
    display.unacknowledged = false;
    return display;
}

GaugeDisplay late(GaugeDisplay display)
{
    display.truth = Truth::Late;
    display.lastTimeText = text("14:03:50");
    return display;
}

GaugeDisplay noData(GaugeDisplay display)
{
    GaugeDisplay empty;
    empty.title = display.title;
    empty.shortTitle = display.shortTitle;
    empty.valueText = text("–");
    empty.headroomLabel = display.headroomLabel;
    empty.headroomText = text("–");
    empty.reason = text("not measured by this source");
    empty.sourceText = text("filesystem path");
    return empty;
}

StripDisplay strip(Truth truth)
{
    const bool live = truth == Truth::Live;
    StripDisplay display;
    display.cells << StripCell { text("ARTIFACT SIZE"), text("212"), text("of 500 MB"), {}, 0.424,
        Level::Green, truth, false };
    display.cells << StripCell { text("ARTIFACT COUNT"), text("41\u00a0280"), text("of 100 000"),
        {}, 0.4128, Level::Green, truth, false };
    display.cells << StripCell { text("AUDIT CHAIN"), text(live ? "verified" : "not verified"), {},
        text(live ? "append-only · 7 y kept" : "last check 14:03:05"), std::nullopt, Level::Green,
        truth, live };
    display.cells << StripCell { text("STORAGE FORECAST"),
        text(live ? "70 % in 41 days" : "on hold"), {},
        text(live ? "13 Sep 2026 · +2.1 GB/day" : "needs live data"), std::nullopt, Level::Unknown,
        truth, false };
    return display;
}

}  // namespace headroom::ui::samples
