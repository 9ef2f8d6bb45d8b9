"""Problems are said at the line where they are: in roles, in links, in notes; and mended there alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_reading_list.checks._check import Example
from sphinx_reading_list.checks._running import chosen, find, mend

RECORD = "@misc{wu2024selfplay,\n  title = {Self-Play},\n  ids = {wu2024old},\n  year = {2024},\n  eprint = {2405.00675},\n}\n"
VERL = ":::{{entry}} [verl](https://github.com/volcengine/verl)\n:key: volcengine-verl\n:formerly: hybridflow\n{}:::\n"


def found(page, select, bib=RECORD):
    return [(p.location.line, p.message) for p in find(Example(page, bib).site(), chosen([select], ()))]


def test_an_unknown_key_in_prose_is_said_at_its_line():
    page = "# A\n\nSome text\nand {entry}`wu2024selfplai`.\n\n" + VERL.format(
        "\nAs in {cite:t}`wu2024selfplay,nobody2020`.\n"
    )
    assert found(page, "unknown-key") == [
        (4, "No entry has the key 'wu2024selfplai'; the nearest is wu2024selfplay"),
        (10, "No record has the key 'nobody2020'"),
    ]


@pytest.mark.parametrize("options", ["", ":rest: follow\n\n", "---\nrest: follow\n---\n"])
def test_an_unknown_key_on_a_reading_path_is_said_at_its_line(options):
    page = (
        f"# Home\n\n```{{rl:highlights}}\n{options}1. volcengine-verl: Code.\n\n2. hybridflow\n3. nobody: Why?\n```\n"
    )
    site = Example("# A\n\n" + VERL.format(""), RECORD).site()
    site = replace(site, others={"docs/index.md": page, "docs/index.rst": page})
    problems = list(find(site, chosen(["unknown-key"], ())))
    line = page.split("\n").index("3. nobody: Why?") + 1
    assert [(str(p.location), p.message) for p in problems] == [
        (f"docs/index.md:{line}", "No entry of the list has the key 'nobody'")
    ]


def test_a_key_within_code_is_none():
    assert found("# A\n\n`` {entry}`nobody` `` and\n\n```\n{entry}`nobody`\n```\n", "unknown-key") == []


@pytest.mark.parametrize(
    ("number", "reported"),
    [("2405.0067", True), ("1412.0001", False), ("1412.00001", True), ("1501.00001", False), ("hep-th/9901001", False),
     ("0703.0001", True), ("2405.00675v2", False)],
)  # fmt: skip
def test_an_arxiv_id_has_as_many_digits_as_at_its_time(number, reported):
    page = VERL.format(f"\n- [Paper](https://arxiv.org/abs/{number})\n")
    assert found(page, "malformed-arxiv") == [(5, f"https://arxiv.org/abs/{number} has no arXiv id")] * reported
    bib = RECORD.replace("2405.00675", number)
    assert (
        found("# A\n", "malformed-arxiv", bib)
        == [(5, f"Record wu2024selfplay: eprint = {{{number}}} is no bare arXiv id")] * reported
    )


def test_a_link_whose_text_names_another_paper_is_said_at_its_line():
    page = VERL.format("\n- [Code](https://example.org)\n- [arXiv 2405.00676](https://arxiv.org/abs/2405.00675)\n")
    assert [line for line, _ in found(page, "conflicting-ids")] == [6]


def test_former_keys_are_replaced_where_they_are_used_and_nowhere_else():
    page = (
        "# A\r\n\r\n:::{entry} wu2024old\r\n:highlight:\r\n:::\r\n\r\nSee wu2024old in {entry}`it <hybridflow>`, {cite:t}`wu2024old,wu2024selfplay`"
        "\nor {entry}`hybridflow`.\n\n" + VERL.format("") + "\n:::{entry} wu2024older\n:::\n"
    )
    site = Example(page, RECORD).site()
    problems = list(find(site, chosen(["former-key"], ())))
    assert [p.location.line for p in problems] == [3, 7, 7, 8]
    mended = mend(site, chosen(["former-key"], ()), lambda problem: True)
    assert not mended.left
    assert mended.site.pages["list/page.md"] == (
        "# A\r\n\r\n:::{entry} wu2024selfplay\r\n:highlight:\r\n:::\r\n\r\n"
        "See wu2024old in {entry}`it <volcengine-verl>`, {cite:t}`wu2024selfplay,wu2024selfplay`"
        "\nor {entry}`volcengine-verl`.\n\n" + VERL.format("") + "\n:::{entry} wu2024older\n:::\n"
    )


def test_what_mends_a_list_says_no_more_than_it_may():
    page = "# A\n\n" + VERL.format("").replace("hybridflow", "volcengine-verl")
    assert found(page, "bad-former-name") == [
        (3, "'volcengine-verl' is a key that is in use, so it leads nowhere else")
    ]


def test_two_works_that_claim_one_key_are_both_named():
    page = (
        "# A\n\n" + VERL.format("") + "\n" + VERL.format("").replace("verl", "trl").replace("volcengine", "huggingface")
    )
    assert found(page, "bad-former-name") == [
        (8, "'hybridflow' is said to be a former key of two works (list/page.md:3); it leads to the first")
    ]
