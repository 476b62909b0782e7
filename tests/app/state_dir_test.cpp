// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/state_dir.h"
#include "tests/support/temp_dir.h"

#include <QTest>

#include <cstdlib>
#include <fstream>
#include <optional>

using namespace headroom;
namespace fs = std::filesystem;

class StateDirTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewFolderBelongsToItsOwnerAlone()
    {
        const TempDir home;
        const auto path = home.path() / "a" / "headroom";
        const auto state = StateDir::open(path);
        QVERIFY(state);
        QVERIFY(fs::status(path).permissions() == fs::perms::owner_all);
    }

    void aSecondOneIsRefusedUntilTheFirstIsGone()
    {
        const TempDir home;
        std::optional first(StateDir::open(home.path()));
        QVERIFY(first->has_value());
        const auto second = StateDir::open(home.path());
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::Conflict);
        QVERIFY(second.error().text().find("--state-dir") != std::string::npos);
        first.reset();
        QVERIFY(StateDir::open(home.path()));
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const TempDir home;
        std::ofstream(home.path() / "file") << "no folder";
        const auto state = StateDir::open(home.path() / "file" / "headroom");
        QVERIFY(!state);
        QVERIFY(state.error().code == ErrorCode::Io);
        QVERIFY(state.error().text().find("headroom") != std::string::npos);
    }

    void aTemporaryOneLeavesNothing()
    {
        fs::path path;
        {
            const auto state = StateDir::temporary();
            QVERIFY(state);
            path = state->path();
            std::ofstream(path / "something") << "in it";
            QVERIFY(fs::exists(path));
        }
        QVERIFY(!fs::exists(path));
    }

    void theUsualPlaceFollowsXdg()
    {
        qputenv("XDG_STATE_HOME", "/var/state");
        QVERIFY(*StateDir::usualPath() == "/var/state/headroom");
        qputenv("XDG_STATE_HOME", "relative");
        qputenv("HOME", "/home/someone");
        QVERIFY(*StateDir::usualPath() == "/home/someone/.local/state/headroom");
        qunsetenv("XDG_STATE_HOME");
        qunsetenv("HOME");
        QVERIFY(!StateDir::usualPath());
    }
};

QTEST_GUILESS_MAIN(StateDirTest)
#include "state_dir_test.moc"
