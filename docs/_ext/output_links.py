"""``{output}`cite/all.bib` ``: a link to a file that the build writes beside the pages.

Only html and dirhtml have these files (see the design); elsewhere the file's name is shown and leads nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.roles import XRefRole

from sphinx_reading_list.sphinxext.pages import addresses

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role."""
    app.add_role("output", OutputRole())
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class OutputRole(XRefRole):
    """A reference that no domain knows; :func:`resolve` answers for it."""

    innernodeclass = nodes.literal

    def process_link(
        self,
        env: BuildEnvironment,  # noqa: ARG002
        refnode: nodes.Element,
        has_explicit_title: bool,  # noqa: ARG002
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Mark the reference as ours."""
        refnode["reftype"] = "output"
        return title, target


def resolve(
    app: Sphinx,
    env: BuildEnvironment,  # noqa: ARG001
    node: pending_xref,
    contnode: nodes.TextElement,
) -> nodes.Node | None:
    """Lead from the page to the file, where there is one."""
    if node["reftype"] != "output":
        return None
    page, target = node["refdoc"], node["reftarget"]
    address = addresses.file(app.builder, page, target)
    if address and target.endswith(".html"):  # which dirhtml calls otherwise
        address = app.builder.get_relative_uri(page, target.removesuffix(".html"))
    return nodes.reference("", "", contnode, internal=True, refuri=address) if address else contnode
