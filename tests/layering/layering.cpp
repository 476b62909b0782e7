// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/layering.h"

#include "tests/layering/glob.h"
#include "tests/layering/rooms.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace headroom::layering {
namespace {

struct Library {
    std::string_view headers;
    std::string_view name;
};

// A library that is not here cannot be included at all.
constexpr Library kLibraries[] = {
    { "qt6keychain/**", "QtKeychain" },
    { "Q**", "Qt" },
    { "q*.h", "Qt" },
    { "boost/**", "Boost" },
    { "sqlite3*.h", "SQLite" },
    { "openssl/**", "OpenSSL" },
    { "xxhash.h", "xxHash" },
    { "curl/**", "curl" },
    { "libpq-fe.h", "libpq" },
    { "CLI/**", "CLI11" },
    { "spdlog/**", "spdlog" },
    { "systemd/**", "systemd" },
};

// Headers of the system that are not std's; anything else with a dot or a slash is a library.
constexpr std::string_view kSystemHeaders[] = { "sys/*.h", "linux/*.h", "netinet/*.h", "arpa/*.h",
    "unistd.h", "fcntl.h", "poll.h", "signal.h", "spawn.h", "sched.h", "pthread.h", "time.h",
    "dirent.h", "netdb.h", "pwd.h", "immintrin.h", "x86intrin.h", "cpuid.h" };

// What a pure room reaches neither by include nor by name.
constexpr std::string_view kImpureHeaders[]
    = { "sys/*.h", "linux/*.h", "netinet/*.h", "arpa/*.h", "unistd.h", "fcntl.h", "poll.h",
          "dirent.h", "netdb.h", "pwd.h", "time.h", "ctime", "fstream", "iostream", "filesystem" };
constexpr std::string_view kImpureWords[] = { "system_clock::now", "steady_clock::now", "fopen(" };

template <typename Patterns>
bool matchesAny(const Patterns& patterns, std::string_view path)
{
    return std::any_of(std::begin(patterns), std::end(patterns),
        [&](std::string_view pattern) { return matches(pattern, path); });
}

std::vector<std::string> words(std::string_view text)
{
    std::istringstream in { std::string(text) };
    return { std::istream_iterator<std::string>(in), {} };
}

const Room* roomOf(std::string_view path)
{
    const auto* room = std::find_if(std::begin(kRooms), std::end(kRooms),
        [&](const Room& candidate) { return matches(candidate.files, path); });
    return room == std::end(kRooms) ? nullptr : room;
}

/// "monitor_core/gate/" of "monitor_core/gate/detail/x.h"; empty for a file directly in
/// monitor_core, ui or app.
std::string_view folderOf(std::string_view path)
{
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return second == std::string_view::npos ? std::string_view() : path.substr(0, second + 1);
}

/// "workload" of "monitor_core/sources/workload_source.cpp".
std::string_view sourceName(std::string_view path)
{
    const std::string_view file = path.substr(folderOf(path).size());
    return file.substr(0, file.find_first_of("_./"));
}

/// Sources may share what is no source, as folder_walk.h; each knows no other.
bool isAnotherSource(std::string_view path, std::string_view included)
{
    return matches("monitor_core/sources/*_source.h", included)
        && sourceName(included) != sourceName(path);
}

/// The paths that the `ours` of a room stands for.
std::vector<std::string> patternsOf(std::string_view ours)
{
    std::vector<std::string> patterns;
    for (const std::string& word : words(ours)) {
        if (word == "values") {
            const auto values = patternsOf(kValues);
            patterns.insert(patterns.end(), values.begin(), values.end());
        } else if (word == "doors") {
            patterns.emplace_back("monitor_core/*.h");
        } else if (word.find('/') == std::string::npos) {
            patterns.push_back("monitor_core/" + word + "/**");
        } else {
            patterns.push_back(word);
        }
    }
    return patterns;
}

bool mayIncludeOurs(const Room& room, std::string_view path, std::string_view included)
{
    const std::string_view folder = folderOf(path);
    if (!folder.empty() && included.starts_with(folder)) {
        return !isAnotherSource(path, included);
    }
    return matchesAny(patternsOf(room.ours), included);
}

std::optional<std::string_view> libraryOf(std::string_view header)
{
    for (const Library& library : kLibraries) {
        if (matches(library.headers, header)) {
            return library.name;
        }
    }
    const bool looksStandard = header.find_first_of("./") == std::string_view::npos;
    if (looksStandard || matchesAny(kSystemHeaders, header)) {
        return std::nullopt;
    }
    return "a library that no rule knows";
}

/// What is wrong with this include; empty when nothing is.
std::string checkOthers(const Room& room, std::string_view path, std::string_view header)
{
    const auto library = libraryOf(header);
    if (!library) {
        return room.purity == Purity::Pure && matchesAny(kImpureHeaders, header)
            ? std::string(room.files) + " opens no file or socket and is told the time"
            : std::string();
    }
    const auto allowed = words(room.others);
    if (std::find(allowed.begin(), allowed.end(), *library) == allowed.end()) {
        return std::string(*library) + "; " + std::string(room.files) + " may use "
            + (room.others.empty() ? "no library" : std::string(room.others));
    }
    const bool hidden = path.ends_with(".cpp") || path.find("/detail/") != std::string_view::npos;
    if (path.starts_with("monitor_core/") && !hidden) {
        return std::string(*library)
            + " ends in .cpp files and detail/, so that no outsider needs it";
    }
    return {};
}

bool isOurs(std::string_view included)
{
    return included.starts_with("monitor_core/") || included.starts_with("ui/")
        || included.starts_with("app/") || included.starts_with("tests/");
}

std::string checkInclude(const Room& room, std::string_view path, std::string_view written)
{
    const auto end = written.find(written.front() == '<' ? '>' : '"', 1);
    if ((written.front() != '<' && written.front() != '"') || end == std::string_view::npos) {
        return "an include that names no file cannot be checked";
    }
    const std::string_view included = written.substr(1, end - 1);
    if (included.find("..") != std::string_view::npos) {
        return "include paths start at the root";
    }
    if (isOurs(included)) {
        return mayIncludeOurs(room, path, included)
            ? std::string()
            : std::string(room.files) + " may include of ours "
                + (room.ours.empty() ? "only itself" : std::string(room.ours));
    }
    if (written.front() == '"' && included.ends_with(".moc")) {
        return {};
    }
    if (written.front() == '"' && !libraryOf(included)) {
        return "include paths start at the root";
    }
    return checkOthers(room, path, included);
}

/// What follows #include in this line, with its marks; empty when it includes nothing.
std::string_view includeIn(std::string_view line)
{
    const auto skipBlanks
        = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skipBlanks();
    if (!line.starts_with('#')) {
        return {};
    }
    line.remove_prefix(1);
    skipBlanks();
    if (!line.starts_with("include")) {
        return {};
    }
    line.remove_prefix(std::string_view("include").size());
    skipBlanks();
    return line;
}

/// How a line of this room breaks its rule; empty when it does not.
std::string checkLine(const Room& room, std::string_view path, std::string_view line)
{
    if (const auto written = includeIn(line); !written.empty()) {
        const std::string wrong = checkInclude(room, path, written);
        return wrong.empty() ? wrong : "includes " + std::string(written) + ": " + wrong;
    }
    if (room.purity == Purity::Pure) {
        for (const std::string_view word : kImpureWords) {
            if (line.find(word) != std::string_view::npos) {
                return std::string(word) + ": " + std::string(room.files)
                    + " opens no file or socket and is told the time";
            }
        }
    }
    return {};
}

bool isCode(std::string_view path)
{
    static constexpr std::string_view kEnds[]
        = { ".h", ".cpp", ".hpp", ".hh", ".hxx", ".cc", ".cxx", ".c", ".inl", ".ipp" };
    return std::any_of(std::begin(kEnds), std::end(kEnds),
        [&](std::string_view end) { return path.ends_with(end); });
}

bool carriesLicence(std::string_view path)
{
    return isCode(path) || path.ends_with("CMakeLists.txt") || path.ends_with(".cmake")
        || path.ends_with(".sh") || path.ends_with(".py") || path.ends_with(".md");
}

std::string readAll(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("layering: cannot read " + file.string());
    }
    return { std::istreambuf_iterator<char>(in), {} };
}

}  // namespace

std::vector<std::string> checkIncludes(std::string_view path, std::string_view text)
{
    const std::string where(path);
    const Room* room = roomOf(path);
    if (room == nullptr) {
        return { where + ":1: is in no listed room; give it a row in tests/layering/rooms.h" };
    }
    if (!path.ends_with(".h") && !path.ends_with(".cpp")) {
        return { where + ":1: source files end in .h or .cpp" };
    }
    std::vector<std::string> violations;
    std::istringstream lines { std::string(text) };
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (const std::string wrong = checkLine(*room, path, line); !wrong.empty()) {
            violations.push_back(where);
            violations.back() += ':' + std::to_string(number) + ": ";
            violations.back() += wrong;
        }
    }
    return violations;
}

std::vector<std::string> checkLicence(std::string_view path, std::string_view text)
{
    // The core, which others embed, is Apache; what links Qt Charts is GPL; tests go with what they
    // test.
    // REUSE-IgnoreStart
    const std::string_view head = text.substr(0, 300);
    const auto has = [&](std::string_view licence) {
        return head.find("SPDX-License-Identifier: " + std::string(licence)) != std::string::npos;
    };
    const bool apache = path.starts_with("monitor_core/");
    const bool either = path.starts_with("tests/");
    const bool licensed
        = ((apache || either) && has("Apache-2.0")) || (!apache && has("GPL-3.0-or-later"));
    if (licensed && head.find("SPDX-FileCopyrightText: ") != std::string::npos) {
        return {};
    }
    // REUSE-IgnoreEnd
    return { std::string(path) + ":1: the two SPDX lines are missing or name another licence than "
        + (apache        ? "Apache-2.0"
                : either ? "Apache-2.0 or GPL-3.0-or-later"
                         : "GPL-3.0-or-later") };
}

std::vector<std::string> checkTree(const std::filesystem::path& top)
{
    std::vector<std::string> violations;
    const auto add = [&](std::vector<std::string> found) {
        std::move(found.begin(), found.end(), std::back_inserter(violations));
    };
    for (const char* const folder : { "monitor_core", "ui", "app", "tests", "packaging", "docs" }) {
        if (!std::filesystem::is_directory(top / folder)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top / folder)) {
            const std::string path = entry.path().lexically_relative(top).generic_string();
            if (!entry.is_regular_file() || !carriesLicence(path)) {
                continue;
            }
            const std::string text = readAll(entry.path());
            add(checkLicence(path, text));
            const bool ruled = !path.starts_with("tests/") && !path.starts_with("packaging/");
            if (ruled && isCode(path)) {
                add(checkIncludes(path, text));
            }
        }
    }
    std::sort(violations.begin(), violations.end());
    return violations;
}

}  // namespace headroom::layering
