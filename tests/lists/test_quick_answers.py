"""Questions that are answered without a closer look give the answer of the closer look."""

from __future__ import annotations

import ftfy
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.entry import Link
from sphinx_reading_list.lists.markup.link_list import parse_body
from sphinx_reading_list.lists.markup.repair import repair
from sphinx_reading_list.lists.pages.entry_block import parse_argument
from sphinx_reading_list.lists.words import facts
from sphinx_reading_list.lists.words.venues import TELLING

LABELS = st.text(st.sampled_from("aZé7漢_*[]()!.:,–-?<& "), min_size=1, max_size=12)
ADDRESSES = st.text(st.sampled_from("aZ09/.?=%#-_()*&\\<> "), max_size=12).map(lambda end: f"https://example.org/{end}")
WORDS = st.sampled_from(
    [*sorted(TELLING), "oral", "(Oral)", "ICLROral", "arXiv", "preprint", "in", "of", "-", "Ada", "."]
)


@given(st.lists(st.tuples(LABELS, ADDRESSES), min_size=1, max_size=3))
def test_plain_links_are_what_a_parser_makes_of_them(links: list[tuple[str, str]]) -> None:
    lines = [f"- [{label}]({url})" for label, url in links]
    # Behind a note only a parser tells where the list begins.
    note, parsed = parse_body(["A note.", "", *lines])
    assert parse_body(lines)[1] == (parsed if note == ("A note.",) else ())


@given(LABELS, ADDRESSES)
def test_a_plain_title_is_what_a_parser_makes_of_it(title: str, url: str) -> None:
    # The blank is nothing to a parser, and keeps the answer from being quick.
    quick, parsed = parse_argument(f"[{title}]({url})"), parse_argument(f"[{title}]({url} )")
    assert quick == parsed or (isinstance(quick, str) and isinstance(parsed, str))


def test_a_plain_link() -> None:
    assert parse_body(["", "- [Code 2](https://example.org/a-b)"]) == ((), (Link("https://example.org/a-b", "Code 2"),))


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_words_that_may_tell_are_in_all_facts_without_a_number(text: str) -> None:
    text = text.strip(" .-")
    assert facts._may_tell(text) or not facts._without_number(text)


@given(st.text(st.sampled_from("aé ÃÂâ€œ™�ÐŸ\x80\x9d\xa0А…"), max_size=20))
def test_what_ftfy_would_mend_is_mended(line: str) -> None:
    expected = ftfy.fix_text_segment(line, ftfy.TextFixerConfig(
        uncurl_quotes=False, normalization=None, unescape_html=False, remove_terminal_escapes=False,
        fix_latin_ligatures=False, fix_character_width=False, fix_line_breaks=False, fix_surrogates=False,
        remove_control_chars=False, explain=False,
    ))  # fmt: skip
    repaired = repair(line)[0]
    # Mac Roman is undone first, and only ever more is mended.
    assert repaired == expected or repaired != line
