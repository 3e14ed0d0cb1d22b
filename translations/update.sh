#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the .ts files up to date with the sources; then translate what is unfinished.
set -euo pipefail
cd "$(dirname "$0")/.."
# A lupdate on the PATH may be that of Qt 5.
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=$(command -v lupdate)
"$lupdate" -silent -no-obsolete -locations none -I . app ui -ts translations/emberline_fr.ts
"$lupdate" -silent -no-obsolete -locations none -I . -pluralonly app ui -ts translations/emberline_en.ts
