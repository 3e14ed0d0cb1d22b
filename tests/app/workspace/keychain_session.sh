#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs tst_keychain against a gnome-keyring of its own: private home, private D-Bus session.
# Usage: keychain_session.sh unlocked|locked|absent PATH/TO/tst_keychain
set -eu

mode=$1
test_program=$2

for program in dbus-daemon dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$program" >/dev/null; then
        echo "keychain_session.sh: $program is missing; install dbus and gnome-keyring" >&2
        exit 1
    fi
done

base=$(mktemp -d "${TMPDIR:-/tmp}/emberline-keychain.XXXXXX")
trap 'rm -rf "$base"' EXIT
trap 'exit 1' HUP INT TERM

# Nothing of the caller's session may be reached, and no prompt may open on a screen.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME
export HOME="$base/home" XDG_RUNTIME_DIR="$base/run"
export EMBERLINE_TEST_KEYCHAIN=private
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"

# A session bus that starts no services by itself, so that only our daemon can answer.
cat >"$base/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$base/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

# in_session unlock|start|none FUNCTION…: the named test functions in a fresh session.
cat >"$base/session.sh" <<'END'
set -eu
keyring=$1
shift
ask_bus() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        "org.freedesktop.DBus.$1" string:org.freedesktop.secrets
}
case $keyring in
    unlock) printf %s test | gnome-keyring-daemon --unlock --components=secrets >/dev/null ;;
    start) gnome-keyring-daemon --start --components=secrets >/dev/null ;;
    none) ;;
esac
# The daemon takes its name a moment after it went to the background.
daemon=
tries=100
while [ "$keyring" != none ] && [ -z "$daemon" ]; do
    daemon=$(ask_bus GetConnectionUnixProcessID 2>/dev/null | sed 's/.* //')
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
        echo "keychain_session.sh: gnome-keyring-daemon does not answer" >&2
        exit 1
    fi
    [ -n "$daemon" ] || sleep 0.1
done
status=0
"$EMBERLINE_TEST_PROGRAM" "$@" || status=$?
if [ -n "$daemon" ]; then
    kill "$daemon" 2>/dev/null || true
fi
exit "$status"
END
export EMBERLINE_TEST_PROGRAM="$test_program"
in_session() {
    dbus-run-session --config-file="$base/bus.conf" -- sh "$base/session.sh" "$@"
}

case $mode in
    unlocked)
        in_session unlock anUnlockedKeyringKeepsTheContract aSavedKeyIsNowhereInTheProfile
        ;;
    locked)
        in_session unlock aKeyIsStoredForLater
        in_session start aLockedKeyringGivesNothing
        in_session unlock theKeyOutlivedTheLock
        ;;
    absent)
        in_session none withoutAServiceKeysAreForTheSession
        # No bus at all.
        DBUS_SESSION_BUS_ADDRESS="unix:path=$base/run/nobody" \
            "$test_program" withoutAServiceKeysAreForTheSession
        ;;
    *)
        echo "keychain_session.sh: unlocked, locked or absent" >&2
        exit 2
        ;;
esac
