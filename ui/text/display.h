// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"

#include <QPointF>
#include <QString>
#include <QVector>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace headroom::ui {

// What the screens show, ready to paint: words and shares of a scale, no quantities left to judge
// or to format. models/ makes these from snapshots, widgets/ paints them, and neither knows the
// other. Plain values, main thread.

/// How true a number is now; see Freshness.
enum class Truth { Live, Late, Stale, NoData };

/// Arrow in front of a 15 min change; the angles are TOKENS §5.
enum class TrendArrow { None, Flat, Up, SteepUp, Down, SteepDown };

/// Values with NaN where there is a gap; two gaps are equal, so that displays with gaps can be
/// compared.
struct GappedValues : QVector<double> {
    using QVector<double>::QVector;
    GappedValues(const QVector<double>& values)
        : QVector<double>(values)
    {
    }

    friend bool operator==(const GappedValues& a, const GappedValues& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
            [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
    }
};

/// The same for points, with NaN y.
struct GappedPoints : QVector<QPointF> {
    using QVector<QPointF>::QVector;
    GappedPoints(const QVector<QPointF>& points)
        : QVector<QPointF>(points)
    {
    }

    friend bool operator==(const GappedPoints& a, const GappedPoints& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](QPointF x, QPointF y) {
            return x.x() == y.x() && (x.y() == y.y() || (std::isnan(x.y()) && std::isnan(y.y())));
        });
    }
};

/// A threshold on a gauge: its tick, and its label where there is room.
struct GaugeTick {
    double fraction = 0;  ///< 0 – 1 of the 270° sweep; the limit is 5/6
    Level level = Level::Yellow;  ///< the level that begins here
    QString text;  ///< "51", "70 %"
    bool lit = false;  ///< the value has crossed it
    bool labelled = true;  ///< false where the limit's label is too close

    bool operator==(const GaugeTick&) const = default;
};

/// A stretch of the ring that belongs to one level.
struct GaugeBand {
    double from = 0;
    double to = 1;
    Level level = Level::Green;
    bool active = false;  ///< the value is in it

    bool operator==(const GaugeBand&) const = default;
};

/// Where the platform under a storage does something by itself, whatever we certify.
struct GaugeMark {
    double fraction = 0;
    QString text;  ///< "95 %"
    QString label;  ///< "read-only"; beside the text where there is room

    bool operator==(const GaugeMark&) const = default;
};

/// One gauge card. When truth is Stale the words are those of the last reading; when NoData
/// valueText is "–".
struct GaugeDisplay {
    QString title;
    QString shortTitle;  ///< for narrow cards: "Writes"
    Truth truth = Truth::NoData;
    Level level = Level::Unknown;
    Level wasLevel = Level::Unknown;  ///< the last judged one, for "was ● GREEN"
    double fraction = 0;  ///< where the value stands, 0 – 1 of the sweep
    QString valueText;  ///< "34", "42.1"
    QString unitText;  ///< "of 100", "GB of 1000", "ms · SLA 5 s"
    QString limitText;  ///< "100", "5 s"
    QString limitWord;  ///< "LIMIT", "SLA"
    QVector<GaugeTick> ticks;
    QVector<GaugeBand> bands;
    QVector<GaugeMark> marks;
    QString nextText;  ///< before the shape: "17 to"; with nextLevel Unknown a whole sentence: "29
                       ///< to resume below 75"
    Level nextLevel = Level::Unknown;
    QString headroomLabel;  ///< "HEADROOM", "TO SLA 5 s", "OVER LIMIT"
    QString headroomText;  ///< "66 %", "−3 %", "–"
    TrendArrow trendArrow = TrendArrow::None;
    QString trendText;  ///< "+1"; empty: nothing known yet
    QString trendWindow;  ///< "15 min"
    GappedValues spark;  ///< oldest first, NaN where there is a gap; evenly spaced
    QString lastTimeText;  ///< "14:03:11" when stale
    QString reason;  ///< why there is no data: "not measured by this source"
    QString sourceText;  ///< shown in the footer when there is no data: "filesystem path"
    bool unacknowledged
        = false;  ///< an open alert of this metric waits for a person: its shape alternates
    QString acknowledgedText;  ///< "MK 14:04"
    std::optional<double>
        ghostFraction;  ///< where the live value stands, while this one is made up
    QString ghostText;  ///< "live 34"
    QString note;  ///< what to know of the value and of its marks, a line each; mostly empty

    bool operator==(const GaugeDisplay&) const = default;
};

/// The banner: the worst level and one sentence about it.
struct BannerDisplay {
    Truth truth = Truth::NoData;
    Level level = Level::Unknown;
    QString title;  ///< "All 7 limits have headroom", "Writes over limit: 103 of 100"; stale: "last
                    ///< data 14:03:11"
    QString detail;  ///< "Least: Storage, 38.8 % left"; stale: "no answer"
    QString staleFor;  ///< "00:42", when stale
    bool unacknowledged = false;
    bool simulated = false;  ///< wears the badge

    bool operator==(const BannerDisplay&) const = default;
};

struct GateDisplay {
    bool known = false;  ///< false: GATE UNKNOWN
    GateState state = GateState::Open;
    QString title;  ///< "WRITES OPEN"
    QString detail;  ///< "pause at 100, halt at 1000 GB"

    bool operator==(const GateDisplay&) const = default;
};

/// A small card beside the gate: an icon, a bold line and a quiet one.
struct NoteDisplay {
    QString icon;  ///< name in resources/icons
    QString title;  ///< "41 280 admitted"
    QString detail;  ///< "429: 12 · 503: 0 · 413: 0"
    Truth truth = Truth::NoData;

    bool operator==(const NoteDisplay&) const = default;
};

struct ClockDisplay {
    QString time;  ///< "14:03:53", local
    QString date;  ///< "Mon 3 Aug 2026"
    QString utc;  ///< "12:03:53 UTC"
    QString source;  ///< "embedded"
    QString age;  ///< "0.2 s ago"; ticks without new data
    Truth truth = Truth::NoData;
    bool remote = false;
    int beat = 0;  ///< 0 – 3: goes on every second, so that a frozen screen is seen
    bool simulated = false;

    bool operator==(const ClockDisplay&) const = default;
};

/// One cell of the strip of other limits.
struct StripCell {
    QString label;  ///< "ARTIFACT SIZE"
    QString value;  ///< "212"
    QString unit;  ///< "of 500 MB"
    QString detail;  ///< second line where there is no bar: "append-only · 7 y kept"
    std::optional<double> barFraction;  ///< value / limit; the limit mark stands at 5/6 of the bar
    Level level = Level::Unknown;
    Truth truth = Truth::NoData;
    bool showsCheck = false;  ///< a check mark before the value
    QString note {};  ///< what to know of the value: "an estimate …"; mostly empty

    bool operator==(const StripCell&) const = default;
};

struct StripDisplay {
    QVector<StripCell> cells;

    bool operator==(const StripDisplay&) const = default;
};

/// One open alert, or a line that stands in for one.
struct AlertRow {
    QString id;
    Level level = Level::Unknown;
    bool stale = false;  ///< painted as STALE: the state can no longer be verified
    QString title;  ///< "Concurrent writes"
    QString value;  ///< "103"
    QString escalation;  ///< "Ops_Team"; empty: nobody is told
    QString age;  ///< "0:48"
    QString deadlineWord;  ///< "due", "overdue", "monitor"
    QString deadline;  ///< "5:41:18", "now"
    bool overdue = false;
    bool canAcknowledge = false;
    QString acknowledged;  ///< "MK 13:47"

    bool operator==(const AlertRow&) const = default;
};

struct AlertsDisplay {
    QString summary;  ///< "3 active · 2 to acknowledge"
    QVector<AlertRow> rows;  ///< worst first
    QString emptyIcon = QStringLiteral("check");  ///< name in resources/icons
    QString emptyTitle;  ///< "No active alerts"
    QString emptyDetail;
    QString emptyFoot;

    bool operator==(const AlertsDisplay&) const = default;
};

/// How a line of a chart is drawn (TOKENS §6).
enum class SeriesRole { P50, P99, P999, Writes, Throughput };

struct ChartSeries {
    SeriesRole role = SeriesRole::P99;
    QString name;  ///< "p99", "writes"
    QString valueText;  ///< "42 ms", "312"
    bool valueFirst = false;  ///< "34 writes" instead of "p99 42 ms"
    Level level = Level::Green;  ///< Yellow and worse colour the line
    GappedPoints points;  ///< x: seconds before now (≤ 0), y: axis unit; NaN y breaks the line

    bool operator==(const ChartSeries&) const = default;
};

struct ChartThreshold {
    double value = 0;
    Level level = Level::Yellow;
    bool lit = false;

    bool operator==(const ChartThreshold&) const = default;
};

struct AxisTick {
    double value = 0;
    QString text;

    bool operator==(const AxisTick&) const = default;
};

struct ChartDisplay {
    QString title;  ///< "Latency"
    QString subtitle;  ///< "ms, log scale · 15 min"
    QString shortSubtitle;  ///< for narrow cards: "% of limit · 15 min"
    bool logScale = false;
    double minimum = 0;
    double maximum = 120;
    QVector<AxisTick> yTicks;
    double windowSeconds = 900;  ///< x runs from −windowSeconds to 0
    QVector<AxisTick> xTicks;
    std::optional<double> limit;
    QString limitText;  ///< "SLA 5 s", "LIMIT"
    QVector<ChartThreshold> thresholds;
    QVector<ChartSeries> series;
    std::optional<double> staleSince;  ///< seconds before now (≤ 0) from which there are no data
    QString emptyText;  ///< shown where no series has a point: "no samples yet"

    bool operator==(const ChartDisplay&) const = default;
};

/// The line at the foot of the wall.
struct FootDisplay {
    QString depository;
    QString certified;  ///< "certified 2026-01-19"
    QString review;  ///< "review OVERDUE 15 days"
    QString keys;  ///< "F11 leave wall mode"
    QString notice;  ///< "sound muted until 14:18"; empty: nothing to say
    QString simulation {};  ///< "live state is GREEN", beside the badge; empty: nothing is simulated

    bool operator==(const FootDisplay&) const = default;
};

/// The band over a whole window: the source is not heard, is another one than was chosen, has
/// another audit trail than before, or its clock is off.
struct ContactDisplay {
    enum class Kind { Fine, Lost, OtherSource, ChainChanged, ClockOff };
    Kind kind = Kind::Fine;
    QString title;  ///< "NO CONTACT 00:42"
    QString detail;  ///< "since 14:03:11 · the core has stopped answering"
    QString advice;  ///< what a person should know or do; the first to go where room is short
    QString action;  ///< of the desk's button, which opens the sources; empty: there is none

    bool operator==(const ContactDisplay&) const = default;
};

/// What the rail says beside its entries.
struct RailDisplay {
    int toAcknowledge = 0;  ///< open alerts that wait for a person
    bool isReviewOverdue = false;

    bool operator==(const RailDisplay&) const = default;
};

/// A whole screen of the wall or the overview.
struct OverviewDisplay {
    ContactDisplay contact;
    BannerDisplay banner;
    GateDisplay gate;
    NoteDisplay traffic;  ///< desk only: what the gate let in and turned away
    NoteDisplay forecast;  ///< desk only: when storage will reach its next level
    ClockDisplay clock;
    QVector<GaugeDisplay> gauges;  ///< concurrent writes, storage, write throughput, query latency
    ChartDisplay latency;
    ChartDisplay load;
    StripDisplay strip;  ///< desk: the certification last
    StripDisplay wallStrip;  ///< wall: the storage forecast last
    AlertsDisplay alerts;
    FootDisplay foot;
    RailDisplay rail;

    bool operator==(const OverviewDisplay&) const = default;
};

}  // namespace headroom::ui
