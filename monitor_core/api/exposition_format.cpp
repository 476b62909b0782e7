// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/exposition.h"

#include <algorithm>
#include <charconv>

namespace headroom::api {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    const auto end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, end - begin + 1);
}

/// Takes what stands before `separator` off the front.
std::string_view take(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return trimmed(part);
}

double weightOf(std::string_view parameters)
{
    while (!parameters.empty()) {
        const auto parameter = take(parameters, ';');
        if (parameter.starts_with("q=")) {
            double weight = 0;
            const auto digits = parameter.substr(2);
            std::from_chars(digits.data(), digits.data() + digits.size(), weight);
            return weight >= 0 && weight <= 1 ? weight : 0;
        }
    }
    return 1;
}

}  // namespace

ExpositionFormat wantedFormat(std::string_view accept) noexcept
{
    double open = 0;
    double plain = 0;
    while (!accept.empty()) {
        auto range = take(accept, ',');
        const auto type = take(range, ';');
        if (type == "application/openmetrics-text") {
            open = std::max(open, weightOf(range));
        } else if (type == "text/plain" || type == "text/*" || type == "*/*") {
            plain = std::max(plain, weightOf(range));
        }
    }
    return open > 0 && open >= plain ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus;
}

}  // namespace headroom::api
