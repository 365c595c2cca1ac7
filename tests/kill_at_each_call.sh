#!/bin/sh
# Kills a run at each system call that touches the report's folder, and checks that what is left is the
# previous report or a whole new one. Linux with strace only: tests/killed.rs kills at moments instead.
#   sh tests/kill_at_each_call.sh [path of the labcensus binary]
set -eu
binary=$(realpath "${1:-target/debug/labcensus}")
census=$(realpath surveys)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
for set in a b; do
    mkdir -p "$home/$set"
    cp -r "$census" "$home/$set/surveys"
done
# The other census has another title, hence other files.
sed -i 's/^title.fr = .*/title.fr = "Autre titre"/' "$home/b/surveys/2020/edition.toml"
for set in a b; do
    (cd "$home/$set" && "$binary" run 2020 --reports "$home/whole" 2>/dev/null)
    mv "$home/whole/2020" "$home/$set/expected"
done
mkdir "$home/reports"
cp -r "$home/a/expected" "$home/reports/2020"
points=0 old=0 new=0
for call in mkdir openat write fsync renameat2 rename unlinkat rmdir; do
    at=1
    while :; do
        # Some come by the hundred: not each of them is tried.
        case $call in openat | write) step=3 ;; fsync) step=2 ;; unlinkat) step=12 ;; *) step=1 ;; esac
        (cd "$home/b" && strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=KILL:when=$at" \
            "$binary" run 2020 --reports "$home/reports" >/dev/null 2>&1) && killed=no || killed=yes
        if [ "$killed" = yes ]; then
            points=$((points + 1))
            if diff -rq "$home/a/expected" "$home/reports/2020" >/dev/null; then
                old=$((old + 1))
            elif diff -rq "$home/b/expected" "$home/reports/2020" >/dev/null; then
                new=$((new + 1))
            else
                echo "killed at $call $at: the report is neither the old one nor the new one" >&2
                diff -rq "$home/a/expected" "$home/reports/2020" >&2 || true
                exit 1
            fi
        fi
        # The next run sweeps what is left, and the one after starts from the first report again.
        (cd "$home/a" && "$binary" run 2020 --reports "$home/reports" 2>/dev/null)
        diff -rq "$home/a/expected" "$home/reports/2020" >/dev/null || { echo "not swept after $call $at" >&2; exit 1; }
        [ "$(ls -A "$home/reports" | tr '\n' ' ')" = ".labcensus.lock 2020 " ] || { echo "leftovers after $call $at" >&2; exit 1; }
        [ "$killed" = yes ] || break
        at=$((at + step))
    done
done
echo "$points runs killed: $old left the previous report, $new a whole new one"
[ "$points" -ge 40 ] || { echo "too few points" >&2; exit 1; }
