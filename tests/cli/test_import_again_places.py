"""Importing again: where new entries, sections and texts come, and by what an entry is known again."""

from __future__ import annotations

import json

import pytest

from .again import LIST, Site


@pytest.fixture
def site(folder, run):
    site = Site(folder, run)
    assert run().exit_code == 0
    return site


@pytest.mark.parametrize(
    ("before", "keys"),
    [
        ("- [Ants]", ["n-newts", "a-ants", "b-bees", "c-cats"]),
        ("- [Bees]", ["a-ants", "n-newts", "b-bees", "c-cats"]),
        ("", ["a-ants", "b-bees", "c-cats", "n-newts"]),
    ],
    ids=["first", "in the middle", "last"],
)
def test_a_new_entry_comes_where_the_list_has_it(site, before, keys):
    new = "- [Newts](https://n.org/newts)\n"
    if before:
        site.change_list(before, f"{new}{before}")
    else:
        site.list(LIST + new)
    assert site.run().exit_code == 0
    assert site.keys("blogs") == keys
    assert site.page("blogs").startswith("# Blogs\n\nPosts of all kinds.\n\n:::")


def test_a_new_entry_comes_into_a_new_section_of_its_page(site):
    site.change_list("- [Cats]", "### Birds\n\n- [Owls](https://d.org/owls)\n\n### Mammals\n\n- [Cats]")
    result = site.run()
    page = site.page("blogs")
    assert page.index("b-bees") < page.index("## Birds\n") < page.index("d-owls")
    assert result.exit_code in (0, 1)
    assert page.count("c-cats") == 1


@pytest.mark.parametrize(
    ("before", "pages"),
    [("## Papers", ["gardens", "papers", "blogs"]), ("## Blogs", ["papers", "gardens", "blogs"])],
)
def test_a_new_section_is_a_new_page_that_the_index_has_at_its_place(site, before, pages):
    site.change_list(before, f"## Gardens\n\n- [Tulips](https://t.org/tulips)\n\n{before}")
    assert site.run().exit_code == 0
    assert site.keys("gardens") == ["t-tulips"]
    toctree = site.page("index").partition("```{toctree}\n:maxdepth: 1\n\n")[2].partition("\n```")[0]
    assert toctree.splitlines() == pages


def test_a_heading_that_was_renamed_in_the_list_is_renamed_on_the_page(site):
    site.change_list("## Blogs", "## Writing")
    result = site.run()
    assert result.exit_code == 1
    assert "b-bees" in result.stderr
    assert site.keys("blogs") == ["a-ants", "b-bees", "c-cats"]
    assert not site.path("writing").exists()
    assert "writing" not in site.page("index")
    again = site.run()
    assert again.exit_code == 0


def test_a_heading_inside_a_page_that_was_renamed_in_the_list_is_renamed(site):
    site.list(LIST + "\n### Animals\n\n- [Dogs](https://d.org/dogs)\n")
    site.run()
    site.change_list("### Animals", "### Beasts")
    result = site.run()
    assert result.exit_code == 0
    assert "\n## Beasts\n\n:::{entry} [Dogs]" in site.page("blogs")
    assert "Animals" not in site.page("blogs")


def test_a_page_that_a_person_gave_another_title_keeps_it(site):
    site.edit("blogs", "# Blogs\n", "# What people write\n")
    site.list(LIST + "- [Newts](https://n.org/newts)\n")
    result = site.run()
    assert result.exit_code == 0
    assert site.page("blogs").startswith("# What people write\n")
    assert site.keys("blogs")[-1] == "n-newts"


def test_a_page_that_a_person_gave_another_name_keeps_it(site, folder):
    site.path("blogs").rename(site.path("writing"))
    site.edit("index", "\nblogs\n", "\nwriting\n")
    before = site.page("writing")
    result = site.run()
    assert result.exit_code == 0, result.stderr
    assert not site.path("blogs").exists()
    assert site.page("writing") == before
    assert "blogs" not in site.page("index")


def test_a_text_that_changed_in_the_list_changes_on_the_page(site):
    site.change_list("Posts of all kinds.", "Posts, the newest last.")
    assert site.run().exit_code == 0
    assert site.page("blogs").startswith("# Blogs\n\nPosts, the newest last.\n\n:::")
    assert "all kinds" not in site.page("blogs")


def test_a_text_that_a_person_changed_stays(site):
    site.edit("blogs", "Posts of all kinds.", "My favourite posts.")
    before = site.page("blogs")
    result = site.run("-v")
    assert result.exit_code == 0
    assert "kept-edit" in result.stderr
    assert site.page("blogs") == before
    site.change_list("Posts of all kinds.", "Posts, the newest last.")
    result = site.run()
    assert result.exit_code == 1
    assert "Posts, the newest last." in result.stderr
    assert site.page("blogs") == before


def test_a_text_that_is_gone_from_the_list_stays_and_is_reported(site):
    site.change_list("Posts of all kinds.\n\n", "")
    result = site.run()
    assert result.exit_code == 1
    assert "docs/list/blogs.md:3: gone-from-list" in result.stderr
    assert "Posts of all kinds." in site.page("blogs")


def test_a_record_that_a_person_edited_stays_and_both_versions_are_shown(site):
    site.edit("refs.bib", "Hopper, Grace", "Hopper, Grace Brewster")
    before = site.page("refs.bib")
    assert site.run().exit_code == 0
    site.change_list("Grace Hopper*", "Grace Hopper, Mary Somerville*")
    result = site.run()
    assert result.exit_code == 1
    assert "edited-record the record lovelace2025first was edited; it stays" in result.stderr
    assert "Hopper, Grace Brewster" in result.stderr
    assert "Somerville, Mary" in result.stderr
    assert site.page("refs.bib") == before


def test_without_its_memory_nothing_is_overwritten_and_nothing_is_doubled(site):
    state = site.folder / "docs/list/.reading-list-import.json"
    written = state.read_bytes()
    state.unlink()
    site.edit("blogs", ":key: b-bees\n", ":key: b-bees\n:tags: nature\n")
    before = site.page("blogs")
    result = site.run()
    assert result.exit_code == 1
    assert "b-bees is not as the list has it; it stays" in result.stderr
    assert site.page("blogs") == before
    # Whether the records were edited nobody knows any more: they stay.
    assert json.loads(state.read_bytes()) == json.loads(written) | {"records": {}}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"schema": 99}',
        '<<<<<<< ours\n{\n "schema": 1,\n=======\n{\n "schema": 1,\n>>>>>>> theirs\n',
        '{"schema": 1, "sources": {"LIST.md": {"papers": [{"key": 1, "lines": "x"}]}}}',
        '{"schema": 1, "sources": [], "records": 3}',
    ],
)
def test_a_broken_memory_ends_it_and_says_what_to_do(site, snapshot_of, text):
    (site.folder / "docs/list/.reading-list-import.json").write_text(text, encoding="utf-8")
    before = snapshot_of()
    result = site.run()
    assert result.exit_code == 2
    assert "docs/list/.reading-list-import.json" in result.stderr
    assert "broken-state" in result.stderr
    assert "→ Restore it from the repository's history, or delete it" in result.stderr
    assert snapshot_of() == before


def test_the_title_of_the_list_changes_on_its_first_page(site):
    site.change_list("# Old lists", "# New lists")
    assert site.run().exit_code == 0
    assert site.page("index").startswith("# New lists\n")


def test_a_title_that_a_person_wrote_stays(site):
    site.edit("index", "# Old lists", "# My own")
    assert site.run().exit_code == 0
    site.change_list("# Old lists", "# New lists")
    result = site.run()
    assert result.exit_code == 1
    assert "the page is called “My own”, in the list now “New lists”" in result.stderr
    assert site.page("index").startswith("# My own\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**First Things**, `arXiv, 2501.00001`", "**Retitled**, `arXiv, 2501.00001`"),
        ("**First Things**, `arXiv, 2501.00001`", "[First Things](https://arxiv.org/pdf/2501.00001v3)"),
        ("[Bees](https://b.org/bees)", "[All about bees](http://www.b.org/bees/)"),
    ],
    ids=["by its arXiv id", "by its address on arXiv", "by its address"],
)
def test_an_entry_is_known_again(site, old, new):
    before = site.keys("papers"), site.keys("blogs")
    site.change_list(old, new)
    result = site.run()
    assert "gone-from-list" not in result.stderr
    assert (site.keys("papers"), site.keys("blogs")) == before


def test_an_entry_is_known_again_by_its_doi(site):
    site.list("## S\n\n- [A title](https://doi.org/10.1000/abc)\n")
    site.run()
    before = site.keys("s")
    site.list("## S\n\n- [Another title](https://dx.doi.org/10.1000/ABC)\n")
    result = site.run()
    assert "gone-from-list title" not in result.stderr
    assert site.keys("s") == before


def test_one_list_of_several_can_be_imported_alone_later(folder, run):
    lists = folder / "lists"
    lists.mkdir()
    (lists / "a.md").write_text("# A\n\n- [One](https://one.org)\n", encoding="utf-8")
    (lists / "b.md").write_text("# B\n\n- [Two](https://two.org)\n", encoding="utf-8")
    from click.testing import CliRunner

    from sphinx_reading_list.cli import main

    rest = ["--to", "docs/list", "--bib", "refs.bib"]
    first = CliRunner().invoke(main, ["import", "lists", *rest], catch_exceptions=False)
    assert first.exit_code == 0, first.output
    (lists / "a.md").write_text("# A\n\n- [One](https://one.org)\n- [Three](https://three.org)\n", encoding="utf-8")
    second = CliRunner().invoke(main, ["import", "lists/a.md", *rest], catch_exceptions=False)
    assert second.exit_code == 0, second.output
    pages = {path.relative_to(folder).as_posix(): path.read_text() for path in (folder / "docs").rglob("*.md")}
    assert sum("three.org" in text for text in pages.values()) == 1
    assert sum("(https://one.org)" in text for text in pages.values()) == 1
    assert "three.org" in pages["docs/list/a/a.md"]
    state = json.loads((folder / "docs/list/.reading-list-import.json").read_text())
    assert set(state["sources"]) == {"../../lists/a.md", "../../lists/b.md"}


def test_a_problem_of_a_page_is_said_at_the_line_where_it_is_then(site):
    site.edit("blogs", "[Cats]", "[Lions]")
    site.change_list("- [Ants]", "- [Newts](https://n.org/newts)\n- [Ants]")
    site.change_list("[Cats]", "[Big cats]")
    result = site.run()
    line = site.page("blogs").splitlines().index(":::{entry} [Lions](https://c.org/cats)") + 1
    shown = result.stderr.splitlines()
    at = shown.index(f"docs/list/blogs.md:{line}: edited-page c-cats is not as the list has it; it stays")
    assert shown[at + 1 : at + 3] == [
        "    -:::{entry} [Lions](https://c.org/cats)",
        "    +:::{entry} [Big cats](https://c.org/cats)",
    ]


def test_what_to_do_is_said_once_for_problems_that_follow_one_another(site):
    names = ", ".join(f"Ada N{number}" for number in range(3))
    items = "".join(f"- **Thing {n}**, `arXiv, 2501.0010{n}`\n\n  *{names}, ..., Grace Hopper*\n" for n in range(3))
    site.change_list("## Blogs", f"{items}\n## Blogs")
    result = site.run()
    assert result.stderr.count(": elided-authors ") == 3
    assert result.stderr.count("    → Complete the authors.") == 1
