"""``metrics.json`` is read and written."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.metrics import read_metrics, write_metrics
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Metric

METRICS = {
    "wu2024selfplay": (
        Metric(
            "citations", 76, "Google Scholar", "https://scholar.google.com/scholar?cites=1", PartialDate(2025, 2, 6)
        ),
        Metric("stars", 0, "GitHub"),
    ),
    "a-key": (Metric("stars", 12),),
    "unknown": (),
}
TEXT = """\
{
  "schema": 1,
  "entries": {
    "a-key": {
      "stars": {
        "count": 12
      }
    },
    "wu2024selfplay": {
      "citations": {
        "count": 76,
        "source": "Google Scholar",
        "url": "https://scholar.google.com/scholar?cites=1",
        "retrieved": "2025-02-06"
      },
      "stars": {
        "count": 0,
        "source": "GitHub"
      }
    }
  }
}
"""


def test_the_file_is_sorted_and_says_what_is_known() -> None:
    assert write_metrics(METRICS) == TEXT
    assert write_metrics({}) == '{\n  "schema": 1,\n  "entries": {}\n}\n'


def test_what_is_written_reads_the_same() -> None:
    known = {key: metrics for key, metrics in METRICS.items() if metrics}
    assert read_metrics(TEXT, "docs/metrics.json") == (known, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "m.json:1: broken-metrics The file can't be read as JSON: Expecting value"),
        ('{"schema": 1,\n "entries": {', "m.json:2: broken-metrics The file can't be read as JSON: "
         "Expecting property name enclosed in double quotes"),
        ("[" * 100000, "m.json: broken-metrics The file can't be read as JSON: it isn't JSON"),
        ("[]", 'm.json: broken-metrics The file isn\'t of the form {"schema": 1, "entries": {…}}'),
        ('{"schema": 2, "entries": {}}', 'm.json: broken-metrics The file isn\'t of the form {"schema": 1, "entries": {…}}'),
        ('{"schema": 1, "entries": {"a": 3}}', "m.json: broken-metrics a: its value can't be read"),
    ],
)  # fmt: skip
def test_a_broken_file_is_reported(text: str, message: str) -> None:
    metrics, problems = read_metrics(text, "m.json")
    assert metrics == {}
    assert [str(problem) for problem in problems] == [message]


@pytest.mark.parametrize(
    "number",
    ["-1", "{}", '{"count": -1}', '{"count": "76"}', '{"count": null}', '{"count": true}', '{"count": 1.5}',
     '{"count": 1, "source": 7}', '{"count": 1, "retrieved": "yesterday"}'],
)  # fmt: skip
def test_a_number_that_is_none_is_left_out_alone(number: str) -> None:
    text = f'{{"schema": 1, "entries": {{"a": {{"citations": {number}, "stars": {{"count": 5}}}}}}}}'
    metrics, problems = read_metrics(text, "m.json")
    assert metrics == {"a": (Metric("stars", 5),)}
    assert [str(problem) for problem in problems] == ["m.json: broken-metrics a: citations can't be read"]


def test_an_unsafe_address_is_dropped() -> None:
    text = '{"schema": 1, "entries": {"a": {"stars": {"count": 5, "url": "javascript:alert(1)"}}}}'
    assert read_metrics(text, "m.json")[0] == {"a": (Metric("stars", 5),)}
