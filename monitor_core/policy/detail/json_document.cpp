// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/detail/json_document.h"

#include "monitor_core/policy/detail/json_text.h"

#include <boost/json/parser.hpp>

#include <utility>

namespace headroom {

namespace {

namespace json = boost::json;

constexpr std::size_t kLongestText = 1024 * 1024;

}  // namespace

Error documentError(const std::string& what, std::string message)
{
    return { ErrorCode::InvalidArgument, std::move(message), what };
}

Result<json::value> parseDocument(std::string_view text, const std::string& what, Faults& faults)
{
    if (text.size() > kLongestText) {
        return documentError(
            what, "the text is longer than 1 MiB; a " + what + " has a few thousand characters");
    }
    json::parser parser;
    json::error_code error;
    const std::size_t consumed = parser.write_some(text.data(), text.size(), error);
    if (error) {
        return documentError(
            what, "not JSON at " + lineAndColumn(text, consumed) + ": " + error.message());
    }
    const std::size_t rest = text.find_first_not_of(" \t\r\n", consumed);
    if (rest != std::string_view::npos) {
        return documentError(
            what, "text after the end of the " + what + " at " + lineAndColumn(text, rest));
    }
    for (const auto& path : duplicateKeys(text)) {
        faults.add(path, "stands twice; keep one");
    }
    return parser.release();
}

}  // namespace headroom
