#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Renders the pictures that README.md shows into docs/pictures/ and puts them between its two
# markers: what the release build really paints, on readings that it really measured. Needs no
# display. Usage: packaging/screenshots.sh [HEADROOM=build/release/bin/headroom]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
binary=${1:-build/release/bin/headroom}
[ -x "$binary" ] || {
    echo "screenshots: no $binary; run ./run.sh --version first" >&2
    exit 2
}
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT

language=en
# picture NAME ARGUMENTS…: long enough after the start that every window holds samples.
picture() {
    local name=$1
    shift
    rm -rf "${state:?}"/*
    "$binary" --language "$language" --state-dir "$state" --screenshot "docs/pictures/$name.png" --after 15 "$@"
    echo "docs/pictures/$name.png"
}

mkdir -p docs/pictures
picture wall-dark --wall --theme dark --size 1920x1080
picture wall-light --wall --theme light --size 1920x1080
picture overview-dark --page overview --theme dark --size 1440x900
picture overview-light --page overview --theme light --size 1440x900
picture alerts-dark --page alerts --theme dark --size 1440x900 --workload writers=130
picture alerts-light --page alerts --theme light --size 1440x900 --workload writers=130
picture trends-dark --page trends --theme dark --size 1440x900
picture certification-light --page certification --theme light --size 1440x900
picture certification-dark --page certification --theme dark --size 1440x900
picture simulator-dark --page simulator --theme dark --size 1920x1080
picture thresholds-dark --page thresholds --theme dark --size 1440x900
picture sources-dark --page sources --theme dark --size 1440x900
picture preferences-light --page preferences --theme light --size 1440x900
language=de
picture overview-german --page overview --theme dark --size 1440x900
language=en
picture welcome-dark --page welcome --theme dark --size 1440x900

shown=$(
    echo '![The wall](docs/pictures/wall-dark.png)'
    echo
    echo '[Wall, light](docs/pictures/wall-light.png) ·' \
        '[overview, dark](docs/pictures/overview-dark.png) ·' \
        '[overview, light](docs/pictures/overview-light.png) ·' \
        '[alerts, dark](docs/pictures/alerts-dark.png) ·' \
        '[alerts, light](docs/pictures/alerts-light.png) ·' \
        '[trends](docs/pictures/trends-dark.png) ·' \
        '[certification](docs/pictures/certification-light.png) ·' \
        '[simulator](docs/pictures/simulator-dark.png) ·' \
        '[thresholds](docs/pictures/thresholds-dark.png) ·' \
        '[sources](docs/pictures/sources-dark.png) ·' \
        '[preferences](docs/pictures/preferences-light.png) ·' \
        '[in German](docs/pictures/overview-german.png) ·' \
        '[welcome](docs/pictures/welcome-dark.png)'
)
awk -v shown="$shown" '
    /^<!-- \/pictures -->$/ { inside = 0 }
    !inside { print }
    /^<!-- pictures -->$/ { inside = 1; print shown }' README.md >"$state/README.md"
cat "$state/README.md" >README.md
