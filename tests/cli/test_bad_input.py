"""What can't be done is said in a line, with exit status 2, and nothing is changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

GOOD = "## S\n\n- [a](https://a.org)\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\t\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"\x89PNG\0\0\0\0", "binary-file"),
    ],
)
def test_a_file_without_a_list(folder, run, snapshot_of, data, code):
    (folder / "LIST.md").write_bytes(data)
    before = snapshot_of()
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith(f"LIST.md: {code} ")
    assert snapshot_of() == before


def test_a_missing_file_and_a_directory(folder, run):
    missing = run()
    assert missing.exit_code == 2
    assert missing.stderr.startswith("LIST.md: unreadable-file can't be read: no such file")
    (folder / "LIST.md").mkdir()
    assert run().stderr.startswith("LIST.md: unreadable-file there is no file in it that ends in .md")
    assert not (folder / "docs").exists()


def test_a_file_that_may_not_be_read(folder, run, monkeypatch):
    (folder / "LIST.md").write_text(GOOD, encoding="utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("LIST.md: unreadable-file can't be read: permission denied")


@pytest.mark.parametrize("data", [GOOD.encode("utf-16"), b"\xff\xfe" + GOOD.encode("utf-16-le")])
def test_utf16_is_read_and_reported(folder, run, data):
    (folder / "LIST.md").write_bytes(data)
    result = run()
    assert result.exit_code == 1
    assert "LIST.md:1: not-utf8" in result.stderr
    assert "https://a.org" in (folder / "docs/list/s.md").read_text(encoding="utf-8")


def test_a_byte_order_mark_is_no_problem(folder, run):
    (folder / "LIST.md").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert run().exit_code == 0
    assert (folder / "docs/list/s.md").read_text(encoding="utf-8").startswith("# S\n")


@pytest.mark.parametrize("name", ["refs.bib", "docs/list/s.md", "docs/metrics.json"])
def test_a_target_that_is_a_directory(folder, run, snapshot_of, name):
    (folder / "LIST.md").write_text(
        GOOD
        + "- **P**, `arXiv, 2501.00001`, [arxiv](http://arxiv.org/abs/2501.00001), cication: [**3**](https://s.org)\n",
        encoding="utf-8",
    )
    (folder / name).mkdir(parents=True)
    before = snapshot_of()
    result = run()
    assert result.exit_code == 2
    assert name in result.stderr
    assert snapshot_of() == before


@pytest.mark.parametrize("name", ["refs.bib", "docs/list/s.md"])
def test_a_target_that_is_not_utf8_is_not_written_over(folder, run, name):
    (folder / "LIST.md").write_text(GOOD, encoding="utf-8")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xfe\xfa")
    result = run()
    assert result.exit_code == 2
    assert f"{name}:1: not-utf8" in result.stderr
    assert path.read_bytes() == b"\xff\xfe\xfa"


def test_broken_metrics_are_not_written_over(folder, run, snapshot_of):
    (folder / "LIST.md").write_text(
        "- **P**, `arXiv, 2501.00001`, cication: [**3**](https://s.org)\n", encoding="utf-8"
    )
    (folder / "docs").mkdir()
    (folder / "docs/metrics.json").write_text("{", encoding="utf-8")
    before = snapshot_of()
    assert run().exit_code == 2
    assert snapshot_of() == before


def test_a_full_disk_half_way_leaves_everything_as_it_was(folder, run, snapshot_of, monkeypatch):
    (folder / "LIST.md").write_text(GOOD, encoding="utf-8")
    run()
    (folder / "LIST.md").write_text(
        GOOD + "- [b](https://b.org)\n\n## T\n\n- **P**, `arXiv, 2501.00001`\n", encoding="utf-8"
    )
    before = snapshot_of()
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    result = run()
    assert len(calls) == 3
    assert result.exit_code == 2
    assert "unwritable-file can't be written: no space left on device; nothing was changed" in result.stderr
    assert snapshot_of() == before


def test_what_takes_the_place_of_a_file_is_on_the_disk_before(folder, run, monkeypatch):
    real, synced = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_ino), real(handle)))
    (folder / "LIST.md").write_text(GOOD, encoding="utf-8")
    run()
    assert not synced
    before = {path: path.stat().st_ino for path in (folder / "docs").rglob("*") if path.is_file()}
    (folder / "LIST.md").write_text(GOOD + "- [b](https://b.org)\n\n## T\n\n- [c](https://c.org)\n", encoding="utf-8")
    run()
    replaced = {path.stat().st_ino for path, number in before.items() if path.stat().st_ino != number}
    assert replaced
    assert set(synced) == replaced


def test_a_disk_that_fails_at_the_last_step_is_put_back(folder, run, snapshot_of, monkeypatch):
    (folder / "LIST.md").write_text(GOOD, encoding="utf-8")
    run()
    (folder / "LIST.md").write_text(GOOD + "- [b](https://b.org)\n\n## T\n\n- [c](https://c.org)\n", encoding="utf-8")
    before = snapshot_of()
    real, calls = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(errno.EIO, "Input/output error")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert run().exit_code == 2
    assert snapshot_of() == before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_end_without_a_traceback(folder, run, data):
    (folder / "LIST.md").write_bytes(data)
    assert run().exit_code in (0, 1, 2)


@pytest.mark.parametrize("sign", [" ", "\t", "\n", "\N{NO-BREAK SPACE}", "-", "- ", "> ", "1 ", "a, ", "A. ", "(a) "])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{}\n\n- [Loom](https://a.org/loom)", id="above"),
        pytest.param("- [Loom](https://a.org/loom){} x", id="behind the link"),
        pytest.param("- [Loom](https://a.org/loom) ({}x", id="within a bracket"),
        pytest.param("- [Loom](https://a.org/loom)\n\n{}", id="below"),
    ],
)
def test_a_hundred_thousand_of_one_sign_end_soon(folder, run, sign, text):
    # Where time grew with the square of their number, this wouldn't.
    many = sign * (100_000 // len(sign))
    (folder / "LIST.md").write_text(f"# L\n\n{text.format(many)}\n", encoding="utf-8")
    assert run().exit_code in (0, 1)
    assert "https://a.org/loom" in "".join(path.read_text("utf-8") for path in folder.rglob("docs/**/*.md"))
