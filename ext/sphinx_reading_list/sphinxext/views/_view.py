"""What a view is: how its value is made of the catalogue, and how that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.util.nodes import make_refnode

from ...core.registry import discover
from ...core.slugs import escape_key
from ..cards.templating import render_part
from ..pages import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx.builders import Builder

    from ...core.catalogue import Catalogue
    from ...core.problems import Problem


class ViewOption(NamedTuple):
    """An option of a view's directive: how its text is read (a ``ValueError`` says what is wrong), and its help."""

    name: str
    read: Callable[[str], Any]
    help: str
    example: str = ""


class ViewBody(NamedTuple):
    """The content of a view's directive: how its lines are read, each with its number on the page, and its help.

    What is read is the option ``body``, so it has to be hashable and comparable.
    """

    read: Callable[[Iterable[tuple[int, str]]], Any]
    help: str
    example: str = ""


def no_problems(catalogue: Catalogue, page: str, wanted: Wanted) -> tuple[Problem, ...]:  # noqa: ARG001
    """For a view that can be asked for nothing wrong."""
    return ()


class Wanted(NamedTuple):
    """A view as a page asks for it: by name, with the directive's options as pairs, sorted.

    ``section`` names the section that it is about, where the extension itself put it above a section's cards.
    """

    view: str
    section: str = ""
    options: tuple[tuple[str, Any], ...] = ()

    def option(self, name: str, default: Any = None) -> Any:
        """An option's value."""
        return dict(self.options).get(name, default)


@dataclass(frozen=True, slots=True)
class ViewPlace:
    """Where a view stands: on which page (by docname), written by which builder.

    ``number`` tells it from the other views of its page. Without ``icons`` no SVG is used.
    """

    builder: Builder
    page: str
    number: int = 0
    templates: tuple[str, ...] = ()
    icons: bool = True

    @property
    def name(self) -> str:
        """A name that no other view has, on this page or any other (some builders make one page of them all)."""
        return f"rl-view-{escape_key(self.page)}-{self.number}"

    def address(self, page: str, anchor: str = "") -> str:
        """The address of a page, or of an anchor on it, as seen from this page."""
        return addresses.place(self.builder, self.page, page, anchor)

    def link(self, page: str, anchor: str, text: str) -> nodes.Node:
        """The same as a docutils node."""
        return make_refnode(self.builder, self.page, page, anchor or None, nodes.inline(text, text))

    def render(self, template: str, **values: object) -> str:
        """A template of ``reading_list/`` (the site's own, else ours) as HTML."""
        return render_part(template, self.templates, self.icons, **values)


@dataclass(frozen=True, slots=True)
class View:
    """A view. ``value`` is pure, and all that the view shows of the list: a page whose views have other values is
    written again. ``html`` is for the HTML builders, ``plain`` for all others.

    One that isn't ``written`` has no directive; the extension itself puts it on pages. ``help`` is for the docs. ``body``
    is read where the directive takes a content, ``check`` says what is wrong with what is wanted, once the list is known.
    """

    name: str
    help: str
    value: Callable[[Catalogue, str, Wanted], Any]
    html: Callable[[Any, ViewPlace], str]
    plain: Callable[[Any, ViewPlace], list[nodes.Node]]
    options: tuple[ViewOption, ...] = ()
    written: bool = True
    body: ViewBody | None = None
    check: Callable[[Catalogue, str, Wanted], Iterable[Problem]] = no_problems


def views() -> Mapping[str, View]:
    """The views, by name."""
    return discover("sphinx_reading_list.sphinxext.views", "VIEW", "sphinx_reading_list.views")


def value_of(catalogue: Catalogue, page: str, wanted: Wanted) -> object:
    """What a view shows on a page (by docname) now."""
    return views()[wanted.view].value(catalogue, page, wanted)
