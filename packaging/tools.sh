#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts the programs that our tests check us against where the tests look for them: a real
# Alertmanager in build/tools/alertmanager, a real Prometheus with its promtool in
# build/tools/prometheus. Debian's packages are unpacked and not installed, because installing them
# would start their services on this machine and have them listen on all addresses. Prints nothing
# and returns at once when they are there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/packaging/setup.sh"

tools="$root/build/tools"
scratch=
trap '[ -z "$scratch" ] || rm -rf "$scratch"' EXIT

# download PACKAGE FOLDER
download() {
    local options=()
    # apt would drop to _apt, who may have no right to our folder.
    [ "$(id -u)" -ne 0 ] || options=(-o APT::Sandbox::User=root)
    (cd "$2" && apt-get -q "${options[@]}" download "$1")
}

# unpack PACKAGE NAME PROGRAM PREPARE: build/tools/NAME with PROGRAM in it, once PREPARE has been
# called with the folder.
unpack() {
    local package=$1 target="$tools/$2" program=$3 prepare=$4
    [ ! -x "$target/$program" ] || return 0
    command -v apt-get dpkg-deb >/dev/null || die "this is not a Debian: put $target/$program there"
    mkdir -p "$tools"
    # Beside the target, so that moving it is one step and an interrupted start leaves no half of it.
    scratch=$(mktemp -d "$tools/$2.XXXXXX")
    say "unpacking $package for its test; it is neither installed nor started"
    if ! download "$package" "$scratch"; then
        updatePackageLists # a fresh Debian has none
        download "$package" "$scratch" || die "apt-get could not download $package"
    fi
    dpkg-deb -x "$scratch"/*.deb "$scratch/unpacked"
    "$prepare" "$scratch/unpacked"
    rm -rf "$target"
    mv "$scratch/unpacked" "$target"
    rm -rf "$scratch"
}

# Debian's build finds its templates at one fixed place. The copy looks for them from its own folder,
# where its test starts it; both paths are 34 bytes long.
moveTemplates() {
    LC_ALL=C sed -i 's|/usr/share/prometheus/alertmanager|../share//prometheus//alertmanager|g' \
        "$1/usr/bin/prometheus-alertmanager"
}

# The pages of the server, which nobody looks at here, stay behind.
keepPrograms() {
    rm -rf "${1:?}/etc" "${1:?}/lib" "${1:?}/usr/share" "${1:?}/var"
}

unpack prometheus-alertmanager alertmanager usr/bin/prometheus-alertmanager moveTemplates
# By the server: a tree that has only promtool is an older one.
unpack prometheus prometheus usr/bin/prometheus keepPrograms
