// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_bar.h"

namespace headroom::ui {

QString scrollBarSheet(const Theme& theme)
{
    return QStringLiteral("QScrollBar{background:transparent;width:8px;margin:0}"
                          "QScrollBar::handle{background:%1;border-radius:3px;margin:0 1px;"
                          "min-height:32px}"
                          "QScrollBar::add-line,QScrollBar::sub-line{height:0}"
                          "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}")
        .arg(theme.color(Token::Line2).name());
}

}  // namespace headroom::ui
