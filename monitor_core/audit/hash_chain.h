// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/audit/detail/sha256.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace headroom {

/// The parts of a line that the chain needs, found without reading its texts.
struct ChainLink {
    std::uint64_t sequence = 0;
    std::string_view time;
    std::string_view hashed;  ///< what the hash is over
    std::string_view previousHash;
    std::string_view hash;
};

/// Nothing if the line (without newline) has not the shape of a record.
std::optional<ChainLink> linkOf(std::string_view line);

/// Whether a record of this action begins with this line.
bool hasAction(std::string_view line, std::string_view action);

/// Follows a chain line by line. One thread; starts before the first record.
class HashChain {
public:
    HashChain() = default;
    /// Goes on after `head`.
    explicit HashChain(AuditHead head)
        : head_(std::move(head))
    {
    }

    /// The last record that was in order.
    [[nodiscard]] const AuditHead& head() const { return head_; }

    /// Takes the next line. Empty when it continues the chain; else what is wrong with it, and the
    /// head stays.
    std::string_view take(std::string_view line);

    /// Takes a line wherever it is in a chain, if it agrees with itself and, when given, names
    /// `previousHash`; what came before is not looked at.
    bool restartAt(std::string_view line, std::optional<std::string_view> previousHash);

    /// Restarts so that the next line is `sequence`, whatever it names as the one before.
    void expectAnyFrom(std::uint64_t sequence);

private:
    [[nodiscard]] bool agreesWithItself(const ChainLink& link);
    void moveTo(const ChainLink& link);

    AuditHead head_ { 0, std::string(kGenesisHash), {} };
    bool anyPrevious_ = false;
    Sha256 sha_;
};

}  // namespace headroom
