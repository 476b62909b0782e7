// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/owned_file.h"
#include "app/headroomd/serve_options.h"
#include "monitor_core/policy/detail/json_document.h"
#include "monitor_core/policy/detail/json_object_reader.h"

#include <algorithm>
#include <utility>

namespace headroom::app {

namespace {

constexpr std::size_t kMostOfAList = 64;

// What a value means is checked with all the others; here only that it is a line of text.
bool isLine(std::string_view text)
{
    return text.size() <= 4096 && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
    });
}

std::string fromFolder(const std::filesystem::path& folder, const std::string& path)
{
    return path.empty() ? path : (folder / path).string();
}

std::string meant(
    const ServeOptionRow& row, const std::filesystem::path& folder, const std::string& value)
{
    if (row.isPath) {
        return fromFolder(folder, value);
    }
    constexpr std::pair<std::string_view, std::string_view> kWithPath[]
        = { { "source", "filesystem:" }, { "syslog", "unix:" } };
    for (const auto& [key, prefix] : kWithPath) {
        if (row.key == key && value.starts_with(prefix)) {
            return std::string(prefix) + fromFolder(folder, value.substr(prefix.size()));
        }
    }
    return value;
}

}  // namespace

Result<GivenOptions> givenOptionsFromJson(
    std::string_view text, const std::filesystem::path& folder, const std::string& name)
{
    Faults faults;
    const auto document = parseDocument(text, "configuration", faults);
    if (!document) {
        return Error { document.error().code, document.error().message, name };
    }
    JsonObjectReader reader(faults, "", &*document);
    const TextRule rule { isLine, "a text of one line", false };
    GivenOptions given;
    for (const auto& row : serveOptionRows()) {
        const std::string key(row.key);
        reader.allow({ key.c_str() });
        if (!reader.has(key)) {
            continue;
        }
        const auto values = row.isList ? reader.texts(key, rule, kMostOfAList)
                                       : std::vector { reader.text(key, rule) };
        for (const auto& value : values) {
            given[key].push_back({ meant(row, folder, value), name + ": " + key });
        }
    }
    reader.refuseOthers();
    if (faults.count() > 0) {
        return Error { ErrorCode::InvalidArgument, faults.text(), name };
    }
    return given;
}

Result<GivenOptions> givenOptionsFromFile(const std::filesystem::path& file)
{
    FileRules rules;
    rules.danger = "open the service to anybody";
    const auto text = readOwnedFile(file, rules);
    if (!text) {
        return text.error();
    }
    if (text->empty()) {
        return Error { ErrorCode::InvalidArgument,
            "is empty, as after a power cut; restore it, or write {} for the defaults",
            file.string() };
    }
    return givenOptionsFromJson(*text, file.parent_path(), file.string());
}

}  // namespace headroom::app
