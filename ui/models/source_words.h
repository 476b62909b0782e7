// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/service_check.h"
#include "ui/feed/source_report.h"

namespace headroom::ui {

/// What was found, so that a person can mend it: how far it came, whose certificate, the error by
/// the name under which it is looked up, and whether the token was sent.
[[nodiscard]] SourceReport reportOf(const ServiceFindings& findings, SystemTime now);
[[nodiscard]] SourceReport reportOf(const PrometheusFindings& findings, SystemTime now);

/// A report of something that went wrong before anything was asked.
[[nodiscard]] SourceReport failedReport(
    const QString& what, const QString& detail, const QString& fix, SystemTime now);

/// All as lines of text, for the clipboard.
[[nodiscard]] QString plainText(const SourceReport& report, const QString& source);

}  // namespace headroom::ui
