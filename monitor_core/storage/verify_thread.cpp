// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/verify_thread.h"

#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/storage/refusable.h"
#include "monitor_core/storage/stoppable_files.h"

#include <system_error>
#include <utility>
#include <vector>

namespace headroom {

VerifyThread::VerifyThread(FileSystem& files, std::filesystem::path trail)
    : files_(files)
    , trail_(std::move(trail))
{
}

VerifyThread::~VerifyThread() { stop(); }

void VerifyThread::stop()
{
    std::jthread thread;
    std::deque<Question> left;
    {
        const std::lock_guard lock(mutex_);
        thread.swap(thread_);
        left.swap(waiting_);
    }
    for (const auto& question : left) {
        question.answer(Error { ErrorCode::Unavailable, "Headroom is stopping", "audit" });
    }
    // ~jthread asks the thread to stop, and waits for it.
}

void VerifyThread::ask(const std::string& head, Answer answer)
{
    if (!head.empty() && !headFromText(head)) {
        answer(Error { ErrorCode::InvalidArgument,
            "a head is NUMBER:HASH or a hash of 64 lower-case hex digits", "audit" });
        return;
    }
    if (!enqueue({ head, answer })) {
        answer(Error { ErrorCode::Unavailable,
            "the trail is being verified already and others wait for it; ask again later",
            "audit" });
    }
}

bool VerifyThread::enqueue(Question question)
{
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting) {
        return false;
    }
    if (!thread_.joinable()) {
        try {
            thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
        } catch (const std::system_error&) {
            return false;  // no thread to be had now
        }
    }
    waiting_.push_back(std::move(question));
    wake_.notify_all();
    return true;
}

void VerifyThread::run(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return !waiting_.empty(); }) && !stop.stop_requested()) {
        const auto question = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        question.answer(verify(question.head, stop));
        lock.lock();
    }
}

Result<AuditVerdict> VerifyThread::verify(const std::string& head, const std::stop_token& stop)
{
    return refusable([&]() -> Result<AuditVerdict> {
        StoppableFiles files(files_, stop);
        std::vector<AuditHead> known;
        if (const auto wanted = headFromText(head)) {
            known.push_back(*wanted);
        }
        const auto report = verifyTrail(files, trail_, known);
        if (!report) {
            return report.error();
        }
        AuditVerdict verdict;
        verdict.isWhole = report->isWhole();
        verdict.records = report->records;
        if (!report->isWhole()) {
            verdict.firstBadSequence = report->breaks.front().firstBad;
            verdict.why = report->breaks.front().why;
        }
        if (report->newest) {
            verdict.head = toText(*report->newest);
        }
        return verdict;
    });
}

}  // namespace headroom
