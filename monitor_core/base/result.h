// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace headroom {

/// Why something that can fail did. Callers branch on the code; people read the message.
enum class ErrorCode {
    InvalidArgument,  ///< the caller's value is wrong; the message names it and what would be right
    NotFound,
    Conflict,  ///< somebody else changed or holds the thing
    Refused,  ///< a rule forbids it now (the gate, the audit trail, a maximum)
    Unavailable,  ///< a peer or device does not answer; trying again may help
    Io,  ///< the operating system failed a read, write or sync
    NoSpace,  ///< the disk or quota is full; works again once there is room
    Damaged,  ///< stored bytes do not read as what they claim to be
    Unsupported,
};

std::string_view toString(ErrorCode code) noexcept;

/// An expected failure. The message names the thing and the next step; `context` says where it came
/// from (a room, a file and line of a configuration), and is shown in front of the message.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string message;
    std::string context;

    /// "context: message", or the message alone.
    [[nodiscard]] std::string text() const;
};

/// A value or an Error; the member names are those of std::expected, which g++ 12 has only in C++23
/// mode.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : state_(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : state_(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] T& value() &
    {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const&
    {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : error_(std::move(error))
        , failed_(true)
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return !failed_; }
    explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error& error() const
    {
        assert(failed_);
        return error_;
    }

private:
    Error error_;
    bool failed_ = false;
};

}  // namespace headroom
