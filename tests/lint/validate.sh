#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# validate.sh KIND ROOT [FILE]: what the desktop reads is held to the desktop's own validators.
set -eu
kind=$1 root=$2 file=${3:-}
work=$(mktemp -d "${TMPDIR:-/tmp}/circ-validate.XXXXXX")
trap 'rm -rf "$work"' EXIT

case $kind in
  desktop-entry)
    # It warns with status 0: a warning fails too.
    said=$(desktop-file-validate "$file" 2>&1) || { echo "$said"; exit 1; }
    [ -z "$said" ] || { echo "$said"; exit 1; }
    ;;
  metainfo) appstreamcli validate --no-net --no-color --explain "$file" ;;
  schema) glib-compile-schemas --strict --dry-run "$root/data" ;;
  mime)
    mkdir -p "$work/mime/packages"
    cp "$root"/data/*.mime.xml "$work/mime/packages/"
    # It would remark that the folder is not one that programs look in.
    said=$(XDG_DATA_DIRS="$work" update-mime-database "$work/mime" 2>&1) || { echo "$said"; exit 1; }
    [ -z "$said" ] || { echo "$said"; exit 1; }
    if ! grep -q 'application/x-circulate:\*\.circulate' "$work/mime/globs"; then
      echo 'no file name ends in .circulate'
      exit 1
    fi
    ;;
  resources)
    find "$root/data" "$root/ui" "$root/src" -name '*.gresource.xml' >"$work/lists"
    [ -s "$work/lists" ]
    while read -r list; do
      glib-compile-resources --sourcedir="$(dirname "$list")" --sourcedir="$root" --target="$work/out.gresource" "$list"
    done <"$work/lists"
    ;;
  translations)
    # Every language that is listed has a catalogue whose formats fit, and every catalogue is listed.
    sed '/^#/d; /^$/d' "$root/po/LINGUAS" | sort >"$work/listed"
    find "$root/po" -name '*.po' -exec basename {} .po \; | sort >"$work/there"
    diff -u "$work/listed" "$work/there"
    while read -r language; do
      msgfmt --check --output-file=/dev/null "$root/po/$language.po"
    done <"$work/listed"
    ;;
  *)
    echo "validate.sh: no kind '$kind'" >&2
    exit 2
    ;;
esac
