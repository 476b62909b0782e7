// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

enum class ReviewState : std::uint8_t {
    Current,
    DueSoon,  ///< due in 30 days or fewer, or today
    Overdue,  ///< from the day after the due date
};

/// "CURRENT", "DUE_SOON", "OVERDUE".
std::string_view toString(ReviewState state) noexcept;

inline constexpr std::chrono::days kDueSoon { 30 };

/// Where a certification stands on a day.
struct ReviewStanding {
    ReviewState state = ReviewState::Overdue;
    std::chrono::year_month_day nextReview {};
    std::chrono::days remaining {};  ///< until it is due; negative once overdue
    bool wasRejected = false;  ///< the last review did not approve

    /// Fit to be shown as valid without a word of warning.
    [[nodiscard]] bool isSimplyValid() const
    {
        return state != ReviewState::Overdue && !wasRejected;
    }
};

/// One signed review.
struct Review {
    std::string reviewer;  ///< name; the signature
    std::string meaning;  ///< what the signature says: "reviewed as owner"
    std::string note;  ///< may be empty
    bool isApproved = false;
    std::chrono::year_month_day reviewedOn {};

    bool operator==(const Review&) const = default;
};

/// A review as it is kept: with what it moved, and a hash over it and all before it.
struct SignedReview {
    Review review;
    std::chrono::year_month_day wasDue {};
    std::chrono::year_month_day nextDue {};
    std::string hash;  ///< SHA-256, lower-case hex

    bool operator==(const SignedReview&) const = default;
};

/// The texts of the audit record that must be stored before a review counts.
struct ReviewAuditText {
    std::string action;
    std::string subject;
    std::string oldValue;
    std::string newValue;
};

/// The reviews of one certification, oldest first. Earlier ones are never changed: there is no way
/// to, and a changed file is refused. A value; one thread.
///
/// Each review, approving or not, early or late, moves the due date on by exactly one cycle, from
/// the due date and not from the day of the review, so that the schedule does not slide: 19 July,
/// 19 January, 19 July. Where a month is too short its last day is meant, and the next month has
/// the first day of month again (31 August, 28 February, 31 August). A review that comes more than
/// a cycle late leaves the certification overdue: two were missed.
class ReviewLog {
public:
    ReviewLog(std::chrono::year_month_day firstReview, std::chrono::months cycle);

    [[nodiscard]] const std::vector<SignedReview>& reviews() const { return reviews_; }
    [[nodiscard]] std::chrono::year_month_day nextReview() const;
    [[nodiscard]] ReviewStanding standing(std::chrono::year_month_day today) const;

    /// What record() would add, to be audited first. InvalidArgument without name or meaning, with
    /// a day after `today`, or before the review before it.
    [[nodiscard]] Result<SignedReview> draft(
        const Review& review, std::chrono::year_month_day today) const;
    [[nodiscard]] static ReviewAuditText auditText(const SignedReview& review);

    /// Adds the review; the same rules.
    Result<SignedReview> record(const Review& review, std::chrono::year_month_day today);

    /// A line a review, for a file.
    [[nodiscard]] std::string serialise() const;
    /// Damaged, naming the first line that is not as serialise() wrote it. A file cut at a line
    /// reads as a shorter log; the audit trail knows how many there were.
    static Result<ReviewLog> parse(
        std::string_view text, std::chrono::year_month_day firstReview, std::chrono::months cycle);

private:
    std::chrono::year_month_day firstReview_;
    std::chrono::months cycle_;
    std::vector<SignedReview> reviews_;
};

}  // namespace headroom
