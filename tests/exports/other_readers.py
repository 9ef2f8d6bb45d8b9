"""What programs that aren't ours read from an export: each reader gives the same plain facts of every work.

A name is ``Family|Given|particle|suffix``, as in :mod:`cases`. A reader that keeps less than that says so where it is.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import rispy

HERE = Path(__file__).parent
_TEX = {
    r"\&": "&",
    r"\%": "%",
    r"\#": "#",
    r"\_": "_",
    r"\$": "$",
    r"\textasciicircum{}": "^",
    "---": "—",
    "--": "-",
    "~": " ",
}


class Facts(NamedTuple):
    """What a reader understood."""

    names: tuple[str, ...]
    title: str
    date: str
    pages: str
    doi: str


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def by_pandoc(text: str, dialect: str, folder: Path) -> dict[str, Facts]:
    """``bibtex``, ``biblatex`` or ``csljson``, as pandoc reads it into CSL-JSON."""
    (folder / "in").write_text(text, encoding="utf-8")
    items = json.loads(run(["pandoc", "-f", dialect, "-t", "csljson", "in"], folder))
    return {item["id"]: _of_item(item) for item in items}


def _of_item(item: dict[str, Any]) -> Facts:
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    date = "-".join(f"{part:02}" for part in parts[0])
    names = tuple(_of_csl_name(name) for name in item.get("author", ()))
    return Facts(names, item["title"], date, item.get("page", ""), item.get("DOI", ""))


def _of_csl_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    particle = name.get("non-dropping-particle", "") or name.get("dropping-particle", "")
    return joined(name.get("family", ""), name.get("given", ""), particle, name.get("suffix", ""))


def by_bibtex(text: str, folder: Path) -> dict[str, Facts]:
    """BibTeX's own idea of names, with a style that prints what it reads."""
    (folder / "all.bib").write_text(text, encoding="utf-8")
    (folder / "probe.bst").write_bytes((HERE / "probe.bst").read_bytes())
    (folder / "all.aux").write_text("\\citation{*}\n\\bibstyle{probe}\n\\bibdata{all}\n", encoding="utf-8")
    said = run(["bibtex", "all"], folder)
    assert "Warning" not in said, said
    found: dict[str, Facts] = {}
    # BibTeX breaks its lines at 79 bytes, with two spaces in front of what follows.
    for block in re.sub(r"\n  +", " ", (folder / "all.bbl").read_text(encoding="utf-8")).split("K|")[1:]:
        key, *lines = block.strip().split("\n")
        facts = {line[0]: line[2:] for line in lines}
        names = tuple(joined(*_untex(line[2:]).split("|")) for line in lines if line[0] == "N")
        found[key] = Facts(
            names, _untex(facts["T"]), facts.get("Y", ""), _untex(facts.get("P", "")), facts.get("D", "")
        )
    return found


def by_biber(text: str, folder: Path) -> dict[str, Facts]:
    """biber's own XML of what it read."""
    (folder / "all.bib").write_text(text, encoding="utf-8")
    run(["biber", "--tool", "--output-format=biblatexml", "--output-file", "all.xml", "all.bib"], folder)
    found = {}
    for entry in ET.parse(folder / "all.xml").getroot():
        names = [node for node in entry if _tag(node) == "names" and node.get("type") == "author"]
        others = ["others"] if any(node.get("morenames") for node in names) else []
        people = [_of_biber(name) for node in names for name in node]
        # Dates of other things have a type: the day of a visit.
        text_of = {_tag(node): _untex("".join(node.itertext()).strip()) for node in entry if not node.get("type")}
        pages = "-".join(
            part.text or "" for node in entry if _tag(node) == "pages" for part in node.iter() if part.text
        )
        found[entry.get("id", "")] = Facts(
            (*people, *others), text_of["title"], text_of.get("date", ""), re.sub(r"\s*-[\s-]*", "-", pages).strip("- \n"),
            text_of.get("doi", ""),
        )  # fmt: skip
    return found


def _of_biber(name: ET.Element) -> str:
    parts = {part.get("type"): " ".join(text.strip() for text in part.itertext() if text.strip()) for part in name}
    return joined(*(_untex(parts.get(kind, "")) for kind in ("family", "given", "prefix", "suffix")))


def by_rispy(text: str) -> dict[str, Facts]:
    """rispy, which leaves names as they are written."""
    return {
        item["id"]: Facts(
            tuple(_of_ris(name) for name in item.get("authors", ())), item["title"],
            item.get("date", "").rstrip("/").replace("/", "-"),
            "-".join(filter(None, (item.get("start_page"), item.get("end_page")))), item.get("doi", ""),
        )
        for item in rispy.loads(text)
    }  # fmt: skip


def _of_ris(name: str) -> str:
    family, _, rest = name.partition(", ")
    given, _, suffix = rest.partition(", ")
    return joined(family, given, "", suffix)


def by_bibutils(text: str, folder: Path) -> dict[str, Facts]:
    """bibutils, from RIS to MODS; it takes names apart at spaces, and full stops off."""
    (folder / "all.ris").write_bytes(text.encode())
    tree = ET.fromstring(run(["ris2xml", "-i", "utf8", "all.ris"], folder).removeprefix("\ufeff"))
    space = "{http://www.loc.gov/mods/v3}"
    found = {}
    for mods in tree:
        people = [name.findall(f"{space}namePart") for name in mods.findall(f"{space}name")]
        names = tuple(" ".join(part.text or "" for part in parts) for parts in people)
        title = ": ".join(node.text or "" for node in mods.find(f"{space}titleInfo") or ())
        date = next((node.text or "" for node in mods.iter() if _tag(node) == "dateIssued"), "")
        single = [number for detail in mods.iter() if detail.get("type") == "page" for number in detail]
        bounds = [
            node.text or "" for node in [*single, *mods.iter()] if node in single or _tag(node) in ("start", "end")
        ]
        doi = next((node.text or "" for node in mods.findall(f"{space}identifier") if node.get("type") == "doi"), "")
        found[mods.get("ID", "")] = Facts(names, title, date, "-".join(dict.fromkeys(bounds)), doi)
    return found


def joined(*parts: str) -> str:
    return "|".join(parts).rstrip("|")


def _tag(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _untex(latex: str) -> str:
    """The few escapes that our own exports write; braces and accents as ``bibtex`` hands them on to LaTeX."""
    for written, read in _TEX.items():
        latex = latex.replace(written, read)
    return latex if "$\\" in latex else latex.replace("{", "").replace("}", "")


def typed(text: str) -> str:
    """A text without what a reader may do to it as typography: its case, its kind of quotation marks, its marks."""
    text = re.sub(r"</?(?:i|span)[^<>]*>", "", unicodedata.normalize("NFKC", text).replace("ı̈", "ï"))
    return " ".join(re.sub("[“”‘’\"'`]+", "'", text.replace("$", "")).casefold().split())
