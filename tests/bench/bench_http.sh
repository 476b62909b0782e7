#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the service can take, beside nginx serving a file of the same size in the same run; the server
# on one core, wrk on the other. Needs wrk and nginx on the PATH (or their paths in WRK and NGINX).
#   tests/bench/bench_http.sh [ROUNDS [SECONDS [SERVER ARGUMENT…]]]
# (5, 5, build/bench/bin/bench_http_server). The server must say "listening on http://127.0.0.1:PORT"
# and let this machine read and ingest without a token: headroomd --listen 127.0.0.1:0 --state-dir DIR.
# On a busy machine look at the processor time of a request, which does not depend on the others.
set -euo pipefail
trap 'echo "bench_http: line $LINENO ended with $?" >&2' ERR
rounds=${1:-5}
seconds=${2:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=${PROGRAMS:-$here/../../build/bench/bin}
server=("${@:3}")
[ ${#server[@]} -gt 0 ] || server=("$programs/bench_http_server")
wrk=${WRK:-wrk}
nginx=${NGINX:-nginx}
for program in "$wrk" "$nginx" curl "${server[0]}" "$programs/bench_http_slow"; do
    command -v "$program" >/dev/null || {
        echo "bench_http: no $program" >&2
        exit 2
    }
done
scratch=$(mktemp -d)
serverPid='' nginxPid='' missed=0
finish() {
    if [ -n "$nginxPid" ]; then kill "$nginxPid" 2>/dev/null || true; fi
    if [ -n "$serverPid" ]; then
        kill "$serverPid" 2>/dev/null || true
        wait "$serverPid" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# report NAME VALUE UNIT (at least|at most) TARGET
report() {
    local verdict=within
    awk -v v="$2" -v how="$4" -v t="$5" 'BEGIN { exit !(how == "at least" ? v < t : v > t) }' && verdict=MISSED missed=1
    printf '%-52s %10s %-5s %s %s: %s\n' "$1" "$2" "$3" "$4" "$5" "$verdict"
}
# ticks PID: processor time in hundredths of a second.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
residentKb() { awk '/^VmRSS/ { print $2 }' "/proc/$1/status"; }
descriptors() { find "/proc/$1/fd" -mindepth 1 | wc -l; }

startServer() {
    taskset -c 0 "${server[@]}" >"$scratch/said" 2>&1 &
    serverPid=$!
    for _ in {1..200}; do
        # headroomd says it twice: in its own line, and in the log.
        url=$(sed -n '/listening on http/{s|.*listening on \(http://127.0.0.1:[0-9]*\).*|\1|p;q}' "$scratch/said")
        [ -z "$url" ] || return 0
        sleep 0.05
    done
    cat "$scratch/said" >&2
    echo "bench_http: the server never said where it listens" >&2
    exit 2
}

# A free port cannot be asked of nginx: the first of a few that it gets.
startNginx() {
    mkdir "$scratch/www"
    curl -sf "$url/metrics/scale-status" >"$scratch/www/status"
    for nginxPort in 18471 18472 18473 18474 18475; do
        cat >"$scratch/nginx.conf" <<EOF
worker_processes 1;
daemon off;
pid $scratch/nginx.pid;
error_log $scratch/nginx.log;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=10;
    default_type application/json;
    client_body_temp_path $scratch/t1;
    proxy_temp_path $scratch/t2;
    fastcgi_temp_path $scratch/t3;
    uwsgi_temp_path $scratch/t4;
    scgi_temp_path $scratch/t5;
    server { listen 127.0.0.1:$nginxPort; root $scratch/www; }
}
EOF
        chmod 755 "$scratch"
        taskset -c 0 "$nginx" -p "$scratch" -c "$scratch/nginx.conf" 2>/dev/null &
        nginxPid=$!
        for _ in {1..40}; do
            if curl -sf -o "$scratch/got" "http://127.0.0.1:$nginxPort/status" && cmp -s "$scratch/got" "$scratch/www/status"; then
                nginxWorker=$(cat "/proc/$nginxPid/task/$nginxPid/children")
                nginxWorker=${nginxWorker// /}
                return 0
            fi
            kill -0 "$nginxPid" 2>/dev/null || break
            sleep 0.05
        done
        kill "$nginxPid" 2>/dev/null || true
    done
    cat "$scratch/nginx.log" >&2 || true
    exit 2
}

# measure NAME PID ARGUMENT…: one run of wrk; appends a line "per second, p99 ms, µs of processor" to $scratch/NAME.
measure() {
    local before
    before=$(ticks "$2")
    taskset -c 1 "$wrk" -t1 -c32 "-d${seconds}s" --latency "${@:3}" >"$scratch/wrk"
    if grep -E 'Non-2xx|Socket errors' "$scratch/wrk" >&2; then
        echo "bench_http: $1 had errors" >&2
        missed=1
    fi
    awk -v name="$1" -v ticks="$(($(ticks "$2") - before))" '
        $1 == "99%" { p99 = $2 + 0; if ($2 ~ /us$/) p99 /= 1000; if ($2 ~ /[0-9]s$/) p99 *= 1000 }
        $2 == "requests" { count = $1 }
        $1 == "Requests/sec:" { rate = $2 }
        END { printf "%d %.3f %.2f\n", rate, p99, ticks * 10000 / count }' "$scratch/wrk" >>"$scratch/$1"
}
column() { awk -v n="$2" '{ print $n }' "$scratch/$1" | median; }

startServer
startNginx
cat >"$scratch/post.lua" <<'EOF'
wrk.method = "POST"
wrk.path = "/metrics/record-query-latency?latency_ms=42.5"
EOF
for _ in $(seq "$rounds"); do
    measure nginx "$nginxWorker" "http://127.0.0.1:$nginxPort/status"
    measure status "$serverPid" "$url/metrics/scale-status"
    measure post "$serverPid" -s "$scratch/post.lua" "$url"
done
echo "medians of $rounds rounds of $seconds s, 32 connections, $(wc -c <"$scratch/www/status") bytes; load $(cut -d' ' -f1 /proc/loadavg)"
for name in nginx status post; do
    printf '%-8s %9s /s   p99 %8s ms   %6s µs of processor a request\n' \
        "$name" "$(column $name 1)" "$(column $name 2)" "$(column $name 3)"
done
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
report "scale-status, times nginx (requests a second)" "$(ratio "$(column status 1)" "$(column nginx 1)")" x "at least" 1
report "scale-status, times nginx (by processor time)" "$(ratio "$(column nginx 3)" "$(column status 3)")" x "at least" 1
report "scale-status, p99" "$(column status 2)" ms "at most" 5
report "record-query-latency" "$(column post 1)" /s "at least" 20000

kill "$nginxPid"
nginxPid=''
port=${url##*:}
rssBefore=$(residentKb "$serverPid")
fdBefore=$(descriptors "$serverPid")
taskset -c 1 "$programs/bench_http_slow" "$port" 40 1000 200 >"$scratch/slow" &
slow=$!
rssMost=$rssBefore
while kill -0 "$slow" 2>/dev/null; do
    now=$(residentKb "$serverPid")
    [ "$now" -le "$rssMost" ] || rssMost=$now
    sleep 0.5
done
wait "$slow" || missed=1
sleep 2
value() { awk -v name="$1" '$1 == name { print $2 }' "$scratch/slow"; }
cat "$scratch/slow"
report "a healthy client among 1200 slow ones, p99" "$(value healthy_p99_ms)" ms "at most" 20
report "longest life of a dripping client" "$(value longest_drip_s)" s "at most" 15
report "longest life of a client that reads no events" "$(value longest_event_client_s)" s "at most" 15
report "of 200 such clients closed" "$(value event_clients_closed)" "" "at least" 200
report "memory grown by at most" "$(((rssMost - rssBefore) / 1024))" MiB "at most" 64
report "descriptors more than before" "$(($(descriptors "$serverPid") - fdBefore))" "" "at most" 0
exit "$missed"
