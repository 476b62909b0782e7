// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/raw_client.h"
#include "tests/support/wait_until.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api {

/// Events that a test sends when it likes.
class ScriptedEvents final : public EventSource {
public:
    std::vector<EventFrame> greeting(std::string_view lastEventId) override
    {
        return { std::make_shared<const std::string>(
            "event: greeting\ndata: " + std::string(lastEventId) + "\n\n") };
    }
    void listen(std::function<void(EventFrame)> onEvent) override
    {
        const std::scoped_lock lock(guard_);
        onEvent_ = std::move(onEvent);
    }
    void send(const std::string& data)
    {
        const std::scoped_lock lock(guard_);
        if (onEvent_) {
            onEvent_(std::make_shared<const std::string>("data: " + data + "\n\n"));
        }
    }

private:
    std::mutex guard_;
    std::function<void(EventFrame)> onEvent_;
};

/// A service with a few routes of the tests' own, on a free port of 127.0.0.1. Its clock stands
/// still until it is turned.
class HttpFixture {
public:
    explicit HttpFixture(HttpSettings settings = {})
        : table_(routes())
        , access_({}, clock)
        , service(onFreePort(std::move(settings)), table_, access_, &events, clock)
    {
        if (const auto started = service.start(); !started) {
            throw std::runtime_error(started.error().text());
        }
    }
    ~HttpFixture() { service.stop(); }
    HttpFixture(const HttpFixture&) = delete;
    HttpFixture& operator=(const HttpFixture&) = delete;

    RawClient client(int receiveBuffer = 0) { return RawClient::to(service.port(), receiveBuffer); }
    RawResponse ask(std::string_view request) { return client().ask(request); }

    /// The sum over all lines of the name, and of the label value if one is given.
    double counter(std::string_view name, std::string_view label = {})
    {
        double sum = 0;
        for (const auto& line : service.counters().lines) {
            if (line.name == name
                && (label.empty() || std::ranges::any_of(line.labels, [&](const auto& pair) {
                       return pair.second == label;
                   }))) {
                sum += line.value;
            }
        }
        return sum;
    }
    bool waitForCounter(std::string_view name, double value, std::string_view label = {})
    {
        return waitUntil([&] { return counter(name, label) == value; });
    }

    /// What handlers were called with, in order: "GET /echo".
    std::vector<std::string> executed()
    {
        const std::scoped_lock lock(guard_);
        return executed_;
    }
    /// Replies of /held that nobody has answered yet.
    std::vector<Reply> takeHeld()
    {
        const std::scoped_lock lock(guard_);
        return std::exchange(held_, {});
    }
    bool waitForHeld()
    {
        return waitUntil([&] {
            const std::scoped_lock lock(guard_);
            return !held_.empty();
        });
    }

    ManualClock clock;
    ScriptedEvents events;

private:
    static HttpSettings onFreePort(HttpSettings settings)
    {
        settings.port = 0;
        return settings;
    }

    Route route(Method method, std::string_view pattern, Handler handler, std::size_t bodyLimit = 0)
    {
        auto noted = [this, handler = std::move(handler)](
                         const Request& request, const Reply& reply) {
            {
                const std::scoped_lock lock(guard_);
                executed_.push_back(std::string(toString(request.method)) + ' ' + request.path);
            }
            handler(request, reply);
        };
        Route result { method, pattern, Role::Ingest, std::move(noted), "", {}, "", "" };
        result.bodyLimit = bodyLimit;
        return result;
    }

    RouteTable routes()
    {
        const auto echo = [](const Request& request, const Reply& reply) {
            std::string text = request.path + '?';
            for (const auto& [name, value] : request.query) {
                text.append(name).append("=").append(value).append("&");
            }
            reply(Response::json(200, text + '|' + request.body));
        };
        const auto fields = [](const Request& r, const Reply& reply) {
            std::string text = r.contentType + '|' + r.accept + '|' + r.lastEventId + '|'
                + r.ifMatch + '|' + r.requestId + '|' + std::string(r.argument("id"));
            for (const auto& [name, value] : r.extensions) {
                text.append("|").append(name).append("=").append(value);
            }
            reply(Response::json(200, text + '|' + r.caller.address));
        };
        const auto held = [this](const Request&, const Reply& reply) {
            const std::scoped_lock lock(guard_);
            held_.push_back(reply);
        };
        const auto later = [this](const Request& request, const Reply& reply) {
            service.later([reply, path = request.path] { reply(Response::json(200, path)); });
        };
        const auto split = [](const Request& request, const Reply& reply) {
            auto response = Response::json(201, "made");
            response.headers.emplace_back("Location", "/echo/1");
            response.headers.emplace_back("X-Bad", "a\r\nX-Split: 1" + request.path);
            reply(std::move(response));
        };
        Route stream = route(Method::Get, "/events", {});
        stream.isEventStream = true;
        Route forAdmin = route(Method::Post, "/admin", echo, 1000);
        forAdmin.role = Role::Admin;
        return RouteTable(
            { route(Method::Get, "/echo", echo), route(Method::Post, "/echo", echo, 1000),
                route(Method::Get, "/fields/{id}", fields), route(Method::Get, "/held", held),
                route(Method::Get, "/later", later), route(Method::Get, "/split", split),
                route(Method::Get, "/dropped", [](const Request&, const Reply&) {}),
                route(Method::Get, "/throws",
                    [](const Request&, const Reply&) { throw std::runtime_error("a fault"); }),
                route(Method::Get, "/big",
                    [](const Request&, const Reply& reply) {
                        reply(Response::json(200, std::string(8'000'000, 'b')));
                    }),
                stream, forAdmin });
    }

    std::mutex guard_;
    std::vector<std::string> executed_;
    std::vector<Reply> held_;
    RouteTable table_;
    AccessControl access_;

public:
    HttpService service;  ///< last: it uses all of the others
};

inline std::string get(std::string_view target, std::string_view more = {})
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more)
        + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view more = {})
{
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n" + std::string(more) + "\r\n" + std::string(body);
}

}  // namespace headroom::api
