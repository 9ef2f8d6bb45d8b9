"""One sprite a page: what is in it, and that no name is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.sites import SITES
from sphinx_reading_list.sphinxext.cards import icons
from sphinx_reading_list.sphinxext.cards.icons import BRANDS, icon, sprite, sprite_for

if TYPE_CHECKING:
    import pytest


def ids(html: str) -> list[str]:
    return [str(symbol["id"]) for symbol in BeautifulSoup(html, "html5lib").find_all("symbol")]


def test_a_sprite_holds_each_icon_once_in_order() -> None:
    assert ids(sprite(["repo", "arxiv", "repo"])) == ["rl-i-arxiv", "rl-i-repo"]
    assert sprite(["repo", "arxiv"]) == sprite(["arxiv", "repo", "arxiv"])


def test_a_page_without_icons_has_no_sprite() -> None:
    assert sprite([]) == sprite_for("<p>text</p>") == ""


def test_a_page_gets_the_icons_that_it_refers_to() -> None:
    assert ids(sprite_for(f"<p>{icon('github')} text {icon('file')}</p>")) == ["rl-i-file", "rl-i-github"]


def test_icons_are_decoration_in_the_colour_of_the_text() -> None:
    svg = BeautifulSoup(icon("github"), "html5lib").svg
    assert svg is not None
    assert svg["aria-hidden"] == "true"
    drawn = BeautifulSoup(sprite(["github", "repo"]), "html5lib")
    assert {symbol["fill"] for symbol in drawn.find_all("symbol")} == {"currentColor"}
    assert not [part for part in drawn.find_all(True) if part.get("style")]


def test_lines_as_thin_as_hairs_get_an_outline() -> None:
    drawn = BeautifulSoup(sprite(["arxiv", "github"]), "html5lib").find_all("symbol")
    assert [symbol.get("stroke") for symbol in drawn] == ["currentColor", None]


def test_every_icon_of_the_tables_is_drawn() -> None:
    names = {kind.icon for kind in KINDS} | {site.icon for site in SITES}
    drawn = BeautifulSoup(sprite(names), "html5lib").find_all("symbol")
    assert {str(symbol["id"]).removeprefix(icons.ID_PREFIX) for symbol in drawn} == names
    assert all(symbol.find("path") for symbol in drawn)


def test_a_name_that_nobody_has_is_drawn_as_a_link() -> None:
    unknown, link = sprite(["no-such-icon"]), sprite(["link"])
    assert unknown.replace("no-such-icon", "link") == link


def test_a_brand_that_the_package_has_lost_is_drawn_as_its_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "_brand", lambda name: None)
    icons._symbol.cache_clear()
    lost, stand_in = sprite(["github"]), sprite(["mark-github"])
    icons._symbol.cache_clear()
    assert lost.replace("rl-i-github", "rl-i-mark-github") == stand_in


def test_the_sprite_is_xml_too() -> None:
    ElementTree.fromstring(sprite(sorted(BRANDS)))
