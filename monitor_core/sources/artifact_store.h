// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/base/units.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace headroom {

/// The local workload's files: one a stored artifact, named by number and checksum, in a folder
/// that this store owns (its marker file says so, and a lock on it keeps a second process out).
/// Any thread, but open() and close() on one while no other uses it.
///
/// An artifact is written beside its name, synced, and renamed into place, so that a name always
/// means a whole artifact. The folder itself is not synced: a rename lost with the power costs one
/// scratch artifact that nobody was promised.
class ArtifactStore {
public:
    class Writer;

    explicit ArtifactStore(std::filesystem::path folder)
        : folder_(std::move(folder))
    {
    }
    ~ArtifactStore() { close(); }
    ArtifactStore(const ArtifactStore&) = delete;
    ArtifactStore& operator=(const ArtifactStore&) = delete;

    /// Makes the folder if need be, takes it, drops half-written files and counts what is there.
    /// Refused when the folder has other people's files in it or another process holds it.
    Result<void> open();
    void close();
    /// Ends reading and trimming that is under way, with Unavailable, until the next open().
    void interrupt() noexcept { isInterrupted_ = true; }

    Result<Writer> beginWrite();

    /// Reads one artifact, from the disk and not from the page cache, and checks its sum: true when
    /// whole, false when damaged. Empty when there is none to read. `pick` chooses which.
    Result<std::optional<bool>> verifyOne(std::uint64_t pick) const;

    /// Deletes the oldest artifacts until at most `keep` is in use or none is left; several threads
    /// share the work. What cannot be deleted ends it.
    Result<void> trimTo(Bytes keep);

    /// With the bytes of writes under way.
    [[nodiscard]] Bytes used() const noexcept { return { used_.load(std::memory_order_relaxed) }; }
    [[nodiscard]] std::int64_t count() const noexcept { return count_; }
    /// Of all that is or was here since open(); 0 when there was none.
    [[nodiscard]] Bytes largestEver() const noexcept { return { largestEver_ }; }

private:
    struct Artifact {
        std::uint64_t number = 0;
        std::uint64_t checksum = 0;
        std::int64_t size = 0;
    };
    static std::string nameOf(const Artifact& artifact);
    static std::optional<Artifact> artifactNamed(const std::string& name);
    Result<void> takeMarker();
    Result<void> scan();
    void add(const Artifact& artifact);
    std::optional<Artifact> takeOldest();

    std::filesystem::path folder_;
    int folderFd_ = -1;
    int markerFd_ = -1;
    std::atomic<bool> isInterrupted_ { false };
    std::atomic<std::uint64_t> nextNumber_ { 1 };
    std::atomic<std::int64_t> used_ { 0 };
    std::atomic<std::int64_t> count_ { 0 };
    std::atomic<std::int64_t> largestEver_ { 0 };
    mutable std::mutex mutex_;
    std::deque<Artifact> artifacts_;  ///< oldest first; guarded by mutex_
};

/// One artifact being written. Destroyed without commit() it leaves nothing behind. One thread; the
/// store outlives it.
class ArtifactStore::Writer {
public:
    Writer(Writer&& other) noexcept;
    Writer& operator=(Writer&&) = delete;
    ~Writer();

    /// Every piece but the last has a multiple of 8 bytes.
    Result<void> append(std::span<const std::byte> piece);
    /// Syncs the artifact and gives it its name.
    Result<void> commit();

private:
    friend class ArtifactStore;
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace headroom
