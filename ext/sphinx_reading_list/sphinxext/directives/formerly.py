"""``{rl:formerly}``: the names that the section around it had before, whose addresses lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from ...lists.pages.options import split_several
from ..nodes import rl_formerly

if TYPE_CHECKING:
    from docutils import nodes


class FormerlyDirective(SphinxDirective):
    """Says what the section was called, or where what it holds stood: names of sections, separated by semicolons."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Keep the names until the whole page is read: which section they belong to shows then."""
        node = rl_formerly(names=split_several(self.arguments[0]))
        self.set_source_info(node)
        return [node]
