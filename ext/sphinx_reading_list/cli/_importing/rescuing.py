"""What an import would have lost, put back at its place: into the entry's note, or as a text of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.identifiers import is_safe_url
from ...lists.document import Kept, ListItem
from ...lists.markup.escape import escape_text, write_link
from ...lists.markup.markdown import one_line
from .layout import block_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...lists.document import ListDocument, ListSection
    from ...lists.fidelity.compare import Loss
    from ...lists.fidelity.runs import Run


def with_losses(document: ListDocument, losses: Iterable[Loss]) -> ListDocument:
    """The list with what is missing as Markdown, where it stood."""
    waiting: dict[int, list[Loss]] = defaultdict(list)
    for loss in losses:
        waiting[loss.part.line].append(loss)

    def blocks(some: tuple[ListItem | Kept, ...], line: int) -> tuple[ListItem | Kept, ...]:
        done: list[ListItem | Kept] = [Kept(_markdown(loss), loss.line) for loss in waiting.pop(line, ())]
        for block in some:
            found = waiting.pop(block_line(block), [])
            if found and isinstance(block, ListItem):
                note = "\n\n".join(filter(None, [block.entry.note, *map(_markdown, found)]))
                done.append(block._replace(entry=block.entry._replace(note=note)))
            else:
                done += [block, *(Kept(_markdown(loss), loss.line) for loss in found)]
        return tuple(done)

    def section(one: ListSection) -> ListSection:
        return replace(one, blocks=blocks(one.blocks, one.line), sections=tuple(map(section, one.sections)))

    rest = replace(document, blocks=blocks(document.blocks, 0), sections=tuple(map(section, document.sections)))
    # What stood where nothing else did comes at the beginning.
    first = tuple(Kept(_markdown(loss), loss.line) for found in waiting.values() for loss in found)
    return replace(rest, blocks=first + rest.blocks)


def _markdown(loss: Loss) -> str:
    """The texts and links in which something is missing, whole, as one paragraph."""
    return " ".join(text for run in loss.runs if (text := _run(run))) or "…"


def _run(run: Run) -> str:
    text = one_line(run.text)
    if run.url and is_safe_url(run.url):
        return write_link(text, run.url)
    return escape_text(f"{text} ({run.url})".strip() if run.url else text)
