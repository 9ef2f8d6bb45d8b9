"""Large lists, made up, and the same every time: in the reference dialect, and in others."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = (
    "Adaptive Agents Alignment Attention Bayesian Benchmark Causal Contrastive Decoding Diffusion Distillation Efficient"
    " Embodied Evaluation Exploration Feedback Generalist Graph Grounded Hierarchical Imitation Inference Latent Learning"
    " Long-Horizon Memory Mixture Models Multi-Modal Navigation Offline Open-World Optimization Planning Policy Preference"
    " Pretraining Prompting Reasoning Reinforcement Representation Retrieval Reward Robust Scaling Self-Play Simulation"
    " Sparse Tool-Use Transfer Transformers Tuning Unified Video Vision-Language World"
).split()
_LEADS = ("A", "On", "Towards", "Rethinking", "Learning", "Scaling")
_GIVEN = (
    "Ada Alan Barbara Chen Dmitri Élodie Fatima Grace Haruki Ines José Katherine Lin Mary Noether Olga Priya Qiang Rosa"
    " Samir Tomás Ursula Victor Wei Xin Yan Zoë"
).split()
_FAMILY = (
    "Ångström Babbage Curie Dijkstra Erdős Franklin Gödel Hopper Ito Johnson Knuth Lovelace Müller Turing Wu"
    + "".join(f" {first}{last}" for first in "Bar Chan Del Fer Gar Hol Kar Lin Mar Ros Sun Wal".split()
              for last in "bach berg der gupta hoff ino kova man nandez ova sen sky son ström tan ton".split())
).split()  # fmt: skip
"""As many as make most people of a list appear a few times only."""
_COUNT = "https://scholar.google.com/scholar?cites={}&as_sdt=2005&sciodt=0,5&hl=en&oe=ASCII"


def write_lists(folder: Path, entries: int, form: str = "reference", files: int = 20, seed: int = 3) -> list[Path]:
    """Write that many entries in a form into that many files, each with nested headings; return the files."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    numbers = iter(range(entries))
    paths = []
    for index in range(files):
        share = entries // files + (index < entries % files)
        path = folder / f"list-{index:02}.md"
        data = ("\n".join(_lines(random, f"List {index}", share, numbers, form)) + "\n").encode()
        # Every other one was once read in another encoding, as the reference list was.
        path.write_bytes(data.decode("mac_roman").encode() if index % 2 else data)
        paths.append(path)
    return paths


def _lines(random: Random, title: str, entries: int, numbers: Iterator[int], form: str) -> Iterator[str]:
    yield from (f"# {title}", "")
    write = FORMS[form]
    for index in range(entries):
        if index % 40 == 0:
            yield from ("", f"## {_title(random, 2)} {index // 40}", "")
        elif index % 20 == 0:
            yield from ("", f"### {_title(random, 2)} {index // 20}", "")
        if index % 20 == 0:
            yield from _BEFORE.get(form, ())
        yield from write(random, next(numbers))
        if index % 20 == 19 or index == entries - 1:
            yield from _BEHIND.get(form, ())


def _title(random: Random, words: int) -> str:
    return " ".join([random.choice(_LEADS), *random.choices(_WORDS, k=words)])


def _reference(random: Random, number: int) -> Iterator[str]:
    """Two of three are papers; the others are repositories with a description, posts and videos."""
    star = "🌟 " if random.random() < 0.1 else ""
    kind = random.random()
    title = f"{_title(random, 3)}: {_title(random, 4)}"
    if kind < 0.68:
        arxiv = f"{17 + number % 9:02}{1 + number % 12:02}.{number:05}"
        cited = f"[**{number % 900}**]({_COUNT.format(10**18 + number)})" if number % 3 else "[**-1**](None)"
        yield (
            f"- {star}**{title}**, `arXiv, {arxiv}`, [arxiv](http://arxiv.org/abs/{arxiv}v1),"
            f" [pdf](http://arxiv.org/pdf/{arxiv}v1.pdf), cication: {cited} "
        )
        names = [_name(random) for _ in range(random.randint(1, 5))]
        more = f" · ([code{number}](https://github.com/owner{number % 500}/code{number}))" if number % 4 == 0 else ""
        line = ", ".join([*names[:3], "...", *names[3:]] if len(names) > 3 else names)
        yield from ("", f"\t *{line}*{more}")
    elif kind < 0.85:
        owner = f"owner{number % 500}"
        yield (
            f"- {star}[tool{number}](https://github.com/{owner}/tool{number}) - {owner}"
            f" ![Star](https://img.shields.io/github/stars/{owner}/tool{number}.svg?style=social&label=Star) "
        )
        yield from ("", f"\t *{title} for everybody*")
    elif kind < 0.95:
        yield f"- {star}[{title}](https://blog{number % 300}.example.org/2024/post-{number}?a=1&b=2) "
    else:
        yield f"- {star}[{title}](https://www.youtube.com/watch?v=id{number})  :clapper: "


def _name(random: Random) -> str:
    return f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"


def _names(random: Random, count: int) -> str:
    return ", ".join(_name(random) for _ in range(count))


def _row(random: Random, number: int) -> Iterator[str]:
    """A row of a table."""
    yield (
        f"| [{_title(random, 4)}: {_title(random, 3)}](https://site{number % 300}.example.org/paper-{number})"
        f" | {_names(random, 3)} | ICLR {2016 + number % 9} | 2024/{1 + number % 12:02}"
        f" | [Code](https://github.com/owner{number % 500}/code{number})<br>[Page](https://pages.example.org/{number}) |"
    )


def _citation(random: Random, number: int) -> Iterator[str]:
    """Authors first, as in a bibliography."""
    yield (
        f"1. {_names(random, 4)}. **{_title(random, 4)}: {_title(random, 3)}.** *ICML {2016 + number % 9}.*"
        f" [Paper](https://papers.example.org/{number}.pdf) [Code](https://github.com/owner{number % 500}/code{number})"
    )


def _paragraph(random: Random, number: int) -> Iterator[str]:
    """A paragraph of several lines."""
    yield (
        f"[{_title(random, 4)}: {_title(random, 3)}](https://site{number % 300}.example.org/paper-{number})\\\n"
        f"*{_names(random, 4)}*\\\nNeurIPS {2016 + number % 9}."
        f" [Code](https://github.com/owner{number % 500}/code{number})\n"
    )


def _html_row(random: Random, number: int) -> Iterator[str]:
    """A row of a table in HTML."""
    yield from (
        "<tr>",
        f'  <td><a href="https://site{number % 300}.example.org/paper-{number}">{_title(random, 4)}: {_title(random, 3)}</a></td>',
        f"  <td>{_names(random, 3)}</td>",
        f"  <td>ICLR {2016 + number % 9}</td>",
        f'  <td><a href="https://github.com/owner{number % 500}/code{number}">Code</a><br>'
        f'<a href="https://pages.example.org/{number}">Page</a></td>',
        "</tr>",
    )


def _plain_citation(random: Random, number: int) -> Iterator[str]:
    """Authors first, the title in emphasis, nothing else marked."""
    yield (
        f"- {_names(random, 3)}, *{_title(random, 4)}: {_title(random, 3)}*, CVPR {2016 + number % 9}"
        f" [Paper](https://papers.example.org/{number}.pdf) [Code](https://github.com/owner{number % 500}/code{number})"
    )


def _fields(random: Random, number: int) -> Iterator[str]:
    """A title, and a bullet below it for each fact."""
    yield from (
        f"- **{_title(random, 4)}: {_title(random, 3)}**",
        f"  - Authors: {_names(random, 3)}",
        f"  - Publisher: NeurIPS {2016 + number % 9}",
        f"  - Keyword: {', '.join(word.lower() for word in random.sample(_WORDS, 3))}",
        f"  - Paper: [https://papers.example.org/{number}.pdf](https://papers.example.org/{number}.pdf)",
        f"  - Code: [GitHub](https://github.com/owner{number % 500}/code{number})",
    )


def _bullet(random: Random, number: int) -> Iterator[str]:
    """A link and what it is about, as most lists have it."""
    about = " ".join(word.lower() for word in random.choices(_WORDS, k=random.randint(4, 10)))
    yield f"* [{_title(random, 2)}](https://site{number % 300}.example.org/tool-{number}) - For {about}."


FORMS = {
    "reference": _reference,
    "bullets": _bullet,
    "fields": _fields,
    "citations": _citation,
    "plain citations": _plain_citation,
    "paragraphs": _paragraph,
    "tables": _row,
    "HTML tables": _html_row,
}
"""How an entry is written; each gives the lines of one."""
_BEFORE = {
    "tables": ("| Title | Authors | Venue | Date | Links |", "|---|---|---|---|---|"),
    "HTML tables": ("<table>", "<tr><th>Title</th><th>Authors</th><th>Venue</th><th>Links</th></tr>"),
}
_BEHIND = {"HTML tables": ("</table>", "")}
"""What stands before and behind each run of twenty entries."""
