// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/view.h"

#include <QString>

#include <vector>

namespace headroom::ui {

/// How a page is made, and what it will be able to do.
struct PageMake {
    View* (*page)(OverviewModel& model, QWidget* parent);
    std::vector<PageCommand> (*commands)();
};

/// A page: how people name it, reach it, and how it is made.
struct ViewRow {
    QString id;  ///< on the command line: "overview"
    QString title;
    QString icon;  ///< name in resources/icons
    QString shortcut;  ///< "Ctrl+1"
    PageMake make;
};

/// The pages in the order of the rail; the first one opens first.
[[nodiscard]] const std::vector<ViewRow>& viewList();

}  // namespace headroom::ui
