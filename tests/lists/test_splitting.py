"""A long page as several: every line of it is moved as it is, and links lead where they led."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_reading_list.bib.card_size import facts_of_page
from sphinx_reading_list.core.entry import Link, PageEntry
from sphinx_reading_list.core.names import Author
from sphinx_reading_list.core.page_size import CardFacts, most_bytes, page_bytes
from sphinx_reading_list.lists.pages.entry_block import write_entry
from sphinx_reading_list.lists.pages.reading import EntryBlock, read_parts
from sphinx_reading_list.lists.pages.splitting.groups import groups
from sphinx_reading_list.lists.pages.splitting.links import LinkMover
from sphinx_reading_list.lists.pages.splitting.page import Limits, split_page

FRAME = page_bytes(())
CARD = 1000
WORDS = st.text(st.sampled_from("aA1é漢 "), max_size=9).map(str.strip)
SHORT = st.lists(WORDS.filter(bool), max_size=3, unique=True).map(tuple)
ADDRESSES = WORDS.map(lambda text: f"https://a/{text.replace(' ', '')}")


def facts(entry):
    return CardFacts(CARD, int(entry.key[-4:]) if entry.key[-4:].isdecimal() else None)


def split(text, cards=3.5, name="rlhf", **limits):
    """Split a page that may hold so many cards."""
    return split_page(name, text, facts, Limits(FRAME + int(cards * CARD), **limits)).texts


def entries(*keys):
    return "\n".join(f":::{{entry}} {key}\n:::\n" for key in keys)


def keys_of(text):
    return [part.entry.key for part in read_parts(text, "x")[0] if isinstance(part, EntryBlock)]


@given(st.builds(
    PageEntry,
    key=st.just("a"), title=WORDS.map(lambda text: text or "a"), url=ADDRESSES, tags=SHORT, aka=SHORT, note=WORDS,
    authors=SHORT.map(lambda names: tuple(map(Author, names))), links=SHORT.map(lambda ends: tuple(map(Link, map("http://".__add__, ends)))),
))  # fmt: skip
@example(PageEntry(key="a", title="a", url="https://a/", tags=tuple("abcdefghijklmnopqrstuvwxyz")))
def test_no_card_comes_to_more_than_the_most_that_its_text_may(entry):
    text = write_entry(entry)
    assert page_bytes([facts_of_page(entry, {})], len(text.encode())) <= most_bytes(1, len(text.encode()))


def test_a_short_page_stays():
    assert split(f"# RLHF\n\n{entries('a', 'b', 'c')}") == {}


def test_sections_become_pages_with_what_is_below_them():
    text = (
        f"---\nmyst: {{}}\n---\n# RLHF\n\nWhat it is.\n\n{entries('a')}\n(ppo)=\n## PPO\n\nA policy.\n\n{entries('b', 'c')}"
        f"\n### Variants\n\n{entries('d')}\n## DPO\n\n{entries('e')}"
    )
    assert split(text) == {
        "rlhf": f"---\nmyst: {{}}\n---\n# RLHF\n\nWhat it is.\n\n{entries('a')}\n```{{toctree}}\n:maxdepth: 1\n\nrlhf/ppo\nrlhf/dpo\n```\n",
        "rlhf/ppo": "(ppo)=\n# PPO\n\n```{rl:formerly} rlhf\n```\n\nA policy.\n\n"
        f"{entries('b', 'c')}\n## Variants\n\n{entries('d')}",
        "rlhf/dpo": f"# DPO\n\n```{{rl:formerly}} rlhf\n```\n\n{entries('e')}",
    }


def test_entries_without_sections_become_parts_by_year_or_by_number():
    dated = ["a2025", "b2025", "c2025", "d2024", "e2023", "f2023"]
    by_year = split(f"# RLHF\n\n{entries(*dated)}", 4)
    assert {name: keys_of(text) for name, text in by_year.items()} == {
        "rlhf": [], "rlhf/2025": ["a2025", "b2025", "c2025"], "rlhf/2023-2024": ["d2024", "e2023", "f2023"],
    }  # fmt: skip
    assert by_year["rlhf/2023-2024"].startswith("# RLHF, 2023–2024\n")
    mixed = split(f"# RLHF\n\n{entries('a2025', 'b2023', 'c2024', 'd2025')}")
    assert {name: keys_of(text) for name, text in mixed.items()} == {
        "rlhf": [], "rlhf/1": ["a2025", "b2023"], "rlhf/2": ["c2024", "d2025"],
    }  # fmt: skip
    assert mixed["rlhf/2"].startswith("# RLHF (2)\n")


def test_a_section_that_is_still_too_long_is_split_again():
    texts = split(f"# RLHF\n\n## PPO\n\n{entries(*'abcdef')}\n## DPO\n\n{entries('g')}")
    assert list(texts) == ["rlhf", "rlhf/ppo", "rlhf/dpo", "rlhf/ppo/1", "rlhf/ppo/2", "rlhf/ppo/3"]
    assert "{rl:formerly} rlhf\n" in texts["rlhf/ppo"]
    assert "{rl:formerly} rlhf/ppo\n" in texts["rlhf/ppo/2"]
    assert "ppo/1\nppo/2\nppo/3\n" in texts["rlhf/ppo"]


def test_texts_stay_with_the_entry_before_them():
    text = f"# RLHF\n\nIntro.\n\n{entries('a', 'b')}\nAbout both.\n\n{entries('c', 'd')}"
    texts = split(text)
    assert "Intro." in texts["rlhf"]
    assert texts["rlhf/1"].endswith(f"{entries('a', 'b')}\nAbout both.\n")


def test_names_that_are_taken_stay_what_they_are():
    texts = split(f"# RLHF\n\n## Index\n\n{entries('a', 'b')}\n## PPO\n\n{entries('c', 'd')}", taken=("rlhf/ppo",))
    assert list(texts) == ["rlhf", "rlhf/index-2", "rlhf/ppo-2"]


def test_underlined_headings_rise_too():
    texts = split(f"RLHF\n====\n\nPPO\n---\n\n{entries(*'abcd')}")
    assert texts["rlhf/ppo"].startswith("PPO\n===\n\n```{rl:formerly} rlhf\n")


def test_line_ends_stay():
    text = f"# RLHF\n\n{entries(*'abcd')}".replace("\n", "\r\n")
    texts = split("\ufeff" + text)
    assert list(texts) == ["rlhf", "rlhf/1", "rlhf/2"]
    assert all("\n" not in text.replace("\r\n", "") for text in texts.values())


def test_a_page_with_footnotes_stays():
    assert split(f"# RLHF\n\nSee[^1].\n\n{entries(*'abcd')}\n[^1]: There.\n") == {}


def test_definitions_of_links_are_on_all_pages_that_may_need_them():
    texts = split(
        f"# RLHF\n\nSee [x].\n\n{entries('a', 'b')}\nAnd [x].\n\n{entries('c', 'd')}\n[x]: https://example.org\n"
    )
    assert all("[x]: https://example.org\n" in text for text in texts.values())


def test_links_lead_where_they_led():
    text = (
        "# RLHF\n\nSee [PPO](#ppo), [code](code.md), [a file](<code.md#ab c>) and [out](https://example.org/code.md).\n\n"
        f"## PPO\n\nSee [above](#rlhf), [DPO](#dpo), [variants](rlhf.md#variants), ![](images/x.png) and [code].\n\n"
        f"[code]: code.md\n\n{entries('a', 'b')}\n### Variants\n\n```{{figure}} images/y.png\nSee [code](code.md).\n```\n"
        f"\n## DPO\n\n[It](#dpo) and [a label](some-label).\n\n{entries('c', 'd')}"
    )
    texts = split(text)
    assert (
        "See [PPO](rlhf/ppo.md), [code](code.md), [a file](<code.md#ab c>) and [out](https://example.org/code.md)."
        in texts["rlhf"]
    )
    ppo = texts["rlhf/ppo"]
    assert "See [above](../rlhf.md#rlhf), [DPO](dpo.md), [variants](#variants), ![](../images/x.png) and [code]." in ppo
    assert "[code]: ../code.md\n" in ppo
    assert "```{figure} ../images/y.png\nSee [code](../code.md).\n" in ppo
    assert "[It](#dpo) and [a label](some-label)." in texts["rlhf/dpo"]


def test_links_from_other_pages_lead_where_they_led():
    text = f"# RLHF\n\n## PPO\n\n{entries('a', 'b')}\n### Variants\n\n{entries('c')}\n## DPO\n\n{entries('d')}"
    done = split_page("a/rlhf", text, facts, Limits(FRAME + int(3.5 * CARD)))
    mover = LinkMover("a/rlhf", done.places)
    other = "[one](rlhf.md), [two](rlhf.md#ppo), [three](rlhf.md#variants), `[four](rlhf.md#ppo)`\n"
    assert mover.elsewhere(other, "a/code") == (
        "[one](rlhf.md), [two](rlhf/ppo.md), [three](rlhf/ppo.md#variants), `[four](rlhf/ppo.md)`\n"
    )


@given(
    st.lists(st.tuples(st.integers(100, 4000), st.none() | st.integers(2015, 2025)), min_size=2, max_size=60),
    st.integers(4000, 9000),
)
def test_groups_are_all_entries_in_their_order_and_have_room(cards, room):
    cards = [CardFacts(*card) for card in cards]
    found = groups(cards, room)
    assert [number for group in found for number in range(group.start, group.end)] == list(range(len(cards)))
    assert len({group.slug for group in found}) == len(found)
    years = any(len(group.label) >= 4 for group in found)
    # A year is a page, which is then split again where it has too much.
    assert years or all(sum(card.size for card in cards[group.start : group.end]) <= room for group in found)


@pytest.mark.parametrize("shape", ["\n", "\n## S\n\n", "\n## S\n\nText.\n\n### T\n\n"])
@given(count=st.integers(4, 40))
def test_every_entry_stays_in_its_order_and_every_page_is_short(shape, count):
    keys = [f"k{number}" for number in range(count)]
    text = "# RLHF\n" + shape.join(["", *(entries(*keys[start : start + 3]) for start in range(0, count, 3))])
    texts = split(text)
    found = [key for page in texts.values() for key in keys_of(page)] if texts else keys
    assert sorted(found) == sorted(keys)
    assert all(len(keys_of(page)) <= 3 for page in texts.values())
