"""Scripts for the browser: data as a call, and the search's own scripts as one file.

The scripts are written for people: half of their bytes explain the other half. A reader on a train needs only that.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPE = re.compile(r"/\*\* @(?:[^*]|\*(?!/))*\*/ ?")

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def call(function: str, *arguments: object) -> str:
    """A call of one of our functions with some data, in ASCII and as short as JSON can be.

    So no server's idea of an encoding matters, and neither U+2028 nor ``</script>`` ends it early.
    """
    texts = (json.dumps(argument, sort_keys=True, separators=(",", ":")) for argument in arguments)
    written = ",".join(texts).replace("<", "\\u003c")
    return f"sphinxReadingList.{function}({written});\n"


def joined(scripts: Iterable[str]) -> str:
    """Scripts one after the other, without indentation, without the comments that have lines of their own, and without
    types.

    No line may begin inside of a template string: nothing here knows one.
    """
    text = "".join(f"{line}\n" for script in scripts for line in _code(script.splitlines()))
    # In ASCII, like a call. JavaScript reads these escapes in names, strings and regular expressions alike.
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _code(lines: Iterable[str]) -> Iterator[str]:
    inside = False
    for line in map(str.strip, lines):
        if inside or (line.startswith("/*") and "*/" not in line[:-2]):
            inside = not line.endswith("*/")
        elif line and not line.startswith("//"):
            yield _TYPE.sub("", line)
