# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A fleet as OpenMetrics text for `promtool tsdb create-blocks-from openmetrics`.
#   awk -v count=10000 -v from=UNIX_SECONDS -v to=UNIX_SECONDS -v step=120 -f fleet_openmetrics.awk
# Two in a hundred are RED, four ORANGE, eight YELLOW, one does not answer, the others are GREEN.
function series(family, labels, value,    at) {
    for (at = from; at <= to; at += step) {
        printf "%s{%s} %s %d\n", family, labels, value, at
    }
}
function levelOf(i,    part) {
    part = i % 100
    return part < 2 ? 3 : part < 6 ? 2 : part < 14 ? 1 : part == 14 ? -1 : 0
}
function isDown(i) { return levelOf(i) < 0 }
function identity(i) { return sprintf("instance=\"depot-%05d.example:8443\",job=\"headroom\"", i) }
# Share of a limit in use: the fullest one has what its level means, the others less.
function used(i, limit,    level, share) {
    level = levelOf(i)
    share = (i * 7919 + limit * 104729) % 1000 / 1000
    if (limit == i % 6) {
        return level == 3 ? 1 + 0.1 * share : level == 2 ? 0.9 + 0.09 * share : level == 1 ? 0.7 + 0.2 * share : 0.2 + 0.49 * share
    }
    return 0.05 + 0.4 * share
}
BEGIN {
    split("concurrent_writes total_storage write_throughput query_response artifact_size artifact_count", limits, " ")
    print "# TYPE up gauge"
    for (i = 0; i < count; ++i) series("up", identity(i), isDown(i) ? 0 : 1)
    print "# TYPE headroom:level gauge"
    for (i = 0; i < count; ++i) if (!isDown(i)) series("headroom:level", identity(i), levelOf(i))
    print "# TYPE headroom:headroom_ratio gauge"
    for (i = 0; i < count; ++i) {
        for (l = 1; l <= 6 && !isDown(i); ++l) {
            series("headroom:headroom_ratio", identity(i) ",limit=\"" limits[l] "\"", sprintf("%.4f", 1 - used(i, l - 1)))
        }
    }
    print "# TYPE headroom:rank gauge"
    for (i = 0; i < count; ++i) {
        series("headroom:rank", identity(i), isDown(i) ? 0.5 : sprintf("%.6f", levelOf(i) + 0.125 * used(i, i % 6)))
    }
    print "# TYPE headroom:rank_count gauge"
    for (i = 0; i < count; ++i) ++counts[isDown(i) ? 4 : int(8 * (levelOf(i) + 0.125 * used(i, i % 6)))]
    for (e in counts) series("headroom:rank_count", "job=\"headroom\",eighths=\"" e "\"", counts[e])
    print "# EOF"
}
