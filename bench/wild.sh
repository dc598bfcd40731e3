#!/usr/bin/env bash
# Reads every file below a directory of real logs, and prints for each what it was taken for, how many records were
# recognised and rejected, and why. Nothing of it is kept.
#
#   bench/wild.sh DIRECTORY [OPTION...]     options as of "killtrail ingest", such as --year 2022
set -euo pipefail

[ $# -ge 1 ] && [ -d "$1" ] || { echo "usage: ${0##*/} DIRECTORY [OPTION...]" >&2; exit 2; }
killtrail=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/bin/killtrail
directory=$(cd "$1" && pwd)
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$killtrail" ingest --index "$work/index" "$@" "$directory" >"$work/summary" || [ $? -eq 4 ]
"$killtrail" rejected --index "$work/index" >"$work/rejected"
"$killtrail" report --index "$work/index" --format json >"$work/report.json"

python3 - "$directory" "$work" <<'EOF'
import collections, json, sys

directory, work = sys.argv[1:]
reasons = collections.defaultdict(list)
with open(work + "/rejected", encoding="utf-8") as lines:
    for line in lines:
        place, reason, beginning = line.rstrip("\n").split("\t")
        path, offset = place.rsplit(":", 1)
        reasons[path].append((int(offset), reason, beginning))

with open(work + "/report.json", encoding="utf-8") as report:
    inputs = json.load(report)["inputs"]

records = rejected = unknown = 0
for read in sorted(inputs, key=lambda read: read["path"]):
    name = read["path"].removeprefix(directory + "/")
    kind = read["format"] or "not evidence"
    records += read["records"]
    rejected += read["rejected"]
    unknown += read["format"] is None or read["format"] == "not evidence"
    print(f"{read['records']:7} {read['rejected']:6}  {kind:20} {name}")
    for offset, reason, beginning in sorted(reasons[read["path"]])[:10]:
        print(f"{'':16}{offset}: {reason}: {beginning[:100]}")
    more = len(reasons[read["path"]]) - 10
    if more > 0:
        print(f"{'':16}and {more} more")
print(f"{records:7} {rejected:6}  records and rejected lines in {len(inputs)} files, {unknown} of them not evidence")
EOF
cat "$work/summary"
