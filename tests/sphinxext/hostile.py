"""Entries that try to be more than text."""

from __future__ import annotations

HOSTILE = {
    "list/rlhf.md": """
        # </script><b>RLHF</b> & "more"

        :::{entry} [<script>alert(1)</script> & "quotes" rl0frame0body0q7 🌟](https://example.org/?a=1&b=%22)
        :key: 🌟/../x
        :tags: <img src=x onerror=alert(1)>

        A note.
        :::

        :::{entry} [Only a title](https://example.org/only)
        :key: Index
        :::

        :::{entry} [All](https://example.org/all)
        :key: all
        :::

        :::{entry} [I](https://example.org/i)
        :key: index
        :::

        :::{entry} many
        :::
        """,
    "refs.bib": "@misc{many,\n  title = {Many <b>hands</b>},\n  year = {2024},\n  author = {"
    + " and ".join(f"Family{n}, Given{n}" for n in range(2000))
    + "},\n}\n",
}
