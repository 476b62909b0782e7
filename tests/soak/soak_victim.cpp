// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs the real core on a state folder under a restless load, until it is killed or standard input
// ends, and says on standard output what it was told is kept:
//
//   ready                                  about to open what an earlier life left
//   step SEQUENCE KIND ALERT               an alert step that the board shows as stored
//   ack ALERT NOTE, shelf ALERT NOTE       a command that was answered with success
//   note SUBJECT                           an audit record that was answered with success
//   head SEQUENCE:HASH                     a head of the audit trail as it is shown
//   thresholds VERSION LIMIT_MS            a change of thresholds that was answered with success
//   gate halted, gate reopened             a change that is recorded and remembered
//   row SECOND INDEX:MIN:MAX …             a second of history that is acknowledged as stored
//   sent MESSAGE                           a message given to a receiver
//   problem TEXT                           what it says is wrong, which is nothing in this test
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/history/history_row.h"
#include "monitor_core/monitor.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/threshold_files.h"
#include "tests/soak/fast_clock.h"
#include "tests/soak/restless_source.h"
#include "tests/soak/soak_settings.h"
#include "tests/support/certified_policy.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <iostream>
#include <set>
#include <thread>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// One write, so that a line is whole or not there. Any thread.
void say(std::string line)
{
    line += '\n';
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        ::_exit(3);
    }
}

std::string textOf(const HistoryRow& row)
{
    std::string text = "row " + std::to_string(row.startSeconds);
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (const auto& stats = row.metrics[i]) {
            char numbers[80];
            std::snprintf(numbers, sizeof numbers, " %zu:%a:%a", i, stats->min, stats->max);
            text += numbers;
        }
    }
    return text;
}

/// Storage, and what went into its history, said once it is acknowledged.
class TellingRecords final : public Records {
public:
    explicit TellingRecords(Storage& storage)
        : storage_(storage)
    {
    }
    void take(SnapshotPtr snapshot) override
    {
        // Asked before the new row is handed over: what is stored now was handed over before.
        const auto stored = storage_.historyStoredThrough();
        while (stored && !waiting_.empty()
            && SystemTime(std::chrono::seconds(waiting_.front().first)) <= *stored) {
            say(waiting_.front().second);
            waiting_.pop_front();
        }
        storage_.take(std::move(snapshot));
    }
    void take(HistoryRow second) override
    {
        waiting_.emplace_back(second.startSeconds, textOf(second));
        storage_.take(std::move(second));
    }
    Result<void> audit(const AuditNote& note) override { return storage_.audit(note); }
    void auditLater(AuditNote note, std::function<void(Result<void>)> done) override
    {
        storage_.auditLater(std::move(note), std::move(done));
    }
    void recordHalt(bool isHalted, AuditNote note, std::function<void(Result<void>)> done) override
    {
        storage_.recordHalt(
            isHalted, std::move(note), [isHalted, done = std::move(done)](Result<void> outcome) {
                if (outcome) {
                    say(isHalted ? "gate halted" : "gate reopened");
                }
                done(std::move(outcome));
            });
    }
    [[nodiscard]] bool wasHalted() const override { return storage_.wasHalted(); }
    void storeThresholds(std::uint64_t version, std::string json, AuditNote note,
        std::function<void(Result<void>)> done) override
    {
        storage_.storeThresholds(version, std::move(json), std::move(note), std::move(done));
    }
    Result<void> submit(const Command& command) override { return storage_.submit(command); }
    [[nodiscard]] AlertBoardPtr alerts() const override { return storage_.alerts(); }
    [[nodiscard]] AuditSummary auditSummary() const override { return storage_.auditSummary(); }
    [[nodiscard]] SteadyTime aliveAt() const override { return storage_.aliveAt(); }
    [[nodiscard]] std::string problem() const override { return storage_.problem(); }
    void onAlerts(std::function<void(AlertBoardPtr)> onBoard) override
    {
        storage_.onAlerts(std::move(onBoard));
    }
    void queryMetrics(std::vector<Metric> metrics, TimeRange range, int maxPoints,
        std::function<void(Result<std::vector<HistoryAnswer>>)> answer) override
    {
        storage_.queryMetrics(std::move(metrics), range, maxPoints, std::move(answer));
    }
    void queryLatency(
        TimeRange range, int maxPoints, std::function<void(Result<LatencyAnswer>)> answer) override
    {
        storage_.queryLatency(range, maxPoints, std::move(answer));
    }
    void queryCertification(std::function<void(const CertificationStatus&)> answer) override
    {
        storage_.queryCertification(std::move(answer));
    }
    void queryAlertHistory(
        std::size_t limit, std::function<void(Result<AlertHistoryAnswer>)> answer) override
    {
        storage_.queryAlertHistory(limit, std::move(answer));
    }
    void queryStorageForecast(std::function<void(Result<StorageForecast>)> answer) override
    {
        storage_.queryStorageForecast(std::move(answer));
    }
    void queryAudit(AuditRange range, std::function<void(Result<AuditAnswer>)> answer) override
    {
        storage_.queryAudit(range, std::move(answer));
    }
    void verifyAudit(std::string head, std::function<void(Result<AuditVerdict>)> answer) override
    {
        storage_.verifyAudit(std::move(head), std::move(answer));
    }

private:
    Storage& storage_;
    std::deque<std::pair<std::int64_t, std::string>> waiting_;  ///< monitor thread
};

/// Receivers that refuse every fourth message.
class TellingNotifier final : public Notifier {
public:
    Result<void> deliver(const Delivery& delivery) override
    {
        if (++count_ % 4 == 0) {
            return Error { ErrorCode::Unavailable, "not now", "receiver" };
        }
        say("sent " + delivery.messageId);
        return {};
    }

private:
    int count_ = 0;
};

/// Says every step that has become visible and is stored. Storage thread.
class StepTeller {
public:
    void see(const AlertBoard& board)
    {
        if (!board.storeProblem.empty()) {
            say("problem " + board.storeProblem);
            return;
        }
        auto newest = told_;
        for (const auto* list : { &board.open, &board.lastCleared }) {
            for (const auto& alert : *list) {
                for (const auto& step : *alert.steps) {
                    if (step.sequence > told_) {
                        newest = std::max(newest, step.sequence);
                        say("step " + std::to_string(step.sequence) + ' '
                            + std::string(toString(step.kind)) + ' ' + step.alertId);
                    }
                }
            }
        }
        told_ = newest;
    }

private:
    std::uint64_t told_ = 0;
};

struct Life {
    const Clock& clock;
    Recorder& recorder;
    Storage& storage;
    Monitor& monitor;
    std::string name;  ///< unlike any other life's
    std::atomic<bool> isEnding = false;

    /// Writes that come near the limit and reach it, and queries of all lengths.
    void load(unsigned seed)
    {
        std::mt19937 random(seed);
        while (!isEnding) {
            std::vector<Recorder::WriteScope> writes;
            const auto many = random() % 8 == 0 ? 100U + random() % 10 : random() % 90;
            for (unsigned i = 0; i < many; ++i) {
                writes.push_back(recorder.beginWrite(megabytes(1)));
                recorder.recordLatency(std::chrono::microseconds(random() % 700'000));
            }
            std::this_thread::sleep_for(5ms);
            for (auto& write : writes) {
                write.complete(megabytes(1));
            }
        }
    }

    void keepAudit()
    {
        for (int n = 0; !isEnding; ++n) {
            const std::string subject = name + '.' + std::to_string(n);
            if (storage.audit({ "MK", "soak.note", subject, "", "" })) {
                say("note " + subject);
            }
            const auto summary = storage.auditSummary();
            if (summary.isKnown) {
                say("head " + summary.head);
            }
            if (summary.isBroken) {
                say("problem audit broken at " + std::to_string(summary.firstBadSequence) + ": "
                    + summary.why);
            }
            if (const auto problem = storage.problem(); !problem.empty()) {
                say("problem " + problem);
            }
            std::this_thread::sleep_for(4ms);
        }
    }

    void answerAlerts(unsigned seed)
    {
        std::mt19937 random(seed);
        for (int n = 0; !isEnding; ++n) {
            std::this_thread::sleep_for(7ms);
            const auto board = monitor.alerts();
            if (!board || board->open.empty()) {
                continue;
            }
            const auto& alert = board->open[random() % board->open.size()];
            const std::string note = name + '.' + std::to_string(n);
            if (random() % 4 != 0) {
                if (monitor.submit({ "MK", AcknowledgeAlert { alert.id, note } })) {
                    say("ack " + alert.id + ' ' + note);
                }
            } else if (monitor.submit({ "MK", ShelveAlert { alert.id, 60s, note } })) {
                say("shelf " + alert.id + ' ' + note);
            }
        }
    }

    /// Two people who know nothing of each other: one of them often has a conflict.
    void changeThresholds(unsigned seed, const ThresholdPolicy& certified)
    {
        std::mt19937 random(seed);
        while (!isEnding) {
            std::this_thread::sleep_for(11ms);
            const auto seen = monitor.latest();
            if (!seen) {
                continue;
            }
            const auto milliseconds = 500 + static_cast<int>(random() % 100);
            EditableThresholds wanted { certified.thresholds, certified.gate.resumeBelow,
                certified.gate.resumeStorageBelow, false };
            wanted.thresholds[indexOf(Metric::QueryResponse)].red->value = milliseconds;
            const auto version = seen->thresholdsVersion;
            if (monitor.submit({ "MK", ChangeThresholds { wanted, version, "soak" } })) {
                say("thresholds " + std::to_string(version + 1) + ' '
                    + std::to_string(milliseconds));
            }
            if (!seen->thresholdsProblem.empty()) {
                say("problem " + seen->thresholdsProblem);
            }
        }
    }
};

/// Until standard input ends.
void awaitEnd()
{
    pollfd input { STDIN_FILENO, POLLIN, 0 };
    char byte = 0;
    while (::poll(&input, 1, -1) < 0 || ::read(STDIN_FILENO, &byte, 1) != 0) { }
}

int live(const std::filesystem::path& directory, std::int64_t beginning, int speed, unsigned seed)
{
    const FastClock clock(SteadyTime(std::chrono::nanoseconds(beginning)), speed);
    PosixFileSystem files;
    TellingNotifier notifier;
    const auto certified = certifiedPolicy();
    say("ready");
    const auto inForce = loadThresholds(files, directory, certified);
    Recorder recorder(inForce.policy.gate, inForce.policy.windows, clock);
    Storage storage(soakStorage(directory), files, clock, &notifier);
    TellingRecords records(storage);
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<RestlessSource>(clock, seed, 4));
    Monitor monitor(inForce, recorder, std::move(sources), clock, &records);
    StepTeller teller;
    const auto boards
        = monitor.subscribeAlerts([&](const AlertBoardPtr& board) { teller.see(*board); });
    storage.start();
    monitor.start();
    Life life { clock, recorder, storage, monitor, std::to_string(seed) };
    std::jthread load([&] { life.load(seed); });
    std::jthread audit([&] { life.keepAudit(); });
    std::jthread answers([&] { life.answerAlerts(seed); });
    std::jthread change([&] { life.changeThresholds(seed, certified); });
    std::jthread otherChange([&] { life.changeThresholds(seed + 1, certified); });
    awaitEnd();
    life.isEnding = true;
    load.join();
    audit.join();
    answers.join();
    change.join();
    otherChange.join();
    monitor.stop();
    storage.stop();
    return 0;
}

}  // namespace
}  // namespace headroom

int main(int count, char** arguments)
{
    if (count != 5) {
        std::cerr << "usage: soak_victim DIRECTORY BEGINNING_NS SPEED SEED\n";
        return 2;
    }
    return headroom::live(arguments[1], std::stoll(arguments[2]), std::stoi(arguments[3]),
        static_cast<unsigned>(std::stoul(arguments[4])));
}
