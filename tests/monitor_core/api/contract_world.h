// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/handlers_contract.h"
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/slow_query_log.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace headroom::api {

/// A request as a client writes it: "/metrics/alert-history?limit=5". Nothing is percent-decoded.
inline Request requestFor(Method method, const std::string& target)
{
    Request request;
    request.method = method;
    request.path = target.substr(0, target.find('?'));
    request.caller = { "test", Role::Admin, "127.0.0.1" };
    auto rest = target.size() > request.path.size() ? target.substr(request.path.size() + 1) : "";
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest = pair.size() < rest.size() ? rest.substr(pair.size() + 1) : "";
        const auto sign = pair.find('=');
        request.query.emplace_back(
            pair.substr(0, sign), sign == std::string::npos ? "" : pair.substr(sign + 1));
    }
    return request;
}

/// An answer that may come later, from any thread.
class Answer {
public:
    [[nodiscard]] Reply reply() const
    {
        return [state = state_](Response response) {
            const std::lock_guard lock(state->mutex);
            EXPECT_FALSE(state->response) << "answered twice";
            state->response = std::move(response);
        };
    }
    [[nodiscard]] bool hasCome() const
    {
        const std::lock_guard lock(state_->mutex);
        return state_->response.has_value();
    }
    [[nodiscard]] Response get() const
    {
        const std::lock_guard lock(state_->mutex);
        return state_->response.value_or(Response { 0, nullptr, "", {} });
    }

private:
    struct State {
        std::mutex mutex;
        std::optional<Response> response;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
};

inline boost::json::value bodyOf(const Response& response)
{
    return response.body ? boost::json::parse(*response.body) : boost::json::value();
}

/// A monitor on a source and a clock that the test turns, and the contract's routes in front of
/// it, without a socket.
class ContractWorld {
public:
    explicit ContractWorld(Records* records = nullptr, ManualClock* shared = nullptr,
        const std::function<void(ThresholdPolicy&)>& edit = {})
        : clock(shared != nullptr ? *shared : ownClock_)
        , policy(edited(edit))
        , recorder(policy.gate, policy.windows, clock)
    {
        auto scripted = std::make_unique<ScriptedSource>([this] { return readings(); }, true);
        source = scripted.get();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(scripted));
        monitor = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, records);
        context = std::make_unique<ApiContext>(ApiContext { *monitor, recorder, nullptr,
            slowQueries, clock, policy, certifiedEscalation(), "1.2.3", {}, {} });
        routes = std::make_unique<RouteTable>(contractRoutes(*context));
    }

    static double inGigabytes(double gb) { return gb * static_cast<double>(gigabytes(1).count); }

    Readings readings()
    {
        Readings all;
        for (const auto& [metric, value] : values) {
            Reading reading;
            reading.value = value;
            reading.measuredAt = clock.steadyNow();
            reading.measuredAtUtc = clock.systemNow();
            all.set(metric, reading);
        }
        return all;
    }

    void tick() { monitor->tickOnce(); }

    /// The metric takes this value, seen from no level before: no hysteresis is in the way.
    void measure(Metric metric, double value)
    {
        values.erase(metric);
        tick();
        values[metric] = value;
        clock.advance(std::chrono::seconds(1));
        tick();
    }

    /// Answers at once, or with the next tick, or from the storage thread.
    Response ask(Method method, const std::string& target, const std::string& accept = {})
    {
        const Answer answer = begin(method, target, accept);
        if (!answer.hasCome()) {
            tick();
        }
        EXPECT_TRUE(waitUntil([&] { return answer.hasCome(); })) << target;
        return answer.get();
    }
    Response get(const std::string& target) { return ask(Method::Get, target); }
    Response post(const std::string& target) { return ask(Method::Post, target); }
    boost::json::object getJson(const std::string& target)
    {
        const auto response = get(target);
        EXPECT_EQ(response.status, 200) << target << ' ' << (response.body ? *response.body : "");
        return bodyOf(response).as_object();
    }

    /// Asks and does not wait.
    Answer begin(Method method, const std::string& target, const std::string& accept = {})
    {
        Answer answer;
        auto request = requestFor(method, target);
        request.accept = accept;
        const auto found = routes->find(method, request.path);
        EXPECT_NE(found.route, nullptr) << target;
        if (found.route != nullptr) {
            request.pathArguments = found.arguments;
            found.route->handler(request, answer.reply());
        }
        return answer;
    }

private:
    static ThresholdPolicy edited(const std::function<void(ThresholdPolicy&)>& edit)
    {
        auto policy = certifiedPolicy();
        if (edit) {
            edit(policy);
        }
        return policy;
    }

    ManualClock ownClock_;

public:
    ManualClock& clock;
    ThresholdPolicy policy;
    Recorder recorder;
    SlowQueryLog slowQueries;
    ScriptedSource* source = nullptr;
    /// What the source measures; what it does not is the recorder's, or missing.
    std::map<Metric, double> values { { Metric::TotalStorage, inGigabytes(400) },
        { Metric::ArtifactCount, 1000 } };
    std::unique_ptr<Monitor> monitor;
    std::unique_ptr<ApiContext> context;
    std::unique_ptr<RouteTable> routes;
};

/// The same with a real storage, so that there are alerts, history and certification.
class LastingWorld {
public:
    explicit LastingWorld(const std::filesystem::path& directory, ManualClock& clock)
        : storage_(makeStorage(directory, clock))
        , world(storage_.get(), &clock)
    {
    }
    ~LastingWorld()
    {
        world.monitor.reset();
        storage_->stop();
    }
    LastingWorld(const LastingWorld&) = delete;
    LastingWorld& operator=(const LastingWorld&) = delete;

    [[nodiscard]] Storage& storage() { return *storage_; }

private:
    std::unique_ptr<Storage> makeStorage(const std::filesystem::path& directory, ManualClock& clock)
    {
        StorageSettings settings;
        settings.directory = directory;
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.bootId = "one boot";
        settings.limits = certifiedPolicy().limits;
        auto storage = std::make_unique<Storage>(settings, files_, clock, nullptr);
        storage->start();
        EXPECT_TRUE(waitUntil([&] { return storage->alerts() != nullptr; }));
        return storage;
    }

    PosixFileSystem files_;
    std::unique_ptr<Storage> storage_;

public:
    ContractWorld world;
};

}  // namespace headroom::api
