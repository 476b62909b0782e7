// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <exception>
#include <new>
#include <type_traits>

namespace headroom {

/// Asks a question that only reads. Should it throw, most likely for want of memory for a large
/// answer, it is refused, and the thread that serves everybody else goes on.
template <typename Ask>
std::invoke_result_t<Ask> refusable(const Ask& ask)
{
    try {
        return ask();
    } catch (const std::bad_alloc&) {
        return Error { ErrorCode::Unavailable,
            "not enough memory to answer; ask for less, or again later", "storage" };
    } catch (const std::exception& failure) {
        return Error { ErrorCode::Unavailable, failure.what(), "storage" };
    }
}

}  // namespace headroom
