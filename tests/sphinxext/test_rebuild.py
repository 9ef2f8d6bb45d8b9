"""An incremental or parallel build gives the bytes of a clean, serial one."""

from __future__ import annotations

import json

import pytest

PAGES = {
    "index.md": """
        # The list

        See {entry}`wu2024selfplay`.

        ```{rl:highlights}
        ```

        ```{rl:sections}
        ```

        ```{rl:cite}
        ```

        ```{toctree}
        list/first
        list/second
        list/third
        bibliography
        prose
        ```
        """,
    "list/first.md": """
        # First

        :::{entry} wu2024selfplay
        :highlight:
        :::
        """,
    "list/second.md": """
        # Second

        :::{entry} [verl](https://github.com/volcengine/verl)
        :key: volcengine-verl
        :highlight:
        :::

        :::{entry} wu2024selfplay
        :::
        """,
    "list/third.md": "# Third\n",
    "bibliography.md": "# Bibliography\n\n```{bibliography}\n:all:\n```\n",
    "prose.md": "# Prose\n\nAs {cite:t}`wu2024selfplay` show, and {entry}`volcengine-verl`.\n",
}
CHANGES = {
    "nothing": {},
    "an edited record": {"refs.bib": ("Self-Play {Preference}", "Solo-Play {Preference}")},
    "an edited author": {"refs.bib": ("Wu, Yue", "Xu, Yue")},
    "a removed record": {"refs.bib": ("@misc{hu2025reinforce", "@comment{hu2025reinforce")},
    "a retitled page": {"list/second.md": ("# Second", "# The second one")},
    "a retitled entry": {"list/second.md": ("[verl]", "[VeRL]")},
    "another highlight": {"list/second.md": ("wu2024selfplay\n", "hu2025reinforce\n:highlight:\n")},
    "a moved entry": {"list/first.md": (":::{entry} wu2024selfplay\n:highlight:\n:::\n", ""),
                      "list/third.md": ("# Third\n", "# Third\n\n:::{entry} wu2024selfplay\n:::\n")},
    "pages in another order": {"index.md": ("list/first\nlist/second\n", "list/second\nlist/first\n")},
    "a page less": {"index.md": ("list/second\n", ""), "list/second.md": None,
                    "prose.md": (", and {entry}`volcengine-verl`", "")},
}  # fmt: skip


def comparable(files):
    """Built files by name; in Sphinx's search index, words that no page has any more are dropped (Sphinx keeps them)."""
    prefix, _, index = files["searchindex.js"].decode().partition("(")
    data = json.loads(index.rstrip(")"))
    for name in ("terms", "titleterms"):
        data[name] = {word: pages for word, pages in data[name].items() if pages != []}
    return {**files, "searchindex.js": (prefix, data)}


def apply(site, change):
    for name, edit in change.items():
        path = site.folder / name
        if edit is None:
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8")
        assert edit[0] in text, f"{edit[0]!r} isn't in {name}"
        path.write_text(text.replace(*edit), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_an_incremental_build_gives_the_bytes_of_a_clean_one(make_site, change):
    site = make_site(PAGES, html_theme="furo").build()
    assert site.warnings == ""
    apply(site, change)
    incremental = comparable(site.build().files())
    clean = comparable(site.build(out="clean").files())
    # Sphinx itself leaves the files of a page that is gone where they are.
    assert {name for name in incremental.keys() - clean.keys() if "second" not in name} == set()
    assert [name for name in clean if incremental.get(name) != clean[name]] == []


def test_an_edited_string_reaches_all_that_names_it(make_site):
    bib = """
        @string{press = {Old Press}}
        @inproceedings{wu2024selfplay, author = {Wu, Yue}, title = {Self-Play}, booktitle = {Proceedings},
          eventtitle = {ICLR 2025}, publisher = press, year = {2025}, eprint = {2405.00675}, eprinttype = {arxiv}}
        """
    site = make_site({**PAGES, "refs.bib": bib}).build()
    assert "Old Press" in site.read("cite/wu2024selfplay.bib")
    apply(site, {"refs.bib": ("Old Press", "New Press")})
    incremental = comparable(site.build().files())
    assert "New Press" in site.read("cite/all.bib")
    clean = comparable(site.build(out="clean").files())
    assert [name for name in clean if incremental.get(name) != clean[name]] == []


def test_a_parallel_build_gives_the_bytes_of_a_serial_one(make_site):
    # Sphinx reads in parallel from five pages on.
    more = {f"list/more{n}.md": f"# More {n}\n\n:::{{entry}} hu2025reinforce\n:::\n" for n in range(8)}
    index = PAGES["index.md"].replace(
        "list/third\n", "list/third\n" + "".join(f"        list/more{n}\n" for n in range(8))
    )
    site = make_site({**PAGES, **more, "index.md": index}, html_theme="furo").build()
    assert site.warnings == ""
    serial = site.files()
    parallel = site.build(parallel=2, out="parallel").files()
    assert parallel.keys() == serial.keys()
    assert [name for name in serial if parallel[name] != serial[name]] == []


def test_an_idle_build_writes_nothing(make_site):
    site = make_site(PAGES).build()
    before = {path: path.stat().st_mtime_ns for path in site.out.rglob("*.html")}
    cited = {path: path.stat().st_mtime_ns for path in site.out.rglob("*.bib")}
    site.build()
    # Sphinx itself writes these on every build.
    always = {"genindex.html", "search.html"}
    assert {p.name for p, t in before.items() if p.stat().st_mtime_ns != t} <= always
    assert [p.name for p, t in cited.items() if p.stat().st_mtime_ns != t] == []


def test_a_bib_edit_reads_no_page_of_the_list_again(make_site):
    site = make_site(PAGES).build()
    doctrees = list((site.out.parent / "doctrees").rglob("*.doctree"))
    assert doctrees
    before = {path.stem: path.stat().st_mtime_ns for path in doctrees}
    apply(site, CHANGES["an edited record"])
    site.build()
    assert {p.stem for p in doctrees if p.stat().st_mtime_ns != before[p.stem]} == {"bibliography"}
    assert "Solo-Play" in site.read("list/first.html")
    assert "Solo-Play" in site.read("index.html")


def test_a_bib_edit_formats_only_that_record_again(make_site, monkeypatch):
    from pybtex.style.formatting import BaseStyle

    formatted = []
    format_entry = BaseStyle.format_entry

    def counted(self, label, entry, *rest):
        formatted.append(entry.key)
        return format_entry(self, label, entry, *rest)

    monkeypatch.setattr(BaseStyle, "format_entry", counted)
    site = make_site(PAGES).build()
    assert sorted(formatted) == ["hu2025reinforce", "wu2024selfplay"]
    formatted.clear()
    apply(site, CHANGES["an edited record"])
    site.build()
    assert formatted == ["wu2024selfplay"]
    assert "solo-play" in site.read("bibliography.html").lower()
