// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/review.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/certification/detail/digest.h"

#include <algorithm>
#include <array>

namespace headroom {

namespace {

using Date = std::chrono::year_month_day;

/// `day` so many cycles later; the last day of a month that is too short.
Date later(Date day, std::chrono::months months)
{
    const auto moved = day + months;
    return moved.ok() ? moved : Date(moved.year() / moved.month() / std::chrono::last);
}

/// Tabs divide the fields of a line and newlines the lines, so neither may stand in a text.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// What escaped() made; anything else comes out as something that does not escape to it again.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return out;
}

std::string_view verdict(const Review& review)
{
    return review.isApproved ? "approved" : "rejected";
}

/// The line without its hash.
std::string body(const SignedReview& signedReview)
{
    const auto& review = signedReview.review;
    std::string line = toDateText(review.reviewedOn);
    for (const std::string& field : { std::string(verdict(review)), toDateText(signedReview.wasDue),
             toDateText(signedReview.nextDue), escaped(review.reviewer), escaped(review.meaning),
             escaped(review.note) }) {
        line += '\t';
        line += field;
    }
    return line;
}

std::string lineOf(const SignedReview& review) { return body(review) + '\t' + review.hash + '\n'; }

/// The review in a line; nothing where the line has not its shape.
std::optional<Review> reviewIn(std::string_view line)
{
    std::array<std::string_view, 8> fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto end = i + 1 < fields.size() ? line.find('\t') : line.size();
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        fields[i] = line.substr(0, end);
        line.remove_prefix(std::min(line.size(), end + 1));
    }
    const auto day = parseDateText(fields[0]);
    if (!day) {
        return std::nullopt;
    }
    return Review { unescaped(fields[4]), unescaped(fields[5]), unescaped(fields[6]),
        fields[1] == "approved", *day };
}

Error invalid(std::string message)
{
    return { ErrorCode::InvalidArgument, std::move(message), "certification" };
}

}  // namespace

std::string_view toString(ReviewState state) noexcept
{
    switch (state) {
    case ReviewState::Current:
        return "CURRENT";
    case ReviewState::DueSoon:
        return "DUE_SOON";
    case ReviewState::Overdue:
        break;
    }
    return "OVERDUE";
}

ReviewLog::ReviewLog(Date firstReview, std::chrono::months cycle)
    : firstReview_(firstReview)
    , cycle_(cycle)
{
}

Date ReviewLog::nextReview() const
{
    // Counted from the first each time: a day that a short month took is back in the next.
    return later(firstReview_, cycle_ * static_cast<int>(reviews_.size()));
}

ReviewStanding ReviewLog::standing(Date today) const
{
    ReviewStanding standing;
    standing.nextReview = nextReview();
    standing.remaining = std::chrono::sys_days(standing.nextReview) - std::chrono::sys_days(today);
    standing.wasRejected = !reviews_.empty() && !reviews_.back().review.isApproved;
    if (standing.remaining < std::chrono::days(0)) {
        standing.state = ReviewState::Overdue;
    } else {
        standing.state
            = standing.remaining <= kDueSoon ? ReviewState::DueSoon : ReviewState::Current;
    }
    return standing;
}

Result<SignedReview> ReviewLog::draft(const Review& review, Date today) const
{
    if (review.reviewer.empty() || review.meaning.empty()) {
        return invalid("a review is signed with a name and the meaning of the signature");
    }
    if (!review.reviewedOn.ok() || review.reviewedOn > today) {
        return invalid("a review is recorded once it has happened, not before");
    }
    if (!reviews_.empty() && review.reviewedOn < reviews_.back().review.reviewedOn) {
        return invalid("the review before it is of " + toDateText(reviews_.back().review.reviewedOn)
            + ", which is later");
    }
    SignedReview added { review, nextReview(),
        later(firstReview_, cycle_ * static_cast<int>(reviews_.size() + 1)), {} };
    const auto previous = reviews_.empty() ? std::string() : reviews_.back().hash;
    added.hash = digestOf(previous + '\n' + body(added));
    return added;
}

ReviewAuditText ReviewLog::auditText(const SignedReview& review)
{
    std::string text = std::string(verdict(review.review)) + " by " + review.review.reviewer
        + " on " + toDateText(review.review.reviewedOn) + " (" + review.review.meaning
        + "), next review " + toDateText(review.nextDue);
    if (!review.review.note.empty()) {
        text += ": " + review.review.note;
    }
    text += " [" + review.hash + "]";
    return { "certification.review", "review due " + toDateText(review.wasDue),
        "next review " + toDateText(review.wasDue), std::move(text) };
}

Result<SignedReview> ReviewLog::record(const Review& review, Date today)
{
    auto added = draft(review, today);
    if (added) {
        reviews_.push_back(*added);
    }
    return added;
}

std::string ReviewLog::serialise() const
{
    std::string text;
    for (const auto& review : reviews_) {
        text += lineOf(review);
    }
    return text;
}

Result<ReviewLog> ReviewLog::parse(
    std::string_view text, Date firstReview, std::chrono::months cycle)
{
    ReviewLog log(firstReview, cycle);
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
        const auto review = reviewIn(line.substr(0, end));
        const auto added = review ? log.record(*review, review->reviewedOn)
                                  : Result<SignedReview>(invalid("no review"));
        if (!added || lineOf(*added) != line) {
            return Error { ErrorCode::Damaged,
                "line " + std::to_string(log.reviews().size() + (added ? 0 : 1))
                    + " of the reviews is not what was recorded",
                "certification" };
        }
        text.remove_prefix(line.size());
    }
    return log;
}

}  // namespace headroom
