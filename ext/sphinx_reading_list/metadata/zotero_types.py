"""What Zotero calls a work (https://api.zotero.org/itemTypes); other programs pass over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .work import Work

_BY_FORM = {
    "article": "preprint", "article-journal": "journalArticle", "periodical": "journalArticle", "paper-conference": "conferencePaper",
    "book": "book", "pamphlet": "document", "chapter": "bookSection", "entry-encyclopedia": "encyclopediaArticle",
    "report": "report", "thesis": "thesis", "manuscript": "manuscript", "software": "computerProgram",
    "dataset": "dataset", "patent": "patent", "motion_picture": "videoRecording", "speech": "presentation",
    "post": "forumPost", "post-weblog": "blogPost",
}  # fmt: skip


def zotero_type(work: Work) -> str:
    """The name of its item type; a page on the web is a ``webpage``."""
    return _BY_FORM.get(work.form, "webpage")
