"""``reading-list import`` of several lists and folders: where pages go, what is passed over, what the report says."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from sphinx_reading_list.cli import main

PAPERS = "# Papers\n\n## Old\n\n- [One](https://one.org)\n\n### Older\n\n- [Zero](https://zero.org)\n"
POSTS = "# Posts\n\n## Old\n\n- [Two](https://two.org)\n- **P**, `arXiv, 2501.00001`\n"


@pytest.fixture
def lists(folder):
    """A folder with two lists, one of them deeper, and what is no list."""
    for name, text in (("papers.md", PAPERS), ("mine/all posts.md", POSTS), ("about.md", "# About\n\nJust prose.\n")):
        path = folder / "lists" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "lists"


def import_lists(*arguments):
    return CliRunner().invoke(
        main, ["import", *map(str, arguments), "--to", "docs/list", "--bib", "refs.bib"], catch_exceptions=False
    )


def pages(folder):
    return sorted(str(path.relative_to(folder / "docs/list")) for path in (folder / "docs/list").rglob("*.md"))


def toctree(folder, name):
    text = (folder / "docs/list" / name).read_text(encoding="utf-8")
    return text.partition(":maxdepth: 1\n\n")[2].partition("\n```")[0].splitlines()


def test_each_list_of_a_folder_has_a_folder_of_pages(lists, folder):
    result = import_lists("lists")
    assert result.exit_code == 0, result.output
    assert pages(folder) == [
        "index.md",
        "mine/all-posts/index.md",
        "mine/all-posts/old.md",
        "papers/index.md",
        "papers/old.md",
    ]
    assert toctree(folder, "index.md") == ["mine/all-posts/index", "papers/index"]
    assert toctree(folder, "papers/index.md") == ["old"]
    assert "\n## Older\n" in (folder / "docs/list/papers/old.md").read_text(encoding="utf-8")


def test_one_page_is_made_of_each_list_if_asked_for(lists, folder):
    result = import_lists("lists", "--one-page")
    assert result.exit_code == 0, result.output
    assert pages(folder) == ["index.md", "mine/all-posts.md", "papers.md"]
    assert toctree(folder, "index.md") == ["mine/all-posts", "papers"]
    page = (folder / "docs/list/papers.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("#")] == ["# Papers", "## Old", "### Older"]
    assert "Nothing changed" in import_lists("lists", "--one-page").stdout


def test_a_single_list_on_one_page(lists, folder):
    import_lists("lists/papers.md", "--one-page")
    assert pages(folder) == ["index.md", "papers.md"]


def test_a_file_that_is_named_twice_is_imported_once(lists, folder):
    result = import_lists("lists/papers.md", "lists/../lists/papers.md", "lists/mine")
    assert result.exit_code == 0
    assert sum(line.startswith("lists/papers.md ") for line in result.stdout.splitlines()) == 1


def test_files_of_one_name_have_folders_of_their_own(folder):
    for name in ("a/x.md", "b/x.md", "b/X .md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"- [{name}](https://x.org/{name[0]})\n", encoding="utf-8")
    assert import_lists("a", "b").exit_code == 0
    assert len([page for page in pages(folder) if page.endswith("index.md")]) == 4


def test_pages_and_what_programs_made_are_no_lists(lists, folder):
    import_lists("lists")
    for name in (".venv/a.md", "node_modules/b/readme.md", "docs/_build/c.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("- [x](https://x.org)\n", encoding="utf-8")
    before = pages(folder)
    result = import_lists(".")
    assert result.exit_code == 0, result.output
    assert "Nothing changed" in result.stdout
    assert pages(folder) == before


def test_a_file_without_entries_is_passed_over_in_a_folder_and_taken_by_name(lists, folder):
    assert "1 × not-a-list" in import_lists("lists").stderr
    assert import_lists("lists/about.md").exit_code == 0
    assert any("Just prose." in path.read_text(encoding="utf-8") for path in (folder / "docs/list").rglob("*.md"))


def test_a_folder_without_a_list_is_an_error(folder):
    (folder / "empty").mkdir()
    result = import_lists("empty")
    assert result.exit_code == 2
    assert "empty: unreadable-file there is no file in it that ends in .md" in result.stderr


def test_a_broken_file_of_a_folder_does_not_stop_the_others(lists, folder):
    (lists / "broken.md").write_bytes(b"\x89PNG\0\0\0")
    result = import_lists("lists")
    assert result.exit_code == 1
    assert "lists/broken.md: binary-file" in result.stderr
    assert "papers/old.md" in pages(folder)


def test_a_list_that_is_no_longer_in_the_folder_is_reported_and_its_pages_stay(lists, folder):
    import_lists("lists")
    before = pages(folder)
    (lists / "papers.md").unlink()
    result = import_lists("lists")
    assert result.exit_code == 1
    assert "papers.md is no longer among the lists; its 2 entries stay" in result.stderr
    assert pages(folder) == before
    assert import_lists("lists").exit_code == 0


def test_a_list_from_elsewhere_leaves_those_that_are_there_alone(lists, folder):
    import_lists("lists")
    other = folder / "other"
    other.mkdir()
    (other / "talks.md").write_text("- [On speaking in public](https://talk.org)\n", encoding="utf-8")
    result = import_lists("other")
    assert result.exit_code == 0, result.stderr
    assert "talks/index" in toctree(folder, "index.md")
    assert "Nothing changed" in import_lists("lists").stdout


def test_a_list_that_moved_is_known_again(lists, folder):
    import_lists("lists/papers.md")
    before = pages(folder)
    (lists / "papers.md").rename(folder / "papers.md")
    result = import_lists("papers.md")
    assert result.exit_code == 0, result.stderr
    assert pages(folder) == before


def test_the_table_has_a_line_for_each_file_and_their_sum(lists):
    lines = import_lists("lists").stdout.splitlines()
    rows = {line.split("│")[0].strip(): line.split("│")[1:] for line in lines if "│" in line}
    assert [cell.strip() for cell in rows["lists/mine/all posts.md"]] == ["2", "3", "1", "0", "0"]
    assert [cell.strip() for cell in rows["2 files"]] == ["4", "5", "1", "0", "0"]


def test_the_report_says_the_same_for_programs(lists, folder):
    result = import_lists("lists", "--report", "report.json")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["schema_version"] == 1
    assert report["exit_status"] == result.exit_code == 0
    assert [(file["path"], file["entries"], file["links"]) for file in report["files"]] == [
        ("lists/mine/all posts.md", 2, 3),
        ("lists/papers.md", 2, 2),
    ]
    assert report["totals"]["entries"] == 4
    assert report["passed_over"] == ["lists/about.md"]
    assert len(report["changes"]["added"]) == 4
    assert report["changes"]["new_records"] == [key for key in report["changes"]["added"] if "2025" in key]
    assert "docs/list/papers/old.md" in report["written"]
    assert report["clean_ups"] == {"not-a-list": 1}


def test_a_dry_run_writes_the_report_alone(lists, folder):
    result = import_lists("lists", "--dry-run", "--report", "report.json")
    assert result.exit_code == 0
    assert not (folder / "docs").exists()
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["dry_run"] is True


def test_a_failure_is_in_the_report_too(folder):
    result = import_lists("missing.md", "--report", "report.json")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["exit_status"] == result.exit_code == 2
    assert [problem["code"] for problem in report["problems"]] == ["unreadable-file"]
    assert report["files"] == []


def test_a_report_that_cannot_be_written_stops_the_import_and_is_said_once(lists, folder):
    (folder / "report.json").mkdir()
    result = import_lists("lists", "--report", "report.json")
    assert result.exit_code == 2
    assert result.stderr.count("unwritable-file") == 1
    assert not (folder / "docs").exists()


def test_many_pages_are_counted_and_not_listed(folder):
    text = "".join(f"## Section {number}\n\n- [t{number}](https://t{number}.org)\n\n" for number in range(30))
    (folder / "long.md").write_text(text, encoding="utf-8")
    result = import_lists("long.md")
    assert "wrote 31 pages below docs/list" in result.stdout
    assert "section-7.md" not in result.stdout


def test_names_with_blanks_and_of_any_script(folder):
    path = folder / "meine Listen" / "süß & 日本.md"
    path.parent.mkdir()
    path.write_text("## 日本語\n\n- [題](https://a.org)\n", encoding="utf-8")
    assert import_lists("meine Listen").exit_code == 0
    assert "Nothing changed" in import_lists("meine Listen").stdout


def test_a_heading_of_any_length_has_a_page(folder):
    text = "".join(f"## {'Weaving ' * 60}{number}\n\n- [One](https://one.org/{number})\n\n" for number in (1, 2))
    (folder / "long.md").write_text(f"# L\n\n{text}", encoding="utf-8")
    assert import_lists("long.md").exit_code == 0
    name = "-".join(["weaving"] * 15)
    assert pages(folder) == ["index.md", f"{name}-2.md", f"{name}.md"]
    assert "Nothing changed" in import_lists("long.md").output
