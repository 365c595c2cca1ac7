#!/bin/sh
# Rebuilds surveys/2020/responses from tests/bundled/labs-2020.toml. Run from the root of the repository.
# Needs LibreOffice (soffice) for the .ods and the .xls; without it the ten other files are still written.
set -eu
responses=surveys/2020/responses
to_convert=target/bundled-census

cargo run --quiet --example bundled-census -- "$responses" "$to_convert"

if command -v soffice >/dev/null; then
    soffice --headless --convert-to ods --outdir "$responses" "$to_convert/nice.xlsx"
    soffice --headless --convert-to xls --outdir "$responses" "$to_convert/poitiers.xlsx"
else
    echo "LibreOffice absent : nice.ods et poitiers.xls restent tels quels." >&2
fi

# The registers of every year, from tests/bundled/registers/<year>/*.csv.
cargo run --quiet --example bundled-registers -- surveys
