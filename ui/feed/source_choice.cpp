// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/source_choice.h"

namespace headroom::ui {

QString nameOf(const SourceChoice& choice)
{
    switch (choice.kind) {
    case SourceKind::Workload:
        break;
    case SourceKind::Filesystem:
        return QStringLiteral("the folder ") + choice.place;
    case SourceKind::Postgres:
        return QStringLiteral("the database");
    case SourceKind::Service:
        return choice.place;
    case SourceKind::Fleet:
        return QStringLiteral("the fleet of ") + choice.place;
    }
    return QStringLiteral("local workload");
}

}  // namespace headroom::ui
