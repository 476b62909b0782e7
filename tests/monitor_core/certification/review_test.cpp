// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/review.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using Date = std::chrono::year_month_day;

constexpr Date kDue = 2026y / std::chrono::July / 19;
constexpr std::chrono::months kCycle { 6 };

Date dayFrom(Date date, int days)
{
    return { std::chrono::sys_days(date) + std::chrono::days(days) };
}

Review signedOn(Date date, bool isApproved = true)
{
    return { "Ashmit_Pandey", "reviewed as owner", "limits hold", isApproved, date };
}

TEST(Review, isDueSoonFrom30DaysBeforeAndOverdueFromTheDayAfter)
{
    const ReviewLog log(kDue, kCycle);
    struct Case {
        int day;
        ReviewState state;
    };
    for (const auto& [day, state] : { Case { -181, ReviewState::Current },
             Case { -31, ReviewState::Current }, Case { -30, ReviewState::DueSoon },
             Case { -1, ReviewState::DueSoon }, Case { 0, ReviewState::DueSoon },
             Case { 1, ReviewState::Overdue }, Case { 500, ReviewState::Overdue } }) {
        const auto standing = log.standing(dayFrom(kDue, day));
        EXPECT_EQ(standing.state, state) << day;
        EXPECT_EQ(standing.remaining, std::chrono::days(-day));
        EXPECT_EQ(standing.nextReview, kDue);
        EXPECT_EQ(standing.isSimplyValid(), day <= 0);
    }
}

TEST(Review, movesTheNextOnByOneCycleFromTheDueDate)
{
    for (const int day : { -60, 0, 15, 100 }) {
        ReviewLog log(kDue, kCycle);
        const auto today = dayFrom(kDue, day);
        const auto added = log.record(signedOn(today), today);
        ASSERT_TRUE(added);
        EXPECT_EQ(added->wasDue, kDue);
        EXPECT_EQ(added->nextDue, 2027y / std::chrono::January / 19);
        EXPECT_EQ(log.nextReview(), 2027y / std::chrono::January / 19);
        EXPECT_TRUE(log.standing(today).isSimplyValid());
    }
}

TEST(Review, moreThanACycleLateLeavesTheCertificationOverdue)
{
    ReviewLog log(kDue, kCycle);
    const Date today = 2027y / std::chrono::January / 20;
    ASSERT_TRUE(log.record(signedOn(today), today));
    EXPECT_EQ(log.standing(today).state, ReviewState::Overdue);
    ASSERT_TRUE(log.record(signedOn(today), today));
    EXPECT_EQ(log.standing(today).state, ReviewState::Current);
    EXPECT_EQ(log.nextReview(), 2027y / std::chrono::July / 19);
}

TEST(Review, thatDoesNotApproveMovesTheDateAndIsNotSimplyValid)
{
    ReviewLog log(kDue, kCycle);
    ASSERT_TRUE(log.record(signedOn(kDue, false), kDue));
    const auto standing = log.standing(kDue);
    EXPECT_EQ(standing.state, ReviewState::Current);
    EXPECT_TRUE(standing.wasRejected);
    EXPECT_FALSE(standing.isSimplyValid());
    ASSERT_TRUE(log.record(signedOn(kDue), kDue));
    EXPECT_TRUE(log.standing(kDue).isSimplyValid());
}

TEST(Review, cyclesMeanTheLastDayOfMonthsThatAreTooShort)
{
    ReviewLog log(2027y / std::chrono::August / 31, kCycle);
    const Date today = 2030y / std::chrono::January / 1;
    for (const auto& due :
        { Date(2028y / std::chrono::February / 29), Date(2028y / std::chrono::August / 31),
            Date(2029y / std::chrono::February / 28), Date(2029y / std::chrono::August / 31) }) {
        ASSERT_TRUE(log.record(signedOn(today), today));
        EXPECT_EQ(log.nextReview(), due);
    }
}

TEST(Review, needsANameAMeaningAndADayThatHasCome)
{
    ReviewLog log(kDue, kCycle);
    auto review = signedOn(kDue);
    review.reviewer.clear();
    EXPECT_FALSE(log.record(review, kDue));
    review = signedOn(kDue);
    review.meaning.clear();
    EXPECT_FALSE(log.record(review, kDue));
    EXPECT_FALSE(log.record(signedOn(dayFrom(kDue, 1)), kDue));
    ASSERT_TRUE(log.record(signedOn(kDue), kDue));
    EXPECT_FALSE(log.record(signedOn(dayFrom(kDue, -1)), kDue));
    EXPECT_EQ(log.reviews().size(), 1U);
}

TEST(Review, yieldsItsAuditRecordBeforeItCounts)
{
    const ReviewLog log(kDue, kCycle);
    const auto draft = *log.draft(signedOn(kDue), kDue);
    EXPECT_TRUE(log.reviews().empty());
    const auto text = ReviewLog::auditText(draft);
    EXPECT_EQ(text.action, "certification.review");
    EXPECT_EQ(text.subject, "review due 2026-07-19");
    EXPECT_EQ(text.oldValue, "next review 2026-07-19");
    EXPECT_EQ(text.newValue,
        "approved by Ashmit_Pandey on 2026-07-19 (reviewed as owner), next review 2027-01-19: "
        "limits hold ["
            + draft.hash + "]");
    auto same = log;
    EXPECT_EQ(*same.record(signedOn(kDue), kDue), draft);
}

TEST(ReviewLog, isReadBackExactlyAndNoEarlierReviewCanBeRewritten)
{
    ReviewLog log(kDue, kCycle);
    auto review = signedOn(kDue);
    review.note = "tab\there, line\nthere, \\t and \\\\, \r";
    ASSERT_TRUE(log.record(review, kDue));
    ASSERT_TRUE(log.record(signedOn(dayFrom(kDue, 3), false), dayFrom(kDue, 3)));
    ASSERT_TRUE(log.record(signedOn(dayFrom(kDue, 9)), dayFrom(kDue, 9)));
    const auto text = log.serialise();
    EXPECT_EQ(ReviewLog::parse(text, kDue, kCycle)->reviews(), log.reviews());
    EXPECT_TRUE(ReviewLog::parse("", kDue, kCycle)->reviews().empty());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto edited = text;
        edited[i] = static_cast<char>(edited[i] ^ 1);
        const auto parsed = ReviewLog::parse(edited, kDue, kCycle);
        ASSERT_FALSE(parsed) << i;
        EXPECT_EQ(parsed.error().code, ErrorCode::Damaged);
        EXPECT_FALSE(ReviewLog::parse(text.substr(0, i), kDue, kCycle).has_value() && i > 0
            && text[i - 1] != '\n');
    }
    const auto second = text.find('\n') + 1;
    EXPECT_FALSE(ReviewLog::parse(text.substr(second), kDue, kCycle));
}

}  // namespace
}  // namespace headroom
