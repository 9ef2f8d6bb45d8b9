"""Blocks of a list as Markdown for a page: the same text, links and emphasis, and nothing that MyST would act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.identifiers import is_safe_url
from ...core.problems import Code
from .addresses import is_badge, nested_address
from .code_language import is_language, usable_language
from .escape import escape_all, escape_text, is_plain, is_unmarked, write_link
from .html_blocks import html_pieces
from .inline import Piece, pieces
from .markdown import one_line, strict_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from ...core.problems import Rule
    from ..document import Report


def silent(code: Rule, message: str, line: int) -> None:
    """Report nothing."""


def blocks_markdown(nodes: Iterable[SyntaxTreeNode], report: Report = silent) -> str:
    """Block nodes, a blank line between any two. Badges are left out, other images become links; both are reported."""
    written = [text for node in nodes if (text := _block(node, report))]
    return "\n\n".join(written)


def _block(node: SyntaxTreeNode, report: Report) -> str:
    if node.type in ("paragraph", "heading", "lheading", "summary"):
        text = inline_markdown(shown(pieces(inline_token(node)), report))
        # A heading in a place where none counts (within an item) is shown as one, without becoming a section.
        return _bold(text) if node.type != "paragraph" else text
    if node.type in ("bullet_list", "ordered_list"):
        return _list(node, report)
    if node.type == "blockquote":
        return indented(blocks_markdown(node.children, report), "> ", "> ")
    if node.type in ("fence", "code_block", "front_matter"):
        return _code(node)
    if node.type == "table":
        return _table(node, report)
    if node.type == "details":
        return blocks_markdown(node.children, report)
    if node.type == "html_block":
        return inline_markdown(shown(html_pieces(node.content, (node.map or (0, 0))[0] + 1), report))
    return "" if node.type == "hr" else escape_text(one_line(node.content))


def _bold(markdown: str) -> str:
    return markdown if not markdown or "**" in markdown else f"**{markdown}**"


def item_markdown(node: SyntaxTreeNode, bullet: str = "-", report: Report = silent) -> str:
    """A list item with its bullet."""
    inner = blocks_markdown(node.children, report)
    return indented(inner, f"{bullet} ", " " * (len(bullet) + 1)) if inner else bullet


def _list(node: SyntaxTreeNode, report: Report) -> str:
    start = int(node.attrs.get("start", 1) or 0)
    bullets = ["-" if node.type == "bullet_list" else f"{start + index}." for index in range(len(node.children))]
    return "\n".join(item_markdown(item, bullet, report) for item, bullet in zip(node.children, bullets, strict=True))


def indented(text: str, first: str, rest: str) -> str:
    """Lines of text with something in front of the first one, and of the others."""
    lines = text.split("\n")
    return "\n".join([(first + lines[0]).rstrip(), *((rest + line).rstrip() for line in lines[1:])])


def _code(node: SyntaxTreeNode) -> str:
    lines = node.content.rstrip("\n").split("\n")
    # Only a plain word names a language; anything else might be a directive, and is a line of the code.
    language = "yaml" if node.type == "front_matter" else node.info.strip()
    if language and not is_language(language):
        lines.insert(0, language)
        language = ""
    language = usable_language(language, node.content)
    fence = "`" * max(3, *(len(line) - len(line.lstrip().lstrip("`")) + 1 for line in lines if "```" in line), 3)
    return "\n".join([fence + language, *lines, fence])


def _table(node: SyntaxTreeNode, report: Report) -> str:
    rows = [row for part in node.children for row in part.children]
    # All of a row counts only as far as the first one reaches; where it reaches further than others, these are filled up.
    width = max((len(row.children) for row in rows), default=0)
    lines = []
    for row in rows:
        cells = [
            " ".join(inline_markdown(shown(pieces(line.token), report)) for line in cell.children if line.token)
            for cell in row.children
        ]
        cells += [""] * (width - len(cells))
        # A bar ends a cell wherever it stands; one that is escaped already stays so.
        lines.append("| " + " | ".join(cell.replace("\\|", "|").replace("|", "\\|") for cell in cells) + " |")
    if lines:
        lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def inline_token(node: SyntaxTreeNode) -> Token:
    """The token with the content of a paragraph, a heading or a cell."""
    token = node.children[0].token
    assert token is not None
    return token


def shown(row: Iterable[Piece], report: Report) -> list[Piece]:
    """The pieces as a page shows them: no badges, a link for any other image, text for a link that leads nowhere."""
    kept: list[Piece] = []
    for piece in row:
        if piece.kind == "image" and is_badge(piece.url):
            report(Code.BADGE, f"{piece.text or 'badge'}: {piece.url}", piece.line)
        elif piece.kind == "image":
            report(Code.IMAGE, f"{piece.url} became a link", piece.line)
            kept += [Piece("text", " ", piece.line)] if kept and kept[-1].kind == "link" else []
            kept.append(Piece("link", piece.text or "image", piece.line, piece.url))
        elif piece.kind == "link":
            kept.append(_checked(piece, report))
        else:
            kept.append(piece)
    return kept


def _checked(link: Piece, report: Report) -> Piece:
    """A link, as text if it leads nowhere or only within the file it came from; one that is unsafe is reported."""
    if is_safe_url(link.url):
        return link
    if nested := nested_address(link.url):
        report(Code.MENDED_LINK, f"{link.url!r} is now {nested!r}", link.line)
        return link._replace(url=nested)
    if link.url.strip().casefold() in ("", "none", "null", "nan"):
        report(Code.PLACEHOLDER, f"{link.text!r} leads to {link.url!r}", link.line)
    elif link.url.startswith("#"):
        report(Code.INTERNAL_LINK, f"{link.text!r} leads to {link.url}", link.line)
    else:
        code = Code.UNSAFE_LINK if ":" in link.url.split("/")[0] else Code.RELATIVE_LINK
        report(code, f"{link.text!r} leads to {link.url!r}; it is kept as text", link.line)
        return link
    return Piece("text", link.text, link.line, strong=link.strong, em=link.em)


def inline_markdown(row: Sequence[Piece]) -> str:
    """Inline pieces as one line of Markdown."""
    merged = _merged(row)
    alone = merged[0] if len(merged) == 1 and merged[0].kind == "text" else None
    if alone and not (alone.strong or alone.em):
        return escape_start(escape_text(one_line(alone.text)))
    line = _line(merged, escape_text)
    if all(map(_is_unmarked, merged)) or (alone and is_plain(one_line(alone.text))):
        return line
    # Pieces that are text each by itself may be markup together: "*a [b](c) d*".
    return line if _signature(_read(line)) == _signature(merged) else _line(merged, escape_all)


def _is_unmarked(piece: Piece) -> bool:
    """Whether a piece is words without a mark, or a link with such words: no two of these are anything else together."""
    if piece.strong or piece.em or not is_unmarked(one_line(piece.text)):
        return False
    return piece.kind == "text" or (piece.kind == "link" and is_safe_url(piece.url))


def _line(row: Sequence[Piece], escape: Callable[[str], str]) -> str:
    written = ""
    for piece in row:
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if piece.text[-1:].isspace() else ""
        text = one_line(piece.text)
        if piece.kind == "link":
            core = _link(piece, text)
        elif not text:
            core, tail = "", ""
        else:
            core = _code_span(text) if piece.kind == "code" else escape(text)
        if core:
            marker = "**" * piece.strong + "*" * piece.em
            core = f"{marker}{core}{marker[::-1]}"
        written += lead + core + tail
    return escape_start(one_line(written))


def _read(line: str) -> list[Piece]:
    tokens = strict_markdown().parse(line)
    return pieces(tokens[1]) if [token.type for token in tokens[::2]] == ["paragraph_open", "paragraph_close"] else []


def _signature(row: Sequence[Piece]) -> list[tuple[str, str, str, bool, bool]]:
    shown = [Piece("text", f"{p.text} ({p.url})", 0) if p.kind == "link" and not is_safe_url(p.url) else p for p in row]
    return [
        (piece.kind, text, piece.url, piece.strong, piece.em)
        for piece in _merged(shown)
        if (text := one_line(piece.text)) or piece.url
    ]


def escape_start(line: str) -> str:
    """A line that a parser would take for the start of a block, made text again."""
    if not line:
        return line
    if line.startswith(("$$", "\\begin{")):
        return f"\\{line}"
    if line[:3] == "***" and line.strip("* "):
        # A bold emphasis, and no rule.
        return line
    if line[:1] in "#>+-=|%:" or line[:3] in ("---", "***", "```", "~~~", "___"):
        return f"\\{line}" if line[:1] in "#>|%:" or line[1:2] in ("", " ", line[:1]) else line
    number = line[: len(line) - len(line.lstrip("0123456789"))]
    if number and line[len(number) : len(number) + 1] in (".", ")"):
        return f"{number}\\{line[len(number) :]}"
    return line


def _merged(row: Sequence[Piece]) -> list[Piece]:
    """Neighbouring pieces of text as one, so that what needs escaping is seen whole."""
    merged: list[Piece] = []
    for piece in row:
        # HTML that is left is text; an image would be fetched from elsewhere, a link to it is not.
        kind = {"html": "text", "image": "link"}.get(piece.kind, piece.kind)
        last = merged[-1] if merged else None
        if last and kind == last.kind == "text" and (piece.strong, piece.em) == (last.strong, last.em):
            merged[-1] = Piece("text", last.text + piece.text, last.line, strong=last.strong, em=last.em)
        else:
            merged.append(Piece(kind, piece.text, piece.line, piece.url, piece.strong, piece.em))
    return merged


def _link(piece: Piece, text: str) -> str:
    if is_safe_url(piece.url):
        return write_link(text, piece.url)
    # An address that no page may link to is still there to be read.
    return escape_text(f"{text} ({piece.url})" if text else piece.url)


def _code_span(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in _backtick_runs(text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _backtick_runs(text: str) -> list[str]:
    return ["`" * len(run) for run in "".join(c if c == "`" else " " for c in text).split()]
