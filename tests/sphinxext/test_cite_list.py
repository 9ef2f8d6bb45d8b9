"""How the list itself is cited: from CITATION.cff, with its version and date."""

from __future__ import annotations

from sphinx_reading_list.bib.reading import read_bibliography

CFF = """
    cff-version: 1.2.0
    message: Cite it.
    type: dataset
    title: My & your list
    authors:
      - family-names: Lovelace
        given-names: Ada
      - name: The Others
    version: "1.10"
    date-released: 2025-03-01
    """
PAGE = {"cite.md": "# Cite\n\n```{rl:cite-list}\n```\n", "index.md": "# Home\n\n```{toctree}\ncite\n```\n"}


def cited(site):
    page = site.page("cite.html")
    return page.find("h1").find_next("p").get_text(), page.find("pre").get_text()


def test_it_says_who_when_and_which_version(make_site):
    site = make_site({**PAGE, "CITATION.cff": CFF}, html_baseurl="https://rl.example.org/").build()
    assert site.warnings == ""
    reference, bibtex = cited(site)
    assert (
        reference
        == "Lovelace, A., & The Others. (2025). My & your list (Version 1.10) [Data set]. https://rl.example.org/"
    )
    records, problems = read_bibliography(bibtex, "x.bib")
    assert problems == []
    [record] = records.values()
    assert (record.key, record.get("year"), record.get("month")) == ("my-your-list", "2025", "mar")
    assert record.get("author") == "Lovelace, Ada and {The Others}"
    assert record.get("version") == "1.10"
    assert "https://rl.example.org/" in record.get("howpublished")


def test_it_follows_the_file_and_the_address(make_site):
    site = make_site({**PAGE, "CITATION.cff": CFF}).build()
    assert "http" not in cited(site)[0]
    site.write({"CITATION.cff": CFF.replace("1.10", "2")})
    assert "(Version 2)" in cited(site.build())[0]
    site.settings["html_baseurl"] = "https://rl.example.org"
    assert cited(site.build())[0].endswith("https://rl.example.org")


def test_the_file_may_be_elsewhere(make_site):
    above = make_site({**PAGE, "../CITATION.cff": CFF}, "above").build()
    named = make_site({**PAGE, "about/my.cff": CFF}, "named", reading_list_citation="about/my.cff").build()
    assert (above.warnings, named.warnings) == ("", "")
    assert cited(above) == cited(named)


def test_a_list_without_the_file_is_told(make_site):
    site = make_site(PAGE, project="My list").build()
    assert "cite.md:3: WARNING: There is no file CITATION.cff" in site.warnings
    assert "[reading_list.broken-citation]" in site.warnings
    assert cited(site)[0] == "My list. (n.d.)."


def test_a_broken_file_is_told_with_its_line(make_site):
    site = make_site({**PAGE, "CITATION.cff": "title: x\nauthors: [\n"}, project="My list").build()
    assert "CITATION.cff:3: WARNING: can't be read" in site.warnings
    assert cited(site)[0].startswith("My list.")


def test_a_file_that_is_wrong_as_a_whole_is_called_by_its_name(make_site):
    site = make_site({**PAGE, "CITATION.cff": "title: My list\n"}).build()
    assert "CITATION.cff:1: WARNING: names no author" in site.warnings


def test_other_builders_have_it_too(make_site):
    text = make_site({**PAGE, "CITATION.cff": CFF}).build("text").read("cite.txt")
    assert "(Version 1.10)" in text
    assert "@misc{my-your-list," in text
