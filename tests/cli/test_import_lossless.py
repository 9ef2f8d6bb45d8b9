"""What the reader loses on the way is found by the import itself, said with its line, and put back in its place."""

from __future__ import annotations

import json

import pytest

from sphinx_reading_list.lists.blocks import reader
from sphinx_reading_list.lists.pages.reading import EntryBlock, read_blocks

LIST = """\
# L

## Papers

- **First Things**, `arXiv, 2501.00001`, [pdf](https://a.org/first.pdf)

  *Ada Lovelace, Grace Hopper* · [code](https://a.org/code)
- [Another](https://b.org/x) - about bees and honey
- [Another again](https://b.org/y)

Some prose with [a link](https://c.org/prose) in it.
"""


@pytest.fixture
def forgetful(monkeypatch):
    """Makes the reader change what it has read of each item, when called with a function from entry to entry."""
    read = reader.read_entries

    def forget(change):
        def read_less(item, source):
            found = read(item, source)
            return found and [change(one) for one in found]

        monkeypatch.setattr(reader, "read_entries", read_less)

    return forget


@pytest.fixture
def source(folder):
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    return folder


def entries(folder, page="papers"):
    text = (folder / f"docs/list/{page}.md").read_text(encoding="utf-8")
    return [block.entry for block in read_blocks(text, page)[0] if isinstance(block, EntryBlock)]


def entry(change):
    """The same change for the part of an item that stands on the page."""
    return lambda item: item._replace(entry=change(item.entry))


def test_a_reader_that_loses_nothing_is_left_alone(source, run):
    result = run()
    assert "lost-" not in result.stderr


def test_a_lost_link_is_reported_with_its_line_and_put_into_the_note(source, run, forgetful):
    forgetful(entry(lambda page: page._replace(links=())))
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:7: lost-link https://a.org/code is in no page and no record" in result.stderr
    assert "→ Check the place in the page." in result.stderr
    assert "[code](https://a.org/code)" in (source / "docs/list/papers.md").read_text(encoding="utf-8")
    assert entries(source)[0].key == "lovelace2025first"


def test_lost_words_are_reported_with_their_line_and_put_into_the_note(source, run, forgetful):
    forgetful(entry(lambda page: page._replace(note=page.note.replace("bees and honey", ""))))
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:8: lost-text not in any page or record: bees honey" in result.stderr
    another = entries(source)[1]
    assert another.title == "Another"
    assert "about bees and honey" in another.note


def test_a_lost_author_is_reported_and_put_into_the_note(source, run, forgetful):
    forgetful(lambda item: item._replace(authors_line="", entry=item.entry._replace(authors=item.entry.authors[:1])))
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:7: lost-text not in any page or record: grace hopper" in result.stderr
    assert "Grace Hopper" in entries(source)[0].note


def test_a_lost_title_is_reported_and_put_into_the_note(source, run, forgetful):
    forgetful(entry(lambda page: page._replace(title="Else")))
    result = run()
    assert "LIST.md:8: lost-text not in any page or record: another" in result.stderr
    assert "Another" in entries(source)[1].note


def test_a_lost_identifier_is_reported(source, run, forgetful):
    forgetful(lambda item: item._replace(arxiv="", entry=item.entry._replace(url=item.entry.url and "https://a.org")))
    result = run()
    assert "LIST.md:5: lost-text not in any page or record: 2501 1" in result.stderr
    assert "2501.00001" in (source / "docs/list/papers.md").read_text(encoding="utf-8")


def test_a_lost_entry_is_reported_and_its_text_stands_where_it_stood(source, run, monkeypatch):
    read = reader.read_entries
    monkeypatch.setattr(
        reader, "read_entries", lambda item, source: [one for one in read(item, source) if one.entry.title != "Another"]
    )
    result = run()
    assert "LIST.md:8: lost-link https://b.org/x" in result.stderr
    assert "LIST.md:8: lost-text" in result.stderr
    page = (source / "docs/list/papers.md").read_text(encoding="utf-8")
    assert page.index("lovelace2025first") < page.index("https://b.org/x") < page.index("https://b.org/y")


def test_what_was_put_back_stays_when_the_list_is_imported_again(source, run, forgetful, snapshot_of):
    forgetful(entry(lambda page: page._replace(links=())))
    run()
    before = snapshot_of()
    result = run()
    assert "Nothing changed" in result.stdout
    assert snapshot_of() == before


def test_markup_that_looks_like_a_link_is_none(folder, run):
    text = "## S\n\n- [a](https://a.org) - `[b](https://b.org)` and &#91;c](https://c.org) \\[d](https://d.org)\n"
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    result = run()
    assert "lost-" not in result.stderr
    page = (folder / "docs/list/s.md").read_text(encoding="utf-8")
    assert all(f"https://{one}.org" in page for one in "abcd")


def test_a_link_that_stands_twice_has_to_be_there_twice(folder, run, forgetful):
    text = "## S\n\n- [a](https://a.org) [x](https://x.org)\n- [b](https://b.org) [x](https://x.org)\n"
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    forgetful(entry(lambda page: page._replace(links=() if page.title == "b" else page.links)))
    result = run()
    assert "LIST.md:4: lost-link https://x.org" in result.stderr
    assert (folder / "docs/list/s.md").read_text(encoding="utf-8").count("https://x.org") == 2


def test_a_page_that_does_not_read_back_is_found(source, run, monkeypatch):
    from sphinx_reading_list.cli._importing import layout

    write = layout.block_text
    monkeypatch.setattr(layout, "block_text", lambda block: write(block).replace("bees", "wasps"))
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:8: lost-text not in any page or record: bees" in result.stderr


def test_a_lost_word_that_is_a_part_of_others_is_found_too(folder, run, forgetful):
    text = "## S\n\nBeeswax and its uses.\n\n- [Of wax and honeybees](https://a.org) - by bees\n"
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    forgetful(entry(lambda page: page._replace(note="")))
    assert "LIST.md:5: lost-text not in any page or record: bees" in run().stderr


def test_every_clean_up_is_in_the_report_with_its_code_and_line(folder, run):
    text = (
        "---\ntitle: T\n---\n<!-- a comment -->\n## S\n\n- 🌟 [Gall√©](https://a.org) ![Star](https://img.shields.io/x)\n"
        "- **P**, `arXiv, 2501.00001`, [arxiv](http://arxiv.org/abs/2501.00001), cication: [**-1**](None)\n"
        "- [w](www.w.org) <b>bold</b>\n"
    )
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    run("--report", "r.json")
    report = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    found = {(problem["code"], problem["line"]) for problem in report["problems"] if problem["clean_up"]}
    assert found >= {
        ("front-matter", 1), ("html-comment", 4), ("marker", 7), ("mojibake", 7), ("badge", 7), ("redundant-link", 8),
        ("placeholder", 8), ("defaulted-scheme", 9), ("html-markup", 9),
    }  # fmt: skip
    counts = {code: sum(one == code for one, _ in found) for code, _ in found}
    assert all(report["clean_ups"][code] >= count for code, count in counts.items())
    assert all(
        problem["path"] == "LIST.md" and problem["message"] and problem["advice"] for problem in report["problems"]
    )
