"""When Python looks for cyclic garbage, while millions of small values are made that stay."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_collection() -> Iterator[None]:
    """Inside it no garbage is looked for, and nothing that is there in the end is ever looked at for being garbage.

    Next to nothing of an import is cyclic. With Python's own settings a quarter of its time would go into looking.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Else all of it would be searched at once, and again as the program ends.
        gc.freeze()
        if was_enabled:
            gc.enable()
