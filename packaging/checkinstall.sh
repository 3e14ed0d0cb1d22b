#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# checkinstall.sh PACKAGE.deb: what lintian says of it, then into a fresh Debian 12 and out again.
# checkinstall.sh --possible: says in one line why that can't be done here, if so, and fails then.
set -euo pipefail
packaging=$(cd "$(dirname "$0")" && pwd)
. "$packaging/setup.sh"

# Sources of Debian 12 as apt of this computer has them: "SITE SUITE COMPONENT", one a line.
debian_sources() {
    apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        | awk '$1 == "Debian" && $2 ~ /^bookworm/ && $5 == "main" { print $3, $4, $5 }' | sort -u
}
mirror() { debian_sources | awk '$2 == "bookworm" { print $1; exit }'; }

new_folder() { mktemp -d "${TMPDIR:-/var/tmp}/emberline-debian-XXXXXX"; }
devices_work() {
    local probe works=no
    probe=$(new_folder)
    { mknod "$probe/null" c 1 3 && echo >"$probe/null" && works=yes; } 2>/dev/null
    rm -rf "$probe"
    [ "$works" = yes ]
}

obstacle() {
    local tool
    [ "$(uname)" = Linux ] && command -v apt-get >/dev/null || { echo "there is no apt"; return; }
    [ "$(id -u)" -eq 0 ] || { echo "it takes an administrator"; return; }
    for tool in debootstrap dpkg-deb unshare wget; do
        command -v "$tool" >/dev/null || { echo "$tool is missing"; return; }
    done
    unshare --mount --pid --fork true 2>/dev/null || { echo "namespaces are not allowed"; return; }
    devices_work || { echo "devices are not allowed"; return; }
    [ -n "$(mirror)" ] || apt-get update -q >/dev/null 2>&1 || true
    [ -n "$(mirror)" ] || { echo "apt has no source of Debian 12"; return; }
    wget -q --spider --timeout=20 --tries=1 "$(mirror)dists/bookworm/InRelease" \
        || echo "the mirror does not answer"
}
why_not=$(obstacle)
[ -z "$why_not" ] || fail "No installation into a fresh Debian 12: $why_not."
[ "${1:-}" != --possible ] || exit 0
package=$(realpath "$1")

if command -v lintian >/dev/null; then
    say "Running lintian"
    lintian --allow-root --fail-on error,warning "$package" || fail "lintian complains of the package, see above."
fi

root=$(new_folder)
chmod 755 "$root" # ordinary users live in it
log=$root.log
finish() {
    local code=$?
    [ "$code" -eq 0 ] || { tail -n 20 "$log" >&2; say "The check of the installation failed; its last lines are above." >&2; }
    rm -rf --one-file-system "$root" "$log"
}
trap finish EXIT

say "Making a fresh Debian 12"
unshare --mount debootstrap --variant=minbase bookworm "$root" "$(mirror)" >"$log" 2>&1
debian_sources | sed 's/^/deb /' >"$root/etc/apt/sources.list"
apt-config dump --format '%f "%v";%n' Acquire::http Acquire::https Acquire::Check-Valid-Until \
    | grep -v ' "";' >"$root/etc/apt/apt.conf.d/90here" || true
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/emberline.deb"
cp "$packaging/installed.sh" "$root/installed.sh"

# In namespaces of its own: whatever is started in there ends with it.
say "Installing, trying and purging in it"
unshare --mount --pid --fork --mount-proc="$root/proc" \
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    bash /installed.sh 2>>"$log" | tee -a "$log"
say "The package installs, works and leaves nothing behind."
