"""The reference list from end to end, with the numbers that must come out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.cli import main
from sphinx_reading_list.core.identifiers import canonical_url
from sphinx_reading_list.lists.markup.decoding import decode
from sphinx_reading_list.lists.markup.inline import pieces
from sphinx_reading_list.lists.markup.markdown import list_markdown
from sphinx_reading_list.lists.pages.reading import read_page

REFS = Path(__file__).parents[2] / "refs.bib"
PAGES = {"survey": 0, "rlhf": 33, "reward-models": 4, "projects": 3, "misc": 4}


@pytest.fixture(params=["empty", "refs.bib"])
def imported(request, folder, run, real_list):
    """The result of an import beside no records, and beside those of this repository."""
    if request.param == "refs.bib":
        shutil.copy(REFS, folder / "refs.bib")
    result = run("--verbose")
    # Without its records, the list's elided authors are something to complete.
    assert result.exit_code == (0 if request.param == "refs.bib" else 1), result.output
    return result


def entries_of(folder: Path):
    for name in PAGES:
        sections, _, problems = read_page(
            (folder / f"docs/list/{name}.md").read_text(encoding="utf-8"), name, f"list/{name}", "list"
        )
        assert not problems
        assert len(sections) == 1
        yield name, sections[0].entries


def records_of(folder: Path):
    records, problems = read_bibliography((folder / "refs.bib").read_text(encoding="utf-8"), "refs.bib")
    assert not problems
    return records


def test_the_numbers(imported, folder):
    pages = dict(entries_of(folder))
    assert {name: len(entries) for name, entries in pages.items()} == PAGES
    everything = [entry for entries in pages.values() for entry in entries]
    assert sum(entry.highlight for entry in everything) == 9
    records = records_of(folder)
    assert sum(entry.key in records for entry in everything) == 25
    assert len(records) in (25, 28)
    assert len({entry.key for entry in everything}) == 44
    assert all(entry.key for entry in everything)


def test_all_102_links_are_there(imported, folder):
    text, _ = decode((folder / "LIST.md").read_bytes(), "LIST.md")
    wanted = [
        piece.url
        for token in list_markdown().parse(text)
        if token.type == "inline"
        for piece in pieces(token)
        if piece.kind == "link" and piece.url != "None" and not piece.url.startswith("#")
    ]
    assert len(wanted) == 102
    assert len(set(wanted)) == 101
    records = {key: entry_of_record(record) for key, record in records_of(folder).items()}
    there = set()
    for _, entries in entries_of(folder):
        for entry in entries:
            there |= {canonical_url(link.url) for link in entry.links} | {canonical_url(entry.url)}
            if entry.key in records:
                record = records[entry.key]
                there |= {canonical_url(record.url), *(canonical_url(link.url) for link in record.links)}
    metrics = json.loads((folder / "docs/metrics.json").read_text(encoding="utf-8"))["entries"]
    there |= {canonical_url(number["url"]) for numbers in metrics.values() for number in numbers.values()}
    assert {url for url in wanted if canonical_url(url) not in there} == set()


def test_nothing_is_broken_and_nothing_stands_in_for_the_unknown(imported, folder):
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("docs/**/*")) if path.is_file())
    written += (folder / "refs.bib").read_text(encoding="utf-8")
    for wrong in (
        "None",
        "-1]",
        "√",
        "‚",
        "\uf8ff",
        "\ufffd",
        "shields.io",
        "Report this article",
        "UnslothFeb",
        "   Report",
    ):
        assert wrong not in written
    for right in (
        "Gallé",
        "Üstün",
        "𝕏",
        "如何正确复现 Instruct GPT / RLHF?",
        "Don’t Bring “True RL” to LLMs—and Why It Matters]",
    ):
        assert right in written


def test_the_counts_keep_their_scholar_links(imported, folder):
    entries = json.loads((folder / "docs/metrics.json").read_text(encoding="utf-8"))["entries"]
    found = {key: (value["citations"]["count"], value["citations"]["url"]) for key, value in entries.items()}
    assert {key: count for key, (count, _) in found.items()} == {"wu2024selfplay": 76, "shao2024deepseekmath": 155}
    assert all("scholar.google.com/scholar?cites=" in url for _, url in found.values())


def test_facts_that_were_glued_to_a_title_are_options(imported, folder):
    rlhf = dict(entries_of(folder))["rlhf"]
    entry = next(entry for entry in rlhf if entry.key == "unsloth2025train")
    assert entry.title == "Train your own R1 reasoning model with Unsloth"
    assert str(entry.date) == "2025-02-06"
    assert [author.name for author in entry.authors] == ["Daniel", "Michael"]


def test_a_repository_has_its_description_and_its_paper_as_a_link(imported, folder):
    projects = {entry.key: entry for entry in dict(entries_of(folder))["projects"]}
    assert projects["volcengine-verl"].note == "Volcano Engine Reinforcement Learning for LLM"
    assert projects["nvidianemo-rl"].note == "A Scalable and Efficient Post-Training Library"
    assert "arxiv:2405.11143" in {canonical_url(link.url) for link in projects["openrlhf-openrlhf"].links}


def test_what_was_tidied_up_is_named(imported):
    for code in (
        "mojibake",
        "badge",
        "placeholder",
        "glued-text",
        "site-text",
        "contents-list",
        "mended-link",
        "marker",
        "white-space",
    ):
        assert f" {code} " in imported.stderr
    assert "not-understood" not in imported.stderr


def test_running_it_again_changes_nothing(imported, run, snapshot_of):
    before = snapshot_of()
    assert "Nothing changed" in run().stdout
    assert snapshot_of() == before


def test_records_that_are_made_name_the_authors_as_printed(folder, run, real_list):
    run()
    records = records_of(folder)
    assert records["ahmadian2024back"].get("author").endswith("Sara and others")
    assert records["ahmadian2024back"].get("annotation") == (
        "Arash Ahmadian, Chris Cremer, Matthias Gallé, ..., Ahmet Üstün, Sara Hooker"
    )
    assert records["sun2025inverse"].get("author") == "Sun, Hao and van der Schaar, Mihaela"


def test_the_repository_s_own_pages_are_what_importing_again_gives(folder, snapshot_of):
    root = REFS.parent
    shutil.copytree(root / "docs/list", folder / "docs/list")
    source = "tests/data/llm-rlhf-list.md"
    (folder / "tests/data").mkdir(parents=True)
    for name in ("refs.bib", "docs/metrics.json", source):
        shutil.copy(root / name, folder / name)
    before = snapshot_of()
    arguments = ["import", source, "--to", "docs/list", "--bib", "refs.bib"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    assert "Nothing changed" in result.stdout
    assert snapshot_of() == before
