// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a fuzzer starts from, and everything one small step away from it. Not a campaign: that runs
// for hours (docs/ROBUSTNESS.md).
#include "tests/fuzz/targets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace headroom::fuzz {
namespace {

/// So that a test is named after it, and not after its address.
struct Row {
    const Target* target;
    friend void PrintTo(const Row& row, std::ostream* out) { *out << row.target->name; }
};

class Replay : public testing::TestWithParam<Row> {
protected:
    /// A copy of its own on the heap, so that a sanitizer sees a byte too many.
    void run(std::string_view bytes)
    {
        const std::vector<char> own(bytes.begin(), bytes.end());
        try {
            GetParam().target->run({ own.data(), own.size() });
        } catch (const std::exception& broken) {
            FAIL() << broken.what() << ": " << testing::PrintToString(std::string(bytes));
        }
    }
};

TEST_P(Replay, keepsItsPromisesOnWhatItIsMeantToRead)
{
    for (const auto& seed : GetParam().target->seeds()) {
        ASSERT_NO_FATAL_FAILURE(run(seed));
    }
}

TEST_P(Replay, keepsThemWhereverTheInputEnds)
{
    for (const auto& seed : GetParam().target->seeds()) {
        const auto most = std::min<std::size_t>(seed.size(), 1200);
        for (std::size_t size = 0; size < most; ++size) {
            ASSERT_NO_FATAL_FAILURE(run(std::string_view(seed).substr(0, size)));
        }
    }
}

TEST_P(Replay, keepsThemWhicheverByteIsAnother)
{
    constexpr std::string_view kBytes("\0\n\r\t \"%&-.,:0<[{\x7F\x80\xC0\xED\xFF", 20);
    for (auto seed : GetParam().target->seeds()) {
        const auto most = std::min<std::size_t>(seed.size(), 500);
        for (std::size_t at = 0; at < most; ++at) {
            const char was = seed[at];
            for (const char other : kBytes) {
                seed[at] = other;
                ASSERT_NO_FATAL_FAILURE(run(seed));
            }
            seed[at] = was;
        }
    }
}

TEST_P(Replay, keepsThemWhenTwoInputsBecomeOne)
{
    for (const auto& first : GetParam().target->seeds()) {
        for (const auto& second : GetParam().target->seeds()) {
            ASSERT_NO_FATAL_FAILURE(run(first + second));
            ASSERT_NO_FATAL_FAILURE(run(first.substr(0, first.size() / 2) + second));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Parsers, Replay,
    testing::Values(Row { &kHttpHead }, Row { &kJsonBody }, Row { &kProxyLine }),
    [](const auto& row) { return std::string(row.param.target->name); });

}  // namespace
}  // namespace headroom::fuzz
