"""The rules of RFC 4287 for a feed, section by section; and those of JSON Feed 1.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, section 5.6, as RFC 4287, section 3.3 asks for it: upper-case T and Z.
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEED = {
    "author",
    "category",
    "contributor",
    "generator",
    "icon",
    "id",
    "link",
    "logo",
    "rights",
    "subtitle",
    "title",
    "updated",
    "entry",
}
ENTRY = {
    "author",
    "category",
    "content",
    "contributor",
    "id",
    "link",
    "published",
    "rights",
    "source",
    "summary",
    "title",
    "updated",
}
ONCE = {
    "generator",
    "icon",
    "id",
    "logo",
    "rights",
    "subtitle",
    "title",
    "updated",
    "published",
    "content",
    "source",
    "summary",
}
ATTRIBUTES = {"link": {"href", "rel", "type", "hreflang", "title", "length"}, "category": {"term", "scheme", "label"},
              "content": {"type", "src"}, "generator": {"uri", "version"}, "title": {"type"}, "subtitle": {"type"}}  # fmt: skip


def atom_faults(text: str) -> list[str]:
    """What in a feed is against the RFC."""
    root = ElementTree.fromstring(text.encode())
    if root.tag != f"{ATOM}feed":
        return [f"4.1.1 the root is {root.tag}"]
    faults = [*_element(root, FEED, "4.1.1")]
    ids = []
    for entry in root.iter(f"{ATOM}entry"):
        faults += _element(entry, ENTRY, "4.1.2")
        ids.append((entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")))
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            faults.append("4.1.2 an entry without an author")
        links = [link.get("rel", "alternate") for link in entry.iter(f"{ATOM}link")]
        if entry.find(f"{ATOM}content") is None and "alternate" not in links:
            faults.append("4.1.2 neither content nor an alternate")
    if len(ids) != len(set(ids)):
        faults.append("4.1.1 two entries with one id and date")
    if "self" not in [link.get("rel") for link in root.findall(f"{ATOM}link")]:
        faults.append("4.1.1 no link to itself (SHOULD)")
    return faults


def _element(parent: ElementTree.Element, allowed: set[str], section: str) -> Iterator[str]:
    names = [child.tag.removeprefix(ATOM) for child in parent]
    yield from (f"{section} {name} isn't allowed" for name in names if name not in allowed)
    yield from (f"{section} {name} more than once" for name in ONCE if names.count(name) > 1)
    yield from (f"{section} no {name}" for name in ("id", "title", "updated") if name not in names)
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in parent.findall(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    if len(alternates) != len(set(alternates)):
        yield f"{section} two alternates of one type"
    for child in parent:
        name = child.tag.removeprefix(ATOM)
        if extra := {key for key in child.attrib if not key.startswith("{")} - ATTRIBUTES.get(name, set()):
            yield f"{section} {name} has {extra}"
        if name in ("updated", "published") and not RFC3339.fullmatch(child.text or ""):
            yield f"3.3 {name} is {child.text}"
        if name == "id" and not urlsplit(child.text or "").scheme:
            yield f"4.2.6 the id {child.text!r} isn't absolute"
        if name == "author" and not (child.findtext(f"{ATOM}name") or "").strip():
            yield "3.2.1 a person without a name"
        if name == "category" and not child.get("term"):
            yield "4.2.2 a category without a term"
        if name == "link" and not re.fullmatch(r"[^\s<>\"{}|\\^`]+", child.get("href", "")):
            yield f"4.2.7 {child.get('href')!r} is no address"
        if name == "content" and (child.get("type") != "html" or len(child)):
            yield "4.1.3.3 content of type html has child elements, or another type"


_STRING, _ADDRESS, _DATE = "string", "address", "date"
TOP = {"version": _STRING, "title": _STRING, "home_page_url": _ADDRESS, "feed_url": _ADDRESS, "description": _STRING,
       "user_comment": _STRING, "next_url": _ADDRESS, "icon": _ADDRESS, "favicon": _ADDRESS, "authors": "authors",
       "language": _STRING, "expired": "bool", "hubs": "list", "items": "list"}  # fmt: skip
ITEM = {"id": _STRING, "url": _ADDRESS, "external_url": _ADDRESS, "title": _STRING, "content_html": _STRING, "content_text": _STRING,
        "summary": _STRING, "image": _ADDRESS, "banner_image": _ADDRESS, "date_published": _DATE, "date_modified": _DATE,
        "authors": "authors", "tags": "strings", "language": _STRING, "attachments": "list"}  # fmt: skip


def json_feed_faults(feed: dict[str, Any]) -> list[str]:
    """What in a feed is against https://www.jsonfeed.org/version/1.1/."""
    faults = [*_members(feed, TOP)]
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("another version")
    faults += [f"no {name}" for name in ("version", "title", "items") if name not in feed]
    for item in feed.get("items", []):
        faults += _members(item, ITEM)
        faults += ["no id"] if not item.get("id") else []
        faults += ["no content"] if not {"content_html", "content_text"} & item.keys() else []
    ids = [item.get("id") for item in feed.get("items", [])]
    return faults + (["an id twice"] if len(ids) != len(set(ids)) else [])


def _members(thing: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    for name, value in thing.items():
        if not name.startswith("_") and (name not in known or not _is(known[name], value)):
            yield f"{name} = {value!r}"


def _is(form: str, value: Any) -> bool:
    if form == "authors":
        return isinstance(value, list) and all(
            {"name", "url", "avatar"} & author.keys() and all(author.values()) for author in value
        )
    if form == "strings":
        return isinstance(value, list) and all(isinstance(text, str) for text in value)
    if form in ("list", "bool"):
        return isinstance(value, {"list": list, "bool": bool}[form])
    if not isinstance(value, str):
        return False
    if form == "date":
        return bool(RFC3339.fullmatch(value))
    return form == "string" or (bool(urlsplit(value).scheme) and not re.search(r"[\s<>\"{}|\\^`]", value))
