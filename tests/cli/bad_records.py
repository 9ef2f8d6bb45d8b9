"""A .bib file in which much is wrong, and what there is to say of it; other tests build a site of it."""

from __future__ import annotations

AUTHORS = " and ".join(f"Family{number}, Given{number}" for number in range(2000))
BIB = f"""\
@string{{iclr = {{ICLR}}}}
@string{{broken = {{no end}}

@misc{{good1, author = {{Lovelace, Ada}}, title = {{Notes}}, year = {{1843}}, note = iclr}}

@misc{{untitled, author = {{Doe, Jane}}, year = {{2024}}}}

@misc{{coming, author = {{Doe, Jane}}, title = {{Later}}, year = {{forthcoming}}}}

@article{{many, author = {{{AUTHORS}}}, title = {{A Large Collaboration}}, journal = {{J}}, year = {{2024}}}}

@misc{{stern🌟, author = {{Doe, Jane}}, title = {{Shining}}, year = {{2024}}}}

@misc{{strung, author = {{Doe, Jane}}, title = broken # {{ Parts}}, year = {{2024}}}}

@misc{{wu2024.biblatex, author = {{Wu, Yue}}, title = {{One}}, year = {{2024}}}}

@misc{{wu2024, author = {{Wu, Yue}}, title = {{Another}}, year = {{2024}}}}

@misc{{unclosed, title = {{No {{end}}, year = {{2024}}}}

@misc{{good2, author = {{Noether, Emmy}}, title = {{Invariants}}, year = {{1918}}}}
"""
KEYS = ("good1", "untitled", "coming", "many", "stern🌟", "strung", "wu2024.biblatex", "wu2024", "good2")
PAGE = "# Bad\n\n" + "\n".join(f":::{{entry}} {key}\n:::\n" for key in KEYS)
PROBLEMS = {
    2: "broken-record",
    6: "record-without-title",
    8: "bad-date",
    14: "undefined-string",
    20: "broken-record",
}
"""The code that is reported of each line."""
