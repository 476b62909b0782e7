// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/storage/storage.h"

#include <chrono>
#include <filesystem>

namespace headroom {

/// The certified matrix, with an address for two contacts so that there are messages to lose.
inline AlertRules soakRules()
{
    auto policy = certifiedEscalation();
    policy.contacts["Ops_Team"].webhookUrl = "http://127.0.0.1:9093/api/v2/alerts";
    policy.contacts["Ashmit_Pandey"].command = { "/usr/bin/mail-hook", "--to" };
    AlertRules rules;
    rules.matrix = policy.matrix;
    rules.contacts = policy.contacts;
    rules.instance = "soak";
    return rules;
}

/// As in the product, but history is committed every second of its clock.
inline StorageSettings soakStorage(const std::filesystem::path& directory)
{
    StorageSettings settings;
    settings.directory = directory;
    settings.history.flushEvery = std::chrono::seconds(1);
    settings.rules = soakRules();
    settings.bootId = "soak";
    return settings;
}

}  // namespace headroom
