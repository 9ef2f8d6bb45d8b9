"""A source compared with what came of it: what is missing, and where it stood."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ...core.dates import MONTHS
from ...core.identifiers import canonical_url, is_safe_url
from ..markup.addresses import nested_address
from .said import Said
from .words import link_name, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .runs import Run

_FIELDS = frozenset(
    "abs abstract and arxiv author authors by cication citation citations cited conference date doi et al from html journal"
    " keyword keywords link links others paper pdf preprint proc proceedings published publisher tag tags title url venue year in und".split()
)
"""Words that only name a fact of an entry: the fact itself has to be there."""
_NOTHING = Said()
_PLACEHOLDERS = frozenset({"", "none", "null", "nan", "todo", "n/a", "#"})


@dataclass
class Part:
    """A part of a source, from a line to the next part: what the output says of it, and what was taken off there.

    A part without ``said`` (a heading, prose) may be anywhere in the output. What is ``excused`` isn't looked for.
    """

    line: int
    said: Said | None = None
    removed: Said = field(default_factory=Said)
    excused: bool = False


@dataclass(frozen=True)
class Loss:
    """What of a part of the source is nowhere in the output: words and links as they are written there."""

    part: Part
    runs: tuple[Run, ...]
    words: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def line(self) -> int:
        """The first line of it."""
        return min(run.line for run in self.runs)


def compare(source: Iterable[Run], parts: Sequence[Part], besides: Said, base_url: str = "") -> list[Loss]:
    """What the source says and the output doesn't, in the order of the source.

    Each part is compared with its own output first; what is missing there may stand ``besides``, or be what another
    part has too many of. The cost is linear in the size of both.
    """
    comparison = _Comparison(parts, besides, base_url)
    comparison.sort(source)
    return comparison.losses()


@dataclass
class _Missing:
    part: Part
    runs: list[Run]
    words: Counter[str]
    urls: list[str]


class _Comparison:
    def __init__(self, parts: Sequence[Part], besides: Said, base_url: str) -> None:
        self.parts = sorted(parts, key=lambda part: part.line)
        if not self.parts or self.parts[0].line > 1:
            self.parts.insert(0, Part(1))
        self.besides, self.base_url = besides, base_url
        self.words, self.links = besides.words.copy(), besides.links.copy()
        self.runs: list[list[Run]] = [[] for _ in self.parts]
        self._surplus: str | None = None
        self._canonical: set[str] | None = None

    def sort(self, source: Iterable[Run]) -> None:
        """Give each run to the part that it stands in."""
        lines = [part.line for part in self.parts]
        for run in source:
            self.runs[max(bisect_right(lines, run.line) - 1, 0)].append(run)

    def losses(self) -> list[Loss]:
        missing = [
            found
            for part, runs in zip(self.parts, self.runs, strict=True)
            if not part.excused and (found := self._locally(part, runs))
        ]
        return [loss for found in missing if (loss := self._anywhere(found))]

    def _locally(self, part: Part, runs: list[Run]) -> _Missing | None:
        """What the part's own output lacks; what it has too many of goes to the others."""
        said = part.said or _NOTHING
        words = _numbers(words_of("\n".join(said.texts + part.removed.texts)))
        links = _numbers([link_name(url) for url in said.urls + part.removed.urls if url])
        need = words_of("\n".join([run.text for run in runs]))
        lacking = _without(need, words)
        urls = [run.url for run in runs if run.url and not self._take_link(run.url, links)]
        if part.said:
            _add_to(self.words, words)
            if lacking:
                lacking = _without_forms(lacking, part, Counter(words))
            urls = _without_variants(urls, part)
        _add_to(self.links, links)
        if not lacking and not urls:
            return None
        return _Missing(part, runs, _in_order_of(need, Counter(lacking)), urls)

    def _take_link(self, url: str, links: dict[str, int]) -> bool:
        if _take(link_name(url), links) or ((resolved := self._resolved(url)) and _take(resolved, links)):
            return True
        return url.strip().lower() in _PLACEHOLDERS or url.startswith("#")

    def _resolved(self, url: str) -> str:
        if not self.base_url or "://" in url:
            return ""
        try:
            return link_name(urljoin(self.base_url, url))
        except ValueError:
            return ""

    def _anywhere(self, found: _Missing) -> Loss | None:
        """What is missing in the rest of the output too."""
        urls = [url for url in found.urls if not self._take_link(url, self.links) and not self._is_known(url)]
        words = found.words.copy()
        for url in urls.copy():
            if (nested := nested_address(url)) and self.links[link_name(nested)] > 0:
                # A link that stood where an address belongs was put right.
                urls.remove(url)
                continue
            if not is_safe_url(url):
                # No page may link there: the address is text.
                urls.remove(url)
                words.update(words_of(url))
        lost = Counter[str]()
        for word, count in words.items():
            taken = min(count, max(self.words[word], 0))
            self.words[word] -= taken
            if count > taken and not self._is_glued(word):
                lost[word] = count - taken
        if not lost and not urls:
            return None
        runs = [
            run
            for run in found.runs
            if run.url in urls or any(word in lost for word in words_of(f"{run.text} {run.url}"))
        ]
        return Loss(found.part, tuple(runs or found.runs), tuple(lost), tuple(urls))

    def _is_glued(self, word: str) -> bool:
        if len(word) < 3 and word.isascii():
            return False
        if self._surplus is None:
            self._surplus = _in_one_run(self.besides, self.words)
        return word in self._surplus

    def _is_known(self, url: str) -> bool:
        if self._canonical is None:
            self._canonical = {canonical_url(other) for other in self.besides.urls}
        return canonical_url(url) in self._canonical


def _in_one_run(said: Said, surplus: Counter[str]) -> str:
    """The words that a place has too many of, in their order and glued: what is a part of it is glued or taken apart."""
    return "".join(word for word in words_of("\n".join(said.texts)) if surplus[word] > 0)


def _without_forms(lacking: list[str], part: Part, surplus: Counter[str]) -> list[str]:
    """The words without those that the entry says in another form: a field's name, a month, glued or taken apart."""
    named = [word for word in lacking if word not in _FIELDS]
    if not named:
        # The usual case: all that is missing are names of what is there.
        return []
    said = part.said or _NOTHING
    text = _in_one_run(said, surplus) + " " + _in_one_run(part.removed, surplus)
    known = said.words | part.removed.words
    return [
        word
        for word in named
        if not (word[:3] in MONTHS and str(MONTHS.index(word[:3]) + 1) in known)
        and not ((len(word) > 1 or not word.isascii()) and word in text)
        and not any(surplus[word[:cut]] and surplus[word[cut:]] for cut in range(2, len(word) - 1))
    ]


def _without_variants(urls: list[str], part: Part) -> list[str]:
    """The addresses without those that lead to the same place as one that is there."""
    if not urls or part.said is None:
        return urls
    there = {canonical_url(url) for url in part.said.urls + part.removed.urls if url}
    return [url for url in urls if canonical_url(url) not in there]


def _numbers(names: Iterable[str]) -> dict[str, int]:
    """How often each stands there: a Counter of so few takes longer to make than to fill."""
    numbers: dict[str, int] = {}
    for name in names:
        numbers[name] = numbers.get(name, 0) + 1
    return numbers


def _without(names: Iterable[str], numbers: dict[str, int]) -> list[str]:
    """Take one of each, and return those of which none is left."""
    lacking: list[str] = []
    for name in names:
        if left := numbers.get(name, 0):
            numbers[name] = left - 1
        else:
            lacking.append(name)
    return lacking


def _take(name: str, numbers: dict[str, int]) -> bool:
    """Take one of them, if there is one left."""
    left = numbers.get(name, 0)
    if left > 0:
        numbers[name] = left - 1
    return left > 0


def _add_to(all_numbers: Counter[str], numbers: dict[str, int]) -> None:
    for name, number in numbers.items():
        if number:
            all_numbers[name] = all_numbers.get(name, 0) + number


def _in_order_of(need: list[str], lacking: Counter[str]) -> Counter[str]:
    return Counter({word: lacking[word] for word in need if word in lacking})
