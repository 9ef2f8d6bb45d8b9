"""What the label of a link says when it only names what is behind it: ``paper``, ``[Code]``, ``official page``."""

from __future__ import annotations

import re
from functools import lru_cache

from .markers import take_markers
from .plain import unbracketed

_BY_ROLE = {
    "paper": "paper papers pdf arxiv abs abstract preprint doi openreview acl aclanthology ieee acm springer manuscript"
    " article publication proceedings pubmed biorxiv 论文 原文 論文 知网 статья artículo 논문 pmlr neurips cvf",
    "repository": "code codes github git repo repository implementation source sources gitlab codebase 代码 源码 源代码 код código コード 코드 torch"
    " pytorch tensorflow tf jax keras caffe matlab unofficial",
    "dataset": "dataset datasets data benchmark corpus 数据 数据集",
    "model": "model models weights checkpoint checkpoints hf huggingface modelscope hugging face 模型",
    "video": "video videos youtube bilibili recording 视频 видео vídeo 動画 영상",
    "talk": "slides slide talk presentation poster ppt 幻灯片 folien слайды diapositivas",
    "post": "tweet twitter x 𝕏 thread linkedin reddit zhihu post wechat weibo 知乎",
    "tool": "demo demos colab notebook notebooks space spaces playground app leaderboard",
    "article": "blog blogs blogpost website web site webpage homepage home page project projects docs documentation"
    " documents news announcement 博客 主页 项目 官网 wiki medium 网页 ページ",
    "": "link links here this url html supp supplementary supplemental material appendix bibtex bib citation cite review reviews"
    " notes note media official project-page 链接 ссылка enlace lien 링크 豆瓣",
}
FRAMEWORKS = frozenset("torch pytorch tensorflow jax keras caffe matlab".split())
"""Labels of code that are the names of things, too."""
_EMPTY = frozenset("link links here this url website page 链接 ссылка enlace lien 링크".split())
_ROLES = {word: role for role, words in _BY_ROLE.items() for word in words.split()}
_FILLERS = frozenset(
    "more official our author's authors stars star repo version extended full text the of a v1 v2 v3 v4 and & + 1 2 3 4 5 i ii".split()
)
_LINK_ENDS = ("链接", "地址", "鏈接", "連結", "リンク")
_WORD = re.compile(r"[^\s/|,:;()\[\]_'’\"–—-]+")
_VENUE_TAIL = re.compile(r"(?:[a-z]+)?(?:(?:19|20)?\d\d)")


@lru_cache(4096)  # the same few labels stand in every entry
def role_of_label(label: str) -> str | None:
    """The kind of thing that a label names (empty: it says nothing of it); ``None`` where it isn't such a label."""
    text = unbracketed(take_markers(label)[0]).casefold()
    first = _WORD.search(text)
    if first is None or first.group() in ("a", "an", "the") or not _may_be_label(first.group()):
        # "A talk" is what something is called.
        return None
    words = _WORD.findall(text)
    if len(words) > 5:
        return None
    words = [_without_link(word) for word in words]
    roles = [_ROLES[word] for word in words if word in _ROLES]
    known = all(word in _ROLES or word in _FILLERS or _is_year(word, words) for word in words)
    if not roles or not known:
        return None
    return next((role for role in roles if role), "")


def _may_be_label(word: str) -> bool:
    """Whether a label may begin with a word: most texts are told to be none by the first one."""
    word = _without_link(word)
    return word in _ROLES or word in _FILLERS or word[-1:].isdigit()


def _without_link(word: str) -> str:
    """A word of a label without what says "link" or "address" at its end: ``论文链接``."""
    return next((short for end in _LINK_ENDS if (short := word.removesuffix(end)) != word and short), word)


def says_nothing(label: str) -> bool:
    """Whether a label is only there to be clicked on."""
    return unbracketed(label).casefold().strip(" .:") in _EMPTY


def _is_year(word: str, words: list[str]) -> bool:
    """Whether a word of a label is a venue or a year beside the name: ``Paper-CVPR14``."""
    return len(words) > 1 and bool(_VENUE_TAIL.fullmatch(word))
