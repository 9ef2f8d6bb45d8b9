"""What a long run is doing, shown while a person watches and gone when it ends."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 0.5  # seconds: what is done sooner shows nothing


@contextmanager
def watched(steps: int) -> Iterator[Callable[[str], None]]:
    """A function to be told of each step that begins, of about so many; it shows a bar on a terminal alone."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task("", total=steps)
    began, shown = time.monotonic(), False

    def tell(step: str) -> None:
        nonlocal shown
        if not shown and time.monotonic() - began > _PATIENCE:
            progress.start()
            shown = True
        progress.update(task, description=step, advance=1)

    try:
        yield tell
    finally:
        if shown:
            progress.stop()
