"""A large site, made up, and the same every time: pages of entries, their records, and a configuration."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from generate import _FAMILY, _GIVEN, _title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CONF = """\
extensions = ["sphinx_reading_list"]
html_theme = "furo"
project = "A large list"
reading_list_entry_pages = tags.has("entry_pages")
reading_list_index_pages = tags.has("index_pages")
if tags.has("pictures"):  # which are for previews, and these need the site's address
    html_baseurl = "https://example.org/"
if not tags.has("files"):
    from sphinx_reading_list.sphinxext.outputs import writing

    writing.outputs = dict
"""
_VENUES = ("ICLR", "NeurIPS", "ICML", "ACL", "EMNLP", "CVPR", "RSS", "CoRL", "AAAI", "TMLR")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def write_site(folder: Path, entries: int, pages: int, seed: int = 3) -> None:
    """Write a site of that many entries on that many pages of the list; three of four have a record.

    Tags (``sphinx-build -t``) say what is built beside its own pages: ``files`` (in all formats, feeds, …),
    ``entry_pages``, ``pictures``.
    """
    random = Random(seed)
    (folder / "list").mkdir(parents=True)
    (folder / "conf.py").write_text(_CONF, encoding="utf-8")
    names = [f"list/part-{number:03}" for number in range(pages)]
    toctree = "\n".join(("```{toctree}", *names, "```"))
    (folder / "index.md").write_text(f"# A large list\n\n{toctree}\n", encoding="utf-8")
    records = []
    for number, name in enumerate(names):
        share = entries // pages + (number < entries % pages)
        lines = [f"# {_title(random, 2)} {number}", ""]
        for index in range(share):
            key = f"made{number:03}x{index:03}"
            lines += _entry(random, key, number, index)
            if index % 4:
                records.append(_record(random, key, number * 1000 + index))
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    (folder / "refs.bib").write_text("\n".join(records), encoding="utf-8")


def edit_one(folder: Path) -> None:
    """Change the title in the first record."""
    path = folder / "refs.bib"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title = {", "title = {Another ", 1), encoding="utf-8")


def _entry(random: Random, key: str, page: int, index: int) -> Iterator[str]:
    added = f":added: 2025-{1 + page % 12:02}-{1 + index % 28:02}"
    if index % 4:
        yield from (f":::{{entry}} {key}", added)
        yield from (":highlight:",) if index % 10 == 1 else ()
        yield from ("", f"- [code](https://github.com/owner{page}/code{index})") if index % 3 == 0 else ()
    else:
        yield from (
            f":::{{entry}} [{_title(random, 4)}](https://github.com/owner{index}/tool-{key})",
            f":key: {key}",
        )
        yield from (added, "", f"A note on *{_title(random, 3)}*, in a sentence or so.")
    yield from (":::", "")


def _record(random: Random, key: str, number: int) -> str:
    year = 2017 + number % 9
    authors = " and ".join(
        f"{random.choice(_FAMILY)}, {random.choice(_GIVEN)} {chr(65 + number % 26)}."
        for _ in range(random.randint(1, 6))
    )
    kind, venue = "inproceedings", random.choice(_VENUES)
    where = f"booktitle = {{Proceedings of {venue}}},\n  eventtitle = {{{venue} {year}}}"
    if number % 5 == 0:
        kind, where = "article", f"journaltitle = {{Journal of {_title(random, 1)}}},\n  volume = {{{number % 40}}}"
    elif number % 7 == 0:
        kind, where = "misc", f"month = {_MONTHS[number % 12]}"
    return f"""\
@{kind}{{{key},
  author = {{{authors}}},
  title = {{{_title(random, 4)}: {{{random.choice(_VENUES)}}} {_title(random, 3)}}},
  {where},
  year = {{{year}}},
  eprint = {{{year % 100:02}{1 + number % 12:02}.{number % 100000:05}}},
  eprinttype = {{arxiv}},
}}
"""
