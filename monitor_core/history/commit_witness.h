// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace headroom {

/// The number of the last acknowledged commit, beside the database. A database that knows fewer
/// commits than this has lost some: its log was removed, or an older copy was put back. Written
/// after the commit and not synced, so after a power cut it may lag behind, which raises no false
/// alarm. Storage thread.
class CommitWitness {
public:
    explicit CommitWitness(std::filesystem::path file);

    /// 0 without a file, or with one that does not read as a number.
    [[nodiscard]] std::int64_t read() const;
    /// A failure is ignored: a witness that lags is a weaker witness, not a wrong one.
    void write(std::int64_t commits) const;

private:
    std::filesystem::path file_;
};

}  // namespace headroom
