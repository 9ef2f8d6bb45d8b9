"""What is told of an address, however plain it is."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core import identifiers

PARTS = [
    "http://",
    "https://",
    "www.",
    "a.org",
    "B.org",
    "-",
    "/",
    "//",
    "x_1",
    "~a",
    ".",
    "..",
    "%20",
    "?q=1",
    "#f",
    ":80",
    "é",
    " ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=7).map("".join))
def test_a_plain_address_is_taken_apart_as_any_other(url: str) -> None:
    quick = identifiers._address.__wrapped__(url)
    with patch.object(identifiers, "_PLAIN", re.compile("(?!)")):
        assert identifiers._address.__wrapped__(url) == quick
