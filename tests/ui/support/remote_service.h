// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/api/snapshot_json.h"
#include "monitor_core/base/utc_text.h"
#include "tests/support/scripted_server.h"
#include "tests/ui/support/snapshots.h"

#include <chrono>
#include <memory>
#include <string>

namespace headroom::ui {

/// What a service in good order says on /api/v1/events, written by the service's own code, for
/// scripted servers to play and to spoil.
struct RemoteService {
    std::string instance = "run-1";
    std::uint64_t sequence = 1;
    std::chrono::nanoseconds clockOffset { 0 };
    std::chrono::milliseconds snapshotAge { 0 };
    std::string head;  ///< of the audit trail; empty: none is known

    [[nodiscard]] SystemTime now() const { return SystemClock().systemNow() + clockOffset; }

    [[nodiscard]] std::string snapshot() const
    {
        const SystemClock clock;
        SnapshotBuilder builder(clock);
        builder.calm();
        builder.raw().sequence = sequence - 1;
        if (!head.empty()) {
            builder.raw().audit.isKnown = true;
            builder.raw().audit.head = head;
            builder.raw().audit.records = 3;
        }
        auto made = *builder.build();
        made.atUtc = now();
        return api::snapshotJson(made, { instance, "0.1.0" });
    }
    [[nodiscard]] std::string board() const
    {
        const AlertBoard nothing;
        return api::alertBoardJson(
            &nothing, { SystemClock().steadyNow(), now() }, { instance, "0.1.0" });
    }
    [[nodiscard]] std::string heartbeat() const
    {
        return R"({"instance":")" + instance + R"(","at":")" + toUtcText(now()) + R"(","sequence":)"
            + std::to_string(sequence) + R"(,"snapshot_age_ms":)"
            + std::to_string(snapshotAge.count()) + "}";
    }

    static std::string event(const std::string& name, const std::string& data)
    {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
    static std::string head200(const std::string& type = "text/event-stream")
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
    }
    [[nodiscard]] std::string greeting() const
    {
        return head200() + event("snapshot", snapshot()) + event("alerts", board())
            + event("heartbeat", heartbeat());
    }

    /// Serves as it should until the connection ends, with a heartbeat and a snapshot every 50 ms.
    void serve(ScriptedServer::Peer& peer)
    {
        peer.readHead();
        bool isThere = peer.send(greeting());
        while (isThere && peer.pause(std::chrono::milliseconds(50))) {
            ++sequence;
            isThere = peer.send(event("snapshot", snapshot()) + event("heartbeat", heartbeat()));
        }
    }
    /// The same as a behaviour, which may run several times at once.
    [[nodiscard]] ScriptedServer::Behaviour behaviour() const
    {
        return [copy = *this](ScriptedServer::Peer& peer) {
            auto mine = copy;
            mine.serve(peer);
        };
    }
};

}  // namespace headroom::ui
