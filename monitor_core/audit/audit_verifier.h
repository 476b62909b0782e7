// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/base/file_system.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// Where the trail is not what was written.
struct AuditBreak {
    std::uint64_t firstBad = 0;  ///< the first record that is changed, missing or out of place
    std::string why;
    bool isRecorded = false;  ///< the service found it and went on in a new segment, saying so

    bool operator==(const AuditBreak&) const = default;
};

/// Bytes at the very end that began a record which was never acknowledged: a power cut, no edit.
struct TornTail {
    std::uint64_t sequence = 0;  ///< the record that they would have become
    std::string segment;
    std::uint64_t offset = 0;  ///< where the last whole record ends
    std::uint64_t bytes = 0;
};

/// What a look at the whole trail found.
struct AuditReport {
    std::vector<AuditBreak> breaks;  ///< in the order of the trail
    std::optional<TornTail> torn;
    std::uint64_t records = 0;  ///< in order
    std::uint64_t segments = 0;
    std::optional<AuditHead> oldest;  ///< of the records in order
    std::optional<AuditHead> newest;
    std::uint64_t newestOffset = 0;  ///< where the newest one begins in its file
    std::uint64_t newestEnd = 0;  ///< and where it ends, newline included
    std::optional<AuditHead> witness;  ///< as the file `head` has it
    std::uint64_t newestSegmentFirst
        = 0;  ///< the record that the last file begins with, by its name
    std::uint64_t highestPossible = 0;  ///< no record that was ever written comes after this one

    /// Nothing was changed, and nothing is missing. A torn tail is neither.
    [[nodiscard]] bool isWhole() const { return breaks.empty(); }
    /// The trail ends in a break that the service has not recorded yet.
    [[nodiscard]] bool endsBroken() const { return !breaks.empty() && !breaks.back().isRecorded; }
};

/// Reads the trail in `directory` once, front to back, and compares it with its own hashes, with
/// the witness beside it and with `known` heads kept elsewhere (a head with sequence 0 stands for
/// a hash whose record is not known). May run beside a service that is writing. Error only if
/// something cannot be read: damage is a finding, not an error.
Result<AuditReport> verifyTrail(FileSystem& files, const std::filesystem::path& directory,
    const std::vector<AuditHead>& known = {});

/// The same for one segment alone: its first record is believed, there is no witness.
Result<AuditReport> verifySegment(FileSystem& files, const std::filesystem::path& segment,
    const std::vector<AuditHead>& known = {});

}  // namespace headroom
