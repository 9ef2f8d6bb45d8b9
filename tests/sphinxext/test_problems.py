"""Bad input gives a warning with file and line, and costs nothing but itself."""

from __future__ import annotations

import pytest

PAGE = """
    # RLHF

    :::{entry} wu2024selfpaly
    :::

    :::{entry}
    :::

    :::{entry} [Bad](javascript:alert(1))
    :kind: papper
    :date: 2025-13

    A note with a {entry}`missing` role.

    - [worse](data:text/html,x)
    :::

    :::{entry} hu2025reinforce
    :::
    """


def places(warnings):
    """The place and the code of each warning."""
    return [
        (line.split(": WARNING")[0], line.rpartition("[")[2].rstrip("]"))
        for line in warnings.splitlines()
        if "WARNING" in line
    ]


def test_each_problem_has_its_line_and_code(make_site):
    site = make_site({"list/rlhf.md": PAGE}).build()
    assert sorted(places(site.warnings)) == [
        ("list/rlhf.md:13", "reading_list.unknown-key"),
        ("list/rlhf.md:15", "reading_list.unsafe-link"),
        ("list/rlhf.md:3", "reading_list.unknown-key"),
        ("list/rlhf.md:6", "reading_list.entry-without-title"),
        ("list/rlhf.md:9", "reading_list.bad-option"),
        ("list/rlhf.md:9", "reading_list.unknown-kind"),
        ("list/rlhf.md:9", "reading_list.unsafe-link"),
    ]
    assert "wu2024selfplay" in site.warnings  # the nearest key
    assert site.card("entry-hu2025reinforce")
    page = site.page("list/rlhf.html")
    assert not [a for a in page.find_all("a", href=True) if not a["href"].startswith(("http", "#", "..", "/", "rlhf", "index"))
                and ":" in a["href"]]  # fmt: skip


RST_PAGE = """
    RLHF
    ====

    .. entry:: hu2025reinforce

       A note.

       Another with a :entry:`missing` role.

    .. entry:: wu2024selfpaly
    """


def test_lines_are_right_in_restructuredtext_too(make_site):
    site = make_site({"list/rlhf.rst": RST_PAGE}).build()
    assert sorted(places(site.warnings)) == [
        ("list/rlhf.rst:10", "reading_list.unknown-key"),
        ("list/rlhf.rst:8", "reading_list.unknown-key"),
    ]


def test_a_broken_record_leaves_the_others_alone(make_site):
    bib = """
        @misc{good2024one, title = {One}, year = {2024}}

        @misc{bad2024two, title = {Two {unbalanced}, year = {2024}}

        @misc{good2024three, title = {Three}, author = {Roe, Jane}, year = {2024}}
        """
    page = "# RLHF\n\n:::{entry} good2024one\n:::\n\n:::{entry} good2024three\n:::\n"
    site = make_site(
        {
            "list/rlhf.md": page,
            "refs.bib": bib,
            "bibliography.md": "---\norphan: true\n---\n# B\n\n```{bibliography}\n:all:\n```\n",
        }
    ).build()
    assert [code for _, code in places(site.warnings)] == ["reading_list.broken-record"]
    assert "refs.bib:3" in site.warnings
    assert "One" in site.card("entry-good2024one").get_text()
    assert "Three" in site.page("bibliography.html").find(id="cite-good2024three").get_text()


HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"


def test_markup_in_a_list_is_text(make_site):
    bib = f"@misc{{evil2024,\n title = {{{HOSTILE}}},\n author = {{{{{HOSTILE}}}}},\n note = {{{HOSTILE}}},\n url = {{javascript:alert(1)}},\n year = {{2024}}}}\n"
    page = f"# RLHF\n\n:::{{entry}} evil2024\n:tags: {HOSTILE}\n:aka: {HOSTILE}\n:::\n\n:::{{entry}} [\\<script>alert(2)\\</script>](https://e.org/?a=1&b=%22)\n:key: evil-two\n:::\n"
    files = {
        "list/rlhf.md": page,
        "refs.bib": bib,
        "bibliography.md": "---\norphan: true\n---\n# B\n\n```{bibliography}\n:all:\n```\n",
    }
    site = make_site(files, html_theme="furo").build()
    for name in ("list/rlhf.html", "bibliography.html", "index.html"):
        page = site.page(name)
        assert not [script for script in page.find_all("script") if "alert" in script.get_text()]
        assert not page.find_all("img", onerror=True)
        assert not [a for a in page.find_all("a", href=True) if a["href"].startswith("javascript")]
    assert "<script>alert(2)</script>" in site.card("entry-evil-two").get_text()


def test_without_a_bib_file_entries_on_pages_still_work(make_site):
    site = make_site(
        {
            "list/rlhf.md": "# RLHF\n\n:::{entry} [verl](https://github.com/volcengine/verl)\n:key: verl\n:::\n",
            "refs.bib": "",
        }
        | {}
    )
    assert not (site.folder / "refs.bib").exists()
    assert site.build().warnings == ""
    assert site.card("entry-verl")


@pytest.mark.parametrize(("settings", "message"), [
    ({"reading_list_authors_shown": 0}, "at least 1"),
    ({"reading_list_bib": "gone.bib"}, "gone.bib"),
])  # fmt: skip
def test_a_setting_that_cannot_work_is_refused(make_site, settings, message):
    from sphinx.errors import ConfigError

    with pytest.raises(ConfigError, match=message):
        make_site({"list/rlhf.md": "# RLHF\n"}, **settings).build()


def test_an_empty_section_says_so_and_invites(make_site):
    site = make_site({"list/survey.md": "# Survey\n"}, reading_list_repository="https://github.com/o/r").build()
    text = site.page("list/survey.html").find(class_="rl-empty")
    assert text.get_text().startswith("No entries yet.")
    assert text.a["href"].startswith("https://github.com/o/r/issues/new?")


def test_without_a_repository_the_invitation_leads_to_the_page_that_says_how(make_site):
    pages = {"list/survey.md": "# Survey\n", "list/how.md": "# How to contribute\n\n:::{entry} hu2025reinforce\n:::\n"}
    site = make_site(pages, reading_list_contribute="list/how").build()
    assert site.page("list/survey.html").find(class_="rl-empty").a["href"] == "how.html"


def test_edit_links_lead_to_the_line(make_site):
    page = {"list/rlhf.md": "# RLHF\n\n:::{entry} hu2025reinforce\n:::\n"}
    site = make_site(page, reading_list_repository="https://github.com/o/r.git").build()
    edit = site.card("entry-hu2025reinforce").find(class_="rl-edit")
    assert edit["href"] == "https://github.com/o/r/blob/main/docs/list/rlhf.md?plain=1#L3"
    assert make_site(page, "second").build().card("entry-hu2025reinforce").find(class_="rl-edit") is None
