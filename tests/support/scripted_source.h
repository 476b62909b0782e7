// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/sources/source.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

namespace headroom {

/// A source that brings what the test says. The script may be changed while it runs.
class ScriptedSource final : public Source {
public:
    using Script = std::function<Result<Readings>()>;

    explicit ScriptedSource(Script script, bool usesRecorder = false)
        : script_(std::move(script))
        , usesRecorder_(usesRecorder)
    {
    }

    [[nodiscard]] std::string name() const override { return "scripted"; }
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::milliseconds(1);
    }
    [[nodiscard]] bool usesRecorder() const override { return usesRecorder_; }
    Result<Readings> collect() override
    {
        Script script;
        {
            const std::lock_guard lock(mutex_);
            script = script_;
        }
        return script();
    }

    void become(Script script)
    {
        const std::lock_guard lock(mutex_);
        script_ = std::move(script);
    }

private:
    std::mutex mutex_;
    Script script_;
    bool usesRecorder_;
};

/// Where a test makes a thread wait until it lets it go.
class Turnstile {
public:
    void pass()
    {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return isOpen_; });
        --waiting_;
    }
    void open()
    {
        const std::lock_guard lock(mutex_);
        isOpen_ = true;
        changed_.notify_all();
    }
    void awaitSomebody()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_ > 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int waiting_ = 0;
    bool isOpen_ = false;
};

}  // namespace headroom
