"""What a static badge says: the text of ``https://img.shields.io/badge/ICLR-2024-blue`` is in its address."""

from __future__ import annotations

from ...core.identifiers import path_parts


def badge_texts(url: str) -> tuple[str, ...]:
    """What a static badge may say: its message, and its label with that; nothing for any other picture.

    In the address ``-`` parts label, message and colour, ``--`` is a dash and ``_`` a blank (shields.io/badges).
    """
    steps = path_parts(url)
    if "shields.io" not in url or len(steps) < 2 or steps[0] != "badge":
        return ()
    parts = steps[1].replace("--", "\0").replace("__", "\1").split("-")
    words = [part.replace("_", " ").replace("\0", "-").replace("\1", "_").strip() for part in parts]
    said = words[:-1] if len(words) > 1 else words
    return (said[-1], " ".join(said))
