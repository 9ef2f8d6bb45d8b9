"""The kinds of entries: one table, a line a kind."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of entry: its name in options and ``data-kind``, how a card says it, its icon, and its BibTeX types."""

    name: str
    label: str
    plural: str
    icon: str
    bibtex_types: tuple[str, ...] = ()


KINDS = (
    Kind("paper", "Paper", "Papers", "file", ("article", "inproceedings", "conference", "incollection", "techreport", "report",
         "phdthesis", "mastersthesis", "thesis", "unpublished", "inbook", "suppperiodical")),
    Kind("repository", "Repository", "Repositories", "repo", ("software",)),
    Kind("model", "Model", "Models", "cpu"),
    Kind("dataset", "Dataset", "Datasets", "database", ("dataset",)),
    Kind("video", "Video", "Videos", "video", ("video", "movie")),
    Kind("post", "Post", "Posts", "comment"),
    Kind("article", "Article", "Articles", "browser", ("online", "electronic", "www")),
    Kind("talk", "Talk", "Talks", "megaphone"),
    Kind("book", "Book", "Books", "book", ("book", "mvbook", "collection", "proceedings", "booklet", "manual", "reference")),
    Kind("course", "Course", "Courses", "mortar-board"),
    Kind("tool", "Tool", "Tools", "tools"),
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}
_BY_TYPE = {name: kind.name for kind in KINDS for name in kind.bibtex_types}


def kind_of_type(bibtex_type: str) -> str:
    """The kind that a BibTeX entry type stands for, or an empty string (``misc`` says nothing)."""
    return _BY_TYPE.get(bibtex_type.lower(), "")
