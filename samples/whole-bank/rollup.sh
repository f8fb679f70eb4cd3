#!/bin/sh
# The head office's workbook, once every branch of the list is there. Usage: rollup.sh BANK QUARTER.
exec appraise rollup "$1/results" --period "$2" --expect "$1/branches.txt" --out "$1/head-office-$2.xlsx" \
  --force --quiet --no-progress
