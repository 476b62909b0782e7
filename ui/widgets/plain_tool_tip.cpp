// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_tool_tip.h"

namespace headroom::ui {

namespace {

constexpr qsizetype kLongestTip = 2'000;

}  // namespace

void setPlainToolTip(QWidget& widget, const QString& text)
{
    if (text.isEmpty()) {
        widget.setToolTip({});
        return;
    }
    QString escaped = text.left(kLongestTip).toHtmlEscaped();
    escaped.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    widget.setToolTip(QStringLiteral("<qt>%1</qt>").arg(escaped));
}

}  // namespace headroom::ui
