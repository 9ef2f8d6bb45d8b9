"""Whatever is in a file: no traceback, no lost link, and an end."""

from __future__ import annotations

import html
import shutil
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .markdownish import damaged, links_in, texts

QUIET = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def fresh_import(folder, run, data, *more):
    """Import the bytes into an empty folder; the exit status, what was written, and what was said."""
    shutil.rmtree(folder / "docs", ignore_errors=True)
    (folder / "refs.bib").unlink(missing_ok=True)
    (folder / "LIST.md").write_bytes(data)
    result = run(*more)
    paths = [*folder.glob("docs/**/*.md"), *folder.glob("docs/*.json"), *folder.glob("refs.bib")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return result, written


def bare(text):
    """A text without what is written differently in Markdown, in BibTeX and in the address itself."""
    return unquote(html.unescape(text.replace("\\", ""))).casefold()


def name(url):
    """What of an address has to be there: an identifier of arXiv may stand for its link, a badge is left out."""
    if "img.shields.io" in url:
        return ""
    if "//arxiv.org/" in url:
        return url.rpartition("/")[2].partition("v")[0]
    return bare(url).partition("://")[2].rstrip("/")


@settings(QUIET, max_examples=80)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode) | texts().map(lambda t: t.encode("utf-16")))
def test_any_bytes_end_in_an_exit_status(folder, run, data):
    result, _ = fresh_import(folder, run, data)
    assert result.exit_code in (0, 1, 2)


@settings(QUIET, max_examples=120)
@given(text=texts())
@example(text="- ]<td>\n\t- <t>")
def test_any_list_keeps_its_links_and_is_the_same_when_imported_again(folder, run, text):
    data = text.encode("utf-8", "replace")
    result, written = fresh_import(folder, run, data)
    assert result.exit_code in (0, 1, 2)
    if result.exit_code == 2:
        assert "empty-file" in result.stderr or "binary-file" in result.stderr
        return
    there = bare(written)
    assert [url for url in links_in(data.decode()) if name(url) not in there] == []
    again = run()
    assert "Nothing changed" in again.stdout, again.stdout


@settings(QUIET, max_examples=150)
@given(text=damaged())
@example(text="<br><br>\n</li>  ")
@example(text='- [One <a href="#two">Two</a> three](https://a.org)')
@example(text="- [Loom](https://a.org) - <a href='https://b.org'><img src='https://x.org/i.png' alt='Page'></a>")
@example(text=f"# {'Weaving ' * 60}\n- [Loom](https://a.org)")
def test_lists_that_are_damaged_are_read_and_are_the_same_when_imported_again(folder, run, text):
    result, _ = fresh_import(folder, run, text.encode())
    assert result.exit_code in (0, 1) or "empty-file" in result.stderr, result.stderr
    if result.exit_code != 2:
        again = run()
        assert "Nothing changed" in again.stdout, again.stdout


LINK = "[a](https://a.org/x)"
HUGE = {
    "10,000 quotes in one another": "> " * 10_000 + LINK,
    "5,000 lists in one another": "- " * 5_000 + LINK,
    "300 lists, each further in": "".join("  " * depth + f"- {LINK}\n" for depth in range(300)),
    "a line of 1 MB": f"- {LINK} " + "word " * 200_000,
    "a table of 5,000 rows": "| Title | Code |\n|---|---|\n" + f"| {LINK} | [code](https://c.org) |\n" * 5_000,
    "10,000 elements in one another": "<div>" * 10_000 + "<a href='https://a.org/x'>a</a>" + "</div>" * 10_000,
    "300 groups in one another": "<details><summary>s</summary>\n\n" * 300 + f"- {LINK}\n",
    "20,000 comments without an end": f"{LINK}\n\n" + "<!-- " * 20_000,
    "10,000 tags without an end": f"<div>{LINK}\n" + '<a href="' * 10_000,
    "10,000 brackets": f"- {LINK} " + "[" * 10_000,
    "20,000 stars": f"- {LINK} " + "*a " * 20_000,
    "1,000 headings of one name": f"## H\n\n- {LINK}\n\n" * 1_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_what_is_huge_or_deep_ends_too(folder, run, text, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda handle: None)
    result, written = fresh_import(folder, run, text.encode())
    assert result.exit_code in (0, 1)
    assert "https://a.org/x" in written
