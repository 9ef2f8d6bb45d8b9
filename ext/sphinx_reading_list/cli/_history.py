"""When each entry came into a list, from git's history: read once, from the first commit to the last."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..bib.identity import work_at
from ..core.entry import Location
from ..core.problems import Code, Problem
from ..lists.pages.entry_block import Title, parse_argument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..checks._site import Site
    from ..core.dates import PartialDate

_FENCES = ":`~ "
_BRACKETS = str.maketrans("()[]<>\"'", " " * 8)
# A hook runs with the first ones set, for a folder that isn't ours.
_UNSET = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
_SET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class NoHistoryError(Exception):
    """There is no history to read; the text says why."""


@dataclass(frozen=True)
class History:
    """What the commits said first: the date of each key and work (see :func:`said_by`).

    ``before`` holds what was there already in the oldest commits of a shallow clone: it came earlier, nobody knows when.
    """

    dates: Mapping[str, str] = field(default_factory=dict)
    before: frozenset[str] = frozenset()

    def date_of(self, names: Iterable[str]) -> str:
        """The first date of any of these names, ISO 8601; empty where there is none."""
        return min((self.dates[name] for name in names if name in self.dates), default="")


@dataclass
class DatesAdded:
    """Answers for a list when its entries came (``Site.dates_added``); ``problems`` says what it couldn't find out.

    An entry that no commit has came ``today``, and so did all where there is no history. In a shallow clone, those
    that its oldest commits have already get no date.
    """

    today: PartialDate
    problems: list[Problem] = field(default_factory=list)

    def __call__(self, site: Site, keys: Sequence[str]) -> Mapping[str, str]:
        """The date of each key that has one, ISO 8601."""
        folder = Path(site.folder)
        try:
            history = read_history(folder, [".", *(Path(path).resolve() for path in site.files)])
        except NoHistoryError as error:
            message = f"{error}; entries get today's date"
            self.problems.append(Problem(Code.NO_HISTORY, message, Location(site.folder)))
            return dict.fromkeys(keys, self.today.isoformat())
        names = {key: list(_names(site, key)) for key in keys}
        lost = [key for key, named in names.items() if history.before.intersection(named)]
        if lost:
            message = f"the clone is shallow: {len(lost)} entries are older than its first commit, and get no date"
            self.problems.append(Problem(Code.NO_HISTORY, message, Location(site.folder)))
        today = self.today.isoformat()
        return {key: history.date_of(names[key]) or today for key in keys if key not in lost}


def _names(site: Site, key: str) -> Iterator[str]:
    """What a page may say of an entry: its key, and the work that it leads to."""
    entry = site.works[key]
    yield f"key {key}"
    for address in (entry.url, *(card.curated.url for card in site.catalogue.by_key[key])):
        if address:
            yield work_at(address)


def read_history(folder: Path, paths: Sequence[str | Path] = (".",)) -> History:
    """What was first said when, in the files that were ever at these paths, as seen from a folder (``.``: all in it).

    Raises :class:`NoHistoryError` where there is no git, no repository, or git refuses.
    """
    git = _Git(folder)
    root = git.root()
    oldest = git.oldest_of_shallow()
    if not git.has_commits():
        return History()
    dates: dict[str, str] = {}
    before: set[str] = set()
    commit = date = ""
    inside = [str(path) for path in paths if root in (folder / path).resolve().parents or str(path) == "."]
    for line in git.log(inside) if inside else ():
        if line.startswith("\0"):
            commit, _, date = line[1:].partition(" ")
        elif line.startswith("+") and not line.startswith("+++ "):
            for name in said_by(line.lstrip("+ ")):
                if commit in oldest:
                    before.add(name)
                elif name not in dates or date < dates[name]:
                    dates[name] = date
    return History(dates, frozenset(before))


def said_by(line: str) -> Iterator[str]:
    """The entries that a line of a page names: ``key KEY``, and each address as the work that it leads to."""
    text = line.strip()
    start = text.lstrip(_FENCES)
    if start.startswith("{entry}"):
        argument = parse_argument(start.removeprefix("{entry}").strip())
        if isinstance(argument, Title):
            yield work_at(argument.url)
        elif argument:
            yield f"key {argument}"
    elif start.startswith("key:"):
        yield f"key {start.removeprefix('key:').strip()}"
    if "http" in text:
        yield from (work_at(word) for word in text.translate(_BRACKETS).split() if word.startswith("http"))


class _Git:
    """Git, asked about one folder; it changes nothing, and runs no program that a repository names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = shutil.which("git") or ""
        if not self.program:
            raise NoHistoryError("there is no git")
        self.environment = {name: value for name, value in os.environ.items() if name not in _UNSET} | _SET

    def root(self) -> Path:
        """The folder of the repository."""
        return Path(self._run("rev-parse", "--show-toplevel").rstrip("\n")).resolve()

    def oldest_of_shallow(self) -> frozenset[str]:
        """The commits at which a shallow clone ends; none in a whole one."""
        if self._run("rev-parse", "--is-shallow-repository").strip() != "true":
            return frozenset()
        listed = self.folder / self._run("rev-parse", "--git-path", "shallow").strip()
        return frozenset(listed.read_text(encoding="ascii").split()) if listed.is_file() else frozenset()

    def has_commits(self) -> bool:
        """Whether anything was ever committed."""
        try:
            return bool(self._run("rev-parse", "--verify", "--quiet", "HEAD"))
        except NoHistoryError:
            return False

    def log(self, paths: Sequence[str]) -> Iterator[str]:
        """The commits from the first to the last: a line of a zero byte, the commit and its date, then what it added."""
        text = self._run(
            "log", "--reverse", "-p", "--cc", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
            "--no-renames", "--format=%x00%H %cs", "--", *paths,
        )  # fmt: skip
        yield from text.split("\n")

    def _run(self, *arguments: str) -> str:
        command = [self.program, "--no-pager", "--literal-pathspecs", "-c", "log.showSignature=false", *arguments]
        try:
            done = subprocess.run(  # noqa: S603  (git itself, without a shell; paths stand behind --)
                command,
                cwd=self.folder,
                env=self.environment,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
        except OSError as error:
            raise NoHistoryError(f"git can't be run: {(error.strerror or str(error)).lower()}") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
            raise NoHistoryError(f"git says: {said or 'nothing'}")
        return done.stdout.decode("utf-8", "replace")
