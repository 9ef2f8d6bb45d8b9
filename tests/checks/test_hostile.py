"""Whatever stands in pages, in the .bib file and in the settings: rules end, say where, and mend only what they say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.checks._running import checks, chosen, find, mend
from sphinx_reading_list.checks._site import DEFAULTS, Site, lines_of
from sphinx_reading_list.cli._formats import FORMATS

EVERY = chosen((), ())
PIECES = (
    "# Page\n", "\n", "\r\n", "\r", "\t", "  ", ":::{entry} a\n", ":::{entry} [verl](http://github.com/volcengine/verl)\n",
    "```{entry} [A](<http://arxiv.org/abs/2405.00675>)\n---\n", "---\n", ":::\n", "```\n", "::::{dropdown} x\n", ":key: a\n",
    ":date: 2024-13\n", ":tags: None; TODO\n", ":aka: B #x\n", ":authors: Wu, Yue et al.\n", ":highlight:\n", ":kind: x\n",
    "- [](http://x.org)\n", "- [b](http://arxiv.org/abs/x)\n", "- [2405.00675](https://arxiv.org/abs/2501.00001)\n",
    "{cite}`a,b`", "{entry}`a`", "```{entries}\n- [A](http://github.com/a/b)\n", "```{entries}\n:file: x.md\n", "<!--", "[x]: y\n",
    "http://github.com/a ", "![](http://x.org/i.png)", "[[", "](", "http://[::1", "https://http://x", "\ufeff", "\x00", "\u2028",
)  # fmt: skip
BIB_PIECES = (
    "@misc{a,\n", "@article{b, ", "@string{x = ", "@comment{", "}\n", "{", "}", ",\n", "\n", "\r\n", "\\", '"', " # ", "% a\n",
    "  title = {The LLM of {Things} and x},\n", "  author = {Wu, Yue and others},\n", "  author = {et al.},\n",
    "  eprint = {arXiv:2405.00675v2},\n", "  doi = {https://doi.org/10.1000/182},\n", '  url = "http://github.com/a",\n',
    "  url = {http://github.com/a\\_b},\n", "  year = 2024,\n", "  year = {None},\n", "  note = {doi = {10.1/x}},\n", "\ufeff",
)  # fmt: skip


def texts(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    loose = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
    return st.lists(st.one_of(st.sampled_from(pieces), loose), max_size=16).map("".join)


sites = st.builds(
    lambda pages, bib, order, hosts: Site(
        {f"list/page{number}.md": text for number, text in enumerate(pages)},
        bib,
        settings={**DEFAULTS, "order": order, "https-hosts": tuple(hosts)},
    ),
    st.lists(texts(PIECES), min_size=1, max_size=2),
    texts(BIB_PIECES),
    st.sampled_from(["none", "newest", "oldest", "title"]),
    st.lists(st.text(max_size=5), max_size=2),
)


@given(sites)
def test_every_problem_has_its_place(site: Site) -> None:
    problems = find(site, EVERY)
    for problem in problems:
        text = site.texts()[problem.location.path]
        assert 0 <= problem.location.line <= len(text.splitlines()) + 1
        assert problem.remedy
        assert problem.message
        assert "\n" not in str(problem)
    assert len(FORMATS["github"](problems).splitlines()) == len(problems)
    assert len(json.loads(FORMATS["json"](problems))) == len(problems)


@given(sites)
def test_mending_ends_and_only_changes_what_was_reported(site: Site) -> None:
    mended = mend(site, EVERY, lambda problem: True)
    assert mend(mended.site, EVERY, lambda problem: True).fixed == []
    reported = {
        (problem.location.path, problem.location.line)
        for name, check in checks().items()
        if check.fix and EVERY(name)
        for problem in check.run(site)
    }
    for path, before in site.texts().items():
        new = iter(lines_of(mended.site.texts()[path]))
        for number, line in enumerate(lines_of(before), 1):
            written = next(new)
            while written != line and written.lstrip(":").startswith("key: "):
                written = next(new)  # a line that was added
            assert written == line or (path, number) in reported
        assert all(line.lstrip(":").startswith("key: ") for line in new)


@pytest.mark.parametrize("check", checks().values(), ids=lambda check: check.name)
def test_an_empty_list_has_no_fault(check) -> None:
    assert list(check.run(Site())) == []
