"""Known places on the web: what an address there is, and how its link is called and drawn.

One table, a line a place. An address of no known place is a web page, called after its host.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .identifiers import arxiv_id, doi, github_repository, host_of, path_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from .entry import Link


class Face(NamedTuple):
    """How a link is shown: a name that makes sense alone (``GitHub: open-instruct``), an icon, and what it leads to.

    ``kind`` is the link's kind in ``entries.json`` (``code``, ``pdf``, ``dataset``, …).
    """

    name: str
    icon: str
    kind: str


class Place(NamedTuple):
    """Where on the web: hosts with all below them, and of their paths those that begin so and have so many parts."""

    hosts: tuple[str, ...]
    first: tuple[str, ...]
    least: int

    def holds(self, path: tuple[str, ...]) -> bool:
        """Whether a path on one of the hosts is there."""
        return len(path) >= self.least and (not self.first or (bool(path) and path[0] in self.first))


class Site(NamedTuple):
    """A known place: where it is, its name, icon and link kind, the kind of an entry that lives there,
    and what of the address names the thing (``owner/name`` of a repository; empty: nothing does)."""

    place: Place
    name: str
    icon: str
    link_kind: str
    entry_kind: str
    subject: Callable[[tuple[str, ...], str], str] = lambda parts, url: ""


def _at(*hosts: str, first: tuple[str, ...] = (), least: int = 0) -> Place:
    return Place(hosts, first, least)


def _part(index: int, prefix: str = "") -> Callable[[tuple[str, ...], str], str]:
    return lambda parts, url: prefix + parts[index] if len(parts) > index else ""


def _joined(start: int, stop: int) -> Callable[[tuple[str, ...], str], str]:
    return lambda parts, url: "/".join(parts[start:stop])


SITES = (
    Site(_at("arxiv.org", first=("pdf",)), "PDF", "file-pdf", "pdf", "paper"),
    Site(_at("arxiv.org"), "arXiv", "arxiv", "arxiv", "paper", lambda parts, url: arxiv_id("/".join(parts[1:]))),
    Site(_at("doi.org"), "DOI", "doi", "doi", "paper", lambda parts, url: doi(url)),
    Site(_at("openreview.net"), "OpenReview", "comment-discussion", "openreview", "paper"),
    Site(_at("aclanthology.org"), "ACL Anthology", "file", "acl", "paper"),
    Site(_at("researchgate.net", "semanticscholar.org", "proceedings.mlr.press", "papers.nips.cc", "proceedings.neurips.cc",
             "dl.acm.org", "ieeexplore.ieee.org", "link.springer.com", "openaccess.thecvf.com", "biorxiv.org", "medrxiv.org", "hal.science", "papers.neurips.cc", "proceedings.mlsys.org", "jmlr.org",
             "ojs.aaai.org", "sciencedirect.com", "pnas.org", "journals.plos.org", "academic.oup.com", "onlinelibrary.wiley.com",
             "eprint.iacr.org", "vldb.org", "roboticsproceedings.org", "isca-speech.org", "aclweb.org"),
         "", "file", "paper", "paper"),
    Site(_at("usenix.org", first=("conference", "system", "legacy")), "", "file", "paper", "paper"),
    Site(_at("nature.com", first=("articles",)), "", "file", "paper", "paper"),
    Site(_at("scholar.google.com"), "Google Scholar", "googlescholar", "scholar", "article"),
    Site(_at("github.com", least=2), "GitHub", "github", "code", "repository", lambda parts, url: github_repository(url)),
    Site(_at("github.com"), "GitHub", "github", "code", "article", _part(0)),
    Site(_at("gist.github.com"), "Gist", "github", "code", "repository", _part(0)),
    Site(_at("gitlab.com", least=2), "GitLab", "gitlab", "code", "repository", _joined(0, 2)),
    Site(_at("huggingface.co", "hf.co", first=("datasets",), least=2), "Dataset", "huggingface", "dataset", "dataset", _joined(1, 3)),
    Site(_at("huggingface.co", "hf.co", first=("collections",)), "Hugging Face collection", "huggingface", "collection", "model",
         _joined(1, 3)),
    Site(_at("huggingface.co", "hf.co", first=("spaces",)), "Demo", "huggingface", "demo", "tool", _joined(1, 3)),
    Site(_at("huggingface.co", "hf.co", first=("papers",)), "Hugging Face paper", "huggingface", "paper", "paper", _part(1)),
    Site(_at("huggingface.co", "hf.co", first=("blog", "docs", "learn")), "Hugging Face", "huggingface", "web", "article", _part(1)),
    Site(_at("huggingface.co", "hf.co", least=2), "Model", "huggingface", "model", "model", _joined(0, 2)),
    Site(_at("huggingface.co", "hf.co"), "Hugging Face", "huggingface", "web", "model", _part(0)),
    Site(_at("modelscope.cn"), "ModelScope", "cpu", "model", "model"),
    Site(_at("x.com", "twitter.com"), "𝕏 post", "x", "post", "post", _part(0, "@")),
    Site(_at("bsky.app"), "Bluesky post", "bluesky", "post", "post", _part(1, "@")),
    Site(_at("linkedin.com"), "LinkedIn", "comment", "post", "post"),
    Site(_at("reddit.com"), "Reddit", "reddit", "post", "post"),
    Site(_at("zhihu.com"), "Zhihu", "zhihu", "post", "post"),
    Site(_at("mp.weixin.qq.com"), "WeChat", "wechat", "post", "post"),
    Site(_at("youtube.com", "youtu.be"), "YouTube", "youtube", "video", "video"),
    Site(_at("bilibili.com", "b23.tv"), "Bilibili", "bilibili", "video", "video"),
    Site(_at("vimeo.com"), "Vimeo", "vimeo", "video", "video"),
    Site(_at("slideslive.com"), "SlidesLive", "video", "video", "talk"),
    Site(_at("docs.google.com", first=("presentation",)), "Slides", "googleslides", "slides", "talk"),
    Site(_at("docs.google.com", "drive.google.com"), "Google Drive", "googledocs", "web", "article"),
    Site(_at("colab.research.google.com"), "Colab", "googlecolab", "notebook", "tool"),
    Site(_at("kaggle.com"), "Kaggle", "kaggle", "dataset", "dataset"),
    Site(_at("zenodo.org"), "Zenodo", "database", "dataset", "dataset"),
    Site(_at("coursera.org", "ocw.mit.edu"), "Course", "mortar-board", "course", "course"),
    Site(_at("notion.site", "notion.so"), "Notion", "notion", "web", "article"),
    Site(_at("medium.com"), "Medium", "medium", "web", "article"),
    Site(_at("substack.com"), "Substack", "substack", "web", "article"),
)  # fmt: skip
_GENERIC_LABELS = frozenset(
    "arxiv pdf paper link here url website webpage web page site home homepage github code repo repository hf huggingface"
    " model models dataset datasets data twitter x 𝕏 tweet post youtube video blog docs.google openreview doi 🤗 📰".split()
)


_CACHED = 65536
_BY_HOST: dict[str, list[int]] = {}
"""Where in the table the sites of each host are."""
for _number, _one in enumerate(SITES):
    for _host in _one.place.hosts:
        _BY_HOST.setdefault(_host, []).append(_number)


@lru_cache(_CACHED)  # several questions are asked of each address, by one stage after the other
def _site(url: str) -> Site | None:
    """The first site of the table that an address is on; what holds of a host holds of all hosts below it."""
    host, path = host_of(url), path_parts(url)
    found: list[int] = []
    while host:
        if host in _BY_HOST:
            found += [number for number in _BY_HOST[host] if SITES[number].place.holds(path)]
        host = host.partition(".")[2]
    return SITES[min(found)] if found else None


@lru_cache(_CACHED)  # as above
def kind_of_url(url: str) -> str:
    """The kind of entry that an address suggests; ``article`` where nothing is known of the place."""
    if site := _site(url):
        return site.entry_kind
    parts = path_parts(url)
    return "paper" if parts and parts[-1].lower().endswith(".pdf") else "article"


@lru_cache(_CACHED)  # a card, its page and entries.json ask for the same ones
def face_of(link: Link) -> Face:
    """How a link is shown."""
    site = _site(link.url)
    label = link.label.strip()
    says_nothing = label.casefold().strip("[]() ") in _GENERIC_LABELS
    host = host_of(link.url) or link.url
    if site is None:
        if link.url.casefold().split("?")[0].endswith(".pdf"):
            return Face(f"PDF ({host})", "file-pdf", "pdf")
        return Face(host if not label or _names_host(label, host) else f"{label} ({host})", "link", "web")
    subject = site.subject(path_parts(link.url), link.url)
    if not subject and label and not says_nothing and not _names_host(label, host):
        subject = label
    name = f"{site.name or host}: {subject}" if subject else site.name or host
    return Face(name, site.icon, site.link_kind)


def _names_host(label: str, host: str) -> bool:
    return label.casefold().strip("[]()/ ") in host


_HOSTING = frozenset(
    "github.io gitlab.io notion.site substack.com medium.com blogspot.com wordpress.com hf.space readthedocs.io"
    " netlify.app vercel.app pages.dev co.uk ac.uk com.cn edu.cn co.jp ac.jp com.au".split()
)


def site_label(url: str) -> str:
    """Who stands behind an address, for a key: the owner of a repository, else the host's own label (``unsloth``)."""
    if repository := github_repository(url):
        return repository.partition("/")[0]
    labels = {"hf.co": "huggingface.co", "youtu.be": "youtube.com"}.get(host_of(url), host_of(url)).split(".")
    own = 3 if ".".join(labels[-2:]) in _HOSTING and len(labels) > 2 else 2
    return labels[-own] if len(labels) > 1 else labels[0]
