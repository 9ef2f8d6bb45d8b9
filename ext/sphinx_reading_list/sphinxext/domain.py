"""The ``rl`` domain: what the pages say, kept by page, and the catalogue that is joined from it once a build.

Pages are only read again when they change. Everything that depends on other pages or on the .bib file (the cards'
text, anchors, views, titles of references) is looked up in the catalogue while a page is written; a digest of what
each page shows from elsewhere tells which pages have to be written again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.locale import _
from sphinx.util.nodes import make_refnode

from ..bib.entries import entry_of_record
from ..bib.joining import build_catalogue
from ..core.catalogue import Catalogue
from ..core.entry import Location
from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ..indexes.grouping import Indexes
from ..metadata.work import work_of
from .cite_list import CiteListDirective
from .directives import EntriesDirective, EntryDirective, FormerlyDirective
from .directives.views import view_directives
from .exported import ExportedTexts
from .moved import Moved, moved_places
from .nodes import rl_view
from .order import page_order
from .report import report
from .roles import EntryRole
from .sections import add_rows, read_sections
from .sources import Sources
from .views._view import Wanted, views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..core.catalogue import SectionContent
    from ..core.entry import Appearance
    from ..core.former import FormerName
    from ..metadata.work import Work


_OF_PAGES = ("contents", "former", "references", "views")
"""What the domain keeps of each page."""


class ReadingListDomain(Domain):
    """Entries of the list, their cards and references to them."""

    name = "rl"
    label = "Reading list"
    data_version = 5
    object_types: ClassVar = {"entry": ObjType(_("entry"), "entry"), "card": ObjType(_("entry"))}
    roles: ClassVar = {"entry": EntryRole()}
    directives: ClassVar = {
        "entry": EntryDirective,
        "entries": EntriesDirective,
        "cite-list": CiteListDirective,
        "formerly": FormerlyDirective,
        **view_directives(),
    }
    initial_data: ClassVar = {
        "contents": {},  # docname → tuple[SectionContent, ...]
        "former": {},  # docname → tuple[FormerName, ...], the names that its sections had before
        "references": {},  # docname → sorted tuple of the keys that its prose refers to
        "views": {},  # docname → sorted tuple of its views, each as it is Wanted
        "digests": {},  # docname → digest of what it shows from elsewhere, as last written
    }

    builder: Builder

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # Made anew each build from the files and the pages, so they are never pickled.
        self.sources = Sources()
        self.catalogue = Catalogue()
        self.texts = self._exported_texts()
        self.indexes = Indexes(self.catalogue)
        self._works: dict[str, Work] = {}
        self.record_places: Mapping[str, tuple[str, str]] = {}
        self.moved = Moved()

    @property
    def contents(self) -> dict[str, tuple[SectionContent, ...]]:
        """The sections of each page, by docname."""
        return self.data["contents"]  # type: ignore[no-any-return]

    def note_page(
        self,
        docname: str,
        contents: tuple[SectionContent, ...],
        former: tuple[FormerName, ...],
        references: Iterable[str],
        views: Iterable[str],
    ) -> None:
        """Keep what a page says, and which entries and views it shows."""
        found = {
            "contents": contents,
            "former": former,
            "references": tuple(sorted(references)),
            "views": tuple(sorted(views)),
        }
        for name, value in found.items():
            if value:
                self.data[name][docname] = value

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Read the cards, views and references off a page."""
        contents, former = read_sections(document, docname, env.config.reading_list_folder)
        if contents and not any(section.entries for section in contents):
            document.append(rl_view(wanted=Wanted("empty"), docname=docname))
        add_rows(document, docname)
        references, wanted = set(), set()
        for node in document.findall(
            lambda node: isinstance(node, rl_view) or "refdomain" in getattr(node, "attributes", ())
        ):
            if isinstance(node, rl_view):
                # What the rows above a section's cards show is said on this page, and by its cards.
                if not node["wanted"].section:
                    wanted.add(node["wanted"])
            elif node["refdomain"] == self.name:  # type: ignore[index]
                references.add(node["reftarget"])  # type: ignore[index]
        self.note_page(docname, contents, former, references, wanted)

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for name in _OF_PAGES:
            self.data[name].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that another process has read."""
        for name in _OF_PAGES:
            self.data[name].update(
                {docname: value for docname, value in otherdata[name].items() if docname in docnames}
            )

    def build_catalogue(self) -> None:
        """Join pages, records and metrics, and report what is wrong with any of them."""
        order = page_order(self.env.config.root_doc, self.env.toctree_includes, self.env.found_docs)
        pages = [section for docname in order for section in self.contents.get(docname, ())]
        former = [name for docname in order for name in self.data["former"].get(docname, ())]
        self.catalogue, problems = build_catalogue(pages, self.sources.records, self.sources.metrics, former)
        self.moved = moved_places(self.catalogue, self.env.found_docs, self.env.config.reading_list_folder)
        self.texts = self._exported_texts()
        self.indexes = Indexes(self.catalogue)
        self._works = {}
        report(self.env, (*self.sources.problems, *problems, *self._problems_of_views()))

    def _problems_of_views(self) -> Iterator[Problem]:
        """What is wrong with the views that pages ask for, now that the list is known."""
        for docname, found in sorted(self.data["views"].items()):
            for wanted in found:
                if view := views().get(wanted.view):
                    yield from view.check(self.catalogue, docname, wanted)

    def _exported_texts(self) -> ExportedTexts:
        return ExportedTexts(self.env.doctreedir / "reading_list_exported.pickle", self.catalogue)

    def work(self, key: str) -> Work:
        """The work that an entry stands for, as programs read of it on pages; its card and its page ask for it."""
        if key not in self._works:
            self._works[key] = work_of(self.catalogue.entries[key], self.catalogue.records.get(key))
        return self._works[key]

    def card(self, node: nodes.Element) -> Appearance:
        """The appearance that a card's node stands for."""
        found: Appearance = self.catalogue.by_page[node["docname"]][node["index"]]
        return found

    def reference(self, key: str) -> tuple[str, str, str] | None:
        """The title, page and anchor that a reference leads to: an entry's first card, else a record's own place.

        A key that it had before leads there, too.
        """
        key = self.catalogue.former_keys.get(key, key)
        if cards := self.catalogue.by_key.get(key):
            return self.catalogue.entries[key].title, cards[0].section.page, cards[0].anchor
        if key in self.record_places:
            return entry_of_record(self.catalogue.records[key]).title, *self.record_places[key]
        return None

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,  # noqa: ARG002
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link to what :meth:`reference` finds."""
        found = self.reference(target)
        if found is None:
            known = Nearest((*self.catalogue.entries, *self.catalogue.records))
            message = f"No entry has the key {target!r}{known.hint(target)}"
            report(env, [Problem(Code.UNKNOWN_KEY, message, Location(fromdocname, node.line or 0))])
            # Not None: Sphinx would warn a second time.
            return contnode  # type: ignore[return-value]
        title, page, anchor = found
        if not node.get("refexplicit"):
            contnode = nodes.inline(title, title, classes=["rl-ref"])
        return make_refnode(builder, fromdocname, page, anchor, contnode, title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for ``{any}``, which asks every domain."""
        if self.reference(target) is None:
            return []
        found = self.resolve_xref(env, fromdocname, builder, "entry", target, node, contnode)
        return [("rl:entry", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Each entry twice: once for ``objects.inv``, once for the search.

        Sphinx's search rebuilds an anchor of the form TYPE-NAME from the *display* name, which breaks
        ``entry-KEY``; a negative priority keeps that object out of the search, and ``card`` takes its place there.
        """
        for key, appearances in self.catalogue.by_key.items():
            title, first = self.catalogue.entries[key].title, appearances[0]
            yield key, title, "entry", first.section.page, first.anchor, -1
            yield key, title, "card", first.section.page, first.anchor, 1
        for former, key in self.catalogue.former_keys.items():
            if found := self.reference(key):
                title, page, anchor = found
                yield former, title, "entry", page, anchor, -1


def the_domain(env: BuildEnvironment) -> ReadingListDomain:
    """The environment's reading-list domain."""
    domain = env.domains["rl"]
    assert isinstance(domain, ReadingListDomain)
    return domain
