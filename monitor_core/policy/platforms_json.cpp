// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/platforms_json.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/policy/detail/json_document.h"
#include "monitor_core/policy/detail/json_object_reader.h"

#include <algorithm>

namespace headroom {

namespace {

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool isLine(std::string_view text)
{
    return !text.empty() && text.size() <= 200
        && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
}

bool isDate(std::string_view text) { return parseDateText(text).has_value(); }

/// It stands on a gauge.
bool isLabel(std::string_view text) { return isLine(text) && text.size() <= 16; }

bool isUrl(std::string_view text) { return isLine(text) && text.starts_with("https://"); }

constexpr std::size_t kMost = 50;
constexpr NumberRule kFormat { 1, 1, true, false };
constexpr NumberRule kShare { 0.01, 1, false, true };

Platform readPlatform(JsonObjectReader& reader)
{
    Platform platform;
    platform.name = reader.text("name", { isName, "a name in lower case", false });
    platform.title = reader.text("title", { isLine, "a text of one line", false });
    platform.asOf = reader.text("as_of", { isDate, "a date such as 2026-01-19", false });
    platform.source
        = reader.text("source", { isUrl, "an address that begins with https://", false });
    for (auto& row : reader.objects("storage", kMost)) {
        StorageMark mark;
        mark.atRatio = row.number("at_ratio", kShare);
        mark.text = row.text("text", { isLine, "a text of one line", false });
        mark.label = row.text("label", { isLabel, "at most 16 characters", false });
        row.refuseOthers();
        if (!platform.storage.empty() && mark.atRatio <= platform.storage.back().atRatio) {
            row.refuse("at_ratio", "must be above the one before");
        }
        platform.storage.push_back(std::move(mark));
    }
    reader.refuseOthers();
    return platform;
}

}  // namespace

Result<std::vector<Platform>> platformsFromJson(std::string_view text)
{
    Faults faults;
    const auto document = parseDocument(text, "platforms", faults);
    if (!document) {
        return document.error();
    }
    JsonObjectReader reader(faults, "", &*document);
    reader.number("format", kFormat);
    std::vector<Platform> platforms;
    for (auto& row : reader.objects("platforms", kMost)) {
        platforms.push_back(readPlatform(row));
    }
    reader.refuseOthers();
    if (faults.count() > 0) {
        return documentError("platforms", faults.text());
    }
    return platforms;
}

std::vector<StorageMark> storageMarksOf(
    const std::vector<Platform>& platforms, std::string_view name)
{
    const auto found = std::ranges::find(platforms, name, &Platform::name);
    if (found == platforms.end()) {
        return {};
    }
    auto marks = found->storage;
    for (auto& mark : marks) {
        mark.text += " (as of " + found->asOf + ")";
    }
    return marks;
}

}  // namespace headroom
