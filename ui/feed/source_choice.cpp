// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/source_choice.h"

#include <QCoreApplication>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceChoice)
};

}  // namespace

QString nameOf(const SourceChoice& choice)
{
    switch (choice.kind) {
    case SourceKind::Workload:
        break;
    case SourceKind::Filesystem:
        return Words::tr("the folder %1").arg(choice.place);
    case SourceKind::Postgres:
        return Words::tr("the database");
    case SourceKind::Service:
        return choice.place;
    case SourceKind::Fleet:
        return Words::tr("the fleet of %1").arg(choice.place);
    }
    return Words::tr("local workload");
}

}  // namespace headroom::ui
