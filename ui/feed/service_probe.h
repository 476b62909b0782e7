// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "ui/feed/http_exchange.h"

#include <QObject>

#include <cstdint>
#include <functional>

namespace headroom::ui {

/// What a service can be asked.
enum class ServiceKind : std::uint8_t {
    Current,  ///< /api/v1: RemoteFeed
    Older,  ///< the fifteen endpoints only: a source for a core of one's own
};

/// Finds out which kind of service is at an address, by two harmless questions. Lives in the thread
/// that makes it; one question at a time.
class ServiceProbe final : public QObject {
    Q_OBJECT
public:
    /// A sentence that begins with the service's address when it is neither, or does not answer.
    using Found = std::function<void(const Result<ServiceKind>&)>;

    explicit ServiceProbe(HttpPeer peer, QObject* parent = nullptr);

    /// Answers once, later than the call; never when this object is gone by then.
    void ask(Found found);

    /// How far the last question came, its status (0: no answer) and what was answered.
    [[nodiscard]] const HttpTrace& trace() const { return trace_; }
    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const QByteArray& body() const { return body_; }

private:
    void get(const QByteArray& path, std::function<void(const Result<HttpAnswer>&)> answered);
    void takeWhoAmI(const Result<HttpAnswer>& answer);
    void takeScaleStatus(const Result<HttpAnswer>& answer);
    void finish(const Result<ServiceKind>& kind);
    void fail(const std::string& why);

    HttpPeer peer_;
    Found found_;
    HttpExchange* exchange_ = nullptr;  ///< child
    HttpTrace trace_;
    int status_ = 0;
    QByteArray body_;
};

}  // namespace headroom::ui
