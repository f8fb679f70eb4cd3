#!/bin/sh
# Usage: submit.sh BANK QUARTER. Answers with the two jobs' numbers.
here=$(cd "$(dirname "$0")" && pwd)
bank=$(cd "$1" && pwd)
mkdir -p "$bank/logs"
branches=$(wc -l < "$bank/branches.txt")
array=$(sbatch --parsable --array="1-$branches" --output="$bank/logs/%A-%a.txt" "$here/branch.sbatch" "$here/.." "$bank" "$2") || exit
rollup=$(sbatch --parsable --dependency="afterok:$array" --output="$bank/logs/%j-rollup.txt" "$here/rollup.sbatch" "$here/.." "$bank" "$2") || exit
echo "$array $rollup"
