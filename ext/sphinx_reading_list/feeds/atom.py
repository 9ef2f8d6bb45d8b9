"""A feed as Atom (RFC 4287).

It is written with Python's own XML. feedgen 1.0 loses what an entry's link is for: ``rel`` and ``type`` stay behind, so
that the work's own address becomes a second address of the page, which section 4.1.2 of the RFC forbids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .feed import iri, xml_text

if TYPE_CHECKING:
    from .feed import Feed, FeedItem

SUFFIX = ".xml"
MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> str:
    """The text of a feed; the same for the same feed, on any day and with any version of the program."""
    root = Element("feed", {"xmlns": NAMESPACE} | ({"xml:lang": feed.language} if feed.language else {}))
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    if feed.subtitle:
        _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated.isoformat())
    # Items that name no author are the list's, whatever that is called.
    _person(root, feed.publisher if xml_text(feed.publisher).strip() else feed.id)
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.address(f"{feed.path}{SUFFIX}"))
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.address(feed.page))
    _text(root, "generator", "sphinx-reading-list")
    for item in feed.items:
        _add(root, feed, item)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add(root: Element, feed: Feed, item: FeedItem) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "published", item.added.isoformat())
    _text(entry, "updated", item.updated.isoformat())
    for name in item.authors:
        _person(entry, name)
    SubElement(entry, "link", rel="alternate", type="text/html", href=feed.address(item.page))
    if item.url:
        SubElement(entry, "link", rel="related", href=iri(item.url))
    for tag in filter(None, map(xml_text, item.tags)):
        SubElement(entry, "category", term=tag)
    _text(entry, "content", item.html).set("type", "html")


def _person(parent: Element, name: str) -> None:
    """Somebody with a name; the RFC knows nobody without one."""
    if xml_text(name).strip():
        _text(SubElement(parent, "author"), "name", name)


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = xml_text(text)
    return element
