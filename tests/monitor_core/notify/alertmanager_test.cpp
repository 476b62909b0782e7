// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/notify/webhook.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/storage/storage.h"
#include "tests/monitor_core/notify/alertmanager.h"
#include "tests/support/manual_clock.h"
#include "tests/support/writers_snapshot.h"

#include <gtest/gtest.h>

#include <mutex>
#include <set>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// Delivers, remembers which message it was, and loses the answers that it is told to lose.
class WatchedWebhook final : public Notifier {
public:
    Result<void> deliver(const Delivery& delivery) override
    {
        auto outcome = webhook_.deliver(delivery);
        const std::lock_guard lock(mutex_);
        ids_.push_back(delivery.messageId);
        if (outcome && answersToLose_ > 0) {
            --answersToLose_;
            return Error { ErrorCode::Unavailable, "the answer got lost", "test" };
        }
        return outcome;
    }
    void loseAnswers(int count)
    {
        const std::lock_guard lock(mutex_);
        answersToLose_ = count;
    }
    [[nodiscard]] std::vector<std::string> ids() const
    {
        const std::lock_guard lock(mutex_);
        return ids_;
    }

private:
    Webhook webhook_;
    mutable std::mutex mutex_;
    std::vector<std::string> ids_;
    int answersToLose_ = 0;
};

/// What Alertmanager told people.
class Pager {
public:
    [[nodiscard]] std::string url() const { return server_.url("/page"); }
    /// Whether it was told about an alert in this state ("firing", "resolved").
    [[nodiscard]] bool heard(const std::string& status, const std::string& alertname) const
    {
        const std::lock_guard lock(mutex_);
        for (const auto& call : calls_) {
            for (const auto& alert : call.at("alerts").as_array()) {
                if (alert.at("status").as_string() == status
                    && alert.at("labels").at("alertname").as_string() == alertname) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    void answer(int connection)
    {
        const auto request = LoopbackServer::readRequest(connection);
        {
            const std::lock_guard lock(mutex_);
            calls_.push_back(boost::json::parse(request.substr(request.find("\r\n\r\n") + 4)));
        }
        LoopbackServer::send(
            connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    mutable std::mutex mutex_;
    std::vector<boost::json::value> calls_;
    LoopbackServer server_ { [this](int connection) { answer(connection); } };
};

class AlertmanagerTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Alertmanager::isInstalled())
            << HEADROOM_ALERTMANAGER << " is missing: packaging/tools.sh puts it there";
        ::setenv("no_proxy", "127.0.0.1", 1);  // NOLINT(concurrency-mt-unsafe): no thread yet
        // Alertmanager has its own clock. A minute behind it, ours may go on in steps and nothing
        // is said of the future.
        const auto wanted = SystemClock().systemNow() - 1min;
        clock_.stepSystem(wanted - clock_.systemNow());
        open();
    }

    void open()
    {
        StorageSettings settings;
        settings.directory = dir_.path();
        const auto policy = certifiedEscalation();
        settings.rules.matrix = policy.matrix;
        settings.rules.contacts = policy.contacts;
        settings.rules.contacts["Ops_Team"].webhookUrl = receiver_.url();
        settings.rules.instance = "depository-7";
        settings.bootId = "one boot";
        storage_ = std::make_unique<Storage>(settings, files_, clock_, &webhook_);
        storage_->start();
        ASSERT_TRUE(waitUntil([&] { return storage_->alerts() != nullptr; }));
    }

    void seeWriters(double writers, Level level)
    {
        clock_.advance(1s);
        storage_->take(writersSnapshot(clock_, ++sequence_, writers, level));
    }

    /// Retries come due as fast as they are made: five seconds pass each time that nothing is
    /// there yet, up to the minute that we have.
    template <typename Condition>
    bool waitWhileTimePasses(Condition condition)
    {
        for (int i = 0; i < 10; ++i) {
            if (waitUntil(condition, 1s)) {
                return true;
            }
            clock_.advance(5s);
        }
        return waitUntil(condition);
    }

    [[nodiscard]] std::size_t waiting() const { return storage_->alerts()->waitingMessages; }

    static std::string text(const boost::json::value& value)
    {
        return value.is_string() ? std::string(value.as_string().c_str()) : std::string();
    }

    TempDir dir_;
    PosixFileSystem files_;
    ManualClock clock_;
    WatchedWebhook webhook_;
    Pager pager_;
    Alertmanager receiver_ { pager_.url() };
    std::unique_ptr<Storage> storage_;
    std::uint64_t sequence_ = 0;
};

TEST_F(AlertmanagerTest, showsARedAlertWithOurLabelsTellsPeopleAndTellsThemWhenItIsOver)
{
    ASSERT_TRUE(receiver_.start()) << receiver_.output();
    seeWriters(100, Level::Red);
    ASSERT_TRUE(waitWhileTimePasses([&] { return receiver_.alerts().size() == 1; }))
        << storage_->alerts()->deliveryProblem << receiver_.output();
    const auto shown = receiver_.alerts().front();
    EXPECT_EQ(text(shown.at("labels").at("alertname")), "CONCURRENT_WRITES");
    EXPECT_EQ(text(shown.at("labels").at("level")), "RED");
    EXPECT_EQ(text(shown.at("labels").at("instance")), "depository-7");
    EXPECT_EQ(text(shown.at("labels").at("job")), "headroom");
    EXPECT_EQ(text(shown.at("annotations").at("escalation_path")), "Ops_Team");
    EXPECT_EQ(text(shown.at("annotations").at("response_timeline")), "IMMEDIATE");
    // A message is on its way as soon as it is stored, the board a moment later.
    ASSERT_TRUE(waitUntil([&] { return storage_->alerts()->open.size() == 1; }));
    EXPECT_EQ(text(shown.at("annotations").at("alert_id")), storage_->alerts()->open.front().id);
    EXPECT_EQ(text(shown.at("status").at("state")), "active");
    EXPECT_TRUE(waitUntil([&] { return pager_.heard("firing", "CONCURRENT_WRITES"); }));
    EXPECT_FALSE(pager_.heard("resolved", "CONCURRENT_WRITES"));

    seeWriters(10, Level::Green);
    EXPECT_TRUE(waitWhileTimePasses([&] { return receiver_.alerts().empty(); }));
    EXPECT_TRUE(waitUntil([&] { return pager_.heard("resolved", "CONCURRENT_WRITES"); }));
    EXPECT_TRUE(waitUntil([&] { return waiting() == 0; }));
}

TEST_F(AlertmanagerTest, aChangeOfLevelEndsTheOldAlertAndShowsTheNewOne)
{
    ASSERT_TRUE(receiver_.start()) << receiver_.output();
    seeWriters(80, Level::Orange);
    const auto shows = [&](const char* level) {
        const auto alerts = receiver_.alerts();
        return alerts.size() == 1 && text(alerts.front().at("labels").at("level")) == level;
    };
    EXPECT_TRUE(waitWhileTimePasses([&] { return shows("ORANGE"); }));
    seeWriters(100, Level::Red);
    EXPECT_TRUE(waitWhileTimePasses([&] { return shows("RED"); }));
}

TEST_F(AlertmanagerTest, whatWasRaisedWhileItWasDownArrivesOnceItIsUpWithTheSameMessageId)
{
    seeWriters(100, Level::Red);
    ASSERT_TRUE(waitUntil([&] { return !storage_->alerts()->deliveryProblem.empty(); }));
    EXPECT_NE(storage_->alerts()->deliveryProblem.find("cannot be reached"), std::string::npos)
        << storage_->alerts()->deliveryProblem;
    EXPECT_EQ(waiting(), 1U);
    // Headroom itself is restarted meanwhile: the message is on the disk.
    storage_.reset();
    open();
    EXPECT_EQ(waiting(), 1U);

    ASSERT_TRUE(receiver_.start()) << receiver_.output();
    ASSERT_TRUE(waitWhileTimePasses([&] { return receiver_.alerts().size() == 1; }));
    ASSERT_TRUE(waitUntil([&] { return waiting() == 0; }));
    const auto ids = webhook_.ids();
    EXPECT_GE(ids.size(), 2U);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U);
    EXPECT_EQ(text(receiver_.alerts().front().at("annotations").at("message_id")), ids.front());
}

TEST_F(AlertmanagerTest, anAnswerThatGetsLostMakesASecondDeliveryOfTheSameIdAndNoSecondAlert)
{
    ASSERT_TRUE(receiver_.start()) << receiver_.output();
    webhook_.loseAnswers(1);
    seeWriters(100, Level::Red);
    ASSERT_TRUE(waitWhileTimePasses([&] { return webhook_.ids().size() >= 2; }));
    ASSERT_TRUE(waitUntil([&] { return waiting() == 0; }));
    const auto ids = webhook_.ids();
    ASSERT_EQ(ids.size(), 2U);
    EXPECT_EQ(ids[0], ids[1]);
    EXPECT_EQ(receiver_.alerts().size(), 1U);
}

}  // namespace
}  // namespace headroom
