// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

/// What reading a number said; everything but Good is a fault of the text.
enum class NumberFault : std::uint8_t { Good, NotANumber, NotFinite, NotAnInteger, OutOfRange };

/// A number as JSON writes one, the whole text and nothing else: "-1.5e3", not "+1", ".5", "1.",
/// "0x1", "1 " or "1,5". "nan", "inf" and what is too large for a double are NotFinite; what is too
/// small is 0; -0 is 0.
NumberFault parseNumber(std::string_view text, double& value) noexcept;
/// A whole number in digits: 5, not 5.0 or 5e0.
NumberFault parseInteger(std::string_view text, std::int64_t& value) noexcept;

struct NumberRange {
    double least = 0;  ///< included
    double most = std::numeric_limits<double>::max();  ///< included
};

struct IntegerRange {
    std::int64_t least = 0;  ///< included
    std::int64_t most = std::numeric_limits<std::int64_t>::max();  ///< included
};

/// Reads the query of one request strictly and remembers every fault, so that all are answered at
/// once:
///
///     QueryParameters query(request);
///     const auto latency = query.number("latency_ms", { 0, 3'600'000 });
///     if (query.isFaulty()) { return reply(query.refusal()); }
///
/// A parameter that stands twice is a fault, since two readers could take different ones. One that
/// the endpoint does not know is ignored, as older clients are used to. The types of faults:
/// missing, doubled, not_a_number, not_finite, not_an_integer, out_of_range, not_a_choice,
/// too_long, empty. The request outlives this.
class QueryParameters {
public:
    explicit QueryParameters(const Request& request)
        : request_(request)
    {
    }

    /// Required: empty only with a fault.
    std::optional<double> number(std::string_view name, NumberRange range);
    std::optional<std::int64_t> integer(std::string_view name, IntegerRange range);
    std::optional<std::string_view> choice(
        std::string_view name, std::initializer_list<std::string_view> words);

    /// Empty when it is not there, and with a fault.
    std::optional<double> optionalNumber(std::string_view name, NumberRange range);
    std::optional<std::int64_t> optionalInteger(std::string_view name, IntegerRange range);
    /// Not empty, at most `longest` bytes.
    std::optional<std::string_view> optionalText(std::string_view name, std::size_t longest);
    std::optional<std::string_view> optionalChoice(
        std::string_view name, std::initializer_list<std::string_view> words);

    /// A fault that the endpoint itself has found.
    void addFault(std::string_view name, std::string_view type, std::string msg);

    [[nodiscard]] bool isFaulty() const { return !faults_.empty(); }
    /// The 422; only when isFaulty().
    [[nodiscard]] Response refusal() const { return faultsResponse(faults_); }

private:
    /// Empty when it is not there or doubled; the latter is a fault.
    std::optional<std::string_view> once(std::string_view name);
    std::optional<std::string_view> required(std::string_view name);
    std::optional<double> toNumber(
        std::string_view name, std::optional<std::string_view> text, NumberRange range);
    std::optional<std::int64_t> toInteger(
        std::string_view name, std::optional<std::string_view> text, IntegerRange range);
    std::optional<std::string_view> toChoice(std::string_view name,
        std::optional<std::string_view> text, std::initializer_list<std::string_view> words);
    void addNumberFault(std::string_view name, NumberFault fault, const std::string& range);

    const Request& request_;
    std::vector<FieldFault> faults_;
};

}  // namespace headroom::api
