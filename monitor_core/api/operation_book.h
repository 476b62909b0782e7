// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"
#include "monitor_core/recorder.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace headroom::api {

enum class OperationKind : std::uint8_t { Write, Read };

/// What somebody wants to do.
struct OperationWish {
    OperationKind kind = OperationKind::Write;
    Bytes size;  ///< 0: not known yet
    std::chrono::milliseconds ttl { 60'000 };
    std::string owner;  ///< of the token; only it may renew and end
    std::string product;
    std::string requestId;  ///< the caller's own name for it; empty: none
};

/// One that is under way.
struct Operation {
    std::string id;  ///< 128 random bits: who does not hold it cannot guess it
    OperationKind kind = OperationKind::Write;
    Bytes size;
    std::string product;
    SystemTime begunAt {};
    SystemTime expiresAt {};
    std::chrono::milliseconds left { 0 };  ///< of the lease
};

/// How an operation ended.
struct OperationEnd {
    bool isCompleted = true;  ///< false: it failed
    std::optional<Bytes> stored;  ///< of a write; empty: as much as was announced
};

/// Which callers hold which places at the gate, by ids that the service gives out. Operations end
/// by end() or, when their holder has died, by themselves. A read's place is counted here, its
/// latency is not: who ends it says how long it took. Any thread.
class OperationBook {
public:
    /// A caller has at most so many at once, so that one cannot shut out all others for good.
    struct Caps {
        std::size_t writes = 100;
        std::size_t reads = 1000;
        std::size_t ended = 10'000;  ///< how many ended ones are remembered, for doubled endings
    };
    enum class Answer : std::uint8_t {
        Done,
        Repeated,  ///< begin(): the same request has one already; end(): it was over
        Refused,  ///< by the gate
        TooMany,  ///< the caller's cap
        Foreign,  ///< of another caller
        Unknown,
    };
    struct Begun {
        Answer answer = Answer::Unknown;
        Operation operation {};  ///< when Done or Repeated
        Admission admission = Admission::Admitted;
        std::chrono::milliseconds retryAfter { 0 };
    };
    struct Ended {
        Answer answer = Answer::Unknown;
        bool hasExpired = false;  ///< when Done or Repeated: it had ended by itself
        OperationKind kind = OperationKind::Write;
        std::string product {};
        Bytes size {};
        std::chrono::nanoseconds lasted { 0 };
    };

    /// Both outlive the book.
    OperationBook(Recorder& recorder, const Clock& clock, Caps caps);
    OperationBook(Recorder& recorder, const Clock& clock);

    Begun begin(const OperationWish& wish);
    /// The lease now ends `ttl` from now.
    Begun renew(const std::string& id, const std::string& owner, std::chrono::milliseconds ttl);
    Ended end(const std::string& id, const std::string& owner, const OperationEnd& how);
    /// By the id that the caller gave it.
    Ended endByRequest(
        const std::string& requestId, const std::string& owner, const OperationEnd& how);
    /// Ends what has run out; to be called about once a second.
    void expire();

    [[nodiscard]] std::size_t underWay() const;

private:
    struct Entry {
        Operation operation;
        std::string owner;
        std::string requestKey;  ///< empty: none
        std::uint64_t token = 0;  ///< the recorder's, of a write
        std::optional<Recorder::ReadScope> read;
        SteadyTime begunAt {};
        SteadyTime deadline {};
    };
    struct Past {
        std::string owner;
        std::string requestKey;
        bool hasExpired = false;
    };
    struct Held {
        std::size_t writes = 0;
        std::size_t reads = 0;
    };
    using Entries = std::unordered_map<std::string, Entry>;

    // With mutex_ held.
    [[nodiscard]] bool hasRoom(const OperationWish& wish);
    Begun enter(const OperationWish& wish);
    Ended endEntry(Entries::iterator entry, const OperationEnd& how);
    void remove(Entries::iterator entry, bool hasExpired);
    void forgetOldest();
    void expireAt(SteadyTime now);
    [[nodiscard]] Operation shown(const Entry& entry) const;

    Recorder& recorder_;
    const Clock& clock_;
    Caps caps_;
    mutable std::mutex mutex_;
    Entries entries_;
    std::unordered_map<std::string, std::string> byRequest_;  ///< owner and request → id
    std::unordered_map<std::string, Past> past_;
    std::deque<std::string> pastOrder_;  ///< oldest first
    std::unordered_map<std::string, Held> held_;
    SteadyTime nextDeadline_ = SteadyTime::max();  ///< nothing runs out before it
};

}  // namespace headroom::api
