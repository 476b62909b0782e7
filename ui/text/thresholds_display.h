// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <array>
#include <optional>

namespace headroom::ui {

/// What one metric's row of the thresholds page has to type in, in this order.
enum class ThresholdField { Yellow, Orange, Red, Resume, Hysteresis, Hold };
inline constexpr int kThresholdFieldCount = 6;

/// One field as it is shown.
struct ThresholdFieldDisplay {
    bool exists = true;
    QString label;  ///< "YELLOW from"
    QString text;
    QString placeholder;  ///< "not set"
    QString unit;
    bool isWrong = false;
    bool isEdited = false;  ///< not what is certified
};

/// Something on a band that can be dragged.
struct BandHandle {
    ThresholdField field = ThresholdField::Yellow;
    Level level = Level::Unknown;  ///< Unknown: the gate's resume bound
    double at = 0;  ///< 0 to 1 of the band
    QString text;
    bool isWrong = false;
    bool isEdited = false;
};

/// A metric's scale with its levels, what was and what is.
struct BandDisplay {
    QVector<BandHandle> handles;
    QVector<double> histogram;  ///< 0 to 1 each, over the whole band; empty: not known yet
    std::optional<double> live;
    QString liveText;
    std::optional<double> limitAt;
    QString limitText;  ///< "LIMIT", "SLA"
};

/// An alert on the strip, from 0 to 1 of its range.
struct StripMark {
    double from = 0;
    double to = 0;
    Level level = Level::Unknown;
};

/// What the thresholds on the page, and those in force, would have raised.
struct BacktestDisplay {
    QString text;  ///< "with these thresholds the last 24 h would have raised 3 alerts (now: 1)"
    QString shortText;  ///< "last 24 h: 3 alerts (now: 1)"
    QVector<StripMark> wanted;
    QVector<StripMark> now;
    bool isKnown = false;
};

struct ThresholdRowDisplay {
    QString title;
    QString detail;  ///< "limit 1000 GB, thresholds in %"
    QStringList others;  ///< "certified 70 · 90 · 99 %", "service …"
    std::array<ThresholdFieldDisplay, kThresholdFieldCount> fields;
    QString fault;
    QString badge;  ///< "edited locally · certified value 75"; empty: as certified
    BandDisplay band;
    BacktestDisplay backtest;
};

}  // namespace headroom::ui
