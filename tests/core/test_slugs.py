"""Names of files made of keys: none is that of another key, or of another file of the site."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.core.slugs import FORMAT_ENDINGS, RESERVED_KEYS, escape_key, fold_value, slugify, value_slug
from sphinx_reading_list.exports.references import all_formats

SUFFIXES = sorted({export.suffix for export in all_formats().values()})
PARTS = st.sampled_from(
    [
        "wu2024",
        "A",
        "a",
        "é",
        "~",
        "2e",
        ".",
        "all",
        "section",
        "🌟",
        "/",
        *FORMAT_ENDINGS,
        *SUFFIXES,
        "x" * 75,
        "~41" * 50,
    ]
)
KEYS = st.lists(PARTS, min_size=1, max_size=4).map("".join)


@given(st.sets(KEYS, max_size=12))
def test_no_two_files_have_one_name(keys):
    files = [escape_key(key) + suffix for key, suffix in product(keys, SUFFIXES)]
    assert len(files) == len(set(files))
    reserved = {name + suffix for name, suffix in product(RESERVED_KEYS, SUFFIXES)}
    assert not reserved.intersection(files)


@given(KEYS)
def test_a_name_is_plain(key):
    assert set(escape_key(key)) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-~")
    assert not escape_key(key).startswith(".")
    assert len(escape_key(key)) <= 160


def test_names_that_are_published_stay():
    names = {
        "wu2024selfplay": "wu2024selfplay",
        "smith2020.v2": "smith2020.v2",
        "DBLP:conf/x/Y": "~44~~42~~4c~~50~~3a~conf~2f~x~2f~~59~",
        ".hidden": "~2e~hidden",
        "all": "~61~ll",
        "🌟": "~1f31f~",
        "wu2024.biblatex": "wu2024~2e~biblatex",
        ".biblatex": "~2e~biblatex",
        "x" * 150: "x" * 150,
        "x" * 151: "x" * 150 + "~1570c81f~",
        "王" * 40: "~738b~" * 25 + "~062c01c5~",
    }
    assert {key: escape_key(key) for key in names} == names


def test_every_compound_suffix_is_known():
    compound = {
        long.removesuffix(short)
        for long, short in product(SUFFIXES, SUFFIXES)
        if long != short and long.endswith(short)
    }
    assert compound == set(FORMAT_ENDINGS)


VALUES = st.lists(
    st.sampled_from([*"aAbé王. -~_/\\", "..", "Ａ", "ß", "ss", "index", "__proto__", "o’", "\ud800", "x" * 70]),
    min_size=1,
).map("".join)


@given(st.sets(VALUES, max_size=12))
def test_no_two_values_of_an_index_have_one_page(values):
    folded = {fold_value(value) for value in values}
    assert len({value_slug(value) for value in values}) == len(folded)


@given(VALUES)
def test_a_page_of_an_index_can_be_a_file_and_a_folder(value):
    slug = value_slug(value)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-~")
    assert 0 < len(slug) < 90
    assert slug != "index"
    assert not slug.startswith(".")
    assert not slug.endswith(".")


@pytest.mark.parametrize(
    ("value", "slug"),
    [
        ("Yue Wu", "yue-wu"),
        (" YUE  Wu ", "yue-wu"),
        ("Thomas L. Griffiths", "thomas-l.-griffiths"),
        ("__proto__", "__proto__"),
        ("José García", "jose-garcia~d14f071852dc"),
        ("王伟", "~0de5356a63bd"),
        ("index", "index~e75fd4061882"),
    ],
)
def test_the_page_of_a_value_never_changes_its_address(value, slug):
    assert value_slug(value) == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Reward Models: A (Short) Survey", "reward-models-a-short-survey"),
        ("What Isn’t Said", "what-isnt-said"),
        ("奖励模型", "奖励模型"),
        ("?!", ""),
        ("weaving " * 40, "-".join(["weaving"] * 15)),
        ("A " + "x" * 300, "a-" + "x" * 118),
        ("奖励" * 100, "奖励" * 20),
    ],
)
def test_a_heading_in_an_address(title, slug):
    assert slugify(title) == slug


@given(st.text(st.sampled_from("aé王 -’\ud800"), max_size=400))
def test_a_heading_of_any_length_can_be_a_file(title):
    slug = slugify(title)
    assert len(slug.encode(errors="ignore")) <= 120
    assert slug == slug.strip("-")
