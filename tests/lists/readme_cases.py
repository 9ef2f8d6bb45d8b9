"""Entries of every kind, with titles and names that Markdown, TeX and HTML would take for something else."""

from __future__ import annotations

from hypothesis import strategies as st

from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, PageEntry
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.lists.document import ListItem

HOSTILE = (
    "<think>", "$5 and $6", "[CLS] is all", "S*: a star", "a | b", "`code", "`a` and `b`", "**bold**", "_x_ __y__",
    "a \\ b\\", "Title ](x)", "<!-- c -->", "-->", "{math}`x`", "1. one", "- dash", "# five", "&amp; &", "~~gone~~",
    "a · b – c", "🌟 star", "如何正确复现", "https://example.org/x", "http://", "*", "``", "]", "a\\*b", "<b>x</b>", "!", "![a](b)",
    "…", "2024 · x", "[x]: y", "Part I -- the -- end", "x_{i}^{2}", "\ue000", "%%", "(see [1])", "| --- |", ":::{note}", "עברית (RTL)", "🤗 a 👩‍🔬", "- [x](y)", "<br>", "<https://x.org>", "a  b", "#1", "+1", "&lt;", "{", "}}",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30),
    st.tuples(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)).map(" ".join),
).map(lambda text: " ".join(text.split()) or "Title")
urls = st.sampled_from(
    [
        "https://example.org/a_b?x=1&y=2",
        "http://x.org/(a)",
        "https://github.com/a/b",
        "mailto:a@b.org",
        "https://x.org/ü",
        "https://doi.org/10.1016/S0140-6736(05)71146-6",
        "https://x.org/a%20b%2Fc?q=%5B1%5D#d",
        "https://en.wikipedia.org/wiki/A_(b)_(c",
        "https://x.org/a*b_c~d|e",
    ]
)
links = st.builds(Link, urls, st.one_of(st.just(""), texts), st.one_of(st.just(""), texts))
authors = st.one_of(
    st.tuples(texts, texts).map(lambda name: Author(*name)),
    st.just(Author("OpenAI", collective=True)),
    st.just(Author("Schaar", "Mihaela", "van der")),
    st.just(Author("King", "Martin Luther", "", "Jr.")),
    st.just(Author("Le Roux", "Nicolas")),
)
dates = st.sampled_from([None, PartialDate(2024), PartialDate(2024, 5), PartialDate(2024, 5, 6)])
entries = st.builds(
    PageEntry,
    key=st.sampled_from(["", "wu2024selfplay", "DBLP:conf/x/Y", "a--b", "a`b", "-x-"]),
    title=texts,
    url=st.one_of(st.just(""), urls),
    kind=st.sampled_from(["", "video", "talk"]),
    authors=st.lists(authors, max_size=3).map(tuple),
    authors_elided=st.booleans(),
    date=dates,
    added=dates,
    tags=st.lists(texts, max_size=3).map(tuple),
    aka=st.lists(texts, max_size=2).map(tuple),
    formerly=st.lists(st.sampled_from(["old2024key", "DBLP:x/y", "a--b"]), max_size=2, unique=True).map(tuple),
    highlight=st.booleans(),
    links=st.lists(links, max_size=3).map(tuple),
    note=st.sampled_from(["", "A note.", "Two\n\nparagraphs.", "- a\n- b", "```python\nx = 1\n\ny = 2\n```"]),
)
items = st.builds(
    ListItem,
    entries,
    arxiv=st.sampled_from(["", "2405.00675", "hep-th/9901001"]),
    doi=st.sampled_from(["", "10.1000/182", "10.1/(a)<b>#c"]),
    venue=st.one_of(st.sampled_from(["", "ICLR 2025", "IEEE ACCESS", "ICML", "2024"]), texts),
    authors_line=st.just(""),
    metrics=st.just(()),
    published=dates,
    undated=st.booleans(),
    status=st.sampled_from(["", "", "retracted"]),
)
