// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/feed.h"

#include "monitor_core/certification/certification_status.h"
#include "ui/feed/main_thread.h"

namespace headroom::ui {

void Feed::queryCertification(QObject* context, Answered<CertificationStatus> answered)
{
    refuseLater(context, answered, tr("%1 does not tell about reviews").arg(sourceText()));
}

void Feed::queryAudit(QObject* context, AuditRange, Answered<AuditAnswer> answered)
{
    refuseLater(context, answered, tr("%1 does not show its audit trail").arg(sourceText()));
}

void Feed::verifyAudit(QObject* context, Answered<AuditVerdict> answered)
{
    refuseLater(context, answered, tr("%1 does not show its audit trail").arg(sourceText()));
}

}  // namespace headroom::ui
