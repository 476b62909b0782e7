// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// palette_gallery FOLDER: pictures of the command palette and of the overview of keys, in both
// themes, in the smallest window and in a large one.

#include "tests/ui/support/fake_desk.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>

#include <cstdio>

using namespace headroom;
using namespace headroom::ui;

namespace {

bool paint(const QDir& folder, ThemeKind theme, QSize size, const QString& typed, bool isKeys)
{
    const ManualClock clock;
    SnapshotBuilder build(clock);
    FakeFeed feed;
    FakeDesk desk;
    OverviewModel model(feed, clock);
    model.setSourceDesk(&desk);
    WindowOptions options;
    options.page = QStringLiteral("thresholds");
    options.theme = theme;
    options.size = size;
    MainWindow window(model, options);
    feed.play(build.calm().build());
    window.show();
    QApplication::processEvents();
    isKeys ? window.openKeys() : window.openPalette();
    for (const QChar letter : typed) {
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(window.focusWidget(), &key);
    }
    QApplication::processEvents();
    const QString path = folder.filePath(
        QStringLiteral("%1_%2_%3.png")
            .arg(isKeys               ? QStringLiteral("keys")
                    : typed.isEmpty() ? QStringLiteral("palette")
                                      : QStringLiteral("typed"),
                theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                QString::number(size.width())));
    const bool isWritten = window.grab().save(path);
    std::printf("%s %s\n", isWritten ? "wrote" : "CANNOT WRITE", qPrintable(path));
    return isWritten;
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: palette_gallery FOLDER\n");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    bool isWhole = true;
    for (const auto theme : { ThemeKind::Dark, ThemeKind::Light }) {
        for (const QSize size : { MainWindow::kSmallest, QSize(1920, 1080) }) {
            isWhole = paint(folder, theme, size, {}, false) && isWhole;
            isWhole = paint(folder, theme, size, QStringLiteral("exp"), false) && isWhole;
            isWhole = paint(folder, theme, size, {}, true) && isWhole;
        }
    }
    return isWhole ? 0 : 1;
}
