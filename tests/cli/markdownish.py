"""Texts that look like Markdown lists, hostile ones too, and the links that any Markdown parser sees in them."""

from __future__ import annotations

from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ..lists.reading_cases import FOLDER, read_cases

_LEADS = (
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "- [ ] ",
    "> ",
    "> - ",
    "  - ",
    "    - ",
    "\t- ",
    "\t",
    "   ",
    "      ",
    "",
    "",
    "",
)
_LINKS = (
    "[{t}](https://e{n}.org/x)",
    "**[{t}](https://e{n}.org/x)**",
    "[**{t}**](https://e{n}.org/x 'said')",
    "[{t}](<https://e{n}.org/x>)",
    "[[{t}](https://e{n}.org/x)]",
    "([{t}](https://e{n}.org/x))",
    "<https://e{n}.org/x>",
    "https://e{n}.org/x",
    "![{t}](https://e{n}.org/x.png)",
    "[![{t}](https://e{n}.org/x.svg)](https://e{n}.org/y)",
    '<a href="https://e{n}.org/x">{t}</a>',
    '<img src="https://e{n}.org/x">',
    "[{t}][r{n}]\n\n[r{n}]: https://e{n}.org/x\n",
    "[r{n}]: https://e{n}.org/x 'title'",
    "[{t}](https://e{n}.org/x)](",
    "[{t}](https://e{n}.org/x_(y))",
    "[{t}](https://github.com/o{n}/x) - o{n} ![Star](https://img.shields.io/github/stars/o{n}/x.svg)",
    "**{t}**, `arXiv, 2401.{n:05}`, [arxiv](http://arxiv.org/abs/2401.{n:05}v1), [pdf](http://arxiv.org/pdf/2401.{n:05}v1.pdf), cication: [**{n}**](https://scholar.google.com/s?c={n})",
    "{t}. *{t}.* ICLR 2024. [Paper](https://e{n}.org/x) [Code](https://e{n}.org/c)",
    "[2024/05] **{t}** | [paper](https://e{n}.org/x) `tag{n}`",
    "| [{t}](https://e{n}.org/x) | b | c |",
    "| a | [{t}](https://e{n}.org/x)<br>[b](https://e{n}.org/b) |",
    "<td><a href='https://e{n}.org/x'>{t}</a></td>",
    "[](https://e{n}.org/x)",
    "[{t}]()",
    "[{t}](docs/x.md)",
    "[{t}](javascript:alert({n}))",
    "[{t}](#section)",
    "[{t}](www.e{n}.org)",
    "\n\n| Title | Link |\n|---|---|\n| {t} | [{t}](https://e{n}.org/x) |\n| [b](https://e{n}.org/b) | {t} | more | [c](https://e{n}.org/c) |\n",
    "- {t}\n  - [{t}](https://e{n}.org/x)\n    - [b](https://e{n}.org/b) {t}\n  - Code: [c](https://e{n}.org/c)\n",
    "<table><tr><td>{t}</td><td><a href='https://e{n}.org/x'>{t}</a></td></tr></table>\n",
    "\n\n[{t}](https://e{n}.org/x)\n*{t}, ..., {t}*\n{t} [b](https://e{n}.org/b)\n",
    "> {t}\n> - [{t}](https://e{n}.org/x)\n",
    "- **{t}** <br> {t} <br> [[Paper]](https://e{n}.org/x) [[Code]](https://e{n}.org/c)\n",
)  # fmt: skip
_OTHERS = (
    "# {t}", "## {t}", "### {t} ###", "##{t}", "#", "{t}\n===", "---", "***", "| a | b |", "|---|---|", "| a |",
    "<details><summary>{t}</summary>", "</details>", "<table>", "<tr>", "<td>", "</td></tr>", "</table>", "<ul><li>",
    "</li></ul>", "<div", "<!-- {t}", "-->", "<!-- {t} -->", "<br>", "<script>", "</script>", "<![CDATA[", "<think>",
    "```", "~~~", "```{{entry}} x", ":::", ":::{{entry}} x", "::::", "??? example", "!!! note", "> [!NOTE]",
    "*{t}, ..., {t}*", "*{t}*", "🌟 {t}", "**{t}", "`{t}", "[{t}", "]({t}", "\\", "{{{t}}}", "$x$ {t}", "% {t}", "(a)=",
    "Keyword: {t}", "- Code: {t}", "{t}  ", "title: {t}", "&amp; &lt;b&gt; &#91;", "{t} · {t}",
)  # fmt: skip
_WORDS = (
    "Bees",
    "Self-Play *S*",
    "a_b",
    "如何",
    "𝕏 🤗",
    "Gall√©",
    "\x00",
    "\x1b[0m",
    "\u2028",
    "\ufeff",
    "|",
    "x" * 40,
    "[CLS]",
    "",
)


@st.composite
def texts(draw, most=14):
    """A text of some fragments, each on a line or glued to the one before; links are numbered, so each is its own."""
    parts = []
    for number in range(draw(st.integers(1, most))):
        form = draw(st.sampled_from(_LINKS) | st.sampled_from(_LINKS) | st.sampled_from(_OTHERS))
        words = draw(st.sampled_from(_WORDS) | st.sampled_from(_WORDS) | st.text(max_size=8))
        lead = draw(st.sampled_from(_LEADS))
        end = draw(st.sampled_from(("\n", "\n", "\n\n", " ", "", "\r\n", "\n    ")))
        parts.append(
            lead
            + form.replace("{{", "{")
            .replace("}}", "}")
            .replace("{t}", words)
            .replace("{n:05}", f"{number + 1:05}")
            .replace("{n}", str(number))
            + end
        )
    deep = draw(st.integers(0, 3))
    return "> " * 12 * deep * (deep > 1) + "".join(parts)


def links_in(text):
    """The addresses on the web that CommonMark, with tables, makes links or pictures of."""
    found = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for token in tokens:
        for child in token.children or ():
            url = child.attrs.get("href") or child.attrs.get("src") or ""
            if str(url).startswith("http"):
                found.append(str(url))
    return found


def damaged() -> st.SearchStrategy[str]:
    """Lists of lines of the readable cases in any order, some of them broken off and gone on with as others end."""
    lines = [
        line
        for path in sorted(FOLDER.rglob("*.md"))
        if path.name != "README.md"
        for case in read_cases(path)
        for line in case.source.split("\n")
        if line.strip()
    ]
    line, cut = st.sampled_from(lines), st.floats(0, 1)
    broken = st.tuples(line, cut, line, cut).map(
        lambda t: t[0][: int(t[1] * len(t[0]))] + t[2][int(t[3] * len(t[2])) :]
    )
    return st.lists(st.one_of(line, broken, line.map("- {}".format), st.just("")), min_size=1, max_size=20).map(
        "\n".join
    )
