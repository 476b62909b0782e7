#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/nginx costs: the same nginx in front of the same static upstream, one server gated by
# headroomd and one not, in turns. 100 requests in flight: 74 writes, whose latency is measured, and 26 reads;
# a hundred writes would pause the gate. Twice:
#   slow    each answer takes the upstream 100 ms, so that 100 in flight are the certified 1000/s
#   static  it answers at once: as many requests as the machine can take, both cores full
#   tests/bench/bench_nginx.sh [ROUNDS [SECONDS]]        (5, 5)
# Needs wrk, nginx (build/tools/nginx or NGINX) and a release build of headroomd (or HEADROOMD).
set -euo pipefail
trap 'echo "bench_nginx: line $LINENO ended with $?" >&2' ERR
rounds=${1:-5}
seconds=${2:-5}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
headroomd=${HEADROOMD:-$root/build/release/bin/headroomd}
nginx=${NGINX:-$root/build/tools/nginx/usr/sbin/nginx}
wrk=${WRK:-wrk}
for program in "$wrk" "$nginx" "$headroomd" curl; do
    command -v "$program" >/dev/null || {
        echo "bench_nginx: no $program" >&2
        exit 2
    }
done
scratch=$(mktemp -d)
pids=() missed=0
finish() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$scratch"
}
trap finish EXIT
chmod 755 "$scratch"

"$headroomd" --listen 127.0.0.1:0 --state-dir "$scratch/state" --syslog 127.0.0.1:0 \
    --connections-per-address 512 >"$scratch/said" 2>"$scratch/log" &
pids+=($!)
for _ in {1..200}; do
    [ ! -s "$scratch/said" ] || break
    sleep 0.05
done
service=$(sed -n 's|.*listening on http://||p' "$scratch/said")
syslog=$(sed -n 's|.*access log is taken on \([0-9.:]*\).*|\1|p' "$scratch/log")
[ -n "$service" ] && [ -n "$syslog" ] || {
    cat "$scratch/log" >&2
    exit 2
}

mkdir "$scratch/www"
head -c 1001 /dev/zero | tr '\0' x >"$scratch/www/slow"
printf 'ok' >"$scratch/www/static"
sed "s/127.0.0.1:8000/$service/" "$root/packaging/nginx/headroom.conf" >"$scratch/headroom.conf"
sed "s/127.0.0.1:8514/$syslog/" "$root/packaging/nginx/headroom-location.conf" >"$scratch/headroom-location.conf"
cp "$root/packaging/nginx/headroom-server.conf" "$scratch"
for base in 18510 18520 18530 18540 18550; do
    cat >"$scratch/nginx.conf" <<EOF
worker_processes 2;
daemon off;
pid $scratch/nginx.pid;
$([ "$(id -u)" -ne 0 ] || echo "user root root;")
events { worker_connections 4096; }
http {
    access_log off;
    keepalive_requests 1000000000;
    client_body_temp_path $scratch/t1; proxy_temp_path $scratch/t2; fastcgi_temp_path $scratch/t3;
    uwsgi_temp_path $scratch/t4; scgi_temp_path $scratch/t5;
    include headroom.conf;
    upstream depository { server 127.0.0.1:$base; keepalive 128; keepalive_requests 1000000000; }
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    server {
        listen 127.0.0.1:$base;
        root $scratch/www;
        error_page 405 =200 \$uri;
        location = /static { }
        location = /slow {
            sendfile on;
            sendfile_max_chunk 1000;
            limit_rate 10000;
        }
    }
    server {
        listen 127.0.0.1:$((base + 1));
        location / { proxy_pass http://depository; }
    }
    server {
        listen 127.0.0.1:$((base + 2));
        include headroom-server.conf;
        location / { include headroom-location.conf; proxy_pass http://depository; }
    }
}
EOF
    "$nginx" -p "$scratch" -c "$scratch/nginx.conf" -e "$scratch/nginx.log" 2>/dev/null &
    nginxPid=$!
    for _ in {1..40}; do
        if [ "$(curl -s "http://127.0.0.1:$((base + 2))/static" || true)" = ok ]; then break 2; fi
        kill -0 "$nginxPid" 2>/dev/null || continue 2
        sleep 0.05
    done
    kill "$nginxPid" 2>/dev/null || true
done
pids+=("$nginxPid")
[ "$(curl -s -d x "http://127.0.0.1:$((base + 2))/static")" = ok ] || {
    cat "$scratch/nginx.log" >&2
    exit 2
}

printf 'wrk.method = "POST"\nwrk.body = string.rep("x", 200)\n' >"$scratch/post.lua"
# measure NAME PORT PATH: appends "p50 ms, p99 ms, writes a second" to $scratch/NAME.
measure() {
    "$wrk" -t1 -c26 "-d${seconds}s" "http://127.0.0.1:$2/$3" >"$scratch/readers" &
    local readers=$!
    "$wrk" -t1 -c74 "-d${seconds}s" --latency -s "$scratch/post.lua" "http://127.0.0.1:$2/$3" >"$scratch/writers"
    wait "$readers"
    if grep -E 'Non-2xx|Socket errors' "$scratch/writers" "$scratch/readers" >&2; then
        echo "bench_nginx: $1 had errors" >&2
        missed=1
    fi
    awk 'function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
        $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } $1 == "Requests/sec:" { rate = $2 }
        END { printf "%.3f %.3f %d\n", p50, p99, rate }' "$scratch/writers" >>"$scratch/$1"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
column() { awk -v n="$2" '{ print $n }' "$scratch/$1" | median; }

for _ in $(seq "$rounds"); do
    for kind in slow static; do
        measure "$kind-without" $((base + 1)) $kind
        measure "$kind-with" $((base + 2)) $kind
    done
done
echo "medians of $rounds rounds of $seconds s, 74 writes and 26 reads in flight; load $(cut -d' ' -f1 /proc/loadavg)"
for name in slow-without slow-with static-without static-with; do
    printf '%-16s p50 %8s ms   p99 %8s ms   %7s writes/s\n' "$name" "$(column $name 1)" "$(column $name 2)" "$(column $name 3)"
done
for kind in slow static; do
    added=$(awk -v a="$(column $kind-with 1)" -v b="$(column $kind-without 1)" 'BEGIN { printf "%.3f", a - b }')
    verdict=within
    awk -v v="$added" 'BEGIN { exit !(v > 0.5) }' && verdict=MISSED missed=1
    printf '%-40s %8s ms, at most 0.5: %s\n' "$kind: added to a write, p50" "$added" "$verdict"
done
sleep 1 # the last lines
curl -s "http://$service/metrics" | grep -E '^headroom_(proxy_lines|gate_leases_expired|gate_writes_(admitted|refused))'
exit "$missed"
