"""A small site that is built once, and opened in a browser from a server on this machine, or from its files."""

from __future__ import annotations

import os
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, Request

FILES = {
    # Without a sidebar: the theme's has a script within the page, which the policy below forbids.
    "conf.py": 'extensions = ["sphinx_reading_list"]\nproject = "Engines"\nhtml_sidebars = {"**": []}\nreading_list_entry_pages = False\n',
    "index.md": "# Engines\n\n```{rl:cite}\n```\n\n```{toctree}\nlist/early\nlist/late\n```\n",
    "list/early.md": """# Early

:::{entry} lovelace1843notes
:::

:::{entry} Hopper+1952
:::
""",
    "list/late.md": """# Late

:::{entry} [如何 <b>count</b>](https://example.org/count)
:key: count
:authors: Noether, Emmy
:::
""",
    "refs.bib": r"""@article{lovelace1843notes,
  author  = {Lovelace, Ada},
  title   = {Notes on the {Analytical Engine} </script>},
  journal = {Scientific Memoirs},
  year    = {1843},
  pages   = {666--731},
}

@misc{Hopper+1952,
  author = {Hopper, Grace},
  title  = {The Education of a Computer},
  year   = {1952},
}
""",
}
POLICY = "default-src 'self'"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw Object.assign(new Error("forbidden"), { name: "SecurityError" }); }
})"""
FRAMES = 600
"""So often a page is painted, at most, until it shows what is awaited."""
FULL_STORAGE = """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); }"""


def build(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Build a site; return the folder of its pages."""
    for name, text in files.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("READTHEDOCS")}
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "docs", "out"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "out"


class Server:
    """Serves a folder below ``/en/`` on this machine, with the policy; a path in ``broken`` isn't there.

    Of a path in ``held``, so many bytes come at first, and the others once ``rest`` is set.
    """

    def __init__(self, out: Path) -> None:
        self.broken: set[str] = set()
        self.held: dict[str, int] = {}
        self.rest = Event()
        server = self

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments, directory=str(out))

            def translate_path(self, path: str) -> str:
                found = urlsplit(path).path.removeprefix("/en/")
                return super().translate_path("/not-there" if found in server.broken else f"/{found}")

            def do_GET(self) -> None:
                if self.path != "/favicon.ico":
                    return super().do_GET()
                self.send_response(204)
                return self.end_headers()

            def copyfile(self, source: Any, outputfile: Any) -> None:
                text = source.read()
                at = server.held.get(urlsplit(self.path).path.removeprefix("/en/"), 0)
                outputfile.write(text[:at])
                outputfile.flush()
                if at:
                    server.rest.wait()
                outputfile.write(text[at:])

            def end_headers(self) -> None:
                self.send_header("Content-Security-Policy", POLICY)
                self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/en/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop."""
        self.rest.set()
        self._server.shutdown()
        self._server.server_close()


_LISTEN = """{
    const last = new WeakMap();
    window.rlSaid = [];
    new MutationObserver(() => {
        for (const region of document.querySelectorAll("[role=status]")) {
            const text = region.textContent.trim();
            if (text && text !== last.get(region)) window.rlSaid.push(text);
            last.set(region, text);
        }
    }).observe(document, { subtree: true, childList: true, characterData: true });
}"""
"""Notes all that screen readers are told: one message may follow another before a test asks for it."""
_HEARD = """(text) => {
    const place = window.rlSaid.findIndex((said) => said.includes(text));
    if (place >= 0) window.rlSaid.splice(0, place + 1);
    return place >= 0;
}"""


class Reader:
    """A reader with a browser, of the site on a server or (``scheme`` ``file``) of its files.

    What goes wrong is in ``troubles``; a path in ``broken`` isn't served.
    """

    def __init__(self, browser: Browser, out: Path, server: Server) -> None:
        self.out, self.server = out, server
        self.broken = server.broken
        self.broken.clear()
        self.server.held.clear()
        self.troubles: list[str] = []
        self._browser = browser
        self._context: BrowserContext | None = None

    def open(
        self, name: str = "list/early.html", scheme: str = "http", *, before: str = "", script: bool = True
    ) -> Page:
        """Open a page, in the same browser each time; ``before`` is a script that runs first."""
        page = self.page(before=before, script=script)
        path, hash_, anchor = name.partition("#")
        page.goto((self.out / path).as_uri() + hash_ + anchor if scheme == "file" else self.server.url + name)
        return page

    def page(self, *, before: str = "", script: bool = True) -> Page:
        """An empty page, in the same browser each time."""
        if self._context is None:
            self._context = self._browser.new_context(
                java_script_enabled=script, viewport={"width": 1000, "height": 800}
            )
            self._context.grant_permissions(["clipboard-read", "clipboard-write"])
            self._context.set_default_timeout(30_000)
            self._context.add_init_script(_LISTEN)
        page = self._context.new_page()
        if before:
            # An empty page comes first, which has no storage.
            page.add_init_script(f'if (location.protocol !== "about:") {{ {before} }}')
        page.on("pageerror", self._failed)
        page.on("console", self._heard)
        page.on("request", self._asked)
        return page

    def _failed(self, error: Error) -> None:
        # Sphinx's own, where storage is forbidden.
        if "sphinx_highlight.js" not in (error.stack or ""):
            self.troubles.append(f"{error}\n{error.stack}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.server.url, "file:", "blob:")):
            self.troubles.append(f"asked for {request.url}")

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not any(path in said.location.get("url", "") for path in self.broken):
            self.troubles.append(said.text)

    def close(self) -> None:
        """End the browser, and say what went wrong."""
        if self._context is not None:
            self._context.close()
        assert not self.troubles, "\n".join(self.troubles)


def becomes(place: Page | Locator, read: str | Callable[[Any], object], wanted: object) -> None:
    """Wait until this is what is read of a page or a part of it, by a function or a JavaScript expression.

    What scripts and files bring takes its time: nothing is read once, and just after it was caused.
    """
    page = getattr(place, "page", place)
    see = (lambda place: place.evaluate(read)) if isinstance(read, str) else read
    for _ in range(FRAMES):
        if see(place) == wanted:
            return
        page.evaluate("new Promise(requestAnimationFrame)")
    assert see(place) == wanted


def saved(page: Page, control: Any) -> tuple[str, str]:
    """What a control saves: the file's name, and its text with its line feeds as they are."""
    with page.expect_download() as download:
        control.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode()


def copied(page: Page, kind: str = "text/plain") -> str:
    """What is on the clipboard."""
    text: str = page.evaluate(
        "async (kind) => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind
    )
    return text


def said(page: Page, text: str) -> None:
    """Wait until screen readers have been told this, since what was waited for before."""
    page.wait_for_function(_HEARD, arg=text)
