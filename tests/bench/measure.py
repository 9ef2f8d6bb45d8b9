"""What an import costs: CPU time of whole processes, beside that of markdown-it-py parsing the same files.

``python measure.py`` prints the tables of ``docs/project/benchmarks.md``. ``--quick`` tries it out on few entries.
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

from generate import FORMS, write_lists

_PARSE = """\
import sys
from pathlib import Path
from markdown_it import MarkdownIt
parser = MarkdownIt("commonmark").enable("table")
for path in sys.argv[1:]:
    parser.parse(Path(path).read_text(encoding="utf-8"))
"""
_READ = """\
import sys
from pathlib import Path
from sphinx_reading_list.lists.markup.decoding import decode
from sphinx_reading_list.lists.reading import read_list
for path in sys.argv[1:]:
    read_list(decode(Path(path).read_bytes(), path)[0], path)
"""
_IMPORT = """\
import sys
from sphinx_reading_list.cli import main
main(["import", *sys.argv[1:], "--to", "out/list", "--bib", "out/refs.bib"])
"""
_PROGRAMS = {"markdown-it-py": _PARSE, "reading": _READ, "import": _IMPORT, "import again": _IMPORT}


_BASES = {"HTML tables": "tables"}
"""The form whose parsing others are measured by: markdown-it-py leaves a table in HTML as one block that it doesn't read."""


class Cost(NamedTuple):
    """What a process took: CPU seconds, the kernel's part too, and the most memory that it had, in MB."""

    seconds: float
    memory: float


class Times(NamedTuple):
    """What each program takes, start-up apart."""

    parse: Cost
    read: Cost
    first: Cost
    again: Cost


def cost_of(program: str, files: list[Path], folder: Path) -> Cost:
    """What a Python process takes that runs a program on files."""
    command = [sys.executable, "-c", program, *map(str, files)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"exit status {os.waitstatus_to_exitcode(status)}: {program}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def one_round(files: list[Path], parsed: list[Path], folder: Path) -> list[Cost]:
    """The cost of each program, one after the other: a slow moment of the machine meets all alike."""
    found = []
    for name, program in _PROGRAMS.items():
        if name == "import":
            shutil.rmtree(folder / "out", ignore_errors=True)
        found.append(cost_of(program, parsed if name == "markdown-it-py" else files, folder))
    return found


def times(files: list[Path], parsed: list[Path], folder: Path, runs: int) -> Times:
    """The median of several rounds, less that of as many rounds on a file of one line.

    ``parsed`` are the files that markdown-it-py parses.
    """
    little = folder / "little.md"
    little.write_text("- [a](https://example.org)\n", encoding="utf-8")
    start_up = _medians([one_round([little], [little], folder) for _ in range(runs)])
    work = _medians([one_round(files, parsed, folder) for _ in range(runs)])
    return Times(
        *(Cost(all_of_it - start, memory) for (all_of_it, memory), (start, _) in zip(work, start_up, strict=True))
    )


def _medians(rounds: list[list[Cost]]) -> list[Cost]:
    return [
        Cost(median(one.seconds for one in column), median(one.memory for one in column))
        for column in zip(*rounds, strict=True)
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="rounds of each measurement")
    parser.add_argument("--quick", action="store_true", help="one round with a fiftieth of the entries")
    parser.add_argument("--form", choices=FORMS, help="measure this one alone")
    options = parser.parse_args()
    runs, part = (1, 50) if options.quick else (options.runs, 1)
    print("| entries | form | parsing | reading | import | again | memory | ÷ |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|")
    sizes = [(1750, "reference"), (14000, "reference"), *((7000, form) for form in FORMS)]
    for entries, form in sizes:
        if options.form not in (None, form):
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            files = write_lists(folder / "lists", entries // part, form)
            base = _BASES.get(form)
            parsed = write_lists(folder / "base", entries // part, base) if base else files
            took = times(files, parsed, folder, runs)
            parse = took.parse.seconds
            row = (
                f"{cost.seconds:.2f}\N{NO-BREAK SPACE}s ({cost.seconds / parse:.1f}\N{NO-BREAK SPACE}×)"
                for cost in took[1:]
            )
            print(
                f"| {entries // part:,} | {form} | {parse:.2f}\N{NO-BREAK SPACE}s | {' | '.join(row)} | {took.first.memory:.0f}\N{NO-BREAK SPACE}MB"
                f" | **{took.first.seconds / parse:.1f}** |",
                flush=True,
            )


if __name__ == "__main__":
    main()
