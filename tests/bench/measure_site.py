"""What the files and the pages of entries cost a build: CPU time of whole builds of a made-up site, with and without.

``python measure_site.py`` prints the tables of ``docs/project/benchmarks.md``. ``--quick`` tries it out on few entries.
"""

# ruff: noqa: T201  (a program, whose output is what it is for)
from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate_site import edit_one, write_site

VARIANTS = {
    "pages alone": (),
    "and the files": ("files",),
    "and pages of entries": ("entry_pages",),
    "and index pages": ("index_pages",),
    "and files and pages of entries": ("files", "entry_pages"),
}
"""What is built, as the tags of the site's configuration."""
STAGES = ("cold", "one record changed", "nothing changed")


class Build(NamedTuple):
    """A build: its CPU seconds, and how many files it wrote."""

    seconds: float
    written: int


def build(folder: Path, tags: tuple[str, ...]) -> Build:
    """Build the site as it is now; the CPU time is the whole process's, the kernel's part too."""
    out = folder / "_out"
    before = times_of(out)
    options = [part for tag in tags for part in ("-t", tag)]
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", *options, str(folder), str(out)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"a build failed: {tags}")
    after = times_of(out)
    changed = sum(before.get(path) != time for path, time in after.items())
    return Build(usage.ru_utime + usage.ru_stime, changed)


def times_of(out: Path) -> dict[str, int]:
    """When each file of the site was written; Sphinx's own doctrees apart."""
    found = {}
    for folder, folders, names in os.walk(out):
        folders[:] = [name for name in folders if name != ".doctrees"]
        found |= {f"{folder}/{name}": Path(folder, name).stat().st_mtime_ns for name in names}
    return found


def stages(site: Path, work: Path, tags: tuple[str, ...]) -> list[Build]:
    """The builds of a copy of the site: the first, one after an edit, one after nothing."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(site, work)
    cold = build(work, tags)
    edit_one(work)
    return [cold, build(work, tags), build(work, tags)]


def measure(site: Path, work: Path, runs: int, variants: dict[str, tuple[str, ...]]) -> dict[str, list[Build]]:
    """The medians of each variant's stages; variants take turns, so that a slow moment meets all alike."""
    found: dict[str, list[list[Build]]] = {name: [] for name in variants}
    for _ in range(runs):
        for name, tags in variants.items():
            found[name].append(stages(site, work, tags))
    return {
        name: [Build(median(one.seconds for one in stage), stage[0].written) for stage in zip(*rounds, strict=True)]
        for name, rounds in found.items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1, help="rounds of each measurement; a round is some ten minutes")
    parser.add_argument("--quick", action="store_true", help="with a fiftieth of the entries")
    options = parser.parse_args()
    entries, pages = (200, 5) if options.quick else (10_000, 250)
    with tempfile.TemporaryDirectory() as name:
        site, work = Path(name, "site"), Path(name, "work")
        write_site(site, entries, pages)
        took = measure(site, work, options.runs, VARIANTS)
        print(f"{entries:,} entries on {pages} pages\n")
        print(
            "| what is built | cold | ÷ pages alone | one record changed | files written | nothing changed | written |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|")
        alone = took["pages alone"][0].seconds
        for variant, (cold, changed, idle) in took.items():
            times = (
                f"{cold.seconds:.1f} s | **{cold.seconds / alone:.2f}** | {changed.seconds:.1f} s | {changed.written}"
            )
            print(f"| {variant} | {times} | {idle.seconds:.1f} s | {idle.written} |")
        extra = (took["and pages of entries"][0].seconds - alone) / entries
        print(f"\nA page of an entry: {extra * 1000:.2f} ms.")
        few, some = (100, 5) if options.quick else (500, 250)
        shutil.rmtree(site)
        write_site(site, few, some)
        plain, drawn = ("entry_pages",), ("entry_pages", "pictures")
        pictures = measure(site, work, options.runs, {"pages": plain, "pictures": drawn})
        cost = (pictures["pictures"][0].seconds - pictures["pages"][0].seconds) / few
        print(f"A picture: {cost * 1000:.1f} ms.")


if __name__ == "__main__":
    main()
