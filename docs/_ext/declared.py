"""``{declared} NAME``: what the code declares, as documentation, so that the two can't differ.

NAME is ``settings``, ``program-settings``, ``problems``, ``clean-ups``, ``checks``, ``kinds``,
``options``, ``views``, ``style-variables``, ``entries-fields`` or ``import-report``. All text is taken as it is: none of it is markup.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from style_variables import style_variables

from sphinx_reading_list.checks._running import checks
from sphinx_reading_list.cli._import_fields import PARTS, explained
from sphinx_reading_list.cli._notes import NOTES
from sphinx_reading_list.core.kinds import KINDS
from sphinx_reading_list.core.problems import Code
from sphinx_reading_list.core.settings import PROGRAM_SETTINGS, SETTINGS
from sphinx_reading_list.exports.entries_schema import FIELDS
from sphinx_reading_list.lists.pages.options import OPTIONS
from sphinx_reading_list.sphinxext.views._view import views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx

    from sphinx_reading_list.checks._check import Check, Example


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

    def program_settings(self) -> list[nodes.Node]:
        """A row for each setting of the program."""
        rows = (
            (
                [literal(setting.name)],
                [literal(json.dumps(setting.default))],
                [nodes.Text(setting.help)],
            )
            for setting in PROGRAM_SETTINGS
        )
        return [table(("Setting", "Default", "What it says"), rows)]

    def checks(self) -> list[nodes.Node]:
        """A table of all rules, and a section for each, called ``rule-CODE``."""
        rows = (
            (
                [reference(f"rule-{check.name}", check.name)],
                [nodes.Text(check.rule.meaning)],
                [nodes.Text("mends it" if check.fix else "")],
            )
            for check in checks().values()
        )
        return [
            table(("Rule", "What it reports", "--fix"), rows, widths=(20, 50, 10)),
            *(self.check(check) for check in checks().values()),
        ]

    def check(self, check: Check) -> nodes.section:
        """What a rule finds, what to do, and its examples."""
        section = self.section(f"rule-{check.name}", check.name, check.rule.meaning, check.rule.advice)
        facts = [] if check.on else ["It is off unless it is selected."]
        facts += ["--fix mends it."] if check.fix else []
        if facts:
            section += nodes.paragraph("", " ".join(facts))
        section += nodes.paragraph("", "This is reported:")
        section += example(check.bad)
        section += nodes.paragraph("", "This isn't:")
        section += example(check.good)
        return section

    def problems(self) -> list[nodes.Node]:
        """A section for each code that someone should look at, called ``problem-CODE``."""
        return [self.problem(code) for code in Code if code not in NOTES]

    def clean_ups(self) -> list[nodes.Node]:
        """A section for each code that tells of a good run, called like those."""
        return [self.problem(code) for code in Code if code in NOTES]

    def problem(self, code: Code) -> nodes.section:
        """What a code means, what to do, and how to silence it."""
        return self.section(f"problem-{code.code}", code.code, code.meaning, code.advice)

    def section(self, name: str, code: str, meaning: str, advice: str) -> nodes.section:
        """A section that explains a code."""
        section = nodes.section("", nodes.title("", "", literal(code)), ids=[name], names=[name])
        section += nodes.paragraph("", meaning)
        section += nodes.paragraph("", "", nodes.strong("", "What to do: "), nodes.Text(advice))
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

    def views(self) -> list[nodes.Node]:
        """A definition for each view that has a directive, with its options."""
        definitions = nodes.definition_list()
        for view in views().values():
            if view.written:
                term = nodes.term("", "", literal(f"{{rl:{view.name}}}"))
                said: list[nodes.Node] = [nodes.paragraph("", view.help)]
                if view.body:
                    example = literal(view.body.example)
                    said.append(nodes.paragraph("", "", nodes.Text(f"{view.body.help} For example: "), example))
                for option in view.options:
                    example = literal(f":{option.name}: {option.example}")
                    said.append(nodes.paragraph("", "", example, nodes.Text(f" {option.help}")))
                definitions += nodes.definition_list_item("", term, nodes.definition("", *said))
        return [definitions]

    def style_variables(self) -> list[nodes.Node]:
        """A row for each variable that a site's style sheet can set."""
        rows = (
            (
                [literal(found.name)],
                [nodes.Text(found.help)],
                [nodes.Text(theirs(found.themes)), literal(found.default)],
            )
            for found in style_variables()
        )
        return [table(("Variable", "What it is for", "Without it"), rows, widths=(20, 40, 40))]

    def entries_fields(self) -> list[nodes.Node]:
        """A row for each field of an entry in ``entries.json``."""
        rows = (([literal(name)], [nodes.Text(field["description"])]) for name, field in FIELDS.items())
        return [table(("Field", "What it is"), rows)]

    def import_report(self) -> list[nodes.Node]:
        """A table of fields for each kind of object in the report of an import."""
        made: list[nodes.Node] = []
        for name, part in PARTS.items():
            if name:
                where = nodes.paragraph("", "", nodes.Text("In "), literal(name), nodes.Text(":"))
                made.append(where)
            rows = (([literal(one)], [nodes.Text(text)]) for one, text in explained(part))
            made.append(table(("Field", "What it says"), rows))
        return made

    makers: ClassVar[dict[str, Callable[[Declared], list[nodes.Node]]]] = {
        "settings": settings,
        "program-settings": program_settings,
        "checks": checks,
        "problems": problems,
        "clean-ups": clean_ups,
        "kinds": kinds,
        "options": options,
        "views": views,
        "style-variables": style_variables,
        "entries-fields": entries_fields,
        "import-report": import_report,
    }


def example(shown: Example) -> list[nodes.Node]:
    """The settings, the page and the records of an example, as far as it has them."""
    settings = "".join(f"{name} = {json.dumps(value)}\n" for name, value in shown.settings.items())
    settings = f"[tool.reading-list]\n{settings}" if settings else ""
    texts = (("toml", settings), ("markdown", shown.page), ("bibtex", shown.bib))
    return [nodes.literal_block("", text.rstrip(), language=language) for language, text in texts if text]


def theirs(themes: Sequence[str]) -> str:
    """Whose own colour comes before the default."""
    return f"that of {' and '.join(themes)}, else " if themes else ""


def literal(text: str) -> nodes.literal:
    """Text as code."""
    return nodes.literal("", text)


def reference(target: str, text: str) -> nodes.reference:
    """A link to a place of the same page."""
    return nodes.reference("", "", literal(text), refid=target, internal=True)


def table(
    head: Sequence[str], rows: Iterable[Sequence[Sequence[nodes.Node]]], widths: Sequence[int] = ()
) -> nodes.table:
    """A table: its head as text, its rows as the inline content of each cell."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width) for width in widths or [100 // len(head)] * len(head)]
    group += nodes.thead("", row([[nodes.Text(text)] for text in head]))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return nodes.table("", group)


def row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
    """A row of a table."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
