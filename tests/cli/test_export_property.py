"""A site written as a README, and that imported into an empty folder, is the same site: pages, entries, keys."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_reading_list.bib.latex import to_latex
from sphinx_reading_list.cli import main
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, PageEntry
from sphinx_reading_list.lists.pages.entry_block import write_entry
from sphinx_reading_list.lists.pages.writing import heading, index_page, page_names

TITLES = (
    "Self-Play | Preference", "$5 and $6", "Think <think> twice", "S*: a star", "[CLS] is all", "`code` and *stars*", "如何正确复现 RLHF?",
    "עברית", "🤗 Transformers", "C++ & Rust", "100% of a_b", "A \\ B", "Tülu 3: The era", "x^2 ~ y", '"Do Anything Now"',
)  # fmt: skip
SECTIONS = ("RLHF", "Data & Code", "奖励模型", "🌟 Best of", "Surveys, 2024")
URLS = (
    "https://example.org/(a)", "https://example.org/x?b=1&c=d%20e", "https://github.com/a/b", "https://example.org/a_b*c",
    "https://www.example.org/", "https://huggingface.co/a/b", "https://en.wikipedia.org/wiki/A_(b)",
)  # fmt: skip
NOTES = (
    "", "A note, with *stress*.", "- a\n- b\n  - c", "```python\nx = 1\n```", "| a | b |\n| --- | --- |\n| 1 | 2 |", "One.\n\nTwo.",
    "Over\ntwo lines.",
)  # fmt: skip
LINKS = (
    Link("https://github.com/x/y", "Code"), Link("https://x.com/ada/status/1", "𝕏", "by Ada"), Link("https://example.org/p_(1)"),
    Link("https://example.org/slides.pdf", "Slides | <b>", "10 MB"),
)  # fmt: skip
RECORD = """\
@{kind}{{work{number},
  author = {{{author}}},
  title = {{{title}}},
{facts}}}

"""

VENUES = (
    ("misc", ""), ("misc", ""), ("inproceedings", "booktitle = {ICLR},\neventtitle = {ICLR 2025},\n"), ("article", "journal = {IEEE ACCESS},\n"),
    ("inproceedings", "booktitle = {ICML},\n"), ("article", "journal = {Deep Letters 2024},\n"), ("book", "publisher = {A Press},\n"),
    ("inproceedings", "booktitle = {Proc. of a Workshop},\nseries = {EuroSys '25},\n"), ("phdthesis", "school = {A School},\n"),
    ("article", "journal = {2024},\n"), ("techreport", "institution = {OpenAI},\n"), ("online", ""), ("dataset", ""),
)  # fmt: skip
"""Types, and where works of them were published."""
DATES = (
    "",
    "year = {2024},\n",
    "year = {2024},\nmonth = may,\n",
    "year = {2025},\nmonth = jan,\n",
    "date = {2024-07-02},\n",
    "date = {2023},\n",
)
PLACES = (
    "eprint = {{2405.{number:05}}},\neprinttype = {{arxiv}},\n", "doi = {{10.1000/{number}}},\n", "url = {{https://example.org/{number}}},\n",
    "eprint = {{2405.{number:05}}},\neprinttype = {{arxiv}},\ndoi = {{10.1000/{number}}},\n",
)  # fmt: skip
OTHERS = ("", "", "origdate = {2023-02},\n", "origdate = {2024},\n", "pubstate = {retracted},\n")
PROSE = (
    "Some words.", "[A title](https://x.org)", "- **Authors**: Ada Lovelace\n- [Paper](https://example.org/x.pdf)", "**Bold**\n\n[Code](https://x.org)",
    "Ada Lovelace. *A title*. Nature, 2015. [Paper](https://x.org)",
)  # fmt: skip
"""What a curator may write between entries; some of it looks like one."""

facts = st.tuples(st.sampled_from(VENUES), st.sampled_from(DATES), st.sampled_from(PLACES), st.sampled_from(OTHERS))
curated = st.builds(
    PageEntry,
    kind=st.sampled_from(["", "talk", "course"]),
    added=st.sampled_from([None, PartialDate(2025, 2, 3)]),
    tags=st.lists(st.sampled_from(["long", "a b", "c++", "$x$"]), unique=True, max_size=2).map(tuple),
    aka=st.lists(st.sampled_from(["Another Name", "A | B", "<think>"]), unique=True, max_size=2).map(tuple),
    highlight=st.booleans(),
    links=st.lists(st.sampled_from(LINKS), unique=True, max_size=2).map(tuple),
    note=st.sampled_from(NOTES),
)
dates = st.sampled_from([None, PartialDate(2024), PartialDate(2024, 5), PartialDate(2024, 5, 6)])
authors = st.sampled_from(
    ["Lovelace, Ada", "van der Waals, Johannes and Le Roux, N.", "{OpenAI}", "Wu, Yue and others"]
)


@st.composite
def sites(draw: st.DrawFn) -> tuple[dict[str, str], str]:
    """The pages of a list by name, and its records; now and then a work appears again."""
    titles = draw(st.lists(st.sampled_from(SECTIONS), min_size=1, max_size=3, unique=True))
    names = page_names(titles)
    pages = {"index": index_page("My list", (), names)}
    records, keys, number = "", [], 0
    for name, title in zip(names, titles, strict=True):
        parts = [heading(title, 1)]
        for place in range(draw(st.integers(1, 3))):
            if place and draw(st.booleans()):
                parts.append(heading(f"{draw(st.sampled_from(SECTIONS))} {place}", 2))
            entry, shown = draw(curated), draw(st.sampled_from(TITLES))
            number += 1
            if keys and draw(st.integers(0, 5)) == 0:
                entry = PageEntry(key=draw(st.sampled_from(keys)), highlight=entry.highlight, note=entry.note)
            elif draw(st.booleans()):
                keys.append(f"work{number}")
                entry = PageEntry(**{**fields_of(entry), "key": keys[-1], "kind": ""})
                (kind, venue), date, place, other = draw(facts)
                records += RECORD.format(
                    kind=kind, number=number, author=draw(authors), title=to_latex(f"{shown} {number}"),
                    facts=venue + date + place.format(number=number) + other,
                )  # fmt: skip
            else:
                url = f"{draw(st.sampled_from(URLS))}{number}"
                said = {"title": f"{shown} {number}", "url": url, "key": f"inline-{number}", "date": draw(dates)}
                entry = PageEntry(**{**fields_of(entry), **said})
            parts.append(write_entry(entry))
            if draw(st.integers(0, 3)) == 0:
                parts.append(f"{draw(st.sampled_from(PROSE))}\n")
        pages[name] = "\n".join(parts)
    return pages, records


def fields_of(entry: PageEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in PageEntry.__slots__}


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code in (0, 1), done.output
    return done.stdout


def said() -> object:
    """What the list of the current folder is, as programs read it."""
    return json.loads(run("export", "entries"))["entries"]


@settings(max_examples=25)
@given(sites())
def test_a_site_is_a_fixed_point(site: tuple[dict[str, str], str]) -> None:
    pages, records = site
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        try:
            os.chdir(first)
            Path("docs/list").mkdir(parents=True)
            Path("refs.bib").write_text(records, encoding="utf-8")
            for name, text in pages.items():
                Path(f"docs/list/{name}.md").write_text(text, encoding="utf-8")
            readme, entries = run("export", "readme"), said()
            os.chdir(second)
            Path("README.md").write_text(readme, encoding="utf-8")
            run("import", "README.md", "--to", "docs/list", "--bib", "refs.bib")
            assert said() == entries
            # Blank lines between the items of a list that is prose may come, and no more.
            assert run("export", "readme").split() == readme.split()
        finally:
            os.chdir(here)
