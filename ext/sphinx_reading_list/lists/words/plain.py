"""Words between the parts of an entry: what of them says something, without the punctuation that only sets it off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...core.identifiers import github_repository, host_of, path_parts
from ..markup.markdown import one_line

SEPARATORS = " \t,.;:·•|-–—"
"""What lists put between the parts of an entry."""
_DIGIT = re.compile(r"\d")
_DIGITS = b"0123456789"
_LETTER = re.compile(r"[^\W_]")
_BRACKETS = (("(", ")"), ("[", "]"))
_BRACKET = re.compile(r"[()\[\]]")


def bare_words(text: str) -> str:
    """Words without the separators and the partnerless brackets around them."""
    words, before = one_line(text), None
    while words != before:
        before = words
        words = balanced(words.strip(SEPARATORS))
        if words[:1] == "(" and words[-1:] == ")" and words.find(")") == len(words) - 1:
            words = words[1:-1]
    return words if says_something(words) else ""


def says_something(text: str) -> bool:
    """Whether a text holds a letter, a digit or an emoji."""
    if text[:1].isalnum() or _LETTER.search(text):
        return True
    return not text.isascii() and any(unicodedata.category(character) == "So" for character in text)


def has_digit(text: str) -> bool:
    """Whether there is a digit, of any script, in a text."""
    if not text.isascii():
        return _DIGIT.search(text) is not None
    data = text.encode()
    return len(data.translate(None, _DIGITS)) < len(data)


def balanced(label: str) -> str:
    """A label without the brackets at its ends that have no partner."""
    if not _BRACKET.search(label):
        return label.strip(" ")
    for opening, closing in _BRACKETS:
        while label.count(closing) > label.count(opening) and label.endswith(closing):
            label = label[:-1].rstrip()
        while label.count(opening) > label.count(closing) and label.startswith(opening):
            label = label[1:].lstrip()
        # One that closes before anything opened, or opens at the very end, has no partner either.
        label = label.lstrip(closing + " ").rstrip(opening + " ")
    return label


def unbracketed(text: str) -> str:
    """A text without the pairs of brackets or quotes that enclose all of it: ``[Paper]`` → ``Paper``."""
    text = text.strip()
    while len(text) > 1 and text[0] in "([（【" and text[-1] in ")]）】" and not _closes_early(text):
        text = text[1:-1].strip()
    return text


def _closes_early(text: str) -> bool:
    depth = 0
    for position, character in enumerate(text):
        depth += (character in "([（【") - (character in ")]）】")
        if depth == 0:
            return position < len(text) - 1
    return True


def names_owner(url: str, words: str) -> bool:
    """Whether the words are the owner that a repository's address names already."""
    return bool(words) and owner_of(url) == words.strip().lower()


@lru_cache(1024)  # who reads an entry asks several times
def owner_of(url: str) -> str:
    """Whose repository, model or dataset an address leads to, in lower case; empty where it leads elsewhere."""
    owner = github_repository(url).partition("/")[0]
    if not owner and host_of(url) in ("huggingface.co", "hf.co", "gitlab.com", "modelscope.cn"):
        steps = [step for step in path_parts(url) if step not in ("spaces", "datasets", "models", "collections")]
        owner = steps[0] if len(steps) > 1 else ""
    return owner.lower()
