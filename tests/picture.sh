#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# picture.sh FILE.png COMMAND [ARGUMENT...]: under headless.sh, starts a program, waits until its window has stopped changing,
# writes a picture of it and closes it. Fails when the program ends by itself or no window comes within 30 seconds.
set -eu
picture=$1
shift
work=$(mktemp -d "${TMPDIR:-/tmp}/circ-picture.XXXXXX")
"$@" &
program=$!
trap 'kill "$program" 2>/dev/null; rm -rf "$work"' EXIT

before=
tries=0
while [ "$tries" -lt 100 ]; do
  if ! kill -0 "$program" 2>/dev/null; then
    echo "picture.sh: the program ended before its window was there" >&2
    exit 1
  fi
  import -silent -window root "$work/now.png"
  # The empty screen is one colour, and a window that is still building its rows differs from one look to the next.
  now=$(identify -format '%# %k' "$work/now.png")
  if [ "$now" = "$before" ] && [ "${now##* }" -gt 8 ]; then
    # What is left of the screen around the window is black.
    convert "$work/now.png" -bordercolor black -border 1 -trim +repage "$picture"
    exit 0
  fi
  before=$now
  tries=$((tries + 1))
  sleep 0.3
done
echo 'picture.sh: no window within 30 seconds' >&2
exit 1
