#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-size.sh [ROOT]: no .c or .h of more than 500 lines, no .ui of more than 300, no function body of more than 90; those
# of more than 60 are named. Tables of data are listed with their reason in tests/lint/size-allow.txt.
set -eu
cd "${1:-$(dirname "$0")/../..}"
allow=tests/lint/size-allow.txt
status=0
long=$(mktemp "${TMPDIR:-/tmp}/circ-size.XXXXXX")
trap 'rm -f "$long"' EXIT

find src tests ui -type f \( -name '*.c' -o -name '*.h' -o -name '*.ui' \) -exec wc -l {} + |
  LC_ALL=C sort -k 2 | while read -r lines file; do
    case $file in
      total) continue ;;
      *.ui) cap=300 ;;
      *) cap=500 ;;
    esac
    if [ "$lines" -gt "$cap" ] && ! grep -q "^$file  *[^ ]" "$allow" 2>/dev/null; then
      echo "$file: $lines lines, more than $cap: split it, or name it in $allow with the reason if it is a table of data"
    fi
  done >"$long"
cat "$long"
[ ! -s "$long" ] || status=1

# GNU style: the body of a function is what stands between a brace alone at the left and the next one alone at the left.
find src tests -type f -name '*.c' -exec awk '
  FNR == 1 { start = 0; name = "" }
  /^[A-Za-z_][A-Za-z0-9_]* \(/ { name = $1 }
  /^{[ \t]*$/ { start = FNR }
  /^}/ {
    if ($0 ~ /^}[ \t]*$/ && start) {
      lines = FNR - start - 1
      if (lines > 90) {
        printf "%s:%d: %s has %d lines, more than 90\n", FILENAME, start, name, lines
        failed = 1
      } else if (lines > 60)
        printf "%s:%d: %s has %d lines; about 40 is the aim\n", FILENAME, start, name, lines
    }
    start = 0
  }
  END { exit failed }
' {} + || status=1

# A name in the list that is no longer needed hides the next long file.
if [ -f "$allow" ]; then
  while read -r file reason; do
    case $file in
      '' | '#'*) continue ;;
    esac
    if [ ! -f "$file" ]; then
      echo "$allow: $file ($reason) is not there any more"
      status=1
    fi
  done <"$allow"
fi
exit $status
