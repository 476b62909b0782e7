// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/posix_file_system.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/storage/storage.h"
#include "tests/support/certified_policy.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/local_feed.h"

#include <memory>
#include <utility>
#include <vector>

namespace headroom::ui {

/// A whole embedded core on the machine's clock, whose source measures what a test says. The
/// program that uses it defines HEADROOM_RESOURCES.
class EmbeddedTestCore {
public:
    explicit EmbeddedTestCore(std::vector<std::pair<Metric, double>> values)
    {
        StorageSettings settings;
        settings.directory = dir_.path();
        settings.rules.matrix = certifiedEscalation().matrix;
        settings.rules.contacts = certifiedEscalation().contacts;
        settings.limits = policy_.limits;
        storage_ = std::make_unique<Storage>(settings, files_, clock, nullptr);
        storage_->start();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<ScriptedSource>([this, values = std::move(values)] {
            Readings readings;
            for (const auto& [metric, value] : values) {
                Reading reading;
                reading.value = value;
                reading.measuredAt = clock.steadyNow();
                reading.measuredAtUtc = clock.systemNow();
                readings.set(metric, reading);
            }
            return Result<Readings>(readings);
        }));
        monitor_ = std::make_unique<Monitor>(
            policy_, recorder_, std::move(sources), clock, storage_.get());
        monitor_->start();
        feed.attach(*monitor_);
    }
    ~EmbeddedTestCore()
    {
        feed.detach();
        monitor_->stop();
        monitor_.reset();
        storage_->stop();
    }
    EmbeddedTestCore(const EmbeddedTestCore&) = delete;
    EmbeddedTestCore& operator=(const EmbeddedTestCore&) = delete;

    SystemClock clock;
    LocalFeed feed { QStringLiteral("embedded") };

private:
    TempDir dir_;
    PosixFileSystem files_;
    ThresholdPolicy policy_ = certifiedPolicy();
    Recorder recorder_ { policy_.gate, policy_.windows, clock };
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Monitor> monitor_;
};

}  // namespace headroom::ui
