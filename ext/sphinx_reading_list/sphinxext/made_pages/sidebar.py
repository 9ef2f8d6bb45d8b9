"""The navigation beside a made page: the site's first pages and the way to where it belongs, and no more.

Themes ask for the whole tree of the site on each page; that of a list of many sections would be most of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sphinx import addnodes

from ...core.identifiers import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx.environment import BuildEnvironment

MOST = 30
"""How many pages of one table of contents are shown; of a longer one, only what leads to the page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents of the root page: its caption, and each page with its title and address or docname."""

    caption: str
    pages: tuple[tuple[str, str], ...]


def root_contents(env: BuildEnvironment) -> tuple[Contents, ...]:
    """The tables of contents of the root page, hidden ones too."""
    return tuple(
        Contents(tree.get("caption") or "", tuple(_pages(env, tree)))
        for tree in env.master_doctree.findall(addnodes.toctree)
    )


def _pages(env: BuildEnvironment, tree: addnodes.toctree) -> Iterator[tuple[str, str]]:
    for title, target in tree["entries"]:
        if target == "self":
            yield title or _title(env, env.config.root_doc), env.config.root_doc
        elif target in env.titles:
            yield title or _title(env, target), target
        elif is_safe_url(target):
            yield title or target, target


def _title(env: BuildEnvironment, page: str) -> str:
    return env.titles[page].astext()


def way_to(page: str, root: str, includes: Mapping[str, Iterable[str]]) -> list[str]:
    """The pages from the root (left out) down to a page, by the tables of contents; just the page if none has it."""
    above: dict[str, str] = {}
    for parent, children in includes.items():
        for child in children:
            above.setdefault(child, parent)
    way = [page]
    while (parent := above.get(way[0], root)) != root and parent not in way:
        way.insert(0, parent)
    return way


def sidebar(
    contents: Iterable[Contents],
    way: list[str],
    title_of: Callable[[str], str],
    address_of: Callable[[str], str],
    marked: Callable[[str], str] = str,
) -> str:
    """The tree as Sphinx writes it, opened along ``way``; its last page is the current one.

    ``marked`` gets the titles and addresses of the way's pages, and returns what is to be there.
    """
    groups = []
    for part in contents:
        pages = part.pages if len(part.pages) <= MOST else tuple(page for page in part.pages if page[1] in way)
        if not pages:
            continue
        items = "".join(_item(title, target, way, title_of, address_of, marked) for title, target in pages)
        caption = f'<p class="caption" role="heading"><span class="caption-text">{escape(part.caption)}</span></p>\n'
        current = ' class="current"' if any(target in way for _, target in pages) else ""
        groups.append(f"{caption if part.caption else ''}<ul{current}>\n{items}</ul>\n")
    return "".join(groups)


def _item(
    title: str,
    target: str,
    way: list[str],
    title_of: Callable[[str], str],
    address_of: Callable[[str], str],
    marked: Callable[[str], str],
) -> str:
    if is_safe_url(target):
        return (
            f'<li class="toctree-l1"><a class="reference external" href="{escape(target)}">{escape(title)}</a></li>\n'
        )
    if target not in way:
        return f'<li class="toctree-l1">{_link(title, address_of(target))}</li>\n'
    item = ""
    titles = [title, *map(title_of, way[way.index(target) + 1 :])]
    pages = list(zip(titles, way[way.index(target) :], strict=True))
    for level, (name, page) in reversed(list(enumerate(pages, 1))):
        below = f'<ul class="current">\n{item}</ul>\n' if item else ""
        link = _link(marked(name), marked(address_of(page)), " current")
        item = f'<li class="toctree-l{level} current">{link}{below}</li>\n'
    return item


def _link(title: str, address: str, more: str = "") -> str:
    return f'<a class="reference internal{more}" href="{escape(address)}">{escape(title)}</a>'
