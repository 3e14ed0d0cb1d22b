# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of emberline for bash. Needs nothing of the bash-completion library.

_emberline() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options values="" kind=""
    COMPREPLY=()
    if [ "$current" = "=" ]; then # --theme=…: bash hands "=" over as a word of its own
        current=""
    elif [ "$before" = "=" ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    case ${COMP_WORDS[1]} in
    render)
        options="--app --background --compare --contact-sheet --ending-at --endpoint --event --format --from --granularity
            --help --history --key-file --lang --layout --length --log --max-wait --name --no-history --now
            --offline --out --profile --range --scale --segment --size --theme --to --unit --workspace --zone"
        ;;
    demo-server)
        options="--fail --help --key --latency --missing --now --port --rate-limit"
        ;;
    *)
        options="--demo-if-unconnected --help --lang --now --profile --theme --version --view --workspace"
        [ "$COMP_CWORD" -ne 1 ] || options="render demo-server $options"
        ;;
    esac

    case $before in
    --background) values="white theme transparent" ;;
    --compare) values="previous year" ;;
    --format) values="png svg pdf csv xlsx" ;;
    --granularity) values="hour day week month" ;;
    --lang) values="en fr" ;;
    --layout) values="overlay panels" ;;
    --range)
        values="today yesterday last-24-hours last-7-days last-28-days last-30-days last-91-days
            month-to-date last-month year-to-date last-6-months last-12-months"
        ;;
    --scale) values="1 2 3 4" ;;
    --theme)
        values="light dark"
        [ "${COMP_WORDS[1]}" != render ] || values="$values brand"
        ;;
    --unit) values="hour day" ;;
    --workspace) values="demo" ;;
    --zone) values=$(awk '/^[A-Z]/ { print $3 }' /usr/share/zoneinfo/zone.tab 2>/dev/null) ;;
    --key-file | --log | --view) kind="file" ;;
    --history | --out | --profile) kind=directory ;;
    --app | --ending-at | --endpoint | --event | --fail | --from | --key | --latency | --length | --max-wait \
        | --missing | --name | --now | --port | --rate-limit | --segment | --size | --to) return ;;
    *)
        values=$options
        case $current in
        -*) ;;
        *) [ "${COMP_WORDS[1]}" = demo-server ] || kind="file" ;;
        esac
        ;;
    esac

    local IFS=$' \t\n'
    case $before,$current in
    --format,*,*) # one more of a list
        local begun=${current%,*}, value
        for value in $values; do
            [[ $begun$value != "$current"* ]] || COMPREPLY+=("$begun$value")
        done
        return
        ;;
    esac
    [ -z "$values" ] || mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
    if [ -n "$kind" ]; then
        compopt -o filenames 2>/dev/null
        local found
        mapfile -t found < <(compgen -A "$kind" -- "$current")
        COMPREPLY+=("${found[@]}")
    fi
}

complete -F _emberline emberline
