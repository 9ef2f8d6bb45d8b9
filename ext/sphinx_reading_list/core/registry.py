"""How rooms find what they hold: built-ins by folder, other people's by entry point.

A file in ``exports/``, ``lists/dialects/``, … defines one object of a known name; nothing else has to change for it
to be found.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def discover(package: str, attribute: str, group: str = "") -> Mapping[str, Any]:
    """All objects called ``attribute`` in the modules of a package, and those of an entry-point group, sorted by name.

    An object's name is its ``name`` attribute. Modules whose name starts with ``_`` or that lack the attribute are
    passed over. Raises ``ValueError`` where two objects have one name.
    """
    found: dict[str, Any] = {}
    folder = importlib.import_module(package)
    objects = [
        getattr(importlib.import_module(f"{package}.{module.name}"), attribute, None)
        for module in pkgutil.iter_modules(folder.__path__)
        if not module.name.startswith("_")
    ]
    objects += [point.load() for point in entry_points(group=group)] if group else []
    for thing in objects:
        if thing is None:
            continue
        if thing.name in found:
            raise ValueError(f"{package} has two called {thing.name!r}: {found[thing.name]!r} and {thing!r}")
        found[thing.name] = thing
    return MappingProxyType(dict(sorted(found.items())))
