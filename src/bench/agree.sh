#!/bin/sh
# Whether the plain C program and the Java kernel agree, replicate by replicate, on the entries of each state, and how long each takes:
#     src/bench/agree.sh [SCENARIO [REPLICATES]]
# Needs a C compiler, and the program built.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
scenario=${1:-$here/scenarios/belarus-sco.json}
replicates=${2:-1000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"${CC:-cc}" -O2 -o "$scratch/model" "$here/src/bench/c/blocsim.c" -lm
"$here/blocsim" run "$scenario" --replicates "$replicates" --dump-inputs --quiet --out "$scratch/run"
"$scratch/model" "$scratch/run/inputs" "$replicates" "$scratch/c.csv"
awk -F, 'NR > 1 && $7 ~ /^entered/ { n[$1 "," $4]++ } END { for (k in n) print k "," n[k] }' "$scratch/run/transitions.csv" |
    sort >"$scratch/java"
tr -d '\r' <"$scratch/c.csv" | sed 1d | sort >"$scratch/c"
differ=$(comm -3 "$scratch/java" "$scratch/c" | tr -d '\t' | cut -d, -f1 | sort -u | wc -l)
echo "$((replicates - differ)) of $replicates replicates are equal"
"$here/blocsim" bench --worlds "$scenario" --rounds 5
[ "$((differ * 100))" -le "$replicates" ] || {
    echo "more than one replicate in a hundred differs" >&2
    exit 1
}
