// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/command.h"

#include <QStringList>

namespace headroom::ui {

namespace {

QString textOf(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    const auto arrow = [&](Qt::Key key, const QString& sign) {
        const QString name = QKeySequence(key).toString(QKeySequence::NativeText);
        if (text == name || text.endsWith(QLatin1Char('+') + name)) {
            text = text.left(text.size() - name.size()) + sign;
        }
    };
    arrow(Qt::Key_Left, QStringLiteral("←"));
    arrow(Qt::Key_Right, QStringLiteral("→"));
    arrow(Qt::Key_Up, QStringLiteral("↑"));
    arrow(Qt::Key_Down, QStringLiteral("↓"));
    return text;
}

}  // namespace

PageCommand widgetKey(QString id, QString title, QVector<QKeySequence> keys)
{
    return { { std::move(id), std::move(title), std::move(keys), false }, nullptr, nullptr };
}

QString keyText(const CommandWords& command)
{
    return command.keys.isEmpty() ? QString() : textOf(command.keys.front());
}

QString keysText(const CommandWords& command)
{
    QStringList texts;
    for (const auto& keys : command.keys) {
        // The same key on another layout is not another key to people.
        const QString text = textOf(keys);
        const bool isShifted
            = text.startsWith(
                  QKeySequence(Qt::SHIFT | Qt::Key_A).toString(QKeySequence::NativeText).chopped(1))
            && texts.contains(text.section(QLatin1Char('+'), 1));
        if (!texts.contains(text) && !isShifted && text != QStringLiteral("Shift++")) {
            texts << text;
        }
    }
    return texts.join(QStringLiteral("  "));
}

}  // namespace headroom::ui
