#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-tidy over the sources that differ from a branch, or over all:
#   packaging/tidy.sh [--all | --since REF | FILE…]     (REF: main)
# Needs the Debian package clang-tidy and a built dev preset (headers that moc makes).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/dev
[ -f "$build/compile_commands.json" ] || cmake --preset dev

case "${1:-}" in
--all) mapfile -t files < <(git ls-files '*.cpp') ;;
--since | '')
    base=$(git merge-base "${2:-main}" HEAD)
    mapfile -t files < <(
        git diff --name-only --diff-filter=d "$base" -- '*.cpp'
        git ls-files --others --exclude-standard -- '*.cpp'
    )
    ;;
*) files=("$@") ;;
esac

# Only what the configured targets compile has flags to check it with.
checked=()
for file in "${files[@]}"; do
    if grep -qF "\"$PWD/$file\"" "$build/compile_commands.json"; then
        checked+=("$file")
    else
        echo "tidy: $file is in no target of $build; not checked" >&2
    fi
done
if [ ${#checked[@]} -eq 0 ]; then
    echo "tidy: nothing to check" >&2
    exit 0
fi
printf '%s\0' "${checked[@]}" \
    | xargs -0 -n 1 -P "${JOBS:-$(nproc)}" clang-tidy --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option
