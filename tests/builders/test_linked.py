"""The site as pages: every internal link is followed, and nothing is fetched from another host."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, NavigableString

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.parametrize("built", ["html", "dirhtml", "epub"], indirect=True)
LINKS = {"a": "href", "area": "href", "link": "href", "use": "href", "script": "src", "img": "src", "source": "src"}
"""What leads from a page to something else, by the element's name."""


@pytest.fixture(scope="module")
def site(built: Any) -> Path:
    """The folder with the pages; an epub's is what readers unpack."""
    if built.builder != "epub":
        return built.out
    [book] = built.out.glob("*.epub")
    unpacked = built.out / "unpacked"
    with zipfile.ZipFile(book) as archive:
        archive.extractall(unpacked)
    return unpacked


def pages(site: Path) -> list[Path]:
    return sorted(
        path for path in site.rglob("*") if path.suffix in (".html", ".xhtml") and "_static" not in path.parts
    )


@cache
def parsed(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html5lib")


@cache
def ids(page: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in parsed(page).select("[id]")) | {"", "top"}


def links(page: Path) -> Iterator[tuple[Any, str]]:
    for name, attribute in LINKS.items():
        for tag in parsed(page).find_all(name):
            if tag.has_attr(attribute):
                yield tag, str(tag[attribute])


def target_of(site: Path, page: Path, path: str) -> Path:
    """The file that an address on a page leads to."""
    if not path:
        return page
    start = site if path.startswith("/") else page.parent
    target = (start / unquote(path).lstrip("/")).resolve()
    return target / "index.html" if path.endswith("/") or target.is_dir() else target


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    site = site.resolve()
    broken, followed = [], 0
    for page in pages(site):
        for _tag, address in links(page):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = target_of(site, page, parts.path)
            is_page = target.suffix in (".html", ".xhtml")
            if not target.is_file() or (is_page and unquote(parts.fragment) not in ids(target)):
                broken.append(f"{page.relative_to(site)}: {address}")
    assert broken == []
    assert followed > 200


def test_no_page_leads_out_of_the_site(site: Path) -> None:
    site = site.resolve()
    internal = [
        target_of(site, page, urlsplit(address).path)
        for page in pages(site)
        for _tag, address in links(page)
        if not urlsplit(address).scheme and not urlsplit(address).netloc
    ]
    assert all(target.is_relative_to(site) for target in internal)


def test_ids_are_unique_and_what_names_them_finds_them(site: Path) -> None:
    wrong = []
    for page in pages(site):
        all_ids = [str(tag["id"]) for tag in parsed(page).select("[id]")]
        wrong += [f"{page.name}: {name} twice" for name in set(all_ids) if all_ids.count(name) > 1]
        for attribute in ("for", "aria-controls", "aria-labelledby", "aria-describedby"):
            for tag in parsed(page).select(f"[{attribute}]"):
                missing = set(str(tag[attribute]).split()) - ids(page)
                wrong += [f"{page.name}: {attribute} {name}" for name in missing]
    assert wrong == []


def test_no_markup_is_shown_as_text(site: Path) -> None:
    shown = []
    for page in pages(site):
        code = {
            id(text) for tag in parsed(page).select("pre, code, script, style") for text in tag.find_all(string=True)
        }
        texts = (text for text in parsed(page).find_all(string=True) if type(text) is NavigableString)
        shown += [
            f"{page.name}: {text}"
            for text in texts
            if id(text) not in code and re.search(r"</[a-z]|<[a-z]+ [a-z-]+=", text)
        ]
    assert shown == []


def test_nothing_is_fetched_from_another_host(site: Path) -> None:
    fetched = [
        f"{page.relative_to(site)}: {address}"
        for page in pages(site)
        for tag, address in links(page)
        if tag.name not in ("a", "area") and not (tag.name == "link" and "canonical" in tag.get("rel", ()))
        if urlsplit(address).netloc
    ]
    fetched += [
        f"{page.relative_to(site)}: {tag.name}"
        for page in pages(site)
        for tag in parsed(page).select("iframe, object, embed, video, audio, [srcset]")
    ]
    sheets = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.css")}
    fetched += [
        f"{path.relative_to(site)}: {address}"
        for path, text in sheets.items()
        for address in re.findall(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")\s]+)", text)
    ]
    assert fetched == []


def test_an_epub_is_well_formed_and_lists_what_it_holds(built: Any, site: Path) -> None:
    if built.builder != "epub":
        # Well-formed XML is asked of an epub alone; a page of the others starts with its doctype.
        assert all(page.read_text(encoding="utf-8").lstrip().startswith("<!") for page in pages(site))
        return
    for page in pages(site):
        ElementTree.parse(page)
    package = ElementTree.parse(site / "content.opf")
    listed = {item.get("href", "") for item in package.iter("{http://www.idpf.org/2007/opf}item")}
    held = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {unquote(name) for name in listed} == held - {"mimetype", "content.opf", "META-INF/container.xml"}
