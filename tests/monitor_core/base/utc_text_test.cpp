// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/utc_text.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

SystemTime at(std::chrono::nanoseconds sinceEpoch) { return SystemTime(sinceEpoch); }

TEST(UtcText, writesMillisecondsAndZ)
{
    EXPECT_EQ(toUtcText(at(0ns)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(toUtcText(at(1'785'751'433'042'999'999ns)), "2026-08-03T10:03:53.042Z");
}

TEST(UtcText, cutsTowardsThePastAlsoBefore1970)
{
    EXPECT_EQ(toUtcText(at(-1ns)), "1969-12-31T23:59:59.999Z");
}

TEST(UtcText, readsWhatItWrites)
{
    for (const auto time :
        { at(0ns), at(-1ms), at(1'785'751'433'042ms), at(24h * 59), at(24h * 365 * 250) }) {
        EXPECT_EQ(parseUtcText(toUtcText(time)), time);
    }
}

TEST(UtcText, refusesEveryOtherForm)
{
    for (const auto* text :
        { "", "2026-08-03T10:03:53Z", "2026-08-03T10:03:53.000+00:00", "2026-08-03 10:03:53.000Z",
            "2026-02-29T10:03:53.000Z", "2026-13-01T10:03:53.000Z", "2026-08-03T24:00:00.000Z",
            "2026-08-03T10:60:00.000Z", "2026-08-03T10:03:60.000Z", "2026-08-03T10:03:5x.000Z",
            "1677-01-01T00:00:00.000Z", "2262-01-01T00:00:00.000Z", "2026-08-03T10:03:53.000Z " }) {
        EXPECT_FALSE(parseUtcText(text)) << text;
    }
}

TEST(UtcText, datesExistOrAreRefused)
{
    EXPECT_EQ(toDateText(*parseDateText("2024-02-29")), "2024-02-29");
    EXPECT_FALSE(parseDateText("2023-02-29"));
    EXPECT_FALSE(parseDateText("2024-2-29"));
    EXPECT_FALSE(parseDateText("2024-02-290"));
    EXPECT_EQ(toDateText(utcDate(at(-1ns))), "1969-12-31");
}

}  // namespace
}  // namespace headroom
