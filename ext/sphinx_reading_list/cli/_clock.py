"""What day it is: the only place where the program asks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..core.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping


def today(environ: Mapping[str, str]) -> PartialDate:
    """The date in UTC; that of ``SOURCE_DATE_EPOCH`` (https://reproducible-builds.org/specs/source-date-epoch/) if set."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return PartialDate(now.year, now.month, now.day)
