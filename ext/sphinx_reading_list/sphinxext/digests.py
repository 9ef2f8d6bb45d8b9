"""What each page shows from elsewhere, as one digest a page: where it changed, the page is written again.

This is what makes an incremental build give the bytes of a clean one, without reading a page again that hasn't
changed itself.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from .views._browse import browse_page
from .views._view import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from .cite import CheckedBibtexDomain
    from .domain import ReadingListDomain


def page_digests(env: BuildEnvironment, domain: ReadingListDomain, cite: CheckedBibtexDomain) -> dict[str, str]:
    """The digest of every page, by docname."""
    shown = prose_shown(domain, cite)
    catalogue = domain.catalogue
    places = domain.record_places
    browse = browse_page(domain.data["views"])
    for page in catalogue.by_page:
        # The field above the cards leads there.
        shown[page].append(browse)
    for appearance in catalogue.appearances:
        others = [(other.section, other.anchor) for other in catalogue.by_key[appearance.key]]
        shown[appearance.section.page].append(
            (
                appearance.curated,
                others,
                catalogue.entries[appearance.key],
                _said(domain, appearance.key),
                places.get(appearance.key),
            )
        )
    for docname, views in domain.data["views"].items():
        shown[docname] += [value_of(catalogue, docname, wanted) for wanted in views]
        shown[docname].append(browse)
    for docname in {key.docname for key in cite.bibliographies}:
        shown[docname] += [(record.said, [place.section for place in catalogue.by_key.get(key, ())], catalogue.mentions.get(key))
                           for key, record in catalogue.records.items()]  # fmt: skip
    for docname, moved in domain.moved.pages.items():
        shown[docname].append(moved)
    for docname, names in domain.data["former"].items():
        shown[docname].append([(name.name, name.section) for name in names])
    navigation = navigation_shown(env)
    return {docname: _digest((navigation, shown.get(docname))) for docname in env.found_docs}


def prose_shown(domain: ReadingListDomain, cite: CheckedBibtexDomain) -> defaultdict[str, list[object]]:
    """What the prose of each page, its notes included, shows of the list and of the bibliography, by docname."""
    shown: defaultdict[str, list[object]] = defaultdict(list)
    places = domain.record_places
    for docname, keys in domain.data["references"].items():
        shown[docname] += [domain.reference(key) for key in keys]
    labels = {
        citation.key: (citation.formatted_entry.label, *places[citation.entry.key]) for citation in cite.citations
    }
    for reference in cite.citation_refs:
        shown[reference.docname] += [labels.get(target.key) for target in reference.targets]
    return shown


def changed_pages(new: Mapping[str, str], old: Mapping[str, str]) -> list[str]:
    """The pages whose digest isn't what it was."""
    return sorted(docname for docname, digest in new.items() if old.get(docname) != digest)


def _said(domain: ReadingListDomain, key: str) -> tuple[object, ...]:
    record = domain.catalogue.records.get(key)
    return record.said if record else ()


def navigation_shown(env: BuildEnvironment) -> object:
    """What the sidebar of every page shows; Sphinx itself leaves it stale when a page is retitled."""
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    return sorted(titles.items()), sorted(env.toctree_includes.items())


def _digest(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).hexdigest()
