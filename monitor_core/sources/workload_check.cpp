// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_check.h"

#include <sstream>

namespace headroom {

namespace {

constexpr double kMostWriters = 500;
constexpr double kHighestRate = 10'000;
constexpr Bytes kLargestArtifact = megabytes(600);
constexpr Bytes kSmallestLimit = kilobytes(64);
constexpr Bytes kLargestLimit { std::int64_t { 1 } << 53 };

/// Gathers what is out of range.
class Ranges {
public:
    /// NaN is in no range.
    void check(const char* name, double value, double least, double most, const char* unit)
    {
        if (value >= least && value <= most) {
            return;
        }
        std::ostringstream text;
        text.precision(17);
        text << name << " must be from " << least << " to " << most << unit << ", is " << value;
        faults_ += (faults_.empty() ? "" : "; ") + text.str();
    }
    [[nodiscard]] const std::string& faults() const { return faults_; }

private:
    std::string faults_;
};

double asDouble(Bytes bytes) { return static_cast<double>(bytes.count); }

}  // namespace

Result<void> checkWorkload(const WorkloadSettings& settings)
{
    Ranges ranges;
    ranges.check("writers", settings.writers, 0, kMostWriters, "");
    ranges.check("writeRate", settings.writeRate.value, 0, kHighestRate, " per second");
    ranges.check("maxArtifactSize", asDouble(settings.maxArtifactSize), 1,
        asDouble(kLargestArtifact), " bytes");
    ranges.check("storageLimit", asDouble(settings.storageLimit), asDouble(kSmallestLimit),
        asDouble(kLargestLimit), " bytes");
    ranges.check("queryRate", settings.queryRate.value, 0, kHighestRate, " per second");
    ranges.check("keepBelow", settings.keepBelow.value, 0, 1, " of the storage limit");
    if (!ranges.faults().empty()) {
        return Error { ErrorCode::InvalidArgument, ranges.faults(), "workload" };
    }
    return {};
}

}  // namespace headroom
