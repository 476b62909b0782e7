#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts what curl shows of a running service into README.md, between its transcript markers: starts
# a headroomd on a free port with an empty state folder, asks, and writes down the answers as they
# came, cut to the keys that fit a page.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
daemon=${1:-$root/build/release/bin/headroomd}
scratch=$(mktemp -d)

"$daemon" --state-dir "$scratch/state" --listen 127.0.0.1:0 >"$scratch/ready" 2>"$scratch/log" &
service=$!
trap 'kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for ((n = 0; n < 100; ++n)); do
    [ -s "$scratch/ready" ] && break
    sleep 0.1
done
url=$(sed -n 's/^headroomd: listening on //p' "$scratch/ready")
[ -n "$url" ] || {
    cat "$scratch/log" >&2
    exit 1
}

# A tick or two, so that what was told is seen.
tell() {
    curl -sf -o /dev/null -X POST "$url/api/v1/observations" -H 'Content-Type: application/json' -d "$1"
    sleep 0.3
}

# show ARGUMENT…: the command as a reader would type it, and the start of its answer.
show() {
    local answer
    answer=$(curl -s "$@")
    printf '$ curl -s'
    local argument
    for argument in "$@"; do
        argument=${argument/$url/http://127.0.0.1:8000}
        case "$argument" in
        *[\?\&\ ]*) printf " '%s'" "$argument" ;;
        *) printf ' %s' "$argument" ;;
        esac
    done
    printf '\n'
    # Lines of whole members; long answers end in …
    printf '%s' "$answer" | awk -v RS=',"' -v ORS='' '
        { part = NR == 1 ? $0 : ",\"" $0 }
        length(line part) > 130 { print line ",\n"; count++; line = ""; sub(/^,/, "", part) }
        count == 6 { print "…"; cut = 1; exit }
        { line = line part }
        END { if (!cut) print line }'
    printf '\n\n'
}

{
    printf '```console\n'
    tell '{"used_bytes": 536870912000, "artifact_count": 40000}'
    show "$url/metrics/scale-status"
    show "$url/metrics/storage-capacity?used_gb=750"
    show "$url/metrics/storage-capacity?used_gb=950"
    show "$url/governance/scale/certification"
    tell '{"used_bytes": 1020054732800}'
    show "$url/metrics/alerts"
    show -X POST "$url/metrics/record-query-latency?latency_ms=42.5"
    show "$url/metrics/query-performance"
    printf '```\n'
} >"$scratch/transcripts"

awk -v file="$scratch/transcripts" '
    /^<!-- transcripts -->$/ { print; while ((getline line < file) > 0) print line; skip = 1; next }
    /^<!-- \/transcripts -->$/ { skip = 0 }
    !skip { print }
' "$root/README.md" >"$scratch/README.md"
cat "$scratch/README.md" >"$root/README.md"
