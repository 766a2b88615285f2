#!/bin/sh
# Makes the gallery anew, or the folders that are named: results/gallery/make.sh [FOLDER...]. All of it takes a quarter of an hour or more.
# Each folder keeps what its tables, pages and charts need: no pictures of pixels, and what is large packed or left out.
set -eu

cd "$(dirname "$0")/../.."
gallery=results/gallery
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

if [ $# -eq 0 ]; then
    set -- all-blocs-hindcast sco-hindcast brics-2023-25 transfer belarus-morris belarus-sobol charts
fi

# A folder of results as the gallery keeps it: $1 made, $2 its name.
keep() {
    find "$1" -name '*.png' -delete
    for file in far/forecasts.csv; do
        if [ -f "$1/$file" ]; then
            gzip -9 -n "$1/$file"
        fi
    done
    mkdir -p "$gallery/$2"
    cp -R "$1/." "$gallery/$2/"
}

for name in "$@"; do
    case $name in
        all-blocs-hindcast)
            ./blocsim backtest --quiet "scenarios/studies/$name.json" --out "$made/$name"
            keep "$made/$name" "$name"
            ./blocsim calibrate --quiet "scenarios/studies/$name.json" --out "$made/fit"
            rm "$made/fit/calibrated.json" "$made/fit/covariance.csv"
            keep "$made/fit" "$name/fit"
            ;;
        transfer)
            ./blocsim backtest --quiet "scenarios/studies/$name.json" --out "$made/$name"
            gzip -9 -n "$made/$name/forecasts.csv"
            keep "$made/$name" "$name"
            ;;
        sco-hindcast | brics-2023-25)
            ./blocsim backtest --quiet "scenarios/studies/$name.json" --out "$made/$name"
            keep "$made/$name" "$name"
            ;;
        belarus-morris | belarus-sobol)
            ./blocsim sensitivity --quiet "scenarios/studies/$name.json" --out "$made/$name"
            rm "$made/$name/sensitivity/sensitivity.html"
            keep "$made/$name/sensitivity" "$name"
            ;;
        charts)
            # Charts of runs and of the comparison, which the test draws itself; and those of the tables above.
            mvn -B -q -Dquick test -Dtest=KeptChartsTest -Dupdate=true
            ;;
        *)
            echo "make.sh: there is no folder $name in the gallery that is made by itself" >&2
            exit 2
            ;;
    esac
done
