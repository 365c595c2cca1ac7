#!/bin/sh
# Times `classify` on 30,000 distinct texts made from a labelled file: tests/classify/speed.sh LABCENSUS GOLD.csv
# Half as many texts should take half as long. Needs python3; use an optimised build.
set -eu
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 - "$2" "$work" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf8")))
for question in sorted({row["question"] for row in rows}):
    texts = [row["text"].replace("\n", " ; ") for row in rows if row["question"] == question]
    lines, turn = {}, 0
    while len(lines) < 30_000:
        text, at = texts[turn % len(texts)], turn // len(texts)
        lines[f"{text} x{at}" if at % 4 == 3 else text + " " * (at % 50) + "." * (at // 50)] = None
        turn += 1
    for size in (15_000, 30_000):
        with open(f"{sys.argv[2]}/{question}-{size}", "w", encoding="utf8") as file:
            file.write("\n".join(list(lines)[:size]) + "\n")
PY
for file in "$work"/*; do
    name=$(basename "$file")
    start=$(date +%s%N)
    "$1" classify "${name%-*}" --json < "$file" > /dev/null
    echo "$name texts: $(( ($(date +%s%N) - start) / 1000000 )) ms"
done
