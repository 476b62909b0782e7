// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace headroom {

/// Writes values one after the other as "<length>:<bytes>," (netstrings): any byte may be inside,
/// and a damaged length is noticed. The reader knows the order.
class FieldWriter {
public:
    FieldWriter& put(std::string_view text)
    {
        text_.append(std::to_string(text.size())).append(1, ':').append(text).append(1, ',');
        return *this;
    }
    template <typename Number>
    requires(std::is_arithmetic_v<Number>) FieldWriter& put(Number number)
    {
        if constexpr (std::is_same_v<Number, bool>) {
            return put(std::string_view(number ? "1" : "0"));
        } else {
            char digits[64];
            const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
            return put(std::string_view(digits, static_cast<std::size_t>(end - digits)));
        }
    }
    template <typename Enum>
    requires(std::is_enum_v<Enum>) FieldWriter& put(Enum value)
    {
        return put(static_cast<int>(value));
    }
    template <typename Clock, typename Duration>
    FieldWriter& put(std::chrono::time_point<Clock, Duration> at)
    {
        return put(static_cast<std::int64_t>(at.time_since_epoch().count()));
    }
    template <typename Rep, typename Period>
    FieldWriter& put(std::chrono::duration<Rep, Period> duration)
    {
        return put(static_cast<std::int64_t>(duration.count()));
    }
    template <typename T>
    FieldWriter& put(const std::optional<T>& value)
    {
        put(value.has_value());
        return value ? put(*value) : *this;
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::string text_;
};

/// Reads what FieldWriter wrote. After the first thing that does not fit, isGood() is false for
/// ever and get() changes nothing; callers look once, at the end.
class FieldReader {
public:
    explicit FieldReader(std::string_view text)
        : rest_(text)
    {
    }

    void get(std::string& text)
    {
        if (const auto field = next()) {
            text = *field;
        }
    }
    template <typename Number>
    requires(std::is_arithmetic_v<Number>) void get(Number& number)
    {
        const auto field = next();
        if (!field) {
            return;
        }
        if constexpr (std::is_same_v<Number, bool>) {
            isGood_ = *field == "0" || *field == "1";
            number = *field == "1";
        } else {
            const auto* const end = field->data() + field->size();
            const auto read = std::from_chars(field->data(), end, number);
            isGood_ = read.ec == std::errc() && read.ptr == end;
            if constexpr (std::is_floating_point_v<Number>) {
                isGood_ = isGood_ && std::isfinite(number);
            }
        }
    }
    /// `last` is the enumeration's greatest value.
    template <typename Enum>
    requires(std::is_enum_v<Enum>) void get(Enum& value, Enum last)
    {
        int number = 0;
        get(number);
        isGood_ = isGood_ && number >= 0 && number <= static_cast<int>(last);
        if (isGood_) {
            value = static_cast<Enum>(number);
        }
    }
    template <typename Clock, typename Duration>
    void get(std::chrono::time_point<Clock, Duration>& at)
    {
        std::int64_t count = 0;
        get(count);
        // Of a time that counts from a start of ours, 146 years are damage, and would overflow when
        // two are subtracted. A wall clock may stand anywhere.
        constexpr auto kMost = std::int64_t { 1 } << 62;
        isGood_ = isGood_
            && (std::is_same_v<Clock,
                    std::chrono::system_clock> || (count < kMost && count > -kMost));
        if (isGood_) {
            at = std::chrono::time_point<Clock, Duration>(Duration(count));
        }
    }
    template <typename Rep, typename Period>
    void get(std::chrono::duration<Rep, Period>& duration)
    {
        std::int64_t count = 0;
        get(count);
        duration = std::chrono::duration<Rep, Period>(count);
    }
    template <typename T>
    void get(std::optional<T>& value)
    {
        if (isThere()) {
            get(value.emplace());
        }
    }
    /// Reads whether an optional value follows.
    bool isThere()
    {
        bool there = false;
        get(there);
        return isGood_ && there;
    }
    /// Reads a count; one above `most` is damage, so that nobody reserves terabytes.
    std::size_t count(std::size_t most)
    {
        std::size_t n = 0;
        get(n);
        isGood_ = isGood_ && n <= most;
        return isGood_ ? n : 0;
    }

    [[nodiscard]] bool isGood() const { return isGood_; }
    [[nodiscard]] bool isAtEnd() const { return isGood_ && rest_.empty(); }

private:
    std::optional<std::string_view> next()
    {
        std::size_t length = 0;
        const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), length);
        const auto digits = static_cast<std::size_t>(read.ptr - rest_.data());
        isGood_ = isGood_ && read.ec == std::errc() && digits < rest_.size() && rest_[digits] == ':'
            && length < rest_.size() - digits - 1 && rest_[digits + 1 + length] == ',';
        if (!isGood_) {
            return std::nullopt;
        }
        const auto field = rest_.substr(digits + 1, length);
        rest_.remove_prefix(digits + 2 + length);
        return field;
    }

    std::string_view rest_;
    bool isGood_ = true;
};

}  // namespace headroom
