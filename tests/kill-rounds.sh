#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# kill-rounds.sh [ROUNDS [BUILD]]: kill -9 under two editing processes, 2,000 rounds unless told, a hundred at a time as the
# suite does, with a check of the whole file after each round.
set -eu
rounds=${1:-2000}
build=$(cd "${2:-build}" && pwd)
export LC_ALL=C.UTF-8 G_DEBUG=fatal-criticals
ran=0
while [ "$ran" -lt "$rounds" ]; do
  if ! said=$("$build/tests/store/test-kill" 2>&1); then
    echo "$said"
    echo "Failed in the hundred rounds after $ran"
    exit 1
  fi
  ran=$((ran + 100))
  echo "$said" | awk -v ran="$ran" '/changes were reported/ { n += $2 } END { print n, "changes were reported as saved;", ran, "rounds" }'
done
