"""LaTeX as it is read, and plain text as LaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_reading_list.bib.latex import to_address, to_latex, to_unicode


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("plain text: as it is", "plain text: as it is"),
        # accents
        (r"Gall\'e", "Gallé"),
        (r"{\"U}st{\"u}n", "Üstün"),
        (r"{\'\i}, {\"{\i}}, \.I, \'{\i}", "í, ï, İ, í"),
        (r"\`a \^o \~n \=e \u{g} \v{S} \H{o} \c{c} \k{a} \d{t} \r{u}", "à ô ñ ē ğ Š ő ç ą ṭ ů"),
        (r"\o rsted, \aa, \AE, \ss, {\L}ukasz", "ørsted, å, Æ, ß, Łukasz"),
        # punctuation
        (r"pages 1--2 --- or ``quoted'' `text', isn't it?", "pages 1–2 — or “quoted” ‘text’, isn't it?"),
        (r"50\% of \$5 \& \#1 \_x\_", "50% of $5 & #1 _x_"),
        (r"A~B\ C\,D", "A B C D"),
        (r"\textbackslash \textasciitilde{} \textbraceleft{}x\textbraceright{}", r"\~ {x}"),
        # capitals and fonts
        (r"{DPO} for {LLM}s", "DPO for LLMs"),
        (r"{{Nested} {braces {deep}}}", "Nested braces deep"),
        (r"\emph{Deep} {\bf learning} with \textsc{Net}", "Deep learning with Net"),
        (r"{\LaTeX} and \TeX{} too", "LaTeX and TeX too"),
        # addresses
        (r"see \url{https://x.org/a_b%20c}", "see https://x.org/a_b%20c"),
        (r"\href{https://x.org}{The site}", "The site"),
        # symbols
        (r"\alpha-helix, 3 \times 4", "α-helix, 3 ×4"),
        # mathematics stays
        (r"$\lambda$-Returns and $x^{2}_{i}$", r"$\lambda$-Returns and $x^{2}_{i}$"),
        (r"\ensuremath{O(n)}", "$O(n)$"),
        ("$5 and no more", "$5 and no more"),
        # what isn't known stays
        (r"\frobnicate{a}{b} c", r"\frobnicate{a}{b} c"),
        (r"\today", r"\today"),
        # what is broken is read as far as it goes
        ("a { b", "a b"),
        ("a } b", "a b"),
        ("\\", "\\"),
        (r"\url", ""),
        (r"\'", "'"),
    ],
)
def test_latex_is_read(latex: str, text: str) -> None:
    assert to_unicode(latex) == text


def test_a_thousand_braces_are_no_reason_to_crash() -> None:
    assert to_unicode("{" * 5000 + "x" + "}" * 5000) == "x"


@pytest.mark.parametrize(
    ("latex", "address"),
    [
        ("https://example.org/~a/b_c?x=1&y=%20#d", "https://example.org/~a/b_c?x=1&y=%20#d"),
        (r"https://example.org/\~{}a/b\_c?x=1\&y=\%20\#d", "https://example.org/~a/b_c?x=1&y=%20#d"),
        # as reference managers write them
        (r"https://example.org/{\~{}}a/b{\_}c{\%}20{\#}d", "https://example.org/~a/b_c%20#d"),
        (r"https://example.org/{\textasciitilde}a\textunderscore{}b", "https://example.org/~a_b"),
        (r"\url{https://example.org/a\_b}", "https://example.org/a_b"),
        (r"10.1007/978-3-030\_2", "10.1007/978-3-030_2"),
        ("https://example.org/{a}", "https://example.org/{a}"),
        (r"{\_", "{_"),
    ],
)
def test_addresses_lose_their_escapes(latex: str, address: str) -> None:
    assert to_address(latex) == address


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Üstün 🌟 如何", "Üstün 🌟 如何"),
        ("R&D: 100% #1 a_b $5", r"R\&D: 100\% \#1 a\_b \$5"),
        (r"{x} \y ~ ^ `", r"\textbraceleft{}x\textbraceright{} \textbackslash{}y \textasciitilde{} "
                          r"\textasciicircum{} \textasciigrave{}"),
    ],
)  # fmt: skip
def test_text_is_escaped(text: str, latex: str) -> None:
    assert to_latex(text) == latex


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30))
def test_what_is_written_reads_the_same(text: str) -> None:
    import unicodedata

    text = unicodedata.normalize("NFC", text).replace("--", "").replace("''", "")
    assert to_unicode(to_latex(text)) == " ".join(text.split())


@given(st.text(alphabet="\\{}$~`'-\"aéuo ^_%", max_size=40))
def test_no_latex_raises(latex: str) -> None:
    assert isinstance(to_unicode(latex), str)
