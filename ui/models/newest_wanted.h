// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

namespace headroom::ui {

/// Questions of one kind: at most one under way, and of those that came meanwhile only the newest
/// is asked. Plain value.
template <typename Question>
class NewestWanted {
public:
    void want(Question question) { waiting_ = std::move(question); }

    /// What to ask now, if anything; it is under way until answered().
    [[nodiscard]] std::optional<Question> next()
    {
        if (isUnderWay_ || !waiting_) {
            return std::nullopt;
        }
        isUnderWay_ = true;
        return std::exchange(waiting_, std::nullopt);
    }
    void answered() { isUnderWay_ = false; }

    [[nodiscard]] bool isBusy() const { return isUnderWay_ || waiting_.has_value(); }

private:
    std::optional<Question> waiting_;
    bool isUnderWay_ = false;
};

}  // namespace headroom::ui
