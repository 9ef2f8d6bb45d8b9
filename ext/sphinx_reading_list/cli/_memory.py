"""How often Python looks for cyclic garbage, while millions of small values are made that stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFTEN_ENOUGH = 1_000_000  # new objects; each search walks many of those that are there


@contextmanager
def rare_collection() -> Iterator[None]:
    """Inside it garbage is looked for rarely. An import with Python's own settings spends a quarter of its time so."""
    before = gc.get_threshold()
    gc.set_threshold(_OFTEN_ENOUGH, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
