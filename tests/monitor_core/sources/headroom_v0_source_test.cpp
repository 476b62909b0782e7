// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/units.h"
#include "monitor_core/sources/headroom_v0_json.h"
#include "monitor_core/sources/headroom_v0_source.h"
#include "monitor_core/sources/http_fetcher.h"
#include "tests/support/loopback_server.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <mutex>
#include <string>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// JSON with single quotes for readers.
std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

/// As an older service answered it.
std::string oldStatus()
{
    return quoted("{'timestamp':'2026-02-01T10:00:00Z',"
                  "'concurrent_writes':{'current':34,'limit':100,'percentage':34.0,"
                  "'status':'GREEN','alert':null,'action_required':null},"
                  "'storage':{'status':'HEALTHY','usage_ratio':0.612,'usage_percent':61.2,"
                  "'used_gb':612.0,'total_gb':1000,'free_gb':388.0},"
                  "'write_throughput':{'current_writes_per_sec':312.5,'limit':1000,"
                  "'percentage':31.2,'status':'GREEN'},"
                  "'query_performance':{'p50_ms':11.0,'p99_ms':42.5,'p999_ms':71.0,"
                  "'sla_status':'MET'},"
                  "'audit_trail':{'chain_verified':true,'retention_expiry':'2033-02-01'},"
                  "'products':{'bucket':{'status':'ACTIVE'}}}");
}

Reading at(const Clock& clock) { return { 0, clock.steadyNow(), clock.systemNow(), {}, {} }; }

Result<Readings> read(const std::string& json)
{
    const ManualClock clock;
    return readingsFromScaleStatus(json, at(clock));
}

std::optional<double> valueOf(const Result<Readings>& readings, Metric metric)
{
    const auto& slot = readings->slots[indexOf(metric)];
    return slot ? std::optional(slot->value) : std::nullopt;
}

std::string whyNot(const Result<Readings>& readings, Metric metric)
{
    return readings->whyMissing[indexOf(metric)];
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const auto place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

TEST(HeadroomV0, readsWhatAnOlderServiceMeasures)
{
    const auto readings = read(oldStatus());
    ASSERT_TRUE(readings);
    EXPECT_EQ(valueOf(readings, Metric::ConcurrentWrites), 34);
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage), 612.0 * 1024 * 1024 * 1024);
    EXPECT_EQ(valueOf(readings, Metric::WriteThroughput), 312.5);
    EXPECT_EQ(valueOf(readings, Metric::QueryResponse), 42.5);
    EXPECT_EQ(valueOf(readings, Metric::AuditRetention), 0);
    EXPECT_EQ(readings->latencyP50Ms, 11.0);
    EXPECT_EQ(readings->latencyP999Ms, 71.0);
    EXPECT_TRUE(readings->isGatedElsewhere);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactSize), std::nullopt);
    EXPECT_NE(whyNot(readings, Metric::ArtifactSize), "");
    EXPECT_EQ(readings->slots[indexOf(Metric::TotalStorage)]->limit,
        static_cast<double>(gigabytes(1000).count));
}

TEST(HeadroomV0, aBrokenChainIsABrokenChainHereToo)
{
    const auto readings = read(replaced(oldStatus(), "true", "false"));
    ASSERT_TRUE(readings);
    EXPECT_EQ(valueOf(readings, Metric::AuditRetention), 1);
}

TEST(HeadroomV0, whatTheServiceDoesNotKnowIsMissingAndNotZero)
{
    const auto unknown = read(quoted("{'concurrent_writes':{'current':null},"
                                     "'storage':{'status':'UNKNOWN','used_gb':null},"
                                     "'query_performance':{'p99_ms':0,'sla_status':'NO_DATA'}}"));
    ASSERT_TRUE(unknown);
    for (const auto metric : { Metric::ConcurrentWrites, Metric::TotalStorage,
             Metric::QueryResponse, Metric::AuditRetention, Metric::WriteThroughput }) {
        EXPECT_EQ(valueOf(unknown, metric), std::nullopt);
        EXPECT_NE(whyNot(unknown, metric), "");
    }
    const auto idle = read(quoted("{'query_performance':{'p99_ms':0,'sample_count':0}}"));
    EXPECT_EQ(valueOf(idle, Metric::QueryResponse), std::nullopt);
}

TEST(HeadroomV0, aNumberThatCannotBeOneIsNoReading)
{
    for (const auto* number : { "-1", "1e999", "1e300", "\"612\"", "true", "[612]", "{}" }) {
        const auto readings = read(replaced(oldStatus(), "612.0", number));
        ASSERT_TRUE(readings) << number;
        EXPECT_EQ(valueOf(readings, Metric::TotalStorage), std::nullopt) << number;
        EXPECT_EQ(whyNot(readings, Metric::TotalStorage), "the service gave no sensible number");
    }
    for (const auto* limit : { "0", "-5", "null", "1e999" }) {
        const auto readings
            = read(replaced(oldStatus(), quoted("'total_gb':1000"), quoted("'total_gb':") + limit));
        ASSERT_TRUE(readings) << limit;
        EXPECT_FALSE(readings->slots[indexOf(Metric::TotalStorage)]->limit) << limit;
    }
}

TEST(HeadroomV0, whatIsNoStatusIsAnErrorAndNotAnEmptyReading)
{
    for (const auto& json :
        { std::string(), std::string("[]"), std::string("{}"), std::string("<html>"),
            std::string("Infinity"), quoted("{'detail':'x'}"), oldStatus().substr(0, 200),
            std::string(100'000, '['), oldStatus() + "x", quoted("{'storage':[1]}") }) {
        const auto readings = read(json);
        ASSERT_FALSE(readings) << json.substr(0, 50);
        EXPECT_EQ(readings.error().code, ErrorCode::Damaged);
    }
}

/// Answers like an older service and remembers what it was asked.
class OldService {
public:
    explicit OldService(std::string reply)
        : server_([this, reply = std::move(reply)](int connection) {
            const auto request = LoopbackServer::readRequest(connection);
            {
                const std::lock_guard lock(mutex_);
                heard_ += request;
            }
            LoopbackServer::send(connection, reply);
        })
    {
    }
    static std::string ok(const std::string& body)
    {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n"
               "Content-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    [[nodiscard]] std::string url() const { return server_.url(""); }
    [[nodiscard]] std::string heard()
    {
        const std::lock_guard lock(mutex_);
        return heard_;
    }

private:
    std::mutex mutex_;
    std::string heard_;
    LoopbackServer server_;
};

HeadroomV0Source sourceFor(const std::string& url, const Clock& clock, std::string token = {})
{
    HttpFetcherSettings settings;
    settings.url = url;
    settings.token = std::move(token);
    settings.timeout = 500ms;
    return { url, std::make_unique<HttpFetcher>(std::move(settings)), clock };
}

TEST(HeadroomV0, asksOnlyForTheStatusAndNeverForTheStorageWhatIf)
{
    const ManualClock clock;
    OldService service(OldService::ok(oldStatus()));
    auto source = sourceFor(service.url(), clock, "tok");
    for (int i = 0; i < 3; ++i) {
        const auto readings = source.collect();
        ASSERT_TRUE(readings) << readings.error().text();
        EXPECT_EQ(valueOf(readings, Metric::ConcurrentWrites), 34);
    }
    const auto heard = service.heard();
    EXPECT_NE(heard.find("GET /metrics/scale-status HTTP/1.1\r\n"), std::string::npos);
    EXPECT_NE(heard.find("Authorization: Bearer tok\r\n"), std::string::npos);
    EXPECT_EQ(heard.find("storage-capacity"), std::string::npos);
    EXPECT_EQ(heard.find("used_gb"), std::string::npos);
    EXPECT_EQ(heard.find("POST"), std::string::npos);
}

std::string failureAfter(const std::string& reply)
{
    const ManualClock clock;
    OldService service(reply);
    auto source = sourceFor(service.url(), clock);
    const auto readings = source.collect();
    return readings ? "read" : readings.error().text();
}

TEST(HeadroomV0, saysWhyAServiceCannotBeRead)
{
    const auto contains = [](const std::string& text, const char* piece) {
        return text.find(piece) != std::string::npos;
    };
    EXPECT_TRUE(
        contains(failureAfter("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"), "answered 500"));
    EXPECT_TRUE(contains(failureAfter(OldService::ok("<h1>Log in</h1>")), "unreadable data"));
    EXPECT_TRUE(contains(failureAfter("HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1:1/\r\n"
                                      "Content-Length: 0\r\n\r\n"),
        "redirects are not followed"));
    EXPECT_TRUE(
        contains(failureAfter(OldService::ok(std::string(2'000'000, 'x'))), "more than 1024 KB"));
    EXPECT_TRUE(contains(failureAfter("SSH-2.0\r\n\r\n"), "cannot be reached"));
}

TEST(HeadroomV0, aServiceThatStaysSilentIsGivenUp)
{
    const ManualClock clock;
    const LoopbackServer server(&LoopbackServer::staySilent);
    auto source = sourceFor(server.url(""), clock);
    const auto readings = source.collect();
    ASSERT_FALSE(readings);
    EXPECT_NE(readings.error().text().find("within 500 ms"), std::string::npos);
}

TEST(HeadroomV0, isNotAskedAnyMoreOnceItWasStopped)
{
    const ManualClock clock;
    OldService service(OldService::ok(oldStatus()));
    auto source = sourceFor(service.url(), clock);
    source.stop();
    EXPECT_FALSE(source.collect());
}

TEST(HeadroomV0, connectsToNoAddressOfTheLink)
{
    const ManualClock clock;
    auto source = sourceFor("http://169.254.169.254", clock);
    const auto readings = source.collect();
    ASSERT_FALSE(readings);
    EXPECT_NE(readings.error().text().find("cannot be reached"), std::string::npos);
}

}  // namespace
}  // namespace headroom
