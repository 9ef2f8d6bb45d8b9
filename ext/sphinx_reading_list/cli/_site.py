"""A whole list read from disk, without Sphinx: its pages in order, its .bib file, its numbers."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from ..checks._plain_lists import plain_lists
from ..checks._site import Site
from ..core.entry import Location
from ..core.problems import Code, Problem
from ..lists.pages.toctree import page_order
from ._files import FailedError, read_text
from ._settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Settings = Mapping[str, str | tuple[str, ...]]

_FOLDERS = (Path("docs/list"), Path("list"))
_PATH = click.Path(path_type=Path)


def site_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads a whole list."""
    for option in (
        click.option(
            "--metrics",
            type=_PATH,
            help="The file of citation counts and stars.  [default: beside the folder of pages]",
        ),
        click.option(
            "--bib", type=_PATH, help="The .bib file.  [default: refs.bib, here or beside the folder of pages]"
        ),
        click.option("--list", "folder", type=_PATH, help="The folder of the pages.  [default: docs/list, else list]"),
    ):
        command = option(command)
    return command


def load_site(folder: Path | None, bib: Path | None, metrics: Path | None) -> Site:
    """The list of the current folder; :class:`FailedError` where there is none, or a file can't be read.

    What isn't said is taken from the settings, and else looked for in the usual places.
    """
    settings = read_settings()
    folder = _folder(folder or _path(settings, "list"))
    bib = bib or _path(settings, "bib")
    metrics = metrics or _path(settings, "metrics")
    bib_path = bib or _first([Path("refs.bib"), folder.parent / "refs.bib"])
    metrics_path = metrics or folder.parent / "metrics.json"
    pages = _pages(folder)
    return Site(
        pages=pages,
        bib=read_text(bib_path, missing=None if bib else ""),
        bib_path=bib_path.as_posix(),
        metrics=read_text(metrics_path, missing=None if metrics else ""),
        metrics_path=metrics_path.as_posix(),
        folder=folder.as_posix(),
        files=_plain_lists(pages),
        others=_others(folder),
        settings=settings,
    )


def _path(settings: Settings, name: str) -> Path | None:
    value = settings[name]
    return Path(value) if value and isinstance(value, str) else None


def _folder(named: Path | None) -> Path:
    folder = named or next((known for known in _FOLDERS if known.is_dir()), None)
    if folder is None:
        message = f"there is neither {' nor '.join(known.as_posix() for known in _FOLDERS)} here"
        raise FailedError(Problem(Code.NO_LIST, message))
    if not folder.is_dir():
        raise FailedError(Problem(Code.NO_LIST, "is no folder", Location(folder.as_posix())))
    return folder


def _first(paths: list[Path]) -> Path:
    return next((path for path in paths if path.exists()), paths[0])


def _pages(folder: Path) -> dict[str, str]:
    """The pages by their path, in the order of the site; folders whose name begins with ``_`` or ``.`` hold none."""
    found = {
        path.relative_to(folder.parent).with_suffix("").as_posix(): path
        for path in sorted(folder.rglob("*.md"))
        if path.is_file() and not any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts[:-1])
    }
    texts = {name: read_text(path) for name, path in found.items()}
    first = folder.parent / "index.md"
    above = {"index": read_text(first)} if first.is_file() and "index" not in texts else {}
    order = page_order({**texts, **above}, "index", f"{folder.name}/index")
    return {found[name].as_posix(): texts[name] for name in order if name in texts}


def _others(folder: Path) -> dict[str, str]:
    """The pages of the Sphinx project that are none of the list, for what they cite; none where there is no project."""
    if not (folder.parent / "conf.py").is_file():
        return {}
    found: dict[str, str] = {}
    for path in sorted(folder.parent.rglob("*")):
        is_page = path.suffix in (".md", ".rst", ".ipynb") and not (path.suffix == ".md" and folder in path.parents)
        hidden = any(part.startswith(("_", ".")) for part in path.relative_to(folder.parent).parts[:-1])
        if is_page and not hidden and path.is_file():
            with suppress(OSError):  # it is only asked for what it cites
                found[path.as_posix()] = path.read_bytes().decode("utf-8", "replace")
    return found


def _plain_lists(pages: Mapping[str, str]) -> dict[str, str]:
    """The lists that pages take in with ``{entries}``; one that isn't there is reported by the build."""
    named: Iterable[str] = (
        shown for path, text in pages.items() for source, shown, _ in plain_lists(text, path) if source is None
    )
    return {shown: read_text(Path(shown)) for shown in dict.fromkeys(named) if Path(shown).is_file()}
