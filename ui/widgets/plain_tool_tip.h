// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace headroom::ui {

/// A tool tip that says just this, in lines that wrap: Qt would take markup in a source's text for
/// markup.
void setPlainToolTip(QWidget& widget, const QString& text);

}  // namespace headroom::ui
