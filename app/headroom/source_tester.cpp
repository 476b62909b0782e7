// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/source_tester.h"

#include "monitor_core/sources/filesystem_source.h"
#include "monitor_core/sources/postgres_probe.h"
#include "ui/feed/service_check.h"
#include "ui/models/source_words.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <thread>
#include <utility>

namespace headroom {

namespace {

namespace fs = std::filesystem;
using ui::SourceReport;

SystemTime now() { return SystemClock().systemNow(); }

QString shown(const fs::path& path) { return QString::fromStdString(path.string()); }

SourceReport folderReport(const fs::path& folder)
{
    std::error_code failed;
    const auto status = fs::status(folder, failed);
    if (status.type() == fs::file_type::not_found) {
        return ui::failedReport(SourceTester::tr("no such folder"),
            SourceTester::tr("%1 does not exist.").arg(shown(folder)),
            SourceTester::tr("create it, mount its disk, or choose another folder."), now());
    }
    if (!failed && status.type() != fs::file_type::directory) {
        return ui::failedReport(SourceTester::tr("not a folder"),
            SourceTester::tr("%1 is a file.").arg(shown(folder)),
            SourceTester::tr("choose the folder."), now());
    }
    const SystemClock clock;
    QElapsedTimer timer;
    timer.start();
    const auto limit = info(Metric::TotalStorage).certifiedLimit;
    FilesystemSource source(folder.string(), Bytes { static_cast<std::int64_t>(limit) }, clock);
    const auto readings = source.collect();
    if (!readings) {
        return ui::failedReport(SourceTester::tr("cannot be read"),
            QString::fromStdString(readings.error().text()) + QLatin1Char('.'),
            SourceTester::tr("give this account the right to read it."), now());
    }
    SourceReport report;
    report.at = now();
    report.isGood = true;
    report.title = SourceTester::tr("Readable");
    const auto& count = readings->slots[indexOf(Metric::ArtifactCount)];
    const auto& used = readings->slots[indexOf(Metric::TotalStorage)];
    if (count && used) {
        report.detail = QStringLiteral("%1, %2").arg(
            ui::format::plural(static_cast<qint64>(count->value), "artifact", "artifacts"),
            ui::format::bytes(used->value));
    }
    report.facts.append(
        { SourceTester::tr("Read through"), SourceTester::tr("in %1 ms").arg(timer.elapsed()) });
    if (!readings->problem.empty()) {
        report.facts.append(
            { SourceTester::tr("Problem"), QString::fromStdString(readings->problem) });
    }
    report.covers.emplace();
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        (*report.covers)[i] = readings->slots[i].has_value();
    }
    (*report.covers)[indexOf(Metric::AuditRetention)] = true;  // the core's own
    return report;
}

/// What the workload does all the time: an artifact, written and synced.
SourceReport scratchReport(const fs::path& state)
{
    constexpr std::size_t kBytes = 64 * 1024;
    auto pattern = (state / "source-test-XXXXXX").string();
    QElapsedTimer timer;
    timer.start();
    const int file = ::mkostemp(pattern.data(), O_CLOEXEC);
    const std::string content(kBytes, 'h');
    const bool isWritten = file >= 0
        && ::write(file, content.data(), kBytes) == static_cast<ssize_t>(kBytes)
        && ::fsync(file) == 0;
    const int problem = errno;
    const auto took = timer.elapsed();
    if (file >= 0) {
        ::close(file);
        ::unlink(pattern.c_str());
    }
    if (!isWritten) {
        return ui::failedReport(SourceTester::tr("cannot write"),
            SourceTester::tr("An artifact cannot be written in %1: %2.")
                .arg(
                    shown(state), QString::fromStdString(std::generic_category().message(problem))),
            SourceTester::tr("make room on that disk, or choose another one with --state-dir."),
            now());
    }
    SourceReport report;
    report.at = now();
    report.isGood = true;
    report.title = SourceTester::tr("Writable");
    report.detail = SourceTester::tr("64 KB were written and synced in %1 ms.").arg(took);
    std::error_code failed;
    const auto space = fs::space(state, failed);
    report.facts.append({ SourceTester::tr("Folder"), shown(state / "workload") });
    if (!failed) {
        report.facts.append({ SourceTester::tr("Free there"),
            ui::format::bytes(static_cast<double>(space.available)) });
    }
    return report;
}

/// What using it would ask, twice a second apart; no message repeats a password.
SourceReport databaseReport(const std::string& conninfo)
{
    QElapsedTimer timer;
    timer.start();
    const auto probe = probePostgres(conninfo);
    if (!probe) {
        const bool isReadable = probe.error().code != ErrorCode::InvalidArgument;
        return ui::failedReport(
            isReadable ? SourceTester::tr("not reached") : SourceTester::tr("cannot be read"),
            QString::fromStdString(probe.error().text()) + QLatin1Char('.'),
            isReadable ? SourceTester::tr("look at host, port, database, role and password file.")
                       : SourceTester::tr("correct what was typed."),
            now());
    }
    SourceReport report;
    report.at = now();
    report.isGood = true;
    report.title = SourceTester::tr("Connected");
    report.detail = QString::fromStdString(probe->name);
    const auto fact = [&](const QString& name, const std::string& value) {
        report.facts.append({ name, QString::fromStdString(value) });
    };
    report.facts.append(
        { SourceTester::tr("Asked"), SourceTester::tr("twice, in %1 ms").arg(timer.elapsed()) });
    fact(SourceTester::tr("Server"), probe->facts.versionText);
    fact(SourceTester::tr("Role"),
        probe->facts.role + (probe->facts.isReadOnlyByDefault ? ", read-only" : ""));
    for (const auto& advice : probe->advice) {
        fact(SourceTester::tr("Better"), advice);
    }
    report.covers.emplace();
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        (*report.covers)[i] = probe->coverage[i].isMeasured;
    }
    (*report.covers)[indexOf(Metric::AuditRetention)] = true;  // the core's own
    return report;
}

}  // namespace

SourceTester::SourceTester(fs::path state, QObject* parent)
    : QObject(parent)
    , state_(std::move(state))
{
}

void SourceTester::test(const ui::SourceChoice& choice, const ui::HttpPeer& peer, Done done)
{
    const auto slot = static_cast<std::size_t>(choice.kind);
    ++tests_[slot];
    delete std::exchange(running_[slot], nullptr);
    switch (choice.kind) {
    case ui::SourceKind::Workload:
        testAside(
            choice.kind, [state = state_] { return scratchReport(state); }, done);
        break;
    case ui::SourceKind::Filesystem:
        testAside(
            choice.kind,
            [folder = fs::path(choice.place.toStdString())] { return folderReport(folder); }, done);
        break;
    case ui::SourceKind::Postgres:
        testAside(
            choice.kind,
            [conninfo = choice.place.toStdString()] { return databaseReport(conninfo); }, done);
        break;
    case ui::SourceKind::Service: {
        auto* check = new ui::ServiceCheck(peer, this);
        running_[slot] = check;
        check->start([done](const ui::ServiceFindings& found) { done(reportOf(found, now())); });
        break;
    }
    case ui::SourceKind::Fleet: {
        auto* check = new ui::PrometheusCheck(peer, this);
        running_[slot] = check;
        check->start([done](const ui::PrometheusFindings& found) { done(reportOf(found, now())); });
        break;
    }
    }
}

void SourceTester::testAside(ui::SourceKind kind, Work work, const Done& done)
{
    const auto slot = static_cast<std::size_t>(kind);
    auto answer = [self = QPointer<SourceTester>(this), slot, asked = tests_[slot], done](
                      const SourceReport& report) {
        if (self && self->tests_[slot] == asked) {
            done(report);
        }
    };
    std::thread([work = std::move(work), answer = std::move(answer)] {
        const auto report = work();
        if (QCoreApplication::instance() != nullptr) {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [answer, report] { answer(report); },
                Qt::QueuedConnection);
        }
    }).detach();
}

}  // namespace headroom
