// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit_query.h"
#include "monitor_core/base/file_system.h"
#include "monitor_core/base/result.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace headroom {

/// Verifies the audit trail from front to back, one question after the other, on a thread of its
/// own: a trail of years takes up to a minute, and records must not wait for that. The thread is
/// made by the first question.
class VerifyThread {
public:
    using Answer = std::function<void(Result<AuditVerdict>)>;
    static constexpr std::size_t kMostWaiting = 4;

    /// `files` outlives it, and can be read by any thread.
    VerifyThread(FileSystem& files, std::filesystem::path trail);
    ~VerifyThread();
    VerifyThread(const VerifyThread&) = delete;
    VerifyThread& operator=(const VerifyThread&) = delete;

    /// `head` ("12:9f86…", a hash, or empty) must be in the trail. `answer` is called on the
    /// verifying thread, or here and now when the question is refused (InvalidArgument, or
    /// Unavailable with kMostWaiting waiting). Any thread.
    void ask(const std::string& head, Answer answer);

    /// Ends the verification in progress; whoever waits is told. Main thread.
    void stop();

private:
    struct Question {
        std::string head;
        Answer answer;
    };

    bool enqueue(Question question);
    void run(const std::stop_token& stop);
    Result<AuditVerdict> verify(const std::string& head, const std::stop_token& stop);

    FileSystem& files_;
    std::filesystem::path trail_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Question> waiting_;
    std::jthread thread_;
};

}  // namespace headroom
