// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/exposition.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::api {

/// Writes metric families in one of the two text formats.
class MetricText {
public:
    using Label = std::pair<std::string_view, std::string_view>;
    using Labels = std::vector<Label>;

    explicit MetricText(ExpositionFormat format)
        : format_(format)
    {
    }

    /// Begins a family; nothing is written of one that gets no sample. A counter's name is given
    /// without _total. Types: gauge, counter, histogram.
    void family(std::string_view name, std::string_view type, std::string_view help);
    /// `suffix` is "_bucket", "_sum" or "_count" in a histogram. Values that are not finite are
    /// left out.
    void sample(double value, const Labels& labels = {}, std::string_view suffix = {});
    void gauge(std::string_view name, std::string_view help, double value)
    {
        family(name, "gauge", help);
        sample(value);
    }
    void counter(std::string_view name, std::string_view help, std::uint64_t value)
    {
        family(name, "counter", help);
        sample(static_cast<double>(value));
    }

    /// The whole text; ends the writing.
    [[nodiscard]] std::string take();

private:
    void begin();

    ExpositionFormat format_;
    std::string text_;
    std::string name_;
    std::string type_;
    std::string help_;
    bool hasBegun_ = false;
};

}  // namespace headroom::api
