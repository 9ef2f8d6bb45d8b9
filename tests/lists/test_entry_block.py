"""``{entry}`` as text: read, written, and read back by us and by MyST."""

from __future__ import annotations

import pytest
from docutils.parsers.rst import Directive, directives
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import NOWHERE, Link, Location, PageEntry
from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.lists.pages.entry_block import (
    Title,
    note_span,
    page_entry,
    parse_argument,
    parse_body,
    write_entry,
)
from sphinx_reading_list.lists.pages.options import OPTIONS
from sphinx_reading_list.lists.pages.reading import EntryBlock, read_blocks

HERE = Location("list/rlhf.md", 7)
URL = "https://example.org/a"
DOLLARS, ROLES = "costs $5 and $6", "{ref}`x` and {{ sub }}"


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("[Plain](https://example.org/a)", "Plain"),
        ("[With [CLS] inside](https://example.org/a)", "With [CLS] inside"),
        ("[A `code` span and **bold** *text*](https://example.org/a)", "A code span and bold text"),
        (r"[Costs \$5 and \$6](https://example.org/a)", DOLLARS.capitalize()),
        ("[Costs $5 and $6](https://example.org/a)", DOLLARS.capitalize()),
        ("[The <think> token](https://example.org/a)", "The <think> token"),
        ("[This | that](https://example.org/a)", "This | that"),
        (r"[Escaped \] and \*](https://example.org/a)", "Escaped ] and *"),
        ("[R&amp;D](https://example.org/a)", "R&D"),
        ("[**S\\*: a star**](https://example.org/a)", "S*: a star"),
    ],
)
def test_a_title_is_plain_text(source: str, title: str) -> None:
    assert parse_argument(source) == Title(title, URL)


@pytest.mark.parametrize("text", ["wu2024selfplay", "DBLP:conf/x/Y", "[no link]", "two [links](u) and [more](v)"])
def test_what_is_no_link_comes_back(text: str) -> None:
    assert parse_argument(text) == text


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("", Code.ENTRY_WITHOUT_TITLE),
        ("two words", Code.ENTRY_WITHOUT_TITLE),
        ("[](https://example.org/a)", Code.ENTRY_WITHOUT_TITLE),
        ("[x](javascript:alert(1))", Code.UNSAFE_LINK),
        ("[x](../page.md)", Code.UNSAFE_LINK),
    ],
)
def test_a_bad_argument_is_reported_where_it_stands(argument: str, code: Code) -> None:
    entry, problems = page_entry(argument, {}, [], HERE, 8)
    assert [(problem.code, problem.location) for problem in problems] == [(code, HERE)]
    assert not entry.url.startswith(("javascript", ".."))


def test_the_links_come_off_the_body() -> None:
    body = ["A *note*.", "", "- [𝕏](https://x.com/a/status/1)", "- [Code](https://github.com/a/b) – owner, 7B"]
    note, links = parse_body(body)
    assert note == ("A *note*.",)
    assert links == (Link("https://x.com/a/status/1", "𝕏"), Link("https://github.com/a/b", "Code", "owner, 7B"))


@pytest.mark.parametrize(
    "body",
    [
        ["- [a](https://a.org) and [b](https://b.org)"],
        ["- [a](https://a.org)", "- a point"],
        ["- [a](https://a.org)", "", "The end."],
        ["1. [a](https://a.org)"],
        ["```", "- [a](https://a.org)", "```"],
        [":::{note}", "- [a](https://a.org)", ":::"],
        ["- [a](https://a.org)", "  - [nested](https://b.org)"],
    ],
)
def test_any_other_list_is_part_of_the_note(body: list[str]) -> None:
    assert parse_body(body) == (tuple(body), ())


def test_autolinks_and_bare_addresses_are_links() -> None:
    assert parse_body(["* <https://a.org>", "* https://b.org here"])[1] == (
        Link("https://a.org"),
        Link("https://b.org", "", "here"),
    )


def test_a_link_that_no_page_may_have_is_reported_on_its_line() -> None:
    body = ["Note", "", "- [a](https://a.org)", "- [b](javascript:alert)"]
    entry, problems = page_entry("key", {}, body, HERE, 9)
    assert entry.links == (Link("https://a.org", "a"),)
    assert [str(problem.location) for problem in problems] == ["list/rlhf.md:12"]


def test_the_note_says_where_it_stands() -> None:
    body = ["", "", "First", "", "Second", "", "- [a](https://a.org)"]
    entry, _ = page_entry("key", {}, body, HERE, 8)
    assert entry.note == "First\n\nSecond"
    assert note_span(body, entry.note) == (2, 3)
    assert note_span([], "") == (0, 0)


def test_an_entry_as_it_is_written() -> None:
    entry = PageEntry(
        "volcengine-verl", "verl", "https://github.com/volcengine/verl", highlight=True,
        note="Volcano Engine Reinforcement Learning for LLM", links=(Link("https://arxiv.org/abs/2409.19256", "arXiv"),),
    )  # fmt: skip
    assert write_entry(entry) == (
        ":::{entry} [verl](https://github.com/volcengine/verl)\n"
        ":key: volcengine-verl\n"
        ":highlight:\n"
        "\n"
        "Volcano Engine Reinforcement Learning for LLM\n"
        "\n"
        "- [arXiv](https://arxiv.org/abs/2409.19256)\n"
        ":::\n"
    )


# Reading back what was written: the property that everything else stands on


class _Entry(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = {option.name: directives.unchanged for option in OPTIONS}  # noqa: RUF012  (docutils' own form)


def read_by_myst(text: str) -> PageEntry:
    """The entry as MyST hands its parts to a directive; any warning of its is an error."""
    everything = {"colon_fence", "dollarmath", "substitution", "attrs_inline", "strikethrough", "deflist", "fieldlist"}
    tokens = create_md_parser(MdParserConfig(enable_extensions=everything), RendererHTML).parse(text)
    assert [token.type for token in tokens] == ["colon_fence"], tokens
    name, _, argument = tokens[0].info.strip().partition(" ")
    assert name == "{entry}"
    parts = parse_directive_text(_Entry, argument.strip(), tokens[0].content, line=1)
    assert not parts.warnings, parts.warnings
    given = parts.arguments[0] if parts.arguments else ""
    entry, problems = page_entry(given, parts.options, parts.body, NOWHERE, parts.body_offset + 1)
    assert not problems, problems
    return entry


def read_by_us(text: str) -> PageEntry:
    blocks, problems = read_blocks(text, "page.md")
    assert not problems, problems
    assert len(blocks) == 1
    assert isinstance(blocks[0], EntryBlock)
    return blocks[0].entry


LINE = st.text(
    st.one_of(
        st.sampled_from("ab Z 9 $$<>[](){}`*_~|\\!#&;:'\"-+=.,%@^/?"),
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.replace("\ufeff", "").split())).filter(bool)  # fmt: skip
TITLE = st.one_of(
    LINE, st.sampled_from([DOLLARS, ROLES, "<think>", "S*: x", "a ::: b", "[CLS] x", "C#", "x \\", "# x"])
)
PLAIN = st.text("abcdef XYZ", min_size=1, max_size=8).map(str.strip).filter(bool)
WEB = st.builds(
    "https://{}.org/{}".format, st.text("abc", min_size=1, max_size=5), st.text("aé_(~)%20&?=;*$.-[]!'", max_size=12)
)
DATES = st.none() | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12))
AUTHOR = st.one_of(
    st.tuples(st.sampled_from(["Wu", "Üstün", "陈"]), st.sampled_from(["Yue", "J. D."])).map(
        lambda name: Author(*name)
    ),
    st.just(Author("Schaar", "Mihaela", "van der")),
    st.just(Author("Barnes and Noble", collective=True)),
    st.just(Author("Plato")),
)
UNIQUE = {"unique": True, "max_size": 3}
DETAIL = PLAIN.map(lambda text: " ".join(text.split()))
LINKS = st.lists(st.builds(Link, WEB, st.just("") | LINE, st.just("") | DETAIL), max_size=3).map(tuple)
NOTES = st.sampled_from(
    [
        "",
        "A note.",
        "- a point\n- another",
        ":::{note}\nInside.\n:::",
        ":key: no option",
        "---",
        "    code",
        "* a\n\n+ b",
    ]
)


@st.composite
def entries(draw: st.DrawFn) -> PageEntry:
    inline = draw(st.booleans())
    title = draw(TITLE) if inline else ""
    return PageEntry(
        key="" if inline and draw(st.booleans()) else draw(st.sampled_from(["wu2024selfplay", "DBLP:conf/x/Y", "a-b"])),
        title=title,
        url=draw(WEB) if inline else "",
        kind=draw(st.sampled_from(["", *(kind.name for kind in KINDS)])),
        authors=(authors := tuple(draw(st.lists(AUTHOR, max_size=3)))),
        authors_elided=bool(authors) and draw(st.booleans()),
        date=draw(DATES),
        added=draw(DATES),
        tags=tuple(draw(st.lists(LINE, **UNIQUE))),  # type: ignore[arg-type]
        aka=tuple(draw(st.lists(TITLE, **UNIQUE))),  # type: ignore[arg-type]
        formerly=tuple(draw(st.lists(st.sampled_from(["old2024key", "a+b", "x/y:z"]), unique=True))),
        highlight=draw(st.booleans()),
        links=draw(LINKS),
        note=draw(NOTES),
    )


@given(entries())
def test_what_is_written_reads_back_the_same(entry: PageEntry) -> None:
    text = write_entry(entry)
    wanted = entry._replace(
        links=tuple(link._replace(label="" if link.label == link.url else link.label) for link in entry.links)
    )
    assert read_by_us(text) == wanted
    assert read_by_myst(text) == wanted
    assert write_entry(wanted) == text
