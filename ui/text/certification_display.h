// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace headroom::ui {

// What the certification page says, ready to be painted or printed.

/// An ink plate: not a level, and not to be overlooked.
struct PlateDisplay {
    QString word;  ///< "OVERDUE 15 days"
    QString icon;
    QString detail;  ///< the sentence behind it; may be empty

    bool operator==(const PlateDisplay&) const = default;
};

/// Where the certificate stands between what began the cycle and the next review.
struct ReviewTimeline {
    QString fromText;  ///< "19 Jan certified"
    QString dueText;  ///< "19 Jul review due"
    double due = 1;  ///< as a share of the line
    double today = 0;  ///< as a share of the line

    bool operator==(const ReviewTimeline&) const = default;
};

struct CertificateHead {
    QString status;  ///< "ENTERPRISE_SCALE_READY"
    QString summary;  ///< "7 limits certified. 6 within limit over the last 30 days."
    QString exceeded;  ///< "1 exceeded"; empty: none
    QString certified;
    QString owner;
    QString cycle;
    QString nextReview;  ///< "–" while it is not known
    std::optional<PlateDisplay> duePlate;
    QVector<PlateDisplay> plates;  ///< DRIFTED, CONTRADICTED, REJECTED …
    std::optional<ReviewTimeline> timeline;
    QString lastReview;  ///< "reviewed 2026-08-03 by Ada Lovelace, approved"; empty: none yet
    QString hash;  ///< of what is in force; empty while it is not known
    QString auditHead;  ///< empty: there is none
    QString notice;  ///< what is not known, and why; empty: nothing is missing

    bool operator==(const CertificateHead&) const = default;
};

/// One certified limit and what was seen of it.
struct LimitRow {
    enum class Verdict { Unknown, Within, Exceeded };

    QString number;
    QString name;
    QString safeLimit;
    QString proof;
    QString status;
    QString statusNote;  ///< "drifted: 250 in force"; empty: none
    QString peak;  ///< "1042 /s"; "–" when nothing was observed
    QString peakTime;  ///< "14 Jul 11:02", or why there is none
    QString headroom;  ///< "−4.2 %"
    std::optional<double> used;  ///< 1 at the limit; for the bar
    Level level = Level::Unknown;  ///< of the peak; Unknown: no badge
    QString instead;  ///< where there is no bar: "hash chain unbroken"
    QString verdictText;
    Verdict verdict = Verdict::Unknown;

    bool operator==(const LimitRow&) const = default;
};

/// One of the tables below the limits.
struct GuidanceTable {
    struct Row {
        Level level = Level::Unknown;
        QStringList cells;
        bool isStrong = false;  ///< it stops writes

        bool operator==(const Row&) const = default;
    };

    QString title;
    QStringList header;
    int levelColumn = -1;  ///< its cells are empty: a badge stands there
    QVector<Row> rows;
    QString note;  ///< below the rows; may be empty

    bool operator==(const GuidanceTable&) const = default;
};

struct CertificationDisplay {
    CertificateHead head;
    QVector<LimitRow> limits;
    QVector<GuidanceTable> tables;
    QString readOnly;  ///< why no review can be recorded; empty: it can
    bool isStale = false;  ///< there is no contact: as it was last heard

    bool operator==(const CertificationDisplay&) const = default;
};

}  // namespace headroom::ui
