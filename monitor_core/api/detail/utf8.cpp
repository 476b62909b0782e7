// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/utf8.h"

#include <cstddef>

namespace headroom::api::detail {

namespace {

struct Lead {
    std::size_t length = 0;  ///< of the whole character; 0: no character begins so
    unsigned char lowest = 0x80;  ///< of the second byte, which excludes overlong and surrogates
    unsigned char highest = 0xBF;
};

Lead leadOf(unsigned char byte) noexcept
{
    if (byte < 0x80) {
        return { 1 };
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return { 2 };
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return { 3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF) };
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return { 4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF) };
    }
    return {};
}

}  // namespace

bool isUtf8(std::string_view text) noexcept
{
    const auto at = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    for (std::size_t i = 0; i < text.size();) {
        const Lead lead = leadOf(at(i));
        if (lead.length == 0 || text.size() - i < lead.length) {
            return false;
        }
        for (std::size_t next = 1; next < lead.length; ++next) {
            const unsigned char byte = at(i + next);
            if (byte < (next == 1 ? lead.lowest : 0x80)
                || byte > (next == 1 ? lead.highest : 0xBF)) {
                return false;
            }
        }
        i += lead.length;
    }
    return true;
}

}  // namespace headroom::api::detail
