// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit trail costs on the disk under the temporary directory (TMPDIR chooses):
//   bench_audit [RECORDS]      1 000 000 without an argument
#include "monitor_core/audit/audit_trail.h"
#include "monitor_core/audit/segments.h"
#include "monitor_core/base/posix_file_system.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace headroom;

double secondsSince(SteadyTime begin)
{
    return std::chrono::duration<double>(BootClock::now() - begin).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

AuditEntry entryNumber(std::uint64_t n)
{
    return { "mara.lindqvist", "alert.acknowledge", "alert " + std::to_string(n), "RAISED RED",
        "ACKNOWLEDGED: expansion is ordered, arrives on Thursday" };
}

/// A whole trail without the wait for a sync a record: only its reading is measured.
AuditHead writeTrail(FileSystem& files, const std::filesystem::path& directory,
    std::uint64_t records, std::uint64_t& bytes)
{
    const SystemClock clock;
    (void)files.createDirectories(directory);
    AuditHead head { 0, std::string(kGenesisHash), {} };
    while (head.sequence < records) {
        const auto path = directory / segmentName(head.sequence + 1);
        std::string text;
        while (head.sequence < records && text.size() < 16U << 20U) {
            const SystemTime time
                = std::chrono::floor<std::chrono::milliseconds>(clock.systemNow());
            std::string hash;
            text += encodeRecord(head, time, entryNumber(head.sequence), hash);
            head = { head.sequence + 1, hash, time };
        }
        bytes += text.size();
        if (!(*files.open(path, OpenMode::Create))->write(0, text)) {
            std::exit(1);
        }
    }
    Witness witness(files, directory);
    return witness.write(head) ? head : AuditHead {};
}

void measureVerify(std::uint64_t records)
{
    const TempDir dir;
    PosixFileSystem files;
    std::uint64_t bytes = 0;
    const auto head = writeTrail(files, dir.path() / "audit", records, bytes);
    std::vector<double> times;
    for (int run = 0; run < 5; ++run) {
        const auto begin = BootClock::now();
        const auto report = verifyTrail(files, dir.path() / "audit", { head });
        times.push_back(secondsSince(begin));
        if (!report || !report->isWhole() || report->records != records) {
            std::puts("the trail did not verify");
            std::exit(1);
        }
    }
    std::printf("verify %llu records, %.0f MB: median %.2f s of 5 runs (worst %.2f s)\n",
        static_cast<unsigned long long>(records), static_cast<double>(bytes) / 1e6, median(times),
        *std::max_element(times.begin(), times.end()));
}

void measureAppend()
{
    const TempDir dir;
    PosixFileSystem files;
    const SystemClock clock;
    AuditTrail trail(files, dir.path() / "audit", clock);
    if (!trail.open()) {
        std::exit(1);
    }
    std::vector<double> times;
    for (std::uint64_t n = 0; n < 500; ++n) {
        const auto begin = BootClock::now();
        if (!trail.append(entryNumber(n))) {
            std::exit(1);
        }
        times.push_back(secondsSince(begin) * 1e3);
    }
    std::printf("append, record and witness synced: median %.2f ms of 500 (worst %.2f ms)\n",
        median(times), *std::max_element(times.begin(), times.end()));
}

}  // namespace

int main(int argc, char** argv)
{
    measureVerify(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000);
    measureAppend();
}
