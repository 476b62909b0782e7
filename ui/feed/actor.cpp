// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/actor.h"

#include <QString>
#include <QtGlobal>

namespace headroom::ui {

std::string actorName()
{
    const auto user = qEnvironmentVariable("USER");
    return user.isEmpty() ? "operator" : user.toStdString();
}

}  // namespace headroom::ui
