"""A section of 300 entries, imported and built: no page is long, and every old address leads on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from sphinx_reading_list.bib.card_size import facts_of_page
from sphinx_reading_list.bib.entries import entry_of_record
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.cli import main
from sphinx_reading_list.lists.pages.reading import read_parts
from sphinx_reading_list.lists.pages.splitting.page import estimate

LIMIT = 400_000
AUTHORS = "Ada Lovelace, Grace Hopper, Emmy Noether, Катерина Иванова, 李 明, Élodie Gödel, Alan Turing, Barbara Liskov"
CONF = 'extensions = ["sphinx_reading_list"]\nproject = "Big"\nhtml_theme = "furo"\nreading_list_entry_pages = False\n'


def item(number):
    words = "Scaling Contrastive Preference Optimization with Hierarchical Rewards and Self-Play"
    arxiv = f"{17 + number % 9:02}{1 + number % 12:02}.{number:05}"
    if number % 3:
        return (
            f"- **{words} {number}**, `arXiv, {arxiv}`, [arxiv](http://arxiv.org/abs/{arxiv})\n\n"
            f"  *{AUTHORS}* · ([code](https://github.com/owner{number}/code))\n"
        )
    return f"- [{words} {number}](https://github.com/owner{number}/tool{number}) - owner ![Star](https://img.shields.io/x.svg)\n"


def build(folder, out):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-d", f"{out}-doctrees", "docs", out],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / out


def program(*arguments):
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def files(out):
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in (".buildinfo", "searchindex.js")
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The list imported whole and built, then split by check --fix and built again (``out``), and built clean."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "docs").mkdir()
    (folder / "docs/conf.py").write_text(CONF, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Big\n\n```{toctree}\nlist/index\n```\n", encoding="utf-8")
    text = "# Big\n\n## RLHF\n\nWhat it is.\n\n" + "\n".join(map(item, range(300)))
    (folder / "LIST.md").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        settings = Path("pyproject.toml")
        settings.write_text("[tool.reading-list]\npage-size = 100000\n", encoding="utf-8")
        imported = ("import", "LIST.md", "--to", "docs/list", "--bib", "refs.bib")
        assert program(*imported).exit_code in (0, 1)
        build(folder, "out")
        (folder / "before.html").write_bytes((folder / "out/list/rlhf.html").read_bytes())
        (folder / "before.md").write_bytes((folder / "docs/list/rlhf.md").read_bytes())
        settings.unlink()
        assert program("check", "--select", "long-page", "--fix").exit_code == 0
        build(folder, "out")
        build(folder, "clean")
        again = program(*imported)
        assert "Nothing changed" in again.output
    return folder


def test_the_estimate_is_near_what_a_page_comes_to(folder):
    records, _ = read_bibliography((folder / "refs.bib").read_text(encoding="utf-8"), "refs.bib")
    recorded = {key: entry_of_record(record) for key, record in records.items()}
    text = (folder / "before.md").read_text(encoding="utf-8")
    estimated = estimate(text, read_parts(text, "rlhf")[0], lambda page: facts_of_page(page, recorded), 3)
    real = (folder / "before.html").stat().st_size
    assert real <= estimated <= 1.3 * real


def test_no_page_of_the_list_is_long(folder):
    sizes = {path.name: path.stat().st_size for path in (folder / "out/list").rglob("*.html")}
    assert len(sizes) > 4
    assert max(sizes.values()) < LIMIT, sizes


def test_every_old_anchor_leads_to_its_card(folder):
    before = BeautifulSoup((folder / "before.html").read_bytes(), "html5lib")
    page = BeautifulSoup((folder / "out/list/rlhf.html").read_bytes(), "html5lib")
    pages = {}
    anchors = [card["id"] for card in before.find_all("article", class_="rl-entry")]
    assert len(anchors) == 300
    links = {line["id"]: line.a["href"] for line in page.select(".rl-moved li[id]")}
    for anchor in anchors:
        path, found = urldefrag(urljoin("list/rlhf.html", links[anchor]))
        if path not in pages:
            soup = BeautifulSoup((folder / "out" / path).read_bytes(), "html5lib")
            pages[path] = {card["id"] for card in soup.find_all("article")}
        assert found == anchor
        assert anchor in pages[path]


def test_the_file_of_the_section_has_all_of_its_entries(folder):
    assert (folder / "out/cite/section/rlhf.bib").read_text(encoding="utf-8").count("\n@") >= 299


def test_the_next_build_gives_the_bytes_of_a_clean_one(folder):
    incremental, clean = files(folder / "out"), files(folder / "clean")
    assert [name for name in clean if incremental.get(name) != clean[name]] == []
    assert incremental.keys() == clean.keys()
