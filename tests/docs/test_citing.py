"""What the pages for those who cite say is so: files and keys exist, and the LaTeX that is shown compiles."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from bs4 import BeautifulSoup

from sphinx_reading_list.bib.citation_file import read_citation
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.feeds.selecting import NEWEST

from .test_examples import sphinx

if TYPE_CHECKING:
    from pathlib import Path as Folder

ROOT = Path(__file__).parents[2]
PAGES = ("cite", "follow", "latex", "zotero")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    sphinx(ROOT, "-d", str(tmp_path_factory.mktemp("doctrees")), "docs", str(out))
    return out


def run(folder: Folder, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    said = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


def shown(examples_of: Any, caption: str) -> str:
    [found] = [example.text for example in examples_of("docs/latex.md") if example.caption == caption]
    return found


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(site: Path, page: str) -> None:
    html = BeautifulSoup((site / f"{page}.html").read_text(encoding="utf-8"), "html5lib")
    links = [link["href"] for link in html.find("article").find_all("a", class_="internal")]
    files = [link for link in links if re.match(r"(cite|feeds|entry)/|entries|llms", link)]
    assert files
    assert [name for name in files if not (site / name).is_file()] == []


def test_each_work_of_the_list_says_when_it_came_so_feeds_and_first_page_have_it(site: Path) -> None:
    entries = json.loads((site / "entries.json").read_text(encoding="utf-8"))["entries"]
    assert [entry["key"] for entry in entries if "added" not in entry] == []
    feed = json.loads((site / "feeds/all.json").read_text(encoding="utf-8"))
    assert len(feed["items"]) == min(len(entries), NEWEST)
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html5lib")
    days = [item.find("time")["datetime"] for item in home.find(class_="rl-recent").find_all("li")]
    assert days == sorted((entry["added"] for entry in entries), reverse=True)[: len(days)]
    counted = json.dumps([element.get_text() for element in home.find_all(class_="rl-recent-rest")])
    same_day = sum(entry["added"] == days[-1] for entry in entries) - days.count(days[-1])
    assert (f"and {same_day} more" in counted) == bool(same_day)


def test_how_to_cite_the_list_is_what_its_file_says(site: Path) -> None:
    page = BeautifulSoup((site / "cite.html").read_text(encoding="utf-8"), "html5lib")
    # Older versions of docutils give the id to an empty element before the heading.
    target = page.find(id="cite-the-list")
    heading = target if target.name == "section" else target.find_parent("section")
    record, _ = read_citation((ROOT / "docs/CITATION.cff").read_text(encoding="utf-8"), "CITATION.cff")
    for fact in (
        "contributors of the LLM RLHF reading list",
        f"Version {record.get('version')}",
        record.get("date")[:4],
    ):
        assert fact in heading.find_all("p")[1].get_text()
    records, problems = read_bibliography(heading.find("pre").get_text(), "cite.html")
    assert list(records) == ["llm-rlhf-reading-list"]
    assert problems == []


@pytest.mark.needs("bibtex", "pdflatex")
def test_the_document_compiles_with_bibtex_and_plain(examples_of: Any, site: Path, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text(shown(examples_of, "paper.tex"), encoding="utf-8")
    (tmp_path / "all.bib").write_bytes((site / "cite/all.bib").read_bytes())
    latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-draftmode", "paper")
    run(tmp_path, *latex)
    assert "Warning" not in run(tmp_path, "bibtex", "paper")
    run(tmp_path, *latex)
    said = run(tmp_path, *latex)
    assert "undefined" not in said
    assert "Warning" not in said
    assert (tmp_path / "paper.bbl").read_text(encoding="utf-8").count("\\bibitem") == 2


@pytest.mark.needs("bibtex")
def test_the_whole_list_compiles_with_bibtex_and_plain(site: Path, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_bytes((site / "cite/all.bib").read_bytes())
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n", encoding="utf-8")
    assert "Warning" not in run(tmp_path, "bibtex", "all")
    assert (tmp_path / "all.bbl").read_text(encoding="utf-8").count("\\bibitem") == 44


@pytest.mark.needs("biber")
def test_biber_reads_what_the_biblatex_document_cites(examples_of: Any, site: Path, tmp_path: Path) -> None:
    document = shown(examples_of, "paper-biblatex.tex")
    [resource] = re.findall(r"\\addbibresource\{(.*)\}", document)
    text = (site / "cite" / resource).read_text(encoding="utf-8")
    records, problems = read_bibliography(text, resource)
    assert problems == []
    assert set(re.findall(r"\\cite\{(.*?)\}", document)) <= set(records)
    (tmp_path / resource).write_text(text, encoding="utf-8")
    said = run(tmp_path, "biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", resource)
    complaints = [line for line in said.splitlines() if not line.startswith("INFO")]
    # Of a work without a date nobody invents one.
    assert [line for line in complaints if "one of 'date, year' must be defined" not in line] == []


def test_what_zotero_imports_is_the_whole_list(site: Path) -> None:
    assert len(rispy.loads((site / "cite/all.ris").read_text(encoding="utf-8"))) == 44


@pytest.fixture(scope="module")
def read_by_citoid(site: Path) -> dict[str, Any]:
    """What the reader behind Wikipedia's citation tool finds in the pages of the list and of its entries."""
    pages = [
        path.relative_to(site).as_posix() for folder in ("entry", "list") for path in (site / folder).glob("*.html")
    ]
    found: dict[str, Any] = json.loads(run(site, "node", str(Path(__file__).with_name("citoid.cjs")), *pages))
    return found


@pytest.mark.needs("node", "html-metadata")
def test_another_reader_takes_each_work_whole_from_its_page(site: Path, read_by_citoid: dict[str, Any]) -> None:
    entries = json.loads((site / "entries.json").read_text(encoding="utf-8"))["entries"]
    for entry in entries:
        read = read_by_citoid[f"entry/{entry['key']}.html"]
        highwire, ld = read["HighwirePress"], read["JsonLd"]
        assert highwire["title"] == ld["name"] == read["OpenGraph"]["title"] == entry["title"]
        people = [
            author.get("name") or ", ".join(filter(None, (author.get("family"), author.get("given"))))
            for author in entry.get("authors", ())
        ]
        tags = highwire.get("author", [])
        assert ([tags] if isinstance(tags, str) else tags) == people
        assert len(ld.get("author", ())) == len(people)
        if "published" in entry:
            assert highwire["publication_date"].replace("/", "-") == entry["published"]
        if arxiv := entry.get("identifiers", {}).get("arxiv"):
            assert highwire["arxiv_id"] == arxiv
        # Zotero would take it instead of the better tags.
        assert read["COinS"] is None


@pytest.mark.needs("node", "html-metadata")
def test_another_reader_finds_every_card_of_a_page(site: Path, read_by_citoid: dict[str, Any]) -> None:
    entries = json.loads((site / "entries.json").read_text(encoding="utf-8"))["entries"]
    titles = {entry["key"]: entry["title"] for entry in entries}
    cards = 0
    for page in sorted(name for name in read_by_citoid if name.startswith("list/")):
        html = BeautifulSoup((site / page).read_text(encoding="utf-8"), "html5lib")
        wanted = [titles[card["data-key"]] for card in html.find_all("article", class_="rl-entry")]
        found = [item["rft"].get("atitle") or item["rft"].get("title") for item in read_by_citoid[page]["COinS"] or ()]
        assert found == wanted
        listed = read_by_citoid[page]["JsonLd"] or {"itemListElement": []}
        assert len(listed["itemListElement"]) == len(wanted)
        cards += len(wanted)
    assert cards == len(entries)
