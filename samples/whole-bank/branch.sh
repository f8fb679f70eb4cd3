#!/bin/sh
# The unit of work: one branch's quarter, on its own earlier quarters. Tried again it finds what is done, and leaves it.
# Usage: branch.sh BANK QUARTER BRANCH. Exit status: that of `appraise run`.
mkdir -p "$1/results/$3" || exit
exec appraise run "$1/packages/$3/$2" --out "$1/results/$3/$2" --archive "$1/results/$3" \
  --threads "${APPRAISE_THREADS:-1}" --quiet --no-progress
