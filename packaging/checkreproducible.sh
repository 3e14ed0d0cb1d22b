#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# checkreproducible.sh [COMMIT]: builds the package twice of one commit, in two folders and with two umasks, and
# compares byte for byte. Takes as long as two builds; EMBERLINE_JOBS says how many jobs each may run at once.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh

commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
folder=$(mktemp -d "${TMPDIR:-/var/tmp}/emberline-twice-XXXXXX")
trap 'rm -rf "$folder"' EXIT
unset SOURCE_DATE_EPOCH

# package_in FOLDER UMASK: prints the .deb of the commit, built there.
package_in() {
    umask "$2"
    git clone -q --no-checkout . "$1"
    git -C "$1" checkout -q --detach "$commit"
    cd "$1"
    { cmake --preset release && cmake --build --preset release --target package ${EMBERLINE_JOBS:+-j "$EMBERLINE_JOBS"}; } \
        >"$1.log" 2>&1 || { tail -n 20 "$1.log" >&2; fail "Building in $1 failed; its last lines are above."; }
    ls "$1"/build/release/*.deb
}

say "Building $(git rev-parse --short "$commit") once"
one=$(package_in "$folder/one" 022)
say "Building it again, elsewhere"
two=$(package_in "$folder/another-folder/two" 077)
sha256sum "$one" "$two"
cmp "$one" "$two" || fail "The two packages differ."
say "The two packages are equal."
