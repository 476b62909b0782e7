// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// moc 6.4.2 stops with 'Parse error at "std"' on headers that reach <compare> or <concepts>;
// defining their guards lets it pass. Only moc reads this, through CMAKE_AUTOMOC_MOC_OPTIONS. Drop
// it at Qt 6.5.3.
#define _COMPARE
#define _GLIBCXX_CONCEPTS
