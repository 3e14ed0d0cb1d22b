#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")"
. packaging/setup.sh

usage() {
    cat <<'TEXT'
Usage: ./test.sh [--full | --bench] [--build-only] [--help]
Installs what is missing, builds, and runs every test, with or without a display.
  --full        runs them under the address and undefined-behaviour sanitizers (in a build by clang
                through clazy), holds clang-format, clang-tidy and clazy at zero, and tries the Debian
                package in a fresh Debian 12 (as an administrator, with a mirror)
  --bench       runs no test, but prints how fast and how small it is: one line a figure, each beside
                its baseline and budget, of the build that is shipped
  --build-only  stop after building
TEXT
}

full=no
bench=no
build_only=no
for argument in "$@"; do
    case "$argument" in
    --help) usage; exit 0 ;;
    --full) full=yes ;;
    --bench) bench=yes ;;
    --build-only) build_only=yes ;;
    *) usage >&2; fail "Unknown option: $argument" ;;
    esac
done
jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)

# Not as many tests at once as there are processors: some start servers, keyrings and displays.
run_tests() {
    say "Testing ($1)"
    ctest --preset "$1" -j "$(((jobs * 3 + 3) / 4))" || fail "Tests failed; see above (ctest --preset $1)."
}

sources() { git ls-files '*.cpp' '*.h' | grep -E '^(app|ui|tests)/'; }

check_format() {
    say "Checking the format"
    sources | xargs clang-format-14 --dry-run --Werror \
        || fail "clang-format-14 would change the files above: run it with -i."
}

# clazy has read everything while it was built. clang-tidy takes some seconds a file, so it reads what we ship.
check_code() {
    say "Running clang-tidy"
    run-clang-tidy-14 -quiet -j "$jobs" -p build/asan "^$PWD/(app|ui)/.*\.cpp$" >build/tidy.log 2>&1 \
        || { grep -E 'error:' build/tidy.log | sort -u | head -n 40 >&2
             fail "clang-tidy complains; the whole output is in build/tidy.log."; }
}

check_package() {
    packaging/checkinstall.sh --possible || return 0
    build release package
    # shellcheck disable=SC2012 # the newest, of names that we make
    packaging/checkinstall.sh "$(ls -t build/release/emberline_*.deb | head -n 1)" || exit 1
}

# shellcheck disable=SC2086 # the lists are words
install_packages $build_packages $test_packages
if [ "$full" = yes ]; then
    # shellcheck disable=SC2086
    install_packages $check_packages
fi
if [ "$bench" = yes ]; then
    build release emberline_bench
    [ "$build_only" = no ] || exit 0
    say "Measuring"
    QT_QPA_PLATFORM=offscreen TZ=UTC LC_ALL=C.UTF-8 build/release/tests/benchmarks/emberline_bench
    exit 0
fi
suite=dev
[ "$full" = no ] || suite=asan
build "$suite"
[ "$build_only" = no ] || exit 0
if [ "$full" = yes ]; then
    check_format
    check_code
fi
run_tests "$suite"
[ "$full" = no ] || check_package
say "All tests passed."
