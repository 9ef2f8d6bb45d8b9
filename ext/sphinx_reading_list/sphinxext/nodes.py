"""The docutils nodes of the extension: opaque, a single one per card or view.

Sphinx walks every node of a page about a hundred times, so a card is one node whose HTML is made when it is written;
only the curator's note is parsed into children.
"""

from __future__ import annotations

from docutils import nodes


class rl_entry(nodes.General, nodes.Element):  # noqa: N801  (docutils finds visitors by this name)
    """A card. ``docname`` and ``index`` (its number on the page, from 0) find it in the domain; ``section`` is the
    name of its section.

    While a page is read it also carries ``curated``, its :class:`~sphinx_reading_list.core.entry.PageEntry`, which
    the domain takes off.
    """


class rl_view(nodes.General, nodes.Element):  # noqa: N801
    """A part of a page (``docname``) that shows the list as a whole.

    ``wanted``, a :class:`~sphinx_reading_list.sphinxext.views._view.Wanted`, says which and how; ``number`` tells
    those apart that the page's author has put there.
    """


class rl_record(nodes.General, nodes.Element):  # noqa: N801
    """A record of the bibliography as HTML pages show it: what a ``citation`` holds, under roles that fit together."""


class rl_formerly(nodes.Invisible, nodes.Element):  # noqa: N801
    """The names (``names``) that the section around it had before; the domain takes it off when a page was read."""


class rl_search_text(nodes.Text):  # noqa: N801
    """What the theme's own search should find of a card. Added when a page is written, never shown."""
