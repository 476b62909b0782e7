// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/witness.h"

#include "monitor_core/audit/detail/sha256.h"
#include "monitor_core/base/utc_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace headroom {

namespace {

// A slot is a sector: a disk writes a sector whole or not at all.
constexpr std::size_t kSlotBytes = 512;
constexpr std::string_view kName = "head";
constexpr std::string_view kStart = "{\"seq\":";
constexpr std::string_view kHash = ",\"hash\":\"";
constexpr std::string_view kTime = ",\"time\":\"";
constexpr std::string_view kCheck = ",\"check\":\"";
constexpr std::size_t kTimeLength = 24;

std::string encodeSlot(const AuditHead& head)
{
    std::string slot(kStart);
    slot += std::to_string(head.sequence);
    slot += kTime;
    slot += toUtcText(head.time);
    slot += '"';
    slot += kHash;
    slot += head.hash;
    slot += '"';
    const auto check = Sha256().text(slot);
    slot += kCheck;
    slot += check;
    slot += "\"}";
    slot.resize(kSlotBytes - 1, ' ');
    slot += '\n';
    return slot;
}

std::optional<AuditHead> decodeSlot(std::string_view slot)
{
    if (!slot.starts_with(kStart)) {
        return std::nullopt;
    }
    AuditHead head;
    const char* digits = slot.data() + kStart.size();
    const auto [end, error] = std::from_chars(digits, slot.data() + slot.size(), head.sequence);
    const auto rest = slot.substr(static_cast<std::size_t>(end - slot.data()));
    if (error != std::errc {} || rest.size() < 250 || head.sequence > kMaxSequence) {
        return std::nullopt;
    }
    head.time = parseUtcText(rest.substr(kTime.size(), kTimeLength)).value_or(SystemTime {});
    head.hash = rest.substr(kTime.size() + kTimeLength + 1 + kHash.size(), kHashDigits);
    // Spelled any other way, the check cannot agree.
    return encodeSlot(head) == slot ? std::optional(std::move(head)) : std::nullopt;
}

struct Slots {
    std::optional<AuditHead> newest;
    int newestSlot = 1;
};

Result<Slots> readSlots(File& file)
{
    std::array<char, 2 * kSlotBytes> bytes {};
    const auto got = file.read(0, bytes);
    if (!got) {
        return got.error();
    }
    Slots slots;
    for (const int i : { 0, 1 }) {
        const auto head = decodeSlot(
            std::string_view(bytes.data(), *got)
                .substr(std::min(*got, static_cast<std::size_t>(i) * kSlotBytes), kSlotBytes));
        if (head && (!slots.newest || head->sequence > slots.newest->sequence)) {
            slots.newest = head;
            slots.newestSlot = i;
        }
    }
    return slots;
}

}  // namespace

Witness::Witness(FileSystem& files, std::filesystem::path directory)
    : files_(files)
    , directory_(std::move(directory))
{
}

Result<std::optional<AuditHead>> Witness::read(
    FileSystem& files, const std::filesystem::path& directory)
{
    auto file = files.open(directory / kName, OpenMode::Read);
    if (!file) {
        return file.error().code == ErrorCode::NotFound
            ? Result<std::optional<AuditHead>>(std::optional<AuditHead>())
            : Result<std::optional<AuditHead>>(file.error());
    }
    auto slots = readSlots(**file);
    if (!slots) {
        return slots.error();
    }
    return std::move(slots->newest);
}

Result<void> Witness::write(const AuditHead& head)
{
    if (!isReady_) {
        if (auto ready = makeReady(head); !ready) {
            return ready;
        }
    }
    if (auto written = put(nextSlot_, encodeSlot(head)); !written) {
        return written;  // the same slot again next time: the other one is known to be whole
    }
    nextSlot_ = 1 - nextSlot_;
    return {};
}

Result<void> Witness::makeReady(const AuditHead& head)
{
    if (!file_) {
        auto file = files_.open(directory_ / kName, OpenMode::Create);
        if (!file) {
            return file.error();
        }
        auto slots = readSlots(**file);
        if (!slots) {
            return slots.error();
        }
        file_ = std::move(*file);
        base_ = slots->newest;
        nextSlot_ = 1 - slots->newestSlot;
    }
    // What is read here may be in memory only, after a sync that failed before a restart. So it is
    // written again before the other slot is given up.
    if (auto written = put(1 - nextSlot_, encodeSlot(base_.value_or(head))); !written) {
        return written;
    }
    if (auto synced = files_.syncDirectory(directory_); !synced) {
        return synced;
    }
    isReady_ = true;
    return {};
}

Result<void> Witness::put(int slot, std::string_view bytes)
{
    const auto offset = static_cast<std::uint64_t>(slot) * kSlotBytes;
    if (auto written = file_->write(offset, bytes); !written) {
        return written;
    }
    return file_->sync();
}

}  // namespace headroom
