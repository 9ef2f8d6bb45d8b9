"""What must come out of every format as it went in: a table, a case a line or two.

``fields`` is what stands in the .bib file, in LaTeX; the rest is what a reader has to understand, in Unicode. A name is
``Family|Given|particle|suffix``, without what is empty at its end.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A record, and what it says."""

    name: str
    fields: str
    names: tuple[str, ...] = ("Doe|Jane",)
    title: str = "Work"
    date: str = "2024"
    pages: str = ""
    doi: str = ""
    type: str = "inproceedings"
    key: str = ""
    elided: bool = False

    @property
    def citation_key(self) -> str:
        return self.key or self.name.replace(" ", "-")

    def bib(self) -> str:
        """The record as it stands in a .bib file; what the case doesn't say is the same in each."""
        common = {"author": "{Doe, Jane}", "title": "{Work}", "year": "2024", "booktitle": "{Proceedings of Works}"}
        given = {part.partition("=")[0].strip() for part in self.fields.split("\n")}
        absent = {"year"} if "date" in given else {"booktitle"} if self.type != "inproceedings" else set()
        rest = [f"{name} = {value}" for name, value in common.items() if name not in given | absent]
        lines = [
            line.strip().rstrip(",")
            for line in self.fields.split("\n")
            if line.strip() not in ("", "author =", "title =")
        ]
        return f"@{self.type}{{{self.citation_key},\n" + ",\n".join([*lines, *rest]) + "\n}\n"


NAMES = (
    Case("particle", "author = {van der Schaar, Mihaela and Ludwig van Beethoven}",
         ("Schaar|Mihaela|van der", "Beethoven|Ludwig|van")),
    Case("capital particle", "author = {Le Roux, Nicolas and De Sa, Christopher}", ("Le Roux|Nicolas", "De Sa|Christopher")),
    Case("suffix", "author = {King, Jr., Martin Luther and Doe, III, John}", ("King|Martin Luther||Jr.", "Doe|John||III")),
    Case("particle and suffix", "author = {von Berg, Jr., Ann}", ("Berg|Ann|von|Jr.",)),
    Case("corporate", "author = {{DeepSeek-AI} and {Simon and Schuster} and Doe, Jane}",
         ("DeepSeek-AI", "Simon and Schuster", "Doe|Jane")),
    Case("one word", "author = {Xianyu and Doe, Jane}", ("Xianyu", "Doe|Jane")),
    Case("cjk", "author = {王, 小明 and 山田, 太郎 and 김, 철수}", ("王|小明", "山田|太郎", "김|철수")),
    Case("cyrillic", "author = {Колмогоров, Андрей Николаевич}", ("Колмогоров|Андрей Николаевич",)),
    Case("accents", r"""author = {G{\"o}del, Kurt and {\L}ukasiewicz, Jan and {\c{C}}elik, {\"O}mer and Ng\^o, B\'ao and S{\o}ren{\ss}en, {\AA}sa}""",
         ("Gödel|Kurt", "Łukasiewicz|Jan", "Çelik|Ömer", "Ngô|Báo", "Sørenßen|Åsa")),
    Case("accents in utf-8", "author = {Üstün, Ahmet and Gallé, Matthias}", ("Üstün|Ahmet", "Gallé|Matthias")),
    Case("hyphens and apostrophes", "author = {O'Neil, Jean-Luc and Smith-Jones, A. B.}",
         ("O'Neil|Jean-Luc", "Smith-Jones|A. B.")),
    Case("given first", "author = {Jane Mary Doe}", ("Doe|Jane Mary",)),
    Case("elided", "author = {Doe, Jane and Roe, R. and others}", ("Doe|Jane", "Roe|R."), elided=True),
    Case("an author called others", "author = {Others, Ann}", ("Others|Ann",)),
    Case("two thousand authors", "author = {" + " and ".join(f"Family{n}, Given{n}" for n in range(2000)) + "}",
         tuple(f"Family{n}|Given{n}" for n in range(2000))),
)  # fmt: skip
TITLES = (
    Case("capitals", "title = {{DeepSeekMath} and {LLM}s for {Q}-Learning}", title="DeepSeekMath and LLMs for Q-Learning"),
    Case("lower first", "title = {{verl}: A {PPO} Library}", title="verl: A PPO Library"),
    Case("math", r"title = {On $\lambda$-Returns and $x_1^2 < 5$ Things}", title=r"On $\lambda$-Returns and $x_1^2 < 5$ Things"),
    Case("quotes", "title = {``True'' Rewards, `Half' Truths and {\"}Lies{\"}}", title="“True” Rewards, ‘Half’ Truths and \"Lies\""),
    Case("colons", "title = {One: Two: Three? Four! Five; Six}", title="One: Two: Three? Four! Five; Six"),
    Case("nested braces", r"title = {The {{N}ested {{B}races}} \emph{in {Italics}} Case}", title="The Nested Braces in Italics Case"),
    Case("specials", r"title = {100\% of R\&D \#1 \$5 a\_b \{set\} \textbackslash x}", title="100% of R&D #1 $5 a_b {set} \\x"),
    Case("bare specials", "title = {R&D at 50% of a_b}", title="R&D at 50% of a_b"),
    Case("bare caret", "title = {The x^2 of a Thing}", title="The x^2 of a Thing"),
    Case("unicode title", "title = {如何正确复现 Instruct GPT — Ünïcödé 🌟 𝕏}", title="如何正确复现 Instruct GPT — Ünïcödé 🌟 𝕏"),
    Case("latex title", r"title = {Na{\"\i}ve Caf\'e---G{\"o}del \& Co.~Ltd}", title="Naïve Café—Gödel & Co. Ltd"),
    Case("angle brackets", "title = {Reasoning with <think> Tags and x < y}", title="Reasoning with <think> Tags and x < y"),
)  # fmt: skip
FACTS = (
    Case("pages", "pages = {12248--12267}", pages="12248-12267"),
    Case("one page", "pages = {7}", pages="7"),
    Case("article pages", "pages = {e12--e19}", pages="e12-e19"),
    Case("month macro", "month = feb", date="2024-02"),
    Case("month word", "month = {September}", date="2024-09"),
    Case("day", "date = {2023-04-05}", date="2023-04-05"),
    Case("forthcoming", "year = {forthcoming}", date=""),
    Case("odd doi", "doi = {10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}",
         doi="10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    Case("doi with marks", "doi = {10.1234/a_b%c#d&e}", doi="10.1234/a_b%c#d&e"),
    Case("doi with escapes", r"doi = {10.1007/978-3\_2{\_}7\%c}", doi="10.1007/978-3_2_7%c"),
    Case("doi as an address", "doi = {https://doi.org/10.1145/3292500.3330701}", doi="10.1145/3292500.3330701"),
    Case("unknown field", "citationnote = {carried along}"),
    Case("preprint and venue", "eprint = {2405.00675},\neprinttype = {arxiv},\neprintclass = {cs.LG}"),
    Case("emoji in the key", "", key="doe2024🌟"),
    Case("odd key", "", key="DBLP:conf/x/Doe+24"),
    Case("journal", "journaltitle = {The Journal of R\\&D},\nvolume = {27},\nissue = {2},\npages = {1--9}", type="article", pages="1-9"),
    Case("preprint", "eprint = {2402.03300},\neprinttype = {arxiv}", type="misc"),
    Case("thesis", "institution = {MIT}", type="phdthesis"),
    Case("report", "institution = {RAND},\nnumber = {TR-7}", type="techreport"),
    Case("book", "publisher = {MIT Press},\nedition = {2},\nisbn = {978-0-262-03924-6}", type="book"),
    Case("software", "url = {https://github.com/volcengine/verl},\nversion = {0.2}", type="software"),
    Case("dataset", "url = {https://huggingface.co/datasets/a/b}", type="dataset"),
    Case("web page with escapes", r"url = {https://example.org/{\~{}}a/b\_c?x=1\&y=\%20\#d}", type="online"),
    Case("web page", "url = {https://example.org/~a/b_c?x=1&y=%20#d},\nurldate = {2024-11-02}", type="online"),
)  # fmt: skip
CASES = (*NAMES, *TITLES, *FACTS)
