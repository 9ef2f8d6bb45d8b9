"""The program's settings: ``[tool.reading-list]`` of ``pyproject.toml`` in the current folder."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.entry import Location
from ..core.nearest import Nearest
from ..core.problems import Code, Problem
from ..core.settings import PROGRAM_SETTINGS
from ._files import FailedError, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.settings import ProgramSetting

FILE = Path("pyproject.toml")
_BY_NAME = {setting.name: setting for setting in PROGRAM_SETTINGS}


def read_settings() -> Mapping[str, str | tuple[str, ...]]:
    """Each setting with its value or default; :class:`FailedError` where one can't be used."""
    try:
        content = tomllib.loads(read_text(FILE, missing=""))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _bad(f"can't be read: {error}") from error
    tool = content.get("tool", {})
    table = tool.get("reading-list", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise _bad("tool.reading-list is no table")
    values: dict[str, str | tuple[str, ...]] = {setting.name: setting.default for setting in PROGRAM_SETTINGS}
    for name, value in table.items():
        if name not in _BY_NAME:
            raise _bad(f"{name!r} is no setting{Nearest(_BY_NAME).hint(name)}; there are: {', '.join(_BY_NAME)}")
        values[name] = _checked(_BY_NAME[name], value)
    return values


def _checked(setting: ProgramSetting, value: Any) -> str | tuple[str, ...]:
    if isinstance(setting.default, tuple):
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise _bad(f'{setting.name} takes a list of texts, like ["…"], and not {value!r}')
        return tuple(value)
    if setting.default.isdecimal():
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise _bad(f"{setting.name} takes a whole number above 0, and not {value!r}")
        return str(value)
    if not isinstance(value, str) or (setting.choices and value not in setting.choices):
        wanted = f"one of {', '.join(setting.choices)}" if setting.choices else "a text"
        raise _bad(f"{setting.name} takes {wanted}, and not {value!r}")
    return value


def _bad(message: str) -> FailedError:
    return FailedError(Problem(Code.BAD_SETTING, message, Location(str(FILE))))
