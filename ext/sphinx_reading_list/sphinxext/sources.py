"""The files that a build reads beside its pages: the .bib file and the metrics, each once a build.

Parsed records are kept beside Sphinx's own caches, under the digest of the file they came from.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..bib.metrics import read_metrics
from ..bib.reading import read_bibliography
from ..core.entry import Location
from ..core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..core.entry import Metric
    from ..core.record import Record


@dataclass(frozen=True, slots=True)
class Sources:
    """What the files say: records by key, metrics by key, and what is wrong with the files."""

    records: Mapping[str, Record] = field(default_factory=dict)
    metrics: Mapping[str, tuple[Metric, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_sources(bib: Path | None, metrics: Path, cache: Path) -> Sources:
    """Read the .bib file (through ``cache``, a folder) and the metrics; a missing metrics file is no problem."""
    records: Mapping[str, Record] = {}
    known: Mapping[str, tuple[Metric, ...]] = {}
    problems: list[Problem] = []
    if bib is not None and (text := _read(bib, problems)) is not None:
        records, found = _cached_records(text, _shown(bib), cache / "reading_list_records.pickle")
        problems += found
    if metrics.is_file() and (text := _read(metrics, problems)) is not None:
        known, found = read_metrics(text, _shown(metrics))
        problems += found
    return Sources(records, known, tuple(problems))


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _read(path: Path, problems: list[Problem]) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        problems.append(Problem(Code.UNREADABLE_FILE, f"can't be read: {error.strerror}", Location(_shown(path))))
    except UnicodeDecodeError as error:
        message = f"isn't UTF-8 (byte {error.start}); nothing of it is used"
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.append(Problem(Code.NOT_UTF8, message, Location(_shown(path), line)))
    return None


def _cached_records(text: str, shown: str, cache: Path) -> tuple[Mapping[str, Record], list[Problem]]:
    digest = hashlib.sha256(f"{__version__}\0{shown}\0{text}".encode()).hexdigest()
    try:
        kept: Any = pickle.loads(cache.read_bytes())  # noqa: S301  (our own file, beside Sphinx's own pickles)
        if kept[0] == digest:
            return kept[1], kept[2]
    except Exception:  # noqa: S110  (any damage to a cache means that there is none)
        pass
    records, problems = read_bibliography(text, shown)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps((digest, records, problems), pickle.HIGHEST_PROTOCOL))
    return records, problems
