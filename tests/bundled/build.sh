#!/bin/sh
# Rebuilds surveys/<year>/responses from tests/bundled/labs-<year>.toml. Run from the root of the repository.
# Needs LibreOffice (soffice) for the .ods and the .xls; without it the other files are still written.
set -eu
to_convert=target/bundled-census

cargo run --quiet --example bundled-census -- surveys "$to_convert"

if command -v soffice >/dev/null; then
    soffice --headless --convert-to ods --outdir surveys/2020/responses "$to_convert/2020/nice.xlsx"
    soffice --headless --convert-to xls --outdir surveys/2020/responses "$to_convert/2020/poitiers.xlsx"
    soffice --headless --convert-to ods --outdir surveys/2021/responses "$to_convert/2021/lyon.xlsx"
else
    echo "LibreOffice absent : les .ods et le .xls restent tels quels." >&2
fi

# The registers of every year, from tests/bundled/registers/<year>/*.csv.
cargo run --quiet --example bundled-registers -- surveys
