// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/audit_query.h"
#include "monitor_core/base/result.h"
#include "monitor_core/certification/certification_status.h"

#include <QByteArray>

namespace headroom::ui {

// What a service answers about its certification and its audit trail, read as readSnapshot() reads:
// what does not fit makes the whole unreadable.

/// A certificate of the service that is not this program's is named in the status's `problem`.
[[nodiscard]] Result<CertificationStatus> readCertificationAnswer(const QByteArray& json);
[[nodiscard]] Result<AuditAnswer> readAuditAnswer(const QByteArray& json);
[[nodiscard]] Result<AuditVerdict> readVerdictAnswer(const QByteArray& json);

}  // namespace headroom::ui
