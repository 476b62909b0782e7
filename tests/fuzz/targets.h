// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::fuzz {

/// A parser that strangers reach. `run` takes any bytes and throws BrokenPromise when what came
/// out is not what the parser promises; crashes are the sanitizers' to find.
struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
    std::vector<std::string> (*seeds)();  ///< what it is meant to read, and close to it
};

struct BrokenPromise : std::logic_error {
    using std::logic_error::logic_error;
};

inline void promise(bool holds, const char* what)
{
    if (!holds) {
        throw BrokenPromise(what);
    }
}

extern const Target kHttpHead;  ///< scanner, head and target of an HTTP request
extern const Target kJsonBody;  ///< a body of /api/v1
extern const Target kProxyLine;  ///< a syslog datagram

}  // namespace headroom::fuzz
