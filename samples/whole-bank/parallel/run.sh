#!/bin/sh
# Usage: run.sh BANK QUARTER. Again: what failed or was never begun. Exit status: that of the roll-up.
here=$(dirname "$0")/..
parallel --joblog "$1/$2.joblog" --resume-failed "$here/branch.sh" "$1" "$2" {} :::: "$1/branches.txt"
exec "$here/rollup.sh" "$1" "$2"
