// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/soak/afterlife.h"

#include "monitor_core/alerts/alert_book.h"
#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/history/alert_table.h"
#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/history/history_store.h"
#include "monitor_core/history/row_reader.h"
#include "monitor_core/storage/threshold_files.h"
#include "tests/soak/soak_settings.h"
#include "tests/support/certified_policy.h"

#include <algorithm>
#include <fstream>

namespace headroom {

namespace {

/// The text between two others, or nothing.
std::string between(const std::string& line, std::string_view before, char after)
{
    const auto begin = line.find(before);
    if (begin == std::string::npos) {
        return {};
    }
    const auto from = begin + before.size();
    return line.substr(from, line.find(after, from) - from);
}

class Examiner {
public:
    Examiner(const Ledger& ledger, const Clock& clock)
        : ledger_(ledger)
        , clock_(clock)
    {
    }

    void examineAudit(const std::filesystem::path& directory)
    {
        PosixFileSystem files;
        const auto report = verifyTrail(files, directory);
        if (!report) {
            fault("the trail cannot be read: " + report.error().text());
            return;
        }
        for (const auto& found : report->breaks) {
            fault("false tamper report at record " + std::to_string(found.firstBad) + ": "
                + found.why);
        }
        found_.auditRecords = report->records;
        found_.tornRecords = report->torn ? 1 : 0;
        readTrail(directory);
    }

    void examineDatabase(const std::filesystem::path& directory)
    {
        auto store
            = HistoryStore::open(directory, soakStorage(directory).history, clock_.systemNow());
        if (!store) {
            fault("history does not open: " + store.error().text());
            return;
        }
        if (store->opening().damagedMovedTo) {
            fault("history was taken for damaged");
        }
        if (store->opening().lostCommits) {
            fault("history says that acknowledged commits are missing");
        }
        if (const auto check = store->database().quickCheck(); !check || *check != "ok") {
            fault("quick_check: " + (check ? *check : check.error().text()));
        }
        examineHistory(store->database());
        examineAlerts(store->database());
    }

    /// The newest acknowledged change, or a later one that was stored when the kill came before its
    /// answer; in the trail in any case. After examineAudit().
    void examineThresholds(const std::filesystem::path& state)
    {
        if (ledger_.thresholds.empty()) {
            return;
        }
        PosixFileSystem files;
        const auto inForce = loadThresholds(files, state, certifiedPolicy());
        const auto& [version, milliseconds] = *ledger_.thresholds.rbegin();
        if (!inForce.problem.empty()) {
            fault("thresholds: " + inForce.problem);
        }
        if (inForce.version < version || !auditedChanges_.contains(inForce.version)) {
            fault("thresholds version " + std::to_string(inForce.version) + " is found and "
                + std::to_string(version) + " was acknowledged");
        }
        const auto& red = inForce.policy.thresholds[indexOf(Metric::QueryResponse)].red;
        if (inForce.version == version && red->value != milliseconds) {
            fault("thresholds version " + std::to_string(version) + " is another one");
        }
        found_.thresholds = inForce.version;
    }

    /// A halt that was acknowledged is remembered, unless its end came before the kill.
    void examineGate(const std::filesystem::path& state)
    {
        const bool isRemembered = std::filesystem::exists(state / "gate.halted");
        if (ledger_.isHalted && !isRemembered && lastReopened_ < lastHalted_) {
            fault("the gate was halted, and the next life would not know");
        }
        if (lastReopened_ == 0 && lastHalted_ > 0 && !isRemembered) {
            fault("the gate forgot a halt that nobody ended");
        }
    }

    Afterlife take() { return std::move(found_); }

private:
    void fault(std::string what) { found_.faults.push_back(std::move(what)); }

    /// The trail as text, without our own reader.
    void readTrail(const std::filesystem::path& directory)
    {
        auto heads = ledger_.heads;
        auto notes = ledger_.notes;
        auto changes = ledger_.thresholds;
        for (const auto& entry : std::filesystem::directory_iterator(directory)) {
            if (entry.path().extension() != ".jsonl") {
                continue;
            }
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) {
                const auto sequence
                    = std::strtoull(between(line, "{\"seq\":", ',').c_str(), nullptr, 10);
                if (const auto head = heads.find(sequence);
                    head != heads.end() && between(line, ",\"hash\":\"", '"') == head->second) {
                    heads.erase(head);
                }
                notes.erase(between(line, "\"action\":\"soak.note\",\"subject\":\"", '"'));
                if (line.find("\"action\":\"gate.halted\"") != std::string::npos) {
                    lastHalted_ = std::max<std::uint64_t>(lastHalted_, sequence);
                } else if (line.find("\"action\":\"gate.reopened\"") != std::string::npos) {
                    lastReopened_ = std::max<std::uint64_t>(lastReopened_, sequence);
                }
                const auto change = between(
                    line, "\"action\":\"thresholds.changed\",\"subject\":\"version ", ':');
                const auto version = std::strtoull(change.c_str(), nullptr, 10);
                changes.erase(version);
                auditedChanges_.insert(version);
            }
        }
        for (const auto& [sequence, hash] : heads) {
            fault("the head " + std::to_string(sequence) + ':' + hash + " is not in the trail");
        }
        for (const auto& [version, milliseconds] : changes) {
            fault(
                "the acknowledged thresholds " + std::to_string(version) + " are not in the trail");
        }
        for (const auto& note : notes) {
            fault("the acknowledged record " + note + " is not in the trail");
        }
    }

    void examineHistory(detail::Sqlite& db)
    {
        auto missing = ledger_.seconds;
        std::map<std::int64_t, std::array<std::optional<Span>, kMetricCount>> minutes;
        for (const auto& [second, spans] : missing) {
            auto& minute = minutes[second - second % 60];
            for (std::size_t i = 0; i < kMetricCount; ++i) {
                if (spans[i]) {
                    minute[i] = minute[i] ? Span { std::min(minute[i]->min, spans[i]->min),
                        std::max(minute[i]->max, spans[i]->max) }
                                          : *spans[i];
                }
            }
        }
        examineTier(db, Tier::Second, std::move(missing));
        examineTier(db, Tier::Minute, std::move(minutes));
    }

    void examineTier(detail::Sqlite& db, Tier tier,
        std::map<std::int64_t, std::array<std::optional<Span>, kMetricCount>> missing)
    {
        if (missing.empty()) {
            return;
        }
        const auto from = missing.begin()->first;
        const auto to = missing.rbegin()->first + secondsOf(tier);
        const auto holds = [](const auto& spans, const HistoryRow& row) {
            for (std::size_t i = 0; i < kMetricCount; ++i) {
                const auto& stats = row.metrics[i];
                // A row takes in what came later in its stretch too.
                if (spans[i]
                    && (!stats || stats->min > spans[i]->min || stats->max < spans[i]->max)) {
                    return false;
                }
            }
            return true;
        };
        RowReader reader(db);
        const auto damaged
            = reader.read(tier, from, to, RowReader::Wanted::All, [&](const HistoryRow& row) {
                  found_.seconds += tier == Tier::Second ? 1 : 0;
                  const auto wanted = missing.find(row.startSeconds);
                  if (wanted != missing.end() && holds(wanted->second, row)) {
                      missing.erase(wanted);
                  }
              });
        const std::string name(tableOf(tier));
        if (!damaged || *damaged > 0) {
            fault(name + ": damaged rows");
        }
        for (const auto& [start, spans] : missing) {
            fault("the acknowledged " + name + ' ' + std::to_string(start)
                + " is missing or holds less");
        }
    }

    void examineAlerts(detail::Sqlite& db)
    {
        auto table = AlertTable::open(db);
        const auto history
            = table ? table->newest(1'000'000'000) : Result<AlertHistoryAnswer>(table.error());
        if (!history || history->damagedRows > 0) {
            fault("the alert history cannot be read whole");
            return;
        }
        found_.steps = history->events.size();
        examineSteps(history->events);
        examineBook(*table, history->events);
    }

    void examineSteps(const std::vector<AlertEvent>& events)
    {
        std::map<std::uint64_t, const AlertEvent*> bySequence;
        auto commands = ledger_.commands;
        std::uint64_t last = 0;
        for (const auto& event : events) {
            if (event.sequence != ++last) {
                fault("step " + std::to_string(last) + " is missing in the alert history");
                last = event.sequence;
            }
            bySequence[event.sequence] = &event;
            for (auto at = commands.begin(); event.actor == "MK" && at != commands.end();) {
                const bool isIt = event.alertId == at->second
                    && event.reason.find("“" + at->first + "”") != std::string::npos;
                at = isIt ? commands.erase(at) : std::next(at);
            }
        }
        for (const auto& [sequence, step] : ledger_.steps) {
            const auto there = bySequence.find(sequence);
            if (there == bySequence.end() || toString(there->second->kind) != step.kind
                || there->second->alertId != step.alertId) {
                fault("the acknowledged step " + std::to_string(sequence) + ' ' + step.kind + ' '
                    + step.alertId + " is not in the alert history");
            }
        }
        for (const auto& [note, alert] : commands) {
            fault("the acknowledged command " + note + " on " + alert + " is not in the history");
        }
    }

    /// The alerts as the next life will find them must be what their own steps lead to.
    void examineBook(AlertTable& table, const std::vector<AlertEvent>& events)
    {
        struct Told {
            std::string id;
            Level level = Level::Green;
            bool isAcknowledged = false;
        };
        std::map<AlertType, Told> told;
        for (const auto& event : events) {
            auto& alert = told[event.type];
            switch (event.kind) {
            case AlertEventKind::Raised:
                alert = { event.alertId, event.level, false };
                break;
            case AlertEventKind::Rose:
            case AlertEventKind::Escalated:
                // Not when it chatters back to a level that it already had.
                alert.isAcknowledged = alert.isAcknowledged
                    && event.reason.find("the acknowledgement of ") == std::string::npos;
                alert.level = event.level;
                break;
            case AlertEventKind::Acknowledged:
                alert.isAcknowledged = true;
                break;
            case AlertEventKind::Cleared:
                alert.id.clear();
                break;
            default:
                alert.level = event.level;
                break;
            }
        }
        std::erase_if(told, [](const auto& each) { return each.second.id.empty(); });

        const auto rows = table.load();
        if (!rows) {
            fault("alerts cannot be read: " + rows.error().text());
            return;
        }
        AlertBook book(soakRules(), "soak", momentOf(clock_));
        for (const auto& problem : book.restore(*rows)) {
            fault("alerts: " + problem);
        }
        const auto board = book.board(momentOf(clock_));
        for (const auto& alert : board->open) {
            const auto expected = told.find(alert.type);
            ++found_.openAlerts;
            found_.openAcknowledged += alert.acknowledgedBy.empty() ? 0 : 1;
            if (expected == told.end() || expected->second.id != alert.id
                || expected->second.level != alert.level
                || expected->second.isAcknowledged != (alert.acknowledgedBy == "MK")) {
                fault("alert " + alert.id + " is not as its steps left it");
            }
            if (expected != told.end()) {
                told.erase(expected);
            }
        }
        for (const auto& [type, alert] : told) {
            fault("the open alert " + alert.id + " is gone");
        }
    }

    const Ledger& ledger_;
    const Clock& clock_;
    Afterlife found_;
    std::set<std::uint64_t> auditedChanges_;  ///< and 0, for lines that are none
    std::uint64_t lastHalted_ = 0;
    std::uint64_t lastReopened_ = 0;
};

}  // namespace

Afterlife examine(const std::filesystem::path& state, const std::filesystem::path& scratch,
    const Ledger& ledger, const Clock& clock)
{
    Examiner examiner(ledger, clock);
    examiner.examineAudit(state / "audit");
    examiner.examineThresholds(state);
    examiner.examineGate(state);
    std::filesystem::remove_all(scratch);
    std::filesystem::create_directories(scratch);
    for (const char* name : { "history.db", "history.db-wal", "history.commits" }) {
        if (std::filesystem::exists(state / name)) {
            std::filesystem::copy_file(state / name, scratch / name);
        }
    }
    examiner.examineDatabase(scratch);
    return examiner.take();
}

}  // namespace headroom
