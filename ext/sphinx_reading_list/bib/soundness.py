"""What a record that can be read must have, and must not: a title, a date that is one, no unsafe address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.identifiers import is_safe_url
from ..core.names import depth_split, name_fault
from ..core.problems import Code, Problem
from .latex import to_address
from .record_dates import is_date, is_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.record import Record

_ADDRESS_MACRO = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")


def checked(record: Record) -> tuple[Record, list[Problem]]:
    """The record without addresses that no page may link to, and what is wrong with it."""
    problems: list[Problem] = []
    for name, is_good in (("date", is_date), ("origdate", is_date), ("year", is_year)):
        value = record.get(name)
        if value and not is_good(value):
            message = f"Record {record.key}: {name} = {value} is no {'year' if name == 'year' else 'date'}"
            problems.append(Problem(Code.BAD_DATE, message, record.location))
    for name in ("author", "editor"):
        fault = next((f"{one} {said}" for one in depth_split(record.get(name), "and") if (said := name_fault(one))), "")
        if fault:
            problems.append(Problem(Code.BAD_NAME, f"Record {record.key}, {name}: {fault}", record.location))
    unsafe = list(_unsafe(record))
    for address in unsafe:
        message = f"Record {record.key} has the address {address!r}"
        problems.append(Problem(Code.UNSAFE_LINK, message, record.location))
    return (_without(record, unsafe) if unsafe else record), problems


def untitled(records: Iterable[Record]) -> Iterator[Problem]:
    """The records that have no title, neither of their own nor from another record."""
    for record in records:
        if not record.is_titled:
            yield Problem(Code.RECORD_WITHOUT_TITLE, f"Record {record.key} has no title", record.location)


def _unsafe(record: Record) -> list[str]:
    url = record.get("url")
    found = [url] if url and not is_safe_url(url) else []
    for value in record.fields.values():
        if "\\url" in value or "\\href" in value:
            addresses = (match.group(1).strip() for match in _ADDRESS_MACRO.finditer(value))
            found += [address for address in addresses if not is_safe_url(to_address(address))]
    return found


def _without(record: Record, unsafe: list[str]) -> Record:
    def plain(match: re.Match[str]) -> str:
        # The text stays, the macro that makes a link of it goes.
        if match.group(1).strip() not in unsafe:
            return match.group()
        return "" if "href" in match.group()[:5] else match.group(1)

    fields = {name: _ADDRESS_MACRO.sub(plain, value) for name, value in record.fields.items()}
    if "url" in fields and fields["url"].strip() in unsafe:
        del fields["url"]
    return replace(record, fields=fields)
