// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>
#include <QStringList>

class QWidget;

namespace headroom::ui {

// What painted widgets are for those who cannot see them. Qt takes them for plain clients; name and
// description are the widget's own (setAccessibleName, setAccessibleDescription). Main thread.

/// What the widget is: a chart, a list, a tab. Before it has a name,
/// since Qt asks then and remembers: in a constructor. Buttons
/// can be pressed whatever they are.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

/// The lines of a list that the widget paints: one child each, to be read one by one.
void setAccessibleLines(QWidget& widget, const QStringList& lines);

}  // namespace headroom::ui
