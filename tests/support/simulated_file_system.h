// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <vector>

namespace headroom {

/// A disk in memory that is as unkind as POSIX allows: what was not synced may be lost sector by
/// sector at a power cut, in any order; a name lasts only once its directory was synced; after a
/// failed sync, the bytes that it should have written are never written unless written again.
/// One thread.
class SimulatedFileSystem final : public FileSystem {
public:
    /// `seed` decides what a fault leaves half done.
    explicit SimulatedFileSystem(std::uint64_t seed = 1);

    Result<std::unique_ptr<File>> open(const std::filesystem::path& path, OpenMode mode) override;
    Result<std::vector<std::string>> list(const std::filesystem::path& directory) override;
    Result<void> createDirectories(const std::filesystem::path& directory) override;
    Result<void> rename(
        const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<void> syncDirectory(const std::filesystem::path& directory) override;

    /// Operations that change the disk (make, write, cut, reserve, sync, rename, remove) so far.
    [[nodiscard]] std::uint64_t operations() const { return operations_; }

    /// From the n-th changing operation on, counted from now (1 is the next), `count` of them fail.
    void failFrom(std::uint64_t nth, std::uint64_t count = 1);
    void failForEver(std::uint64_t nth) { failFrom(nth, UINT64_MAX / 2); }
    void healAll() { failCount_ = 0; }
    /// Bytes that all files together may take; nothing means endless.
    void setCapacity(std::optional<std::uint64_t> bytes) { capacity_ = bytes; }
    [[nodiscard]] std::uint64_t usedBytes() const;

    /// What a machine could find after losing power now: each unsynced sector and name kept or
    /// lost as `random` says. The image is synced and has no faults.
    [[nodiscard]] SimulatedFileSystem powerCut(std::mt19937_64& random) const;
    /// The same files, as they are now, as after kill -9: nothing is lost.
    [[nodiscard]] SimulatedFileSystem copy() const;

    /// The bytes of a file, for looking and for tampering. The file exists.
    [[nodiscard]] std::string& bytes(const std::filesystem::path& path);
    [[nodiscard]] bool exists(const std::filesystem::path& path) const;
    /// Removes without a trace: an attacker's hand, not an operation of the program.
    void erase(const std::filesystem::path& path);

private:
    class SimulatedFile;
    struct Pending {  // a write, or a cut when `cutTo` is set
        std::uint64_t offset = 0;
        std::string bytes;
        std::optional<std::uint64_t> cutTo;
    };
    struct Node {
        std::string live;
        std::string durable;
        std::vector<Pending> pending;
    };
    using NodePtr = std::shared_ptr<Node>;
    struct PendingName {  // node is null for a removal
        std::string path;
        NodePtr node;
    };

    /// Counts the operation; the failure that is due, if one is.
    [[nodiscard]] std::optional<Error> change(const std::filesystem::path& path);
    [[nodiscard]] bool hasRoomFor(const Node& node, std::uint64_t newSize) const;
    static void applySurvivors(std::string& to, const Pending& op, std::mt19937_64& random);

    std::map<std::string, NodePtr> names_;
    std::map<std::string, NodePtr> durableNames_;
    std::vector<PendingName> pendingNames_;
    std::set<std::string> directories_;
    std::mt19937_64 random_;
    std::uint64_t operations_ = 0;
    std::uint64_t failAt_ = 0;
    std::uint64_t failCount_ = 0;
    std::optional<std::uint64_t> capacity_;
};

}  // namespace headroom
