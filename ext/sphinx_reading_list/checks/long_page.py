"""A page that would be too long to load on a train."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..bib.card_size import facts_of_page
from ..bib.entries import entry_of_record
from ..core.entry import Location
from ..core.page_size import page_bytes
from ..core.problems import Problem, Rule
from ..lists.pages.reading import read_parts
from ..lists.pages.splitting.links import LinkMover
from ..lists.pages.splitting.page import Limits, estimate, split_page
from ._check import Check, Example, with_setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..core.entry import PageEntry
    from ..core.page_size import CardFacts
    from ._site import Site

RULE = Rule(
    "long-page",
    "A page of the list comes to more HTML than the setting page-size allows. What it comes to is estimated.",
    "Split it: --fix makes pages of its sections, or of its entries by year or number, and old addresses lead on."
    " A page with footnotes is left to you.",
)


def _run(site: Site) -> Iterator[Problem]:
    limit = _limit(site)
    facts = _facts(site)
    cards: dict[str, list[CardFacts]] = {}
    for entry in site.written:
        cards.setdefault(entry.location.path, []).append(facts(entry))
    for path, text in site.pages.items():
        # Most pages aren't long even if all of their text stood between the cards.
        if page_bytes(cards.get(path, ()), len(text.encode()), len(site.pages)) > limit:
            size = estimate(text, read_parts(text, path)[0], facts, len(site.pages))
            if size > limit:
                message = f"This page comes to about {size // 1000} kB of HTML, more than {limit // 1000}"
                yield Problem(RULE, message, Location(path, 1))


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    names = {site.docname(path): path for path in site.pages}
    texts = {name: site.pages[path] for name, path in names.items()}
    for problem in problems:
        name = site.docname(problem.location.path)
        split = split_page(name, texts[name], _facts(site), Limits(_limit(site), len(texts), frozenset(texts)))
        if not split.texts:
            continue
        mover = LinkMover(name, split.places)
        texts |= {other: mover.elsewhere(text, other) for other, text in texts.items() if other != name}
        texts |= split.texts
    folder = f"{site.folder}/" if site.folder not in ("", ".") else ""
    return {names.get(name, f"{folder}{name}.md"): text for name, text in texts.items()}


def _limit(site: Site) -> int:
    return int(str(site.settings["page-size"])) * 1000


def _facts(site: Site) -> Callable[[PageEntry], CardFacts]:
    recorded = {key: entry_of_record(record) for key, record in site.records.items()}
    return cache(lambda page: facts_of_page(page, recorded))


_ENTRY = ":::{{entry}} [Part {0}](https://example.org/{0})\n:key: example-part{0}\n:::\n"
_PAGE = "# Parts\n\n" + "\n".join(_ENTRY.format(number) for number in (1, 2, 3))
CHECK = Check(
    RULE,
    _run,
    bad=with_setting(Example(_PAGE), **{"page-size": "45"}),
    good=with_setting(Example(_PAGE), **{"page-size": "400"}),
    fix=_fix,
)
