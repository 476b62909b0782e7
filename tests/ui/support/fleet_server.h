// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"
#include "ui/feed/fleet_feed.h"
#include "ui/feed/remote_url.h"

#include <QUrl>

#include <functional>
#include <string>

namespace headroom::ui {

/// What a Prometheus server says, for scripted servers to play and to spoil.
struct FleetServer {
    std::string schema = sample("\"what\":\"rank\",\"job\":\"headroom\"", "1");
    std::string rows;
    std::string totals;
    std::string details;

    /// One element of a vector, evaluated at second 1000.
    static std::string sample(const std::string& labels, const std::string& value)
    {
        return R"({"metric":{)" + labels + R"(},"value":[1000,")" + value + R"("]})";
    }
    static std::string named(const std::string& instance, const std::string& value)
    {
        return sample(R"("instance":")" + instance + R"(","job":"headroom")", value);
    }
    static std::string http(const std::string& status, const std::string& body,
        const std::string& type = "application/json")
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    static std::string vector(const std::string& samples, const std::string& more = {})
    {
        return http("200 OK",
            R"({"status":"success","data":{"resultType":"vector","result":[)" + samples + "]}"
                + more + "}");
    }
    /// The PromQL of a request.
    static QString queryOf(const std::string& head)
    {
        const auto from = head.find("query=") + 6;
        return QUrl::fromPercentEncoding(
            QByteArray::fromStdString(head.substr(from, head.find(' ', from) - from)));
    }
    [[nodiscard]] std::string answerTo(const QString& query) const
    {
        if (query.contains(QStringLiteral("group by (job)"))) {
            return vector(schema);
        }
        if (query.contains(QStringLiteral("topk("))) {
            return vector(rows);
        }
        return vector(query.contains(QStringLiteral("eighths")) ? totals : details);
    }
    [[nodiscard]] ScriptedServer::Behaviour behaviour() const
    {
        return [copy = *this](ScriptedServer::Peer& peer) {
            peer.send(copy.answerTo(queryOf(peer.readHead())));
        };
    }
    /// A RED, a STALE and a GREEN one.
    static FleetServer ofThree()
    {
        FleetServer server;
        server.rows = named("eu-1:8443", "3.13") + "," + named("ap-1:8443", "0.5") + ","
            + named("us-1:8443", "0.05");
        server.totals = sample(R"("eighths":"25")", "1") + "," + sample(R"("eighths":"4")", "1")
            + "," + sample(R"("eighths":"0")", "1");
        const auto limit = [](const char* instance, const char* key, const char* value) {
            return sample(std::string(R"("__name__":"headroom:headroom_ratio","instance":")")
                    + instance + R"(","limit":")" + key + "\"",
                value);
        };
        const auto reading = [](const char* name, const char* value) {
            return sample(
                std::string(R"("__name__":")") + name + R"(","instance":"eu-1:8443")", value);
        };
        server.details = limit("eu-1:8443", "concurrent_writes", "-0.04") + ","
            + limit("eu-1:8443", "total_storage", "0.388") + ","
            + limit("us-1:8443", "total_storage", "0.6") + ","
            + reading("headroom_concurrent_writes", "104") + ","
            + reading("headroom_concurrent_writes_limit", "100") + ","
            + sample(
                R"("__name__":"headroom_gate_state","state":"PAUSED","instance":"eu-1:8443")", "1")
            + ","
            + sample(
                R"("__name__":"headroom_snapshot_timestamp_seconds","instance":"ap-1:8443")", "900")
            + "," + sample(R"("what":"scraped")", "998");
        return server;
    }
};

inline FleetSettings fleetSettingsFor(const ScriptedServer& server)
{
    FleetSettings settings;
    settings.peer.url = *checkedServiceUrl(QString::fromStdString(server.url()));
    settings.refreshEvery = std::chrono::milliseconds(20);
    settings.within = std::chrono::milliseconds(20'000);
    settings.backOff = { std::chrono::milliseconds(20), std::chrono::milliseconds(100) };
    return settings;
}

}  // namespace headroom::ui
