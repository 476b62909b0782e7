// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/scenario_text.h"

#include "monitor_core/base/units.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace headroom {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::nanoseconds;

constexpr std::size_t kLongestText = 20'000;
constexpr std::size_t kMostRamps = 200;
constexpr std::size_t kMostFaults = 10;
constexpr hours kLatest { 24 * 30 };
constexpr double kMostWriters = 10'000;
constexpr double kMostPerSecond = 1'000'000;
constexpr double kMostMs = 3'600'000;
constexpr double kMostOfLimit = 10;  // times the storage limit

std::string quoted(std::string_view text)
{
    constexpr std::size_t kShown = 40;
    return "\"" + std::string(text.substr(0, kShown)) + (text.size() > kShown ? "…\"" : "\"");
}

std::vector<std::string_view> wordsOf(std::string_view line)
{
    constexpr std::string_view kBlank = " \t\r";
    line = line.substr(0, line.find('#'));
    std::vector<std::string_view> words;
    for (auto begin = line.find_first_not_of(kBlank); begin != std::string_view::npos;
         begin = line.find_first_not_of(kBlank)) {
        line.remove_prefix(begin);
        const auto end = std::min(line.find_first_of(kBlank), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

/// The number at the front of the text, which it is taken off; none when there is none.
std::optional<double> takeNumber(std::string_view& text)
{
    double value = 0;
    const auto [end, failed]
        = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc() || !std::isfinite(value)) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// "90s", "10m", "1h30m", "2d"; "0" needs no unit.
std::optional<nanoseconds> durationOf(std::string_view text)
{
    if (text == "0") {
        return nanoseconds(0);
    }
    double total = 0;
    while (!text.empty()) {
        const auto count = takeNumber(text);
        if (!count || *count < 0 || text.empty()) {
            return std::nullopt;
        }
        const bool isMinutes = text.substr(0, 3) == "min";
        const char unit = text.front();
        text.remove_prefix(isMinutes ? 3 : 1);
        const double inSeconds = unit == 's' ? 1
            : unit == 'm'                    ? 60
            : unit == 'h'                    ? 3600
            : unit == 'd'                    ? 86'400
                                             : std::numeric_limits<double>::quiet_NaN();
        total += *count * inSeconds;
    }
    if (!(total <= std::chrono::duration<double>(kLatest).count())) {
        return std::nullopt;
    }
    return nanoseconds(static_cast<std::int64_t>(std::llround(total * 1e9)));
}

struct Quantity {
    std::string_view word;
    Metric metric;
    const char* valid;
};

constexpr Quantity kQuantities[] = {
    { "storage", Metric::TotalStorage, "a number with GB, MB, TB or %, as 990GB or 99%" },
    { "writers", Metric::ConcurrentWrites, "a whole number of writers from 0 to 10000" },
    { "throughput", Metric::WriteThroughput, "writes per second from 0 to 1000000, as 640/s" },
    { "latency", Metric::QueryResponse, "a number with ms or s, as 650ms" },
};

std::optional<double> storageOf(double number, std::string_view unit, double limit)
{
    const auto bytes = [](Bytes each) { return static_cast<double>(each.count); };
    const double per = unit == "GB" ? bytes(gigabytes(1))
        : unit == "MB"              ? bytes(megabytes(1))
        : unit == "TB"              ? bytes(gigabytes(1024))
        : unit == "%"               ? limit / 100
                                    : -1;
    const double value = std::round(number * per);
    return per > 0 && value <= kMostOfLimit * limit ? std::optional(value) : std::nullopt;
}

std::optional<double> valueOf(Metric metric, std::string text, double storageLimit)
{
    std::string_view rest = text;
    const auto number = takeNumber(rest);
    if (!number || *number < 0) {
        return std::nullopt;
    }
    const auto within = [&](double value, double most) {
        return value <= most ? std::optional(value) : std::nullopt;
    };
    switch (metric) {
    case Metric::TotalStorage:
        return storageOf(*number, rest, storageLimit);
    case Metric::ConcurrentWrites:
        return rest.empty() && std::floor(*number) == *number ? within(*number, kMostWriters)
                                                              : std::nullopt;
    case Metric::WriteThroughput:
        return rest.empty() || rest == "/s" ? within(*number, kMostPerSecond) : std::nullopt;
    default:
        return rest == "ms" ? within(*number, kMostMs)
            : rest == "s"   ? within(*number * 1000, kMostMs)
                            : std::nullopt;
    }
}

/// One line, or what is wrong with it.
Result<Ramp> rampOf(const std::vector<std::string_view>& words, double storageLimit)
{
    const auto fault = [](std::string message) {
        return Error { ErrorCode::InvalidArgument, std::move(message), {} };
    };
    if (words.front() != "at" || words.size() < 4) {
        return fault(
            "write \"at TIME WHAT VALUE [in DURATION]\", as \"at 10m writers 130 in 60s\"");
    }
    Ramp ramp;
    const auto begin = durationOf(words[1]);
    if (!begin) {
        return fault(quoted(words[1]) + " is no time from 0 to 30d; write 90s, 10m, 1h30m or 2d");
    }
    ramp.begin = *begin;
    const auto* const quantity = std::find_if(std::begin(kQuantities), std::end(kQuantities),
        [&](const Quantity& each) { return each.word == words[2]; });
    if (quantity == std::end(kQuantities)) {
        return fault(quoted(words[2])
            + " cannot be simulated; write storage, writers, throughput or latency");
    }
    ramp.metric = quantity->metric;
    const auto in = std::find(words.begin() + 3, words.end(), "in");
    std::string value;
    for (auto word = words.begin() + 3; word != in; ++word) {
        value += *word;
    }
    const auto to = valueOf(ramp.metric, value, storageLimit);
    if (!to) {
        return fault(quoted(value) + " is no value for " + std::string(quantity->word) + "; write "
            + quantity->valid);
    }
    ramp.to = *to;
    if (in != words.end()) {
        const auto over = in + 2 == words.end() ? durationOf(*(in + 1)) : std::nullopt;
        if (!over) {
            return fault("behind \"in\" stands one duration up to 30d, as 60s or 8h");
        }
        ramp.over = *over;
    }
    return ramp;
}

nanoseconds lengthFor(const std::vector<Ramp>& ramps)
{
    nanoseconds last { 0 };
    for (const auto& ramp : ramps) {
        last = std::max(last, ramp.begin + ramp.over);
    }
    return std::max<nanoseconds>(minutes(10), std::chrono::ceil<minutes>(last + last / 4));
}

}  // namespace

Result<Scenario> scenarioFromText(std::string_view text, double storageLimitBytes)
{
    Scenario scenario;
    scenario.name = "Custom script";
    if (text.size() > kLongestText) {
        return Error { ErrorCode::InvalidArgument, "the script is longer than 20000 bytes", {} };
    }
    std::string faults;
    std::size_t faultCount = 0;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto words = wordsOf(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty()) {
            continue;
        }
        auto ramp = rampOf(words, storageLimitBytes);
        if (ramp) {
            scenario.ramps.push_back(*ramp);
        } else if (++faultCount <= kMostFaults) {
            faults += (faults.empty() ? "line " : "\nline ") + std::to_string(number) + ": "
                + ramp.error().message;
        }
    }
    if (faultCount > kMostFaults) {
        faults += "\nand " + std::to_string(faultCount - kMostFaults) + " more";
    }
    if (faults.empty() && scenario.ramps.empty()) {
        faults = "the script has no line that says what happens";
    }
    if (faults.empty() && scenario.ramps.size() > kMostRamps) {
        faults = "the script has more than 200 lines";
    }
    if (!faults.empty()) {
        return Error { ErrorCode::InvalidArgument, faults, {} };
    }
    scenario.length = lengthFor(scenario.ramps);
    return scenario;
}

}  // namespace headroom
