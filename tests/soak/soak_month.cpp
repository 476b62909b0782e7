// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// Thirty simulated days of the whole core with faults, and what they cost in memory: one line a
// day. By hand: soak_month [DAYS [SECONDS_PER_STEP]].
#include "tests/soak/month.h"
#include "tests/support/temp_dir.h"

#include <malloc.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

namespace headroom {
namespace {

struct Memory {
    std::size_t heap = 0;  ///< bytes in use
    std::size_t own
        = 0;  ///< resident, of the process alone: heap and stacks as the kernel sees them
    std::size_t files
        = 0;  ///< resident, of files: pages of the libraries, which the system may drop
};

Memory measure()
{
    ::malloc_trim(0);
    Memory memory;
    const auto info = ::mallinfo2();
    memory.heap = info.uordblks + info.hblkhd;
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        std::size_t kilobytes = 0;
        if (word == "RssAnon:" && status >> kilobytes) {
            memory.own = kilobytes * 1024;
        } else if (word == "RssFile:" && status >> kilobytes) {
            memory.files = kilobytes * 1024;
        }
    }
    return memory;
}

std::uintmax_t sizeOf(const std::filesystem::path& file)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    return none ? 0 : size;
}

int run(int days, std::chrono::seconds step)
{
    TempDir directory;
    Month month(directory.path(), step);
    Memory first;
    Memory last;
    std::cout
        << "day,heap_bytes,own_bytes,file_bytes,history_db_bytes,alert_steps,audit_records,disk_"
           "faults\n";
    auto next = month.clock().steadyNow();
    for (int day = 1; day <= days; ++day) {
        next += std::chrono::hours(24);
        while (month.clock().steadyNow() < next) {
            month.step();
        }
        month.workDisk();
        last = measure();
        if (day == 1) {
            first = last;
        }
        std::cout << day << ',' << last.heap << ',' << last.own << ',' << last.files << ','
                  << sizeOf(directory.path() / "history.db") << ','
                  << month.storage().alerts()->lastSequence << ','
                  << month.storage().auditSummary().records << ',' << month.diskFaults()
                  << std::endl;
    }
    const auto growth = [](std::size_t from, std::size_t to) {
        return 100 * (static_cast<double>(to) - static_cast<double>(from))
            / static_cast<double>(from);
    };
    const double heap = growth(first.heap, last.heap);
    const double own = growth(first.own, last.own);
    std::cout << "from day 1 to day " << days << ": heap " << heap << " %, resident of its own "
              << own << " %, of files " << growth(first.files, last.files) << " %\n";
    return heap <= 1 && own <= 1 ? 0 : 1;
}

}  // namespace
}  // namespace headroom

int main(int count, char** arguments)
{
    return headroom::run(count > 1 ? std::stoi(arguments[1]) : 30,
        std::chrono::seconds(count > 2 ? std::stoi(arguments[2]) : 1));
}
