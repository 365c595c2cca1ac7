#!/bin/sh
# Time and peak memory on 100,000 rows by 40 columns: the library's bare read, ours end to end (xlsx and csv), and pandas
# with openpyxl where a Python with both is given. Usage: sh benches/large.sh [FOLDER]; PYTHON=… for the last line.
set -eu
folder=${1:-${TMPDIR:-/tmp}/labcensus-large}
cd "$(dirname "$0")/.."
bench=$(cargo bench --bench large --no-run 2>&1 | sed -n 's/.*(\(.*large-[^)]*\)).*/\1/p' | tail -1)
[ -f "$folder/2024/responses/large.xlsx" ] || "$bench" generate "$folder"
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
if [ -n "${PYTHON:-}" ]; then
    measure "pandas + openpyxl" "$PYTHON" -c "import pandas, sys; pandas.read_excel(sys.argv[1], dtype=str)" "$table"
fi
