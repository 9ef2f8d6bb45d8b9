"""A list, and the pages that were made of it, to be changed on either side and imported again."""

from __future__ import annotations

LIST = """\
# Old lists

## Papers

- **First Things**, `arXiv, 2501.00001`

  *Ada Lovelace, Grace Hopper*
- **Second Things**, `arXiv, 2402.00002`

## Blogs

Posts of all kinds.

- [Ants](https://a.org/ants)
- [Bees](https://b.org/bees)
- [Cats](https://c.org/cats)
"""


class Site:
    """A list and the pages that were made of it."""

    def __init__(self, folder, run):
        self.folder, self.run = folder, run
        self.list(LIST)

    def list(self, text):
        (self.folder / "LIST.md").write_text(text, encoding="utf-8")

    def change_list(self, old, new):
        text = (self.folder / "LIST.md").read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.list(text.replace(old, new))

    def path(self, name):
        return self.folder / (name if name.endswith((".bib", ".json")) else f"docs/list/{name}.md")

    def page(self, name):
        return self.path(name).read_text(encoding="utf-8")

    def edit(self, name, old, new):
        text = self.page(name)
        assert text.count(old) == 1, text
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def keys(self, name):
        """The entries of a page, in their order."""
        lines = self.page(name).splitlines()
        named = [line.removeprefix(":key: ") for line in lines if line.startswith(":key: ")]
        return named or [line.split()[1] for line in lines if line.startswith(":::{entry} ")]
