"""Every page of the site is valid HTML, as far as it is ours."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

pytestmark = pytest.mark.needs("java", "vnu")


class Message(NamedTuple):
    """What the checker says of a page: an error or a warning, with the source it is about."""

    page: str
    text: str
    source: str


@pytest.fixture(scope="session")
def check(path_of: Callable[[str], str]) -> Callable[[Path], list[Message]]:
    """Check all pages below a folder with the Nu HTML Checker."""

    def run(folder: Path) -> list[Message]:
        command = [path_of("java"), "-jar", path_of("vnu"), "--format", "json", "--stdout", "--skip-non-html", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return list(_said(json.loads(done.stdout)["messages"], folder))

    return run


def _said(messages: Iterable[dict[str, str]], folder: Path) -> Iterable[Message]:
    for message in messages:
        # Only remarks on style have no subtype: a slash that ends a void element.
        if message["type"] == "error" or message.get("subType") == "warning":
            page = message["url"].removeprefix(f"file:{folder}/")
            yield Message(page, message["message"], message.get("extract", ""))


def test_the_checker_finds_what_is_wrong(check: Callable[[Path], list[Message]], tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!doctype html><title>T</title><p><div id=a></div><i id=a></i>", encoding="utf-8"
    )
    assert [message.page for message in check(tmp_path) if "Duplicate ID" in message.text] == ["bad.html"]


def test_every_page_is_valid(check: Callable[[Path], list[Message]], site: Path, theme: Path) -> None:
    of_the_theme = {message.text for message in check(theme)}
    ours = [message for message in check(site) if message.text not in of_the_theme]
    assert not ours, "\n".join(map(str, ours))


@pytest.mark.parametrize("name", ["all.html", "former.html"])
def test_a_page_at_an_old_address_is_valid(check: Callable[[Path], list[Message]], moved: Path, name: str) -> None:
    assert check(moved / "list" / name) == []
