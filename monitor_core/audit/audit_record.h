// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom {

/// Who did what. Free text in UTF-8, stored exactly; old and new value may be empty.
struct AuditEntry {
    std::string actor;  ///< not empty
    std::string action;  ///< "noun.verb", not empty; "audit." is kept for the trail itself
    std::string subject;
    std::string oldValue;
    std::string newValue;

    bool operator==(const AuditEntry&) const = default;
};

/// A place in the chain: the record `sequence` has this hash. 0 is before the first record. Who
/// keeps a head elsewhere can tell later whether records up to it were changed or cut off.
struct AuditHead {
    std::uint64_t sequence = 0;
    std::string hash;  ///< 64 lower-case hex digits; kGenesisHash before the first record
    SystemTime time {};  ///< whole milliseconds

    bool operator==(const AuditHead&) const = default;
};

/// One line of the trail (FORMAT.md).
struct AuditRecord {
    std::uint64_t sequence = 0;  ///< from 1; decides the order, also when clocks jump
    SystemTime time {};  ///< whole milliseconds
    AuditEntry entry;
    std::string previousHash;
    std::string hash;

    [[nodiscard]] AuditHead head() const { return { sequence, hash, time }; }
    bool operator==(const AuditRecord&) const = default;
};

/// What the first record names as the one before it.
inline constexpr std::string_view kGenesisHash
    = "0000000000000000000000000000000000000000000000000000000000000000";
inline constexpr std::size_t kHashDigits = kGenesisHash.size();

/// All five texts of an entry together, in bytes; longer ones are refused.
inline constexpr std::size_t kMaxEntryBytes = 65'536;
/// No line is longer: a control character takes six bytes.
inline constexpr std::size_t kMaxLineBytes = 6 * kMaxEntryBytes + 512;

/// A thousand million records a second would take 30 years; a number above this was not ours.
inline constexpr std::uint64_t kMaxSequence = 1'000'000'000'000'000'000;

/// The trail's own records.
inline constexpr std::string_view kReservedActions = "audit.";
inline constexpr std::string_view kActionStarted = "audit.started";
inline constexpr std::string_view kActionRecovered = "audit.recovered";
inline constexpr std::string_view kActionBroken = "audit.broken";
inline constexpr std::string_view kActionPruned = "audit.pruned";

/// InvalidArgument, naming the field, when the entry cannot be stored exactly: no actor or action,
/// text that is not UTF-8, or too much of it. `reserved` allows the trail's own actions.
Result<void> checkEntry(const AuditEntry& entry, bool reserved = false);

/// The line of the record that follows `previous`, newline included, and its hash in `hash`. The
/// entry has been checked.
std::string encodeRecord(
    const AuditHead& previous, SystemTime time, const AuditEntry& entry, std::string& hash);

/// A line without its newline. Damaged unless it is exactly as encodeRecord() writes it; the hash
/// is read, not checked.
Result<AuditRecord> parseRecord(std::string_view line);

/// "12:9f86…": how a head is shown, exported and given to `headroomd audit verify --head`.
std::string toText(const AuditHead& head);
/// Reads that, or a hash alone (sequence 0: it is not known where it stands); no time. Nothing if
/// the text is neither.
std::optional<AuditHead> headFromText(std::string_view text);

}  // namespace headroom
