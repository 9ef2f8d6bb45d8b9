"""The front matter of a list: YAML that another program reads. Its title may be the list's."""

from __future__ import annotations

from typing import Any

import yaml

from ..markup.markdown import one_line


def front_matter_title(content: str) -> str:
    """The title that a front matter gives, or an empty string."""
    try:
        # Plain strings only: nothing in it is worth the loader's guesses at dates and numbers.
        found: Any = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506  (it makes strings, lists and dicts)
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
    title = found.get("title") if isinstance(found, dict) else None
    return one_line(title) if isinstance(title, str) else ""
