// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/metric_text.h"

#include "monitor_core/api/json_text.h"

#include <cmath>
#include <cstdint>

namespace headroom::api {

namespace {

/// Label values may be anything that a caller or a source wrote.
void appendEscaped(std::string& out, std::string_view text, bool isQuoted)
{
    for (const char c : text) {
        if (c == '\\') {
            out += "\\\\";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '"' && isQuoted) {
            out += "\\\"";
        } else {
            out += c;
        }
    }
}

std::string valueText(double value)
{
    constexpr double kExactIntegers = 9'007'199'254'740'992.0;  // 2^53
    if (std::abs(value) <= kExactIntegers && std::trunc(value) == value) {
        return std::to_string(static_cast<std::int64_t>(value));
    }
    return numberText(value);
}

}  // namespace

void MetricText::family(std::string_view name, std::string_view type, std::string_view help)
{
    name_ = name;
    type_ = type;
    help_ = help;
    hasBegun_ = false;
}

void MetricText::begin()
{
    if (hasBegun_) {
        return;
    }
    hasBegun_ = true;
    // In OpenMetrics the family of a counter has the name without the suffix of its samples.
    const bool isCounter = type_ == "counter";
    const std::string shown
        = name_ + (isCounter && format_ == ExpositionFormat::Prometheus ? "_total" : "");
    text_ += "# HELP " + shown + ' ';
    // Only OpenMetrics escapes quotes in help texts.
    appendEscaped(text_, help_, format_ == ExpositionFormat::OpenMetrics);
    text_ += "\n# TYPE " + shown + ' ' + type_ + '\n';
}

void MetricText::sample(double value, const Labels& labels, std::string_view suffix)
{
    if (!std::isfinite(value)) {
        return;
    }
    begin();
    text_ += name_;
    text_ += type_ == "counter" ? std::string_view("_total") : suffix;
    if (!labels.empty()) {
        char before = '{';
        for (const auto& [name, labelled] : labels) {
            text_ += before;
            text_ += name;
            text_ += "=\"";
            appendEscaped(text_, labelled, true);
            text_ += '"';
            before = ',';
        }
        text_ += '}';
    }
    text_ += ' ' + valueText(value) + '\n';
}

std::string MetricText::take()
{
    if (format_ == ExpositionFormat::OpenMetrics) {
        text_ += "# EOF\n";
    }
    return std::move(text_);
}

}  // namespace headroom::api
