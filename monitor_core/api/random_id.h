// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace headroom::api {

/// 128 bits from the kernel as 32 lower-case hex digits: nobody guesses one. Any thread.
std::string randomId();

}  // namespace headroom::api
