#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the texts that people read from the sources into resources/translations: new ones come in as
# unfinished, those that are gone are removed.
#   packaging/translations.sh           updates the files; then translate what is unfinished
#   packaging/translations.sh --check   changes nothing; fails if the files are behind the sources,
#                                       or if a text would be looked for in the wrong place
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
lupdate=$(command -v lupdate || command -v /usr/lib/qt6/bin/lupdate) || {
    echo "translations: lupdate is missing; Debian has it in qt6-l10n-tools" >&2
    exit 1
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Without line numbers, which would change with every edit of a source. English is there for its
# plural forms alone.
collect() { # FOLDER
    local common=(-silent -no-obsolete -disable-heuristic number -locations none -I . -source-language en)
    "$lupdate" "${common[@]}" -target-language en -pluralonly ui app/headroom -ts "$1/headroom_en.ts"
    "$lupdate" "${common[@]}" -target-language de ui app/headroom -ts "$1/headroom_de.ts"
}

cp resources/translations/headroom_*.ts "$scratch"
# What lupdate says is of texts that would never be found: a class without Q_OBJECT has its base's.
if ! collect "$scratch" >"$scratch/said" 2>&1 || [ -s "$scratch/said" ]; then
    cat "$scratch/said" >&2
    exit 1
fi
for file in headroom_en.ts headroom_de.ts; do
    if [ "${1:-}" = --check ]; then
        diff -u "resources/translations/$file" "$scratch/$file" || {
            echo "translations: $file is behind the sources; run packaging/translations.sh" >&2
            exit 1
        }
    else
        cp "$scratch/$file" resources/translations/
    fi
done
