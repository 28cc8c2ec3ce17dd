#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-layering.sh [ROOT]: a folder of src/ includes only what the arrows in src/README.md allow. The build holds our own
# headers to that already; this also holds the headers of the system, which every folder could find.
set -eu
cd "${1:-$(dirname "$0")/../..}"

list=$(mktemp "${TMPDIR:-/tmp}/circ-layering.XXXXXX")
trap 'rm -f "$list"' EXIT
find src -type f \( -name '*.c' -o -name '*.h' \) | LC_ALL=C sort >"$list"

awk -v list="$list" '
  function folder_of (path,   part)
  {
    split (path, part, "/")
    return part[2] ~ /\.[ch]$/ ? "main" : part[2]
  }
  function wrong (text)
  {
    printf "%s: %s\n", FILENAME ":" FNR, text
    failed = 1
  }
  BEGIN {
    ours["records"]   = "records"
    ours["rules"]     = "rules records"
    ours["store"]     = "store records"
    ours["documents"] = "documents records"
    ours["reports"]   = "reports rules store documents records"
    ours["commands"]  = "commands reports rules store documents records"
    ours["desktop"]   = "desktop reports rules store documents records"
    ours["main"]      = "commands desktop main"

    base = "^(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|math|signal|stdarg|stdbool|stddef|stdint" \
           "|stdio|stdlib|string|strings|time|unistd|sys/[a-z]+)\\.h$|^(glib|gio)/[-a-z0-9]+\\.h$" \
           "|^glib(-object|-unix)?\\.h$|^json-glib/[-a-z]+\\.h$"
    theirs["store"]     = "^(sqlite3|sodium)\\.h$"
    theirs["documents"] = "^(cairo[-a-z]*|hb[-a-z]*|xlsxwriter)\\.h$|^(cairo|fontconfig|gdk-pixbuf|harfbuzz|libical|pango|qpdf|xlsxwriter)/"
    theirs["desktop"]   = "^(adwaita|poppler|cairo[-a-z]*)\\.h$|^(gtk|gdk|gsk|pango|cairo|gdk-pixbuf|graphene)[-a-z0-9]*/"
    theirs["main"]      = "^(adwaita)\\.h$|^gtk/"

    while ((getline path < list) > 0) {
      file = path
      sub (/.*\//, "", file)
      if (path ~ /\.h$/) {
        if (file in home && file != "config.h") {
          printf "%s: there is another header of this name in %s\n", path, home[file]
          failed = 1
        }
        home[file] = folder_of (path)
      }
      ARGV[ARGC++] = path
    }
  }
  FNR == 1 {
    folder = folder_of (FILENAME)
    if (!(folder in ours))
      wrong ("the folder " folder " has no arrows: add it to tests/lint/check-layering.sh and src/README.md")
  }
  /^[ \t]*#[ \t]*include[ \t]*"/ {
    name = $0
    sub (/^[^"]*"/, "", name)
    sub (/".*/, "", name)
    if (name == "config.h" || name ~ /^circ-[-a-z]*(resources|icons)\.h$/)
      next
    if (name ~ /\.\./) {
      wrong ("includes \"" name "\" by a path")
      next
    }
    file = name
    sub (/.*\//, "", file)
    if (!(file in home))
      wrong ("\"" name "\" is no header of ours: name one of the system in angle brackets")
    else if (index (" " ours[folder] " ", " " home[file] " ") == 0)
      wrong (folder " may not include \"" name "\", which is in " home[file])
    next
  }
  /^[ \t]*#[ \t]*include[ \t]*</ {
    name = $0
    sub (/^[^<]*</, "", name)
    sub (/>.*/, "", name)
    if (name !~ base && !(folder in theirs && name ~ theirs[folder]))
      wrong (folder " may not include <" name ">")
  }
  END { exit failed }
' </dev/null
