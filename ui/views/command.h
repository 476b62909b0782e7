// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>
#include <QVector>

#include <functional>
#include <utility>
#include <vector>

namespace headroom::ui {

class View;

/// One thing that a person can do: what it is called and which keys do it. Key bindings, the
/// command palette, the overview of keys and the keys in tool tips are all made from these.
struct CommandWords {
    QString id;  ///< "export"; unlike any other of its page
    QString
        title;  ///< as a person says it: "Export CSV…", with dots where something is asked first
    QVector<QKeySequence> keys;  ///< the first one is the one that is shown
    bool isInPalette = true;  ///< a step of a range is not worth a line there
};

/// What a page can do; every page declares its own once, as commands().
struct PageCommand : CommandWords {
    /// Null: a widget of the page has these keys by itself; only the overview lists them.
    std::function<void(View&)> run;
    /// Why it cannot be done now, as a sentence; null: it always can.
    std::function<QString(const View&)> whyNot;
};

/// `run` and `whyNot` are members of `Page` or take one.
template <typename Page, typename Run>
PageCommand pageCommand(QString id, QString title, QVector<QKeySequence> keys, Run run)
{
    return { { std::move(id), std::move(title), std::move(keys) },
        [run](View& view) { std::invoke(run, static_cast<Page&>(view)); }, nullptr };
}
template <typename Page, typename Run, typename WhyNot>
PageCommand pageCommand(
    QString id, QString title, QVector<QKeySequence> keys, Run run, WhyNot whyNot)
{
    auto command
        = pageCommand<Page>(std::move(id), std::move(title), std::move(keys), std::move(run));
    command.whyNot = [whyNot](const View& view) -> QString {
        return std::invoke(whyNot, static_cast<const Page&>(view));
    };
    return command;
}
/// For the keys only: not in the palette.
template <typename Page, typename Run>
PageCommand keyCommand(QString id, QString title, QVector<QKeySequence> keys, Run run)
{
    auto command
        = pageCommand<Page>(std::move(id), std::move(title), std::move(keys), std::move(run));
    command.isInPalette = false;
    return command;
}
/// A widget of the page has these keys by itself.
[[nodiscard]] PageCommand widgetKey(QString id, QString title, QVector<QKeySequence> keys);

/// What the window can do, its pages' commands among it.
struct WindowCommand : CommandWords {
    /// Where its keys work.
    enum class Reach {
        Desk,
        Wall,  ///< and while the wall is shown
        Always,  ///< and while somebody is welcomed
    };

    QString page;  ///< whose it is; empty: the window's
    Reach reach = Reach::Desk;
    bool worksInOverlay = false;  ///< also while the palette or the overview is in front
    std::function<void()> run;
    std::function<QString()> whyNot;
};

/// The first key as people read it: "Ctrl+E", "←"; empty where there is none.
[[nodiscard]] QString keyText(const CommandWords& command);
/// All of them.
[[nodiscard]] QString keysText(const CommandWords& command);

/// "Search · /": the words of a tool tip with the key of the command `id`.
template <typename Commands>
QString tipWithKey(const QString& words, const Commands& commands, QStringView id)
{
    for (const auto& command : commands) {
        if (command.id == id && !command.keys.isEmpty()) {
            return words + QStringLiteral(" · ") + keyText(command);
        }
    }
    Q_ASSERT_X(false, "tipWithKey", "no such command, or it has no key");
    return words;
}

}  // namespace headroom::ui
