#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the dashboard costs: start to the first painted frame, resident memory after 30 seconds, and
# CPU at rest on the wall. Off-screen, and under Xvfb when that is installed.
#   tests/bench/bench_dashboard.sh [RUNS [REST_SECONDS [BINARY]]]     (7, 30, build/release/bin/headroom)
# The workload is off. Exit 1 when a figure is over its target.
set -euo pipefail
runs=${1:-7}
rest=${2:-30}
binary=${3:-$(dirname "${BASH_SOURCE[0]}")/../../build/release/bin/headroom}
[ -x "$binary" ] || {
    echo "bench_dashboard: no $binary; run ./run.sh --version first" >&2
    exit 2
}
settle=30
scratch=$(mktemp -d)
dashboard='' server='' missed=0
# endProcess PID: and waits for it, so that nothing of one run is left in the next.
endProcess() {
    if [ -n "$1" ]; then
        kill "$1" 2>/dev/null || true
        wait "$1" 2>/dev/null || true
    fi
}
trap 'endProcess "$dashboard"; endProcess "$server"; rm -rf "$scratch"' EXIT

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
microseconds() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }

# report NAME VALUE UNIT TARGET
report() {
    local verdict=within
    awk -v value="$2" -v target="$4" 'BEGIN { exit !(value > target) }' && verdict=OVER missed=1
    printf '%-44s %9s %-6s target %s: %s\n' "$1" "$2" "$3" "$4" "$verdict"
}

# start PLATFORM: launches the wall and waits until it says that it has painted; the outside view,
# from before the process exists to the line, goes to $outside, its own figure to $inside.
start() {
    mkdir -p "$scratch/state"
    mkfifo "$scratch/said"
    local before line=''
    before=$(microseconds)
    HEADROOM_TIMING=1 QT_QPA_PLATFORM=$1 LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$scratch" "$binary" --wall --size 1920x1080 \
        --workload off --state-dir "$scratch/state" >"$scratch/said" 2>&1 &
    dashboard=$!
    exec 8<"$scratch/said"
    while IFS= read -r -t 30 -u 8 line; do
        case "$line" in *"first frame after "*) break ;; esac
        echo "  $line" >&2
    done
    outside=$((($(microseconds) - before) / 1000))
    rm "$scratch/said"
    inside=${line##*first frame after }
    inside=${inside%% *}
    [ -n "$inside" ] || {
        echo "bench_dashboard: headroom never said \"first frame after\"" >&2
        exit 2
    }
}

stop() {
    endProcess "$dashboard"
    dashboard=''
    exec 8<&-
}

# Time in user and system mode, in ticks of the clock; the name in field 2 may hold blanks.
ticks() { sed 's/.*) //' "/proc/$dashboard/stat" | awk '{ print $12 + $13 }'; }

measure() {
    local platform=$1 frames='' outsides='' inside outside run
    for ((run = 0; run < runs; ++run)); do
        start "$platform"
        stop
        frames+="$inside"$'\n' outsides+="$outside"$'\n'
    done
    report "$platform: process start to first frame" "$(printf %s "$outsides" | median)" ms 150
    report "$platform: the same by its own clock" "$(printf %s "$frames" | median)" ms 150

    start "$platform"
    sleep "$settle"
    local resident before after
    resident=$(awk '/^VmRSS:/ { printf "%.1f", $2 / 1024 }' "/proc/$dashboard/status")
    before=$(ticks)
    sleep "$rest"
    after=$(ticks)
    stop
    report "$platform: resident after $settle s" "$resident" MB 80
    report "$platform: CPU at rest over $rest s" "$(awk -v ticks=$((after - before)) \
        -v hertz="$(getconf CLK_TCK)" -v seconds="$rest" \
        'BEGIN { printf "%.2f", 100 * ticks / hertz / seconds }')" '%core' 1
}

printf '# %s, %s cores, load %s, median of %s starts\n' \
    "$("$binary" --version 2>/dev/null | head -1)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$runs"
measure offscreen
if command -v Xvfb >/dev/null; then
    mkfifo "$scratch/display"
    Xvfb -displayfd 7 -screen 0 1920x1080x24 -nolisten tcp 7>"$scratch/display" 2>/dev/null &
    server=$!
    read -r -t 20 number <"$scratch/display"
    export DISPLAY=":$number"
    measure xcb
else
    echo "xcb: not measured, Xvfb is not installed"
fi
exit "$missed"
