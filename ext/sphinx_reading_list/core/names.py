"""People's names: BibTeX's four parts, read from a list of authors and written back."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

_SPACE = re.compile(r"\s+")
_EAST_ASIAN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+")
"""Chinese, Japanese and Korean in their own characters: family names stand first, and nothing stands between."""


class Author(NamedTuple):
    """A person's name in BibTeX's four parts, as Unicode without braces; or a collective, whole in ``family``.

    A collective (``collective=True``) is an organisation or a name that must not be taken apart.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    collective: bool = False

    @property
    def name(self) -> str:
        """The name as it is read: ``Mihaela van der Schaar``, ``Martin Luther King Jr.``, ``王小明``."""
        if self.given and not self.family.isascii() and _EAST_ASIAN.fullmatch(self.family + self.given):
            return self.family + self.given
        if self.given and not self.particle and not self.suffix:
            return f"{self.given} {self.family}" if self.family else self.given
        return " ".join(filter(None, (self.given, self.particle, self.family, self.suffix)))

    @property
    def sort_name(self) -> str:
        """``particle Family, suffix, Given`` as BibTeX writes it, without braces."""
        family = " ".join(filter(None, (self.particle, self.family)))
        return ", ".join(filter(None, (family, self.suffix, self.given)))


def depth_split(text: str, separator: str) -> list[str]:
    """Split at a word (``and``) or a character (``,``) that stands outside braces."""
    plain = "{" not in text and "\\" not in text
    if plain and not separator.isalpha():
        return [part.strip() for part in text.split(separator)]
    pattern = _pattern(separator)
    if plain:
        return [part.strip() for part in pattern.split(text)]
    parts: list[str] = []
    depth = start = position = 0
    while position < len(text):
        character = text[position]
        if character == "\\":
            position += 2
            continue
        if character in "{}":
            depth = max(0, depth + (1 if character == "{" else -1))
        elif depth == 0 and (match := pattern.match(text, position)):
            parts.append(text[start:position])
            position = start = match.end()
            continue
        position += 1
    parts.append(text[start:])
    return [part.strip() for part in parts]


@cache
def _pattern(separator: str) -> re.Pattern[str]:
    if separator.isalpha():
        return re.compile(rf"\s+{separator}(?=\s|$)|^{separator}\s+", re.IGNORECASE)
    return re.compile(re.escape(separator))


def split_words(text: str) -> list[str]:
    """The words of a name part: split at white space and ``~`` outside braces."""
    text = text.replace("~", " ")
    if "{" not in text and "\\" not in text:
        return text.split()
    return [word for word in depth_split(_SPACE.sub(" ", text), " ") if word]


def _is_particle(word: str) -> bool:
    first = next((character for character in word if character.isalpha()), "")
    return not word.startswith("{") and first.islower()


@lru_cache(32768)  # most people of a list stand in it several times
def parse_name(text: str) -> Author:
    """Read one name in any of BibTeX's three forms (btxdoc, section 4), or a collective in braces.

    What has none of these forms, such as several people without ``and``, stays whole, as a collective does.
    LaTeX is left as it is: decode the parts afterwards (see ``bib.latex``).
    """
    text = " ".join(text.split())
    if text.startswith("{") and _closing_brace(text) == len(text) - 1:
        return Author(text[1:-1].strip(), collective=True)
    parts = depth_split(text, ",")
    if len(parts) > 1 and name_fault(text):
        parts = [part for part in parts if part]
        if len(parts) > 3 or ";" in text:
            return Author(", ".join(parts), collective=True)
    if len(parts) == 1:
        return _given_first(split_words(parts[0]))
    particle, family = _particle_and_family(split_words(parts[0]))
    given = ", ".join(part for part in parts[1 if len(parts) == 2 else 2 :] if part)
    suffix = parts[1] if len(parts) > 2 else ""
    return Author(family, given, particle, suffix)


def name_fault(text: str) -> str:
    """What keeps a text from being a name in one of BibTeX's forms; empty where nothing does."""
    if text.count(",") > 2 and len(depth_split(text, ",")) > 3:
        return "has more than two commas"
    if text.rstrip().endswith(","):
        return "ends in a comma"
    if ";" in text and "," in text and len(depth_split(text, ";")) > 1:
        return "has a semicolon"
    return ""


def parse_names(text: str) -> tuple[tuple[Author, ...], bool]:
    """Read a BibTeX list of names (``A and B and others``): the authors, and whether the list is elided."""
    names = [name for name in depth_split(text, "and") if name]
    elided = bool(names) and names[-1] == "others"
    return tuple(parse_name(name) for name in names if name != "others"), elided


def _closing_brace(text: str) -> int:
    depth = 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return position
    return -1


def _given_first(words: list[str]) -> Author:
    if len(words) < 2:
        return Author(words[0] if words else "")
    particles = [index for index, word in enumerate(words[:-1]) if _is_particle(word)]
    first = particles[0] if particles else len(words) - 1
    last = particles[-1] + 1 if particles else first
    return Author(" ".join(words[last:]), " ".join(words[:first]), " ".join(words[first:last]))


def _particle_and_family(words: list[str]) -> tuple[str, str]:
    count = 0
    while count < len(words) - 1 and _is_particle(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])
