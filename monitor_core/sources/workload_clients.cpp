// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_clients.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <vector>

namespace headroom {

namespace {

using namespace std::chrono_literals;
using Plan = WorkloadControl::Plan;

constexpr std::size_t kPiece = 16 * 1024;
/// An artifact arrives in so many bursts.
constexpr int kBursts = 4;
constexpr double kShareOfPeriod = 0.9;
/// Well below the lease's minute: a slow client must not look like a dead one.
constexpr std::chrono::nanoseconds kLongestArrival = 30s;
constexpr std::chrono::nanoseconds kLongestPeriod = 24h;
constexpr std::chrono::nanoseconds kRetryAfter = 1s;

/// SplitMix64: small, fast, and good enough for content and jitter.
class Randomness {
public:
    explicit Randomness(std::uint64_t seed)
        : state_(seed)
    {
    }
    std::uint64_t next() noexcept
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// From 0 to below 1.
    double share() noexcept { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// A length that is a multiple of 8.
    void fill(std::span<std::byte> bytes) noexcept
    {
        for (std::size_t at = 0; at + sizeof(std::uint64_t) <= bytes.size();
             at += sizeof(std::uint64_t)) {
            const std::uint64_t word = next();
            std::memcpy(bytes.data() + at, &word, sizeof word);
        }
    }

private:
    std::uint64_t state_;
};

std::chrono::nanoseconds fraction(std::chrono::nanoseconds whole, double share)
{
    return std::chrono::nanoseconds(
        static_cast<std::int64_t>(static_cast<double>(whole.count()) * share));
}

/// From one start of a client to its next, where `clients` of them share `rate`.
std::chrono::nanoseconds periodOf(int clients, PerSecond rate)
{
    const double seconds = clients / rate.value;
    const double most = std::chrono::duration<double>(kLongestPeriod).count();
    return fraction(1s, std::min(seconds, most));
}

/// When a client's next turn is, at its own steady pace.
class Turns {
public:
    /// Waits for the next turn under this plan; false when the plan changed or the client leaves.
    /// Rate 0 is left to the caller.
    bool await(const WorkloadShared& shared, const Plan& plan, std::chrono::nanoseconds period,
        Randomness& random, const std::stop_token& leave)
    {
        const SteadyTime now = shared.clock.steadyNow();
        if (!next_ || version_ != plan.version) {
            // Spread out, or all clients would begin at the same moment.
            next_ = now + fraction(period, random.share());
            version_ = plan.version;
        } else {
            // Whoever is late starts at once and does not catch up with a burst.
            next_ = std::max(*next_ + period, now);
        }
        return shared.control.waitUntil(next_, plan.version, leave);
    }

private:
    std::optional<SteadyTime> next_;
    std::uint64_t version_ = 0;
};

/// A client that writes.
class WriteClient {
public:
    WriteClient(const WorkloadShared& shared, std::uint64_t seed, const std::stop_token& leave)
        : shared_(shared)
        , leave_(leave)
        , random_(seed)
        , piece_(kPiece)
    {
    }

    void run()
    {
        for (Plan plan = shared_.control.plan(); !isOver(plan); plan = shared_.control.plan()) {
            const PerSecond rate = plan.settings.writeRate;
            const auto period = rate.value > 0 ? periodOf(plan.settings.writers, rate) : 0ns;
            if (rate.value > 0 && !turns_.await(shared_, plan, period, random_, leave_)) {
                continue;
            }
            const auto arrival = std::min(fraction(period, kShareOfPeriod), kLongestArrival);
            writeOne(plan, arrival);
            trim(plan.settings);
        }
    }

private:
    [[nodiscard]] bool isOver(const Plan& plan) const
    {
        return plan.isStopping || leave_.stop_requested();
    }

    /// Until it is written, or nobody wants it any more.
    void writeOne(const Plan& plan, std::chrono::nanoseconds arrival)
    {
        const auto most = static_cast<std::uint64_t>(plan.settings.maxArtifactSize.count);
        const Bytes size { static_cast<std::int64_t>(random_.next() % most) + 1 };
        while (tryToWrite(size, plan, arrival) == Outcome::TryAgain && waitToRetry(plan)) { }
    }

    enum class Outcome { Done, TryAgain };

    /// Holds a place in the gate only while it writes, and not while it waits to try again.
    Outcome tryToWrite(Bytes size, const Plan& plan, std::chrono::nanoseconds arrival)
    {
        auto scope = shared_.recorder.beginWrite(size);
        if (!scope.admitted()) {
            if (scope.admission() == Admission::TooLarge) {
                waitToRetry(plan);  // too large stays too large: then with another artifact
                return Outcome::Done;
            }
            return Outcome::TryAgain;
        }
        const auto written = store(size, plan, arrival);
        if (written) {
            scope.complete(size);
            shared_.troubles.writeWentWell();
            return Outcome::Done;
        }
        if (written.error().code == ErrorCode::Unavailable) {
            return Outcome::Done;
        }
        shared_.troubles.writeFailed(written.error());
        return Outcome::TryAgain;
    }

    bool waitToRetry(const Plan& plan)
    {
        const auto wait = fraction(kRetryAfter, 0.75 + 0.5 * random_.share());
        return shared_.control.waitUntil(shared_.clock.steadyNow() + wait, plan.version, leave_);
    }

    /// Unavailable when the workload stops in the middle.
    Result<void> store(Bytes size, const Plan& plan, std::chrono::nanoseconds arrival)
    {
        auto writer = shared_.store.beginWrite();
        if (!writer) {
            return writer.error();
        }
        const SteadyTime begin = shared_.clock.steadyNow();
        std::int64_t left = size.count;
        for (int burst = 1; burst <= kBursts; ++burst) {
            if (arrival.count() > 0) {
                shared_.control.waitUntil(begin + arrival * burst / kBursts, plan.version, leave_);
            }
            const std::int64_t inLaterBursts = size.count / kBursts / 8 * 8 * (kBursts - burst);
            if (auto sent = send(*writer, left, inLaterBursts); !sent) {
                return sent;
            }
        }
        return writer->commit();
    }

    /// Sends pieces until only `keep` bytes are left.
    Result<void> send(ArtifactStore::Writer& writer, std::int64_t& left, std::int64_t keep)
    {
        while (left > keep) {
            if (shared_.control.plan().isStopping) {
                return Error { ErrorCode::Unavailable, "the workload is stopping", "workload" };
            }
            // Every piece but the artifact's last is a multiple of 8 bytes, as the checksum needs.
            const auto room = static_cast<std::int64_t>(kPiece);
            const std::int64_t now
                = keep == 0 ? std::min(left, room) : std::min((left - keep + 7) / 8 * 8, room);
            const auto length = static_cast<std::size_t>(now);
            random_.fill(std::span(piece_).first((length + 7) / 8 * 8));
            if (auto sent = writer.append(std::span(piece_).first(length)); !sent) {
                return sent;
            }
            left -= now;
        }
        return {};
    }

    void trim(const WorkloadSettings& settings)
    {
        const Bytes keep { static_cast<std::int64_t>(
            static_cast<double>(settings.storageLimit.count) * settings.keepBelow.value) };
        if (!settings.deleteOldest || shared_.store.used() <= keep) {
            return;
        }
        const auto trimmed = shared_.store.trimTo(keep);
        if (!trimmed && trimmed.error().code != ErrorCode::Unavailable) {
            shared_.troubles.writeFailed(trimmed.error());
        }
    }

    const WorkloadShared& shared_;
    const std::stop_token& leave_;
    Randomness random_;
    Turns turns_;
    std::vector<std::byte> piece_;
};

void readOne(const WorkloadShared& shared, Randomness& random)
{
    if (shared.store.count() == 0) {
        return;
    }
    auto scope = shared.recorder.beginRead();
    const auto isWhole = shared.store.verifyOne(random.next());
    if (!isWhole || !*isWhole) {
        scope.abandon();
        if (!isWhole && isWhole.error().code != ErrorCode::Unavailable) {
            shared.troubles.readFailed(isWhole.error());
        }
        return;
    }
    shared.troubles.readWentWell();
    if (!**isWhole) {
        shared.troubles.foundDamaged();
    }
}

}  // namespace

void runWorkloadWriter(
    const WorkloadShared& shared, std::uint64_t seed, const std::stop_token& leave)
{
    WriteClient(shared, seed, leave).run();
}

void runWorkloadReader(
    const WorkloadShared& shared, std::uint64_t seed, const std::stop_token& leave)
{
    Randomness random(seed);
    Turns turns;
    for (Plan plan = shared.control.plan(); !plan.isStopping && !leave.stop_requested();
         plan = shared.control.plan()) {
        const PerSecond rate = plan.settings.queryRate;
        if (!(rate.value > 0)) {
            shared.control.waitUntil(std::nullopt, plan.version, leave);
            continue;
        }
        if (turns.await(shared, plan, periodOf(kWorkloadReaders, rate), random, leave)) {
            readOne(shared, random);
        }
    }
}

}  // namespace headroom
