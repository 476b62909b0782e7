# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What run.sh and test.sh share: from a bare Debian 12 to a release build in build/release. Sourced
# with `root` set to the top of the tree; works from any folder, also from one with spaces.

# The reason for each is in docs/design.md, "What we build on". Real names only: dpkg does not find
# virtual ones, and a start that finds everything must ask for no rights.
packages=(
    g++ cmake ninja-build
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-wayland fonts-inter
    qtkeychain-qt6-dev libsecret-1-0 qt6-l10n-tools qt6-translations-l10n
    libboost1.81-dev libboost-json1.81-dev libcli11-dev
    libsqlite3-dev libssl-dev libxxhash-dev libcurl4-openssl-dev
    libspdlog-dev libsystemd-dev libpq-dev
    libgtest-dev python3
)
# What only tests need: test.sh adds them. The server's package starts one of its own on loopback;
# the tests start others.
testPackages=(postgresql-15 poppler-utils python3-fastapi)
build="${root:?must be set to the top of the tree}/build/release"

say() { printf '%s\n' "headroom: $*" >&2; }
die() {
    say "$@"
    exit 1
}

# A bare Debian runs in the POSIX locale, where Qt warns and file names are not UTF-8.
useUtf8() {
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

missingPackages() {
    local package
    for package in "${packages[@]}"; do
        case "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null)" in
        ii* | hi*) ;;
        *) printf '%s\n' "$package" ;;
        esac
    done
}

# aptAsRoot ARGUMENT…: apt-get with the rights that it needs.
aptAsRoot() {
    local asRoot=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || return 1
        asRoot=(sudo)
    fi
    "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

updatePackageLists() {
    aptAsRoot update || die "apt-get update failed; are the network and the rights there?"
}

installMissingPackages() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is not a Debian: going on with what is installed (needed: ${packages[*]})"
        return
    fi
    local missing=()
    mapfile -t missing < <(missingPackages)
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        die "packages are missing and there is neither root nor sudo; as root, run:" \
            "apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "installing ${missing[*]}"
    updatePackageLists
    aptAsRoot install -y --no-install-recommends "${missing[@]}" \
        || die "apt-get could not install: ${missing[*]}"
}

# As many jobs as there are cores and as memory allows: the heaviest of our files takes 1.5 GB.
buildJobs() {
    local cores memory limit
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null || true)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || true)
    case "$limit" in
    '' | max) ;;
    *) [ $((limit / 1048576)) -ge "${memory:-0}" ] || memory=$((limit / 1048576)) ;;
    esac
    local jobs=$((${memory:-1536} / 1536))
    [ "$jobs" -le "$cores" ] || jobs=$cores
    [ "$jobs" -ge 1 ] || jobs=1
    printf '%s\n' "$jobs"
}

# Configures when something that ninja does not watch has changed: the presets, this file, the
# compiler cache, the place of the tree.
configureRelease() {
    local launcher wanted
    launcher=$(command -v ccache || true)
    wanted="$(cat "$root/CMakePresets.json" "$root/packaging/setup.sh" | cksum) $launcher $root"
    if [ -f "$build/build.ninja" ] && [ "$(cat "$build/.configured" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    # --fresh: a cache made for another place or another compiler is an error to CMake. A warning
    # stops who works on the tree, not who wants to use it.
    (cd "$root" && cmake --preset release --fresh -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" \
        -DHEADROOM_PRECOMPILE=ON -DCMAKE_COMPILE_WARNING_AS_ERROR=OFF) \
        || die "configuring failed; the lines above say why"
    printf '%s\n' "$wanted" >"$build/.configured"
}

# setUp TARGET…: packages, configuration, and those of the targets that this tree has.
setUp() {
    useUtf8
    installMissingPackages
    mkdir -p "$build" 2>/dev/null || true
    [ -w "$build" ] || die "cannot write to $build: give it to $(id -un), or remove it"
    # Two starts at once take turns: ninja itself does not lock.
    exec 9>"$build/.lock"
    flock 9
    configureRelease
    ninja -C "$build" build.ninja >/dev/null # so that targets that a pull has brought are known
    local target known=()
    for target in "$@"; do
        if ninja -C "$build" -t query "$target" >/dev/null 2>&1; then
            known+=(--target "$target")
        fi
    done
    [ ${#known[@]} -gt 0 ] || die "this tree has none of the targets: $*"
    cmake --build "$build" --parallel "$(buildJobs)" "${known[@]}" \
        || die "the build failed; the first error above is the one to read"
    exec 9>&-
}
