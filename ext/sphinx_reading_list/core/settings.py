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


DENSITIES = ("comfortable", "compact")
"""How close to one another cards and their lines may stand."""

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
    Setting("density", "comfortable", (str,), "html",
            "How much room cards take: comfortable or compact. A reader's own choice, kept in the browser, wins."),
    Setting("entry_pages", True, (bool,), "html",
            "Whether each entry has a page of its own, entry/KEY.html: all that is known of it, in all formats."),
    Setting("index_pages", True, (bool,), "html",
            "Whether the list has index pages, by/author/NAME.html and by/year, by/venue, by/kind, by/tag: each entry in the"
            " compact form, without JavaScript."),
    Setting("pictures", True, (bool,), "html",
            "Whether previews of links to these pages show a picture. It is drawn where Pillow is installed (the extra"
            " \"pictures\") and html_baseurl is set."),
    Setting("picture_font", "", (str,), "html",
            "The font of these pictures (.ttf or .otf), relative to the folder of conf.py. Empty: Pillow's own, which has no"
            " letters but Latin ones; a work whose title needs others then has no picture."),
    Setting("cite_sections", True, (bool,), "html",
            "Whether a row above the cards of each section leads to the section's files for citing."),
    Setting("search_sections", True, (bool,), "html",
            "Whether a bar above the cards of a page (of five or more) searches, filters and sorts them."),
    Setting("description", "", (str,), "html",
            "What the list is about, in a sentence, for feeds and llms.txt. Empty: how many works it has."),
    Setting("citation", "", (str,), "env",
            "The CITATION.cff that says how to cite the list, relative to the folder of conf.py. Empty: CITATION.cff beside"
            " conf.py, or one folder up."),
    Setting("id", "", (str,), "html",
            "What tells the list from all others in the ids of its feeds. Empty: html_baseurl, else the project's name."
            " A site that moves keeps its ids by setting it to the old html_baseurl."),
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
    ProgramSetting("order", "none", ("none", "newest", "oldest", "title"),
                   "The order in which a section's entries have to stand: the newest or the oldest first, or by title;"
                   " none asks for none."),
    ProgramSetting("page-size", "400", (),
                   "How many kilobytes of HTML a page of the list may come to, about; an import and check --fix split longer ones."),
    ProgramSetting("https-hosts", (), (), "Further hosts that serve https, with those below them (example.org, too for www.example.org)."),
)  # fmt: skip
