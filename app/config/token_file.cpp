// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/token_file.h"

#include "app/config/owned_file.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

namespace headroom::app {

using api::Role;
using api::StoredToken;

namespace {

constexpr std::string_view kHashPrefix = "sha256:";
constexpr std::size_t kLongestName = 64;
// Shorter ones can be found by guessing.
constexpr std::size_t kShortestToken = 32;
constexpr FileRules kSecret { Readers::Nobody, false, 1024UL * 1024, "let anybody in" };

std::optional<Role> roleOf(std::string_view text)
{
    for (const auto role : { Role::Read, Role::Ingest, Role::Admin }) {
        if (text == api::toString(role)) {
            return role;
        }
    }
    return std::nullopt;
}

/// A name stands in the audit trail as who did something; these are others than holders of tokens.
bool isReserved(std::string_view name) { return name == "anonymous" || name == "headroom"; }

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= kLongestName && !isReserved(text)
        && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || c == '_' || c == '-' || c == '.';
           });
}

constexpr auto kNameRule = "1 to 64 letters, digits, _ - . and neither anonymous nor headroom";

/// What is wrong with the line; empty when it is a token, which is then in `found`.
std::string readLine(const std::string& line, StoredToken& found)
{
    std::istringstream in(line);
    std::string role;
    std::string name;
    std::string hash;
    std::string more;
    in >> role >> name >> hash >> more;
    const auto isRole = roleOf(role);
    if (!isRole) {
        return "begins with no role (read, ingest, admin)";
    }
    if (!isName(name)) {
        return std::string("has no name: ") + kNameRule;
    }
    const auto digits = hash.starts_with(kHashPrefix)
        ? api::tokenHashFromHex(std::string_view(hash).substr(kHashPrefix.size()))
        : std::nullopt;
    if (!digits || !more.empty()) {
        return "must end with sha256: and 64 lower-case hex digits (headroomd token new makes "
               "such lines; the token itself does not belong here)";
    }
    found = { name, *isRole, *digits };
    return {};
}

/// What is wrong with it beside the others; empty when nothing is.
std::string conflictOf(const StoredToken& token, const std::vector<StoredToken>& others)
{
    for (const auto& other : others) {
        if (other.name == token.name) {
            return "names " + token.name + " a second time";
        }
        if (other.sha256 == token.sha256) {
            return "has the token of " + other.name;
        }
    }
    return {};
}

Error inFile(const std::filesystem::path& file, ErrorCode code, std::string why)
{
    return { code, std::move(why), file.string() };
}

Result<StoredToken> adminToken(const std::filesystem::path& file, std::string text)
{
    // Editors end a file with a newline, and so do we.
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    if (text.empty()) {
        return inFile(file, ErrorCode::InvalidArgument,
            "is empty, as after a power cut; remove it to have a new token made");
    }
    if (text.size() < kShortestToken || !api::looksLikeToken(text)) {
        return inFile(file, ErrorCode::InvalidArgument,
            "does not hold one token of at least 32 letters; remove it to have a new one made");
    }
    return StoredToken { "admin", Role::Admin, api::tokenHash(text) };
}

}  // namespace

Result<std::vector<StoredToken>> tokensFromText(std::string_view text)
{
    std::vector<StoredToken> tokens;
    std::string faults;
    std::istringstream in { std::string(text) };
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos || line[first] == '#') {
            continue;
        }
        StoredToken token;
        auto wrong = readLine(line, token);
        if (wrong.empty()) {
            wrong = conflictOf(token, tokens);
        }
        if (wrong.empty()) {
            tokens.push_back(std::move(token));
        } else {
            faults += (faults.empty() ? "line " : "\nline ") + std::to_string(number) + " " + wrong;
        }
    }
    if (!faults.empty()) {
        return Error { ErrorCode::InvalidArgument, std::move(faults), {} };
    }
    if (tokens.empty()) {
        return Error { ErrorCode::InvalidArgument,
            "holds no token, so nobody could get in; headroomd token new --file adds one", {} };
    }
    return tokens;
}

Result<std::vector<StoredToken>> tokensFromFile(const std::filesystem::path& file)
{
    const auto text = readOwnedFile(file, kSecret);
    if (!text) {
        return text.error();
    }
    auto tokens = tokensFromText(*text);
    return tokens ? std::move(tokens)
                  : Result<std::vector<StoredToken>>(
                      inFile(file, tokens.error().code, tokens.error().message));
}

Result<StoredToken> adminTokenOfState(const std::filesystem::path& stateDirectory)
{
    const auto file = stateDirectory / kAdminTokenFile;
    const auto text = readOwnedFile(file, kSecret);
    if (text) {
        return adminToken(file, *text);
    }
    if (text.error().code != ErrorCode::NotFound) {
        return text.error();
    }
    const auto token = api::newToken();
    if (auto written = writeNewSecret(file, token + '\n'); !written) {
        return written.error();
    }
    return adminToken(file, token);
}

Result<NewToken> makeToken(std::string_view role, std::string_view name)
{
    if (!roleOf(role)) {
        return Error { ErrorCode::InvalidArgument,
            "the role must be read, ingest or admin, each of which includes those before it", {} };
    }
    if (!isName(name)) {
        return Error { ErrorCode::InvalidArgument, std::string("the name must be ") + kNameRule,
            {} };
    }
    NewToken made;
    made.token = api::newToken();
    made.line.append(role).append(" ").append(name).append(" ").append(kHashPrefix);
    made.line += api::toHex(api::tokenHash(made.token));
    return made;
}

Result<void> addToTokenFile(const std::filesystem::path& file, const NewToken& added)
{
    const auto before = readOwnedFile(file, kSecret);
    if (!before && before.error().code != ErrorCode::NotFound) {
        return before.error();
    }
    std::string addition;
    if (before && !before->empty()) {
        addition = before->ends_with('\n') ? "" : "\n";
        const auto together = tokensFromText(*before + addition + added.line);
        if (!together) {
            return inFile(file, ErrorCode::Conflict, together.error().message);
        }
    }
    return appendToSecret(file, addition + added.line + '\n');
}

}  // namespace headroom::app
