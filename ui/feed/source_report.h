// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/catalog.h"

#include <QPair>
#include <QString>
#include <QVector>

#include <array>
#include <optional>

namespace headroom::ui {

/// What the test of a source found, in words for people.
struct SourceReport {
    bool isGood = false;
    QString title;  ///< "Connected", "Test failed: certificate expired"
    QString detail;
    QVector<QPair<QString, QString>> facts;  ///< "Reached", "10.20.4.17:8443 in 18 ms"
    QString fix;  ///< what would mend it; empty where nobody can say
    /// Which of the limits it measures; empty: not known.
    std::optional<std::array<bool, kMetricCount>> covers;
    SystemTime at {};  ///< when it was found

    bool operator==(const SourceReport&) const = default;
};

}  // namespace headroom::ui
