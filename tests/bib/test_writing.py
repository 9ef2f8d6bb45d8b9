"""Records as text: one style, and the same record when it is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.bib.writing import balanced, write_record
from sphinx_reading_list.core.dates import MONTHS
from sphinx_reading_list.core.record import Record

STYLE = """\
@misc{lanchantin2025diverse,
  author      = {Lanchantin, Jack and Chen, Angelica and Dhuliawala, Shehzaad and
                 Yu, Ping and Weston, Jason and Sukhbaatar, Sainbayar and
                 Kulikov, Ilia},
  title       = {A title so long that it does not fit into one line of the file and
                 thus goes on in the next {LLM}s},
  year        = {2025},
  month       = jan,
  eprint      = {2501.18101},
  eprinttype  = {arxiv},
  eprintclass = {cs.CL},
  url         = {https://example.org/an/address/that/is/never/broken/however/long/it/may/be/since/it/has/no/words},
  myfield     = {carried along},
  annotation  = {last},
}
"""


def test_the_style_of_the_file() -> None:
    records, _ = read_bibliography(STYLE, "refs.bib")
    record = records["lanchantin2025diverse"]
    assert write_record(record) == STYLE
    # Whatever the order was:
    shuffled = Record(record.key, record.type, dict(reversed(record.fields.items())))
    assert write_record(shuffled) == STYLE


def test_empty_fields_and_single_braces_are_left_out() -> None:
    written = write_record(Record("x", "misc", {"title": "a } b {", "note": ""}))
    assert written == "@misc{x,\n  title       = {a  b },\n}\n"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("{a}} {{b", "{a} b"),
        (r"\{x\}", r"\{x\}"),
        # pairs for BibTeX, none for programs that take the backslash for an escape
        (r"{a \}", r"a \textbraceright{}"),
        (r"{a \\}", r"{a \\ }"),
        (r"C:\TEX" + "\\", r"C:\TEX"),
    ],
)
def test_braces_that_would_break_the_file(value: str, kept: str) -> None:
    assert balanced(value) == kept


# Any characters but braces without a partner; BibTeX reads white space as one space.
words = st.text(
    st.characters(codec="utf-8", exclude_characters="{}\\ ", exclude_categories=["C", "Zl", "Zp"]),
    min_size=1,
    max_size=12,
)
groups = st.recursive(
    words, lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda p: f"{{{' '.join(p)}}}"), max_leaves=5
)
values = st.lists(groups, min_size=1, max_size=20).map(" ".join)
kinds = st.sampled_from(["article", "inproceedings", "misc", "unheardof"])
names = st.from_regex(r"[a-z][a-z0-9_+-]{0,15}", fullmatch=True)
keys = st.from_regex(r"[A-Za-z0-9:/._+'é🌟-]{1,20}", fullmatch=True)
fields = st.dictionaries(names, values, max_size=6)


@given(keys, kinds, fields, st.sampled_from(["", *MONTHS]))
def test_what_is_written_reads_the_same(key: str, kind: str, fields: dict[str, str], month: str) -> None:
    for date in ("date", "origdate", "year", "url", "month"):
        fields.pop(date, None)
    fields = {name: value for name, value in fields.items() if "\\url" not in value and "\\href" not in value}
    expected = {"title": "T"} | fields | ({"month": month} if month else {})
    records, problems = read_bibliography(write_record(Record(key, kind, expected)), "refs.bib")
    assert problems == []
    assert dict(records[key].fields) == expected
    assert (records[key].key, records[key].type) == (key, kind)
