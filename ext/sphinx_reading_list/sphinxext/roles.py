"""The ``{entry}`` role: a link to a card from prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class EntryRole(XRefRole):
    """``{entry}`KEY``` and ``{entry}`text <KEY>```; short for ``{rl:entry}``, with or without the domain's name."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Make a reference of the ``rl`` domain, by whichever name the role was called."""
        self.name = "rl:entry"
        return super().run()
