"""``{rl:cite-list}``: how to cite the list itself, from its ``CITATION.cff``.

The version and the date are those of the file: a build has neither git nor a clock.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..bib.citation_file import FILE, read_citation, titled
from ..bib.entries import entry_of_record
from ..core.entry import Location
from ..core.problems import Code, Problem
from ..exports.bibtex import EXPORT
from ..exports.references import reference_of
from .report import report

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

    from ..core.record import Record


class rl_cite_list(nodes.General, nodes.Element):  # noqa: N801  (docutils finds visitors by this name)
    """The place of the citation; ``record`` is what the file says. It is gone when a page is written."""


def setup_cite_list(app: Sphinx) -> None:
    """Register what fills the place."""
    app.add_node(rl_cite_list)
    app.add_post_transform(WriteCitation)


class CiteListDirective(SphinxDirective):
    """Leaves a place for the citation, which is filled when the page is written. It takes neither argument nor content."""

    def run(self) -> list[nodes.Node]:
        """Read the file; the page is read again when it changes."""
        node = rl_cite_list(record=self._record())
        self.set_source_info(node)
        return [node]

    def _record(self) -> Record:
        folder = Path(self.env.domains["rl"].builder.confdir)  # type: ignore[attr-defined]
        named: str = self.config.reading_list_citation
        places = [folder / named] if named else [folder / FILE, folder.parent / FILE]
        path = next((path for path in places if path.is_file()), None)
        record, problems = self._missing(places[0].name) if path is None else _read(path)
        if path is not None:
            self.env.note_dependency(os.path.relpath(path, self.env.srcdir))
        report(self.env, problems)
        return record or titled(self.config.project)

    def _missing(self, name: str) -> tuple[None, list[Problem]]:
        message = f"There is no file {name}; the list is cited by its title alone"
        return None, [Problem(Code.BROKEN_CITATION, message, Location(self.env.docname, self.lineno))]


def _read(path: Path) -> tuple[Record | None, list[Problem]]:
    relative = os.path.relpath(path)
    shown = str(path) if relative.startswith("..") else relative
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return None, [Problem(Code.BROKEN_CITATION, f"can't be read: {error}", Location(shown))]
    return read_citation(text, shown)


class WriteCitation(SphinxPostTransform):
    """Write the citation as ordinary nodes, which every builder knows: a reference, and a record to copy."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Fill each place of a document."""
        for node in list(self.document.findall(rl_cite_list)):
            node.replace_self(list(self._citation(node["record"])))

    def _citation(self, record: Record) -> list[nodes.Node]:
        if not record.get("url") and self.config.html_baseurl:
            record = replace(record, fields={**record.fields, "url": self.config.html_baseurl})
        entry = entry_of_record(record)
        reference = nodes.paragraph("", reference_of(entry, record, "apa").text)
        bibtex = EXPORT.one(entry, record)
        return [reference, nodes.literal_block(bibtex, bibtex.rstrip("\n"), language="bibtex")]
