"""What a file says, as the comparison of a source with its pages counts it."""

from __future__ import annotations

from typing import Any

from sphinx_reading_list.lists.fidelity.runs import Run, runs_of
from sphinx_reading_list.lists.markup.markdown import page_markdown


def runs(text: str) -> list[Run]:
    environment: dict[str, Any] = {}
    return runs_of(page_markdown().parse(text, environment), environment)


def urls(text: str) -> list[str]:
    return [run.url for run in runs(text) if run.url]


def test_a_link_that_a_tag_ends_is_one() -> None:
    assert urls('[One href="#two">Two</a> three](https://a.org) <https://b.org>') == ["https://a.org", "https://b.org"]


def test_a_definition_in_use_counts_where_it_is_used() -> None:
    text = '- [Notes][n] and [again][n]\n\n[n]: https://example.org/notes "On the Engine"\n'
    assert urls(text) == ["https://example.org/notes", "https://example.org/notes"]
    assert "".join(run.text for run in runs(text)).count("On the Engine") == 2


def test_a_definition_that_nothing_refers_to_counts_by_itself() -> None:
    assert runs('[n]: https://example.org/n "Notes"\n') == [Run("Notes", "https://example.org/n", 1)]


def test_a_definition_that_came_too_late_counts_too() -> None:
    text = "[Notes][n]\n\n[n]: https://example.org/1\n[n]: https://example.org/2\n"
    assert urls(text) == ["https://example.org/1", "https://example.org/2"]
