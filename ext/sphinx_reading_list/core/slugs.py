"""Names for ids, file names and addresses, made from keys and headings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_PLAIN = re.compile(r"[a-z0-9._-]")
_PLAIN_KEY = re.compile(r"[a-z0-9_-][a-z0-9._-]*")
RESERVED_KEYS = frozenset({"all", "formats", "keys", "section"})
"""Keys that the addresses of the site need for themselves (``cite/all.bib``, ``cite/section/…``, ``cite/keys.js``)."""
_PLAIN_VALUE = re.compile(r"[a-z0-9_]+(?:(?:\. ?| )[a-z0-9_]+)*")
_LONGEST_VALUE = 60
_LONGEST_SLUG = 120
"""In bytes. File systems take 255, for a name with all that stands behind it and before it while it is written."""
_LONGEST_KEY = 150
"""In bytes of the escaped key, to which a digest and an ending come."""
FORMAT_ENDINGS = (".biblatex",)
"""What stands before ``.bib`` in the files of a format of its own: ``cite/KEY.biblatex.bib``."""


@lru_cache(maxsize=1 << 15)
def escape_key(key: str) -> str:
    """A key as a file name and an id, without collisions.

    A character outside ``[a-z0-9._-]`` becomes ``~``, its code point in hexadecimal and ``~``. Upper case counts as
    outside (some disks fold it), and so do a leading dot (a hidden file), the first letter of a reserved name, and the
    dot of an ending with which the file of one format would be that of another work (``wu2024.biblatex`` + ``.bib``).
    What is too long for a file name ends in its digest instead: ``~``, 32 bits in hexadecimal and ``~``. The pages'
    scripts make the same names (``fileName`` in ``reading-list-cite.js``).
    """
    ending = next((ending for ending in FORMAT_ENDINGS if key.endswith(ending)), "")
    if _PLAIN_KEY.fullmatch(key) and key not in RESERVED_KEYS and not ending:
        return _fitting(key)
    outside = {0} if key.startswith(".") or key in RESERVED_KEYS else set()
    outside |= {len(key) - len(ending)} if ending else set()
    return _fitting(
        "".join(
            f"~{ord(character):x}~" if index in outside or not _PLAIN.fullmatch(character) else character
            for index, character in enumerate(key)
        )
    )


def _fitting(name: str) -> str:
    """The escaped key, or the first part of a long one and its digest, which makes it longer than any other."""
    return name if len(name) <= _LONGEST_KEY else f"{name[:_LONGEST_KEY]}~{_fnv1a(name):08x}~"


def _fnv1a(name: str) -> int:
    """The 32 bits of FNV-1a of a name in ASCII (RFC 9923): a digest that a script of a few lines can make too."""
    digest = 0x811C9DC5
    for byte in name.encode("ascii"):
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return digest


_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i"}
)


def ascii_fold(text: str) -> str:
    """The text in ASCII as far as it has one: accents off, ligatures apart; other scripts are dropped."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(character for character in decomposed if character.isascii())


def slugify(text: str) -> str:
    """A heading as part of an address: ``Reward Models`` → ``reward-models``; other scripts stay as they are.

    The result holds letters, digits and single hyphens; it is empty only if the heading has neither. Of a very long
    heading it has the first words, so that it can be the name of a file.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", folded)
    return _first_words("-".join(re.sub(r"['’]", "", word) for word in words))


def _first_words(slug: str) -> str:
    """As many words of a slug as a file's name has room for."""
    encoded = slug.encode(errors="ignore")
    if len(encoded) <= _LONGEST_SLUG:
        return slug
    whole = encoded[: _LONGEST_SLUG + 1].rpartition(b"-")[0]
    # Some scripts have no words to cut between.
    cut = whole if len(whole) > _LONGEST_SLUG // 2 else encoded[:_LONGEST_SLUG]
    return cut.decode(errors="ignore").rstrip("-")


def fold_value(value: str) -> str:
    """What makes two values the same to an index: neither case, nor width, nor white space tell them apart."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value).casefold()).split())


def value_slug(value: str) -> str:
    """A value of an index (an author, a venue, a tag) as a file name, the same whatever else is in the index.

    ``Yue Wu`` → ``yue-wu``, ``Thomas L. Griffiths`` → ``thomas-l.-griffiths``. Where that would lose something (an
    accent, another script, a hyphen, the end of a very long name), a digest stands for it: ``José García`` →
    ``jose-garcia~d14f071852dc``. So no two values have the same, and none has ``index``, which is the overview's.
    """
    folded = fold_value(value)
    if _PLAIN_VALUE.fullmatch(folded) and len(folded) <= _LONGEST_VALUE and folded != "index":
        return folded.replace(" ", "-")
    legible = "-".join(re.findall(r"[a-z0-9_]+", ascii_fold(folded)))[:_LONGEST_VALUE].strip("-")
    digest = blake2b(folded.encode(errors="surrogatepass"), digest_size=6).hexdigest()
    return f"{legible}~{digest}"
