#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The fleet page on a Prometheus with a made-up fleet: makes its database with promtool, starts the
# server of packaging/tools.sh on a free port of this machine, and runs bench_fleet.
#   tests/bench/bench_fleet.sh [DEPOSITORIES [REFRESHES [BINARY]]]  (10000, 20, build/release/bin/bench_fleet)
# Exit 1 when a figure is over its target.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
count=${1:-10000}
refreshes=${2:-20}
binary=${3:-$root/build/release/bin/bench_fleet}
programs="$root/build/tools/prometheus/usr/bin"
[ -x "$binary" ] || {
    echo "bench_fleet: no $binary; build the target bench_fleet of preset release first" >&2
    exit 2
}
"$root/packaging/tools.sh"
scratch=$(mktemp -d)
server=''
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT

now=$(date +%s)
awk -v count="$count" -v from=$((now - 60)) -v to=$((now + 600)) -v step=60 \
    -f "$here/fleet_openmetrics.awk" >"$scratch/fleet.om"
"$programs/promtool" tsdb create-blocks-from openmetrics "$scratch/fleet.om" "$scratch/data" >/dev/null
rm "$scratch/fleet.om"
echo 'global: {scrape_interval: 15s}' >"$scratch/prometheus.yml"

# The server cannot say which port it chose; free ones are tried until it stays up on one.
ready() { curl -fs --max-time 2 "http://127.0.0.1:$port/-/ready" >/dev/null 2>&1; }
for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    "$programs/prometheus" --config.file="$scratch/prometheus.yml" --storage.tsdb.path="$scratch/data" \
        --web.listen-address="127.0.0.1:$port" >"$scratch/prometheus.log" 2>&1 &
    server=$!
    for _ in $(seq 150); do
        kill -0 "$server" 2>/dev/null || break
        ! ready || break 2
        sleep 0.2
    done
    wait "$server" 2>/dev/null || true
    server=''
done
[ -n "$server" ] || {
    cat "$scratch/prometheus.log" >&2
    exit 2
}
printf '# %s cores, load %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$scratch" "$binary" "http://127.0.0.1:$port" "$refreshes"
