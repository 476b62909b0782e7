// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"
#include "ui/models/trends_words.h"
#include "ui/views/command_palette.h"
#include "ui/views/keys_overview.h"
#include "ui/views/sources_page.h"
#include "ui/views/trends_page.h"
#include "ui/views/view_list.h"
#include "ui/widgets/rail.h"

#include <QAction>

// What a person can do in the window, and the ways to it: keys, the palette, the overview of keys.

namespace headroom::ui {

namespace {

using Reach = WindowCommand::Reach;

WindowCommand everywhere(const char* id, const QString& title, QVector<QKeySequence> keys,
    Reach reach, std::function<void()> run)
{
    WindowCommand command;
    command.id = QString::fromLatin1(id);
    command.title = title;
    command.keys = std::move(keys);
    command.reach = reach;
    command.run = std::move(run);
    return command;
}

QString titleOf(const QString& page)
{
    for (const auto& row : viewList()) {
        if (row.id == page) {
            return row.title;
        }
    }
    return {};
}

}  // namespace

void MainWindow::buildCommands()
{
    const auto add = [this](WindowCommand command) -> WindowCommand& {
        commands_.push_back(std::move(command));
        return commands_.back();
    };
    auto& palette = add(everywhere("palette", tr("Command palette"), { Qt::CTRL | Qt::Key_K },
        Reach::Desk, [this] { openPalette(); }));
    palette.isInPalette = false;
    palette.worksInOverlay = true;
    add(everywhere("keys", tr("Keyboard shortcuts"),
            { Qt::Key_Question, Qt::SHIFT | Qt::Key_Question, Qt::Key_F1 }, Reach::Desk,
            [this] { openKeys(); }))
        .worksInOverlay
        = true;
    auto& back = add(everywhere("back", tr("Back: close, leave the wall, or to the pages"),
        { Qt::Key_Escape }, Reach::Wall, [this] { goBack(); }));
    back.isInPalette = false;
    back.worksInOverlay = true;
    add(everywhere("acknowledge", tr("Acknowledge the first alert that waits"), { Qt::Key_A },
        Reach::Wall, [this] { acknowledge(); }));
    add(everywhere("wall", tr("Wall mode"), { Qt::Key_F11 }, Reach::Wall,
        [this] { setWall(!isWall_ && welcome_ == nullptr); }));
    add(everywhere(
        "theme", tr("Dark or light"), { Qt::Key_T }, Reach::Always, [this] { switchTheme(); }));
    add(everywhere("mute", tr("Mute the sound of RED"), { Qt::Key_M }, Reach::Always,
        [this] { Q_EMIT muteRequested(); }));
    for (const auto& row : viewList()) {
        add(everywhere("", tr("Go to %1").arg(row.title), { QKeySequence(row.shortcut) },
                Reach::Wall,
                [this, id = row.id] {
                    setWall(false);
                    openPage(id);
                }))
            .id
            = row.id;
    }
    addPageCommands();
    bindKeys();
}

void MainWindow::addPageCommands()
{
    for (const auto& row : viewList()) {
        for (const auto& command : row.make.commands()) {
            WindowCommand offered;
            static_cast<CommandWords&>(offered) = command;
            offered.page = row.id;
            if (command.run) {
                offered.run = [this, id = row.id, run = command.run] {
                    openPage(id);
                    run(*pageWidget(id));
                };
            }
            if (command.whyNot) {
                // A page that nobody has opened yet knows no reason; it says so itself when asked.
                offered.whyNot = [this, id = row.id, whyNot = command.whyNot] {
                    const auto* page = pages_.value(id);
                    return page != nullptr ? whyNot(*page) : QString();
                };
            }
            commands_.push_back(std::move(offered));
        }
    }
}

void MainWindow::bindKeys()
{
    for (const auto& command : commands_) {
        if (!command.page.isEmpty() || command.keys.isEmpty()) {
            continue;  // pages have their own
        }
        auto* action = new QAction(command.title, this);
        action->setShortcuts(command.keys);
        connect(action, &QAction::triggered, this, [this, &command] { runByKey(command); });
        addAction(action);
    }
}

void MainWindow::runByKey(const WindowCommand& command)
{
    const bool reaches = command.reach == Reach::Always || command.id == QLatin1String("wall")
        || (welcome_ == nullptr && (!isWall_ || command.reach == Reach::Wall));
    if (reaches && (!overlay_ || command.worksInOverlay)) {
        command.run();
    }
}

QString MainWindow::keyOf(const QString& id) const
{
    for (const auto& command : commands_) {
        if (command.page.isEmpty() && command.id == id) {
            return keyText(command);
        }
    }
    return {};
}

View* MainWindow::shownView() const
{
    View* page = pages_.value(isWall_ ? rotation_.page() : page_);
    return isWall_ && page == nullptr ? wall_ : page;
}

void MainWindow::acknowledge()
{
    if (auto* view = shownView(); view != nullptr) {
        view->acknowledgeFirst();
    }
}

void MainWindow::switchTheme()
{
    setTheme(theme() == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark);
}

void MainWindow::goBack()
{
    if (overlay_) {
        overlay_->dismiss();
    } else if (isWall_) {
        setWall(false);
    } else if (auto* page = shownView(); page != nullptr && !page->goBack()) {
        if (auto* focus = focusWidget(); focus != nullptr && focus != this) {
            rail_->isAncestorOf(focus) ? setFocus() : rail_->focusCurrent();
        }
    }
}

void MainWindow::openPalette()
{
    if (qobject_cast<CommandPalette*>(overlay_) != nullptr) {
        overlay_->dismiss();
        return;
    }
    QVector<PaletteEntry> entries;
    const auto add = [&](const WindowCommand& command) {
        if (!command.isInPalette || !command.run) {
            return;
        }
        entries.push_back({ command.title, titleOf(command.page), keyText(command),
            command.whyNot ? command.whyNot() : QString(), command.run });
    };
    // What the page in sight can do comes first, and what other pages can do last.
    const auto addAll = [&](auto isWanted) {
        for (const auto& command : commands_) {
            if (isWanted(command.page)) {
                add(command);
            }
        }
    };
    addAll([this](const QString& page) { return page == page_; });
    addAll([](const QString& page) { return page.isEmpty(); });
    addAll([this](const QString& page) { return !page.isEmpty() && page != page_; });
    const auto& metrics = trendsMetrics();
    for (int i = 0; i < static_cast<int>(metrics.size()); ++i) {
        const auto show = [this, i] {
            openPage(QStringLiteral("trends"));
            static_cast<TrendsPage*>(pageWidget(QStringLiteral("trends")))->showMetric(i);
        };
        entries.push_back({ tr("Trend of %1").arg(tabText(metrics[static_cast<std::size_t>(i)])),
            titleOf(QStringLiteral("trends")), {}, {}, show });
    }
    const std::pair<SourceKind, QString> sources[] = {
        { SourceKind::Workload, tr("Source: built-in workload…") },
        { SourceKind::Filesystem, tr("Source: a folder…") },
        { SourceKind::Postgres, tr("Source: PostgreSQL…") },
        { SourceKind::Service, tr("Source: a remote service…") },
        { SourceKind::Fleet, tr("Source: a fleet through Prometheus…") },
    };
    for (const auto& [kind, title] : sources) {
        // The page tests a source before it is used, and says what came of it.
        const auto show = [this, which = kind] {
            openPage(QStringLiteral("sources"));
            static_cast<SourcesPage*>(pageWidget(QStringLiteral("sources")))->goTo(which);
        };
        auto* desk = model_.sourceDesk();
        entries.push_back({ title, titleOf(QStringLiteral("sources")), {},
            desk != nullptr ? desk->whyNotUsable(kind) : QString(), show });
    }
    bringUp(new CommandPalette(std::move(entries), this));
}

void MainWindow::openKeys()
{
    if (qobject_cast<KeysOverview*>(overlay_) != nullptr) {
        overlay_->dismiss();
        return;
    }
    QVector<KeyGroup> groups;
    const auto add = [&](const QString& page, const QString& title) {
        KeyGroup group { title, {} };
        for (const auto& command : commands_) {
            if (command.page == page && !command.keys.isEmpty()) {
                group.rows.push_back({ keysText(command), command.title });
            }
        }
        if (!group.rows.isEmpty()) {
            groups.push_back(group);
        }
    };
    add(page_, titleOf(page_));
    add({}, tr("Everywhere"));
    for (const auto& row : viewList()) {
        if (row.id != page_) {
            add(row.id, row.title);
        }
    }
    bringUp(new KeysOverview(groups, this));
}

Overlay* MainWindow::overlay() const { return overlay_; }

void MainWindow::bringUp(Overlay* overlay)
{
    if (overlay_) {
        overlay_->dismiss();
    }
    overlay_ = overlay;
    overlay_->setTheme(*theme_);
    connect(overlay_, &Overlay::dismissed, this, [this] {
        overlay_ = nullptr;
        notePageKeys();
    });
    notePageKeys();
    place();
    overlay_->open();
}

void MainWindow::notePageKeys()
{
    for (auto* page : std::as_const(pages_)) {
        if (page != nullptr) {
            page->setKeysActive(!isWall_ && !overlay_);
        }
    }
}

}  // namespace headroom::ui
