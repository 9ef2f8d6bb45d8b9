"""A MyST page of a list, read back: its headings, and each ``{entry}`` with the lines it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mdit_py_plugins.front_matter import front_matter_plugin
from myst_parser.parsers.options import TokenizeError, options_to_items

from ...core.catalogue import SectionContent
from ...core.entry import Location, PageEntry, Section
from ...core.former import FormerName
from ...core.problems import Code, Problem
from ...core.slugs import slugify
from ..markup.markdown import new_page_markdown, one_line, plain_text
from .entry_block import page_entry
from .options import part_options, plain_options, split_several

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FORMERLY = "{rl:formerly}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page; ``start`` and ``end`` are its lines, counted from 0, the end not included."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """An entry of a page, and the lines of its directive, counted from 0, the end not included."""

    entry: PageEntry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Anything else on a page: its tokens, and its lines, counted from 0, the end not included."""

    tokens: tuple[Token, ...]
    start: int
    end: int


def read_blocks(text: str, path: str) -> tuple[list[Heading | EntryBlock], list[Problem]]:
    """The headings and entries of a page in their order, and what is wrong with the entries."""
    parts, problems = read_parts(text, path)
    return [part for part in parts if not isinstance(part, TextBlock)], problems


def read_parts(text: str, path: str) -> tuple[list[Heading | EntryBlock | TextBlock], list[Problem]]:
    """All that a page holds, in its order, and what is wrong with the entries."""
    parts: list[Heading | EntryBlock | TextBlock] = []
    problems: list[Problem] = []
    tokens = _markdown().parse(text)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        start, end = token.map or (0, 0)
        stop = index + 1
        if token.nesting == 1:
            stop = next((i for i in range(index + 1, len(tokens)) if not tokens[i].level), len(tokens) - 1) + 1
        if token.type == "heading_open":
            title = one_line(plain_text(tokens[index + 1].children or ()))
            parts.append(Heading(title, int(token.tag[1]), start, end))
        elif token.type in ("fence", "colon_fence") and token.info.strip().startswith("{entry}"):
            entry, found = _entry(token, Location(path, start + 1))
            parts.append(EntryBlock(entry, start, end))
            problems += found
        else:
            parts.append(TextBlock(tuple(tokens[index:stop]), start, end))
        index = stop
    return parts, problems


class PageContents(NamedTuple):
    """What a page says: its sections with their entries, the names that sections had before, and what is wrong."""

    sections: tuple[SectionContent, ...]
    former: tuple[FormerName, ...]
    problems: list[Problem]


def read_page(text: str, path: str, docname: str, folder: str = "") -> PageContents:
    """The sections of a page that hold entries; a page without any is one empty section.

    ``folder`` is the list's folder, which the sections' names leave out.
    """
    blocks, problems = read_parts(text, path)
    page = docname.removeprefix(f"{folder}/") if folder else docname
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    root = Section(page, first.title if first else page, docname)
    above: list[tuple[int, Section]] = [(first.level if first else 0, root)]
    contents: dict[Section, list[PageEntry]] = {}
    former: list[FormerName] = []
    for block in blocks:
        if isinstance(block, EntryBlock):
            contents.setdefault(above[-1][1], []).append(block.entry)
        elif isinstance(block, TextBlock):
            place = Location(path, block.start + 1)
            former += [FormerName(name, above[-1][1], place) for name in former_names_of(block)]
        elif block is not first:
            while len(above) > 1 and above[-1][0] >= block.level:
                above.pop()
            slug = slugify(block.title)
            above.append((block.level, Section(f"{above[-1][1].name}/{slug}", block.title, docname, slug)))
    contents = contents or {root: []}
    sections = tuple(SectionContent(section, tuple(entries)) for section, entries in contents.items())
    return PageContents(sections, tuple(former), problems)


def former_names_of(block: TextBlock) -> tuple[str, ...]:
    """The names that a section had before, if this is the directive that says so: ``{rl:formerly} rlhf; alignment``."""
    info = block.tokens[0].info.strip()
    return split_several(info.removeprefix(FORMERLY)) if info.startswith(f"{FORMERLY} ") else ()


@cache
def _markdown() -> MarkdownIt:
    return new_page_markdown().use(front_matter_plugin)


def _entry(token: Token, location: Location) -> tuple[PageEntry, list[Problem]]:
    argument = token.info.strip().removeprefix("{entry}").strip()
    lines = token.content.split("\n")
    options, start, problems = _options(lines, location)
    if start < len(lines) and not lines[start].strip():
        start += 1
    entry, found = page_entry(argument, options, lines[start:], location, location.line + 1 + start)
    return entry, problems + found


def _options(lines: list[str], location: Location) -> tuple[dict[str, str], int, list[Problem]]:
    """The options of a directive as MyST reads them, and the index of the first line behind them."""
    source, after = part_options(lines)
    if not source:
        return {}, after, []
    if plain := plain_options(source):
        return plain, after, []
    try:
        items, state = options_to_items("\n".join(source))
    except TokenizeError as error:
        return {}, after, [Problem(Code.BAD_OPTION, f"the options can't be read: {error.problem}", location)]
    problems = []
    if state.has_comments:
        problems.append(Problem(Code.BAD_OPTION, "what follows ' #' is a comment; put the value in quotes", location))
    return dict(items), after, problems
