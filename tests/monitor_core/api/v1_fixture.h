// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/handlers_v1.h"
#include "monitor_core/api/openapi.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/certification/certificate.h"
#include "monitor_core/monitor.h"
#include "monitor_core/recorder.h"
#include "monitor_core/slow_query_log.h"
#include "monitor_core/sources/pushed_source.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace headroom::api {

using namespace std::chrono_literals;

/// The rows of /api/v1 over a monitor that the test ticks, a source that is told, and a real
/// storage; requests go through the route table, without sockets and without access control.
class V1Fixture : public testing::Test {
protected:
    explicit V1Fixture(bool hasObservations = true)
    {
        StorageSettings settings;
        settings.directory = dir.path();
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.bootId = "one boot";
        settings.limits = policy.limits;
        storage = std::make_unique<Storage>(settings, files, clock, nullptr);
        storage->start();
        EXPECT_TRUE(waitUntil([this] { return storage->alerts() != nullptr; }));
        auto made = std::make_unique<PushedSource>(clock);
        source = made.get();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(made));
        monitor
            = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, storage.get());
        context = std::make_unique<ApiContext>(ApiContext {
            .monitor = *monitor,
            .recorder = recorder,
            .observations = hasObservations ? source : nullptr,
            .slowQueries = slowQueries,
            .clock = clock,
            .certified = policy,
            .escalation = certifiedEscalation(),
            .version = "0.1.0",
            .later =
                [](const std::function<void()>& work) {
                    work();
                    return true;
                },
            .httpCounters = {},
        });
        auto rows = v1Routes(*context);
        addOpenApi(rows, "0.1.0");
        routes = std::make_unique<RouteTable>(std::move(rows));
    }
    ~V1Fixture() override
    {
        routes.reset();
        monitor.reset();
        storage.reset();
    }

    void tick(std::chrono::milliseconds after = 50ms)
    {
        clock.advance(after);
        monitor->tickOnce();
    }

    /// Asks as `caller`, and waits for the answer.
    Response ask(Method method, const std::string& target, const std::string& body = {})
    {
        Request request = prepared;
        request.method = method;
        request.body = body;
        request.contentType = body.empty() ? "" : "application/json";
        request.path = target.substr(0, target.find('?'));
        if (target.size() > request.path.size()) {
            std::string rest = target.substr(request.path.size() + 1);
            while (!rest.empty()) {
                const auto pair = rest.substr(0, rest.find('&'));
                rest.erase(0, pair.size() + 1);
                const auto equals = pair.find('=');
                request.query.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
            }
        }
        request.caller = caller;
        const auto match = routes->find(method, request.path);
        if (match.route == nullptr) {
            ADD_FAILURE() << "no row for " << target;
            return {};
        }
        EXPECT_LE(body.size(), match.route->bodyLimit) << "more than the service would hand over";
        request.pathArguments = match.arguments;
        auto answered = std::make_shared<std::promise<Response>>();
        auto answer = answered->get_future();
        match.route->handler(
            request, [answered](Response response) { answered->set_value(std::move(response)); });
        answered.reset();
        if (answer.wait_for(60s) != std::future_status::ready) {
            ADD_FAILURE() << "no answer from " << target;
            return {};
        }
        auto response = answer.get();
        if (response.status >= 400) {
            EXPECT_TRUE(response.body && response.body->size() <= 512) << target;
            EXPECT_TRUE(response.body->starts_with(R"({"detail":)")) << *response.body;
        }
        return response;
    }
    static boost::json::value jsonOf(const Response& response)
    {
        return response.body ? boost::json::parse(*response.body) : boost::json::value();
    }
    boost::json::value get(const std::string& target)
    {
        const auto response = ask(Method::Get, target);
        EXPECT_EQ(response.status, 200) << target << ": " << (response.body ? *response.body : "");
        return jsonOf(response);
    }
    static std::string header(const Response& response, std::string_view name)
    {
        const auto found = std::ranges::find(response.headers, name,
            [](const auto& pair) -> std::string_view { return pair.first; });
        return found == response.headers.end() ? "" : found->second;
    }
    static std::string detail(const Response& response)
    {
        return response.body ? *response.body : std::string();
    }
    void tell(const std::string& body)
    {
        const auto response = ask(Method::Post, "/api/v1/observations", body);
        EXPECT_EQ(response.status, 200) << detail(response);
    }

    TempDir dir;
    ManualClock clock;
    PosixFileSystem files;
    ThresholdPolicy policy = certifiedPolicy();
    Recorder recorder { policy.gate, policy.windows, clock };
    SlowQueryLog slowQueries;
    std::unique_ptr<Storage> storage;
    PushedSource* source = nullptr;
    std::unique_ptr<Monitor> monitor;
    std::unique_ptr<ApiContext> context;
    std::unique_ptr<RouteTable> routes;
    Request prepared;  ///< what every request has besides
    Caller caller { "wall", Role::Admin, "127.0.0.1" };
};

}  // namespace headroom::api
