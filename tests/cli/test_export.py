"""``reading-list export``: formats, sections, entries, and the README that is a list again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_reading_list.cli import main
from sphinx_reading_list.exports.references import all_formats

from .sites import write_site

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def export(*arguments: str) -> Result:
    return run("export", *arguments)


def test_bibtex_of_all_of_a_section_of_an_entry(folder: Path) -> None:
    write_site(folder)
    assert export("bibtex").stdout.count("@misc{") == 2
    assert "wu2024selfplay" in export("bibtex", "--section", "rlhf").stdout
    assert "volcengine-verl" not in export("bibtex", "--section", "rlhf").stdout
    assert export("bibtex", "--key", "volcengine-verl").stdout.startswith("@misc{volcengine-verl,")


def test_entries(folder: Path) -> None:
    write_site(folder)
    found = json.loads(export("entries").stdout)["entries"]
    assert [entry["key"] for entry in found] == ["wu2024selfplay", "volcengine-verl"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bibtex", "--section", "rhlf"], "the nearest is rlhf"),
        (["bibtex", "--key", "wu2024selfplaye"], "the nearest is wu2024selfplay"),
        (["readme", "--section", "rlhf"], "of the whole list"),
        (["bibtx"], "the nearest are bibtex, biblatex"),
        (["word"], "is no format. There are: apa, "),
        (["bibtex", "--dry-run"], "goes with it only"),
    ],
)
def test_what_cannot_be_done(folder: Path, arguments: list[str], said: str) -> None:
    write_site(folder)
    done = export(*arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize("form", all_formats())
def test_every_format_gives_what_is_asked_for(folder: Path, form: str) -> None:
    write_site(folder)
    name = form.replace("_", "-")
    whole, one = export(name, "-o", "-").stdout, export(name, "--key", "volcengine-verl").stdout
    assert "Self-Play" in whole.replace("{", "").replace("}", "")
    assert "verl" in whole
    assert "verl" in one
    assert "Self-Play" not in one.replace("{", "").replace("}", "")
    both = export(name, "--section", "rlhf", "--key", "volcengine-verl").stdout
    assert both == whole
    assert name in export("--help").stdout


def test_entries_of_a_section(folder: Path) -> None:
    write_site(folder)
    found = json.loads(export("entries", "--section", "code").stdout)["entries"]
    assert [entry["key"] for entry in found] == ["volcengine-verl"]


def test_entries_are_those_of_the_site(folder: Path) -> None:
    write_site(folder, more="# More\n\n## Again\n\n:::{entry} volcengine-verl\n:::\n")
    stars = {"volcengine-verl": {"stars": {"count": 7, "source": "GitHub", "retrieved": "2025-01-01"}}}
    (folder / "docs/metrics.json").write_text(json.dumps({"schema": 1, "entries": stars}), encoding="utf-8")
    (folder / "docs/conf.py").write_text(
        "extensions = ['sphinx_reading_list']\nroot_doc = 'list/index'\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "docs", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    written = (folder / "site/entries.json").read_text(encoding="utf-8")
    assert '"count": 7' in written
    assert export("entries").stdout == written


def test_a_file_is_written_whole_and_not_silently(folder: Path) -> None:
    write_site(folder)
    assert export("bibtex", "-o", "all.bib").stderr == "wrote all.bib\n"
    written = (folder / "all.bib").read_text(encoding="utf-8")
    assert export("bibtex", "-o", "all.bib").stderr == "nothing changed in all.bib\n"
    assert export("bibtex", "-o", "all.bib", "--key", "volcengine-verl", "--dry-run").stdout.startswith("--- all.bib")
    assert (folder / "all.bib").read_text(encoding="utf-8") == written
    assert export("bibtex", "-o", "all.bib", "--key", "volcengine-verl").stderr == "wrote over all.bib\n"


def test_a_readme(folder: Path) -> None:
    write_site(folder, index="# My list\n\nWorth *reading*.\n\n```{toctree}\nrlhf\ncode\n```\n")
    assert export("readme").stdout == (
        "# My list\n"
        "\n"
        "Worth *reading*.\n"
        "\n"
        "## Contents\n"
        "\n"
        "- [RLHF](#rlhf)\n"
        "  - [Empty](#empty)\n"
        "- [Code](#code)\n"
        "\n"
        "## RLHF\n"
        "\n"
        "- 🌟 **[Self-Play Preference Optimization for Language Model Alignment](https://arxiv.org/abs/2405.00675)**"
        " <!-- wu2024selfplay -->\\\n"
        "  *Yue Wu, Quanquan Gu*\\\n"
        "  [arXiv](https://arxiv.org/abs/2405.00675) · [PDF](https://arxiv.org/pdf/2405.00675)\n"
        "\n"
        "  The first one.\n"
        "\n"
        "### Empty\n"
        "\n"
        "Nothing yet.\n"
        "\n"
        "## Code\n"
        "\n"
        "- **[verl](https://github.com/volcengine/verl)** `training` <!-- volcengine-verl -->\n"
    )


def pages_as_entries(folder: Path) -> list[dict[str, object]]:
    """The entries as the site would have them, but for what a README has no place for."""
    found = json.loads(export("entries", "--list", str(folder / "docs/list"), "--bib", str(folder / "refs.bib")).stdout)
    kept = ("key", "title", "aka", "authors", "date", "venue", "url", "tags", "kind", "links")
    return [
        {name: entry.get(name) for name in kept}
        | {"arxiv": entry.get("identifiers", {}).get("arxiv")}
        | {"doi": entry.get("identifiers", {}).get("doi")}
        # The year of a venue may be in its name or beside it.
        | {"venue": re.sub(r" \d{4}$", "", entry.get("venue", ""))}
        | {"marked": [(place["highlight"], place.get("note")) for place in entry["appearances"]]}
        for entry in found["entries"]
    ]


def test_the_readme_of_this_list_is_a_fixed_point(folder: Path) -> None:
    here = ["--list", str(ROOT / "docs/list"), "--bib", str(ROOT / "refs.bib")]
    assert export("readme", "-o", "README.md", *here).exit_code == 0
    assert run("import", "README.md", "--to", "docs/list", "--bib", "refs.bib").exit_code == 0
    assert export("readme").stdout == (folder / "README.md").read_text(encoding="utf-8")
    assert pages_as_entries(folder) == pages_as_entries(ROOT)


def test_importing_it_into_the_same_site_changes_nothing(folder: Path, snapshot_of) -> None:
    write_site(folder)
    assert export("readme", "-o", "README.md").exit_code == 0
    run("import", "README.md", "--to", "docs/list", "--bib", "refs.bib")
    before = snapshot_of()
    done = run("import", "README.md", "--to", "docs/list", "--bib", "refs.bib")
    assert done.exit_code in (0, 1)
    assert snapshot_of() == before
    assert export("readme").stdout == (folder / "README.md").read_text(encoding="utf-8")
