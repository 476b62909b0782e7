// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/http_exchange.h"

#include <QObject>

#include <array>
#include <cstdint>
#include <deque>

namespace headroom::ui {

/// Asks a service questions, one in flight of each kind; the others of a kind wait, and when too
/// many do, a new one is refused at once. Lives in the feed's network thread.
class RemoteAsker final : public QObject {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t {
        Command,
        Metrics,
        Latency,
        AlertHistory,
        Forecast,
        Certification,
        Audit,
        Verify
    };
    static constexpr std::size_t kKinds = 8;
    static constexpr std::size_t kMostWaiting = 16;

    explicit RemoteAsker(HttpPeer peer);

    /// A success is a 2xx; what failed is a sentence that begins with the service's name.
    void ask(Kind kind, HttpRequest request, HttpExchange::Finished finished);

private:
    struct Question {
        HttpRequest request;
        HttpExchange::Finished finished;
    };
    struct Line {
        HttpExchange* inFlight = nullptr;  ///< child
        std::deque<Question> waiting;
    };

    void askNext(Line& line);

    HttpPeer peer_;
    std::array<Line, kKinds> lines_;
};

}  // namespace headroom::ui
