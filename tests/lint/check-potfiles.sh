#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-potfiles.sh [--fix] [ROOT]: po/POTFILES.in names every file that holds a string to translate, sorted, and no other.
# --fix writes it.
set -eu
fix=no
if [ "${1:-}" = --fix ]; then
  fix=yes
  shift
fi
cd "${1:-$(dirname "$0")/../..}"
export LC_ALL=C

wanted=$(
  {
    find src -type f \( -name '*.c' -o -name '*.h' \) -exec grep -lE \
      '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|g_dgettext|g_dngettext|g_dpgettext2?) ?\("' {} + || true
    [ ! -d ui ] || find ui -type f -name '*.ui' -exec grep -lE 'translatable="(yes|true|1)"' {} + || true
    find data -type f \( -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml' \)
  } | sort -u
)
heading='# Written by tests/lint/check-potfiles.sh --fix.'
if [ "$fix" = yes ]; then
  printf '%s\n%s\n' "$heading" "$wanted" >po/POTFILES.in
  exit 0
fi
if ! difference=$(printf '%s\n%s\n' "$heading" "$wanted" | diff po/POTFILES.in -); then
  echo 'po/POTFILES.in is out of date; run tests/lint/check-potfiles.sh --fix'
  echo "$difference"
  exit 1
fi
