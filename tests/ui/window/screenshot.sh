#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the real program on a real X server, opens the demo, and waits until the chart is on the
# screen in both themes: its lines have colours that nothing else has. Keeps the pictures to look at.
# Usage: screenshot.sh PROGRAM FOLDER
set -euo pipefail

if [ -z "${EMBERLINE_IN_XVFB:-}" ]; then
    export EMBERLINE_IN_XVFB=1
    exec xvfb-run -a -s "-screen 0 1600x1000x24" bash "$0" "$@"
fi
program=$1
folder=$2
profile=$(mktemp -d)
running=""
trap '[ -z "$running" ] || kill "$running" 2>/dev/null || true; rm -rf "$profile"' EXIT
mkdir -p "$folder"
export QT_QPA_PLATFORM=xcb HOME="$profile" XDG_RUNTIME_DIR="$profile"

pixels_of() { # FILE COLOUR
    convert "$1" -format '%c' histogram:info:- | awk -v colour="$2" 'index($0, colour) { n += $1 } END { print n + 0 }'
}

shoot() { # THEME COLOUR-OF-GOLD-MEMBERS
    local picture="$folder/window-$1.png" tries=100
    "$program" --profile "$profile/$1" --workspace demo --theme "$1" --now 2026-11-23T13:05:00Z &
    running=$!
    timeout 30 xdotool search --sync --onlyvisible --name 'Demo data' >/dev/null
    until import -window root "$picture" && [ "$(pixels_of "$picture" "$2")" -gt 200 ]; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { echo "no chart in $picture" >&2; exit 1; }
    done
    kill "$running"
    wait "$running" 2>/dev/null || true
    running=""
    echo "$picture"
}

shoot light '#003CBA'
shoot dark '#376ED9'
