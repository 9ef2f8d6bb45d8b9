"""Pages, records and metrics as one catalogue."""

from __future__ import annotations

import pytest

from sphinx_reading_list.bib.joining import build_catalogue
from sphinx_reading_list.bib.reading import read_bibliography
from sphinx_reading_list.core.catalogue import Catalogue, SectionContent
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Link, Location, Metric, PageEntry, Section
from sphinx_reading_list.core.names import Author

RECORDS, _ = read_bibliography(
    """
@inproceedings{wu2024selfplay,
  author = {Wu, Yue}, title = {Self-Play}, eventtitle = {ICLR 2025}, year = {2025},
  eprint = {2405.00675}, eprinttype = {arxiv}, url = {https://openreview.net/forum?id=a3PmRgAB5T},
}
@misc{sheng2024hybridflow, title = {HybridFlow}, doi = {10.1145/1}, eprint = {2409.19256}, eprinttype = {arxiv}}
@misc{nobody2020page, title = {A page}, url = {https://example.org/page/}}
""",
    "refs.bib",
)
RLHF = Section("rlhf", "RLHF", "list/rlhf")
MISC = Section("misc", "Misc", "list/misc")
EMPTY = Section("survey", "Survey", "list/survey")


def catalogue(*pages: PageEntry, elsewhere: tuple[PageEntry, ...] = (), metrics=None) -> tuple[Catalogue, list[str]]:
    sections = [SectionContent(EMPTY), SectionContent(RLHF, pages), SectionContent(MISC, elsewhere)]
    joined, problems = build_catalogue(sections, RECORDS, metrics or {})
    return joined, [str(problem) for problem in problems]


def test_a_key_brings_its_record() -> None:
    page = PageEntry(
        key="wu2024selfplay",
        aka=("Self-Play Preference Optimization", "self-play"),
        kind="talk",
        tags=("alignment",),
        added=PartialDate(2025, 3),
        date=PartialDate(2024, 4),
        links=(Link("https://x.com/1", "𝕏"), Link("http://arxiv.org/abs/2405.00675v5", "arxiv")),
    )
    metric = Metric("citations", 76)
    joined, problems = catalogue(page, metrics={"wu2024selfplay": (metric,)})
    assert problems == []
    entry = joined.entries["wu2024selfplay"]
    assert entry.record
    assert (entry.title, entry.kind, entry.venue) == ("Self-Play", "talk", "ICLR 2025")
    assert entry.aka == ("Self-Play Preference Optimization",)
    assert (entry.date, entry.added) == (PartialDate(2024, 4), PartialDate(2025, 3))
    assert entry.tags == ("alignment",)
    assert entry.metrics == (metric,)
    assert entry.url == "https://arxiv.org/abs/2405.00675"
    assert entry.links == (
        Link("https://arxiv.org/pdf/2405.00675"),
        Link("https://openreview.net/forum?id=a3PmRgAB5T"),
        Link("https://x.com/1", "𝕏"),
    )


def test_a_work_may_stand_in_several_places() -> None:
    joined, problems = catalogue(
        PageEntry(key="wu2024selfplay", links=(Link("https://x.com/1"),), tags=("a",), added=PartialDate(2025, 3)),
        PageEntry(key="sheng2024hybridflow", highlight=True),
        PageEntry(key="wu2024selfplay", links=(Link("https://x.com/1/"), Link("https://x.com/2")), tags=("b", "a")),
        elsewhere=(PageEntry(key="wu2024selfplay", highlight=True, added=PartialDate(2025, 1)),),
    )
    assert problems == []
    assert [(a.anchor, a.section.name) for a in joined.by_key["wu2024selfplay"]] == [
        ("entry-wu2024selfplay", "rlhf"),
        ("entry-wu2024selfplay-2", "rlhf"),
        ("entry-wu2024selfplay-3", "misc"),
    ]
    entry = joined.entries["wu2024selfplay"]
    assert [link.url for link in entry.links][2:] == ["https://x.com/1", "https://x.com/2"]
    assert entry.tags == ("a", "b")
    assert entry.added == PartialDate(2025, 1)
    assert list(joined.entries) == ["wu2024selfplay", "sheng2024hybridflow"]
    assert [a.key for a in joined.highlights] == ["sheng2024hybridflow", "wu2024selfplay"]


def test_empty_sections_keep_their_place() -> None:
    joined, _ = catalogue(PageEntry(key="wu2024selfplay"))
    assert joined.sections == (EMPTY, RLHF, MISC)
    assert list(joined.by_section) == ["rlhf"]


def test_an_anchor_is_never_that_of_another_key() -> None:
    pages = [PageEntry(key="x", title="X", url="https://x.org")] * 3
    other = PageEntry(key="x-2", title="Y", url="https://y.org")
    joined, _ = catalogue(*pages, other)
    assert [a.anchor for a in joined.appearances] == ["entry-x", "entry-x-3", "entry-x-4", "entry-x-2"]


def test_an_entry_without_a_record_is_what_its_page_says() -> None:
    joined, problems = catalogue(
        PageEntry(
            key="unsloth2025train",
            title="Train your own R1",
            url="https://unsloth.ai/blog/r1-reasoning",
            authors=(Author("Daniel"),),
            authors_elided=True,
            date=PartialDate(2025, 2, 6),
        ),
        PageEntry(key="verl", title="verl", url="https://github.com/volcengine/verl"),
        PageEntry(key="arx", title="Preprint", url="http://arxiv.org/abs/2501.00001v2"),
    )
    assert problems == []
    first, verl, preprint = joined.entries.values()
    assert (first.kind, first.authors, first.authors_elided) == ("article", (Author("Daniel"),), True)
    assert first.date == first.published == PartialDate(2025, 2, 6)
    assert (verl.kind, verl.date, verl.identifiers) == ("repository", None, (("github", "volcengine/verl"),))
    assert (preprint.kind, preprint.date, preprint.published) == ("paper", PartialDate(2025, 1), None)
    assert not any(entry.record for entry in joined.entries.values())


def test_an_unknown_key_gets_a_card_and_the_nearest_keys() -> None:
    joined, problems = catalogue(
        PageEntry(key="wu2024self-play", location=Location("list/rlhf.md", 7)),
        PageEntry(key="WU2024selfplay", location=Location("list/rlhf.md", 9)),
        PageEntry(key="zzz", location=Location("list/rlhf.md", 11)),
    )
    assert joined.entries["wu2024self-play"].title == "wu2024self-play"
    assert len(joined.appearances) == 3
    assert problems == [
        "list/rlhf.md:7: unknown-key No record has the key 'wu2024self-play'; the nearest is wu2024selfplay",
        "list/rlhf.md:9: unknown-key No record has the key 'WU2024selfplay'; the nearest is wu2024selfplay",
        "list/rlhf.md:11: unknown-key No record has the key 'zzz'",
    ]


def test_a_key_may_name_an_entry_of_another_page() -> None:
    joined, problems = catalogue(
        PageEntry(key="verl"),
        elsewhere=(PageEntry(key="verl", title="verl", url="https://github.com/volcengine/verl"),),
    )
    assert problems == []
    assert joined.entries["verl"].title == "verl"
    assert [a.anchor for a in joined.appearances] == ["entry-verl", "entry-verl-2"]


def test_two_works_under_one_key_are_both_shown() -> None:
    joined, problems = catalogue(
        PageEntry(key="x", title="One", url="https://one.org", location=Location("list/rlhf.md", 3)),
        PageEntry(key="x", title="One again", url="https://www.one.org/", location=Location("list/rlhf.md", 5)),
        PageEntry(key="x", title="Two", url="https://two.org", location=Location("list/rlhf.md", 8)),
    )
    assert {key: entry.title for key, entry in joined.entries.items()} == {"x": "One", "xa": "Two"}
    assert joined.entries["x"].aka == ("One again",)
    assert problems == ["list/rlhf.md:8: duplicate-key The key 'x' is that of “One” (list/rlhf.md:3) too"]


def test_keys_that_differ_in_case_alone_are_one() -> None:
    joined, problems = catalogue(
        PageEntry(key="x", title="One", url="https://one.org", location=Location("list/rlhf.md", 3)),
        PageEntry(key="X", title="One again", url="https://www.one.org/", location=Location("list/rlhf.md", 5)),
        PageEntry(key="X", title="Two", url="https://two.org", location=Location("list/rlhf.md", 8)),
        PageEntry(key="Nobody2020page", title="Three", url="https://three.org", location=Location("list/rlhf.md", 11)),
        PageEntry(key="Wu2024selfplay", title="SPPO", url="https://arxiv.org/abs/2405.00675"),
        PageEntry(key="WU2024SELFPLAY", location=Location("list/rlhf.md", 17)),
        PageEntry(key="zzz", location=Location("list/rlhf.md", 19)),
        PageEntry(key="ZZZ", location=Location("list/rlhf.md", 21)),
    )
    assert [card.key for card in joined.appearances] == [
        "x",
        "x",
        "Xa",
        "Nobody2020pagea",
        "wu2024selfplay",
        "wu2024selfplay",
        "zzz",
        "zzz",
    ]
    assert problems == [
        "list/rlhf.md:8: duplicate-key The key 'X' is, but for its case, that of “One” (list/rlhf.md:3) too",
        "list/rlhf.md:11: duplicate-key The key 'Nobody2020page' is, but for its case, that of “A page” (refs.bib:7) too",
        "list/rlhf.md:17: unknown-key No record has the key 'WU2024SELFPLAY'; the nearest is wu2024selfplay",
        "list/rlhf.md:19: unknown-key No record has the key 'zzz'",
        "list/rlhf.md:21: unknown-key No record has the key 'ZZZ'",
    ]


@pytest.mark.parametrize(
    ("page", "key"),
    [
        (PageEntry(title="SPPO", url="http://arxiv.org/pdf/2405.00675v5.pdf"), "wu2024selfplay"),
        (PageEntry(title="SPPO", url="https://openreview.net/forum?id=a3PmRgAB5T&noteId=1"), "wu2024selfplay"),
        (PageEntry(title="SPPO", links=(Link("https://arxiv.org/abs/2405.00675"),)), "wu2024selfplay"),
        (PageEntry(title="HF", url="https://dx.doi.org/10.1145/1"), "sheng2024hybridflow"),
        (PageEntry(title="Page", url="http://www.example.org/page#top"), "nobody2020page"),
        # A link to a paper doesn't make an entry that paper.
        (
            PageEntry(title="verl", url="https://github.com/volcengine/verl", links=(Link("https://arxiv.org/abs/2409.19256"),)),
            "volcengine-verl",
        ),
        (PageEntry(title="A New Thing", url="https://arxiv.org/abs/2501.00001", authors=(Author("Müller", "A."),)), "muller2025new"),
        (PageEntry(title="Talk", url="https://vimeo.com/1", date=PartialDate(2023)), "vimeo2023talk"),
        (PageEntry(title="如何正确", url="https://zhuanlan.zhihu.com/p/1"), "zhihu-ruhezhengque"),
        (PageEntry(title="Nowhere"), "nowhere"),
    ],
)  # fmt: skip
def test_an_entry_without_a_key_finds_its_record_or_gets_one(page: PageEntry, key: str) -> None:
    joined, problems = catalogue(page)
    assert list(joined.entries) == [key]
    assert problems == []


def test_generated_keys_never_collide() -> None:
    joined, problems = catalogue(
        PageEntry(title="Talk one", url="https://vimeo.com/1"),
        PageEntry(title="Talk two", url="https://vimeo.com/2"),
        PageEntry(title="Talk one, again", url="https://vimeo.com/1/"),
        elsewhere=(PageEntry(key="vimeo-talka", title="Other", url="https://vimeo.com/3"),),
    )
    assert problems == []
    assert [a.key for a in joined.appearances] == ["vimeo-talk", "vimeo-talkb", "vimeo-talk", "vimeo-talka"]


def test_records_without_a_card_say_which_entries_link_to_them() -> None:
    joined, _ = catalogue(
        PageEntry(
            key="verl", title="verl", url="https://github.com/v/v", links=(Link("http://arxiv.org/abs/2409.19256v2"),)
        ),
        PageEntry(key="other", title="Other", url="https://o.org", links=(Link("https://doi.org/10.1145/1"),)),
        PageEntry(key="wu2024selfplay", links=(Link("https://arxiv.org/abs/2405.00675"),)),
    )
    assert joined.mentions == {"sheng2024hybridflow": ("verl", "other")}
    assert joined.records == RECORDS


def test_addresses_that_are_unsafe_are_nowhere() -> None:
    joined, _ = catalogue(
        PageEntry(
            key="x", title="X", url="javascript:alert(1)", links=(Link("data:text/html,x"), Link("https://ok.org"))
        )
    )
    entry = joined.entries["x"]
    assert entry.url == ""
    assert entry.links == (Link("https://ok.org"),)


def test_a_thousand_unknown_keys_are_reported_soon() -> None:
    pages = [PageEntry(key=f"wu30{number}selfplay") for number in range(1000)]
    _, problems = catalogue(*pages)
    assert len(problems) == 1000
