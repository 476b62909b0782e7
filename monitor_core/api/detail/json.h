// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/level.h"
#include "monitor_core/base/utc_text.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace headroom::api {

namespace json = boost::json;

/// As boost::json::serialize(), but doubles as numberText() has them: it would write 75 as 7.5E1,
/// and non-finite ones as words that are no JSON.
std::string serialised(const json::value& value);

Response jsonResponse(int status, const json::value& body);

/// null for nothing, and for what is no number.
json::value finite(std::optional<double> value);
/// An integer for a whole number, as older clients are used to: 1000, but 0.5. `value` is finite.
json::value wholeOrNot(double value);
json::value timeOrNull(std::optional<SystemTime> time);
/// null for an empty text.
json::value textOrNull(std::string_view text);

}  // namespace headroom::api
