// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace headroom::api {

/// The shortest digits that read back as the same number, for JSON and messages: "42.5", "75.0",
/// "1e+21". With a point or an exponent always, so that a client that tells integers apart sees the
/// same type every time. Non-finite ones must not come here; they are "null".
std::string numberText(double value);

/// The same for people: 75, not 75.0.
std::string shownNumber(double value);

}  // namespace headroom::api
