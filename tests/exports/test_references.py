"""Formatted references: what each style makes of the works that lists are made of.

The wording was held against pandoc 2.17 with the official styles of the CSL project; where the two differ on purpose,
the manuals of the styles were followed (a thesis names its university in brackets, a Nature reference has an address).
"""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_reading_list.exports.references import reference, reference_styles

WU = {"family": "Wu", "given": "Yue"}
SCHAAR = {"family": "Schaar", "given": "Mihaela", "non-dropping-particle": "van der"}
KING = {"family": "King", "given": "Martin Luther", "suffix": "Jr."}
TEAM = {"literal": "DeepSeek-AI"}
ITEMS: dict[str, dict[str, Any]] = {
    "conference": {
        "type": "paper-conference", "title": 'Self-Play for <span class="nocase">LLM</span>s & more',
        "author": [SCHAAR, KING, TEAM], "container-title": "Proceedings of X", "page": "1-20",
        "issued": {"date-parts": [[2025]]}, "DOI": "10.1234/a_b",
    },
    "journal": {
        "type": "article-journal", "title": "Literate programming", "author": [{"family": "Knuth", "given": "Donald E."}],
        "container-title": "The Computer Journal", "volume": "27", "issue": "2", "page": "97-111",
        "issued": {"date-parts": [[1984, 5]]}, "DOI": "10.1093/comjnl/27.2.97",
    },
    "preprint": {
        "type": "article", "title": "DeepSeekMath", "publisher": "arXiv", "number": "arXiv:2402.03300",
        "author": [{"family": "Shao", "given": "Zhi-hong"}, {"family": "王", "given": "小明"}, {"family": "Xianyu"}],
        "issued": {"date-parts": [[2024, 2, 5]]}, "URL": "https://arxiv.org/abs/2402.03300",
    },
    "unsigned page": {
        "type": "webpage", "title": "如何正确复现 Instruct GPT?", "URL": "https://zhuanlan.zhihu.com/p/1",
        "container-title": "Zhihu", "accessed": {"date-parts": [[2025, 3, 1]]},
    },
    "forthcoming, elided": {
        "type": "article-journal", "title": "F", "author": [WU, {"literal": "others"}], "container-title": "J",
        "status": "forthcoming",
    },
    "book": {
        "type": "book", "title": "Reinforcement Learning", "author": [WU, TEAM], "edition": "2", "publisher": "MIT Press",
        "issued": {"date-parts": [[2018]]},
    },
    "edited book": {"type": "book", "title": "Works", "editor": [WU, KING], "publisher": "P", "issued": {"date-parts": [[2018]]}},
    "chapter": {
        "type": "chapter", "title": "Why?", "author": [WU], "editor": [KING], "container-title": "Works", "publisher": "P",
        "page": "5", "issued": {"date-parts": [[2020]]},
    },
    "software": {
        "type": "software", "title": "verl", "author": [{"literal": "Bytedance Seed"}], "version": "0.2", "publisher": "GitHub",
        "issued": {"date-parts": [[2024]]}, "URL": "https://github.com/volcengine/verl",
    },
    "thesis": {
        "type": "thesis", "title": "A Thesis", "author": [WU], "genre": "PhD thesis", "publisher": "MIT",
        "issued": {"date-parts": [[2019]]},
    },
    "retracted": {
        "type": "article-journal", "title": "Results", "author": [WU], "container-title": "J", "status": "retracted",
        "issued": {"date-parts": [[2023]]},
    },
    "video": {
        "type": "motion_picture", "title": "Deep Dive", "author": [WU], "publisher": "YouTube",
        "issued": {"date-parts": [[2024, 2, 3]]}, "URL": "https://youtu.be/x?a=1&b=2",
    },
    "title alone": {"type": "webpage", "title": "Works"},
}  # fmt: skip
EXPECTED = {
    "conference": (
        "van der Schaar, M., King, M. L., Jr., & DeepSeek-AI. (2025). Self-Play for LLMs & more. In Proceedings of X (pp. 1–20). https://doi.org/10.1234/a_b",
        "M. van der Schaar, M. L. King Jr., and DeepSeek-AI, “Self-Play for LLMs & more,” in Proceedings of X, 2025, pp. 1–20, doi: 10.1234/a_b.",
        "van der Schaar, M., King, M. L., Jr. & DeepSeek-AI. Self-Play for LLMs & more. in Proceedings of X 1–20 (2025). https://doi.org/10.1234/a_b",
    ),
    "journal": (
        "Knuth, D. E. (1984). Literate programming. The Computer Journal, 27(2), 97–111. https://doi.org/10.1093/comjnl/27.2.97",
        "D. E. Knuth, “Literate programming,” The Computer Journal, vol. 27, no. 2, pp. 97–111, May 1984, doi: 10.1093/comjnl/27.2.97.",
        "Knuth, D. E. Literate programming. The Computer Journal 27, 97–111 (1984). https://doi.org/10.1093/comjnl/27.2.97",
    ),
    "preprint": (
        "Shao, Z.-h., 王小明, & Xianyu. (2024). DeepSeekMath (arXiv:2402.03300). arXiv. https://arxiv.org/abs/2402.03300",
        "Z.-h. Shao, 王小明, and Xianyu, “DeepSeekMath,” Feb. 05, 2024, arXiv: arXiv:2402.03300. [Online]. Available: https://arxiv.org/abs/2402.03300",
        "Shao, Z.-h., 王小明 & Xianyu. DeepSeekMath. Preprint at https://arxiv.org/abs/2402.03300 (2024).",
    ),
    "unsigned page": (
        "如何正确复现 Instruct GPT? (n.d.). Zhihu. Retrieved March 1, 2025, from https://zhuanlan.zhihu.com/p/1",
        "“如何正确复现 Instruct GPT?” Zhihu. Accessed: Mar. 01, 2025. [Online]. Available: https://zhuanlan.zhihu.com/p/1",
        "如何正确复现 Instruct GPT? Zhihu https://zhuanlan.zhihu.com/p/1",
    ),
    "forthcoming, elided": (
        "Wu, Y., et al. (forthcoming). F. J.",
        "Y. Wu et al., “F,” J, forthcoming.",
        "Wu, Y. et al. F. J (forthcoming).",
    ),
    "book": (
        "Wu, Y., & DeepSeek-AI. (2018). Reinforcement Learning (2nd ed.). MIT Press.",
        "Y. Wu and DeepSeek-AI, Reinforcement Learning, 2nd ed. MIT Press, 2018.",
        "Wu, Y. & DeepSeek-AI. Reinforcement Learning. (MIT Press, 2018).",
    ),
    "edited book": (
        "Wu, Y., & King, M. L., Jr. (Eds.). (2018). Works. P.",
        "Y. Wu and M. L. King Jr., Eds., Works. P, 2018.",
        "Wu, Y. & King, M. L., Jr. (eds.). Works. (P, 2018).",
    ),
    "chapter": (
        "Wu, Y. (2020). Why? In M. L. King Jr. (Ed.), Works (p. 5). P.",
        "Y. Wu, “Why?” in Works, M. L. King Jr., Ed., P, 2020, p. 5.",
        "Wu, Y. Why? in Works (ed. King, M. L., Jr.) 5 (P, 2020).",
    ),
    "software": (
        "Bytedance Seed. (2024). verl (Version 0.2) [Computer software]. GitHub. https://github.com/volcengine/verl",
        "Bytedance Seed, verl, version 0.2, GitHub, 2024. [Online]. Available: https://github.com/volcengine/verl",
        "Bytedance Seed. verl. GitHub https://github.com/volcengine/verl (2024).",
    ),
    "thesis": (
        "Wu, Y. (2019). A Thesis [Doctoral dissertation, MIT].",
        "Y. Wu, “A Thesis,” PhD thesis, MIT, 2019.",
        "Wu, Y. A Thesis. (MIT, 2019).",
    ),
    "retracted": (
        "Wu, Y. (2023). Results [Retracted]. J.",
        "Y. Wu, “Results [Retracted],” J, 2023.",
        "Wu, Y. Results [Retracted]. J (2023).",
    ),
    "video": (
        "Wu, Y. (2024, February 3). Deep Dive [Video]. YouTube. https://youtu.be/x?a=1&b=2",
        "Y. Wu, Deep Dive, YouTube, Feb. 03, 2024. [Online]. Available: https://youtu.be/x?a=1&b=2",
        "Wu, Y. Deep Dive. YouTube https://youtu.be/x?a=1&b=2 (2024).",
    ),
    "title alone": (
        "Works. (n.d.).",
        "“Works.”",
        "Works.",
    ),
}


@pytest.mark.parametrize("name", ITEMS)
def test_a_reference(name: str) -> None:
    assert tuple(reference(ITEMS[name], style).text for style in ("apa", "ieee", "nature")) == EXPECTED[name]


def test_quotes_within_quotes() -> None:
    item = {"type": "webpage", "title": "No “True RL”", "URL": "https://e.org"}
    assert reference(item, "ieee").text == "“No ‘True RL’.” [Online]. Available: https://e.org"


def test_the_styles() -> None:
    assert [style.label for style in reference_styles().values()] == ["APA", "IEEE", "Nature"]
    with pytest.raises(KeyError):
        reference(ITEMS["book"], "harvard")


def test_html_is_escaped_and_links() -> None:
    assert reference(ITEMS["video"], "apa").html == (
        "Wu, Y. (2024, February 3). <i>Deep Dive</i> [Video]. YouTube. "
        '<a href="https://youtu.be/x?a=1&amp;b=2">https://youtu.be/x?a=1&amp;b=2</a>'
    )
    assert "<i>The Computer Journal</i> <b>27</b>, 97–111" in reference(ITEMS["journal"], "nature").html
    bad = {"type": "webpage", "title": "<script>\x02&amp;</script>", "URL": 'https://e.org/"><script>'}
    for style in reference_styles():
        html = reference(bad, style).html
        assert "<script>" not in html
        assert '""' not in html
    assert "javascript" not in reference(bad | {"URL": "javascript:alert(1)"}, "apa").html


@pytest.mark.parametrize(("style", "shown"), [("apa", 20), ("ieee", 1), ("nature", 1)])
def test_a_paper_of_two_thousand(style: str, shown: int) -> None:
    people = [{"family": f"Family{n}", "given": "A."} for n in range(2000)]
    text = reference({"type": "article-journal", "title": "T", "author": people, "container-title": "J"}, style).text
    assert text.count("Family") == shown
    assert ("… Family1999" in text) == (style == "apa")
