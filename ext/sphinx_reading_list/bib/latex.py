"""LaTeX ↔ Unicode, as far as bibliographies use it: accents, symbols, quotation marks, dashes, font changes.

Mathematics stays as it was written (``$x^2$``), and so does every macro that isn't known: nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_SIGNS = {",": " ", ";": " ", ":": " ", " ": " ", "\\": " ", "\n": " ", "-": "", "/": "", "!": "", "@": ""}
_WORDS = {"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "slash": "/", "textellipsis": "…", "textasciigrave": "`",
          "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
          "textunderscore": "_", "textdollar": "$", "textbar": "|", "textless": "<", "textgreater": ">", "quad": " ",
          "textquotesingle": "'", "textquotedbl": '"', "nobreakspace": " ", "thinspace": " ",}  # fmt: skip
_SWITCHES = {"bf", "it", "em", "tt", "sc", "rm", "sf", "sl", "bfseries", "itshape", "slshape", "scshape", "ttfamily",
             "rmfamily", "sffamily", "mdseries", "upshape", "normalfont", "small", "protect", "relax"}  # fmt: skip
_STYLES = {"emph", "text", "textbf", "textit", "textsl", "texttt", "textsc", "textrm", "textsf", "textup", "textmd",
           "textnormal", "mbox", "hbox", "underline", "textsuperscript", "textsubscript", "mkbibquote", "enquote"}  # fmt: skip
_NEEDED = re.compile(r"[\\{}$~`'-](?:(?<=[\\{}$~`])|(?<=--)|(?<=''))")
_TOKEN = re.compile(r"\\([A-Za-z]+)\s*|\\(.)|---|--|``|''|[`'~{}$]|[^\\$\-`'~{}]+|.", re.DOTALL)
_MATH = re.compile(r"\$\$.+?\$\$|\$(?:\\.|[^$\\])+\$", re.DOTALL)
_URL = re.compile(r"\s*\\(?:url|path|nolinkurl)\s*\{(.*)\}\s*", re.DOTALL)
# Reference managers write {\_}, {\%} and {\~{}}.
_IN_ADDRESS = re.compile(r"(\{)?\\(?:(textasciitilde|textunderscore)|([%#&_~$]))(?:\{\})?(?(1)\}|)")
_ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "&%#_$"}
    | {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "^": r"\textasciicircum{}"}
    | {"~": r"\textasciitilde{}", "`": r"\textasciigrave{}", "\u00a0": "~"}
)

_ESCAPED = re.compile(f"[{re.escape(''.join(map(chr, _ESCAPES)))}]")


def is_plain(latex: str) -> bool:
    """Whether a text in LaTeX has nothing in it to be decoded."""
    return _NEEDED.search(latex) is None


def to_unicode(latex: str) -> str:
    """The text as it is read: ``G{\\"o}del \\& {DPO}`` → ``Gödel & DPO``. Never raises; spaces are single."""
    if is_plain(latex):
        return latex
    try:
        text = _Decoder(latex).decode()
    except RecursionError:
        text = latex.replace("{", "").replace("}", "")  # a thousand braces, one in the other: no title, but no crash
    return " ".join(unicodedata.normalize("NFC", text).split())


def to_latex(text: str) -> str:
    """A plain text as LaTeX: UTF-8 stays, and only what LaTeX would take for a command is escaped.

    Braces become macros of theirs, for BibTeX counts ``\\{`` as an opening brace.
    """
    return text.translate(_ESCAPES) if _ESCAPED.search(text) else text


def to_address(latex: str) -> str:
    """An address or a DOI without what LaTeX was thought to need: ``a{\\_}b\\%20`` → ``a_b%20``; of ``\\url{…}``, what is in it."""
    if "\\" not in latex:
        return latex
    if macro := _URL.fullmatch(latex):
        latex = macro.group(1)
    return _IN_ADDRESS.sub(lambda found: _WORDS.get(found.group(2), found.group(3)) or "", latex).replace("\\", "")


@cache
def _symbols() -> dict[str, str]:
    # Imported only where a macro needs it: it takes longer than reading most files.
    from pylatexenc.latex2text import get_default_latex_context_db

    specs = get_default_latex_context_db().iter_macro_specs()
    found = {spec.macroname: spec.simplify_repl for spec in specs}
    # One character each: the others are placeholders (``<cit.>``), layout, and \today.
    return {
        name: sign for name, sign in found.items() if isinstance(sign, str) and len(sign) == 1 and not sign.isascii()
    }


class _Decoder:
    """Reads LaTeX from left to right; ``position`` is where it stands."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.position = 0
        self.quotes = 0

    def decode(self, *, group: bool = False) -> str:
        """What follows as Unicode, to the end, or to the brace that closes the group."""
        parts: list[str] = []
        while match := _TOKEN.match(self.latex, self.position):
            mark = match.group()
            if mark == "$" and (math := _MATH.match(self.latex, self.position)):
                parts.append(math.group())
                self.position = math.end()
                continue
            self.position = match.end()
            if mark == "}" and group:
                break
            parts.append(self._read(match))
        return "".join(parts)

    def _read(self, match: re.Match[str]) -> str:
        mark, word, sign = match.group(), match.group(1), match.group(2)
        if word or sign:
            return self._macro(word or sign, match)
        if mark == "{":
            return self.decode(group=True)
        if mark == "`":
            self.quotes += 1
            return "‘"
        if mark == "'" and self.quotes and not self.latex[self.position : self.position + 1].isalpha():
            self.quotes -= 1
            return "’"
        return "" if mark == "}" else _MARKS.get(mark, mark)

    def _macro(self, name: str, match: re.Match[str]) -> str:
        if name in _ACCENTS:
            return self._accented(name)
        if name in _SIGNS or name in _WORDS:
            return _SIGNS.get(name) or _WORDS.get(name, "")
        if len(name) == 1 and not name.isalpha():
            return name if name in "&%#_${}" else f"\\{name}"
        if name in _SWITCHES:
            return ""
        if name in _STYLES:
            return self._argument()
        if name in ("url", "path", "nolinkurl"):
            return self._group()[1:-1]
        if name == "href":
            self._group()
            return self._argument()
        if name == "ensuremath":
            return f"${self._group()[1:-1]}$"
        if symbol := _symbols().get(name):
            return symbol
        return self._unknown(match)

    def _accented(self, name: str) -> str:
        text = self._argument().replace("ı", "i").replace("ȷ", "j")
        if not text:
            return name if not name.isalpha() else ""
        return unicodedata.normalize("NFC", text[0] + _ACCENTS[name]) + text[1:]

    def _argument(self) -> str:
        """The next argument: a group, a macro, or a single character."""
        while self.latex[self.position : self.position + 1] == " ":
            self.position += 1
        match = _TOKEN.match(self.latex, self.position)
        if match is None or match.group() == "}":
            return ""
        if match.group() == "{" or match.group(1) or match.group(2):
            self.position = match.end()
            return self._read(match)
        self.position += 1
        return self.latex[self.position - 1]

    def _group(self) -> str:
        """The next group as it is written, with its braces; ``{}`` where none follows."""
        if self.latex[self.position : self.position + 1] != "{":
            return "{}"
        start, depth = self.position, 0
        while self.position < len(self.latex):
            depth += {"{": 1, "}": -1}.get(self.latex[self.position], 0)
            self.position += 1
            if depth == 0:
                return self.latex[start : self.position]
        return self.latex[start:] + "}" * depth

    def _unknown(self, match: re.Match[str]) -> str:
        text = match.group()
        while self.latex[self.position : self.position + 1] == "{":
            text += self._group()
        return text
