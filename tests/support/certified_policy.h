// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/policy_json.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace headroom {

/// The text of the policy that ships. HEADROOM_RESOURCES is the resources folder of this tree.
inline std::string certifiedPolicyText()
{
    std::ifstream file(HEADROOM_RESOURCES "/policy.certified.json", std::ios::binary);
    return { std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>() };
}

inline ThresholdPolicy certifiedPolicy()
{
    auto policy = policyFromJson(certifiedPolicyText());
    if (!policy) {
        throw std::runtime_error(policy.error().text());
    }
    return *policy;
}

}  // namespace headroom
