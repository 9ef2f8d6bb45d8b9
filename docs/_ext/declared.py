"""``{declared} NAME``: what the code declares, as documentation, so that the two can't differ.

NAME is ``settings``, ``problems``, ``kinds`` or ``options``. All text is taken as it is: none of it is markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.core.settings import SETTINGS
from sphinx_reading_list.lists.options import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("declared", Declared)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Declared(SphinxDirective):
    """A table or a run of sections made from the code."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make what the argument names."""
        name = self.arguments[0]
        if name not in self.makers:
            raise self.error(f"nothing is declared as {name!r}; there are: {', '.join(self.makers)}")
        return self.makers[name](self)

    def settings(self) -> list[nodes.Node]:
        """A definition for each setting, the target of ``{confval}``."""
        definitions = nodes.definition_list()
        for setting in SETTINGS:
            name = setting.config_name
            term = nodes.term("", "", literal(name), ids=[f"confval-{name}"])
            domain = self.env.domains.standard_domain
            domain.note_object("confval", name, term["ids"][0], location=term)
            types = " or ".join(found.__name__ for found in setting.types)
            default = literal(repr(setting.default)) if setting.default else nodes.Text("empty")
            facts = nodes.paragraph("", f"Type: {types}. Default: ", default, nodes.Text("."))
            definitions += nodes.definition_list_item(
                "", term, nodes.definition("", nodes.paragraph("", setting.help), facts)
            )
        return [definitions]

    def problems(self) -> list[nodes.Node]:
        """A section for each code, called ``problem-CODE``."""
        return [self.problem(code) for code in Code]

    def problem(self, code: Code) -> nodes.section:
        """What a code means, what to do, and how to silence it."""
        name = f"problem-{code.code}"
        section = nodes.section("", nodes.title("", "", literal(code.code)), ids=[name], names=[name])
        section += nodes.paragraph("", code.meaning)
        section += nodes.paragraph("", "", nodes.strong("", "What to do: "), nodes.Text(code.advice))
        self.state.document.note_explicit_target(section)
        return section

    def kinds(self) -> list[nodes.Node]:
        """A row for each kind."""
        head = ("Kind", "On a card", "BibTeX types that say so")
        rows = (
            ([literal(kind.name)], [nodes.Text(kind.label)], [nodes.Text(", ".join(kind.bibtex_types))])
            for kind in KINDS
        )
        return [table(head, rows)]

    def options(self) -> list[nodes.Node]:
        """A row for each option of ``{entry}``."""
        rows = (
            ([literal(f":{option.name}: {option.example}".rstrip())], [nodes.Text(option.help)]) for option in OPTIONS
        )
        return [table(("Option, with an example", "What it says"), rows)]

    makers: ClassVar[dict[str, Callable[[Declared], list[nodes.Node]]]] = {
        "settings": settings,
        "problems": problems,
        "kinds": kinds,
        "options": options,
    }


def literal(text: str) -> nodes.literal:
    """Text as code."""
    return nodes.literal("", text)


def table(head: Sequence[str], rows: Iterable[Sequence[Sequence[nodes.Node]]]) -> nodes.table:
    """A table: its head as text, its rows as the inline content of each cell."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=100 // len(head)) for _ in head]
    group += nodes.thead("", row([[nodes.Text(text)] for text in head]))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return nodes.table("", group)


def row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
    """A row of a table."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
