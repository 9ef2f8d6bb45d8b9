"""Where the title of an entry is on its line: a link, a text in quotes, in bold, in emphasis, or plain words."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..markup.addresses import is_placeholder
from ..words.facts import AUTHORS, DATE, VENUE, facts_of, single_fact
from ..words.line import WHOLE, Line
from ..words.link_labels import FRAMEWORKS, role_of_label
from ..words.markers import take_markers
from ..words.names_line import is_cited_person, is_name
from ..words.plain import says_something
from ..words.segments import all_facts, segments
from ..words.units import is_label
from .linked_title import end_of_linked_title
from .marked_runs import BOLD, CODE, EMPHASIS, LINK, QUOTE, WORDS, MarkedRun, piece_at, run_at
from .words_title import end_of_words, part_words

_NAMED = re.compile(r"\s*[:：\-–—|>]+\s*[\"“\[(*]*$|\s*[\[(*]$")
_DASH = re.compile(r"\s*(?:[-–—]+|:)\s+")
_GOING_ON = re.compile(r"-?[^\W_]|\s[^\W_]|:\s+[^\W_]")
_ENDED = re.compile(r"[.?!](?<=[^\W\d_]{2}.)\s*$")
"""How a title in bold ends that is over there."""
_BYLINE = re.compile(r"\w et\.? al\.?,\s*$")
_SHORTEST_TITLE = 3
"""How many words tell a title from its short name."""
_LONGEST_NAME = 6
"""How many words may stand as a name or a label before the title itself."""


class Title(NamedTuple):
    """A line parted at its title; ``form`` is how that is written, ``url`` where it leads itself."""

    form: str
    before: Line
    title: Line
    after: Line
    url: str = ""


def find_title(line: Line) -> Title | None:
    """The title of a line; ``None`` where nothing there can be one."""
    fallback: Title | None = None
    person: Title | None = None
    event: Title | None = None
    following = run_at(line, 0)
    while (run := following) is not None:
        text = line.text[run.start : run.end]
        following = run_at(line, run.end)
        if run.form == WORDS:
            if following and _leads_on(line, run, following):
                continue
            start, end = part_words(line, run.start)
            if end > start:
                return _title(WORDS, line, start, end)
            # What looks like a person's name is the title after all, where nothing else is; so does an event's name.
            return person or event or _title(WORDS, line, run.start, end_of_words(line, run.start))
        bracketed = run.form == LINK and text[:1] == "[" and text[-1:] == "]"
        if run.form == BOLD and _goes_on(line, run):
            start, end = part_words(line, run.start)
            return _title(WORDS, line, start, end)
        if _is_title(line, run, text, following) and not (bracketed and person):
            start, end = _inside(run, text)
            if run.form == LINK:
                end = end_of_linked_title(line, start, end, piece_at(line, start)[1].url)
            return _title(run.form, line, start, end)
        if run.form in (BOLD, EMPHASIS) and person is None and not _only_number(text) and not single_fact(text):
            person = _title(run.form, line, run.start, run.end)
        if run.form == LINK and event is None and role_of_label(text) is None:
            event = _title(LINK, line, run.start, run.end)
        fallback = fallback or (_title(run.form, line, run.start, run.end) if not facts_of(text) else None)
    return person if person and not (fallback and fallback.form == QUOTE) else fallback


def _title(form: str, line: Line, start: int, end: int) -> Title:
    title = line.cut(start, end)
    opening = 1 if form == QUOTE else 0
    url = links[0].url if form in (LINK, QUOTE) and len(links := title.links) == 1 else ""
    return Title(form, line.cut(0, start - opening), title, line.cut(end + opening), url)


def _inside(run: MarkedRun, text: str) -> tuple[int, int]:
    if run.form != QUOTE:
        return run.start, run.end
    width = 2 if text.startswith("``") else 1
    return run.start + width, run.end - width


def _is_title(line: Line, run: MarkedRun, text: str, following: MarkedRun | None) -> bool:
    """Whether a marked run is the title, and not a fact, a label or a name that stands before it."""
    if run.form == QUOTE:
        return True
    if run.form == LINK:
        own = piece_at(line, run.start)[1]
        if is_placeholder(own.url) and following and following.form == LINK:
            return is_label(piece_at(line, following.start)[1])
        person = (
            following is not None
            and following.form in (QUOTE, EMPHASIS, BOLD)
            and is_name(text)
            and not all_facts(line.cut(following.start, following.end), sure=True)
        )
        if _is_tag(line, run, following):
            return False
        return not person and (not is_label(own) or _is_alone(line, run, following))
    if run.form == CODE:
        return _is_command(line, run, following)
    if not says_something(text) or all_facts(line.cut(run.start, run.end)) or _only_number(text):
        return False
    if following is None or len(text.split()) > _LONGEST_NAME:
        return True
    if text.strip()[:1] == "[" and text.strip()[-1:] == "]":
        return False
    # A short name before the title itself: **DETR**: "End-to-End …", **Survey** [A Survey of …](…)
    between = line.masked[run.end : following.start]
    titled = following.form == QUOTE or (following.form == LINK and not is_label(piece_at(line, following.start)[1]))
    if not titled or len(line.text[following.start : following.end].split()) < 2:
        return True
    return says_something(between) or "(" in between


def _is_tag(line: Line, run: MarkedRun, following: MarkedRun | None) -> bool:
    """Whether a link in brackets only leads to the title behind it: ``[[TPAMI](…)] A General Framework for …``."""
    if following is None or following.form not in (WORDS, BOLD, QUOTE):
        return False
    text = line.text[run.start : run.end]
    if any(map(str.isdigit, text)) and len(facts_of(text)) > 1:
        # Who is cited, and when: [Lovelace et al., 2017](…) On Looms.
        return len(line.text[following.start : following.end].split()) >= _SHORTEST_TITLE
    around = line.masked[run.start - 1 : run.start] + line.masked[run.end : run.end + 1] if run.start else ""
    short = len(line.text[run.start : run.end].split()) <= _SHORTEST_TITLE
    return around == "[]" and short and len(line.text[following.start : following.end].split()) >= _SHORTEST_TITLE


def _goes_on(line: Line, run: MarkedRun) -> bool:
    """Whether a title goes on behind its first words in bold: ``**BERT**: Pre-Training of …, [[Paper]](…)``."""
    behind = line.cut(run.end, end_of_words(line, run.end))
    text = behind.text
    match = None if _ENDED.search(line.text[run.start : run.end]) else _GOING_ON.match(text)
    if match is None or all_facts(line.cut(run.start, run.end)) or _only_number(line.text[run.start : run.end]):
        return False
    first = next(iter(segments(behind)), None)
    if first is None or first.facts or line.masked[run.end + len(text) :].lstrip(" ,.|[(\\")[:1] != WHOLE:
        return False
    words = [word for word in text[match.end() - 1 :].split() if len(word) > 3 or word[0].isupper()]
    return bool(words) and 2 * sum(word.lstrip('“"(')[:1].isupper() for word in words) >= len(words)


def _is_alone(line: Line, run: MarkedRun, following: MarkedRun | None) -> bool:
    if says_something(take_markers(line.masked[: run.start])[0]):
        return False
    return following is None or _is_described(line, run, following)


def _is_command(line: Line, run: MarkedRun, following: MarkedRun | None) -> bool:
    """Whether a name in code is described behind a dash, with links to its parts behind that."""
    if following is None or following.form != WORDS or says_something(line.masked[: run.start]):
        return False
    links = line.cut(run.end).links
    return (
        bool(links)
        and all(map(is_label, links))
        and bool(_DASH.fullmatch(line.masked[run.end : following.start]))
        and not any(part.facts for part in segments(line.cut(following.start, following.end)))
    )


def _is_described(line: Line, run: MarkedRun, following: MarkedRun) -> bool:
    """Whether a dash and a description stand behind the name of a site or a framework: ``[wit.ai](…) — NLP for all``."""
    own = piece_at(line, run.start)[1]
    name = own.text.casefold().removeprefix("www.").strip("/ ")
    return (
        following.form == WORDS
        and bool(_DASH.fullmatch(line.masked[run.end : following.start]))
        and (("." in name and name in own.url.casefold()) or name in FRAMEWORKS)
    )


def _only_number(text: str) -> bool:
    return text.strip(" .[]()#").isdigit()


def _is_byline(words: str, link: str) -> bool:
    """Whether a person's name leads to a link; the links of a course are called after their years."""
    named_after_year = len(link.split()) < _LONGEST_NAME and any(map(str.isdigit, link))
    return not named_after_year and words.rstrip()[-1:] not in (":", "：") and is_name(words.strip(" .,:-–—"))


def _is_cited(words: str, line: Line, title: MarkedRun) -> bool:
    """Whether one person leads to a title in bold, and where it appeared is behind that: ``Hopper. **…** VLDB, 2012.``"""
    return is_cited_person(words.strip()) and any(fact.kind in (VENUE, DATE) for fact in all_facts(line.cut(title.end)))


def _is_only_beside(words: Line, link: Line) -> bool:
    """Whether words before a linked title are facts of the work and a short topic: ``ASPLOS 16 -- Cloud, Lovelace et al, […](…)``."""
    parts = segments(words)
    topics = [words.text[part.start : part.end] for part in parts if not part.facts]
    if _BYLINE.search(words.text) and len(link.text.split()) >= _SHORTEST_TITLE:
        return True
    return (
        0 < len(topics) < len(parts)
        and len(link.text.split()) >= _SHORTEST_TITLE
        and all(len(topic.split()) < _LONGEST_NAME for topic in topics)
    )


def _leads_on(line: Line, run: MarkedRun, following: MarkedRun) -> bool:
    """Whether plain words only lead to the marked title behind them: people, a venue, a date, a name with a colon."""
    words = line.cut(run.start, run.end)
    if following.form == CODE:
        return bool(all_facts(words)) and following.end < len(line.text)
    if following.form == LINK and is_label(piece_at(line, following.start)[1]):
        return False
    if following.form == LINK and _is_byline(words.text, line.text[following.start : following.end]):
        return True
    if facts := all_facts(words, sure=following.form in (QUOTE, EMPHASIS) and len(words.text.split()) < 40):
        single = len(facts) == 1 and facts[0].kind == AUTHORS and len(facts[0].text.split()) < 2
        return not single or following.form in (QUOTE, LINK)
    if following.form == BOLD and _is_cited(words.text, line, following):
        return True
    if following.form == LINK and _is_only_beside(words, line.cut(following.start, following.end)):
        return True
    if following.form in (BOLD, EMPHASIS) and not line.masked[following.end :].lstrip(" *").startswith(
        (",", ".", "(", "[", "\ue000", "by ")
    ):
        return False
    if following.form == LINK and words.text.rstrip().endswith(".") and len(words.text.split()) < _SHORTEST_TITLE:
        # Whose it is: Ada Labs. [Weaving for Everybody](…)
        return run.start == 0 and not says_something(line.text[following.end :])
    return len(words.text.split()) <= _LONGEST_NAME and bool(_NAMED.search(line.masked[run.start : following.start]))
