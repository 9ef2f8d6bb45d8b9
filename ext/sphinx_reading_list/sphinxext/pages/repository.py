"""Where the list's pages live in version control, for "edit" and "suggest" links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ...core.identifiers import host_of, is_safe_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on the web: its address without ``.git``, a branch, and the folder of ``conf.py`` in it."""

    url: str
    branch: str
    folder: str

    @classmethod
    def of(cls, config: Config, environ: Mapping[str, str]) -> Repository | None:
        """The repository that the settings or Read the Docs' environment name; None if neither does."""
        url = config.reading_list_repository or environ.get("READTHEDOCS_GIT_CLONE_URL", "")
        url = url.removesuffix("/").removesuffix(".git")
        if not is_safe_url(url):
            return None
        # A pull request's identifier is its number, which is no branch: its commit is one to link to.
        name = "COMMIT_HASH" if environ.get("READTHEDOCS_VERSION_TYPE") == "external" else "IDENTIFIER"
        branch = config.reading_list_branch or environ.get(f"READTHEDOCS_GIT_{name}", "") or "main"
        return cls(url, branch, config.reading_list_docs_folder.strip("/"))

    def line_url(self, path: str, line: int) -> str:
        """The address of a line of a page's source, one click from the editor; ``path`` is relative to ``conf.py``."""
        where = quote(f"{self.branch}/{self.folder}/{path}" if self.folder else f"{self.branch}/{path}")
        middle = "-/blob" if "gitlab" in host_of(self.url) else "blob"
        return f"{self.url}/{middle}/{where}?plain=1#L{line}"

    def suggest_url(self, section: str = "") -> str:
        """The address of a new issue, filled in as a suggestion of an entry."""
        body = "\n".join((
            "- Title:",
            "- Link (arXiv, DOI or other address):",
            f"- Section: {section}",
            "- Why it belongs on the list:",
        ))  # fmt: skip
        if "gitlab" in host_of(self.url):
            query = {"issue[title]": "Suggest an entry: ", "issue[description]": body}
            return f"{self.url}/-/issues/new?{urlencode(query, quote_via=quote)}"
        query = {"title": "Suggest an entry: ", "body": body}
        return f"{self.url}/issues/new?{urlencode(query, quote_via=quote)}"
