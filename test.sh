#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds a release and runs every test; arguments go to ctest. The last
# lines and the exit code are CTest's own.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/packaging/setup.sh"

packages+=("${testPackages[@]}")
setUp all
"$root/packaging/tools.sh"
cd "$root"
exec ctest --preset release "$@"
