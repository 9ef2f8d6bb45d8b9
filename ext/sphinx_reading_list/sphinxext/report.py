"""Problems as Sphinx warnings: ``reading_list.CODE``, with the place and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import __
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from ..core.problems import Problem

logger = logging.getLogger(__name__)


def report(env: BuildEnvironment, problems: Iterable[Problem], *, once: bool = False) -> None:
    """Warn of each problem; with ``once``, only the first time in a build. A location's path is a docname or a file's path."""
    for problem in problems:
        place = problem.location
        where: str | tuple[str, int | None] = (place.path, place.line or None)
        if place.path not in env.found_docs:
            # What has no colon Sphinx takes for a page: refs.bib would be refs.bib.rst.
            where = f"{place.path}:{place.line or 1}" if place.path else ""
        logger.warning(
            __("%s: %s"),
            problem.message,
            problem.remedy,
            location=where,
            type="reading_list",
            subtype=problem.code.code,
            once=once,
        )
