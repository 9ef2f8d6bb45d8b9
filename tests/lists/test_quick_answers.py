"""Questions that are answered without a closer look give the answer of the closer look."""

from __future__ import annotations

import re
from unittest.mock import patch

import ftfy
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from myst_parser.parsers.options import options_to_items

from sphinx_reading_list.bib import capitals
from sphinx_reading_list.core.entry import Link
from sphinx_reading_list.lists.fidelity.words import link_name, same_text, words_of
from sphinx_reading_list.lists.markup import render
from sphinx_reading_list.lists.markup.escape import is_unmarked
from sphinx_reading_list.lists.markup.inline import Piece
from sphinx_reading_list.lists.markup.link_list import parse_body
from sphinx_reading_list.lists.markup.markdown import list_markdown, one_line, parse_list
from sphinx_reading_list.lists.markup.repair import repair
from sphinx_reading_list.lists.pages.entry_block import parse_argument
from sphinx_reading_list.lists.pages.options import plain_options
from sphinx_reading_list.lists.words import facts, link_labels
from sphinx_reading_list.lists.words.authors import split_names
from sphinx_reading_list.lists.words.line import Line
from sphinx_reading_list.lists.words.link_labels import role_of_label
from sphinx_reading_list.lists.words.markers import MARKERS, may_have_marker, take_markers
from sphinx_reading_list.lists.words.plain import has_digit, says_something
from sphinx_reading_list.lists.words.segments import all_facts, segments
from sphinx_reading_list.lists.words.venues import TELLING

LABELS = st.text(st.sampled_from("aZé7漢_*[]()!.:,–-?<& "), min_size=1, max_size=12)
ADDRESSES = st.text(st.sampled_from("aZ09/.?=%#-_()*&\\<> "), max_size=12).map(lambda end: f"https://example.org/{end}")
VALUES = st.lists(
    st.sampled_from([*"aZ0é漢.,;/&()'’–-:#\"_|> ", "  ", "true", "1e3", ": ", " #", "- "]), max_size=8
).map("".join)
NAMES = [
    "Ada",
    "Lovelace",
    "A.",
    "B.",
    "van",
    "der",
    "et al.",
    "others",
    "…",
    "and",
    "&",
    ",",
    "张三",
    "Towards",
    "the",
    "DY",
]
FACTS = [*NAMES, *"by Lab Team 2023 (2023) (oral) [CVPR] @ / ;".split(), "ICLR 2024", "London College"]
MARKS = [
    *"a A 1 --- # ## !!! ??? + note ~ ~~ > [ ]( ) | ``` ~~~ ` *** *a* ___ === = - <b> <!-- &amp; ![a](b) [a] [a]:".split()
]
MARKS += [
    " ",
    "   ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "| a |\n",
    "|---|\n",
    "\n\n[a]: b\n\n",
    "\\",
    "<a>\n",
]
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


@given(
    st.lists(
        st.tuples(st.sampled_from(["key", "tags", "highlight"]), st.sampled_from([":", ": ", ":  "]), VALUES),
        min_size=1,
    )
)
def test_plain_options_are_what_myst_makes_of_them(parts: list[tuple[str, str, str]]) -> None:
    lines = ["".join(part) for part in parts]
    if plain := plain_options(lines):
        assert plain == dict(options_to_items("\n".join(lines))[0])


@pytest.mark.parametrize(
    "line", ["key: ng2024-a", "authors: Ng, A. and Lovelace, Ada", "highlight:", "tags: a/b; c (d)"]
)
def test_usual_options_are_plain(line: str) -> None:
    assert plain_options([line])


@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_words_that_may_tell_are_in_all_facts_without_a_number(text: str) -> None:
    text = text.strip(" .-")
    assert facts._may_tell(text) or not facts._without_number(text)


@example("Ada Lovelace, Emmy Noether")
@example("A. van")
@example("Lovelace et al.")
@given(st.lists(st.sampled_from(FACTS), max_size=9).map(" ".join))
def test_what_can_name_nobody_names_nobody(text: str) -> None:
    clean = facts._clean(text)
    quick = facts._facts.__wrapped__(clean, False) if clean else ()
    with patch.object(facts, "_may_name", lambda text: True):
        assert quick == (facts._facts.__wrapped__(clean, False) if clean else ())


@given(st.lists(st.sampled_from(FACTS), max_size=9).map(" ".join), st.booleans())
def test_words_that_tell_nothing_are_people_at_most(text: str, sure: bool) -> None:
    clean = facts._clean(text)
    quick = facts._facts.__wrapped__(clean, sure) if clean else ()
    with patch.object(facts, "_may_tell", lambda text: True):
        assert quick == (facts._facts.__wrapped__(clean, sure) if clean else ())


@given(st.text(st.sampled_from("aZ_ -.1٣漢é")))
def test_digits_are_those_of_any_script(text: str) -> None:
    assert has_digit(text) == bool(re.search(r"\d", text))


@given(st.lists(st.sampled_from([*NAMES, "ICLR 2024", "(2023)", "–", "|", "\n", ": ", "* "]), max_size=8).map(" ".join))
def test_facts_of_parts_have_something_between_them(text: str) -> None:
    line = Line([Piece("text", text, 1)])
    parts = segments(line)
    facts_of_parts = tuple(fact for part in parts for fact in part.facts) if all(part.facts for part in parts) else ()
    assert all_facts(line) == (facts.facts_of(text) or (facts_of_parts if len(parts) > 1 else ()))


@example("For al.")
@given(st.lists(st.sampled_from([*"aZ.,:;-–—/|*?()[] \n\ue000。：", "al", "vs", " — ", "2023"])).map("".join))
def test_a_text_that_nothing_parts_is_one_segment(text: str) -> None:
    line = Line([Piece("text", text, 1)])
    quick = segments(line)
    with patch("sphinx_reading_list.lists.words.segments._is_one", lambda masked: False):
        assert segments(line) == quick


@given(st.lists(st.sampled_from([*"aZé_漢1 ,;:'()/?–·….-*`", ": "])).map("".join))
def test_unmarked_text_has_letters_digits_and_plain_punctuation(text: str) -> None:
    assert is_unmarked(text) == bool(re.fullmatch(r"(?:[^\W_]|:(?= )|[ ,;'’“”()/?–—·….-])*", text))


@given(st.lists(st.sampled_from(FACTS), max_size=9).map(" ".join))
def test_what_is_told_where_nothing_is_sure_is_told_where_it_is(text: str) -> None:
    clean = facts._clean(text)
    if clean and (told := facts._facts.__wrapped__(clean, False)):
        assert facts._facts.__wrapped__(clean, True) == told


@example("| a |\n|---|\n| b |")
@example("a\n\n    b")
@example("- a\n\n\tb")
@example("a\n\n> ***")
@example("# a")
@example("a\n===")
@example("- a\n  -")
@example("a\r\nb\rc\0")
@example("a <http://a>")
@given(st.lists(st.sampled_from(MARKS), max_size=14).map("".join))
def test_a_text_is_parsed_alike_without_the_rules_that_it_has_no_use_for(text: str) -> None:
    # The rule of front matter takes hyphens in the first line for its beginning wherever they stand in that.
    parser = list_markdown(without=() if "---" in text.partition("\n")[0] else ("front_matter",))
    assert [token.as_dict() for token in parse_list(text).tokens] == [
        token.as_dict() for token in parser.parse(text, {})
    ]


SIGNS = [*"aé \n!\"#$%&'()*+-./:;<=>?@[\\]^_`{|}~", "~~a~~", "**", "[a](b)", "<b>", "&amp;", "![", "<http://a>", "`` "]


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_a_text_is_parsed_alike_wherever_the_parser_stops(text: str) -> None:
    tokens = [token.as_dict() for token in list_markdown().parse(text)]
    with patch.object(list_markdown().inline, "terminator_re", re.compile(r"[\W_]"), create=True):
        assert [token.as_dict() for token in list_markdown().parse(text)] == tokens


@given(st.text(st.sampled_from("aé漢 \t\n\x0b\x1c\x85\xa0\u2028\u3000\u200b"), max_size=12))
def test_one_line_is_one_line(text: str) -> None:
    assert one_line(text) == " ".join(text.split())


@given(st.lists(st.sampled_from(["Ada", "Alan B.", ",", " and ", " & ", "、", "…", "...", "; ", " "])).map("".join))
def test_names_are_parted_at_the_same_places_by_whatever_sign(line: str) -> None:
    # Behind a name with "and" in it the longer way is taken.
    assert split_names(f"{line},Candy") == (*split_names(line), "Candy")


@given(st.text(st.sampled_from("aA1_ \t\n\xa0{$-'"), max_size=12))
def test_a_title_is_parted_at_the_same_places_however_its_blanks_are(text: str) -> None:
    assert capitals._parted_at_blanks(text) == re.split(r"(\s+)", text)


@given(st.text(st.sampled_from("aé_1*·🌟 ²"), max_size=4))
def test_what_says_something_has_a_letter_a_digit_or_an_emoji_anywhere(text: str) -> None:
    assert says_something(text) == any(character.isalnum() or character == "🌟" for character in text)


@given(st.lists(st.sampled_from([*"[]()/-_ ", "pdf", "ICLR24", "v2", "the", "论文链接", "loom", "arXiv"]), max_size=6))
def test_a_label_is_one_whatever_it_begins_with(words: list[str]) -> None:
    label = " ".join(words)
    quick = role_of_label.__wrapped__(label)
    with patch.object(link_labels, "_may_be_label", lambda word: True):
        assert role_of_label.__wrapped__(label) == quick


@given(st.text(st.sampled_from("aZ:[] x漢é\ue000🌟⭐\ufe0f𝕏→©")))
def test_a_text_that_has_no_marker_has_none(text: str) -> None:
    if not may_have_marker(text):
        assert not any(sign in text for marker in MARKERS for sign in marker.signs)
        assert take_markers(f"{text} 🌟")[0].rstrip() == text.rstrip()


@given(st.lists(st.tuples(LABELS.filter(str.strip), st.one_of(st.none(), ADDRESSES)), min_size=1, max_size=4))
def test_words_without_a_mark_are_read_back_as_they_are(parts: list[tuple[str, str | None]]) -> None:
    row = [Piece("text" if url is None else "link", text, 1, url or "") for text, url in parts]
    written = render.inline_markdown(row)
    if all(map(render._is_unmarked, row)) and written:
        # What an address can't have in it is written in another way.
        read = [signed[:2] for signed in render._signature(render._read(written))]
        assert read == [signed[:2] for signed in render._signature(row)]


@given(LABELS)
def test_bold_words_without_a_mark_are_read_back_as_they_are(text: str) -> None:
    row = [Piece("text", text, 1, strong=True)]
    assert render._signature(render._read(render.inline_markdown(row))) == render._signature(row) or not text.strip()


@given(st.text(st.sampled_from("aZé_0017٣年.—“- \n/"), max_size=20))
def test_words_have_no_zeros_before_a_number_however_they_are_parted(text: str) -> None:
    plain = re.findall(r"[^\W_]+", re.sub(r"(?<=\d)年", " ", text).casefold())
    assert words_of(text) == [word.lstrip("0") or "0" if word.isdecimal() else word for word in plain]


@given(
    st.sampled_from(["https://a.org/b c", "https://a.org/b%20c", "a.org/bc"]),
    st.sampled_from(["", " ", "%20", "/", "https://"]),
)
def test_an_address_as_the_text_of_its_link_is_told_from_words(url: str, more: str) -> None:
    for text in (url + more, more + url, url.replace(" ", more)):
        assert same_text(text, url) == (link_name(text) == link_name(url))


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
