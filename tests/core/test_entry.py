"""What a page says of an entry is the same wherever it stands."""

from __future__ import annotations

import pickle

from sphinx_reading_list.core.entry import Location, PageEntry

here, there = PageEntry("a", "A", location=Location("a.md", 1)), PageEntry("a", "A", location=Location("b.md", 2))


def test_a_place_tells_no_entries_apart() -> None:
    assert here == there
    assert not here != there  # noqa: SIM202  (this operator is a method of its own)
    assert len({here, there}) == 1


def test_what_it_says_does() -> None:
    other = here._replace(note="n")
    assert here != other
    assert not here == other  # noqa: SIM201
    assert here != tuple(here)


def test_its_place_is_kept_with_it() -> None:
    assert pickle.loads(pickle.dumps(there)).location == Location("b.md", 2)
    assert str(there.location) == "b.md:2"
