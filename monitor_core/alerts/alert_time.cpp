// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_time.h"

#include <algorithm>

namespace headroom {

namespace {

using std::chrono::nanoseconds;

bool isSameBoot(const TimeMark& mark, const std::string& bootId)
{
    return !bootId.empty() && mark.bootId == bootId;
}

}  // namespace

nanoseconds passedSince(const TimeMark& mark, const Moment& now, const std::string& bootId)
{
    if (isSameBoot(mark, bootId)) {
        return std::max(nanoseconds(0), now.steady - mark.moment.steady);
    }
    const auto off = now.utc - mark.moment.utc;
    return off >= nanoseconds(0) && off <= kLongestBelievedOutage ? off : nanoseconds(0);
}

TimeMark moved(const TimeMark& mark, const Moment& now, const std::string& bootId)
{
    return { mark.at + passedSince(mark, now, bootId), now, bootId };
}

nanoseconds wallClockStep(const TimeMark& mark, const Moment& now, const std::string& bootId)
{
    if (!isSameBoot(mark, bootId)) {
        return nanoseconds(0);
    }
    return (now.utc - mark.moment.utc) - (now.steady - mark.moment.steady);
}

}  // namespace headroom
