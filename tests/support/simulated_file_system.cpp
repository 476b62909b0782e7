// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/simulated_file_system.h"

#include <algorithm>
#include <cstring>

namespace headroom {

namespace {

constexpr std::uint64_t kSector = 512;

bool coin(std::mt19937_64& random) { return (random() & 1U) != 0; }

void place(std::string& to, std::uint64_t offset, std::string_view bytes)
{
    if (to.size() < offset + bytes.size()) {
        to.resize(offset + bytes.size(), '\0');
    }
    std::memcpy(to.data() + offset, bytes.data(), bytes.size());
}

Error missing(const std::filesystem::path& path)
{
    return { ErrorCode::NotFound, "no such file: " + path.string(), {} };
}

}  // namespace

class SimulatedFileSystem::SimulatedFile final : public File {
public:
    SimulatedFile(SimulatedFileSystem& disk, NodePtr node, std::filesystem::path path)
        : disk_(disk)
        , node_(std::move(node))
        , path_(std::move(path))
    {
    }

    Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
    {
        if (offset >= node_->live.size()) {
            return std::size_t { 0 };
        }
        const auto n = std::min<std::size_t>(into.size(), node_->live.size() - offset);
        std::memcpy(into.data(), node_->live.data() + offset, n);
        return n;
    }

    Result<void> write(std::uint64_t offset, std::string_view bytes) override
    {
        if (auto failed = disk_.change(path_)) {
            put(offset, bytes.substr(0, disk_.random_() % (bytes.size() + 1)));
            return *failed;
        }
        const auto newSize = std::max<std::uint64_t>(node_->live.size(), offset + bytes.size());
        if (!disk_.hasRoomFor(*node_, newSize)) {
            const auto room = *disk_.capacity_ - std::min(*disk_.capacity_, disk_.usedBytes());
            put(offset, bytes.substr(0, std::min<std::uint64_t>(room, bytes.size())));
            return Error { ErrorCode::NoSpace, "disk full: " + path_.string(), {} };
        }
        put(offset, bytes);
        return {};
    }

    Result<std::uint64_t> size() override { return std::uint64_t { node_->live.size() }; }

    Result<void> truncate(std::uint64_t size) override
    {
        if (auto failed = disk_.change(path_)) {
            return *failed;
        }
        node_->live.resize(size, '\0');
        node_->pending.push_back({ 0, {}, size });
        return {};
    }

    Result<void> reserve(std::uint64_t size) override
    {
        if (auto failed = disk_.change(path_)) {
            return *failed;
        }
        if (!disk_.hasRoomFor(*node_, size)) {
            return Error { ErrorCode::NoSpace, "disk full: " + path_.string(), {} };
        }
        put(node_->live.size(), std::string(size - node_->live.size(), '\0'));
        return {};
    }

    Result<void> sync() override
    {
        if (auto failed = disk_.change(path_)) {
            for (const auto& op : node_->pending) {
                applySurvivors(node_->durable, op, disk_.random_);
            }
            node_->pending.clear();
            return *failed;
        }
        for (const auto& op : node_->pending) {
            if (op.cutTo) {
                node_->durable.resize(*op.cutTo, '\0');
            } else {
                place(node_->durable, op.offset, op.bytes);
            }
        }
        node_->pending.clear();
        return {};
    }

private:
    void put(std::uint64_t offset, std::string_view bytes)
    {
        place(node_->live, offset, bytes);
        node_->pending.push_back({ offset, std::string(bytes), std::nullopt });
    }

    SimulatedFileSystem& disk_;
    NodePtr node_;
    std::filesystem::path path_;
};

SimulatedFileSystem::SimulatedFileSystem(std::uint64_t seed)
    : random_(seed)
{
}

std::optional<Error> SimulatedFileSystem::change(const std::filesystem::path& path)
{
    ++operations_;
    if (operations_ >= failAt_ && operations_ - failAt_ < failCount_) {
        return Error { ErrorCode::Io, "simulated fault: " + path.string(), {} };
    }
    return std::nullopt;
}

void SimulatedFileSystem::failFrom(std::uint64_t nth, std::uint64_t count)
{
    failAt_ = operations_ + nth;
    failCount_ = count;
}

std::uint64_t SimulatedFileSystem::usedBytes() const
{
    std::uint64_t used = 0;
    for (const auto& [path, node] : names_) {
        used += node->live.size();
    }
    return used;
}

bool SimulatedFileSystem::hasRoomFor(const Node& node, std::uint64_t newSize) const
{
    return !capacity_ || newSize <= node.live.size()
        || usedBytes() + (newSize - node.live.size()) <= *capacity_;
}

Result<std::unique_ptr<File>> SimulatedFileSystem::open(
    const std::filesystem::path& path, OpenMode mode)
{
    auto found = names_.find(path.string());
    if (found == names_.end()) {
        if (mode != OpenMode::Create || !directories_.contains(path.parent_path().string())) {
            return missing(path);
        }
        if (auto failed = change(path)) {
            return *failed;
        }
        found = names_.emplace(path.string(), std::make_shared<Node>()).first;
        pendingNames_.push_back({ path.string(), found->second });
    }
    return std::unique_ptr<File>(std::make_unique<SimulatedFile>(*this, found->second, path));
}

Result<std::vector<std::string>> SimulatedFileSystem::list(const std::filesystem::path& directory)
{
    if (!directories_.contains(directory.string())) {
        return missing(directory);
    }
    std::vector<std::string> found;
    for (const auto& [path, node] : names_) {
        if (const std::filesystem::path whole(path); whole.parent_path() == directory) {
            found.push_back(whole.filename().string());
        }
    }
    return found;
}

Result<void> SimulatedFileSystem::createDirectories(const std::filesystem::path& directory)
{
    if (directories_.contains(directory.string())) {
        return {};
    }
    if (auto failed = change(directory)) {
        return *failed;
    }
    for (auto path = directory; !path.empty(); path = path.parent_path()) {
        directories_.insert(path.string());
        if (path == path.parent_path()) {
            break;
        }
    }
    return {};
}

Result<void> SimulatedFileSystem::rename(
    const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (auto failed = change(from)) {
        return *failed;
    }
    const auto found = names_.find(from.string());
    if (found == names_.end()) {
        return missing(from);
    }
    const auto node = found->second;
    names_.erase(found);
    names_[to.string()] = node;
    pendingNames_.push_back({ to.string(), node });
    pendingNames_.push_back({ from.string(), nullptr });
    return {};
}

Result<void> SimulatedFileSystem::remove(const std::filesystem::path& path)
{
    if (auto failed = change(path)) {
        return *failed;
    }
    if (names_.erase(path.string()) == 0) {
        return missing(path);
    }
    pendingNames_.push_back({ path.string(), nullptr });
    return {};
}

Result<void> SimulatedFileSystem::syncDirectory(const std::filesystem::path& directory)
{
    if (auto failed = change(directory)) {
        return *failed;
    }
    std::erase_if(pendingNames_, [&](const PendingName& op) {
        if (std::filesystem::path(op.path).parent_path() != directory) {
            return false;
        }
        if (op.node) {
            durableNames_[op.path] = op.node;
        } else {
            durableNames_.erase(op.path);
        }
        return true;
    });
    return {};
}

void SimulatedFileSystem::applySurvivors(
    std::string& to, const Pending& op, std::mt19937_64& random)
{
    if (op.cutTo) {
        if (coin(random)) {
            to.resize(*op.cutTo, '\0');
        }
        return;
    }
    std::uint64_t done = 0;
    while (done < op.bytes.size()) {
        const auto sectorEnd = ((op.offset + done) / kSector + 1) * kSector - op.offset;
        const auto end = std::min<std::uint64_t>(sectorEnd, op.bytes.size());
        const std::string_view piece(op.bytes.data() + done, end - done);
        switch (random() % 4) {
        case 0:
            break;
        case 1:  // the kernel took the page while the program was still filling it
            place(to, op.offset + done, piece.substr(0, random() % (piece.size() + 1)));
            break;
        default:
            place(to, op.offset + done, piece);
        }
        done = end;
    }
    if (coin(random) && to.size() < op.offset + op.bytes.size()) {
        to.resize(op.offset + op.bytes.size(), '\0');  // the length was written, the bytes were not
    }
}

SimulatedFileSystem SimulatedFileSystem::powerCut(std::mt19937_64& random) const
{
    auto surviving = durableNames_;
    for (const auto& op : pendingNames_) {
        if (coin(random)) {
            if (op.node) {
                surviving[op.path] = op.node;
            } else {
                surviving.erase(op.path);
            }
        }
    }
    SimulatedFileSystem image(random());
    image.directories_ = directories_;
    for (const auto& [path, node] : surviving) {
        auto bytes = node->durable;
        for (const auto& op : node->pending) {
            applySurvivors(bytes, op, random);
        }
        image.names_[path] = std::make_shared<Node>(Node { bytes, bytes, {} });
    }
    image.durableNames_ = image.names_;
    image.capacity_ = capacity_;
    return image;
}

SimulatedFileSystem SimulatedFileSystem::copy() const
{
    SimulatedFileSystem image(1);
    image.directories_ = directories_;
    for (const auto& [path, node] : names_) {
        image.names_[path] = std::make_shared<Node>(Node { node->live, node->live, {} });
    }
    image.durableNames_ = image.names_;
    image.capacity_ = capacity_;
    return image;
}

std::string& SimulatedFileSystem::bytes(const std::filesystem::path& path)
{
    return names_.at(path.string())->live;
}

bool SimulatedFileSystem::exists(const std::filesystem::path& path) const
{
    return names_.contains(path.string());
}

void SimulatedFileSystem::erase(const std::filesystem::path& path)
{
    names_.erase(path.string());
    durableNames_.erase(path.string());
}

}  // namespace headroom
