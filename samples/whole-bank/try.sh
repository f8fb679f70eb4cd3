#!/bin/sh
# Shows that many at once come to the same as one by one: makes so many branches, breaks three, runs all of them, puts the
# three right, resumes, rolls up, and compares every file with runs one after the other.
# Usage: try.sh FOLDER COUNT [parallel|slurm]. The folder must not be there yet. `appraise` is on the path.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bank=$1 count=$2 way=${3:-parallel} quarter=2026Q3
command -v appraise >/dev/null || { echo "appraise is not on the path"; exit 2; }
mkdir "$bank"
node "$here/make.js" "$bank" "$count"
broken=$(sed -n '1p;2p;$p' "$bank/branches.txt")

run() {
  case $way in
  parallel) "$here/parallel/run.sh" "$bank" $quarter ;;
  slurm)
    # Waits for the array, and for a roll-up that can still begin.
    jobs=$("$here/slurm/submit.sh" "$bank" $quarter)
    while squeue --noheader --jobs "${jobs% *}" 2>/dev/null | grep -q .; do sleep 1; done
    sleep 2
    scancel --state=PENDING "${jobs#* }" 2>/dev/null || true
    while squeue --noheader --jobs "${jobs#* }" 2>/dev/null | grep -q .; do sleep 1; done
    test -e "$bank/head-office-$quarter.xlsx"
    ;;
  esac
}

for branch in $broken; do
  file=$bank/packages/$branch/$quarter/deposits.csv
  cp "$file" "$bank/$branch.kept"
  sed -i 's/,A[0-9]*,CNY,活期,[0-9]*/&x/' "$file"
done
echo "three of $count branches are broken:"
if run; then echo 'the roll-up went on without them'; exit 1; fi
for branch in $broken; do
  test ! -e "$bank/results/$branch/$quarter/results.json"
  test -e "$bank/results/$branch/$quarter/problems.csv" 
  mv "$bank/$branch.kept" "$bank/packages/$branch/$quarter/deposits.csv"
done

echo 'put right, and once more:'
run

echo 'one by one:'
while read -r branch; do
  appraise run "$bank/packages/$branch/$quarter" --out "$bank/alone/$branch/$quarter" --quiet --no-progress
done < "$bank/branches.txt"
appraise rollup "$bank/alone" --out "$bank/alone.xlsx" --quiet --no-progress
diff --recursive "$bank/results" "$bank/alone"
cmp "$bank/head-office-$quarter.xlsx" "$bank/alone.xlsx"
echo "$count branches and the roll-up: the same bytes"
