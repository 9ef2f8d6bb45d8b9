"""Bytes of a list as text: any encoding in, clean lines out, and what was done about it as problems."""

from __future__ import annotations

import codecs
import re

from ...core.entry import Location
from ...core.problems import Code, Problem
from .repair import repair

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAKS = re.compile("\r\n?")
_OTHER_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")


class BinaryFileError(ValueError):
    """The bytes are no text in any encoding."""


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file: line breaks as ``\\n``, no byte order mark, no control characters, mojibake undone.

    Raises :class:`BinaryFileError` where it is no text.
    """
    text, problems = _decode(data, path)
    text = _BREAKS.sub("\n", text)
    # Mojibake first: what looks like a control character may be a part of a damaged one.
    text, repairs = repair(text)
    problems += [
        Problem(Code.MOJIBAKE, f"{found.before} is now {found.after}", Location(path, found.line)) for found in repairs
    ]
    text, cleaned = _without_controls(text, path)
    return text, problems + cleaned


def _decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, errors="replace")
            if encoding == "utf-8":
                return text, []
            return text, [_not_utf8(path, 1, encoding.upper())]
    if wide := _wide_encoding(data):
        return data.decode(wide, errors="replace"), [_not_utf8(path, 1, wide.upper())]
    if data.count(0) > len(data) // 100:
        raise BinaryFileError("it holds bytes that no text has")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    chinese = _chinese(data)
    if chinese:
        return chinese, [_not_utf8(path, line, "GB 18030")]
    text = data.decode("utf-8", errors="reading-list-windows-1252")
    if len(_CONTROLS.findall(text)) > len(text) // 20:
        raise BinaryFileError("it holds bytes that no text has")
    return text, [_not_utf8(path, line, "Windows-1252")]


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: ASCII in it has a zero in every other byte."""
    sample = data[:2000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) // 5 and not odd else ""


def _chinese(data: bytes) -> str:
    """The text where it is GB 18030 without doubt: it decodes, and nearly all of it beyond ASCII is Han."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    beyond = sum(not character.isascii() for character in text)
    return text if len(_HAN.findall(text)) > 0.95 * beyond else ""


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that aren't UTF-8 as Windows does; those that mean nothing there as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    text = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in wrong)
    return text, error.end


codecs.register_error("reading-list-windows-1252", _windows_1252)


def _without_controls(text: str, path: str) -> tuple[str, list[Problem]]:
    lines = text.split("\n")
    problems = []
    for number, line in enumerate(lines):
        if line.isprintable():
            continue
        clean = _CONTROLS.sub("", _OTHER_BREAKS.sub(" ", line))
        if clean != line:
            lines[number] = clean
            names = sorted({f"U+{ord(character):04X}" for character in line if character not in clean})
            message = f"{', '.join(names)} taken out"
            problems.append(Problem(Code.CONTROL_CHARACTER, message, Location(path, number + 1)))
    return "\n".join(lines), problems


def _not_utf8(path: str, line: int, encoding: str) -> Problem:
    return Problem(Code.NOT_UTF8, f"not UTF-8; read as {encoding}", Location(path, line))
