// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/embedded_core.h"

#include "app/certified_policy.h"
#include "app/config/contacts_file.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/storage/threshold_files.h"

#include <fstream>
#include <utility>

namespace headroom {

namespace {

/// For its owner alone, like the state folder that it is in.
Result<void> makeRecordsFolder(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return Error { ErrorCode::Io, "cannot create " + folder.string() + ": " + failed.message(),
            {} };
    }
    return {};
}

}  // namespace

EmbeddedCore::EmbeddedCore(const CoreSurroundings& around, const QString& name,
    std::filesystem::path records, MakeSource make)
    : around_(around)
    , records_(std::move(records))
    , make_(std::move(make))
    , feed_(name, around_.clock)
{
}

EmbeddedCore::~EmbeddedCore()
{
    feed_.detach();
    if (monitor_) {
        monitor_->stop();
    }
    monitor_.reset();
    if (storage_) {
        storage_->stop();
    }
}

Result<StorageSettings> EmbeddedCore::storageSettings(const ThresholdPolicy& policy) const
{
    const auto escalation = app::contactsOfState(around_.state);
    if (!escalation) {
        return escalation.error();
    }
    StorageSettings settings;
    settings.directory = records_;
    settings.limits = policy.limits;
    settings.rules.matrix = escalation->matrix;
    settings.rules.contacts = escalation->contacts;
    settings.rules.storageStaleAfter = policy.gate.storageStaleAfter;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> settings.bootId;
    return settings;
}

Result<void> EmbeddedCore::start()
{
    const auto certified = policyFromJson(certifiedPolicyText());
    if (!certified) {
        return certified.error();
    }
    if (auto made = makeRecordsFolder(records_); !made) {
        return made;
    }
    const auto inForce = loadThresholds(around_.files, records_, *certified);
    const auto& policy = inForce.policy;
    auto settings = storageSettings(policy);
    if (!settings) {
        return settings.error();
    }
    recorder_ = std::make_unique<Recorder>(policy.gate, policy.windows, around_.clock);
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(make_(policy, *recorder_));
    storage_ = std::make_unique<Storage>(
        std::move(*settings), around_.files, around_.clock, &around_.notifier);
    storage_->start();
    monitor_ = std::make_unique<Monitor>(
        inForce, *recorder_, std::move(sources), around_.clock, storage_.get());
    monitor_->start();
    feed_.attach(*monitor_);
    return {};
}

}  // namespace headroom
