"""sphinxcontrib-bibtex, fed with our checked records and relieved of its costs.

Left alone it reads the raw .bib file (one unbalanced brace ends the build), formats every record on every build, keeps
parsed and formatted records in Sphinx's own cache, and scans all citations for each record.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pybtex.plugin
from pybtex.database import BibliographyData
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime
from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

from .config import bib_path
from .formatted import FormattedTexts
from .pybtex_records import pybtex_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pybtex.database import Entry
    from pybtex.style import FormattedEntry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyKey

    from ..core.record import Record

EMPTY = BibData(encoding="", bibfiles={}, data=BibliographyData())


def setup_cite(app: Sphinx) -> None:
    """Load sphinxcontrib-bibtex with our domain in the place of its own."""
    app.setup_extension("sphinxcontrib.bibtex")
    app.add_domain(CheckedBibtexDomain, override=True)
    # Around the extension's own handler (priority 500), which then finds its data up to date and parses nothing.
    app.connect("builder-inited", hand_over_records, priority=490)
    app.connect("builder-inited", keep_out_of_the_cache, priority=510)
    app.connect("build-finished", save_formatted_texts)


class LazyEntry:
    """A formatted record whose text is only made, or looked up, when the bibliography's page is written."""

    def __init__(self, style: Any, label: str, entry: Entry, texts: FormattedTexts) -> None:
        self.key: str = entry.key
        self.label = label
        self._style = style
        self._entry = entry
        self._texts = texts

    @property
    def text(self) -> Any:
        """The formatted text, as pybtex's rich text."""
        return self._texts.text(self._style, self.label, self._entry)


class CheckedBibtexDomain(BibtexDomain):
    """The ``cite`` domain over records that have been checked, with nothing of them in Sphinx's cache."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.checked: BibData | None = None
        self.texts = FormattedTexts(env.doctreedir / "reading_list_formatted.pickle")
        self._citations: list[Citation] = []

    @property
    def bibdata(self) -> BibData:
        """The records, as pybtex has them."""
        return self.checked if self.checked is not None else self.data["bibdata"]

    @property
    def citations(self) -> list[Citation]:
        """What stands in the bibliographies; worked out anew on each build."""
        return self._citations

    def get_filtered_entries(self, bibliography_key: BibliographyKey) -> Iterable[tuple[str, Entry]]:
        """All records at once where the filter takes all, without a look at who cites them."""
        bibliography = self.bibliographies[bibliography_key]
        if ast.dump(bibliography.filter_) != ast.dump(ast.parse("True")):
            return super().get_filtered_entries(bibliography_key)
        return ((bibliography.keyprefix + entry.key, entry) for entry in self.get_entries(bibliography.bibfiles))

    def get_formatted_entries(
        self,
        bibliography_key: BibliographyKey,
        docnames: list[str],
        tooltips: bool,
        tooltips_style: str,
    ) -> Iterator[tuple[Entry, FormattedEntry, FormattedEntry | None]]:
        """The sorted records with their labels; their text is left for later."""
        if tooltips:
            yield from super().get_formatted_entries(bibliography_key, docnames, tooltips, tooltips_style)
            return
        bibliography = self.bibliographies[bibliography_key]
        style = pybtex.plugin.find_plugin("pybtex.style.formatting", bibliography.style)()
        entries = style.sort(dict(self.get_sorted_entries(bibliography_key, docnames)).values())
        for label, entry in zip(style.format_labels(entries), entries, strict=True):
            yield entry, LazyEntry(style, bibliography.labelprefix + label, entry, self.texts), None

    def places(self) -> Mapping[str, tuple[str, str]]:
        """Where each record stands: key → docname and anchor, in the first bibliography that has it."""
        found: dict[str, tuple[str, str]] = {}
        for citation in self.citations:
            found.setdefault(citation.entry.key, (citation.bibliography_key.docname, citation.citation_id))
        return found


def the_cite_domain(env: BuildEnvironment) -> CheckedBibtexDomain:
    """The environment's ``cite`` domain, which is ours."""
    domain = env.domains["cite"]
    assert isinstance(domain, CheckedBibtexDomain)
    return domain


def bibdata_of(records: Mapping[str, Record], path: Path, encoding: str) -> BibData:
    """Checked records in the form that sphinxcontrib-bibtex keeps."""
    entries = {key: pybtex_entry(record) for key, record in records.items()}
    return BibData(encoding, {path: BibFile(get_mtime(path), dict.fromkeys(entries))}, BibliographyData(entries))


def hand_over_records(app: Sphinx) -> None:
    """Give the ``cite`` domain our records, if the site's .bib file is the one that it would read."""
    from .domain import the_domain

    cite = the_cite_domain(app.env)
    path = bib_path(app)
    if path is None or [(app.confdir / name).resolve() for name in app.config.bibtex_bibfiles] != [path]:
        return
    cite.data["bibdata"] = bibdata_of(the_domain(app.env).sources.records, path, app.config.bibtex_encoding)


def keep_out_of_the_cache(app: Sphinx) -> None:
    """Hold the records in the domain itself: unpickling them would cost more than half of parsing them again."""
    cite = the_cite_domain(app.env)
    cite.checked, cite.data["bibdata"] = cite.data["bibdata"], EMPTY


def save_formatted_texts(app: Sphinx, exception: Exception | None) -> None:
    """Keep the formatted records for the next build."""
    if exception is None:
        the_cite_domain(app.env).texts.save()
