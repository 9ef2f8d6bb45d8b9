"""An http address of a host that serves https."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.identifiers import host_of
from ..core.problems import Problem, Rule
from ._addresses import addresses, with_addresses
from ._check import Check, Example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ._site import Site

RULE = Rule(
    "http-link",
    "An http address of a host that is known to serve https.",
    "Write https://. --fix does it. The setting https-hosts names further hosts.",
)
HOSTS = frozenset(
    "aclanthology.org acm.org ai.meta.com amazon.com anthropic.com apple.com arxiv.org biorxiv.org blog.google"
    " bsky.app cornell.edu coursera.org cvf.com deepmind.com deepmind.google doi.org dropbox.com dx.doi.org"
    " gist.github.com github.com github.io gitlab.com gitlab.io google.com googleapis.com hal.science hf.co"
    " huggingface.co ieee.org jmlr.org kaggle.com linkedin.com medium.com microsoft.com mit.edu mlr.press mozilla.org"
    " nature.com neurips.cc nips.cc nvidia.com openai.com openreview.net osf.io python.org pytorch.org reddit.com"
    " researchgate.net science.org semanticscholar.org springer.com stackexchange.com stackoverflow.com stanford.edu"
    " substack.com thecvf.com twitter.com vimeo.com wikimedia.org wikipedia.org x.com youtu.be youtube.com zenodo.org"
    " zhihu.com".split()
)
"""Hosts, and those below them, of which it is known that they serve https and lead there from http."""


def _serves(site: Site, host: str) -> bool:
    labels = host.split(".")
    return any(".".join(labels[index:]) in (*HOSTS, *site.settings["https-hosts"]) for index in range(len(labels)))


def _run(site: Site) -> Iterator[Problem]:
    for url, place in addresses(site):
        if url.lower().startswith("http://") and _serves(site, host_of(url)):
            yield Problem(RULE, f"{url} could be https{url[4:]}", place)


def _fix(site: Site, problems: Sequence[Problem]) -> Mapping[str, str]:
    wanted = {problem.location for problem in problems}
    changes: dict[str, list[tuple[int, str, str]]] = {}
    for problem in _run(site):
        if problem.location in wanted:
            url = problem.message.split()[0]
            changes.setdefault(problem.location.path, []).append((problem.location.line, url, f"https{url[4:]}"))
    return {path: with_addresses(site.texts()[path], found) for path, found in changes.items() if path in site.texts()}


_PAGE = "# Code\n\n:::{{entry}} [verl]({}://github.com/volcengine/verl)\n:key: volcengine-verl\n:::\n"
CHECK = Check(RULE, _run, bad=Example(_PAGE.format("http")), good=Example(_PAGE.format("https")), fix=_fix)
