#!/bin/sh
# Races labcensus against what an analyst would write instead (pandas, openpyxl, matplotlib, XlsxWriter), on
# the same twelve fiches, each writing its report from nothing. Whole processes, cold report folder.
#   sh benches/race.sh [binary] [runs]
# Needs hyperfine, python3 with pandas openpyxl xlrd odfpy matplotlib xlsxwriter, and the shared workspace
# (LABCENSUS_SHARED or ../shared) for the peer; without it only labcensus is timed, on the bundled fiches.
set -eu
binary=$(realpath "${1:-target/release/labcensus}")
runs=${2:-20}
shared=${LABCENSUS_SHARED:-../shared}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/surveys/2020"
cp surveys/2020/edition.toml "$home/surveys/2020/"
if [ -f "$shared/bench/peer.py" ]; then
    shared=$(realpath "$shared")
    cp -r "$shared/data/2020/responses" "$home/surveys/2020/responses"
    set -- "python3 -W ignore $shared/bench/peer.py fiches $home/surveys/2020/responses $home/peer"
else
    cp -r surveys/2020/responses "$home/surveys/2020/responses"
    set --
fi
cd "$home"
# Every format, then those that the peer writes too.
same="$binary run --only xlsx,md,charts,data"
hyperfine --warmup 3 --runs "$runs" --prepare "rm -rf $home/reports $home/peer" "$binary run" "$same" "$@"
for command in "$binary run" "$same" "$@"; do
    # shellcheck disable=SC2086 # the command and its arguments, apart
    /usr/bin/time -f "%e s, %M kB at the peak: $command" $command >/dev/null
done
