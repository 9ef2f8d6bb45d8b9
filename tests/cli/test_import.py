"""``reading-list import``: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from sphinx_reading_list.cli import main

LIST = """\
# My list

## Papers

- 🌟 **A Paper on $5 Things**, `arXiv, 2501.00001`, [arxiv](http://arxiv.org/abs/2501.00001v1), cication: [**12**](https://scholar.google.com/c)

  *Ada Lovelace, ..., Grace Hopper* · ([code](https://github.com/ada/code) - ada)

## Blogs

- [Post scriptum](https://example.org/post)
- [Another](https://example.com/another)
"""
RECORD = """\
@article{lovelace2025things,
  author = {Lovelace, Ada and Babbage, Charles and Hopper, Grace},
  title  = {A {Paper} on \\$5 `Things'},
  year   = {2025},
  eprint = {2501.00001},
  eprinttype = {arxiv},
}
"""


@pytest.fixture
def source(folder):
    (folder / "LIST.md").write_text(LIST, encoding="utf-8")
    return folder / "LIST.md"


def test_pages_records_and_counts_are_written(source, run, folder):
    result = run("--as-of", "2025-02")
    assert result.exit_code == 1
    assert "LIST.md:5: elided-authors" in result.stderr
    assert "→ Complete the authors" in result.stderr
    assert (folder / "docs/list/papers.md").read_text(encoding="utf-8") == (
        "# Papers\n\n:::{entry} lovelace2025paper\n:highlight:\n\n- [code](https://github.com/ada/code) – ada\n:::\n"
    )
    assert (folder / "docs/list/index.md").read_text(encoding="utf-8") == (
        "# My list\n\n```{toctree}\n:maxdepth: 1\n\npapers\nblogs\n```\n"
    )
    bib = (folder / "refs.bib").read_text(encoding="utf-8")
    assert "{Lovelace, Ada and Hopper, Grace and others}" in bib
    assert "annotation  = {Ada Lovelace, ..., Grace Hopper}" in bib
    assert "\\$5" in bib
    metrics = (folder / "docs/metrics.json").read_text(encoding="utf-8")
    assert '"count": 12' in metrics
    assert '"retrieved": "2025-02"' in metrics


def test_how_many_stars_a_repository_has_is_a_number_and_no_highlight(folder, run):
    (folder / "LIST.md").write_text(
        "# List\n\n- [Loom](https://github.com/a/loom) ⭐ 2.3k - Weaving\n", encoding="utf-8"
    )
    result = run("-v")
    assert "LIST.md:3: fact ⭐ 2.3k is how many stars https://github.com/a/loom has" in result.stderr
    assert "0 highlighted, 0 new records, 0 citation counts, 1 star count." in result.output
    numbers = json.loads((folder / "docs/metrics.json").read_text(encoding="utf-8"))["entries"]
    assert numbers == {"a-loom": {"stars": {"count": 2300, "source": "GitHub", "url": "https://github.com/a/loom"}}}


def test_a_link_that_is_called_by_the_doi_of_the_record_is_left_out(folder, run):
    (folder / "LIST.md").write_text(
        "# List\n\n- Lovelace A, Hopper G. Weaving nets for looms. *Loom Sci.* 2018;9(2):513-530. doi:[10.1039/C7](https://doi.org/10.1039/C7)\n",
        encoding="utf-8",
    )
    result = run("-v")
    assert "redundant-link doi: 10.1039/C7: https://doi.org/10.1039/C7 is given by the record" in result.stderr
    page = (folder / "docs/list/list.md").read_text(encoding="utf-8")
    assert page == "# List\n\n:::{entry} lovelace2018weaving\n\n*Loom Sci.* 2018;9(2):513-530.\n:::\n"


def test_a_record_that_is_there_is_used_and_stays_to_the_letter(source, run, folder):
    (folder / "refs.bib").write_text(RECORD, encoding="utf-8")
    result = run()
    assert result.exit_code == 0, result.output
    assert (folder / "refs.bib").read_text(encoding="utf-8") == RECORD
    page = (folder / "docs/list/papers.md").read_text(encoding="utf-8")
    assert ":::{entry} lovelace2025things\n" in page
    assert ":aka:" not in page


def test_another_title_is_kept_beside_that_of_the_record(source, run, folder):
    (folder / "refs.bib").write_text(RECORD.replace("on \\$5 `Things'", "Retitled"), encoding="utf-8")
    result = run("-v")
    assert ":aka: A Paper on $5 Things\n" in (folder / "docs/list/papers.md").read_text(encoding="utf-8")
    assert "retitled lovelace2025things" in result.stderr


@pytest.mark.parametrize("field", ["doi = {10.1000/xyz}", "url = {https://example.org/post/}"])
def test_records_are_found_by_doi_and_address(folder, run, field):
    (folder / "LIST.md").write_text(
        "## S\n\n- [A title](https://doi.org/10.1000/XYZ)\n- [Post scriptum](http://www.example.org/post)\n",
        encoding="utf-8",
    )
    (folder / "refs.bib").write_text(f"@misc{{known,\n  title = {{A title}},\n  {field},\n}}\n", encoding="utf-8")
    run()
    assert ":::{entry} known\n" in (folder / "docs/list/s.md").read_text(encoding="utf-8")


def test_running_it_again_changes_nothing(source, run, snapshot_of):
    run("--as-of", "2025-02")
    before = snapshot_of()
    result = run("--as-of", "2025-02")
    assert "Nothing changed" in result.stdout
    assert snapshot_of() == before


def test_a_dry_run_shows_a_diff_and_writes_nothing(source, run, snapshot_of):
    before = snapshot_of()
    result = run("--dry-run")
    assert snapshot_of() == before
    assert "--- /dev/null\n+++ docs/list/papers.md\n" in result.stdout
    assert "+:::{entry} lovelace2025paper\n" in result.stdout
    assert "would write" in result.stderr


def test_what_a_person_wrote_stays_and_new_entries_find_their_place(source, run, folder):
    run()
    page = folder / "docs/list/blogs.md"
    edited = page.read_text(encoding="utf-8").replace(
        ":key: example-post\n", ":key: example-post\n:tags: mine\n\nMy own note.\n"
    )
    page.write_text(edited, encoding="utf-8")
    source.write_text(LIST.replace("- [Another]", "- [New one](https://new.org/x)\n- [Another]"), encoding="utf-8")
    result = run("-v")
    assert "docs/list/blogs.md:3: kept-edit example-post stays as it was edited" in result.stderr
    assert "-:tags: mine" in result.stderr
    new = ":::{entry} [New one](https://new.org/x)\n:key: new-new\n:::\n"
    head, _, tail = page.read_text(encoding="utf-8").partition(new)
    assert "My own note." in head
    assert "Another" in tail
    assert head + tail.removeprefix("\n") == edited
    again = page.read_bytes()
    run()
    assert page.read_bytes() == again


def test_a_key_once_published_stays(source, run, folder):
    run()
    page = folder / "docs/list/blogs.md"
    page.write_text(page.read_text(encoding="utf-8").replace("example-post", "my-own-key"), encoding="utf-8")
    before = page.read_bytes()
    run()
    assert page.read_bytes() == before


def test_a_new_section_is_named_in_the_index_that_a_person_has_edited(source, run, folder):
    run()
    index = folder / "docs/list/index.md"
    index.write_text(
        index.read_text(encoding="utf-8").replace("# My list\n", "# My list\n\nWelcome.\n"), encoding="utf-8"
    )
    source.write_text(LIST + "\n## Talks\n\n- [Talk](https://t.org)\n", encoding="utf-8")
    run()
    assert (
        index.read_text(encoding="utf-8")
        == "# My list\n\nWelcome.\n\n```{toctree}\n:maxdepth: 1\n\npapers\nblogs\ntalks\n```\n"
    )
    assert (folder / "docs/list/talks.md").exists()


def test_a_section_that_was_renamed_in_the_list_does_not_double_its_entries(source, run, folder):
    run()
    source.write_text(LIST.replace("## Blogs", "## Posts") + "- [New](https://new.org)\n", encoding="utf-8")
    result = run()
    page = (folder / "docs/list/posts.md").read_text(encoding="utf-8")
    assert page.count(":::{entry}") == 1
    assert (
        "posts.md: edited-page left out, for other pages have them already: example-post, example-another"
        in result.stderr
    )


def test_a_list_without_headings_takes_new_entries_too(folder, run):
    (folder / "LIST.md").write_text("- [a](https://a.org)\n", encoding="utf-8")
    run()
    (folder / "LIST.md").write_text("- [b](https://b.org)\n- [a](https://a.org)\n", encoding="utf-8")
    run()
    assert (folder / "docs/list/list.md").read_text(encoding="utf-8") == (
        "# LIST\n\n:::{entry} [b](https://b.org)\n:key: b-b\n:::\n\n:::{entry} [a](https://a.org)\n:key: a-a\n:::\n"
    )


def test_a_broken_record_is_reported_and_the_rest_is_used(source, run, folder):
    broken = RECORD + "\n@misc{broken,\n  title = {An open brace,\n}\n"
    (folder / "refs.bib").write_text(broken, encoding="utf-8")
    result = run()
    assert result.exit_code == 1
    assert "broken-record" in result.stderr
    assert ":::{entry} lovelace2025things" in (folder / "docs/list/papers.md").read_text(encoding="utf-8")
    assert (folder / "refs.bib").read_text(encoding="utf-8") == broken


def test_line_ends_of_an_edited_page_stay(source, run, folder):
    run()
    page = folder / "docs/list/blogs.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    source.write_text(LIST + "- [Third](https://third.org)\n", encoding="utf-8")
    run()
    data = page.read_bytes()
    assert b"third.org" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_clean_ups_are_counted_and_listed_on_request(folder, run):
    (folder / "LIST.md").write_text(
        "## S\n\n- [Gall√© and √©t√©](https://a.org) ![Star](https://img.shields.io/x)\n", encoding="utf-8"
    )
    result = run()
    assert result.exit_code == 0
    assert "1 × mojibake" in result.stderr
    assert "LIST.md:3" not in result.stderr
    assert "LIST.md:3: badge" in run("--verbose").stderr


def test_hostile_links_are_text_and_reported(folder, run):
    (folder / "LIST.md").write_text("## S\n\n- [x](javascript:alert(1))\n", encoding="utf-8")
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:3: unsafe-link" in result.stderr
    assert "](javascript" not in (folder / "docs/list/s.md").read_text(encoding="utf-8")


def test_help_shows_an_example():
    result = CliRunner().invoke(main, ["import", "--help"])
    assert result.exit_code == 0
    assert "reading-list import LIST.md --to docs/list --bib refs.bib" in " ".join(result.output.split())


def test_a_bad_date_is_an_error_of_use(source, run):
    result = run("--as-of", "yesterday")
    assert result.exit_code == 2
    assert "yesterday" in result.output
