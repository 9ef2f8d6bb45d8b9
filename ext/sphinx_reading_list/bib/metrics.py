"""``metrics.json``: the numbers that change from week to week, each with its source and date.

The program alone writes this file; a site reads it. A number that is unknown isn't in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..core.dates import PartialDate
from ..core.entry import Location, Metric
from ..core.identifiers import is_safe_url
from ..core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = 1


def read_metrics(text: str, path: str) -> tuple[dict[str, tuple[Metric, ...]], list[Problem]]:
    """The numbers by citation key, and what is wrong with the file; what can be read of it is used. Never raises."""
    try:
        content = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        what = getattr(error, "msg", "it isn't JSON")
        return {}, [Problem(Code.BROKEN_METRICS, f"The file can't be read as JSON: {what}", Location(path, line))]
    place = Location(path)
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, dict) or content.get("schema") != SCHEMA:
        message = f'The file isn\'t of the form {{"schema": {SCHEMA}, "entries": {{…}}}}'
        return {}, [Problem(Code.BROKEN_METRICS, message, place)]
    found: dict[str, tuple[Metric, ...]] = {}
    problems: list[Problem] = []
    for key, numbers in entries.items():
        metrics = []
        for name, number in numbers.items() if isinstance(numbers, dict) else [("", None)]:
            metric = _metric(name, number)
            if metric:
                metrics.append(metric)
            else:
                problems.append(Problem(Code.BROKEN_METRICS, f"{key}: {name or 'its value'} can't be read", place))
        if metrics:
            found[key] = tuple(metrics)
    return found, problems


def write_metrics(metrics: Mapping[str, tuple[Metric, ...]]) -> str:
    """The text of the file: sorted, so that a new number changes its own lines only."""
    entries = {
        key: {metric.name: dict(_known(metric)) for metric in sorted(metrics[key], key=lambda metric: metric.name)}
        for key in sorted(metrics)
        if metrics[key]
    }
    return json.dumps({"schema": SCHEMA, "entries": entries}, ensure_ascii=False, indent=2) + "\n"


def _known(metric: Metric) -> Iterator[tuple[str, object]]:
    yield "count", metric.count
    if metric.source:
        yield "source", metric.source
    if metric.url:
        yield "url", metric.url
    if metric.retrieved:
        yield "retrieved", metric.retrieved.isoformat()


def _metric(name: str, number: Any) -> Metric | None:
    """A metric of the file; ``None`` where it has no count, or anything in it is of another type."""
    if not isinstance(number, dict):
        return None
    count = number.get("count")
    texts = [number.get(field, "") for field in ("source", "url", "retrieved")]
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        return None
    if not all(isinstance(text, str) for text in texts):
        return None
    source, url, retrieved = texts
    try:
        date = PartialDate.parse(retrieved) if retrieved else None
    except ValueError:
        return None
    return Metric(name, count, source, url if is_safe_url(url) else "", date)
