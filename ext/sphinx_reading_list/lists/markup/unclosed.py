"""HTML that is never closed, as the text it is."""

from __future__ import annotations

_PAIRS = (("<!--", "-->"), ("<![", "]>"), ("<", ">"))


def without_unclosed(source: str) -> str:
    """HTML in which nothing opens that has no end; the lines stay what they are.

    Python's parser looks for the end of each to the end of the text, which takes quadratic time where there are many.
    """
    for opened, closed in _PAIRS:
        end = source.rfind(closed)
        end = end + len(closed) if end >= 0 else 0
        if opened in source[end:]:
            source = source[:end] + source[end:].replace(opened, f"&lt;{opened[1:]}")
    return source
