"""A .bib file → records; what is broken is reported with its line, and its neighbours are unharmed."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.entry import Location

GOOD = """\
% A comment, with an address: someone@example.org
@string{iclr = {International Conference on Learning Representations}}
@comment{jabref-meta: {x}}

@InProceedings{wu2024selfplay,
  Author    = {Wu, Yue and Sun, Zhiqing},
  title     = "Self-Play Preference {Optimization}",
  booktitle = "Thirteenth " # iclr,
  month     = FEB,
  year      = 2025
}

@misc(paren, title = {In parentheses (both kinds)}, url = {https://example.org/(x)})
@misc{DBLP:conf/x/Y, title = {A foreign key},}
"""


def test_records_are_plain_values() -> None:
    records, problems = read_bibliography(GOOD, "refs.bib")
    assert problems == []
    assert list(records) == ["wu2024selfplay", "paren", "DBLP:conf/x/Y"]
    record = records["wu2024selfplay"]
    assert record.type == "inproceedings"
    assert dict(record.fields) == {
        "author": "Wu, Yue and Sun, Zhiqing",
        "title": "Self-Play Preference {Optimization}",
        "booktitle": "Thirteenth International Conference on Learning Representations",
        "month": "feb",
        "year": "2025",
    }
    assert record.location == Location("refs.bib", 5)
    assert record.raw.startswith("@InProceedings{wu2024selfplay,\n  Author    = {Wu")
    assert record.raw.endswith("= 2025\n}")
    assert records["paren"].fields["url"] == "https://example.org/(x)"


@pytest.mark.parametrize("change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t], ids=["CRLF", "BOM"])
def test_line_ends_and_byte_order_marks_make_no_difference(change) -> None:
    plain, _ = read_bibliography(GOOD, "refs.bib")
    changed, problems = read_bibliography(change(GOOD), "refs.bib")
    assert problems == []
    assert {key: (r.fields, r.location) for key, r in changed.items()} == {
        key: (r.fields, r.location) for key, r in plain.items()
    }


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (
            "@misc{x, title = {open {brace, year = 2024}",
            "refs.bib:2: broken-record Record x can't be read: unexpected block start: '@misc'."
            " Was still looking for field-value closing '}'",
        ),
        (
            '@misc{x, title = "open quote, year = 2024}',
            "refs.bib:2: broken-record Record x can't be read: unexpected block start: '@misc'."
            " Was still looking for field-value closing '\"'",
        ),
        (
            "@misc{x, title = {one}}, year = {2024}}",
            "refs.bib:2: broken-record Record x has a closing brace too many, so that it ends early",
        ),
        (
            "@misc{x,\n  title = {no comma}\n  year = {2024}\n}",
            "refs.bib:3: broken-record Record x can't be read: a comma is missing behind the value (field title)",
        ),
        (
            "@misc{x\n  title = {no comma}}",
            "refs.bib:2: broken-record Record x can't be read: expected comma after entry key, but found =",
        ),
        ("@misc{, title = {t}}", "refs.bib:2: broken-record A record (@misc) can't be used: it has no citation key"),
        (
            "@misc{two words, title = {t}}",
            "refs.bib:2: broken-record A record (@misc) can't be used: 'two words' is no citation key",
        ),
        (
            "@misc{x, title = }",
            "refs.bib:2: broken-record Record x can't be read: there is no value (field title)",
        ),
        (
            "@misc{x,\n  % title = {old},\n  title = {new}}",
            "refs.bib:3: broken-record Record x can't be read: BibTeX knows no comment (%) within a record;"
            " put it above, or delete it",
        ),
        (
            "@misc{x,\n  title = {new},\n  % a remark\n  year = 2024}",
            "refs.bib:4: broken-record Record x can't be read: BibTeX knows no comment (%) within a record;"
            " put it above, or delete it",
        ),
        (
            r"@misc{x, title = {a \{ b}}",
            "refs.bib:2: broken-record Record x can't be read: a brace isn't closed (field title)",
        ),
        (
            "@misc{first, title = {again}}",
            "refs.bib:2: duplicate-key The key first is taken by record first in line 1",
        ),
        # BibTeX and many disks fold case.
        (
            "@misc{First, title = {again}}",
            "refs.bib:2: duplicate-key The key First is taken by record first in line 1",
        ),
        ("@string{x = {open }", "refs.bib:2: broken-record @string x can't be read: unexpected block start: '@misc'."
         " Was still looking for closing bracket"),
        ("@comment{open", "refs.bib:2: broken-record @comment can't be read: unexpected block start: '@misc'."
         " Was still looking for closing bracket"),
    ],
)  # fmt: skip
def test_a_broken_record_is_left_out_alone(broken: str, message: str) -> None:
    text = f"@misc{{first, title = {{one}}}}\n{broken}\n@misc{{last, title = {{two}}}}\n"
    records, problems = read_bibliography(text, "refs.bib")
    assert list(records) == ["first", "last"]
    assert [str(problem) for problem in problems] == [message]


def test_the_last_record_may_be_the_broken_one() -> None:
    records, problems = read_bibliography("@misc{a, title = {x}}\n@misc{b, title = {y", "refs.bib")
    assert list(records) == ["a"]
    assert [problem.location.line for problem in problems] == [2]


@pytest.mark.parametrize(
    ("text", "message", "fields"),
    [
        (
            "@misc{x, title = {one}, Title = {two}}",
            "refs.bib:1: duplicate-field Record x has the field title more than once",
            {"title": "one"},
        ),
        (
            "@misc{x, title = {one}, journal = jmlr}",
            "refs.bib:1: undefined-string Record x, field journal: nothing defines 'jmlr'",
            {"title": "one", "journal": "jmlr"},
        ),
        ("@misc{x, year = 2024}", "refs.bib:1: record-without-title Record x has no title", {"year": "2024"}),
        ("@misc{x, title = {{~}}}", "refs.bib:1: record-without-title Record x has no title", {"title": "{~}"}),
        (
            "@misc{x, title = {t}, year = {forthcoming}}",
            "refs.bib:1: bad-date Record x: year = forthcoming is no year",
            {"title": "t", "year": "forthcoming"},
        ),
        (
            "@misc{x, title = {t}, date = {May 2024}}",
            "refs.bib:1: bad-date Record x: date = May 2024 is no date",
            {"title": "t", "date": "May 2024"},
        ),
        *(
            (
                f"@misc{{x, title = {{t}}, date = {{{date}}}}}",
                f"refs.bib:1: bad-date Record x: date = {date} is no date",
                {"title": "t", "date": date},
            )
            for date in ("2024-13", "2024-02-30", "2024-22-01")
        ),
        *(
            (
                f"@misc{{x, title = {{t}}, author = {{{names}}}}}",
                f"refs.bib:1: bad-name Record x, author: {said}",
                {"title": "t", "author": names},
            )
            for names, said in (
                ("A, B and Doe, J., Roe, R., Poe, P.", "Doe, J., Roe, R., Poe, P. has more than two commas"),
                ("J. Doe, R. Roe, and P. Poe", "J. Doe, R. Roe, ends in a comma"),
                ("Doe, J.; Roe, R.", "Doe, J.; Roe, R. has a semicolon"),
            )
        ),
        (
            "@misc{x, title = {t}, url = {javascript:alert(1)}}",
            "refs.bib:1: unsafe-link Record x has the address 'javascript:alert(1)'",
            {"title": "t"},
        ),
        (
            r"@misc{x, title = {t}, howpublished = {\url{javascript:alert(1)}}}",
            "refs.bib:1: unsafe-link Record x has the address 'javascript:alert(1)'",
            {"title": "t", "howpublished": "javascript:alert(1)"},
        ),
        (
            r"@misc{x, title = {t}, note = {see \url{}}}",
            "refs.bib:1: unsafe-link Record x has the address ''",
            {"title": "t", "note": "see "},
        ),
        (
            r"@misc{x, title = {t}, note = {see \href{data:text/html,x}{this} and \url{https://ok.org}}}",
            "refs.bib:1: unsafe-link Record x has the address 'data:text/html,x'",
            {"title": "t", "note": r"see {this} and \url{https://ok.org}"},
        ),
    ],
)
def test_what_is_wrong_but_readable_is_reported_and_used(text: str, message: str, fields: dict[str, str]) -> None:
    records, problems = read_bibliography(text, "refs.bib")
    assert [str(problem) for problem in problems] == [message]
    assert dict(records["x"].fields) == fields


@pytest.mark.parametrize(
    "field",
    [
        "date = {2024-02/2024-03}",
        "date = {2024-21}",
        "date = {2024-02-29~}",
        "author = {Barnes {and} Noble, Inc., A and {A, B, C, D; E}}",
        "author = {Doe, Jr., J. and others}",
        "author = {}",
    ],
)
def test_what_is_sound_is_not_reported(field: str) -> None:
    assert read_bibliography(f"@misc{{x, title = {{t}}, {field}}}", "refs.bib")[1] == []


def test_a_record_behind_percent_signs_is_a_comment() -> None:
    text = "% @misc{old,\n%   title = {gone},\n% }\n@misc{new, title = {here}}\n"
    records, problems = read_bibliography(text, "refs.bib")
    assert list(records) == ["new"]
    assert problems == []


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_bibliography("@misc{x, title = {open\n@misc{y, title = {t}}\n", "refs.bib")
    assert caplog.records == []


@given(st.text(alphabet='@{}(),="#%\\ \n\rabmisc1é', max_size=60))
def test_no_text_raises(text: str) -> None:
    records, problems = read_bibliography(text, "refs.bib")
    assert all(key == record.key for key, record in records.items())
    assert all(problem.location.line >= 1 for problem in problems)


def test_addresses_are_read_without_escapes() -> None:
    text = r"@article{x, title = {T}, url = {https://example.org/a\_b\%20c}, doi = {10.1/a{\_}b}, note = {a\_b}}"
    records, problems = read_bibliography(text, "refs.bib")
    assert problems == []
    fields = records["x"].fields
    assert (fields["url"], fields["doi"]) == ("https://example.org/a_b%20c", "10.1/a_b")
    assert fields["note"] == r"a\_b"


def test_a_string_keeps_the_space_that_parts_it_from_its_neighbours() -> None:
    # as in BibTeX's own xampl.bib
    text = """
        @string{acm = "Annual ACM "}
        @string{stoc = " Symposium  on
                          Computing"}
        @misc{x, title = "Proc. Fifteenth " # acm # stoc, note = stoc}
        """
    records, problems = read_bibliography(text, "refs.bib")
    assert problems == []
    assert records["x"].fields["title"] == "Proc. Fifteenth Annual ACM Symposium on Computing"
    assert records["x"].fields["note"] == "Symposium on Computing"
