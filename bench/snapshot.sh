#!/bin/sh
# How long a snapshot takes on a host with 50,000 threads. Run it as root: it raises
# kernel.pid_max and kernel.threads-max, and puts them back.
#
#   bench/snapshot.sh [THREADS [RUNS]]

set -eu

threads=${1:-50000}
runs=${2:-7}
each=10000
here=$(cd "$(dirname "$0")" && pwd)
killtrail=$here/../bin/killtrail
work=$(mktemp -d)
pid_max=$(cat /proc/sys/kernel/pid_max)
threads_max=$(cat /proc/sys/kernel/threads-max)
started=

# shellcheck disable=SC2317 # called by trap
put_back() {
  for pid in $started; do
    kill -KILL "$pid" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  echo "$pid_max" >/proc/sys/kernel/pid_max
  echo "$threads_max" >/proc/sys/kernel/threads-max
  rm -rf "$work"
}
trap put_back EXIT
trap 'exit 1' INT TERM

least() { [ "$(cat "$1")" -ge "$2" ] || echo "$2" >"$1"; }
least /proc/sys/kernel/pid_max $((threads * 2 + 20000))
least /proc/sys/kernel/threads-max $((threads * 2 + 20000))

"$killtrail" --version >/dev/null # builds, if need be
left=$threads
while [ "$left" -gt 0 ]; do
  number=$((left < each ? left : each))
  java -Xmx64m -XX:+UseSerialGC "$here/Sleepers.java" "$number" >"$work/ready.$left" 2>&1 &
  started="$started $!"
  left=$((left - number))
done
for ready in $(seq 120); do
  [ "$(cat "$work"/ready.* | grep -c '^ready$')" -eq $(((threads + each - 1) / each)) ] && break
  [ "$ready" -lt 120 ] || { cat "$work"/ready.*; exit 1; }
  sleep 1
done

echo "threads: $(find /proc/[0-9]*/task -maxdepth 1 -mindepth 1 2>/dev/null | wc -l)"
for run in $(seq "$runs"); do
  begun=$(date +%s%N)
  "$killtrail" snapshot -o "$work/all.csv" 2>/dev/null || [ $? -eq 4 ]
  ended=$(date +%s%N)
  echo "run $run: $(((ended - begun) / 1000000)) ms, $(wc -l <"$work/all.csv") lines"
done
