"""A CSL item as the styles of formatted references ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..bib.entries import doi_address
from ..core.dates import PartialDate
from ..core.identifiers import is_safe_url
from ._csl_titles import plain_title
from ._reference_marks import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
STANDALONE = frozenset(("book", "pamphlet", "report", "thesis", "software", "dataset", "motion_picture", "speech", "webpage",
                        "post", "post-weblog", "article", "manuscript"))  # fmt: skip
ON_THE_WEB = frozenset(("webpage", "post", "post-weblog"))


class Work:
    """What is known of a work; every text is empty where it isn't."""

    def __init__(self, item: dict[str, Any]) -> None:
        self._item = item
        self.kind: str = item["type"]
        self.title = clean(plain_title(item["title"]))
        self.people: Sequence[dict[str, str]] = item.get("author") or item.get("editor") or ()
        self.by_editors = not item.get("author") and bool(item.get("editor"))
        self.editors: Sequence[dict[str, str]] = item.get("editor", ()) if item.get("author") else ()
        self.date = _date(item, "issued")
        self.accessed = _date(item, "accessed")
        self.is_retracted = self["status"].lower() in ("retracted", "withdrawn")

    def __getitem__(self, name: str) -> str:
        return clean(str(self._item.get(name, "")))

    @property
    def unnumbered_year(self) -> str:
        """What the source says in place of a year: ``forthcoming``."""
        return "" if self.date or self.is_retracted else self["status"]

    @property
    def pages(self) -> str:
        """The pages, with an en dash."""
        return self["page"].replace("-", "–")

    @property
    def several_pages(self) -> bool:
        """Whether they are more than one."""
        return any(mark in self["page"] for mark in "-,")

    @property
    def doi_address(self) -> str:
        """Where its DOI leads."""
        return doi_address(self["DOI"]) if self["DOI"] else ""

    @property
    def url(self) -> str:
        """Its own address, if a page may link there."""
        return self["URL"] if is_safe_url(self["URL"]) else ""

    @property
    def address(self) -> str:
        """Where it is to be found: its DOI's address, else its own."""
        return self.doi_address or self.url


def long_date(date: PartialDate) -> str:
    """``February 6, 2025``."""
    day = f" {date.day}" if date.day else ""
    return f"{MONTHS[date.month - 1]}{day}, {date.year}" if date.day else f"{MONTHS[date.month - 1]} {date.year}"


def short_month(date: PartialDate) -> str:
    """``Feb.``; May, June and July stay whole."""
    name = MONTHS[date.month - 1] if date.month else ""
    return name if len(name) < 5 else f"{'Sept' if name == 'September' else name[:3]}."


def ordinal(number: str) -> str:
    """``2`` → ``2nd``; what is no number stays, without the word *edition*."""
    if not number.isdigit():
        return number.removesuffix(" edition").removesuffix(" ed.")
    ending = "th" if number[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ending


def _date(item: dict[str, Any], name: str) -> PartialDate | None:
    parts = item.get(name, {}).get("date-parts")
    return PartialDate(*parts[0]) if parts else None
