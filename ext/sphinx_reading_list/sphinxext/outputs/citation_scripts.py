"""``cite/*.js``: what the page's own script asks for when a reader picks a format, or keeps entries in the basket.

Classic scripts that call a function of ``sphinxReadingList``: unlike ``fetch`` they work from ``file://``, and they
need no more of a Content-Security-Policy than ``'self'``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...exports.references import all_formats, reference_styles
from ..exported import export_formats, offered_formats
from ..pages.addresses import FORMATS_FILE, KEYS_FILE, entry_file
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def citation_scripts(site: ListSite) -> Files:
    """A script with each entry in every format, one of the formats themselves, and one of all keys."""
    yield FORMATS_FILE, _call("offer", formats())
    # A reader may have kept an entry under a key that it had before.
    yield KEYS_FILE, _call("list", [*site.catalogue.entries, *site.catalogue.former_keys])
    for key in site.catalogue.entries:
        yield entry_file(key, ".js"), citation_script(site, key, key)


def citation_script(site: ListSite, name: str, key: str) -> str:
    """An entry in every format, under its key or one that it had before (``name``)."""
    return _call("cite", name, _texts(site, key))


def formats() -> list[dict[str, Any]]:
    """What can be chosen, in the order in which it is offered: files first, then styles of references.

    ``before``, ``between`` and ``after`` make one file of several texts. A reference's text has no line feed of its own.
    """
    made: list[dict[str, Any]] = [
        {"name": export.name, "label": export.label, "suffix": export.suffix, "type": export.media_type}
        | export.frame._asdict()
        for export in offered_formats()
    ]
    for style in sorted(reference_styles().values(), key=lambda style: style.label.casefold()):
        if style.name not in export_formats():
            export = all_formats()[style.name]
            made.append(
                {"name": style.name, "label": style.label, "suffix": export.suffix, "type": export.media_type}
                | {"before": "", "between": "\n", "after": "\n", "reference": True}
            )
    return made


def _texts(site: ListSite, key: str) -> dict[str, object]:
    references = {name: found._asdict() for name, found in site.texts.references(key).items()}
    return references | {export.name: site.texts.text(export, key) for export in offered_formats()}


def _call(function: str, *arguments: object) -> str:
    """A call as ASCII: no server's idea of an encoding matters, and neither U+2028 nor ``</script>`` ends it early."""
    written = ", ".join(json.dumps(argument, sort_keys=True) for argument in arguments).replace("<", "\\u003c")
    return f"sphinxReadingList.{function}({written});\n"


OUTPUT = Output("citation-scripts", citation_scripts)
