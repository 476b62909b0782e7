// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/artifact_store.h"

#include "monitor_core/sources/artifact_checksum.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace headroom {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMarker = ".headroom-workload";
constexpr std::string_view kMarkerText = "This folder belongs to Headroom's local workload. It "
                                         "writes and deletes the files in it.\n";
constexpr std::string_view kPartial = ".partial";
constexpr std::string_view kArtifact = ".artifact";
constexpr std::size_t kHexDigits = 16;
constexpr std::size_t kReadPiece = 64 * 1024;

Error failed(const std::string& what, int error)
{
    const std::string next = error == ENOSPC ? "; free space on this volume"
        : error == EACCES                    ? "; give Headroom's user the right to it"
                                             : "";
    return { ErrorCode::Io, what + ": " + std::generic_category().message(error) + next,
        "workload" };
}

std::string hex(std::uint64_t number)
{
    std::array<char, kHexDigits> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
    const auto length = static_cast<std::size_t>(end - digits.data());
    return std::string(kHexDigits - length, '0') + std::string(digits.data(), length);
}

std::optional<std::uint64_t> fromHex(std::string_view digits)
{
    std::uint64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number, 16);
    return read.ec == std::errc {} && read.ptr == end ? std::optional(number) : std::nullopt;
}

Error interrupted() { return { ErrorCode::Unavailable, "the workload is stopping", "workload" }; }

bool isEmpty(const fs::path& folder)
{
    std::error_code error;
    return fs::is_empty(folder, error) && !error;
}

/// A descriptor that is closed at the end of its block.
struct File {
    explicit File(int theFd)
        : fd(theFd)
    {
    }
    ~File()
    {
        if (fd >= 0) {
            ::close(fd);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int fd;
};

}  // namespace

std::string ArtifactStore::nameOf(const Artifact& artifact)
{
    return hex(artifact.number) + "-" + hex(artifact.checksum) + std::string(kArtifact);
}

std::optional<ArtifactStore::Artifact> ArtifactStore::artifactNamed(const std::string& name)
{
    if (name.size() != 2 * kHexDigits + 1 + kArtifact.size() || name[kHexDigits] != '-'
        || !name.ends_with(kArtifact)) {
        return std::nullopt;
    }
    const auto number = fromHex(std::string_view(name).substr(0, kHexDigits));
    const auto checksum = fromHex(std::string_view(name).substr(kHexDigits + 1, kHexDigits));
    if (!number || !checksum) {
        return std::nullopt;
    }
    return Artifact { *number, *checksum, 0 };
}

Result<void> ArtifactStore::open()
{
    close();
    isInterrupted_ = false;
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) {
        return failed("cannot make the folder " + folder_.string(), error.value());
    }
    folderFd_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folderFd_ < 0) {
        return failed("cannot open the folder " + folder_.string(), errno);
    }
    auto done = takeMarker();
    if (done) {
        done = scan();
    }
    if (!done) {
        close();
    }
    return done;
}

void ArtifactStore::close()
{
    for (int* fd : { &markerFd_, &folderFd_ }) {
        if (*fd >= 0) {
            ::close(std::exchange(*fd, -1));
        }
    }
    const std::lock_guard lock(mutex_);
    artifacts_.clear();
    used_ = 0;
    count_ = 0;
}

Result<void> ArtifactStore::takeMarker()
{
    markerFd_ = ::openat(folderFd_, kMarker, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (markerFd_ < 0 && errno == ENOENT) {
        if (!isEmpty(folder_)) {
            return Error { ErrorCode::Refused,
                folder_.string()
                    + " has files in it that are not Headroom's; choose an empty folder",
                "workload" };
        }
        markerFd_ = ::openat(folderFd_, kMarker, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (markerFd_ >= 0
            && ::write(markerFd_, kMarkerText.data(), kMarkerText.size())
                != static_cast<ssize_t>(kMarkerText.size())) {
            return failed("cannot write into " + folder_.string(), errno);
        }
    }
    if (markerFd_ < 0) {
        return failed("cannot open the marker file in " + folder_.string(), errno);
    }
    if (::flock(markerFd_, LOCK_EX | LOCK_NB) != 0) {
        return Error { ErrorCode::Conflict,
            folder_.string()
                + " is used by another Headroom; end that one, or choose another folder",
            "workload" };
    }
    return {};
}

Result<void> ArtifactStore::scan()
{
    std::vector<Artifact> found;
    std::error_code error;
    for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        struct stat status { };
        if (::fstatat(folderFd_, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0
            || !S_ISREG(status.st_mode)) {
            continue;
        }
        if (name.ends_with(kPartial)) {
            ::unlinkat(folderFd_, name.c_str(), 0);
        } else if (auto artifact = artifactNamed(name)) {
            artifact->size = status.st_size;
            found.push_back(*artifact);
        }
    }
    if (error) {
        return failed("cannot read the folder " + folder_.string(), error.value());
    }
    std::sort(found.begin(), found.end(),
        [](const Artifact& a, const Artifact& b) { return a.number < b.number; });
    nextNumber_ = found.empty() ? 1 : found.back().number + 1;
    for (const auto& artifact : found) {
        used_ += artifact.size;
        add(artifact);
    }
    return {};
}

void ArtifactStore::add(const Artifact& artifact)
{
    const std::lock_guard lock(mutex_);
    artifacts_.push_back(artifact);
    count_ = static_cast<std::int64_t>(artifacts_.size());
    largestEver_ = std::max(largestEver_.load(), artifact.size);
}

Result<std::optional<bool>> ArtifactStore::verifyOne(std::uint64_t pick) const
{
    Artifact artifact;
    int fd = -1;
    {
        // Opened under the lock, so that it cannot be deleted between choosing and opening.
        const std::lock_guard lock(mutex_);
        if (artifacts_.empty()) {
            return std::optional<bool> {};
        }
        artifact = artifacts_[pick % artifacts_.size()];
        fd = ::openat(folderFd_, nameOf(artifact).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    }
    const File file(fd);
    if (fd < 0) {
        return failed("cannot open artifact " + nameOf(artifact), errno);
    }
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    ArtifactChecksum checksum;
    std::vector<std::byte> piece(
        std::min(kReadPiece, static_cast<std::size_t>(artifact.size) + sizeof(std::uint64_t)));
    std::int64_t size = 0;
    std::size_t filled = 0;
    while (!isInterrupted_) {
        const ssize_t got = ::read(fd, piece.data() + filled, piece.size() - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failed("cannot read artifact " + nameOf(artifact), errno);
        }
        size += got;
        filled += static_cast<std::size_t>(got);
        // A short read is no end: words of the sum must not be torn.
        if (got == 0 || filled == piece.size()) {
            const std::size_t whole = got == 0 ? filled : filled - filled % sizeof(std::uint64_t);
            checksum.add(std::span(piece).first(whole));
            std::copy(piece.begin() + static_cast<std::ptrdiff_t>(whole),
                piece.begin() + static_cast<std::ptrdiff_t>(filled), piece.begin());
            filled -= whole;
        }
        if (got == 0) {
            return std::optional(size == artifact.size && checksum.value() == artifact.checksum);
        }
    }
    return interrupted();
}

std::optional<ArtifactStore::Artifact> ArtifactStore::takeOldest()
{
    const std::lock_guard lock(mutex_);
    if (artifacts_.empty()) {
        return std::nullopt;
    }
    const Artifact oldest = artifacts_.front();
    artifacts_.pop_front();
    count_ = static_cast<std::int64_t>(artifacts_.size());
    return oldest;
}

Result<void> ArtifactStore::trimTo(Bytes keep)
{
    while (used() > keep) {
        if (isInterrupted_) {
            return interrupted();
        }
        const auto oldest = takeOldest();
        if (!oldest) {
            break;
        }
        // Counted off before it is gone, or two threads would delete for the same excess.
        used_ -= oldest->size;
        const std::string name = nameOf(*oldest);
        if (::unlinkat(folderFd_, name.c_str(), 0) != 0 && errno != ENOENT) {
            const int error = errno;
            used_ += oldest->size;
            const std::lock_guard lock(mutex_);
            artifacts_.push_front(*oldest);
            count_ = static_cast<std::int64_t>(artifacts_.size());
            return failed("cannot delete artifact " + name, error);
        }
    }
    return {};
}

struct ArtifactStore::Writer::State {
    explicit State(ArtifactStore& theStore)
        : store(theStore)
    {
    }
    ArtifactStore& store;
    std::uint64_t number = 0;
    int fd = -1;
    std::int64_t size = 0;
    ArtifactChecksum checksum;

    [[nodiscard]] std::string partialName() const { return hex(number) + std::string(kPartial); }
};

ArtifactStore::Writer::Writer(std::unique_ptr<State> state)
    : state_(std::move(state))
{
}

ArtifactStore::Writer::Writer(Writer&& other) noexcept = default;

ArtifactStore::Writer::~Writer()
{
    if (!state_) {
        return;
    }
    ::close(state_->fd);
    ::unlinkat(state_->store.folderFd_, state_->partialName().c_str(), 0);
    state_->store.used_ -= state_->size;
}

Result<ArtifactStore::Writer> ArtifactStore::beginWrite()
{
    auto state = std::make_unique<Writer::State>(*this);
    state->number = nextNumber_++;
    state->fd = ::openat(folderFd_, state->partialName().c_str(),
        O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (state->fd < 0) {
        return failed("cannot make a file in " + folder_.string(), errno);
    }
    return Writer(std::move(state));
}

Result<void> ArtifactStore::Writer::append(std::span<const std::byte> piece)
{
    state_->checksum.add(piece);
    while (!piece.empty()) {
        const ssize_t written = ::write(state_->fd, piece.data(), piece.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return failed("cannot write artifact " + state_->partialName(), errno);
        }
        piece = piece.subspan(static_cast<std::size_t>(written));
        state_->size += written;
        state_->store.used_ += written;
    }
    return {};
}

Result<void> ArtifactStore::Writer::commit()
{
    ArtifactStore& store = state_->store;
    const Artifact artifact { state_->number, state_->checksum.value(), state_->size };
    if (::fdatasync(state_->fd) != 0) {
        return failed("cannot sync artifact " + state_->partialName(), errno);
    }
    if (::renameat(store.folderFd_, state_->partialName().c_str(), store.folderFd_,
            nameOf(artifact).c_str())
        != 0) {
        return failed("cannot name artifact " + state_->partialName(), errno);
    }
    ::close(state_->fd);
    state_.reset();
    store.add(artifact);
    return {};
}

}  // namespace headroom
