"""What a work is in CSL (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.identifiers import host_of

if TYPE_CHECKING:
    from ..core.entry import Entry
    from ..core.record import Record

_BY_RECORD = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "proceedings": "book",
    "mvproceedings": "book", "reference": "book", "mvreference": "book", "manual": "book", "booklet": "pamphlet",
    "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "suppcollection": "chapter", "inreference": "entry-encyclopedia",
    "report": "report", "techreport": "report", "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "unpublished": "manuscript", "software": "software", "dataset": "dataset", "patent": "patent",
    "video": "motion_picture", "movie": "motion_picture",
}  # fmt: skip
_BY_KIND = {
    "paper": "article", "repository": "software", "model": "software", "tool": "software", "dataset": "dataset",
    "video": "motion_picture", "talk": "speech", "post": "post", "book": "book",
}  # fmt: skip
_PAGES = frozenset(("online", "electronic", "www"))
_SITES = {
    "arxiv.org": "arXiv", "openreview.net": "OpenReview", "github.com": "GitHub", "gist.github.com": "GitHub",
    "gitlab.com": "GitLab", "huggingface.co": "Hugging Face", "hf.co": "Hugging Face", "modelscope.cn": "ModelScope",
    "kaggle.com": "Kaggle", "zenodo.org": "Zenodo", "x.com": "X", "twitter.com": "X", "bsky.app": "Bluesky",
    "linkedin.com": "LinkedIn", "reddit.com": "Reddit", "zhihu.com": "Zhihu", "zhuanlan.zhihu.com": "Zhihu",
    "mp.weixin.qq.com": "WeChat", "medium.com": "Medium", "youtube.com": "YouTube", "youtu.be": "YouTube",
    "bilibili.com": "Bilibili", "vimeo.com": "Vimeo",
}  # fmt: skip


def csl_type(entry: Entry, record: Record | None) -> str:
    """The CSL type: the record's where it says one, else that of the entry's kind.

    A preprint is an ``article``, whatever its record calls it: what CSL's styles expect of one.
    """
    named = _BY_RECORD.get(record.type, "") if record else ""
    if entry.identifier("arxiv") and not entry.venue and named in ("", "article-journal"):
        return "article"
    if named:
        return named
    if record and record.type in _PAGES:
        return _page(entry)
    return _BY_KIND.get(entry.kind) or _page(entry)


def _page(entry: Entry) -> str:
    return "post-weblog" if "blog" in entry.url.casefold() else "webpage"


def site_name(url: str) -> str:
    """How a known site calls itself; an empty string for others."""
    return _SITES.get(host_of(url), "")
