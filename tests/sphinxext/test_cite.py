"""The rows that lead to the files for citing, and the scripts that the page's own script asks for."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

from sphinx_reading_list.exports._export import Frame
from sphinx_reading_list.exports.references import all_formats

PAGE = """
    # RLHF

    Read on.

    :::{entry} wu2024selfplay
    :::

    ## Deeper

    > :::{entry} hu2025reinforce
    > :::

    :::{entry} wu2024selfplay
    :::
    """
HOME = "# Home\n\n```{rl:cite}\n```\n\n```{toctree}\nlist/rlhf\nlist/survey\n```\n"
PAGES = {"index.md": HOME, "list/rlhf.md": PAGE, "list/survey.md": "# Survey\n"}
LABELS = ["BibTeX", "BibLaTeX", "CSL-JSON", "RIS"]


def rows(site, path):
    """Each row of a page: its name, where its links lead, and its buttons."""
    return [
        (row["aria-label"], [a["href"] for a in row.find_all("a")], [b.get_text() for b in row.find_all("button")])
        for row in site.page(path).find_all(class_="rl-row")
    ]


def files(stem):
    return [stem + suffix for suffix in (".bib", ".biblatex.bib", ".json", ".ris")]


def called(text, function):
    """The arguments of the one call that a script is; what is asked of it is less than JavaScript has."""
    assert text.isascii()
    assert text.startswith(f"sphinxReadingList.{function}(")
    assert text.endswith(");\n")
    assert "<" not in text
    return json.loads(f"[{text.removeprefix(f'sphinxReadingList.{function}(').removesuffix(');' + chr(10))}]")


def test_a_row_stands_above_the_cards_of_each_section(make_site):
    site = make_site(PAGES).build()
    assert site.warnings == ""
    assert rows(site, "list/rlhf.html") == [
        ("Cite this section", files("../cite/section/rlhf"), ["Copy BibTeX", "Keep it", "My marks"]),
        ("Cite this section", files("../cite/section/rlhf/deeper"), ["Copy BibTeX", "Keep all 2", "My marks"]),
    ]
    [first, second] = site.page("list/rlhf.html").find_all(class_="rl-row")
    assert first.find_previous_sibling().get_text() == "Read on."
    assert first.find_next_sibling()["id"] == "entry-wu2024selfplay"
    assert second.find_next_sibling().name == "blockquote"
    assert [a.get_text() for a in first.find_all("a")] == LABELS
    assert rows(site, "list/survey.html") == []


def test_the_whole_list_has_a_row_where_the_site_wants_it(make_site):
    site = make_site(PAGES).build()
    assert rows(site, "index.html") == [
        ("Cite the whole list", files("cite/all"), ["Copy BibTeX", "Basket", "My marks"])
    ]


def test_a_site_may_do_without_the_rows_of_sections(make_site):
    site = make_site(PAGES, reading_list_cite_sections=False).build()
    assert rows(site, "list/rlhf.html") == []
    assert len(rows(site, "index.html")) == 1


@pytest.mark.parametrize("builder", ["singlehtml", "epub"])
def test_builders_without_files_have_neither_rows_nor_what_needs_files(make_site, builder):
    site = make_site(PAGES, version="1", copyright="CC0").build(builder)
    assert site.warnings == ""
    pages = "".join(path.read_text(encoding="utf-8") for path in site.out.rglob("*html"))
    assert "rl-bibtex" in pages
    for needs_files in ("rl-row", "rl-mark", "rl-files", 'reading-list-basket.js"', "formats.js"):
        assert needs_files not in pages


def test_dirhtml_leads_to_the_same_files(make_site):
    site = make_site(PAGES).build("dirhtml")
    assert rows(site, "list/rlhf/index.html")[0][1] == files("../../cite/section/rlhf")
    assert site.page("list/rlhf/index.html").find("script", src="../../cite/formats.js")


@pytest.mark.parametrize(("settings", "shown"), [({}, False), ({"html_baseurl": "https://list.test/en"}, True)])
def test_on_paper_the_files_are_linked_where_the_address_is_known(make_site, settings, shown):
    site = make_site(PAGES, **settings).build("latex")
    [text] = [path.read_text(encoding="utf-8") for path in site.out.glob("*.tex")]
    assert (r"\sphinxhref{https://list.test/en/cite/all.bib}{BibTeX}" in text) is shown
    assert "Cite this section" not in text


def test_pages_without_cards_load_nothing_for_citing(make_site):
    site = make_site(PAGES).build()

    def scripts(path):
        return {tag["src"].split("?")[0].rpartition("/")[2] for tag in site.page(path).find_all("script", src=True)}

    assert "reading-list-basket.js" in scripts("list/rlhf.html") & scripts("index.html")
    assert "formats.js" not in scripts("list/survey.html") | scripts("search.html")


def test_an_entry_in_every_format(make_site):
    pages = PAGES | {
        "list/rlhf.md": dedent(PAGE) + "\n:::{entry} [`</script>` 如何](https://e.org)\n:key: Odd/Key\n:::\n"
    }
    site = make_site(pages).build()
    key, texts = called(site.read("cite/wu2024selfplay.js"), "cite")
    assert key == "wu2024selfplay"
    assert sorted(texts) == sorted(all_formats())
    assert texts["bibtex"] == site.read("cite/wu2024selfplay.bib")
    assert texts["ris"] == (site.out / "cite/wu2024selfplay.ris").read_bytes().decode()
    assert texts["apa"]["text"].startswith("Wu, Y., Sun, Z., & The Team. (2025). Self-Play")
    assert "<i>" in texts["apa"]["html"]
    key, texts = called(site.read("cite/~4f~dd~2f~~4b~ey.js"), "cite")
    assert key == "Odd/Key"
    assert "</script> 如何" in texts["csl-json"]
    assert called(site.read("cite/keys.js"), "list") == [["wu2024selfplay", "hu2025reinforce", "Odd/Key"]]


def test_what_the_script_joins_is_the_file(make_site):
    site = make_site(PAGES).build()
    [formats] = called(site.read("cite/formats.js"), "offer")
    assert [format_["label"] for format_ in formats] == [*LABELS, "APA", "IEEE", "Nature"]
    texts = [called(site.read(f"cite/{key}.js"), "cite")[1] for key in ("wu2024selfplay", "hu2025reinforce")]
    for format_ in formats:
        export = all_formats()[format_["name"]]
        assert (export.label, export.suffix, export.media_type) == (
            format_["label"],
            format_["suffix"],
            format_["type"],
        )
        parts = [text[format_["name"]] for text in texts]
        if format_.get("reference"):
            joined = format_["between"].join(part["text"] for part in parts)
            assert format_["before"] + joined + format_["after"] == "".join(f"{part['text']}\n" for part in parts)
        else:
            assert Frame(format_["before"], format_["between"], format_["after"]) == export.frame
            assert export.join(parts[:1]).encode() == (site.out / f"cite/wu2024selfplay{export.suffix}").read_bytes()


def test_an_unchanged_reference_is_not_formatted_again(make_site, monkeypatch):
    from sphinx_reading_list.sphinxext import exported

    formatted = []
    reference = exported.reference
    monkeypatch.setattr(
        exported, "reference", lambda item, name: formatted.append((item["id"], name)) or reference(item, name)
    )
    site = make_site(PAGES).build()
    assert len(formatted) == 6
    formatted.clear()
    edited = (site.folder / "refs.bib").read_text(encoding="utf-8").replace("{{REINFORCE++}}", "{{REINFORCE}}")
    (site.folder / "refs.bib").write_text(edited, encoding="utf-8")
    site.build()
    assert {key for key, _ in formatted} == {"hu2025reinforce"}
    assert "REINFORCE++" not in site.read("cite/hu2025reinforce.js")
