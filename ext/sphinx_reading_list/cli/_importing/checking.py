"""The import's own check: each source compared with what the pages, the records and the numbers say in the end."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any

from ...bib.entries import entry_of_record
from ...bib.latex import to_unicode
from ...core.dates import month_number
from ...core.entry import Location
from ...core.problems import Code, Problem
from ...lists.bare_urls import split_urls
from ...lists.document import ListItem
from ...lists.fidelity.compare import Part, compare
from ...lists.fidelity.runs import runs_of
from ...lists.fidelity.said import Said, add_metrics, add_record, said_on_page
from ...lists.markdown import list_markdown, page_markdown
from ...lists.page_reader import EntryBlock, Heading, read_parts
from .._notes import NOTES
from .layout import block_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from ...core.entry import Metric, PageEntry
    from ...core.record import Record
    from ...lists.document import Kept, ListDocument
    from ...lists.fidelity.compare import Loss
    from .sources import ReadSource

_TEXTS = ("note", "annotation", "howpublished", "date", "origdate", "year")
_KEEPS = frozenset({Code.RETITLED, Code.MOJIBAKE, Code.IMAGE, Code.DEFAULTED_SCHEME, Code.KEPT_EDIT})
"""Notes of what is in the output all the same: what they name was not taken off."""


class Output:
    """What there is to read in the end: each entry with its record and numbers, and ``besides`` what stands around."""

    def __init__(self, records: Mapping[str, Record], metrics: Mapping[str, tuple[Metric, ...]]) -> None:
        self.besides = Said()
        self._entries: dict[str, deque[Said]] = defaultdict(deque)
        self._records, self._metrics = records, metrics

    @classmethod
    def of_pages(
        cls, pages: Mapping[str, str], records: Mapping[str, Record], metrics: Mapping[str, tuple[Metric, ...]]
    ) -> Output:
        """What pages say, read from their texts; they are named by the paths that are shown of them."""
        output = cls(records, metrics)
        for path, text in pages.items():
            for part in read_parts(text, path)[0]:
                if isinstance(part, Heading):
                    output.besides.add(part.title)
                elif isinstance(part, EntryBlock):
                    output._add(part.entry)
                else:
                    output.besides.add_runs(runs_of(part.tokens))
        return output

    @classmethod
    def of_documents(
        cls,
        documents: Iterable[ListDocument],
        records: Mapping[str, Record],
        metrics: Mapping[str, tuple[Metric, ...]],
    ) -> Output:
        """What lists say as they were read, before there are pages."""
        output = cls(records, metrics)
        for document in documents:
            output.besides.add(document.title)
            for section in document.walk():
                output.besides.add(section.title)
            for block in _blocks(document):
                if isinstance(block, ListItem):
                    output._add(block.entry)
                else:
                    output.besides.add_runs(runs_of(page_markdown().parse(block.markdown)))
        return output

    def _add(self, page: PageEntry) -> None:
        said = said_on_page(page)
        self._add_facts(said, page.key)
        self._entries[page.key].append(said)

    def _add_facts(self, said: Said, key: str) -> None:
        if record := self._records.get(key):
            texts = [to_unicode(value) for name in _TEXTS if (value := record.get(name))]
            add_record(said, entry_of_record(record), *texts, str(month_number(record.get("month")) or ""))
        add_metrics(said, self._metrics.get(key, ()))

    def take(self, key: str) -> Said:
        """What an entry says; of one that stands several times each appearance in its turn, the last one for good."""
        found = self._entries[key]
        if not found:
            return Said()
        return found.popleft() if len(found) > 1 else found[0]


def losses(
    source: ReadSource, output: Output, problems: Sequence[Problem], excused: Iterable[int], base_url: str
) -> list[Loss]:
    """What a source says and the output doesn't. ``problems`` are all there are: clean-ups name what they took off.

    On the lines that are ``excused`` nothing is looked for: a person changed or deleted what came of them.
    """
    references: dict[str, Any] = {}
    tokens = list_markdown().parse(source.text, references)
    parts = _parts(source.document, output, set(excused))
    own = [problem for problem in problems if problem.location.path == str(source.source.path)]
    _excuse_contents(parts, tokens, own)
    _take_off(parts, own)
    found = references.get("references")
    return compare(runs_of(tokens, found), list(parts.values()), output.besides, base_url)


def _blocks(document: ListDocument) -> Iterator[ListItem | Kept]:
    yield from document.blocks
    for section in document.walk():
        yield from section.blocks


def _parts(document: ListDocument, output: Output, excused: set[int]) -> dict[int, Part]:
    """The parts of the source by line: an entry each, and what stands between them."""
    parts: dict[int, Part] = {1: Part(1)}
    for section in document.walk():
        parts.setdefault(section.line, Part(section.line))
    for block in _blocks(document):
        part = parts.setdefault(block_line(block), Part(block_line(block)))
        if isinstance(block, ListItem):
            said = output.take(block.entry.key)
            # Two entries on one line are one part.
            part.said = part.said + said if part.said else said
    for line in excused & parts.keys():
        parts[line].excused = True
    return parts


def _excuse_contents(parts: dict[int, Part], tokens: Sequence[Token], problems: Sequence[Problem]) -> None:
    """Lists of contents were left out: all that they say are the headings, which stand elsewhere."""
    lines = {problem.location.line for problem in problems if problem.code is Code.CONTENTS_LIST}
    heading = 0
    for token in tokens:
        if token.level or not token.map or token.nesting < 0:
            continue
        start, end = token.map[0] + 1, token.map[1] + 1
        if any(start <= line < end for line in lines):
            parts.setdefault(end, Part(end))
            for line in (heading, start):
                if line:
                    parts.setdefault(line, Part(line)).excused = True
            for line in [line for line in parts if start < line < end]:
                del parts[line]
        heading = start if token.type == "heading_open" else 0


def _take_off(parts: dict[int, Part], problems: Sequence[Problem]) -> None:
    """Note at each part what clean-ups took off there: what their messages name."""
    starts = sorted(parts)
    index = 0
    for problem in sorted(problems, key=lambda problem: problem.location.line):
        if problem.code not in NOTES or problem.code in _KEEPS:
            continue
        while index + 1 < len(starts) and starts[index + 1] <= problem.location.line:
            index += 1
        removed = parts[starts[index]].removed
        for piece in split_urls(problem.message):
            removed.add("" if piece.is_url else piece.text, piece.text.rstrip("'") if piece.is_url else "")


def loss_problems(found: Iterable[Loss], path: str) -> list[Problem]:
    """What is missing, as problems."""
    problems = []
    for loss in found:
        place = Location(path, loss.line)
        problems += [Problem(Code.LOST_LINK, f"{url} is in no page and no record", place) for url in loss.links]
        if loss.words:
            message = f"not in any page or record: {' '.join(loss.words)}"
            problems.append(Problem(Code.LOST_TEXT, message, place))
    return problems
