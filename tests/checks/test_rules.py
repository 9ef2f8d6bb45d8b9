"""Each rule's examples are what they are said to be, and what a rule mends is mended."""

from __future__ import annotations

import pytest

from sphinx_reading_list.checks._running import checks, chosen, find, mend

RULES = list(checks().values())
EVERY = chosen((), ())


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.name)
class TestExamples:
    def test_the_bad_one_is_reported_with_its_place(self, check):
        site = check.bad.site()
        found = [problem for problem in find(site, EVERY) if problem.code.code == check.name]
        assert found
        for problem in found:
            assert problem.location.path in (*site.pages, site.bib_path)
            assert 0 < problem.location.line <= site.texts()[problem.location.path].count("\n") + 1
            assert problem.remedy

    def test_the_good_one_has_no_fault_at_all(self, check):
        assert [str(problem) for problem in find(check.good.site(), EVERY)] == []

    def test_what_can_be_mended_is_good_then(self, check):
        if check.fix is None:
            assert mend(check.bad.site(), chosen([check.name], ()), lambda problem: True).fixed == []
            return
        mended = mend(check.bad.site(), EVERY, lambda problem: True)
        assert mended.fixed
        assert [str(problem) for problem in mended.left] == []
        assert mend(mended.site, EVERY, lambda problem: True).site is mended.site

    def test_it_can_be_switched_off(self, check):
        assert [p for p in find(check.bad.site(), chosen((), [check.name])) if p.code is check.rule] == []
