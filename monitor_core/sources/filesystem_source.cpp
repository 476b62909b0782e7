// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/filesystem_source.h"

#include "monitor_core/sources/folder_walk.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace headroom {

namespace {

/// The contract's age from which storage is not known any more.
constexpr std::chrono::milliseconds kStaleAfter { 30'000 };
constexpr const char* kNotMeasured = "not measured by this source";

}  // namespace

FilesystemSource::FilesystemSource(std::string folder, Bytes certifiedLimit, const Clock& clock,
    std::chrono::milliseconds interval)
    : folder_(std::move(folder))
    , certifiedLimit_(certifiedLimit)
    , clock_(clock)
    , interval_(interval)
{
}

Result<void> FilesystemSource::start()
{
    stopping_ = false;
    return {};
}

void FilesystemSource::stop() { stopping_ = true; }

Result<Readings> FilesystemSource::collect()
{
    // The reading is as old as the beginning of the walk: files seen first may have changed since.
    Reading reading;
    reading.measuredAt = clock_.steadyNow();
    reading.measuredAtUtc = clock_.systemNow();
    const auto totals = walkFolder(folder_, stopping_);
    if (!totals) {
        return totals.error();
    }
    const auto limit = storageLimit(totals->bytes);
    if (!limit) {
        return limit.error();
    }
    reading.limits = freshnessAfter(clock_.steadyNow() - reading.measuredAt);

    Readings readings;
    readings.whyMissing.fill(kNotMeasured);
    const auto set = [&](Metric metric, std::int64_t value, std::optional<double> ownLimit) {
        reading.value = static_cast<double>(value);
        reading.limit = ownLimit;
        readings.set(metric, reading);
        readings.whyMissing[indexOf(metric)].clear();
    };
    set(Metric::TotalStorage, totals->bytes, *limit);
    set(Metric::ArtifactCount, totals->files, std::nullopt);
    if (totals->files > 0) {
        set(Metric::ArtifactSize, totals->largest, std::nullopt);
        readings.largestArtifactEverBytes = static_cast<double>(totals->largest);
    } else {
        readings.whyMissing[indexOf(Metric::ArtifactSize)] = "no artifact in this folder";
    }
    if (totals->unreadable > 0) {
        readings.problem = "cannot read " + std::to_string(totals->unreadable)
            + (totals->unreadable == 1 ? " entry" : " entries") + " below " + folder_ + ", first "
            + totals->firstUnreadable + "; the figures are without it";
    }
    return readings;
}

FreshnessLimits FilesystemSource::freshnessAfter(std::chrono::nanoseconds walkTime) const
{
    const auto walk = std::chrono::ceil<std::chrono::milliseconds>(walkTime);
    return { std::min(2 * interval_ + walk, kStaleAfter), kStaleAfter };
}

Result<double> FilesystemSource::storageLimit(std::int64_t usedBytes) const
{
    struct statvfs volume { };
    if (::statvfs(folder_.c_str(), &volume) != 0) {
        return Error { ErrorCode::Io,
            "cannot ask the volume of " + folder_ + " for its space: "
                + std::generic_category().message(errno) + "; look at the file system",
            "filesystem" };
    }
    const double available
        = static_cast<double>(volume.f_bavail) * static_cast<double>(volume.f_frsize);
    const double reachable = static_cast<double>(usedBytes) + available;
    return std::min(static_cast<double>(certifiedLimit_.count), reachable);
}

}  // namespace headroom
