// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/running_source.h"

#include "app/certified_policy.h"
#include "app/headroom/local_threshold_files.h"
#include "app/headroom/service_connection.h"
#include "app/platforms.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/sources/filesystem_source.h"
#include "monitor_core/sources/postgres_source.h"
#include "monitor_core/sources/workload_source.h"
#include "ui/feed/judged_feed.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/service_feed.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <utility>

namespace headroom {

namespace {

class LocalSource final : public RunningSource {
public:
    LocalSource(const CoreSurroundings& around, const std::filesystem::path& records,
        EmbeddedCore::MakeSource make)
        : core_(around, QCoreApplication::translate("headroom::SourceSwitch", "embedded"), records,
            std::move(make))
    {
    }

    [[nodiscard]] ui::Feed& feed() override { return core_.feed(); }
    Result<void> start() override { return core_.start(); }

private:
    EmbeddedCore core_;
};

/// One whose description says nothing that could be measured.
class UnreadableSource final : public RunningSource {
public:
    UnreadableSource(const CoreSurroundings& around, Error why)
        : feed_(QStringLiteral("nothing"), around.clock)
        , why_(std::move(why))
    {
    }

    [[nodiscard]] ui::Feed& feed() override { return feed_; }
    Result<void> start() override { return why_; }

private:
    ui::LocalFeed feed_;
    Error why_;
};

/// A service, of whichever kind it turns out to be.
class ServiceSource final : public RunningSource {
public:
    ServiceSource(
        const CoreSurroundings& around, const ui::SourceChoice& choice, const ui::HttpPeer& peer)
        : around_(around)
        , choice_(choice)
        , peer_(peer)
        , feed_(peer, around_.clock, [this](ui::ServiceKind kind) { return makeFeed(kind); })
    {
    }

    [[nodiscard]] ui::Feed& feed() override { return feed_; }
    Result<void> start() override { return {}; }  // it asks by itself, until there is an answer

private:
    ui::Feed* makeFeed(ui::ServiceKind kind)
    {
        const auto url = choice_.place.toStdString();
        if (kind == ui::ServiceKind::Current) {
            ui::RemoteSettings settings;
            settings.peer = peer_;
            settings.headFile
                = QString::fromStdString((around_.state / "remote-heads.json").string());
            settings.seed = QRandomGenerator::global()->generate();
            remote_ = std::make_unique<ui::RemoteFeed>(std::move(settings), around_.clock);
            const auto certified = policyFromJson(certifiedPolicyText());
            if (!certified) {
                return remote_.get();  // nothing to check a local copy by; a core would not start
            }
            judged_ = std::make_unique<ui::JudgedFeed>(*remote_,
                std::make_unique<LocalThresholdFiles>(
                    around_.files, folderOfService(around_.state, url), *certified, around_.clock));
            return judged_.get();
        }
        older_ = std::make_unique<EmbeddedCore>(around_, feed_.sourceText(),
            folderOfService(around_.state, url), [this, url](const ThresholdPolicy&, Recorder&) {
                return olderService(url, choice_.caFile.toStdString(), peer_, around_.clock);
            });
        older_->feed().setSourceElsewhere(true);
        if (const auto started = older_->start(); !started) {
            std::fprintf(stderr, "headroom: %s\n", started.error().text().c_str());
            return nullptr;
        }
        return &older_->feed();
    }

    CoreSurroundings around_;
    ui::SourceChoice choice_;
    ui::HttpPeer peer_;
    std::unique_ptr<ui::RemoteFeed> remote_;
    std::unique_ptr<ui::JudgedFeed> judged_;  ///< over the remote one
    std::unique_ptr<EmbeddedCore> older_;
    ui::ServiceFeed feed_;
};

}  // namespace

std::unique_ptr<RunningSource> makeRunningSource(const ui::SourceChoice& choice,
    const CoreSurroundings& around, const WorkloadSettings& workload, const ui::HttpPeer& peer)
{
    if (choice.kind == ui::SourceKind::Service) {
        return std::make_unique<ServiceSource>(around, choice, peer);
    }
    if (choice.kind == ui::SourceKind::Filesystem) {
        const auto folder = choice.place.toStdString();
        return std::make_unique<LocalSource>(around,
            folderOfService(around.state, "filesystem:" + folder),
            [folder, &clock = around.clock](const ThresholdPolicy& policy, Recorder&) {
                const auto limit = policy.limits[indexOf(Metric::TotalStorage)];
                return std::make_unique<FilesystemSource>(
                    folder, Bytes { static_cast<std::int64_t>(limit) }, clock);
            });
    }
    if (choice.kind == ui::SourceKind::Postgres) {
        const auto database = postgresSettings(choice.place.toStdString());
        if (!database) {
            return std::make_unique<UnreadableSource>(around, database.error());
        }
        // By its name, which holds no password: a new one must not begin a new history.
        return std::make_unique<LocalSource>(around,
            folderOfService(around.state, postgresName(*database)),
            [database = *database, &clock = around.clock](
                const ThresholdPolicy& policy, Recorder&) {
                const auto limit = policy.limits[indexOf(Metric::TotalStorage)];
                return std::make_unique<PostgresSource>(database,
                    Bytes { static_cast<std::int64_t>(limit) }, clock,
                    PostgresSource::Options { {}, storageMarksOfPlatform(database.platform) });
            });
    }
    auto settings = workload;
    // Who looks at a fleet did not ask for load on this machine.
    if (choice.isAtRest || choice.kind == ui::SourceKind::Fleet) {
        settings.writers = 0;
        settings.queryRate = {};
    }
    return std::make_unique<LocalSource>(
        around, around.state, [settings, around](const ThresholdPolicy&, Recorder& recorder) {
            return std::make_unique<WorkloadSource>(
                around.state / "workload", settings, recorder, around.clock);
        });
}

}  // namespace headroom
