"""A site of a .bib file in which much is wrong: it is built, says what is wrong and where, and every entry has its files."""

from __future__ import annotations

import json

from sphinx_reading_list.core.slugs import escape_key

from ..cli.bad_records import BIB, KEYS, PAGE, PROBLEMS


def test_a_site_is_built_of_what_is_sound(make_site):
    site = make_site({"refs.bib": BIB, "list/bad.md": PAGE}).build()
    warned = [line for line in site.warnings.splitlines() if "WARNING" in line]
    assert len(warned) == len(PROBLEMS)
    for line, code in PROBLEMS.items():
        assert [one for one in warned if one.startswith(f"refs.bib:{line}:") and one.endswith(f"[reading_list.{code}]")]
    entries = json.loads(site.read("entries.json"))["entries"]
    assert tuple(entry["key"] for entry in entries) == KEYS
    assert [len(entry["authors"]) for entry in entries if entry["key"] == "many"] == [2000]
    assert len(site.page("list/bad.html").find_all("article")) == len(KEYS)
    for key in KEYS:
        assert f"{{{key}," in site.read(f"cite/{escape_key(key)}.bib")
    # The BibLaTeX of one is not the BibTeX of another.
    assert "{wu2024," in site.read("cite/wu2024.biblatex.bib")
    assert "{wu2024.biblatex," in site.read("cite/wu2024~2e~biblatex.bib")


def test_a_file_that_is_not_utf8_is_called_by_its_name(make_site):
    site = make_site({"list/a.md": "# A\n"})
    (site.folder / "refs.bib").write_bytes("@misc{x,\n  title = {Café}}".encode("latin-1"))
    assert "refs.bib:2: WARNING: isn't UTF-8 (byte 23)" in site.build().warnings


def test_a_name_that_is_none_ends_no_build(make_site):
    bib = """
        @misc{x, title = {T}, author = {Wu, Yue and Doe, J., Roe, R., Poe, P.}, year = {2024}, url = {https://x.org}}
        """
    page = "# Bibliography\n\n```{bibliography}\n:all:\n```\n"
    site = make_site({"refs.bib": bib, "list/a.md": "# A\n\n:::{entry} x\n:::\n", "list/bib.md": page}).build()
    assert "refs.bib:1: WARNING: Record x, author: Doe, J., Roe, R., Poe, P. has more than two commas" in site.warnings
    assert "Doe, J., Roe, R., Poe, P." in site.page("list/bib.html").get_text()


def test_a_work_without_a_title_has_its_place_in_the_bibliography(make_site):
    bib = "@article{x, author = {Wu, Yue}, journal = {The Journal}, year = {2024}, url = {https://x.org}}\n"
    page = "# Bibliography\n\n```{bibliography}\n:all:\n```\n"
    site = make_site({"refs.bib": bib, "list/a.md": "# A\n\n:::{entry} x\n:::\n", "list/bib.md": page}).build()
    assert "refs.bib:1: WARNING: Record x has no title" in site.warnings
    assert "Yue Wu" in site.page("list/bib.html").get_text()
