"""``{rl:highlights}``: the highlighted entries, as a reading path where the curator gives one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ...core.words import count_of
from ...lists.pages.reading_path import key_of, read_path, unknown_steps
from ..cards.card import highlight_of
from ..plain_nodes import bullets, numbered
from ._view import View, ViewBody, ViewOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.catalogue import Catalogue
    from ...core.entry import Appearance, Entry
    from ...core.problems import Problem
    from ...lists.pages.reading_path import Step
    from ._view import ViewPlace, Wanted

REST = ("follow", "leave out")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with the card that it leads to, and why it is read at this place of the path (empty: no reason given)."""

    entry: Entry
    at: Appearance
    why: str = ""


@dataclass(frozen=True, slots=True)
class Highlights:
    """The entries of the path in its order, and the other highlighted entries in the order of the site."""

    path: tuple[Item, ...]
    others: tuple[Item, ...]


def highlighted(catalogue: Catalogue, page: str, wanted: Wanted) -> Highlights:  # noqa: ARG001
    """What is shown: each entry once, a step of the path with its first highlighted card, else its first one."""
    cards = {place.key: place for place in catalogue.highlights}
    path: dict[str, Item] = {}
    for step in _steps(wanted):
        if key := key_of(step, catalogue):
            at = cards.get(key) or catalogue.by_key[key][0]
            path.setdefault(key, Item(catalogue.entries[key], at, step.why))
    follow = wanted.option("rest", REST[0]) == REST[0]
    others = (Item(catalogue.entries[key], at) for key, at in cards.items() if key not in path)
    return Highlights(tuple(path.values()), tuple(others) if follow else ())


def unknown(catalogue: Catalogue, page: str, wanted: Wanted) -> Iterable[Problem]:
    """The steps that name no entry."""
    return unknown_steps(_steps(wanted), catalogue, page)


def _steps(wanted: Wanted) -> tuple[Step, ...]:
    return wanted.option("body", ())  # type: ignore[no-any-return]


def as_html(shown: Highlights, place: ViewPlace) -> str:
    """The list in HTML."""
    path, others = (
        [(highlight_of(item.entry, place.address(item.at.section.page, item.at.anchor)), item.why) for item in items]
        for items in (shown.path, shown.others)
    )
    return place.render("highlights.html", path=path, highlights=[item for item, _ in others])


def as_nodes(shown: Highlights, place: ViewPlace) -> list[nodes.Node]:
    """The path as a numbered list, the others as a bullet list."""
    path = [numbered([_line(item, place) for item in shown.path])] if shown.path else []
    others = [bullets([_line(item, place) for item in shown.others])] if shown.others or not path else []
    return [*path, *others]


def _line(item: Item, place: ViewPlace) -> list[nodes.Node]:
    row = highlight_of(item.entry, "")
    after = ", ".join(part for part in (row.who, row.date) if part)
    said = (f" ({after})" if after else "") + (f": {item.why}" if item.why else "")
    link = place.link(item.at.section.page, item.at.anchor, row.title)
    return [link, nodes.Text(said)] if said else [link]


def _rest(text: str) -> str:
    if text not in REST:
        raise ValueError(f"{text!r} is neither of {count_of(len(REST), 'word', 'words')}: {', '.join(REST)}")
    return text


VIEW = View(
    "highlights",
    "The highlighted entries, in the order of the site or as a reading path.",
    highlighted,
    as_html,
    as_nodes,
    (
        ViewOption(
            "rest",
            _rest,
            "What becomes of the highlighted entries that the content doesn't name: they follow, or are left out"
            " (leave out).",
            "leave out",
        ),
    ),
    body=ViewBody(
        read_path,
        "A reading path: an entry a line, by its key, in the order in which they are to be read; behind the key, in plain"
        " text, why. Entries that aren't highlighted may be on it. They are numbered.",
        "wu2024selfplay The idea in its simplest form.",
    ),
    check=unknown,
)
