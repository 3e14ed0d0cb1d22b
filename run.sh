#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")"
. packaging/setup.sh

usage() {
    cat <<'TEXT'
Usage: ./run.sh [--build-only] [--help] [ARGUMENTS…]
Installs what is missing, builds a release, and starts Emberline: on the demo as long as no
workspace is connected. ARGUMENTS go to the program, for example:
  ./run.sh render --workspace demo --out .    draw the demo's first view, without a display
  ./run.sh --lang fr --theme dark             the window in French, dark
  ./run.sh -- --help                          what the program itself understands
TEXT
}

build_only=no
while [ $# -gt 0 ]; do
    case "$1" in
    --help) usage; exit 0 ;;
    --build-only) build_only=yes; shift ;;
    --) shift; break ;;
    *) break ;;
    esac
done

program=build/release/ui/emberline
up_to_date() {
    [ -x "$program" ] && [ -z "$(find CMakeLists.txt CMakePresets.json app ui resources translations \
        -newer "$program" -print -quit)" ]
}
if ! up_to_date; then
    # shellcheck disable=SC2086 # the list is words
    install_packages $build_packages
    build release emberline
    touch "$program"
fi
[ "$build_only" = no ] || { say "Built: $program"; exit 0; }

needs_display=yes
case "${1:-}" in
render | demo-server) needs_display=no ;;
esac
for argument in "$@"; do
    case "$argument" in
    --version | --help | -h | -v) needs_display=no ;;
    esac
done
if [ "$needs_display" = yes ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] \
    && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    fail "There is no display here; './run.sh render --workspace demo --out .' draws the same picture into a file."
fi
if [ "$needs_display" = yes ]; then
    exec "$program" --demo-if-unconnected "$@"
fi
exec "$program" "$@"
