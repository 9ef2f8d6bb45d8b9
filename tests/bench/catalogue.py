"""A large list as the site knows it, made up to be like real ones, and the same every time."""

from __future__ import annotations

from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from sphinx_reading_list.core.catalogue import Catalogue
from sphinx_reading_list.core.dates import PartialDate
from sphinx_reading_list.core.entry import Appearance, Entry, Link, Metric, PageEntry, Section
from sphinx_reading_list.core.identifiers import Identifier
from sphinx_reading_list.core.keys import TakenKeys, citation_key
from sphinx_reading_list.core.names import Author

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = 15_000
"""So many people write what is listed; few of them often, most of them once or never."""
_SMALL = "a an and are as at by can do for from how in into is it of on or over the to towards under via what when with without".split()
_STEMS = (
    "adapt align attend bench cache calibr caus chain cluster collab compress concept condition constrain contrast control"
    " decod dens diffus distill divers domain dynam edit embed embod emerg encod ensemb entrop equivar estimat evalu evolv"
    " exampl explor factor fair feder filter flow format fusion gener geometr gradient graph ground guid hierarch imit"
    " implicit incent infer instruct integr interact interpret iterat judg kernel knowl label languag latent layer learn"
    " likeli linear local logic margin memor merg meta mixtur modal model modul monitor multi navig network neur normal"
    " observ offlin optim orches parallel param perceiv perturb plan polic prefer prompt propag prun quant queri rank"
    " reason recur refin reflect regular reinforc relat repres resid retriev revers reward robust rout safe sampl scal"
    " schedul search segment select sequenc simul skill sparse spatial spectr stabil strateg stream struct superv symbol"
    " synthes task teach tempor token tool topic train transfer transform transit trust tun uncertain understand unif"
    " valid vari verif vision visual weak workflow"
).split()
_ENDINGS = [
    "",
    "s",
    "ing",
    "ed",
    "er",
    "ers",
    "able",
    "ation",
    "ations",
    "ive",
    "ively",
    "ity",
    "al",
    "ment",
    "ness",
    "ism",
]
_TOOLS = "Alpha Auto Bert Chat Code Deep Doc Ever Fast Flash Gen Hyper LLaMA Math Mini Nano Omni Open Pro RL RM Safe Self Tiny Uni Video Web".split()
_CHINESE = "大型语言模型的强化学习综述 基于人类反馈的奖励建模 多模态推理与规划方法研究 智能体工具使用评测基准 扩散模型对齐技术".split()
_FAMILY_PARTS = (
    "An Bar Cal Dar El Fer Gar Hol In Jen Kal Lin Mor Nor Ol Pet Quin Ros Sand Tor Ul Var Wal Xi Yam Zel".split()
)
_FAMILY_ENDS = "berg dez er gaard ić ini ko lund man moto müller ndez ño oğlu ova ova ová quist ra sen ska son stein strøm tti ura wicz ya".split()
_FAMILY_SHORT = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Kim Lee Park Choi Nguyen Tran Singh Kumar Gupta Smith Jones Sato Suzuki".split()
_GIVEN = (
    "Ada Alan Amir Ana André Anna Aylin Bao Barbara Bo Carlos Chen Chloé Daniel David Dmitri Élodie Emma Eun-ji Fatima"
    " Felix Feng Grace Hao Haruki Hiroshi Hui Inês Ivan Jan Jian Jing João José Jun Kai Katherine Lars Lei Lin Łukasz Maria"
    " Mark Max Mei Ming Minh Mohammed Nadia Ngozi Noah Olga Omar Paul Pedro Priya Qi Raj Rui Ruth Sara Sergey Shan Sofía"
    " Søren Tao Thomas Tomáš Uri Vera Wei Wen Xin Yan Ying Yuki Yun Zhen Zoë"
).split()
_HAN_FAMILY, _HAN_GIVEN = "王李张刘陈杨黄赵吴周徐孙", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
_VENUES = (
    "ICLR NeurIPS ICML ACL EMNLP NAACL EACL COLING AAAI IJCAI CVPR ICCV ECCV KDD WWW SIGIR CIKM WSDM RecSys UAI AISTATS"
    " COLT CoRL ICRA IROS RSS TMLR JMLR TACL TPAMI Nature Science PNAS Interspeech ICASSP MICCAI CHI UIST CSCW FAccT"
    " OSDI SOSP NSDI MLSys ASPLOS ISCA PLDI POPL ICSE FSE SIGMOD VLDB ICDE CCS USENIX NDSS S&P CRYPTO STOC FOCS"
).split()
_TAGS = "agents alignment benchmark code-generation data efficiency evaluation foundations interpretability multimodal reasoning reward-model robotics RLHF safety survey systems theory tool-use vision".split()
_SECTIONS = 60


def made_up(entries: int, seed: int = 7) -> Catalogue:
    """A list of that many entries: four of five are papers, with 1 to 12 authors and titles of 5 to 14 words."""
    random = Random(seed)
    words, people = _Tail(_vocabulary(random), 0.9), _Tail(_people(random), 0.75)
    found: dict[str, Entry] = {}
    taken = TakenKeys(())
    appearances = []
    sections = [
        Section(
            f"part-{number // 10}/topic-{number}",
            words.one(random).title(),
            f"list/part-{number // 10}",
            f"topic-{number}",
        )
        for number in range(_SECTIONS)
    ]
    for number in range(entries):
        entry = _entry(random, words, people, taken)
        found[entry.key] = entry
        section = sections[number * _SECTIONS // entries]
        highlight = random.random() < 0.08
        appearances.append(
            Appearance(entry.key, f"entry-{entry.key}", section, PageEntry(key=entry.key, highlight=highlight))
        )
    return Catalogue(found, tuple(appearances), tuple(sections))


class _Tail:
    """Values of which the first are drawn often and the last seldom, as words and people are (Zipf's law)."""

    def __init__(self, values: Sequence[str], steepness: float) -> None:
        self.values = values
        self.weights = list(accumulate(1 / (rank + 3) ** steepness for rank in range(len(values))))

    def some(self, random: Random, count: int) -> list[str]:
        return random.choices(self.values, cum_weights=self.weights, k=count)

    def one(self, random: Random) -> str:
        return self.some(random, 1)[0]


def _vocabulary(random: Random) -> list[str]:
    words = [stem + ending for stem in _STEMS for ending in _ENDINGS]
    random.shuffle(words)
    compounds = [f"{random.choice(words)}-{random.choice(words)}" for _ in range(1500)]
    tools = [f"{lead}{random.choice(words).title()}" for lead in _TOOLS for _ in range(40)]
    rare = [*words[600:], *compounds, *tools]
    random.shuffle(rare)
    return words[:600] + rare


def _people(random: Random) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < NAMES:
        kind = random.random()
        if kind < 0.02:
            names[random.choice(_HAN_FAMILY) + "".join(random.sample(_HAN_GIVEN, random.randint(1, 2)))] = None
            continue
        given = random.choice(_GIVEN)
        if kind < 0.45:
            given += random.choice(["", *_GIVEN]).lower().replace("-", "")
            names[f"{given}|{random.choice(_FAMILY_SHORT)}"] = None
        else:
            given += f" {random.choice('ABCDEFGHJKLMNPRSTVW')}." if kind < 0.6 else ""
            names[
                f"{given}|{random.choice(_FAMILY_PARTS)}{random.choice(_FAMILY_PARTS).lower()}{random.choice(_FAMILY_ENDS)}"
            ] = None
    return list(names)


def _title(random: Random, words: _Tail) -> str:
    if random.random() < 0.01:
        return f"{words.one(random)}：{random.choice(_CHINESE)}与{random.choice(_CHINESE)}"
    count = random.randint(5, 14)
    chosen = [random.choice(_SMALL) if random.random() < 0.25 else word.title() for word in words.some(random, count)]
    if random.random() < 0.5:
        chosen[min(count - 3, random.randint(0, 2))] += ":"
    return " ".join(chosen)


def _author(name: str) -> Author:
    given, _, family = name.rpartition("|")
    return Author(family, given)


def _entry(random: Random, words: _Tail, people: _Tail, taken: TakenKeys) -> Entry:
    title = _title(random, words)
    date = PartialDate(random.choices(range(2014, 2026), weights=range(1, 13))[0], random.randint(1, 12))
    kind = random.choices(["paper", "repository", "article", "video", "dataset", "model"], weights=[80, 8, 5, 3, 2, 2])[
        0
    ]
    count = random.choices(range(1, 13), weights=[4, 8, 12, 14, 14, 12, 10, 8, 6, 5, 4, 3])[0]
    authors = tuple(_author(name) for name in dict.fromkeys(people.some(random, count))) if kind == "paper" else ()
    if kind == "repository":
        owner, name = words.one(random), words.one(random)
        title, url = name, f"https://github.com/{owner}/{name}"
    else:
        url = f"https://arxiv.org/abs/{date.year % 100:02}{date.month:02}.{random.randrange(20000):05}"
    venue, published = "", None
    if kind == "paper" and random.random() < 0.6:
        venue, published = (
            _VENUES[int(len(_VENUES) * random.random() ** 2)],
            PartialDate(date.year + random.randint(0, 1)),
        )
    key = taken.new(citation_key(title, authors, date, "example"))
    links = tuple(
        Link(f"https://github.com/{words.one(random)}/{words.one(random)}") for _ in range(random.random() < 0.4)
    )
    return Entry(
        key=key,
        kind=kind,
        title=title,
        url=url,
        aka=(_title(random, words),) if random.random() < 0.02 else (),
        authors=authors,
        date=date if kind != "article" else PartialDate(date.year, date.month, random.randint(1, 28)),
        published=published,
        venue=venue,
        identifiers=(Identifier("arxiv", url.rpartition("/")[2]),) if kind == "paper" else (),
        links=links,
        tags=tuple(random.sample(_TAGS, random.choices([0, 1, 2, 3], weights=[5, 3, 2, 1])[0])),
        added=PartialDate(2023 + random.randint(0, 2), random.randint(1, 12), random.randint(1, 28)),
        metrics=(Metric("citations", int(random.paretovariate(0.6))),)
        if kind == "paper" and random.random() < 0.9
        else (),
        record=kind == "paper",
    )
