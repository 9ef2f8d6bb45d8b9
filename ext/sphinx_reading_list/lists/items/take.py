"""What an entry takes in: facts of a work, links with what stands before and behind them, and what is left as a note."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...core.problems import Code
from ..markup.escape import escape_text
from ..markup.markdown import one_line
from ..markup.render import inline_markdown, shown
from ..words.byline import word_for_by
from ..words.facts import ARXIV, AUTHORS, DATE, DOI, HONOUR, VENUE, facts_of
from ..words.line import Line
from ..words.link_labels import says_nothing
from ..words.markers import SIGNS, may_have_marker, take_markers
from ..words.plain import names_owner, unbracketed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..markup.inline import Piece
    from ..words.facts import Fact
    from .parts import ItemParts

_LEADING = " \t\n\u00a0\u3000.,;:·•|-–—，。：；、&+>"
_TRAILING = " \t\n\u00a0\u3000,;:·•|-–—，：；、&+<"
_PREPRINTS = re.compile(r"\b(?:arxiv(?:\.org)?|corr|biorxiv|medrxiv|pre-?prints?|e-prints?|abs)\b", re.IGNORECASE)
_AFFILIATION = re.compile(r"\s*\(([^()]*\w[^()]*)\)")
_SIGN = "|".join(map(re.escape, SIGNS)) + r"|:[a-z][a-z0-9_+-]*:(?![\w/])"
_SIGN_FIRST, _SIGN_LAST = re.compile(rf"\s*(?:{_SIGN})"), re.compile(rf"(?:{_SIGN})\s*$")
_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】"}


def take_facts(parts: ItemParts, facts: Sequence[Fact], line: Line) -> bool:
    """Take facts in, with the links of the people among them; false where the entry knows another of the kind."""
    if not all(_is_new(parts, fact) for fact in facts):
        return False
    for fact in facts:
        _take_fact(parts, fact)
    if any(fact.kind == VENUE and not fact.text for fact in facts):
        said = ", ".join(_PREPRINTS.findall(line.text))
        parts.source.report(Code.FACT, f"{said or 'preprint'} names no venue", parts.line)
    if any(fact.kind == AUTHORS for fact in facts) and (by := word_for_by(line.text)):
        parts.source.report(Code.FACT, f"{by!r} leads to the people", parts.line)
    for link in line.links:
        parts.add_link(_label(link.text).text, link.url, link.line)
    parts.signs += take_markers(line.masked)[1]
    return True


def _is_new(parts: ItemParts, fact: Fact) -> bool:
    if fact.kind == AUTHORS:
        return not parts.authors
    if fact.kind == VENUE:
        return not (fact.text and parts.venue) or parts.venue.startswith(fact.text)
    if fact.kind == DATE and fact.date and parts.date:
        if not parts.date.month and fact.date.month and parts.venue.endswith(str(parts.date.year)):
            # The year is that of the venue; a date beside it is that of the first submission.
            return True
        return fact.date.year == parts.date.year and not (
            parts.date.month and fact.date.month not in (0, parts.date.month)
        )
    if fact.kind == ARXIV:
        return parts.arxiv in ("", fact.text)
    return fact.kind != DOI or parts.doi in ("", fact.text)


def _take_fact(parts: ItemParts, fact: Fact) -> None:
    if fact.kind == AUTHORS:
        # Where people work is said in brackets behind their names.
        places = _AFFILIATION.findall(fact.text) if "(" in fact.text else []
        parts.set_authors(_AFFILIATION.sub("", fact.text) if places else fact.text)
        if places:
            parts.authors_line = one_line(fact.text)
            parts.add_note(escape_text("; ".join(places)))
    elif fact.kind == VENUE:
        parts.venue = (
            parts.venue or one_line(f"{fact.text} {fact.date.year if fact.text and fact.date else ''}").strip()
        )
        if not fact.text:
            parts.preprint = True
    elif fact.kind == ARXIV:
        parts.arxiv = fact.text
    elif fact.kind == DOI:
        parts.doi = fact.text
    elif fact.kind == HONOUR:
        parts.add_tag(fact.text)
    if fact.date and (parts.date is None or (not parts.date.month and fact.date.month)):
        parts.date = fact.date
    parts.work = parts.work or fact.kind in (VENUE, ARXIV, DOI)


def take_link(parts: ItemParts, link: Piece, lead: str = "", detail: str = "") -> None:
    """Take a link in; a lead (``Code:``) is a part of its label, or all of it where the label says nothing."""
    label, signs, says_where = _label(link.text)
    for fact in says_where if not lead else ():
        if fact.kind in (VENUE, DATE) and _is_new(parts, fact) and (fact.kind == VENUE or not parts.date):
            _take_fact(parts, fact)
    bare = says_nothing(label) or not label or label == link.url
    if lead and not says_nothing(lead):
        if bare and label not in ("", link.url):
            parts.source.report(Code.FACT, f"{label!r} is called {lead!r}", link.line)
        label = lead if bare else f"{lead}: {label}"
    elif lead:
        parts.source.report(Code.FACT, f"{lead!r} leads to a link", link.line)
    parts.add_link(label or "".join(signs), link.url, link.line, detail)


class _Label(NamedTuple):
    """The text of a link as a label: without the markers in it, these, and the facts that it tells of a work."""

    text: str
    signs: tuple[str, ...]
    facts: tuple[Fact, ...]


@lru_cache(1024)  # the same few stand in every entry
def _label(text: str) -> _Label:
    words, signs = take_markers(text)
    clean = one_line(words)
    label = unbracketed(clean) or clean
    return _Label(label, tuple(signs), facts_of(label) if len(label) < 60 else ())


def take_tag(parts: ItemParts, code: Piece) -> None:
    """A span of code beside a title: a venue, a date, or a tag."""
    facts = facts_of(code.text)
    if not (facts and all(fact.kind != AUTHORS for fact in facts) and take_facts(parts, facts, Line([]))):
        words, signs = take_markers(code.text)
        parts.signs += signs
        parts.add_tag(words.strip())


def trimmed(line: Line) -> Line:
    """A line without what only sets it off: blanks, separators, brackets without partners or around all of it."""
    before = None
    while before != line.masked:
        before = line.masked
        if before[:1].isalnum() and before[-1:].isalnum():
            return line
        start = len(before) - len(before.lstrip(_LEADING))
        end = len(before.rstrip(_TRAILING))
        while start < end and (before[start] in ")]）】" or before.startswith("//", start)):
            start += 1 + (before[start] == "/")
        while start < end and before[end - 1] in "([（【":
            end -= 1
        while start < end and before[end - 1] in ")]）】" and _surplus(before[start:end], before[end - 1]):
            end -= 1
        if end - start > 1 and _PAIRS.get(before[start]) == before[end - 1] and _encloses(before[start:end]):
            start, end = start + 1, end - 1
        line = line.cut(start, max(start, end)) if (start, end) != (0, len(before)) else line
    return line


def _surplus(text: str, closing: str) -> bool:
    opening = next(one for one, other in _PAIRS.items() if other == closing)
    return text.count(closing) > text.count(opening)


def _encloses(text: str) -> bool:
    depth = 0
    for position, character in enumerate(text):
        depth += (character in _PAIRS) - (character in _PAIRS.values())
        if not depth:
            return position == len(text) - 1
    return False


def unsigned(parts: ItemParts, line: Line) -> Line:
    """A line without the markers at its ends, which the entry takes in."""
    if not may_have_marker(line.masked):
        return line
    start, end = 0, len(line.masked)
    while (match := _SIGN_FIRST.match(line.masked, start, end)) and match.end() > start:
        parts.signs.append(match.group().strip())
        start = match.end()
    while match := _SIGN_LAST.search(line.masked, start, end):
        parts.signs.append(match.group().strip())
        end = match.start()
    return line.cut(start, end) if (start, end) != (0, len(line.masked)) else line


def take_note(parts: ItemParts, lines: Iterable[Line], joint: str = " · ") -> None:
    """Add what isn't understood as a paragraph to the note; the owner that an address names already says nothing."""
    texts = []
    for line in lines:
        if not line.text.strip(_LEADING):
            continue
        rest = trimmed(unsigned(parts, line))
        row = rest.row
        words = one_line(take_markers(rest.text)[0]).strip(" .")
        if not any(character.isalnum() for character in rest.text):
            parts.signs += take_markers(rest.masked)[1]
        elif names_owner(parts.url, words):
            parts.source.report(Code.REDUNDANT_OWNER, f"{words!r} is in {parts.url}", parts.line)
        else:
            texts.append(inline_markdown(shown(row, parts.source.report)))
    parts.add_note(joint.join(text for text in texts if text))
