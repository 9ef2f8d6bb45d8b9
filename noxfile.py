"""The tasks of the project: ``nox -s docs`` builds the site, ``nox -s tests`` runs the tests, ``nox -l`` lists all."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import nox
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent
PDF_PACKAGES = "latexmk texlive-xetex texlive-latex-extra texlive-fonts-recommended fonts-freefont-otf fonts-noto-cjk"

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["docs", "tests", "lint"]
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = True


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site, and say where to open it."""
    session.install("-e", ".[docs]")
    index = sphinx(session, "html") / "index.html"
    session.log(f"The site is ready; open {index.as_uri()}")


@nox.session
def live(session: nox.Session) -> None:
    """Serve the site, and build it again at each change."""
    session.install("-e", ".[docs]")
    session.run(
        "sphinx-autobuild", "-n", "--watch", "ext", "--watch", "refs.bib", "--re-ignore", "_build", "--open-browser",
        *session.posargs, "docs", "docs/_build/live",
    )  # fmt: skip


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests; those whose program is missing are left out by name, and fail where CI is set."""
    session.install("-e", ".[docs,test]")
    install_node_modules(session)
    run_tests(session)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, the format and the types."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check", "--diff")
    session.run("mypy")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure what imports, searches and builds cost, as docs/project/benchmarks.md has it; some twenty minutes."""
    session.install("-e", ".")
    session.run("python", "tests/bench/measure.py", *session.posargs)
    quick = [word for word in session.posargs if word == "--quick"]
    session.run("python", "tests/bench/measure_search.py", *quick)
    session.install("-e", ".[docs]")
    session.run("python", "tests/bench/measure_site.py", *quick)
    session.install("-e", ".[docs,test]")
    session.run("python", "tests/bench/measure_page.py", *quick)


@nox.session(reuse_venv=False)
@nox.parametrize("versions", ["newest", "floors"])
def wheel(session: nox.Session, versions: str) -> None:
    """Run all tests against the built wheel, in an empty environment and outside the checkout.

    Once on the newest versions of what it needs, and once on the oldest that pyproject.toml promises.
    """
    outside = Path(session.create_tmp()).resolve()
    shutil.rmtree(outside / "dist", ignore_errors=True)
    session.run("pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(outside / "dist"), ".")
    [built] = (outside / "dist").glob("*.whl")
    constraints = outside / "constraints.txt"
    constraints.write_text("\n".join(floors(requirements())) if versions == "floors" else "", encoding="utf-8")
    session.install(f"{built}[docs,test]", "-c", str(constraints))
    install_node_modules(session)
    session.chdir(outside)
    run_tests(session, "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), str(ROOT / "tests"))


@nox.session
def pdf(session: nox.Session) -> None:
    """Make the site a PDF, and check that every character is in it. Needs XeTeX, so CI leaves it out."""
    if missing := [program for program in ("latexmk", "xelatex") if not shutil.which(program)]:
        session.error(f"{' and '.join(missing)} not found; on Debian: apt-get install {PDF_PACKAGES}")
    session.install("-e", ".[docs]")
    folder = sphinx(session, "latex")
    [source] = folder.glob("*.tex")
    session.chdir(folder)
    session.run("latexmk", "-xelatex", "-interaction=nonstopmode", "-halt-on-error", source.name, external=True)
    log = source.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    if lost := [line for line in log.splitlines() if line.startswith("Missing character")]:
        session.error("the PDF's fonts lack characters:\n" + "\n".join(sorted(set(lost))))
    session.log(f"The PDF is ready; open {source.with_suffix('.pdf').as_uri()}")


@nox.session
def screenshots(session: nox.Session) -> None:
    """Take the README's pictures of the site, with the system's Chromium."""
    session.install("-e", ".[docs,test]")
    site = sphinx(session, "html")
    session.run("python", "docs/images/take.py", str(site))


def install_node_modules(session: nox.Session) -> None:
    """Install what tests/node/package.json asks for; without npm, the tests that need it are left out by name."""
    if shutil.which("npm"):
        session.run("npm", "ci", "--no-progress", "--prefix", str(ROOT / "tests" / "node"), external=True)


def run_tests(session: nox.Session, *arguments: str) -> None:
    """Run pytest on all cores; a module's tests stay together, as many share one built site."""
    session.run("pytest", "-n", "auto", "--maxprocesses", "8", "--dist", "loadscope", *arguments, *session.posargs)


def sphinx(session: nox.Session, builder: str) -> Path:
    """Build the site, warnings as errors and every reference checked; return the folder."""
    out = ROOT / "docs" / "_build" / builder
    doctrees = out.with_name("doctrees")
    session.run("sphinx-build", "-W", "-n", "-j", "auto", "-b", builder, "-d", str(doctrees), "docs", str(out))
    return out


def requirements() -> list[str]:
    """What pyproject.toml says that the package and a site need; the tests' own tools may be the newest."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["docs"]]


def floors(needed: Iterable[str]) -> list[str]:
    """Constraints that hold each requirement to the lowest version it allows: ``click>=8.1`` → ``click==8.1``.

    Raises ``ValueError`` for a requirement that promises no lowest version.
    """
    pinned = []
    for requirement in map(Requirement, needed):
        lowest = [bound.version for bound in requirement.specifier if bound.operator in (">=", "==")]
        if len(lowest) != 1:
            raise ValueError(f"{requirement} has no lowest version")
        pinned.append(f"{requirement.name}=={lowest[0]}")
    return pinned
