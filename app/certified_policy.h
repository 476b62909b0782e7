// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headroom {

/// resources/policy.certified.json as it was when this program was built.
std::string_view certifiedPolicyText() noexcept;

}  // namespace headroom
