"""All settings, each declared once: the extension and the program check them, the docs list them from here."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Setting(NamedTuple):
    """A setting of ``conf.py``: its name behind ``reading_list_``, default, the types it takes, and what it is for.

    ``rebuild`` says what a change makes Sphinx do again (``env``: read all pages, ``html``: write them).
    """

    name: str
    default: object
    types: tuple[type, ...]
    rebuild: Literal["env", "html"]
    help: str

    @property
    def config_name(self) -> str:
        """Its full name in ``conf.py``."""
        return f"reading_list_{self.name}"


SETTINGS = (
    Setting("bib", "", (str,), "env",
            "The .bib file, relative to the folder of conf.py. Empty: refs.bib beside conf.py, or one folder up."),
    Setting("folder", "list", (str,), "env",
            "The folder of the list's pages, relative to the folder of conf.py; section names leave it out."),
    Setting("metrics", "metrics.json", (str,), "env",
            "The file with citation counts and stars, relative to the folder of conf.py. It may be absent."),
    Setting("repository", "", (str,), "html",
            "The repository's address, for edit links. Empty: taken from Read the Docs' environment; else no links."),
    Setting("branch", "", (str,), "html",
            "The branch that edit links lead to. Empty: Read the Docs' environment, else main."),
    Setting("docs_folder", "docs", (str,), "html",
            "The folder of conf.py within the repository, for edit links."),
    Setting("contribute", "", (str,), "html",
            "The page (its name without ending) that says how to contribute. An empty section leads there where no"
            " repository is known."),
    Setting("authors_shown", 6, (int,), "html",
            "How many authors a card shows at once; the others unfold. At least 1."),
)  # fmt: skip


class ProgramSetting(NamedTuple):
    """A setting of ``[tool.reading-list]`` in ``pyproject.toml``: its name, default, the values that it may have (none
    listed: any of the default's type), and what it is for. A list holds texts."""

    name: str
    default: str | tuple[str, ...]
    choices: tuple[str, ...]
    help: str


PROGRAM_SETTINGS = (
    ProgramSetting("list", "", (), "The folder of the list's pages. Empty: docs/list, else list."),
    ProgramSetting("bib", "", (), "The .bib file. Empty: refs.bib, in the current folder or beside the list's."),
    ProgramSetting("metrics", "", (), "The file of citation counts and stars. Empty: metrics.json beside the list's folder."),
    ProgramSetting("select", (), (), "The codes that are looked for. Empty: all that are on by default."),
    ProgramSetting("ignore", (), (), "Codes that aren't reported."),
    ProgramSetting("order", "none", ("none", "newest", "title"),
                   "The order in which a section's entries have to stand: none, the newest first, or by title."),
    ProgramSetting("https-hosts", (), (), "Further hosts that serve https, beside those that the program knows."),
)  # fmt: skip
