# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh: names what is needed, installs it where apt can, says each step in one line.
# Source it from the project's root; it defines functions only.

build_packages="cmake ninja-build g++ git qt6-base-dev qt6-charts-dev libqt6opengl6-dev libgl1-mesa-dev \
libxkbcommon-dev libvulkan-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev libxlsxwriter-dev \
qt6-translations-l10n libqt6sql6-sqlite qt6-wayland fonts-noto-core libsecret-1-0 ca-certificates dpkg-dev file"
test_packages="xvfb xauth xdotool xclip imagemagick dbus gnome-keyring libsecret-tools python3"
# The suite reads what is exported with LibreOffice where it is; that is too large to ask of everybody.
check_packages="clang-14 clang-tidy-14 clang-format-14 clazy libclang-rt-14-dev libreoffice-calc-nogui \
desktop-file-utils appstream shared-mime-info man-db lintian debootstrap zsh"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

name_packages_elsewhere() {
    say "No apt here. If the build stops, install what it needs:"
    say "  Fedora:   dnf install cmake ninja-build gcc-c++ qt6-qtbase-devel qt6-qtcharts-devel qt6-qtsvg-devel qt6-qttools-devel qtkeychain-qt6-devel libxlsxwriter-devel"
    say "  Arch:     pacman -S cmake ninja gcc qt6-base qt6-charts qt6-svg qt6-tools qtkeychain-qt6 libxlsxwriter"
    say "  Homebrew: brew install cmake ninja qt qtkeychain libxlsxwriter"
}

missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed \
            || printf '%s ' "$package"
    done
}

# install_packages NAME…: does nothing when all are there.
install_packages() {
    if ! command -v apt-get >/dev/null; then
        name_packages_elsewhere
        return 0
    fi
    local missing as_root=""
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null \
            || fail "These packages are missing: ${missing}- ask an administrator to run: apt-get install ${missing% }"
        as_root="sudo"
    fi
    say "Installing: ${missing% }"
    local log
    log=$(mktemp)
    # shellcheck disable=SC2086 # the lists are words
    if ! { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        fail "Could not install ${missing% }: 'apt-get install ${missing% }' failed, its last lines are above."
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]: configures when needed and builds.
build() {
    local preset=$1 log
    shift
    command -v cmake >/dev/null || fail "cmake is missing; install it and try again."
    log="build/$preset.log"
    mkdir -p build
    say "Configuring ($preset)"
    cmake --preset "$preset" >"$log" 2>&1 \
        || { tail -n 20 "$log" >&2; fail "'cmake --preset $preset' failed; the whole output is in $log."; }
    say "Building ($preset)"
    cmake --build --preset "$preset" ${1:+--target "$@"} >"$log" 2>&1 \
        || { grep -E 'error|FAILED' -A 5 "$log" | head -n 40 >&2
             fail "'cmake --build --preset $preset' failed; the whole output is in $log."; }
}
