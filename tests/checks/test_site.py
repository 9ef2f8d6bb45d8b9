"""A whole list as rules see it, and its .bib file changed in place."""

from __future__ import annotations

import pytest

from sphinx_reading_list.checks._check import Example
from sphinx_reading_list.checks._records import field_place, with_changed
from sphinx_reading_list.checks._running import checks, chosen, find, mend
from sphinx_reading_list.checks._site import Site, lines_of

RECORD = '@misc{a,\n  title = {A {B} c},\n  url = "http://x.org/{y}" ,\n  note = "a" # "b",\n  year=2024 }\n'


def shouted(text: str, name: str) -> str:
    return with_changed(text, {("a", name): str.upper})


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("title", "{A {B} c}", "{A {B} C}"),
        ("url", '"http://x.org/{y}"', '"HTTP://X.ORG/{Y}"'),
        ("note", "", ""),  # joined of two
        ("year", "", ""),
        ("tit", "", ""),
    ],
)
def test_only_a_fields_value_changes(name: str, old: str, new: str) -> None:
    around = "% a comment with title = {x}\n\n@comment{title = {y}}\n" + RECORD + "\n@misc{b, title = {b}}\n"
    assert shouted(around, name) == (around.replace(old, new, 1) if old else around)


def test_the_line_of_a_field() -> None:
    site = Site(bib="\n" + RECORD)
    assert [field_place(site.records["a"], name).line for name in ("title", "url", "year", "doi")] == [3, 4, 6, 2]


def test_lines_are_markdowns() -> None:
    text = "a\r\nb\rc\u2028d\x0ce\n"
    assert lines_of(text) == ["a\r\n", "b\r", "c\u2028d\x0ce\n"]


def test_a_record_that_is_only_linked_is_used() -> None:
    bib = "@misc{a,\n author = {A, B},\n title = {Some Words},\n year = {2024},\n eprint = {2405.00675},\n}\n"
    page = "# P\n\n:::{entry} [x](https://x.org)\n:key: x\n\n- [Paper](https://arxiv.org/pdf/2405.00675v2)\n:::\n"
    every = chosen((), ())
    assert find(Example(page, bib).site(), every) == []
    cited = "# P\n\n:::{entry} [x](https://x.org)\n:key: x\n\nSee {cite:p}`a`.\n:::\n"
    assert find(Example(cited, bib).site(), every) == []


def test_a_key_goes_into_options_between_dashes() -> None:
    page = "# P\n\n```{entry} [verl](https://github.com/volcengine/verl)\n---\nhighlight:\n---\n```\n"
    mended = mend(Example(page).site(), chosen(["missing-key"], ()), lambda problem: True)
    assert mended.site.pages["list/page.md"] == page.replace("---\n", "---\nkey: volcengine-verl\n", 1)
    assert mended.left == []


def test_two_entries_without_a_key_get_two() -> None:
    page = "# P\n\n:::{entry} [A](https://github.com/x/a)\n:::\n\n:::{entry} [A](https://github.com/x/b)\n:::\n"
    mended = mend(Example(page).site(), chosen(["missing-key"], ()), lambda problem: True)
    assert [entry.key for entry in mended.site.written] == ["x-a", "x-aa"]


def test_every_rule_has_a_name_of_its_own_and_says_what_to_do() -> None:
    for name, check in checks().items():
        assert name == check.rule.code
        assert check.rule.meaning.endswith((".", ")"))
        assert check.rule.advice.endswith((".", ")"))
