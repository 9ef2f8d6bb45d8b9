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
_HOSTS = frozenset(
    "aclanthology.org aclweb.org acm.org ai.meta.com ai.stanford.edu amazon.com anthology.aclweb.org anthropic.com"
    " apple.com bair.berkeley.edu biorxiv.org blog.google cambridge.org cell.com cs.cmu.edu cs.stanford.edu"
    " cs224n.stanford.edu cs231n.stanford.edu csail.mit.edu cv-foundation.org deepmind.com deepmind.google"
    " developer.nvidia.com dl.acm.org doi.org dropbox.com dx.doi.org gist.github.com github.com gitlab.com hal.science"
    " hf.co ieeexplore.ieee.org inria.hal.science jmlr.csail.mit.edu jmlr.org kaggle.com linkedin.com link.springer.com"
    " media.neurips.cc medrxiv.org mit.edu mitpress.mit.edu nature.com neurips.cc nips.cc nlp.stanford.edu ocw.mit.edu"
    " openaccess.thecvf.com openreview.net openslr.org osf.io papers.neurips.cc papers.nips.cc papers.ssrn.com"
    " people.csail.mit.edu pnas.org proceedings.mlr.press proceedings.neurips.cc pytorch.org reddit.com researchgate.net"
    " science.org sciencedirect.com semanticscholar.org springer.com stackoverflow.com"
    " stanford.edu ssrn.com t.co tensorflow.org thecvf.com twitter.com usenix.org vimeo.com vision.stanford.edu"
    " web.mit.edu web.stanford.edu x.com youtu.be zenodo.org".split()
)
_DOMAINS = frozenset(
    "arxiv.org bsky.app coursera.org github.io gitlab.io googleapis.com google.com huggingface.co medium.com mozilla.org"
    " notion.site openai.com python.org readthedocs.io substack.com wikimedia.org wikipedia.org youtube.com"
    " zhihu.com".split()
)
"""Domains of which every host serves https, and leads there from http. Of a university's that can't be said."""


def _serves(site: Site, host: str) -> bool:
    labels = host.split(".")
    above = {".".join(labels[index:]) for index in range(len(labels))}
    return host in _HOSTS or not above.isdisjoint(_DOMAINS) or not above.isdisjoint(site.settings["https-hosts"])


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
