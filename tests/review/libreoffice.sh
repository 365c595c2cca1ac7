#!/bin/sh
# The review loop through LibreOffice: review, fill (openpyxl), re-save headless as xlsx and as ods, apply, review again.
# Usage: tests/review/libreoffice.sh LABCENSUS CENSUS-FOLDER YEAR   (needs python3 with openpyxl, and soffice)
set -eu
labcensus=$1; census=$2; year=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$census"
"$labcensus" review "$year"
python3 "$here/fill.py" "reports/$year/a-valider.xlsx" "$work/rempli.xlsx"
for format in xlsx ods; do
    mkdir -p "$work/$format"
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$format" --outdir "$work/$format" "$work/rempli.xlsx" >/dev/null 2>&1
    "$labcensus" review --apply "$work/$format/rempli.$format"
done
"$labcensus" review "$year"
