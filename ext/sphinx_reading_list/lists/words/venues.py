"""Where a work appeared, as lists print it: ``ICLR 2024``, ``NeurIPS'23``, ``ACL 2023 Findings``, ``CVPR, 2016``."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..markup.markdown import one_line
from .plain import has_digit

_YEAR = r"(?:(?P<year>(?:19|20)\d\d)|['’]?(?P<short>\d\d))"
_TAIL = (
    r"[\s,]*[(]?(?P<tail>(?:findings|workshops?|(?:ws|main|long|short|demo|industry|d&b"
    r"|datasets? (?:and|&) benchmarks?)(?: track| paper)?)?)[)]?"
)
_NAME_YEAR = re.compile(
    rf"(?:in\s+)?(?:proc(?:eedings|\.) of (?:the )?)?(?P<name>3DV|[A-Z][^\d,]*?(?:\d[A-Z]+)?)[\s,'’‘´`_(@:-]*{_YEAR}[)]?{_TAIL}",
    re.IGNORECASE,
)
_YEAR_NAME = re.compile(r"(?P<year>(?:19|20)\d\d)[\s,:_-]+(?P<name>[A-Za-z][^\d,]*)")
_ACRONYM = re.compile(r"[A-Z0-9]*[a-z]*[A-Z][A-Za-z]*[A-Z][\w&/@-]*|[A-Z]&[A-Z]|3DV")
_KNOWN = frozenset(
    "nature science cell neurips nips iclr icml cvpr eccv iccv acl emnlp naacl coling interspeech aaai ijcai kdd mlsys tmlr"
    " jmlr colm tacl eacl www chi siggraph corl rss icra iros eurosys usenix uai aistats colt wacv bmvc icassp recsys sigir"
    " cikm wsdm icde edbt pods tkde tods tois osdi sosp nsdi asplos isca hpca pldi popl icse issta ndss tnnls sensys mobisys mobicom ubicomp hotcloud hotnets tog tip ijcv tpami pami sigmod vldb micro distill patterns elife plos neuron usenix".split()
)
_OF_JOURNALS = frozenset(
    "journal transactions conference proceedings workshop symposium letters review reviews magazine annals bulletin"
    " communications advances lecture nature science ieee acm findings track press".split()
)
_NAMES = frozenset("nature science cell interspeech distill neuron usenix".split())
_BRANDS = frozenset({"nature", "science"})
_SURE = frozenset(
    "journal transactions conference proceedings symposium letters annals bulletin magazine ieee acm findings".split()
)
"""Words that make a venue of the words around them even where no year is told."""
TELLING = _KNOWN | _SURE
"""One of these words is in every venue that is known without its year."""
_SMALL = frozenset("of on and for the in & to at de und with".split())
_PREPRINT = re.compile(r"(?:arxiv|biorxiv|medrxiv|corr|preprint|pre-print)\b[^\d]*", re.IGNORECASE)
_CHINESE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,16}(?:学报|學報|杂志|雜誌|通报|通讯|期刊|学会|學會|学会誌|論文誌|会议|會議|大会))[\s,，]*(?P<year>(?:19|20)\d\d)年?"
)
_HONOURS = ("oral", "spotlight", "poster", "best paper", "best demo", "highlight")
_BEHIND = re.compile(rf"\s*[,(\[]?\s*(?:{'|'.join(_HONOURS)})\b.*", re.IGNORECASE)


class Venue(NamedTuple):
    """A venue's name and year; a preprint server is none, and has an empty name."""

    name: str
    year: int


def read_venue(text: str, *, strict: bool = True) -> Venue | None:
    """The venue with its year that a text is, as a whole; ``None`` where it is none.

    ``strict`` wants an acronym or a word of journals in it; else any few capitalised words will do.
    """
    text = one_line(text).strip(" ,;:.`*_\"'")
    if not 4 <= len(text) <= 90 or not has_digit(text):
        return None
    if not text.isascii() and (chinese := _CHINESE.fullmatch(text)):
        return Venue(chinese["name"], int(chinese["year"]))
    match = _NAME_YEAR.fullmatch(text)
    if match is None or (match["short"] and not _may_be_short(match["name"].strip())):
        match = _YEAR_NAME.fullmatch(text)
        short = tail = None
    else:
        short, tail = match["short"], match["tail"]
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else 2000 + int(short or 0)
    name = one_line(match["name"]).strip(" ,;:.-'’(@_")
    if name.count("(") != name.count(")") or " @ " in name or "|" in name:
        # What closes behind the year opened in a title; people stand before a sign, and other fields before a bar.
        return None
    if _PREPRINT.fullmatch(name):
        return Venue("", year)
    if not is_venue_name(name, strict=strict):
        return None
    return Venue(one_line(f"{name} {tail or ''}").strip(), year)


def _may_be_short(name: str) -> bool:
    """Whether two digits behind a name are its year: it is an acronym, or a conference that everybody knows."""
    return bool(_ACRONYM.fullmatch(name)) or name.casefold() in _KNOWN


def is_venue_name(name: str, *, strict: bool = True) -> bool:
    """Whether words can be the name of a conference or a journal."""
    words = name.split()
    if not words or len(words) > 12:
        return False
    plain = [word.strip("(),.:'’").casefold() for word in words]
    sure = any(word in _KNOWN for word in plain) or (
        any(_ACRONYM.fullmatch(word.strip("(),.:'’")) for word in words) and not words[0].islower()
    )
    if strict and not sure and not any(word in _OF_JOURNALS for word in plain):
        return False
    if words[0] == plain[0] and not sure and words[0][0].isalpha():
        return False
    return (sure and len(words) == 1) or all(
        word[:1].isupper() or lower in _SMALL or lower in _OF_JOURNALS or not word[:1].isalpha()
        for word, lower in zip(words, plain, strict=True)
    )


def known_venue(text: str) -> str:
    """The venue that a text without a year is, as a whole; an empty string where that can't be told."""
    text = one_line(text).strip(" ,;:.")
    words = [word.strip("(),.:'’").casefold() for word in text.split()]
    if not words or len(words) > 12 or len(text) > 120 or not text[0].isupper() or any(map(str.isdigit, text)):
        return ""
    if len(words) == 1:
        return text if words[0] in _KNOWN and (text[1:2].isupper() or words[0] in _NAMES) else ""
    if words[0] in _BRANDS and len(words) < 5 and not any(word in _SMALL - {"&"} for word in words):
        return text if is_venue_name(text) else ""
    if any(word in _SURE for word in words) or (
        words[0] in _KNOWN and words[1] in ("workshop", "workshops", "findings")
    ):
        return text if is_venue_name(text) else ""
    return ""


def names_honour(text: str) -> bool:
    """Whether the word of an honour is anywhere in a text; in most there is none, and looking for it is quick."""
    text = text.lower()
    # A loop without a generator: it is asked of every text.
    for honour in _HONOURS:  # noqa: SIM110
        if honour in text:
            return True
    return False


def without_honour(text: str) -> tuple[str, str]:
    """A venue's text and the honour behind it: ``ICLR 2024 (Oral)`` → ``ICLR 2024``, ``Oral``."""
    match = _BEHIND.search(text) if names_honour(text) else None
    return (text[: match.start()], match.group().strip(" ,()[]")) if match and match.start() else (text, "")
