"""Runs killtrail over each capture and compares with the floor; called by .ci/captures."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FLOOR = pathlib.Path(".ci/captures.floor")
HEAD = """\
# What killtrail must reach on each capture; .ci/captures --raise rewrites it.
# right: deaths told right and harmless signals left out, at least
# false: false stale-PID-file accusations, at most
# stray: flagged cases that the truth does not know, at most
# capture right false stray
"""
# The closing line of check_verdicts.py.
CLOSING = re.compile(
    r"(\d+) deaths told right, (\d+) harmless signals rightly left out, (\d+) of (\d+) scenarios"
    r" wrong, (\d+) false stale-PID-file accusations, (\d+) flagged cases unknown"
)
NEW = (0, 0, 0)  # a capture without a floor must be told without accusations, at least


def read_floor():
    floor = {}
    for line in FLOOR.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, *numbers = line.split()
            floor[name] = tuple(map(int, numbers))
    return floor


def measure(captures, boot):
    """(right, false, stray, scenarios) of one boot, or None and what went wrong."""
    with tempfile.TemporaryDirectory(prefix="killtrail-captures-") as scratch:
        evidence = pathlib.Path(scratch, "evidence")
        report = pathlib.Path(scratch, "report.json")
        shutil.copytree(boot, evidence, ignore=shutil.ignore_patterns("truth.jsonl"))
        run = subprocess.run(
            ["bin/killtrail", "analyze", evidence, "--format", "json", "-o", report],
            capture_output=True,
            text=True,
        )
        if run.returncode != 0:
            return None, f"killtrail exits {run.returncode}: {run.stderr.strip()[-2000:]}"
        check = subprocess.run(
            [sys.executable, captures / "check_verdicts.py", boot / "truth.jsonl", report],
            capture_output=True,
            text=True,
        )
        closing = CLOSING.search(check.stdout)
        if not closing:
            return None, f"check_verdicts.py: {(check.stdout + check.stderr).strip()[-2000:]}"
        deaths, harmless, _, scenarios, false, stray = map(int, closing.groups())
        return (deaths + harmless, false, stray, scenarios), check.stdout


def main():
    captures = pathlib.Path(sys.argv[1])
    options = sys.argv[2:]
    if any(option not in ("--raise", "--verbose") for option in options):
        sys.exit("usage: .ci/captures [--raise] [--verbose]")
    floor = read_floor()
    boots = sorted(path.parent for path in captures.glob("*/boot*/truth.jsonl"))
    reached, failed = {}, False
    print(f"{'capture':<20} {'right':>9} {'floor':>6} {'false':>6} {'stray':>6}")
    for boot in boots:
        name = f"{boot.parent.name}/{boot.name}"
        at_least, most_false, most_stray = floor.get(name, NEW)
        result, said = measure(captures, boot)
        if result is None:
            print(f"{name:<20} FAILED  {said}")
            failed = True
            continue
        right, false, stray, scenarios = result
        reached[name] = (right, false, stray)
        worse = right < at_least or false > most_false or stray > most_stray
        failed |= worse
        print(
            f"{name:<20} {right:>4}/{scenarios:<4} {at_least:>6} {false:>6} {stray:>6}"
            + ("  WORSE" if worse else "")
        )
        if worse or "--verbose" in options:
            print("".join(f"    {line}\n" for line in said.splitlines()), end="")
    if "--raise" in options:
        floor.update(reached)
        rows = [f"{name} {r} {f} {s}\n" for name, (r, f, s) in sorted(floor.items())]
        FLOOR.write_text(HEAD + "".join(rows))
        print(f"captures: {FLOOR} rewritten")
        sys.exit(0 if len(reached) == len(boots) else 1)
    print("captures: worse than the floor" if failed else "captures: ok")
    sys.exit(1 if failed else 0)


main()
