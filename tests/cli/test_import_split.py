"""Long pages are split by an import or by check --fix; importing again goes on where the entries are."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sphinx_reading_list.cli import main

from .again import Site

SMALL = "[tool.reading-list]\npage-size = 66\n"
NAMES = "ants bees cats dogs eels foxes goats hens".split()
LIST = "# Animals\n\n## Farm\n\nAll of them are kind.\n\n" + "".join(
    f"- [{n.title()}](https://{n}.org/x)\n" for n in NAMES
)
SECTIONS = """\
# Animals

## Farm

All of them are kind.

- [Yaks](https://yaks.org/x)

### Birds

- [Hens](https://hens.org/x)
- [Ducks](https://ducks.org/x)
- [Geese](https://geese.org/x)

### Mammals

Four legs.

- [Cows](https://cows.org/x)
- [Pigs](https://pigs.org/x)
- [Goats](https://goats.org/x)
- [Sheep](https://sheep.org/x)
"""
YEARS = "# Animals\n\n## Farm\n\n" + "".join(
    f"- **Thing {n}**, `arXiv, {year}01.0000{n}`, [arxiv](http://arxiv.org/abs/{year}01.0000{n})\n"
    for n, year in enumerate((25, 25, 25, 24, 24, 23, 22, 21))
)


@pytest.fixture
def site(folder, run):
    return Site(folder, run)


@pytest.fixture
def small(folder):
    (folder / "pyproject.toml").write_text(SMALL, encoding="utf-8")


def check(*arguments):
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def pages(site):
    root = site.folder / "docs/list"
    return sorted(path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.md"))


FORMS = {
    "groups": (LIST, ["farm", "farm/1", "farm/2", "index"]),
    "sections": (SECTIONS, ["farm", "farm/birds", "farm/mammals", "index"]),
    "years": (YEARS, ["farm", "farm/2021-2024", "farm/2025", "index"]),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_import_splits_a_long_page_and_the_next_one_changes_nothing(site, small, snapshot_of, form):
    text, wanted = FORMS[form]
    site.list(text)
    result = site.run()
    assert result.exit_code == 0, result.output
    assert pages(site) == wanted
    before = snapshot_of()
    result = site.run()
    assert "Nothing changed" in result.output
    assert "stays" not in result.output
    assert snapshot_of() == before
    assert check("--select", "long-page").exit_code == 0


@pytest.mark.parametrize("form", FORMS)
def test_check_splits_what_was_imported_whole_and_the_next_import_changes_nothing(site, snapshot_of, form):
    text, wanted = FORMS[form]
    site.list(text)
    assert site.run().exit_code == 0
    assert pages(site) == ["farm", "index"]
    (site.folder / "pyproject.toml").write_text(SMALL, encoding="utf-8")
    assert "docs/list/farm.md:1: long-page" in check("--select", "long-page").output
    assert check("--select", "long-page", "--fix").exit_code == 0
    assert pages(site) == wanted
    before = snapshot_of()
    assert "Nothing changed" in site.run().output
    assert check("--select", "long-page", "--fix").exit_code == 0
    assert snapshot_of() == before


def test_both_ways_lead_to_the_same_pages(site, small, snapshot_of):
    site.list(SECTIONS)
    site.run()
    imported = snapshot_of()
    for path in (site.folder / "docs/list").rglob("*.md"):
        path.unlink()
    (site.folder / "docs/list/.reading-list-import.json").unlink()
    (site.folder / "pyproject.toml").unlink()
    site.run()
    (site.folder / "pyproject.toml").write_text(SMALL, encoding="utf-8")
    check("--select", "long-page", "--fix")
    assert snapshot_of() == imported


def test_the_page_keeps_its_introduction_and_leads_to_its_parts(site, small):
    site.list(SECTIONS)
    site.run()
    assert site.page("farm").startswith("# Farm\n\nAll of them are kind.\n\n:::{entry} [Yaks]")
    assert site.page("farm").endswith("```{toctree}\n:maxdepth: 1\n\nfarm/birds\nfarm/mammals\n```\n")
    assert site.page("farm/mammals").startswith(
        "# Mammals\n\n```{rl:formerly} farm\n```\n\nFour legs.\n\n:::{entry} [Cows]"
    )


@pytest.mark.parametrize(
    ("before", "page", "place"),
    [("- [Ants]", "farm/1", 0), ("- [Bees]", "farm/1", 1), ("- [Hens]", "farm/2", 3), ("", "farm/2", 4)],
    ids=["first", "second", "before the last", "last"],
)
def test_a_new_entry_comes_into_the_part_of_its_neighbours(site, small, before, page, place):
    site.list(LIST)
    site.run()
    new = "- [Newts](https://newts.org/x)\n"
    site.list(LIST.replace(before, new + before) if before else LIST + new)
    result = site.run()
    assert result.exit_code == 0, result.output
    assert site.keys(page)[place] == "newts-newts"
    assert len(site.keys("farm/1")) + len(site.keys("farm/2")) == 9
    assert pages(site) == ["farm", "farm/1", "farm/2", "index"]


def test_a_new_entry_comes_into_the_page_of_its_section(site, small):
    site.list(SECTIONS)
    site.run()
    site.change_list("- [Ducks]", "- [Owls](https://owls.org/x)\n- [Ducks]")
    site.change_list("Four legs.", "Four legs, and a tail.")
    assert site.run().exit_code == 0
    assert site.keys("farm/birds") == ["hens-hens", "owls-owls", "ducks-ducks", "geese-geese"]
    assert "Four legs, and a tail." in site.page("farm/mammals")
    assert site.keys("farm") == ["yaks-yaks"]


def test_a_section_that_the_list_renames_is_renamed_on_its_page(site, small):
    site.list(SECTIONS)
    site.run()
    site.change_list("### Mammals", "### Animals with fur")
    result = site.run()
    assert result.exit_code == 0, result.output
    assert site.page("farm/mammals").startswith("# Animals with fur\n")
    assert pages(site) == ["farm", "farm/birds", "farm/mammals", "index"]


def test_what_a_person_did_with_a_part_stays(site, small):
    site.list(LIST)
    site.run()
    site.edit("farm/1", "# Farm (1)", "# Small animals")
    site.edit("farm/1", "[Bees]", "[Honey bees]")
    before = site.page("farm/1")
    result = site.run("-v")
    assert result.exit_code == 0, result.output
    assert "kept-edit" in result.output
    assert site.page("farm/1") == before


def test_an_entry_that_the_list_changed_is_changed_on_its_part(site, small):
    site.list(LIST)
    site.run()
    site.change_list("[Hens](https://hens.org/x)", "[Hens and chicks](https://hens.org/x)")
    assert site.run().exit_code == 0
    assert "[Hens and chicks](https://hens.org/x)\n:key: hens-hens" in site.page("farm/2")


def test_a_part_that_grows_too_long_is_split_again(site, small, snapshot_of):
    site.list(LIST)
    site.run()
    more = "".join(f"- [Newts {n}](https://newts{n}.org/x)\n" for n in range(6))
    site.list(LIST.replace("- [Bees]", more + "- [Bees]"))
    assert site.run().exit_code == 0
    assert [name for name in pages(site) if name.startswith("farm/1/")] == ["farm/1/1", "farm/1/2", "farm/1/3"]
    assert check("--select", "long-page").exit_code == 0
    before = snapshot_of()
    assert "Nothing changed" in site.run().output
    assert snapshot_of() == before


def test_the_setting_has_to_be_a_number(site):
    (site.folder / "pyproject.toml").write_text('[tool.reading-list]\npage-size = "much"\n', encoding="utf-8")
    result = site.run()
    assert result.exit_code == 2
    assert "page-size takes a whole number above 0, and not 'much'" in result.output


def test_a_text_that_the_list_dropped_is_said_where_it_stands(site, small):
    site.list(SECTIONS)
    site.run()
    site.change_list("Four legs.\n\n", "")
    result = site.run()
    assert (
        "docs/list/farm/mammals.md:6: gone-from-list a line of text is on the page, and no longer in the list; it stays"
        in result.output
    )
