"""Readable cases: a title, a source, and what comes of it, between lines that hold a single full stop."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One case of a fixture file."""

    title: str
    source: str
    expected: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    return [Case(texts[i].strip(), texts[i + 1], texts[i + 2]) for i in range(0, len(texts) - 2, 3)]


def write_cases(path: Path, cases: list[Case]) -> None:
    """The file of these cases."""
    path.write_text(
        "\n".join(f"{case.title}\n.\n{case.source}\n.\n{case.expected}\n.\n" for case in cases), encoding="utf-8"
    )
