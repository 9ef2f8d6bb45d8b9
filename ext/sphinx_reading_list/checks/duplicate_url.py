"""Two works at one address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..core.identifiers import canonical_url, identify, is_safe_url
from ..core.problems import Rule
from ._check import Check, Example
from ._same import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.entry import Entry

RULE = Rule(
    "duplicate-url",
    "Two works have the same address (http or https, www., a slash at the end and tracking parameters make no other).",
    "Keep one of them, and move what only the other one has; or correct the address.",
)


def _addresses(entry: Entry) -> Iterator[str]:
    named = identify(entry.url)
    # An arXiv id and a DOI have rules of their own; a fragment leads to another work on the same page.
    if is_safe_url(entry.url) and not (named and named.scheme in ("arxiv", "doi")):
        fragment = urlsplit(entry.url).fragment
        yield canonical_url(entry.url) + (f"#{fragment}" if fragment else "")


CHECK = Check(
    RULE,
    same(RULE, "address", _addresses),
    bad=Example(
        """\
# Code

:::{entry} [verl](https://github.com/volcengine/verl)
:key: volcengine-verl
:::

:::{entry} [HybridFlow](http://www.github.com/volcengine/verl/)
:key: volcengine-hybridflow
:::
"""
    ),
    good=Example(
        """\
# Code

:::{entry} [verl](https://github.com/volcengine/verl)
:key: volcengine-verl
:aka: HybridFlow
:::
"""
    ),
)
