"""What a curator says of a section before its first card, in short, for pages that name the section."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from ..core.words import cleaned

MOST = 280
"""How many characters of it are shown elsewhere."""


def introduction(card: nodes.Element) -> str:
    """The first paragraph between a section's heading and its first card, as plain text; empty where there is none.

    One that refers to other places of the site is passed over: their titles aren't known while a page is read.
    """
    below = card
    while below.parent is not None and not isinstance(below.parent, nodes.section | nodes.document):
        below = below.parent
    before = below.parent.children[: below.parent.index(below)] if below.parent is not None else []
    for child in before:
        if isinstance(child, nodes.paragraph) and not any(True for _ in child.findall(addnodes.pending_xref)):
            return shortened(cleaned(child.astext()))
    return ""


def shortened(text: str) -> str:
    """A text that is too long, up to its last sentence that isn't, else up to its last word that isn't."""
    if len(text) <= MOST:
        return text
    kept = text[:MOST]
    sentence = max(kept.rfind(end) for end in (". ", "! ", "? ", "。"))
    if sentence > MOST // 3:
        return kept[: sentence + 1]
    return kept[: kept.rfind(" ")].rstrip(" ,;:–—-") + "…" if " " in kept else kept + "…"
