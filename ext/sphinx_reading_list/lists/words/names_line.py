"""Whether words are a line of people's names, and not a sentence, a title or a row of topics."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..markup.markdown import one_line
from ..markup.word_runs import word_runs
from .authors import PLAIN_NAME, inverted_names, plain_names, split_names, without_credit
from .collectives import is_collective

if TYPE_CHECKING:
    from ..markup.inline import Piece

_ELISION = re.compile(r"\.{2,}|…|et\.? al\.?|others|and others", re.IGNORECASE)
_BEHIND_ELISION = re.compile(r"\s*,?\s*(?:et\.? al\.?|and others|\.{3,}|…)\s*$", re.IGNORECASE)
_ET_AL = re.compile(r"\bet\.? al\.?$", re.IGNORECASE)
_ET_AL_ALONE = re.compile(r"[\s,]*et\.? al\.?[\s,.]*", re.IGNORECASE)
_ELIDED = ("al", "others", "…")
"""How a line ends that may end in an elision."""
_YEAR = re.compile(r"(?:19|20)(?<!\w..)\d\d(?!\w)")
_WORD = re.compile(r"[^\W\d_a-z][\w'’.‐-]*|[^\W\d_a-z]\.|[A-Z]\.(?:-?[A-Z]\.)*")
_SURNAME = re.compile(
    r"(?:(?:van|von|de|der|den|la|le|di|da|del) ){0,2}[^\W\d_a-z][^\W\d_A-Z]+(?:['’-]?[^\W\d_a-z][^\W\d_A-Z]+)*"
)
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.?-?){1,3}")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_CJK = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u3040-\u30ff\u4e00-\u9fff]{2,8}|[\uac00-\ud7a3]{2,4}")
_MARKS = re.compile(r"[*∗†‡§¶#^\d¹²³⁴⁵⁶⁷⁸⁹⁰,]+$|\s*\([^()]*\)$")
_PLACE = re.compile(r"\s*\([^()]*\)$")
_VERSION = re.compile(r"\b[A-Z]{2,}\d+:?$")
"""What ends like the name of a method (``Practical BM25``), and not like a person's with a mark behind."""
_STOP = re.compile(r"[.?!。](?:(?<=[^\W\d_]{3}[.?!])(?<!\bProf.) |(?<=[\u3040-\u9fff].)\s)")
"""Each sign is looked at together with what is before it: a pattern that begins with letters would try all of them."""
_PARTICLES = frozenset(
    "van dan von de der den la le di da del della bin ibn al el dos do das du ten ter zu af av y e i".split()
)
_SURNAMES = frozenset({"You", "An", "No", "To", "Is"})
"""Names of families that are words elsewhere."""
_SEVERAL = re.compile(r",|;|&|，|、|；|(?:and(?<!\wand)|und(?<!\wund)|et(?<!\wet))\b")
"""What parts several names. Each of it begins with a sign of its own, so that one search for these passes all others."""
_BETWEEN = frozenset({"and", "und", "et"})
"""The words among these."""
_MOST_WORDS = 6
"""How many words one name has at most."""
_NO_NAMES = frozenset(
    "a an the of for with from to in on at by as is are be how what why when where who which this that these those it its we"
    " our you your i or not no all any more most new using use via towards toward beyond into over under vs versus"
    " learning deep machine neural network networks model models modeling language languages vision data dataset datasets"
    " science artificial intelligence reinforcement training trained pretraining pre-training transformer transformers"
    " attention generation generative adversarial image images video videos text speech audio graph graphs knowledge"
    " representation representations classification detection segmentation recognition translation retrieval reasoning"
    " reward human feedback preference optimization alignment policy agent agents multi-agent code coding programming"
    " software hardware system systems framework frameworks library toolkit tool tools platform api apis app application"
    " applications web mobile cloud security privacy survey review reviews paper papers book books course courses tutorial"
    " tutorials guide blog benchmark benchmarks evaluation analysis introduction foundations research project projects"
    " open source free fast simple python java javascript rust docker linux windows university institute lab labs"
    " laboratory college school department conference workshop proceedings journal large small efficient robust scalable"
    " online offline supervised unsupervised self-supervised few-shot zero-shot multimodal 3d 2d nlp llm llms rlhf ai ml"
    " thesis dissertation edition editions publisher publishers press verlag"
    " tu berkeley stanford harvard princeton mit cmu nyu ucla eth epfl inria tsinghua"
    " natural processing understanding computer computing distributed parallel quantum time series".split()
)

_NOT_PLAIN = _NO_NAMES.union("and others und et al by".split())
"""What is no part of a name, and what isn't one between names."""


def plain_elision(piece: Piece) -> Piece:
    """An emphasis that only says that people are left out (``Wu Z, *et al.*``), as one of the words around it."""
    if piece.em and not piece.strong and piece.kind == "text" and _ET_AL_ALONE.fullmatch(piece.text):
        return piece._replace(em=False)
    return piece


def may_be_names(text: str) -> bool:
    """Whether a text isn't too long for one name, or something in it may part several."""
    if text.count(" ") < _MOST_WORDS or _may_be_several(text):
        return True
    return text.rstrip(" .,:;").casefold().endswith(_ELIDED) and text.count(" ") < _MOST_WORDS + 3


def _may_be_several(text: str) -> bool:
    """Whether something in a text may part several names."""
    if not text.isascii():
        return _SEVERAL.search(text) is not None
    return "," in text or ";" in text or "&" in text or not _BETWEEN.isdisjoint(word_runs(text))


def are_names(text: str, *, sure: bool = False) -> bool:
    """Whether a text is a list of names.

    Where it is ``sure`` that people stand there (in emphasis below a work, behind *by*), one name is enough, and a
    collective's name counts too.
    """
    line = without_credit(one_line(text).strip(" .,;:，；：。"))
    if not line or len(line) > 6000:
        return False
    if plain_names(line) and _NOT_PLAIN.isdisjoint(line.casefold().replace(",", "").split()):
        return True
    if _YEAR.search(line):
        return False
    if len(inverted := inverted_names(line)) == 1 and not sure and "." not in inverted[0]:
        return False
    if inverted:
        return not any(
            word.casefold() in _NO_NAMES for word in re.findall(r"[\w-]+", line) if len(word) > 2 and word != "and"
        )
    behind = _BEHIND_ELISION.search(line) if line.casefold().endswith(_ELIDED) else None
    elided = behind is not None
    parts = [part for part in split_names(line[: behind.start()] if behind else line) if part.strip(" :")]
    people = [part for part in parts if not _ELISION.fullmatch(part.strip())]
    elided = elided or len(people) < len(parts)
    if not people:
        return False
    others = [part for part in people if not _is_name(part)]
    if any(map(_is_title, others)):
        return False
    full, collective = len(people) - len(others), sum(map(_is_collective, others))
    # One odd part among many names is a name that nobody foresaw.
    enough = 0.7 * len(people) if sure or full > 3 else len(people)
    if full + collective < enough:
        return False
    odd = [part for part in others if not is_collective(part)]
    if full < 4 and any(word.casefold() in _NO_NAMES for part in odd for word in part.split()[1:]):
        return False
    if sure:
        return full > 0 or elided or any(map(is_collective, people))
    if len(people) == 1 and _ET_AL.search(line) and _SURNAME.fullmatch(people[0]):
        return people[0].casefold() not in _NO_NAMES
    initials = full == 1 and any(_INITIAL.fullmatch(word) for part in people for word in part.split()[:-1])
    return full >= (1 if elided or initials else 2) and collective <= full // 2


def are_two_surnames(text: str) -> bool:
    """Whether a text is two family names, as they are cited: ``Lovelace and Hopper``."""
    names = re.split(r"\s+(?:&|and)\s+", text.strip(" .,;"))
    return len(names) == 2 and all(_SURNAME.fullmatch(name) and name.casefold() not in _NO_NAMES for name in names)


def are_surnames(text: str) -> bool:
    """Whether a text is several family names: ``Lovelace, Hopper & Noether``."""
    names = re.split(r"\s*,\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+", text.strip(" .,;"))
    return len(names) > 1 and all(_SURNAME.fullmatch(name) and name.casefold() not in _NO_NAMES for name in names)


def is_name(text: str) -> bool:
    """Whether a text is the name of one person, in full."""
    return _is_name(text)


def is_cited_person(text: str) -> bool:
    """Whether a text is one person's name as it leads a citation, with its stop: ``Hopper.``, ``Hopper, Grace.``."""
    family, comma, given = text.removesuffix(".").partition(", ")
    if not text.endswith(".") or not _SURNAME.fullmatch(family) or family.casefold() in _NO_NAMES:
        return False
    return not comma or bool(_SURNAME.fullmatch(given) or _INITIAL.fullmatch(given))


@lru_cache(4096)  # a line of names is asked about several times, from several of its commas on
def _is_name(part: str) -> bool:
    if PLAIN_NAME.fullmatch(part) and _NO_NAMES.isdisjoint(part.casefold().split()):
        return True
    if not part[-1:].isalpha() and _VERSION.search(part):
        return False
    part = part.strip(" :*∗†‡")
    part = part if part[-1:].isalpha() else _MARKS.sub("", part).strip()
    if _CJK.fullmatch(part):
        return True
    words = [word for word in part.split() if word[0] not in '"“‘']
    if not part.isascii() and len({_IDEOGRAPH.match(word) is None for word in words}) > 1:
        return False
    if not 2 <= len(words) <= _MOST_WORDS or len(part) > 60 or _STOP.search(part):
        return False
    if words[0] == "A" and len(words) > 2 and not _INITIAL.fullmatch(words[1]):
        # An article, and no initial: "A Communication-Driven Approach".
        return False
    checked = words[:-1] if len(words) == 2 and words[1] in _SURNAMES else words
    if any(word.casefold().strip(".") in _NO_NAMES and len(word.strip(".")) > 1 for word in checked):
        return False
    lower = [word for word in words if word[0].islower() or not _WORD.fullmatch(word)]
    if any(word.casefold() not in _PARTICLES and word.casefold() not in ("jr.", "jr") for word in lower):
        return False
    # An acronym of more than two letters is no given name (``GPT Researcher``), two are initials (``DY Yeung``).
    return not any(len(word) > 2 and word.isupper() and word.isascii() and "." not in word for word in words[:-1])


@lru_cache(4096)  # as above
def _is_title(part: str) -> bool:
    """Whether one of several parts is clearly words about something."""
    part = _PLACE.sub("", part) if part.endswith(")") else part
    words = part.split()
    return (
        _STOP.search(part) is not None
        or len(words) > 7
        or (len(words) > 2 and sum(word.casefold().strip(":") in _NO_NAMES for word in words) > 1)
    )


def _is_collective(part: str) -> bool:
    part = part.strip(" :*†‡")
    words = part.split()
    return (
        0 < len(words) < 4
        and all(word[:1].isupper() for word in words)
        and not any(word.casefold() in _NO_NAMES for word in words[:1])
    )
