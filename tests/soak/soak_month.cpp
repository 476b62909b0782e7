// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
//
// Thirty simulated days of the whole core with faults, and what they cost in memory: one line a
// day. By hand: soak_month [DAYS [SECONDS_PER_STEP]].
#include "tests/soak/month.h"
#include "tests/support/temp_dir.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace headroom {
namespace {

/// What the kernel and the allocator say, in bytes. All but `inUse` and `kept` are resident.
struct Memory {
    std::size_t inUse = 0;  ///< allocated, in all arenas and mappings
    std::size_t kept = 0;  ///< free, but still the allocator's
    std::size_t heap = 0;  ///< of the main arena
    std::size_t mapped = 0;  ///< arenas of threads, large allocations, stacks of threads
    std::size_t data = 0;  ///< written pages of program and libraries
    std::size_t stack = 0;  ///< of the main thread
    std::size_t files = 0;  ///< pages of the libraries, which the system may drop

    /// Of the process alone: what it costs the machine.
    [[nodiscard]] std::size_t own() const { return heap + mapped + data + stack; }
};

Memory measure()
{
    Memory memory;
    const auto info = ::mallinfo2();
    memory.inUse = info.uordblks + info.hblkhd;
    memory.kept = info.fordblks;
    std::ifstream maps("/proc/self/smaps");
    std::size_t* own = nullptr;
    std::size_t resident = 0;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::string first;
        words >> first;
        std::size_t kilobytes = 0;
        if (first.find('-') != std::string::npos) {
            std::string rights;
            std::string offset;
            std::string device;
            std::string node;
            std::string name;
            words >> rights >> offset >> device >> node >> name;
            own = name == "[heap]"      ? &memory.heap
                : name == "[stack]"     ? &memory.stack
                : name.starts_with('/') ? &memory.data
                                        : &memory.mapped;
        } else if (first == "Rss:" && words >> kilobytes) {
            resident = kilobytes * 1024;
        } else if (first == "Anonymous:" && own != nullptr && words >> kilobytes) {
            *own += kilobytes * 1024;
            memory.files += resident - kilobytes * 1024;
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

double growth(std::size_t from, std::size_t to)
{
    return 100 * (static_cast<double>(to) - static_cast<double>(from)) / static_cast<double>(from);
}

int run(int days, std::chrono::seconds step)
{
    TempDir directory;
    Month month(directory.path(), step);
    std::vector<Memory> seen;
    std::cout << "day,in_use_bytes,own_bytes,kept_bytes,heap_bytes,mapped_bytes,data_bytes,"
                 "stack_bytes,file_bytes,history_db_bytes,alert_steps,audit_records,disk_faults\n";
    auto next = month.clock().steadyNow();
    for (int day = 1; day <= days; ++day) {
        next += std::chrono::hours(24);
        while (month.clock().steadyNow() < next) {
            month.step();
        }
        month.workDisk();
        const auto now = measure();
        seen.push_back(now);
        std::cout << day << ',' << now.inUse << ',' << now.own() << ',' << now.kept << ','
                  << now.heap << ',' << now.mapped << ',' << now.data << ',' << now.stack << ','
                  << now.files << ',' << sizeOf(directory.path() / "history.db") << ','
                  << month.storage().alerts()->lastSequence << ','
                  << month.storage().auditSummary().records << ',' << month.diskFaults()
                  << std::endl;
    }
    const auto& first = seen[std::min<std::size_t>(1, seen.size() - 1)];
    const auto& last = seen.back();
    const double inUse = growth(first.inUse, last.inUse);
    const double own = growth(first.own(), last.own());
    std::cout << "from day 2 to day " << days << ": in use " << inUse << " %, resident of its own "
              << own << " %, of files " << growth(first.files, last.files) << " %\n";
    return inUse <= 1 && own <= 1 ? 0 : 1;
}

}  // namespace
}  // namespace headroom

int main(int count, char** arguments)
{
    return headroom::run(count > 1 ? std::stoi(arguments[1]) : 30,
        std::chrono::seconds(count > 2 ? std::stoi(arguments[2]) : 1));
}
