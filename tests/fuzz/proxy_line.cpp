// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/api/proxy_line.h"

#include "tests/fuzz/targets.h"

namespace headroom::fuzz {

namespace {

using namespace headroom::api;

void run(std::string_view bytes)
{
    const auto line = readProxyLine(bytes);
    if (!line) {
        return;
    }
    promise(bytes.size() <= kLongestProxyLine, "a line is bounded");
    promise(line->requestId.size() == 32
            && line->requestId.find_first_not_of("0123456789abcdef") == std::string_view::npos,
        "an id is 32 hexadecimal digits");
    promise(!line->method.empty() && line->method.size() <= 32, "a method is a word");
    promise(line->status >= 0 && line->status <= 999, "a status has three digits");
    promise(line->requestBytes >= 0 && line->announcedBytes.value_or(0) >= 0, "sizes are sizes");
    promise(line->answeredIn.value_or(std::chrono::milliseconds(0)).count() >= 0, "time passes");
    promise(line->requestId.data() >= bytes.data()
            && line->method.data() + line->method.size() <= bytes.data() + bytes.size(),
        "a line has nothing but its own bytes");
}

std::vector<std::string> seeds()
{
    const std::string start
        = "<190>Nov 23 21:18:03 headroom: headroom1 b0495f99f98aae071e1445e1663b3dce ";
    return { start + "POST 201 3164 3000 0.012", start + "GET 499 86 - -",
        start + "PUT 000 0 - 0.001, 1.002 : -", start + "GET 200 9007199254740993 - 0.001",
        start + "GET 200 1 1 1000000.999", start + std::string(1000, 'a'), "<190>", "",
        "<0>Aug  3 01:02:03 host headroom: headroom1 x" };
}

}  // namespace

const Target kProxyLine { "proxy_line", run, seeds };

}  // namespace headroom::fuzz
