"""Files read with clear errors, and written all or none."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.entry import Location
from ..core.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


class FailedError(Exception):
    """What was asked for can't be done; ``problem`` says why, and nothing has been changed."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; :class:`FailedError` where it can't be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        # ValueError: a path with a zero byte.
        raise FailedError(
            Problem(Code.UNREADABLE_FILE, f"can't be read: {_reason(error)}", Location(str(path)))
        ) from error


def read_text(path: Path, missing: str | None = None) -> str:
    """The text of a file of ours, which is UTF-8, with the line ends it has.

    ``missing`` is what a file that isn't there stands for; without it that is an error as well.
    """
    if missing is not None and not path.exists():
        return missing
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8, and nothing is written over it"
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FailedError(Problem(Code.NOT_UTF8, message, Location(str(path), line))) from error


def write_all(texts: Mapping[Path, str]) -> None:
    """Write all files or none: each beside its place first, then all of them moved there.

    Raises :class:`FailedError` with every file as it was before (a full disk, a folder that may not be written).
    """
    folders: list[Path] = []
    written: dict[Path, Path] = {}
    moved: dict[Path, bytes | None] = {}
    try:
        for path, text in texts.items():
            target = path.resolve()
            _make_folders(target.parent, folders)
            written[target] = _write_beside(target, text)
        for target, temporary in written.items():
            before = target.read_bytes() if target.exists() else None
            temporary.replace(target)
            moved[target] = before
    except (OSError, ValueError) as error:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
        _put_back(moved)
        for folder in reversed(folders):
            folder.rmdir()
        where = getattr(error, "filename", None) or path
        message = f"can't be written: {_reason(error)}; nothing was changed"
        raise FailedError(Problem(Code.UNWRITABLE_FILE, message, Location(str(where)))) from error


def _make_folders(folder: Path, made: list[Path]) -> None:
    if folder.is_dir():
        return
    _make_folders(folder.parent, made)
    folder.mkdir()
    made.append(folder)


def _write_beside(target: Path, text: str) -> Path:
    """The text in a new file in the same folder, with the rights of the old one.

    What is to take the place of another is complete on the disk: a machine that stops has the old one or the new one.
    """
    data = text.encode()
    old = _mode_of(target)
    if old is not None and stat.S_ISDIR(old):
        raise IsADirectoryError(21, "it is a directory", str(target))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if old is not None:
                file.flush()
                os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask() if old is None else stat.S_IMODE(old))
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode_of(path: Path) -> int | None:
    """What kind of file it is, with its rights; ``None`` where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _put_back(moved: Mapping[Path, bytes | None]) -> None:
    for target, before in moved.items():
        if before is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(before)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
