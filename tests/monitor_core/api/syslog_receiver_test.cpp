// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/syslog_receiver.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>
#include <string>
#include <vector>

namespace headroom::api {
namespace {

constexpr std::size_t kLongest = 100;

/// What came in.
class Heard {
public:
    SyslogEvents events()
    {
        return { [this](std::string_view bytes) {
                    const std::lock_guard lock(mutex_);
                    if (bytes == "throw") {
                        throw std::bad_alloc();
                    }
                    lines_.emplace_back(bytes);
                },
            [this] {
                const std::lock_guard lock(mutex_);
                ++oversized_;
            },
            [this](std::uint64_t more) {
                const std::lock_guard lock(mutex_);
                dropped_ += more;
            } };
    }
    std::vector<std::string> lines() const
    {
        const std::lock_guard lock(mutex_);
        return lines_;
    }
    bool has(const std::string& line) const
    {
        const auto all = lines();
        return std::ranges::find(all, line) != all.end();
    }
    int oversized() const
    {
        const std::lock_guard lock(mutex_);
        return oversized_;
    }
    std::uint64_t dropped() const
    {
        const std::lock_guard lock(mutex_);
        return dropped_;
    }
    /// While it is held the receiver stands still in its next line.
    std::mutex& mutex() { return mutex_; }

private:
    mutable std::mutex mutex_;
    std::vector<std::string> lines_;
    int oversized_ = 0;
    std::uint64_t dropped_ = 0;
};

class Sender {
public:
    explicit Sender(std::uint16_t port)
        : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to {};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connect(to);
    }
    explicit Sender(const std::string& path)
        : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un to {};
        to.sun_family = AF_UNIX;
        std::ranges::copy(path, std::begin(to.sun_path));
        connect(to);
    }
    ~Sender() { ::close(socket_); }
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    void send(const std::string& bytes) const
    {
        EXPECT_EQ(
            ::send(socket_, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }

private:
    template <typename Address>
    void connect(const Address& to) const
    {
        EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
    }
    int socket_;
};

struct SyslogReceiverTest : testing::Test {
    SyslogReceiver receiverOn(const SyslogSettings& settings)
    {
        return { settings, kLongest, heard.events() };
    }
    const SyslogSettings anyPort { "127.0.0.1", 0, {} };
    Heard heard;
    TempDir dir;
};

TEST_F(SyslogReceiverTest, handsOverWhatComesInItsOrder)
{
    auto receiver = receiverOn(anyPort);
    ASSERT_TRUE(receiver.start());
    const Sender sender(receiver.port());
    std::vector<std::string> sent;
    for (int i = 0; i < 200; ++i) {
        sent.push_back("line " + std::to_string(i));
        sender.send(sent.back());
    }
    ASSERT_TRUE(waitUntil([&] { return heard.lines().size() == sent.size(); }));
    EXPECT_EQ(heard.lines(), sent);
}

TEST_F(SyslogReceiverTest, hasTakenWhatHadArrivedWhenItIsAskedTo)
{
    auto receiver = receiverOn(anyPort);
    receiver.takeWaiting();  // not open yet: nothing waits
    ASSERT_TRUE(receiver.start());
    const Sender sender(receiver.port());
    std::vector<std::string> sent;
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 100; ++i) {
            sent.push_back("line " + std::to_string(sent.size()));
            sender.send(sent.back());
        }
        receiver.takeWaiting();
        ASSERT_EQ(heard.lines().size(), sent.size());
    }
    EXPECT_EQ(heard.lines(), sent);
    receiver.stop();
    receiver.takeWaiting();
}

TEST_F(SyslogReceiverTest, throwsAwayWhatIsLongerThanItMayBe)
{
    auto receiver = receiverOn(anyPort);
    ASSERT_TRUE(receiver.start());
    const Sender sender(receiver.port());
    sender.send(std::string(kLongest + 1, 'a'));
    sender.send(std::string(60'000, 'b'));
    sender.send("");
    sender.send(std::string(kLongest, 'c'));
    ASSERT_TRUE(waitUntil([&] { return heard.lines().size() == 2; }));
    EXPECT_EQ(heard.lines(), (std::vector { std::string(), std::string(kLongest, 'c') }));
    EXPECT_EQ(heard.oversized(), 2);
}

TEST_F(SyslogReceiverTest, goesOnAfterALineThatCouldNotBeTaken)
{
    auto receiver = receiverOn(anyPort);
    ASSERT_TRUE(receiver.start());
    const Sender sender(receiver.port());
    sender.send("throw");
    // The rest of the batch may be lost with it; what comes later is not.
    EXPECT_TRUE(waitUntil([&] {
        sender.send("after");
        return heard.has("after");
    }));
}

TEST_F(SyslogReceiverTest, countsWhatTheSystemThrewAway)
{
    auto receiver = receiverOn(anyPort);
    ASSERT_TRUE(receiver.start());
    const Sender sender(receiver.port());
    constexpr int kMany = 100'000;
    {
        const std::lock_guard standStill(heard.mutex());
        for (int i = 0; i < kMany; ++i) {
            sender.send("x");
        }
    }
    // The count comes with what comes after the loss.
    EXPECT_TRUE(waitUntil([&] {
        sender.send("y");
        return heard.dropped() > 0;
    }));
    EXPECT_TRUE(waitUntil([&] {
        const auto lines = heard.lines();
        const auto got = static_cast<std::uint64_t>(std::ranges::count(lines, "x"));
        return got + heard.dropped() >= kMany;
    }));
}

TEST_F(SyslogReceiverTest, leavesAPortToTheOneThatHasIt)
{
    auto first = receiverOn(anyPort);
    ASSERT_TRUE(first.start());
    auto second = receiverOn({ "127.0.0.1", first.port(), {} });
    const auto started = second.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, ErrorCode::Unavailable);
    EXPECT_NE(started.error().text().find(std::to_string(first.port())), std::string::npos);
}

TEST_F(SyslogReceiverTest, takesASocketInTheFileSystemForOwnerAndGroup)
{
    const auto path = (dir.path() / "log socket").string();
    auto receiver = receiverOn({ {}, 0, path });
    ASSERT_TRUE(receiver.start());
    struct stat there { };
    ASSERT_EQ(::stat(path.c_str(), &there), 0);
    EXPECT_EQ(there.st_mode & 07777U, 0660U);
    Sender(path).send("hello");
    EXPECT_TRUE(waitUntil([&] { return heard.has("hello"); }));

    auto second = receiverOn({ {}, 0, path });
    EXPECT_FALSE(second.start()) << "it is received there";
    Sender(path).send("still");
    EXPECT_TRUE(waitUntil([&] { return heard.has("still"); }));
    receiver.stop();
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(SyslogReceiverTest, replacesTheSocketOfTheDeadButNothingElse)
{
    const auto path = (dir.path() / "socket").string();
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, std::begin(address.sun_path));
    const int dead = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ASSERT_EQ(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(dead);
    auto receiver = receiverOn({ {}, 0, path });
    EXPECT_TRUE(receiver.start());
    receiver.stop();

    std::ofstream(path) << "a person's file";
    auto other = receiverOn({ {}, 0, path });
    const auto started = other.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, ErrorCode::Refused);
    EXPECT_TRUE(std::filesystem::exists(path));

    const auto tooLong = (dir.path() / std::string(120, 'a')).string();
    EXPECT_FALSE(receiverOn({ {}, 0, tooLong }).start());
}

}  // namespace
}  // namespace headroom::api
