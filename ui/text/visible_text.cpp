// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/visible_text.h"

#include <algorithm>

namespace headroom::ui {

namespace {

bool isHidden(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || QChar::category(c) == QChar::Other_Surrogate
        || c == 0x2028 || c == 0x2029 || c == 0x3164 || c == 0x115F || c == 0x1160
        || (c >= 0x80 && c < 0xA0);
}

void append(QString& shown, char32_t c)
{
    if (c < 0x20) {
        shown += QChar(static_cast<char16_t>(0x2400 + c));  // ␀ … ␟
    } else if (c == 0x7F) {
        shown += QChar(0x2421);
    } else if (isHidden(c)) {
        shown += QStringLiteral("‹U+%1›")
                     .arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'))
                     .toUpper();
    } else {
        shown += QString::fromUcs4(&c, 1);
    }
}

}  // namespace

QString visibleText(const QString& text, qsizetype longest)
{
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; };
    if (text.size() <= longest && std::all_of(text.begin(), text.end(), isPlain)) {
        return text;
    }
    QString shown;
    const auto size = text.size();
    qsizetype at = 0;
    while (at < size && shown.size() < longest) {
        char32_t c = text.at(at).unicode();
        if (text.at(at).isHighSurrogate() && at + 1 < size && text.at(at + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
            ++at;
        }
        ++at;
        append(shown, c);
    }
    if (at < size) {
        shown += QChar(0x2026);
    }
    return shown;
}

QString visibleText(const std::string& utf8, qsizetype longest)
{
    // Four bytes a character at most; the spare ones say that something was cut.
    const auto most = static_cast<std::size_t>(longest + 1) * 4;
    return visibleText(
        QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), most))),
        longest);
}

}  // namespace headroom::ui
