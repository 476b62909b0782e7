#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds a release and opens the dashboard; arguments go to headroom.
# Without a display it runs off-screen for 15 seconds and leaves a picture of the wall.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/packaging/setup.sh"

# True when the arguments ask for something that ends by itself and opens no window.
needsNoDisplay() {
    local argument
    for argument in "$@"; do
        case "$argument" in
        --screenshot | --screenshot=* | -h | --help | --version) return 0 ;;
        esac
    done
    return 1
}

hasDisplay() {
    case "${QT_QPA_PLATFORM:-}" in
    offscreen* | minimal*) return 1 ;;
    ?*) return 0 ;; # linuxfb, eglfs, vnc: somebody who chose one has a screen
    esac
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

setUp headroom headroomd >&2 # standard output is headroom's
if ! hasDisplay && ! needsNoDisplay "$@"; then
    say "no display: running off-screen for 15 seconds; the wall will be in $PWD/headroom-wall.png"
    case " $* " in
    *" --wall "*) ;;
    *) set -- --wall "$@" ;;
    esac
    set -- "$@" --screenshot headroom-wall.png --after 15
fi
exec "$build/bin/headroom" --no-welcome "$@"
