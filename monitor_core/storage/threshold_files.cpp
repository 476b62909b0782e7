// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/threshold_files.h"

#include "monitor_core/audit/detail/sha256.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/policy/threshold_record_json.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace headroom {

namespace {

constexpr const char* kFolder = "thresholds";
constexpr std::string_view kSuffix = ".json";
constexpr std::size_t kDigits = 6;
constexpr std::size_t kKept = 20;
constexpr std::uint64_t kMostBytes = 1024 * 1024;
constexpr std::string_view kOpening = "{\n";
constexpr std::string_view kSealKey = "    \"sha256\": \"";
constexpr std::string_view kSealEnd = "\",\n";
constexpr std::size_t kHashSize = 64;

std::string nameOf(std::uint64_t version)
{
    auto digits = std::to_string(version);
    digits.insert(0, kDigits - std::min(kDigits, digits.size()), '0');
    return digits + std::string(kSuffix);
}

std::optional<std::uint64_t> versionOf(std::string_view name)
{
    if (!name.ends_with(kSuffix)) {
        return std::nullopt;
    }
    name.remove_suffix(kSuffix.size());
    std::uint64_t version = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
    const bool isName = error == std::errc {} && end == name.data() + name.size() && version > 0
        && nameOf(version) == std::string(name) + std::string(kSuffix);
    return isName ? std::optional(version) : std::nullopt;
}

/// Newest first.
Result<std::vector<std::uint64_t>> versionsIn(
    FileSystem& files, const std::filesystem::path& directory)
{
    std::vector<std::uint64_t> versions;
    const auto names = files.list(directory);
    if (!names) {
        return names.error().code == ErrorCode::NotFound
            ? Result<std::vector<std::uint64_t>>(std::move(versions))
            : Result<std::vector<std::uint64_t>>(names.error());
    }
    for (const auto& name : *names) {
        if (const auto version = versionOf(name)) {
            versions.push_back(*version);
        }
    }
    std::sort(versions.begin(), versions.end(), std::greater<>());
    return versions;
}

/// The text with its own hash as the first member.
std::string sealed(const std::string& json)
{
    return std::string(kOpening) + std::string(kSealKey) + Sha256().text(json)
        + std::string(kSealEnd) + json.substr(kOpening.size());
}

/// The text that was sealed; nothing if it is not what was written.
std::optional<std::string> unsealed(std::string_view text)
{
    constexpr std::size_t kHead = kOpening.size() + kSealKey.size() + kHashSize + kSealEnd.size();
    if (text.size() <= kHead || !text.starts_with(kOpening)
        || text.substr(kOpening.size(), kSealKey.size()) != kSealKey
        || text.substr(kHead - kSealEnd.size(), kSealEnd.size()) != kSealEnd) {
        return std::nullopt;
    }
    std::string json(kOpening);
    json += text.substr(kHead);
    const auto hash = text.substr(kOpening.size() + kSealKey.size(), kHashSize);
    return Sha256().text(json) == hash ? std::optional(std::move(json)) : std::nullopt;
}

Result<std::string> readAll(FileSystem& files, const std::filesystem::path& path)
{
    auto file = files.open(path, OpenMode::Read);
    if (!file) {
        return file.error();
    }
    const auto size = (*file)->size();
    if (!size) {
        return size.error();
    }
    if (*size > kMostBytes) {
        return Error { ErrorCode::Damaged, "it is larger than 1 MiB", {} };
    }
    std::string text(static_cast<std::size_t>(*size), '\0');
    const auto got = (*file)->read(0, text);
    if (!got) {
        return got.error();
    }
    text.resize(*got);
    return text;
}

/// Limits and all else that people may not set stay as they are certified.
ThresholdPolicy laidOver(ThresholdPolicy certified, const ThresholdPolicy& kept)
{
    certified.thresholds = kept.thresholds;
    certified.gate.resumeBelow = kept.gate.resumeBelow;
    certified.gate.resumeStorageBelow = kept.gate.resumeStorageBelow;
    certified.gate.failClosed = kept.gate.failClosed;
    return certified;
}

Result<ThresholdPolicy> read(FileSystem& files, const std::filesystem::path& path,
    std::uint64_t version, const ThresholdPolicy& certified)
{
    const auto text = readAll(files, path);
    if (!text) {
        return text.error();
    }
    const auto json = unsealed(*text);
    if (!json) {
        return Error { ErrorCode::Damaged, "it is not what was written", {} };
    }
    const auto record = thresholdRecordFromJson(*json);
    if (!record) {
        return record.error();
    }
    if (record->version != version) {
        return Error { ErrorCode::Damaged,
            "it is version " + std::to_string(record->version) + " by what it says", {} };
    }
    return checkedPolicy(laidOver(certified, record->policy));
}

}  // namespace

PolicyInForce loadThresholds(FileSystem& files, const std::filesystem::path& stateDirectory,
    const ThresholdPolicy& certified)
{
    PolicyInForce inForce(certified);
    const auto directory = stateDirectory / kFolder;
    const auto versions = versionsIn(files, directory);
    if (!versions) {
        inForce.problem = "the saved thresholds cannot be read (" + versions.error().text()
            + "); the certified ones are in force";
        return inForce;
    }
    std::string why;
    for (const auto version : *versions) {
        auto kept = read(files, directory / nameOf(version), version, certified);
        if (kept) {
            inForce.policy = std::move(*kept);
            inForce.version = version;
            break;
        }
        why += (why.empty() ? "" : "; ") + (kFolder + ("/" + nameOf(version))) + ": "
            + kept.error().text();
    }
    inForce.lastVersion = versions->empty() ? 0 : versions->front();
    if (!why.empty()) {
        inForce.problem = "the newest thresholds cannot be read (" + why + "); "
            + (inForce.version == 0 ? std::string("the certified ones")
                                    : "version " + std::to_string(inForce.version))
            + " are in force";
    }
    return inForce;
}

ThresholdFiles::ThresholdFiles(FileSystem& files, const std::filesystem::path& stateDirectory)
    : files_(files)
    , directory_(stateDirectory / kFolder)
{
}

Result<void> ThresholdFiles::save(std::uint64_t version, const std::string& json)
{
    if (auto made = files_.createDirectories(directory_); !made) {
        return made;
    }
    const auto path = directory_ / nameOf(version);
    const auto fresh = directory_ / (nameOf(version) + ".new");
    if (auto written = write(fresh, sealed(json)); !written) {
        static_cast<void>(files_.remove(fresh));  // the reason to tell is why it was not written
        return written;
    }
    if (auto renamed = files_.rename(fresh, path); !renamed) {
        return renamed;
    }
    if (auto synced = files_.syncDirectory(directory_); !synced) {
        // Not acknowledged, so it must not be found at the next start.
        static_cast<void>(files_.remove(path));
        return synced;
    }
    removeOld();
    return {};
}

Result<void> ThresholdFiles::write(const std::filesystem::path& path, const std::string& text)
{
    auto file = files_.open(path, OpenMode::Create);
    if (!file) {
        return file.error();
    }
    if (auto emptied = (*file)->truncate(0); !emptied) {
        return emptied;
    }
    if (auto written = (*file)->write(0, text); !written) {
        return written;
    }
    return (*file)->sync();
}

/// What cannot be removed now is removed after the next change.
void ThresholdFiles::removeOld()
{
    const auto versions = versionsIn(files_, directory_);
    if (!versions) {
        return;
    }
    for (std::size_t i = kKept; i < versions->size(); ++i) {
        static_cast<void>(files_.remove(directory_ / nameOf((*versions)[i])));
    }
}

}  // namespace headroom
