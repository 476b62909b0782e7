// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/policy/detail/json_object_reader.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace headroom {

/// The value that a text of at most 1 MiB is; `what` ("policy") is what messages call it. Keys that
/// stand twice go to `faults`, since they are seen only here.
Result<boost::json::value> parseDocument(
    std::string_view text, const std::string& what, Faults& faults);

/// InvalidArgument, with what is wrong with the `what`.
Error documentError(const std::string& what, std::string message);

}  // namespace headroom
