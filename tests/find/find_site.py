"""A small list to search in a browser: a page of two sections, a long page, and the page of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LONG = 45
"""So many entries are on the long page."""
HOSTILE = '<img src=x onerror="document.title=1"> & "quotes"'
FILES = {
    # Without a sidebar: the theme's has a script within the page, which the tests' policy forbids.
    "conf.py": 'extensions = ["sphinx_reading_list"]\nproject = "Engines"\nhtml_sidebars = {"**": []}\n'
    "reading_list_entry_pages = False\nreading_list_index_pages = True\n",
    "index.md": "# Engines\n\n```{rl:search}\n```\n\n```{toctree}\nbrowse\nlist/early\nlist/long\nlist/short\n```\n",
    "browse.md": "# Browse\n\n```{rl:browse}\n```\n",
    "list/early.md": f"""# Early

:::{{entry}} lovelace1843notes
:highlight:
:tags: programs; history

Where programming began. See {{doc}}`long`.
:::

:::{{entry}} hopper1952education
:::

Some words of the curator.

:::{{entry}} [如何训练模型](https://example.org/train)
:key: train
:authors: Wang, Wei
:date: 2024-05
:kind: video
:::

:::{{entry}} [Überraschend große Modelle](https://example.org/gross)
:key: gross
:authors: Müller, Jürgen
:date: 2023
:::

## Machines

:::{{entry}} [{HOSTILE.replace("[", "").replace('"', chr(92) + '"')}](https://example.org/hostile)
:key: hostile
:date: 2025-01-02
:::

:::{{entry}} [Difference engines](https://github.com/example/engines)
:key: engines
:date: 2022
:::
""",
    "list/long.md": "# Long\n\n"
    + "".join(
        f":::{{entry}} [Loom number {number}](https://example.org/loom/{number})\n:key: loom-{number}\n:date: {1980 + number}\n:::\n\n"
        for number in range(1, LONG + 1)
    ),
    "list/short.md": "# Short\n\n:::{entry} [Alone](https://example.org/alone)\n:key: alone\n:::\n",
    "refs.bib": r"""@article{lovelace1843notes,
  author  = {Lovelace, Ada},
  title   = {Notes on the {Analytical Engine}},
  journal = {Scientific Memoirs},
  year    = {1843},
}

@misc{hopper1952education,
  author = {Hopper, Grace},
  title  = {The Education of a Computer},
  year   = {1952},
}
""",
}
ADA, HOPPER, TRAIN, GROSS = "lovelace1843notes", "hopper1952education", "train", "gross"
EARLY = [ADA, HOPPER, TRAIN, GROSS, "hostile", "engines"]
ALL = len(EARLY) + LONG + 1


def field(page: Page) -> Locator:
    """Where words are typed."""
    return page.get_by_role("searchbox").first


def ready(page: Page) -> Page:
    """The page, once its search has begun."""
    page.locator(".rl-find:not(.rl-find-way):not([aria-busy])").wait_for()
    return page


def typed(page: Page, words: str) -> Page:
    """The page, after these words were typed into its field."""
    field(page).click()
    ready(page)
    field(page).press_sequentially(words)
    return page


def keys(page: Page) -> list[str]:
    """The keys of the cards that can be seen, in their order."""
    # At one moment: between two, a line may become its card.
    found = page.evaluate(
        "[...document.querySelectorAll('article.rl-entry')]"
        ".filter((card) => card.checkVisibility()).map((card) => card.dataset.key)"
    )
    return list(found)


def hits(page: Page) -> str:
    """What is said of the results."""
    return page.locator(".rl-hits").inner_text()


def query(page: Page) -> str:
    """What the address says."""
    return str(page.evaluate("decodeURIComponent(location.search)"))


def focused(page: Page) -> str:
    """The key of the card whose title has the focus, or else what has it."""
    return str(
        page.evaluate(
            "document.activeElement.closest('[data-key]')?.dataset.key || document.activeElement.getAttribute('name') || document.activeElement.tagName"
        )
    )


def facet(page: Page, name: str, value: str) -> Locator:
    """A box of a facet, by its value."""
    return page.locator(f'.rl-of-{name} input[value="{value}"]')


def unfolded(page: Page) -> Page:
    """The page, with its facets in sight: where it is wide they always are."""
    button = page.get_by_role("button", name="Filter", exact=True)
    if button.is_visible():
        button.click()
    return page
