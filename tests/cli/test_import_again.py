"""Importing again: what changed in the list comes in, what people did to the pages stays, and both are said."""

from __future__ import annotations

import pytest

from .again import LIST, Site


@pytest.fixture
def site(folder, run):
    site = Site(folder, run)
    assert run().exit_code == 0
    return site


def test_nothing_changed_so_nothing_is_written(site, snapshot_of):
    before = snapshot_of()
    result = site.run()
    assert result.exit_code == 0
    assert "Nothing changed" in result.stdout
    assert result.stderr == ""
    assert snapshot_of() == before


def test_what_changed_in_the_list_is_brought_up_to_date_on_the_page(site):
    site.change_list("- [Bees](https://b.org/bees)", "- 🌟 [Bees](https://b.org/bees) - all about honey")
    result = site.run()
    assert result.exit_code == 0, result.stderr
    assert ":::{entry} [Bees](https://b.org/bees)\n:key: b-bees\n:highlight:\n\nall about honey\n:::\n" in site.page(
        "blogs"
    )
    assert site.keys("blogs") == ["a-ants", "b-bees", "c-cats"]
    assert "Nothing changed" in site.run().stdout


def test_what_changed_in_the_list_is_brought_up_to_date_in_the_record(site):
    site.change_list("*Ada Lovelace, Grace Hopper*", "*Ada Lovelace, Charles Babbage, Grace Hopper*")
    result = site.run()
    assert result.exit_code == 0, result.stderr
    assert "{Lovelace, Ada and Babbage, Charles and Hopper, Grace}" in site.page("refs.bib")
    assert "wrote refs.bib" in result.stdout
    assert site.run().stderr == ""


def test_what_a_person_edited_stays_and_both_versions_are_shown(site):
    site.edit("blogs", ":key: b-bees\n", ":key: b-bees\n:tags: nature\n")
    before = site.page("blogs")
    result = site.run()
    assert result.exit_code == 0
    assert site.page("blogs") == before
    assert "docs/list/blogs.md:9: kept-edit b-bees stays as it was edited" in result.stderr
    assert "-:tags: nature" in result.stderr


def test_where_both_changed_the_person_wins_and_both_versions_are_shown(site):
    site.edit("blogs", ":key: b-bees\n", ":key: b-bees\n:tags: nature\n")
    before = site.page("blogs")
    site.change_list("- [Bees]", "- 🌟 [Bees]")
    result = site.run()
    assert result.exit_code == 1
    assert site.page("blogs") == before
    assert "docs/list/blogs.md:9: edited-page b-bees is not as the list has it; it stays" in result.stderr
    assert "    -:tags: nature\n    +:highlight:" in result.stderr
    # It has been said; the list hasn't changed since.
    assert site.run().exit_code == 0
    assert site.page("blogs") == before


def test_an_edit_that_says_what_the_list_then_says_is_no_conflict(site):
    site.edit("blogs", ":key: b-bees\n", ":key: b-bees\n:highlight:\n")
    site.change_list("- [Bees]", "- 🌟 [Bees]")
    result = site.run()
    assert result.exit_code == 0
    assert "edited" not in result.stderr
    site.change_list("- 🌟 [Bees]", "- [Bees]")
    assert site.run().exit_code == 0
    assert ":highlight:" not in site.page("blogs")


def test_an_entry_that_was_deleted_from_the_page_does_not_come_back(site):
    site.edit("blogs", ":::{entry} [Bees](https://b.org/bees)\n:key: b-bees\n:::\n\n", "")
    for _ in range(2):
        result = site.run("-v")
        assert result.exit_code == 0
        assert "LIST.md:15: deleted-entry b-bees is no longer on the pages" in result.stderr
        assert site.keys("blogs") == ["a-ants", "c-cats"]


def test_a_deleted_entry_that_changes_in_the_list_does_not_come_back(site):
    site.edit("blogs", ":::{entry} [Bees](https://b.org/bees)\n:key: b-bees\n:::\n\n", "")
    site.change_list("- [Bees]", "- 🌟 [Bees]")
    assert "deleted-entry b-bees" in site.run("-v").stderr
    assert site.keys("blogs") == ["a-ants", "c-cats"]


def test_a_page_that_was_deleted_does_not_come_back(site):
    site.path("blogs").unlink()
    site.edit("index", "\nblogs\n", "\n")
    for _ in range(2):
        result = site.run()
        assert result.exit_code == 0, result.stderr
        assert "3 × deleted-entry" in result.stderr
        assert not site.path("blogs").exists()
        assert "blogs" not in site.page("index")
    site.list(LIST + "- [Dogs](https://d.org/dogs)\n")
    assert site.run().exit_code == 0
    assert site.keys("blogs") == ["d-dogs"]


def test_one_page_can_become_several_and_nothing_is_doubled(site):
    result = site.run("--one-page")
    assert result.exit_code == 1
    assert "left out, for other pages have them already" in result.stderr
    assert site.keys("blogs") == ["a-ants", "b-bees", "c-cats"]
    assert not site.path("list").exists()
    assert sum("b-bees" in path.read_text(encoding="utf-8") for path in site.folder.rglob("docs/**/*.md")) == 1


def test_works_without_any_address_are_the_same_by_title_year_and_people(site, snapshot_of):
    site.list(
        "# L\n\n- Ada Lovelace and Alan Turing, *Mind’s Eye: Weaving Thoughts*, ECCV 2022\n"
        "- Grace Hopper, *Mind's Eye: Weaving Thoughts*, ECCV 2022\n"
        "- Grace Hopper, *Mind's Eye: Weaving Thoughts*, ICML 2020\n"
    )
    assert site.run().exit_code == 1, "what was in the list before is gone"
    keys = site.keys("l")
    assert len(set(keys)) == 3
    site.run()
    before = snapshot_of()
    assert "Nothing changed" in site.run().stdout
    assert snapshot_of() == before
    assert site.keys("l") == keys


def test_an_entry_that_is_gone_from_the_list_stays_and_is_reported(site):
    before = site.page("blogs")
    site.change_list("- [Bees](https://b.org/bees)\n", "")
    result = site.run()
    assert result.exit_code == 1
    assert "docs/list/blogs.md:9: gone-from-list b-bees is on the page, and no longer in the list" in result.stderr
    assert site.page("blogs") == before
    # From now on it is the page's own.
    result = site.run()
    assert result.exit_code == 0
    assert result.stderr == ""
    assert site.page("blogs") == before


def test_an_entry_that_came_back_to_the_list_is_the_same_one(site):
    line = "- [Bees](https://b.org/bees)\n"
    site.change_list(line, "")
    site.run()
    site.change_list("- [Cats]", f"{line}- [Cats]")
    result = site.run()
    assert result.exit_code == 0, result.stderr
    assert site.keys("blogs") == ["a-ants", "b-bees", "c-cats"]


def test_an_entry_that_moved_to_another_section_of_the_list_stays_where_it_is(site):
    site.change_list("- [Bees](https://b.org/bees)\n", "")
    site.change_list("## Blogs", "- [Bees](https://b.org/bees)\n\n## Blogs")
    result = site.run()
    assert result.exit_code == 1
    assert "edited-page" in result.stderr
    assert "b-bees" in result.stderr
    assert site.keys("blogs") == ["a-ants", "b-bees", "c-cats"]
    assert "b-bees" not in site.page("papers")
    assert site.run().exit_code == 0


def test_an_entry_that_a_person_moved_to_another_page_stays_there_and_follows_the_list(site):
    entry = ":::{entry} [Bees](https://b.org/bees)\n:key: b-bees\n:::\n"
    site.edit("blogs", f"{entry}\n", "")
    site.path("mine").write_text(f"# Mine\n\n{entry}", encoding="utf-8")
    result = site.run()
    assert result.exit_code == 0
    assert "b-bees" not in site.page("blogs")
    site.change_list("- [Bees]", "- 🌟 [Bees]")
    assert site.run().exit_code == 0
    assert site.page("mine").endswith(":key: b-bees\n:highlight:\n:::\n")
    assert "b-bees" not in site.page("blogs")


def test_a_link_above_the_work_that_it_leads_to_is_that_work_from_the_beginning(folder, run):
    site = Site(folder, run)
    site.list(
        "# L\n\n- [The loom](https://a.org/1) in short\n- Grace Hopper, Ada Lovelace, ICML 2017, [Weft: An Engine](http://a.org/1)\n"
    )
    assert run().exit_code == 0
    assert site.keys("l") == ["hopper2017weft", "hopper2017weft"]
    assert "Nothing changed" in run().stdout


def test_what_one_of_two_items_says_alone_of_their_work_stays_with_it(folder, run):
    site = Site(folder, run)
    site.list("# L\n\n- **Weft**, `arXiv, 2301.00001`\n- [Weft](https://arxiv.org/abs/2301.00001) (CVPR 2023)\n")
    result = run()
    assert result.exit_code == 0, result.stderr
    assert site.page("l").endswith(":::{entry} arxiv2023weft\n\nCVPR 2023\n:::\n")
    assert "Nothing changed" in run().stdout
