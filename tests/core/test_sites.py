"""What an address is told by the place that it leads to."""

from __future__ import annotations

import pytest

from sphinx_reading_list.core.entry import Link
from sphinx_reading_list.core.sites import face_of, kind_of_url


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://arxiv.org/abs/2405.00675", "paper"),
        ("https://export.arxiv.org/pdf/2405.00675", "paper"),
        ("https://notarxiv.org/abs/2405.00675", "article"),
        ("https://github.com/volcengine/verl", "repository"),
        ("https://github.com/volcengine", "article"),
        ("https://huggingface.co/datasets/a/b", "dataset"),
        ("https://huggingface.co/a/b", "model"),
        ("https://huggingface.co/papers/2405.00675", "paper"),
        ("https://colab.research.google.com/drive/1", "tool"),
        ("https://docs.google.com/presentation/d/1", "talk"),
        ("https://docs.google.com/document/d/1", "article"),
        ("https://example.org/a.pdf", "paper"),
        ("http://[broken", "article"),
        ("", "article"),
    ],
)
def test_kind(url: str, kind: str) -> None:
    assert kind_of_url(url) == kind


def test_of_two_sites_on_a_host_the_first_one_of_the_table_counts() -> None:
    assert face_of(Link("https://arxiv.org/pdf/2405.00675")).name == "PDF"
    assert face_of(Link("https://arxiv.org/abs/2405.00675")).name == "arXiv: 2405.00675"
