"""A page as lines, edited in place: what isn't asked for keeps every byte."""

from __future__ import annotations

from .state import digest


class PageText:
    """The lines of a page, and the edits that are to be made: lines replaced, texts put in before a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.edits: list[tuple[int, int, str]] = []
        self._position = 0

    def insert(self, place: int, text: str) -> None:
        """Put a text before a line (counted from 0), a blank line on either side; of several, in this order."""
        self.edits.append((place, place, text))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of lines."""
        self.edits.append((start, end, text))

    def find(self, text: str) -> int:
        """The line (counted from 0) on which a text begins, the next one first; -1 where it isn't."""
        position = self._found(text, self._position)
        if position < 0:
            position = self._found(text, 0)
        if position < 0:
            return -1
        self._position = position + len(text)
        return self.text.count("\n", 0, position)

    def _found(self, text: str, start: int) -> int:
        """Where a text stands as whole lines."""
        while (start := self.text.find(text, start)) >= 0:
            end = start + len(text)
            if self.text[start - 1 : start] in ("", "\n") and self.text[end : end + 1] in ("", "\n"):
                return start
            start += 1
        return -1

    def find_digest(self, wanted: str, count: int) -> int:
        """The line on which so many lines begin that have that digest; -1 where none do."""
        starts = range(len(self.lines) - count + 1)
        return next((n for n in starts if digest("\n".join(self.lines[n : n + count])) == wanted), -1)

    def result(self) -> str:
        """The page with the edits made."""
        if not self.edits:
            return self.text
        lines = self.lines.copy()
        ordered = sorted(enumerate(self.edits), key=lambda pair: (pair[1][0], pair[1][1], pair[0]), reverse=True)
        # From the end to the beginning; of two at one place the later one first, so that it ends up behind.
        for _, (start, end, text) in ordered:
            new = text.rstrip("\n").split("\n")
            before = [""] if start == end and start and lines[start - 1] != "" else []
            after = [""] if start == end and lines[start : start + 1] != [""] else []
            lines[start:end] = [*before, *new, *after]
        return "\n".join(lines).rstrip("\n") + "\n"
