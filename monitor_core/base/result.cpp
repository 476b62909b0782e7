// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/result.h"

namespace headroom {

std::string_view toString(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid argument";
    case ErrorCode::NotFound:
        return "not found";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Unavailable:
        return "unavailable";
    case ErrorCode::Io:
        return "input/output error";
    case ErrorCode::NoSpace:
        return "disk full";
    case ErrorCode::Damaged:
        return "damaged";
    case ErrorCode::Unsupported:
        return "unsupported";
    }
    return "unknown error";
}

std::string Error::text() const { return context.empty() ? message : context + ": " + message; }

}  // namespace headroom
