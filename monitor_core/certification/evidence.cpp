// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/evidence.h"

#include "monitor_core/base/utc_text.h"

#include <charconv>
#include <cmath>

namespace headroom {

namespace {

constexpr std::string_view kHeader = "headroom-evidence 1\n";

std::chrono::sys_days firstDay(std::chrono::year_month_day today)
{
    return std::chrono::sys_days(today) - kEvidenceWindow + std::chrono::days(1);
}

std::string_view takeUntil(std::string_view& rest, char end)
{
    const auto at = rest.find(end);
    const auto piece = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return piece;
}

/// Of equal peaks the earliest whose second is known, so that the order of feeding and merging does
/// not count.
bool counts(const Peak& fresh, const Peak& known)
{
    if (fresh.value != known.value) {
        return fresh.value > known.value;
    }
    return fresh.isExact != known.isExact ? fresh.isExact : fresh.at < known.at;
}

template <typename Number>
std::optional<Number> parseNumber(std::string_view text)
{
    Number value {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(value)
                                                                     : std::nullopt;
}

}  // namespace

std::string_view toString(Standing standing) noexcept
{
    switch (standing) {
    case Standing::Within:
        return "WITHIN";
    case Standing::Exceeded:
        return "EXCEEDED";
    case Standing::NotObserved:
        break;
    }
    return "NOT_OBSERVED";
}

bool isWithin(Metric metric, double value, double limit) noexcept
{
    return metric == Metric::QueryResponse ? value < limit : value <= limit;
}

Result<void> Evidence::observe(Metric metric, Peak maximum)
{
    if (!std::isfinite(maximum.value)) {
        return Error { ErrorCode::InvalidArgument,
            "a maximum of " + std::string(info(metric).key) + " is not a number", "evidence" };
    }
    const auto day = std::chrono::floor<std::chrono::days>(maximum.at);
    const auto [place, isNew] = days_[indexOf(metric)].emplace(day, maximum);
    if (!isNew && counts(maximum, place->second)) {
        place->second = maximum;
    }
    return {};
}

void Evidence::merge(const Evidence& other)
{
    for (const auto& row : catalog()) {
        for (const auto& [day, peak] : other.days_[indexOf(row.metric)]) {
            [[maybe_unused]] const auto merged = observe(row.metric, peak);
        }
    }
}

ObservedPeak Evidence::observed(
    Metric metric, double limit, std::chrono::year_month_day today) const
{
    ObservedPeak result;
    const auto& days = days_[indexOf(metric)];
    for (auto day = days.lower_bound(firstDay(today));
         day != days.end() && day->first <= std::chrono::sys_days(today); ++day) {
        ++result.daysObserved;
        if (!result.peak || day->second.value > result.peak->value) {
            result.peak = day->second;
        }
    }
    if (result.peak) {
        result.standing
            = isWithin(metric, result.peak->value, limit) ? Standing::Within : Standing::Exceeded;
    }
    return result;
}

void Evidence::forgetBefore(std::chrono::year_month_day today)
{
    for (auto& days : days_) {
        days.erase(days.begin(), days.lower_bound(firstDay(today)));
    }
}

std::string Evidence::serialise() const
{
    std::string text(kHeader);
    for (const auto& row : catalog()) {
        for (const auto& [day, peak] : days_[indexOf(row.metric)]) {
            std::array<char, 32> number {};
            const auto end
                = std::to_chars(number.data(), number.data() + number.size(), peak.value).ptr;
            text += row.key;
            text += peak.isExact ? " " : " ~";
            text += std::to_string(peak.at.time_since_epoch().count());
            text += ' ';
            text.append(number.data(), end);
            text += '\n';
        }
    }
    return text;
}

Result<Evidence> Evidence::parse(std::string_view text)
{
    Evidence evidence;
    auto rest = text;
    if (rest.starts_with(kHeader)) {
        rest.remove_prefix(kHeader.size());
    }
    while (!rest.empty()) {
        auto line = takeUntil(rest, '\n');
        const auto metric = metricFromKey(takeUntil(line, ' '));
        const bool isExact = !line.starts_with('~');
        line.remove_prefix(isExact ? 0 : 1);
        const auto at = parseNumber<std::int64_t>(takeUntil(line, ' '));
        const auto value = parseNumber<double>(line);
        if (!metric || !at || !value
            || !evidence.observe(
                *metric, { *value, SystemTime(std::chrono::nanoseconds(*at)), isExact })) {
            break;
        }
    }
    if (evidence.serialise() != text) {
        return Error { ErrorCode::Damaged, "not a file of evidence, or damaged", "evidence" };
    }
    return evidence;
}

}  // namespace headroom
