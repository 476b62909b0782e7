// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_asker.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_url.h"

#include <utility>

namespace headroom::ui {

namespace {

Error named(const HttpPeer& peer, const Error& error)
{
    return { error.code, originOf(peer.url).toStdString() + ' ' + error.text(), {} };
}

}  // namespace

RemoteAsker::RemoteAsker(HttpPeer peer)
    : peer_(std::move(peer))
{
}

void RemoteAsker::ask(Kind kind, HttpRequest request, HttpExchange::Finished finished)
{
    auto& line = lines_[static_cast<std::size_t>(kind)];
    if (line.waiting.size() == kMostWaiting) {
        finished(Error { ErrorCode::Unavailable,
            tr("too many questions wait for the service already; try again").toStdString(), {} });
        return;
    }
    line.waiting.push_back({ std::move(request), std::move(finished) });
    askNext(line);
}

void RemoteAsker::askNext(Line& line)
{
    if (line.inFlight != nullptr || line.waiting.empty()) {
        return;
    }
    auto question = std::move(line.waiting.front());
    line.waiting.pop_front();
    line.inFlight = new HttpExchange(peer_, std::move(question.request), this);
    line.inFlight->start(
        [this, &line, finished = std::move(question.finished)](const Result<HttpAnswer>& answer) {
            std::exchange(line.inFlight, nullptr)->deleteLater();
            if (!answer) {
                finished(named(peer_, answer.error()));
            } else if (answer->head.status / 100 != 2) {
                finished(named(peer_, errorOf(answer->head, answer->body)));
            } else {
                finished(answer);
            }
            askNext(line);
        });
}

}  // namespace headroom::ui
