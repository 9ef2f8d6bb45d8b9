"""A Markdown list → a :class:`ListDocument`: headings as a tree, items handed to the dialects, the rest kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.problems import Code
from .blocks.contents import is_contents_title
from .blocks.front_matter import front_matter_title
from .blocks.normal import flat, list_tokens
from .blocks.reader import Reader
from .blocks.sections import Open
from .document import Kept, ListDocument, Source
from .entries import dialects
from .markup.inline import Piece
from .markup.markdown import one_line, parse_list
from .markup.nodes import block_nodes, first_line
from .markup.render import inline_markdown
from .reports import Reports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from ..core.problems import Problem
    from .markup.markdown import Parsed

__all__ = ["dialects", "read_list"]


def read_list(
    text: str, path: str, *, base_url: str = "", parsed: Parsed | None = None
) -> tuple[ListDocument, list[Problem]]:
    """Read a list. ``path`` is how it is called in problems; relative addresses are resolved against ``base_url``.

    Nothing is raised for any text; what no dialect understands is in its place as Markdown, and reported. Who has
    parsed the text already hands it over, and has it no more: reading changes the tokens.
    """
    reports = Reports(path)
    source = Source(path, reports, base_url, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    parsed = parsed or parse_list(text)
    references = parsed.references
    tokens = list_tokens(parsed, text, source)
    title = ""
    if tokens and tokens[0].type == "front_matter":
        front = tokens.pop(0)
        title = front_matter_title(front.content)
        reports(Code.FRONT_MATTER, one_line(front.content) or "empty", first_line(front))
    root = Open("", 0, 0)
    Reader(source, reports).read(block_nodes(tokens), root)
    for kept in _unused_links(tokens, references, reports):
        reports(Code.NOT_UNDERSTOOD, f"a link that nothing refers to: {kept.markdown}", kept.line)
        _last(root).parts.append(kept)
    root.settle(reports, 0)
    document = _document(root, path, title, reports)
    return document, sorted(reports.problems, key=lambda problem: problem.location.line)


def _document(root: Open, path: str, title: str, reports: Reports) -> ListDocument:
    """The list with its title: that of the heading above all others, or else of the front matter."""
    blocks, sections = root.parts, root.sections
    if len(sections) == 1 and (only := sections[0]).sections and _is_above(only):
        title, blocks, sections = only.title, blocks + only.parts, only.sections
    elif len(sections) > 1 and sections[0].level == 1 and not sections[0].holds_items and not sections[0].sections:
        # Several headings of the first level: the first one, with text alone under it, is the list's.
        title, blocks, sections = sections[0].title, blocks + sections[0].parts, sections[1:]
    closed = tuple(section.closed() for section in _without_contents(sections, reports))
    return ListDocument(title, path, tuple(block for block in blocks if not isinstance(block, Open)), closed)


def _is_above(section: Open) -> bool:
    """Whether a section is above others that are sections by their headings, or several."""
    return (section.level == 1 and len(section.sections) > 1) or any(not below.origin for below in section.sections)


def _without_contents(sections: list[Open], reports: Reports) -> list[Open]:
    """The sections without the headings of tables of contents that were left out.

    Where headings that stand below one are the list itself, they come in its place.
    """
    kept = []
    for section in sections:
        section.sections = _without_contents(section.sections, reports)
        if section.parts or not is_contents_title(section.title):
            kept.append(section)
        else:
            for below in section.sections:
                below.level = section.level
            kept += section.sections
            reports(Code.CONTENTS_LIST, f"the heading {section.title!r} was left out", section.line)
    return kept


def _last(section: Open) -> Open:
    return _last(section.sections[-1]) if section.sections else section


def _unused_links(tokens: Sequence[Token], references: Mapping[str, Any], reports: Reports) -> list[Kept]:
    """The definitions of links (``[label]: address``) that no text refers to; a page would lose their addresses.

    One that leads nowhere is a comment, as some lists write them: ``[//]: # (text)``.
    """
    found = [(label, reference) for label, reference in references.get("references", {}).items()]
    found += [(reference["label"], reference) for reference in references.get("duplicate_refs", ())]
    if not found:
        return []
    used = {
        child.attrs.get("href") or child.attrs.get("src") for token in tokens for child in flat(token.children or ())
    }
    kept = []
    for label, reference in found:
        line = reference["map"][0] + 1
        if reference["href"] in ("#", "", "<>"):
            reports(Code.HTML_COMMENT, one_line(f"{label} {reference.get('title', '')}"), line)
        elif reference["href"] not in used:
            kept.append(Kept(inline_markdown([Piece("link", label.lower(), line, reference["href"])]), line))
    return kept
