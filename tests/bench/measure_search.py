"""What the search costs: bytes of its index by entry, and CPU time of Node.js by question.

``python measure_search.py`` prints the tables of ``docs/project/benchmarks.md``. ``--quick`` tries it out on few entries.
"""

# ruff: noqa: T201  (a program, whose output is what it is for)
from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import tempfile
from pathlib import Path

from catalogue import made_up

from sphinx_reading_list.finding.index import search_index
from sphinx_reading_list.finding.script import call

SIZES = (1250, 2500, 5000, 10_000)
HERE = Path(__file__).parent


def measured(entries: int) -> tuple[int, int, dict[str, float]]:
    """The bytes of an index, plain and gzipped, and what Node.js needs for it, in milliseconds."""
    catalogue = made_up(entries)
    script = call("index", search_index(catalogue, lambda page: f"{page}.html")).encode()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "index.js")
        path.write_bytes(script)
        done = subprocess.run(["node", HERE / "search.mjs", path], capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return len(script), len(gzip.compress(script, 6)), times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the entries")
    quick = parser.parse_args().quick
    found = {size: measured(size) for size in (size // (10 if quick else 1) for size in SIZES)}
    print("| entries | index | gzipped | gzipped, an entry | loading | preparing | longest step |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for size, (plain, small, times) in found.items():
        spent = (f"{times[name]:.0f} ms" for name in ("loading", "preparing", "longest step"))
        print(
            f"| {size:,} | {plain / 1000:,.0f} kB | {small / 1000:,.0f} kB | {small / size:.0f} bytes | {' | '.join(spent)} |"
        )
    print(f"\n| question | {' | '.join(f'{size:,} entries' for size in found)} |")
    print("|---|" + "---:|" * len(found))
    largest = next(reversed(found.values()))[2]
    for name in largest:
        if f"{name}, worst" in largest:
            print(f"| {name} | {' | '.join(f'{times[name]:.1f} ms' for _, _, times in found.values())} |")


if __name__ == "__main__":
    main()
