#!/bin/sh
# Time and peak memory of large censuses, each measured in a process of its own, three times:
# - 100,000 rows by 40 columns, with a register of 100,000 bodies: calamine's bare streaming read; ours through the guard,
#   the layout, the normalisation and the figures (xlsx, and the same table as csv); the same with repeated texts five
#   times as long; and pandas, with openpyxl and with calamine, which only read the table, where a Python has them;
# - the same census through `labcensus run`, every format written;
# - 30 years of 100 labs, and 5 and 10 years of 60,000 establishments, from csv: every year read, every trend computed.
# Usage: sh benches/large.sh [FOLDER]; PYTHON=… names a Python with pandas, openpyxl and python-calamine.
set -eu
folder=${1:-${TMPDIR:-/tmp}/labcensus-large}
cd "$(dirname "$0")/.."
cargo build --release --quiet
run=${CARGO_TARGET_DIR:-target}/release/labcensus
bench=$(cargo bench --bench large --no-run 2>&1 | sed -n 's/.*(\(.*large-[^)]*\)).*/\1/p' | tail -1)
[ -f "$folder/2024/responses/large.xlsx" ] || "$bench" generate "$folder"
[ -d "$folder/longer" ] || "$bench" generate "$folder/longer" 100000 5
[ -d "$folder/thirty" ] || "$bench" years "$folder/thirty" 30 100
[ -d "$folder/five" ] || "$bench" years "$folder/five" 5 60000
[ -d "$folder/ten" ] || "$bench" years "$folder/ten" 10 60000
measure() {
    name=$1
    shift
    for turn in 1 2 3; do
        /usr/bin/time -f "$name;%e s;%U s of processor;%M kB" "$@" 2>&1 >/dev/null | tail -1
    done
}
table="$folder/2024/responses/large.xlsx"
measure "calamine, bare read" "$bench" bare "$table"
measure "labcensus, xlsx" "$bench" ours "$folder"
measure "labcensus, csv" "$bench" ours "$folder/csv"
measure "labcensus, xlsx, texts 5 times longer" "$bench" ours "$folder/longer"
measure "labcensus run, every format" "$run" run --surveys "$folder" --reports "$folder/reports"
measure "30 years of 100 labs" "$bench" series "$folder/thirty"
measure "5 years of 60,000" "$bench" series "$folder/five"
measure "10 years of 60,000" "$bench" series "$folder/ten"
if [ -n "${PYTHON:-}" ]; then
    for engine in openpyxl calamine; do
        measure "pandas + $engine, read only" "$PYTHON" -c \
            "import pandas, sys; pandas.read_excel(sys.argv[1], dtype=str, engine=sys.argv[2])" "$table" "$engine"
    done
fi
