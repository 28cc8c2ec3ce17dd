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

# One process for all files wherever the tool takes them: a process for each took half a minute on a slow machine.
these () { grep -E "$1" "$list" | tr '\n' '\0'; }

spdx=$(grep -v '^po/POTFILES.in$' "$list" | tr '\n' '\0' |
  xargs -0 awk 'FNR == 1 { if (file != "" && !said) print file; file = FILENAME; said = 0 }
                FNR <= 5 && /SPDX-License-Identifier: GPL-3.0-or-later/ { said = 1 }
                END { if (file != "" && !said) print file }')
[ -z "$spdx" ] || complain "No \"SPDX-License-Identifier: GPL-3.0-or-later\" in the first five lines of
$spdx"

if these . | xargs -0 grep -nE '[ 	]$' /dev/null; then
  complain 'Spaces at the end of these lines'
fi
if these . | xargs -0 grep -n '	' /dev/null | grep -v '^tests/lint/check-sources.sh:'; then
  complain 'A tab in these lines'
fi
unended=$(these . | xargs -0 /usr/bin/python3 -c '
import sys
for name in sys.argv[1:]:
    text = open(name, "rb").read()
    if text and not text.endswith(b"\n"):
        print(name)
    if name.endswith(".py"):
        compile(text, name, "exec")') || status=1
[ -z "$unended" ] || complain "No line feed at the end of
$unended"
these '\.(ui|xml|svg|xml\.in)$' | xargs -0 xmllint --noout --nonet || status=1

for file in $(grep -E '\.sh$|^dev$|^\.ci/run$' "$list"); do
  read -r first <"$file"
  case $first in
    '#!/bin/bash') bash -n "$file" || status=1 ;;
    '#!/bin/sh') sh -n "$file" || status=1 ;;
    *) complain "$file: the first line names neither /bin/sh nor /bin/bash" ;;
  esac
done
exit $status
