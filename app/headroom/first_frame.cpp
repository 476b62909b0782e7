// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroom/first_frame.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace headroom {

namespace {

/// Since boot, in seconds; negative if the kernel does not say.
double processStart()
{
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    // The name in brackets may hold anything; the fields count from behind it.
    const auto bracket = text.rfind(')');
    if (bracket == std::string::npos) {
        return -1;
    }
    std::istringstream fields(text.substr(bracket + 1));
    constexpr int kStartTime = 20;  // field 22, two of them before the bracket's end
    std::string field;
    for (int i = 0; i < kStartTime; ++i) {
        fields >> field;
    }
    return std::strtod(field.c_str(), nullptr) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

void reportFirstFrame()
{
    const char* wanted = std::getenv("HEADROOM_TIMING");
    const double start = processStart();
    if (wanted == nullptr || std::string_view(wanted) != "1" || start < 0) {
        return;
    }
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds
        = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - start;
    timespec cpu {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    const double cpuSeconds
        = static_cast<double>(cpu.tv_sec) + static_cast<double>(cpu.tv_nsec) / 1e9;
    std::fprintf(stderr, "headroom: first frame after %.0f ms, %.0f ms of processor time\n",
        seconds * 1000, cpuSeconds * 1000);
}

}  // namespace headroom
