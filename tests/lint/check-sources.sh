#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-sources.sh [ROOT]: every source says its licence near the top, has no tab and no space at the end of a line, and ends
# with a line feed; XML is well-formed; Python and shell compile.
set -eu
cd "${1:-$(dirname "$0")/../..}"
export LC_ALL=C
status=0
list=$(mktemp "${TMPDIR:-/tmp}/circ-sources.XXXXXX")
trap 'rm -f "$list"' EXIT

# The inputs of tests (CSV and the like) are as others wrote them, tabs, carriage returns and all.
find . \( -path ./.git -o -path './build*' -o -path ./out -o -path ./_build -o -path '*/corpus' -o -path '*/fixtures' \) -prune -o \
  -type f \( -name '*.c' -o -name '*.h' -o -name '*.ui' -o -name '*.xml' -o -name '*.svg' -o -name '*.css' -o -name '*.sql' \
    -o -name '*.sh' -o -name '*.py' -o -name '*.java' -o -name 'meson.build' -o -name 'meson_options.txt' -o -name '*.in' \
    -o -name '*.yml' -o -path ./dev -o -path ./.ci/run \) -print | sed 's,^\./,,' | sort >"$list"

complain ()
{
  echo "$1"
  status=1
}

while read -r file; do
  case $file in
    po/POTFILES.in) ;;
    *) head -n 5 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || complain "$file: no "'"SPDX-License-Identifier: GPL-3.0-or-later"'" in the first five lines" ;;
  esac
  if grep -nE '[ 	]$' "$file" /dev/null; then
    complain "$file: spaces at the end of a line"
  fi
  if grep -n '	' "$file" /dev/null | grep -v "^tests/lint/check-sources.sh:"; then
    complain "$file: a tab"
  fi
  if [ -s "$file" ] && [ "$(tail -c 1 "$file" | wc -l)" -eq 0 ]; then
    complain "$file: no line feed at the end"
  fi
  case $file in
    *.ui | *.xml | *.svg | *.xml.in) xmllint --noout --nonet "$file" || status=1 ;;
    *.py) /usr/bin/python3 -c 'import sys; compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec")' "$file" || status=1 ;;
    *.sh | dev | .ci/run)
      case $(head -n 1 "$file") in
        '#!/bin/bash') bash -n "$file" || status=1 ;;
        '#!/bin/sh') sh -n "$file" || status=1 ;;
        *) complain "$file: the first line names neither /bin/sh nor /bin/bash" ;;
      esac
      ;;
  esac
done <"$list"
exit $status
