"""The picture that a preview of a link shows: title, authors and list, drawn with Pillow where that is installed.

Four bits a pixel and two colours: such a file has some kilobytes, and is the same for the same words, font and Pillow.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from ...core.slugs import ascii_fold

WIDTH, HEIGHT = 1200, 630
"""In pixels: what OpenGraph's readers ask for (https://developers.facebook.com/docs/sharing/webmasters/images)."""
_MARGIN, _BAR = 80, 14
_PAPER, _INK = (22, 33, 52), (246, 247, 250)
_SHADES = 16
_QUIET = 0.7
_SIZES = (76, 66, 58, 50, 44)
_LINES = 5


class Words(NamedTuple):
    """What a picture says: above the title, the title, below it, and at the foot."""

    kind: str
    title: str
    who: str
    site: str


class Painter:
    """Draws pictures with a font, given as a file or (``None``) Pillow's own, which has Latin letters alone."""

    def __init__(self, font: Path | None = None) -> None:
        self._path = str(font) if font else None
        self._font = cache(self._load)
        self._has = cache(self._has_glyph)

    @property
    def version(self) -> tuple[str, bytes]:
        """What the bytes of a picture depend on beside its words."""
        import PIL

        return PIL.__version__, Path(self._path).read_bytes() if self._path else b""

    def can_say(self, words: Words) -> bool:
        """Whether the font has what the title needs; an emoji may be missing, but not a letter."""
        letters = [letter for letter in words.title if letter.isalnum()]
        return bool(letters) and all(map(self._shown, letters))

    def png(self, words: Words) -> bytes:
        """The picture as a PNG file."""
        from PIL import Image, ImageDraw

        shade = Image.new("L", (WIDTH, HEIGHT), 0)
        draw = ImageDraw.Draw(shade)
        quiet, ink = int(255 * _QUIET), 255
        draw.rectangle((0, 0, _BAR, HEIGHT), fill=ink)
        draw.text((_MARGIN, 70), self._kept(words.kind), font=self._font(34), fill=quiet)
        size, lines = self._fitted(self._kept(words.title))
        top = 135
        for line in lines:
            draw.text((_MARGIN, top), line, font=self._font(size), fill=ink)
            top += int(size * 1.18)
        who = self._cut(self._kept(words.who), 36, 1)
        draw.text((_MARGIN, min(top + 20, 500)), " ".join(who), font=self._font(36), fill=quiet)
        draw.text(
            (_MARGIN, HEIGHT - 80), " ".join(self._cut(self._kept(words.site), 34, 1)), font=self._font(34), fill=ink
        )
        picture = shade.point([value * _SHADES // 256 for value in range(256)])
        picture = Image.frombytes("P", picture.size, picture.tobytes())
        picture.putpalette([round(low + (high - low) * step / (_SHADES - 1))
                            for step in range(_SHADES) for low, high in zip(_PAPER, _INK, strict=True)])  # fmt: skip
        file = BytesIO()
        picture.save(file, "PNG", bits=4, optimize=False, compress_level=6)
        return file.getvalue()

    def _load(self, size: int) -> Any:
        from PIL import ImageFont

        return ImageFont.truetype(self._path, size) if self._path else ImageFont.load_default(size)

    def _has_glyph(self, letter: str) -> bool:
        font = self._font(34)
        # What a font has no drawing for is drawn as a character that no font has.
        found, missing = font.getmask(letter), font.getmask("\U0010ffff")
        return bool(found.size != missing.size or bytes(found) != bytes(missing))

    def _shown(self, letter: str) -> str:
        """A letter as the font has it, else without its accent; or nothing."""
        if letter == " " or self._has(letter):
            return letter
        return ascii_fold(letter)

    def _kept(self, text: str) -> str:
        return " ".join("".join(map(self._shown, text)).split())

    def _fitted(self, title: str) -> tuple[int, list[str]]:
        """The largest size in which the title has few enough lines, and these lines; cut where none is small enough."""
        for size in _SIZES:
            lines = self._cut(title, size, 99)
            if len(lines) * size * 1.18 <= 330 and len(lines) <= _LINES:
                return size, lines
        return _SIZES[-1], self._cut(title, _SIZES[-1], _LINES)

    def _cut(self, text: str, size: int, most: int) -> list[str]:
        """The text in lines; what ``most`` lines can't hold is left out, and marked."""
        font, room = self._font(size), WIDTH - 2 * _MARGIN
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and font.getlength(longer) <= room:
                lines[-1] = longer
            elif len(lines) == most:
                lines[-1] = f"{lines[-1]} …"
                break
            else:
                while font.getlength(word) > room:
                    word = word[:-1]
                lines.append(word)
        return lines


def painter(font: Path | None) -> Painter | None:
    """A painter, if Pillow is there."""
    return Painter(font) if find_spec("PIL") else None
