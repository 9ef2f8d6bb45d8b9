"""The highlights as a reading path, and what sections say of themselves."""

from __future__ import annotations

import pytest

from sphinx_reading_list.sphinxext.introductions import MOST, shortened

LIST = """
    # RLHF

    What people *prefer*, & how models learn it.

    A second paragraph.

    :::{entry} wu2024selfplay
    :highlight:
    :::

    :::{entry} hu2025reinforce
    :highlight:
    :formerly: hu2025old
    :::

    ## Tools

    See {entry}`wu2024selfplay`.

    ### Of others

    Code of others.

    :::{entry} [A tool](https://github.com/ada/tool)
    :key: tool
    :::

    :::{entry} [Another](https://github.com/ada/other)
    :key: other
    :highlight:
    :::
    """


def index(view):
    return f"# The list\n\n{view}\n\n```{{toctree}}\nlist/rlhf\n```\n"


def built(make_site, view, builder="html", **more):
    return make_site({"index.md": index(view), "list/rlhf.md": LIST, **more}).build(builder)


def lines(items):
    return [" ".join(item.get_text().split()) for item in items]


def test_without_a_path_they_come_as_in_the_list(make_site):
    page = built(make_site, "```{rl:highlights}\n```").page("index.html")
    assert not page.select("ol.rl-path")
    assert [link.get_text() for link in page.select("ul.rl-highlights a")] == [
        "Self-Play Preference Optimization", "REINFORCE++", "Another"
    ]  # fmt: skip


PATH = "```{rl:highlights}\n1. tool: Begin *here*, <b>now</b>.\n\n- hu2025old\nwu2024selfplay – And then?\ntool\n```"


def test_a_path_is_in_its_own_order_and_the_others_follow(make_site):
    site = built(make_site, PATH)
    assert site.warnings == ""
    page = site.page("index.html")
    # Each once, by its key of today or a former one, with the reason as plain text.
    assert lines(page.select("ol.rl-path > li")) == [
        "Repository: A tool Begin *here*, <b>now</b>.",
        "Paper: REINFORCE++ Jian Hu · January 2025",
        "Paper: Self-Play Preference Optimization Yue Wu et al. · May 2024 And then?",
    ]
    assert next(link["href"] for link in page.select("ol.rl-path a")) == "list/rlhf.html#entry-tool"
    assert [link.get_text() for link in page.select("ul.rl-highlights a")] == ["Another"]


def test_the_others_can_be_left_out(make_site):
    page = built(make_site, PATH.replace("1. tool", ":rest: leave out\n\n1. tool")).page("index.html")
    assert len(page.select("ol.rl-path > li")) == 3
    assert not page.select("ul.rl-highlights")


def test_other_builders_number_it_as_well(make_site):
    text = built(make_site, PATH, "text").read("index.txt")
    assert '1. "A tool": Begin *here*, <b>now</b>.' in " ".join(text.split()) or "1. A tool: Begin *here*" in text
    assert "3. Self-Play Preference Optimization (Yue Wu et al., May 2024)" in " ".join(text.split())
    assert "* Another" in text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.md", index("```{rl:highlights}\n:rest: follow\n\nwu2024selfplay\n\n- wu2024selfpaly: Why?\n```")),
        ("index.rst", "The list\n========\n\n.. rl:highlights::\n   :rest: follow\n\n   wu2024selfplay\n   wu2024selfpaly: Why?\n\n"
                      ".. toctree::\n\n   list/rlhf\n"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_reported_with_its_line_at_each_build(make_site, name, text):
    site = make_site({"index.md": "", "list/rlhf.md": LIST, name: text}).build()
    line = text.split("\n").index(next(line for line in text.split("\n") if "selfpaly" in line)) + 1
    said = (
        f"{name}:{line}: WARNING: No entry of the list has the key 'wu2024selfpaly'; the nearest is wu2024selfplay:"
        " Correct the key in the directive's content; each line of it begins with one. [reading_list.unknown-key]"
    )
    assert site.warnings == said
    assert len(site.page("index.html").select("ol.rl-path > li")) == 1
    assert site.build().warnings == said


def test_a_word_that_the_rest_is_not_is_refused(make_site):
    assert "neither of 2 words: follow, leave out" in built(make_site, "```{rl:highlights}\n:rest: maybe\n```").warnings


def test_the_page_is_written_again_where_the_path_changes_and_not_where_lines_move(make_site):
    site = built(make_site, PATH)
    page = site.out / "index.html"
    before = page.stat().st_mtime_ns
    site.write({"list/rlhf.md": LIST.replace("A tool", "The tool")})
    site.build()
    assert page.stat().st_mtime_ns != before
    assert "The tool" in lines(site.page("index.html").select("ol.rl-path > li"))[0]
    incremental = site.files()
    assert site.build(out="clean").files() == incremental


def test_sections_say_what_their_curator_says_of_them(make_site):
    site = built(make_site, "```{rl:sections}\n```")
    page = site.page("index.html")
    assert lines(page.select(".rl-sections > li")) == [
        "RLHF 2 entriesWhat people prefer, & how models learn it.",
        "Of others 2 entriesCode of others.",
    ]
    # It stands on the section's page as any prose.
    assert "What people <em>prefer</em>" in site.read("list/rlhf.html")
    site.write({"list/rlhf.md": LIST.replace("Code of others.", "Their code.")})
    assert lines(site.build().page("index.html").select(".rl-sections > li"))[1].endswith("Their code.")


def test_an_introduction_that_refers_elsewhere_is_passed_over(make_site):
    text = LIST.replace("Code of others.", "See {entry}`tool`.").replace(
        "What people *prefer*, & how models learn it.\n", ""
    )
    page = built(make_site, "```{rl:sections}\n```", **{"list/rlhf.md": text}).page("index.html")
    assert lines(page.select(".rl-sections > li")) == ["RLHF 2 entriesA second paragraph.", "Of others 2 entries"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short.", "Short."),
        ("One sentence of some length that ends well before the limit, but late enough to say something of it. " + "more " * 60,
         "One sentence of some length that ends well before the limit, but late enough to say something of it."),
        ("word " * 100, ("word " * 56).strip() + "…"),
        ("字" * 400, "字" * MOST + "…"),
    ],
)  # fmt: skip
def test_a_long_one_is_cut_at_a_sentence_or_a_word(text, expected):
    assert shortened(text.strip()) == expected
