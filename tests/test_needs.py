"""A missing program: named and left out at home, a failure in CI."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(conftest.replace("pytest_plugins", "_plugins"))
    pytester.makepyfile(
        """
        import pytest

        def test_always():
            pass

        @pytest.mark.needs("biber")
        def test_biber():
            pass
        """
    )
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", str(pytester.mkdir("no-programs")))
    return pytester


def run(project: pytest.Pytester) -> pytest.RunResult:
    return project.runpytest_subprocess("-ra", "-p", "no:cacheprovider")


def test_left_out_by_name(project: pytest.Pytester) -> None:
    result = run(project)
    result.assert_outcomes(passed=1, skipped=1)
    assert result.ret == 0
    result.stdout.fnmatch_lines("*needs biber, which this machine lacks; on Debian: apt-get install biber*")


def test_a_module_of_node_is_left_out_by_name(project: pytest.Pytester) -> None:
    project.makepyfile("import pytest\n@pytest.mark.needs('axe')\ndef test_it(): pass")
    result = run(project)
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines("*needs axe, which this machine lacks; with Node.js: npm ci --prefix tests/node*")


def test_a_failure_in_ci(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    result = run(project)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines("*apt-get install biber*")


def test_any_other_skip_is_a_failure_in_ci_too(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    project.makepyfile("import pytest\ndef test_skipped(): pytest.skip('no reason')")
    result = run(project)
    result.assert_outcomes(skipped=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_misspelt_program_ends_the_run(project: pytest.Pytester) -> None:
    project.makepyfile("import pytest\n@pytest.mark.needs('bieber')\ndef test_it(): pass")
    result = run(project)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines("*needs 'bieber', which tests/conftest.py doesn't know*")
