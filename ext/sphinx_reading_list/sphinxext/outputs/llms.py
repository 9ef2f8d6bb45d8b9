"""``llms.txt``: the list as Markdown, for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...feeds.llms_txt import File, llms_txt, summary_of
from ...feeds.selecting import feed_path
from ._output import Output

if TYPE_CHECKING:
    from ._output import Files, ListSite


def llms_file(site: ListSite) -> Files:
    """The one file."""
    files = [
        File(
            "entries.json", "entries.json", "All that is known of each work, as JSON; entries.schema.json describes it"
        ),
        File("BibTeX", "cite/all.bib", "A record for each work, to cite it"),
        File("Feed", f"{feed_path()}.xml", "What is new in the list"),
    ]
    yield (
        "llms.txt",
        llms_txt(
            site.catalogue,
            site.title,
            summary(site),
            [file._replace(url=site.base_url + file.url) for file in files],
            lambda place: site.page_url(place.section.page, place.anchor),
        ),
    )


def summary(site: ListSite) -> str:
    """What the list is about: what the setting says, else what is in it."""
    return site.builder.config.reading_list_description or summary_of(site.catalogue)


OUTPUT = Output("llms", llms_file)
