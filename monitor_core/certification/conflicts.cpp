// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/conflicts.h"

#include <cmath>
#include <cstdio>

namespace headroom {

namespace {

constexpr double kSecondsPerHour = 3'600;

/// Up to two decimals, as few as are needed: 100, 4.88, 0.5.
std::string number(double value)
{
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    std::string trimmed(text.data());
    trimmed.erase(trimmed.find_last_not_of('0') + 1);
    if (trimmed.ends_with('.')) {
        trimmed.pop_back();
    }
    return trimmed;
}

std::string bytesText(double bytes)
{
    constexpr std::array<const char*, 6> kUnits { "B", "KB", "MB", "GB", "TB", "PB" };
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < kUnits.size()) {
        bytes /= 1024;
        ++unit;
    }
    return number(bytes) + ' ' + kUnits[unit];
}

/// GB, as the certificate counts storage: 1000 GB, which it also calls 1 TB, are 0.98 of 2^40.
std::string storageText(double bytes)
{
    const double gigabytes = bytes / (1024.0 * 1024 * 1024);
    return gigabytes >= 1 && gigabytes < 1e6 ? number(gigabytes) + " GB" : bytesText(bytes);
}

class Limits {
public:
    explicit Limits(const std::array<double, kMetricCount>& limits)
        : limits_(limits)
    {
    }
    [[nodiscard]] double of(Metric metric) const { return limits_[indexOf(metric)]; }
    [[nodiscard]] bool know(std::initializer_list<Metric> metrics) const
    {
        for (const auto metric : metrics) {
            if (!std::isfinite(of(metric)) || of(metric) <= 0) {
                return false;
            }
        }
        return true;
    }

private:
    const std::array<double, kMetricCount>& limits_;
};

void addLittlesLaw(const Limits& limits, std::vector<LimitConflict>& found)
{
    const std::vector<Metric> metrics { Metric::ConcurrentWrites, Metric::WriteThroughput };
    if (!limits.know(
            { Metric::ConcurrentWrites, Metric::WriteThroughput, Metric::QueryResponse })) {
        return;
    }
    const double writers = limits.of(Metric::ConcurrentWrites);
    const double rate = limits.of(Metric::WriteThroughput);
    const double milliseconds = 1'000 * writers / rate;
    if (milliseconds >= limits.of(Metric::QueryResponse)) {
        return;
    }
    std::string text = number(writers) + " writers reach " + number(rate)
        + " writes/s only while a write takes at most " + number(milliseconds)
        + " ms on average (Little's law); slower, and the writer limit comes first";
    if (limits.know({ Metric::ArtifactSize })) {
        const double size = limits.of(Metric::ArtifactSize);
        text += ". For artifacts of " + bytesText(size) + " that is "
            + bytesText(size * 1'000 / milliseconds) + "/s a writer";
    }
    found.push_back({ ConflictKind::OnlyIf, "little_law", metrics, text, milliseconds });
}

void addLargestArtifactsRate(const Limits& limits, std::vector<LimitConflict>& found)
{
    if (!limits.know({ Metric::ArtifactSize, Metric::WriteThroughput, Metric::TotalStorage })) {
        return;
    }
    const double perSecond = limits.of(Metric::ArtifactSize) * limits.of(Metric::WriteThroughput);
    const double seconds = limits.of(Metric::TotalStorage) / perSecond;
    if (seconds >= kSecondsPerHour) {
        return;
    }
    found.push_back({ ConflictKind::OnlyIf, "largest_artifacts_rate",
        { Metric::ArtifactSize, Metric::WriteThroughput, Metric::TotalStorage },
        number(limits.of(Metric::WriteThroughput)) + " writes/s of "
            + bytesText(limits.of(Metric::ArtifactSize)) + " are " + bytesText(perSecond)
            + "/s: storage of " + storageText(limits.of(Metric::TotalStorage)) + " is full after "
            + number(seconds) + " s",
        seconds });
}

void addCountTimesSize(const Limits& limits, std::vector<LimitConflict>& found)
{
    if (!limits.know({ Metric::ArtifactCount, Metric::ArtifactSize, Metric::TotalStorage })) {
        return;
    }
    const double count = limits.of(Metric::ArtifactCount);
    const double storage = limits.of(Metric::TotalStorage);
    const double bytes = count * limits.of(Metric::ArtifactSize);
    if (bytes <= storage) {
        return;
    }
    found.push_back({ ConflictKind::Contradiction, "count_times_size",
        { Metric::ArtifactCount, Metric::ArtifactSize, Metric::TotalStorage },
        number(count) + " artifacts of " + bytesText(limits.of(Metric::ArtifactSize)) + " are "
            + storageText(bytes) + ", and storage ends at " + storageText(storage)
            + ": the count is reached only if artifacts have at most " + bytesText(storage / count)
            + " on average",
        bytes });
}

void addCountAtRate(const Limits& limits, std::vector<LimitConflict>& found)
{
    if (!limits.know({ Metric::ArtifactCount, Metric::WriteThroughput })) {
        return;
    }
    const double seconds = limits.of(Metric::ArtifactCount) / limits.of(Metric::WriteThroughput);
    if (seconds >= kSecondsPerHour) {
        return;
    }
    found.push_back(
        { ConflictKind::OnlyIf, "count_at_rate", { Metric::ArtifactCount, Metric::WriteThroughput },
            "at " + number(limits.of(Metric::WriteThroughput)) + " writes/s the limit of "
                + number(limits.of(Metric::ArtifactCount)) + " artifacts is reached after "
                + number(seconds) + " s",
            seconds });
}

}  // namespace

std::vector<LimitConflict> findConflicts(const std::array<double, kMetricCount>& values)
{
    const Limits limits(values);
    std::vector<LimitConflict> found;
    addCountTimesSize(limits, found);
    addLittlesLaw(limits, found);
    addLargestArtifactsRate(limits, found);
    addCountAtRate(limits, found);
    return found;
}

}  // namespace headroom
