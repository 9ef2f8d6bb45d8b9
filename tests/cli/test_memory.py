"""What an import asks of Python's search for garbage, and that it is as before in the end."""

from __future__ import annotations

import gc

import pytest

from sphinx_reading_list.cli._memory import without_collection


@pytest.fixture(autouse=True)
def _as_before():
    was_enabled = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_is_looked_for_as_before_in_the_end(enabled):
    (gc.enable if enabled else gc.disable)()
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled() == enabled


def test_what_was_made_is_not_searched():
    with without_collection():
        made = [[] for _ in range(1000)]
    assert gc.get_freeze_count() >= len(made)
