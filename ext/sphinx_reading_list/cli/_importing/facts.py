"""The files of records and numbers, with what an import adds to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...bib.editing import add_records, replace_record
from ...bib.metrics import read_metrics, write_metrics
from .._files import FailedError, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ...core.dates import PartialDate
    from ...core.entry import Metric
    from ...core.record import Record


class Numbers(NamedTuple):
    """The text of the file of numbers, before and after, and those of each entry, old ones and what a list says."""

    before: str
    after: str
    metrics: dict[str, tuple[Metric, ...]]


def plan_records(text: str, new: Mapping[str, str], updated: Mapping[str, Record]) -> str:
    """The text of the .bib file with new records (their texts by their keys), and with those that follow a change of the list."""
    for record in updated.values():
        text = replace_record(text, record)
    return add_records(text, new) if new else text


def plan_metrics(path: Path, as_of: PartialDate | None, found: Mapping[str, tuple[Metric, ...]]) -> Numbers:
    """What becomes of the file of numbers; what a list says is told even where the file knows a newer number."""
    if not found:
        return Numbers("", "", {})
    old = read_text(path, missing="")
    known, problems = read_metrics(old, str(path)) if old else ({}, [])
    if problems:
        raise FailedError(problems[0])
    dated = {key: tuple(replace(metric, retrieved=as_of) for metric in metrics) for key, metrics in found.items()}
    merged = known | {key: _newest(known.get(key, ()), metrics) for key, metrics in dated.items()}
    new = write_metrics(merged) if merged != known else old
    return Numbers(old, new, {key: (*merged[key], *metrics) for key, metrics in found.items()})


def _newest(known: Iterable[Metric], new: Iterable[Metric]) -> tuple[Metric, ...]:
    """Of each number the one that was read last; one without a date is older than one with."""
    by_name = {metric.name: metric for metric in known}
    for metric in new:
        old = by_name.get(metric.name)
        if old is None or str(metric.retrieved or "") >= str(old.retrieved or ""):
            by_name[metric.name] = metric
    return tuple(by_name.values())
