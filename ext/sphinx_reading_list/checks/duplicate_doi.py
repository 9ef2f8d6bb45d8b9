"""Two works with one DOI."""

from __future__ import annotations

from ..core.problems import Rule
from ._check import Check, Example
from ._same import same

RULE = Rule(
    "duplicate-doi",
    "Two works have the same DOI: they are one, or one of the DOIs is wrong.",
    "Keep one of them, and move what only the other one has; or correct the DOI.",
)
_PAGE = "# Learning\n\n:::{entry} lecun2015deep\n:::\n"
_ONE = """\
@article{lecun2015deep,
  author  = {LeCun, Yann and Bengio, Yoshua and Hinton, Geoffrey},
  title   = {Deep Learning},
  journal = {Nature},
  year    = {2015},
  doi     = {10.1038/nature14539},
}
"""
CHECK = Check(
    RULE,
    same(RULE, "DOI", lambda entry: [value for scheme, value in entry.identifiers if scheme == "doi"]),
    bad=Example(
        _PAGE + "\n:::{entry} bengio2015review\n:::\n",
        _ONE
        + """
@article{bengio2015review,
  author  = {Bengio, Yoshua},
  title   = {A Review of Representations},
  journal = {Nature},
  year    = {2015},
  doi     = {10.1038/NATURE14539},
}
""",
    ),
    good=Example(_PAGE, _ONE),
)
