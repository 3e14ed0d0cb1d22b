#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs inside a fresh Debian 12 as its administrator; started by checkinstall.sh. Details go to stderr.
set -euo pipefail

say() { printf '  %s\n' "$*"; }
fail() { printf '  %s\n' "$*"; exit 1; }
ask_apt() { apt-get -q -y --no-install-recommends "$@" >&2; }
# as_user COMMAND: as an ordinary user with a home and without a display.
as_user() {
    setpriv --reuid=marketer --regid=marketer --clear-groups \
        env HOME=/home/marketer USER=marketer QT_QPA_PLATFORM=offscreen bash -c "cd; $1" >&2
}
# expect CODE COMMAND WORDS: as_user COMMAND ends with CODE and says WORDS.
expect() {
    local code=0 said
    said=$(as_user "$2" 2>&1) || code=$?
    printf '%s\n' "$said" >&2
    [ "$code" -eq "$1" ] || fail "'$2' ended with $code instead of $1: $said"
    grep -q -- "$3" <<<"$said" || fail "'$2' does not say '$3', but: $said"
}
everything() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /home \
        -o -path /var/log -o -path /var/cache -o -path /var/lib/dpkg -o -path /var/lib/apt \) -prune \
        -o -printf '%p %y %m\n' | sort
}
wait_for() { # wait_for COMMAND…
    local attempt
    for attempt in $(seq 100); do
        "$@" >&2 && return
        sleep 0.1
    done
    fail "'$*' did not come true ($attempt attempts)."
}

install_and_list() {
    echo 'force-unsafe-io' >/etc/dpkg/dpkg.cfg.d/fast
    ask_apt update
    ask_apt satisfy "$(dpkg-deb -f /emberline.deb Depends)"
    # What a desktop has: it turns our files into menus and types.
    ask_apt install desktop-file-utils shared-mime-info hicolor-icon-theme
    useradd --create-home marketer
    everything >/tmp/before
    dpkg -i /emberline.deb >&2
    say "Installed with what it depends on, and nothing else"
    grep -q application/x-emberline /usr/share/applications/mimeinfo.cache || fail "It opens no .emberline files."
    [ -s /usr/share/mime/application/x-emberline.xml ] || fail "The type of .emberline files is not known."
}

try_demo() {
    as_user 'emberline --version'
    as_user 'timeout 5 emberline --workspace demo; [ $? -eq 124 ]' || fail "The window does not stay open."
    as_user 'emberline render --workspace demo --format png,csv,xlsx --out demo' || fail "The demo is not drawn."
    [ "$(head -c 4 /home/marketer/demo/*.png | tail -c 3)" = PNG ] || fail "The demo's picture is none."
    say "The window opens and the demo is drawn, as an ordinary user: $(stat -c %s /home/marketer/demo/*.png) bytes"
}

# A service to talk to: the demo's.
try_history() {
    local present="--now 2026-11-20T12:00:00Z" question
    as_user "emberline demo-server --key marketers-key $present >address" &
    wait_for test -s /home/marketer/address
    as_user "umask 077; echo marketers-key >key"
    question="emberline render --endpoint $(cat /home/marketer/address) --event checkout_completed $present --format csv"
    as_user "$question --key-file key --history history --out online" || fail "The service is not read."
    as_user "$question --offline --history history --out offline" || fail "The history is not read."
    cmp /home/marketer/online/*.csv /home/marketer/offline/*.csv || fail "The history says something else."
    say "The history keeps what was loaded: $(stat -c %s /home/marketer/history/history.sqlite) bytes"
    expect 3 "EMBERLINE_API_KEY=wrong $question --no-history" .
}

# A server with a certificate of its own: hung up on first, listened to as soon as the system trusts it.
try_tls() {
    local port=24443 question asked own=/usr/local/share/ca-certificates/emberline-check.crt
    question="emberline render --endpoint https://127.0.0.1:$port --event e --key-file key --no-history --max-wait 0 --log log"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
        -keyout /tmp/server.key -out /tmp/server.crt >&2
    mkdir -p /tmp/pages/events
    cd /tmp/pages
    openssl s_server -accept "127.0.0.1:$port" -key /tmp/server.key -cert /tmp/server.crt -HTTP >/tmp/server.log 2>&1 &
    cd /
    wait_for grep -q ACCEPT /tmp/server.log
    expect 5 "$question" "Cannot reach"
    wait_for grep -q "SSL routines" /tmp/server.log
    ! grep -q FILE: /tmp/server.log || fail "An unknown server was asked."

    asked=$(sed -n 's/.*"query":"\([^"]*\)".*/\1/p' /home/marketer/log)
    printf 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}' >"/tmp/pages/events/data_series?$asked"
    cp /tmp/server.crt "$own"
    update-ca-certificates >&2
    expect 5 "$question" "expected form" # it is empty, but read
    rm "$own"
    update-ca-certificates --fresh >&2
    say "TLS works: an unknown certificate is refused, a trusted one is not"
}

# Without a keyring the program says so; with one it finds the key there.
try_keychain() {
    local id=11111111-2222-4333-8444-555555555555 entry
    entry=io.github.emberline.Emberline/workspace/$id
    as_user "mkdir -p profile && cat >profile/workspaces.json" <<JSON
{"emberline": "workspaces", "version": 1, "current": "$id", "workspaces": [{"id": "$id", "name": "Shop",
 "endpoint": "$(cat /home/marketer/address)", "key": "keychain", "zone": "UTC", "week_start": 1, "apps": [],
 "segments": [], "starred_events": [], "recent_events": [], "color_slots": []}]}
JSON
    local question="emberline render --profile profile --workspace Shop --event checkout_completed --no-history --out shop"
    dpkg -i /emberline.deb >&2
    expect 3 "$question" keychain
    ask_apt install dbus gnome-keyring libsecret-tools
    as_user "export XDG_RUNTIME_DIR=\$HOME/run; mkdir -m 700 run; dbus-run-session -- bash -c '
        printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        printf marketers-key | secret-tool store --label=Shop user $entry server io.github.emberline.Emberline type plaintext \
            xdg:schema org.qt.keychain
        $question'" || fail "The key in the keyring is not found."
    say "The keychain: what is missing is said, and the key in a keyring is found"
}

purge() {
    dpkg --purge emberline >&2
    everything >/tmp/after
    diff /tmp/before /tmp/after || fail "This is what purging leaves, or takes along."
    ! grep -q emberline /usr/share/applications/mimeinfo.cache /usr/share/mime/globs2 || fail "Types stay behind."
    [ -s /home/marketer/history/history.sqlite ] || fail "It takes the user's data along."
    say "Purged: the same $(wc -l </tmp/before) files as before, and the user's own"
}

install_and_list
try_demo
try_history
try_tls
purge
# A keyring brings more than the package asks for, so it comes last.
try_keychain
