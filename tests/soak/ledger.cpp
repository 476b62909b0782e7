// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/soak/ledger.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace headroom {

void Ledger::beginLife()
{
    isReady = false;
    sentInThisLife.clear();
}

void Ledger::take(const std::string& line)
{
    std::istringstream in(line);
    std::string word;
    in >> word;
    if (word == "ready") {
        isReady = true;
        ++readyLives;
    } else if (word == "step") {
        std::uint64_t sequence = 0;
        AcknowledgedStep step;
        in >> sequence >> step.kind >> step.alertId;
        if (const auto [there, isNew] = steps.emplace(sequence, step);
            !isNew && there->second != step) {
            faults.push_back("a step's number was given twice: " + line);
        }
    } else if (word == "ack" || word == "shelf") {
        std::string alert;
        std::string note;
        in >> alert >> note;
        commands[note] = alert;
    } else if (word == "note") {
        std::string subject;
        in >> subject;
        notes.insert(subject);
    } else if (word == "head") {
        std::uint64_t sequence = 0;
        std::string hash;
        in >> sequence;
        in.get();
        in >> hash;
        if (sequence > 0 && heads.emplace(sequence, hash).first->second != hash) {
            faults.push_back("two heads with one number: " + line);
        }
    } else if (word == "thresholds") {
        std::uint64_t version = 0;
        int milliseconds = 0;
        in >> version >> milliseconds;
        if (!thresholds.emplace(version, milliseconds).second) {
            faults.push_back("one version was given to two changes: " + line);
        }
    } else if (word == "gate") {
        in >> word;
        isHalted = word == "halted";
        halts += isHalted ? 1 : 0;
    } else if (word == "row") {
        std::int64_t second = 0;
        in >> second;
        auto& spans = seconds[second];
        while (in >> word) {
            char* rest = word.data();
            auto& span = spans.at(std::strtoul(rest, &rest, 10));
            const double min = std::strtod(rest + 1, &rest);
            const double max = std::strtod(rest + 1, &rest);
            span = span ? Span { std::min(span->min, min), std::max(span->max, max) }
                        : Span { min, max };
        }
    } else if (word == "sent") {
        std::string id;
        in >> id;
        ++sent;
        if (!sentInThisLife.insert(id).second) {
            faults.push_back("sent twice in one life: " + id);
        }
    } else {
        faults.push_back("the victim said: " + line);
    }
}

}  // namespace headroom
