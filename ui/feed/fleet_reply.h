// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "ui/feed/http_exchange.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace headroom::ui {

/// One sample of an instant query.
struct PromSample {
    QHash<QString, QString> labels;
    std::optional<double> value;  ///< empty for NaN and the infinities: nothing to show
    double at = 0;  ///< Unix seconds by the server's clock

    [[nodiscard]] QString label(const char* name) const
    {
        return labels.value(QLatin1String(name));
    }
};

struct PromVector {
    std::vector<PromSample> samples;
    QString warning;  ///< the answer is not whole, says the server; empty: it is
};

/// No query of ours has a longer answer; longer ones are refused unread.
inline constexpr qsizetype kMostFleetBytes = 1024 * 1024;
inline constexpr qsizetype kMostFleetSamples = 2'000;

/// What a Prometheus server answered to an instant query, or what is wrong with it, for people, to
/// stand behind the name of the server: "answered 503: …". Nothing in it is trusted.
[[nodiscard]] Result<PromVector> vectorFrom(const HttpAnswer& answer);

}  // namespace headroom::ui
