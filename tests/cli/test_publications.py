"""What type of record a venue makes, by its words."""

from __future__ import annotations

import pytest

from sphinx_reading_list.cli._importing.publications import publication_of

TYPES = {
    "article": ["Nature 2015", "Lancet 2020", "N Engl J Med 2019", "ACM TWEB 2011", "USER MODEL USER-ADAP 2002", "J. Mach. Learn. Res. 2019"],
    "inproceedings": ["ICLR 2025", "SIGIR 2013", "Workshop on RecSys 2016", "Findings of ACL 2023", "Medical Imaging Conference 2020"],
    "phdthesis": ["PhD thesis 2020"],
    "book": ["MIT Press 1999"],
    "misc": ["arXiv 2024", "bioRxiv 2020"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "venue"), [(kind, venue) for kind, venues in TYPES.items() for venue in venues])
def test_a_venue_tells_the_type(kind: str, venue: str) -> None:
    found = publication_of(venue)
    assert found.type == kind
    assert dict(found.fields)["year"] == venue[-4:]
