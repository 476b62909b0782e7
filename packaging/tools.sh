#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts a real Alertmanager where its test looks for it: build/tools/alertmanager. Debian's package is
# unpacked and not installed, because installing it would start its service on this machine and have
# it listen on all addresses. Prints nothing and returns at once when it is there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/packaging/setup.sh"

package=prometheus-alertmanager
target="$root/build/tools/alertmanager"
program="usr/bin/$package"

download() {
    local options=()
    # apt would drop to _apt, who may have no right to our folder.
    [ "$(id -u)" -ne 0 ] || options=(-o APT::Sandbox::User=root)
    (cd "$1" && apt-get -q "${options[@]}" download "$package")
}

[ ! -x "$target/$program" ] || exit 0
command -v apt-get dpkg-deb >/dev/null \
    || die "this is not a Debian: put Alertmanager's program at $target/$program"
mkdir -p "$root/build/tools"
# Beside the target, so that moving it is one step and an interrupted start leaves no half of it.
scratch=$(mktemp -d "$root/build/tools/alertmanager.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
say "unpacking $package for its test; it is neither installed nor started"
if ! download "$scratch"; then
    updatePackageLists # a fresh Debian has none
    download "$scratch" || die "apt-get could not download $package"
fi
dpkg-deb -x "$scratch"/*.deb "$scratch/unpacked"
# Debian's build finds its templates at one fixed place. The copy looks for them from its own folder,
# where its test starts it; both paths are 34 bytes long.
LC_ALL=C sed -i 's|/usr/share/prometheus/alertmanager|../share//prometheus//alertmanager|g' \
    "$scratch/unpacked/$program"
rm -rf "$target"
mv "$scratch/unpacked" "$target"
