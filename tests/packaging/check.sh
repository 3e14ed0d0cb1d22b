#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh CHECK SOURCE INSTALLED PROGRAM: one check of what is installed beside the program.
set -euo pipefail
check=$1 source=$2 share=$3/share program=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() { printf '%s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || { printf '%s is not installed here\n' "$1"; exit 77; }; }
# silent COMMAND…: it succeeds and says nothing.
silent() {
    "$@" >"$folder/said" 2>&1 || { cat "$folder/said" >&2; fail "'$*' failed."; }
    [ ! -s "$folder/said" ] || { cat "$folder/said" >&2; fail "'$*' complains."; }
}
same() { diff -u --label "$1" --label "$2" "$folder/$1" "$folder/$2" >&2 || fail "$1 and $2 differ."; }

id=$(sed -n 's/.*applicationId{"\(.*\)"}.*/\1/p' "$source/app/core/applicationid.h")
commands=("" render demo-server)

# Options of a command as its help names them, one a line.
options_in_help() {
    # shellcheck disable=SC2086 # no command is no word
    "$program" $1 --help | sed -n 's/^  \(-[a-z], \)\?\(--[a-z-]*\).*/\2/p' | sort
}
options_in_man() {
    zcat "$1" | awk -v section=".\\\\\" options of: $2" '
        $0 == section { inside = 1; next }
        /^\.S[HS]/ || /options of:/ { inside = 0 }
        inside && wanted { print }
        { wanted = /^\.TP/ }' | sed 's/\\-/-/g' | grep -o -e '--[a-z-]*' | sort
}
options_in_zsh() {
    sed -n "/^_emberline_$1() {/,/^}/p" "$share"/zsh/*/_emberline \
        | sed "s,^ *'([^)]*),,; s,\[.*,," | grep -o -e '--[a-z-]*' | sort
}
# complete_with WORD…: what bash offers for the last of them.
complete_with() {
    COMP_WORDS=(emberline "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _emberline
    printf '%s\n' "${COMPREPLY[@]}" | sort
}
load_completion() {
    # shellcheck disable=SC1091 # it is installed while testing
    . "$share/bash-completion/completions/emberline"
}

check_ids() {
    [ -n "$id" ] || fail "applicationid.h names no id."
    for file in "applications/$id.desktop" "metainfo/$id.metainfo.xml" "mime/packages/$id.xml" \
        "icons/hicolor/scalable/apps/$id.svg" "icons/hicolor/48x48/apps/$id.png"; do
        [ -s "$share/$file" ] || fail "$file is not installed."
    done
    grep -qx "Icon=$id" "$share/applications/$id.desktop" || fail "The desktop entry has another icon."
    grep -q "<id>$id</id>" "$share/metainfo/$id.metainfo.xml" || fail "The metainfo has another id."
    grep -q "$id.desktop</launchable>" "$share/metainfo/$id.metainfo.xml" || fail "The metainfo starts another entry."
    ! grep -rn '@[a-z_]*@' "$share" --include='*.xml' || fail "Something is not filled in."
}

check_desktop() {
    need desktop-file-validate
    silent desktop-file-validate "$share/applications/$id.desktop"
    local key said
    while IFS="=" read -r key said; do
        [ "$key=$said" = "Name=Emberline" ] || grep -q "^${key}\[fr\]=" "$share/applications/$id.desktop" \
            || fail "$key has no French."
    done < <(grep -E '^(Name|GenericName|Comment|Keywords)=' "$share/applications/$id.desktop")
}

valid_metainfo() {
    appstreamcli validate --no-net --pedantic "$1" >"$folder/said" 2>&1 || { cat "$folder/said" >&2; fail "$1"; }
    # The id has capital letters, as ids of programs have: all that it remarks.
    ! grep -E '^[EWIP]:' "$folder/said" | grep -v cid-contains-uppercase-letter || fail "appstreamcli remarks."
}
check_metainfo() {
    need appstreamcli
    valid_metainfo "$share/metainfo/$id.metainfo.xml"
}
# With a homepage the metainfo names it, and the pictures below it.
check_published() {
    need appstreamcli
    cmake -D source_folder="$source" -D application_id="$id" -D homepage=https://emberline.example -D version=9.9 \
        -D data_folder=share -D doc_folder=share/doc/emberline -D CMAKE_INSTALL_PREFIX="$folder" \
        -P "$source/packaging/documents.cmake" >/dev/null
    local file="$folder/share/metainfo/$id.metainfo.xml" picture
    valid_metainfo "$file"
    grep -q '<url type="homepage">https://emberline.example</url>' "$file" || fail "There is no homepage."
    for picture in $(sed -n 's|.*/screenshots/\(.*\)</image>|\1|p' "$file"); do
        [ -s "$source/packaging/screenshots/$picture" ] || fail "There is no $picture."
    done
    [ -n "${picture:-}" ] || fail "There are no pictures."
}

check_mime() {
    need update-mime-database
    mkdir -p "$folder/mime/packages"
    cp "$share/mime/packages/$id.xml" "$folder/mime/packages"
    XDG_DATA_DIRS=$folder silent update-mime-database "$folder/mime"
    grep -q 'application/x-emberline:\*\.emberline' "$folder/mime/globs2" \
        || fail "*.emberline has no type."
    grep -qx 'MimeType=application/x-emberline;' "$share/applications/$id.desktop" || fail "The entry opens another type."
}

check_man() {
    need man
    local page
    for page in "$share/man/man1/emberline.1.gz" "$share/man/fr/man1/emberline.1.gz"; do
        MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>"$folder/said" >/dev/null
        [ ! -s "$folder/said" ] || { cat "$folder/said" >&2; fail "man complains of $page."; }
    done
}

check_options() {
    load_completion
    local command page language
    for command in "${commands[@]}"; do
        options_in_help "$command" >"$folder/help"
        [ -s "$folder/help" ] || fail "'emberline $command --help' names no options."
        for language in "" /fr; do
            page="$share/man$language/man1/emberline.1.gz"
            options_in_man "$page" "emberline${command:+ $command}" >"$folder/man$(basename "$language")"
            same help "man$(basename "$language")"
        done
        # shellcheck disable=SC2086
        complete_with $command -- >"$folder/bash"
        same help bash
        options_in_zsh "$([ -n "$command" ] && echo "${command//-/_}" || echo window)" >"$folder/zsh"
        same help zsh
    done
}

# Every value that completion offers is one that the program takes: it complains of the next mistake only.
check_values() {
    load_completion
    local option value offered
    for option in background compare format granularity layout range scale theme unit; do
        offered=$(complete_with render "--$option" "")
        [ -n "$offered" ] || fail "Nothing is offered for --$option."
        for value in $offered; do
            "$program" render --workspace demo "--$option" "$value" --lang nowhere 2>"$folder/said" \
                && fail "--lang nowhere is taken."
            grep -q -e '--lang' "$folder/said" || fail "--$option $value: $(cat "$folder/said")"
        done
    done
}

offers() { # offers "EXPECTED…" WORD…
    local expected=$1
    shift
    [ "$(complete_with "$@" | xargs)" = "$expected" ] || fail "'$*' offers: $(complete_with "$@" | xargs)"
}
check_completion() {
    load_completion
    cd "$folder"
    touch view.emberline
    mkdir views
    offers "render" re
    offers "demo-server" dem
    offers "view.emberline views" vi
    offers "view.emberline views" render vi
    offers "views" render --out vi
    offers "pdf png" render --format p
    offers "png,csv" render --format png,c
    offers "dark light" --theme = ""
    offers "dark" --theme = d
    offers "" render --event ""
    offers "--port" demo-server --po
}

check_zsh() {
    need zsh
    silent zsh -n "$share"/zsh/*/_emberline
}

"check_$check"
