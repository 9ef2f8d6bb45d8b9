"""``llms.txt`` has the form of https://llmstxt.org, and every work of the list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from sphinx_reading_list.core.entry import Link
from sphinx_reading_list.feeds.llms_txt import File, llms_txt, summary_of

from .conftest import catalogue_of, page

FILES = [File("entries.json", "https://rl.example.org/entries.json", "All (as JSON)")]


def text_of(catalogue, title="My list", summary="All [of] it"):
    return llms_txt(catalogue, title, summary, FILES, lambda place: f"https://rl.example.org/#{place.anchor}")


def parsed(text):
    """The title, the summary, and of each section its heading and its lines: (link text, address, notes)."""
    head, quote, about, *rest = SyntaxTreeNode(MarkdownIt("commonmark").parse(text)).children
    assert (head.type, head.tag, quote.type, about.type) == ("heading", "h1", "blockquote", "paragraph")
    sections = []
    for node in rest:
        if node.type == "heading":
            assert node.tag == "h2"
            sections.append((words(node.children[0]), []))
        else:
            assert node.type == "bullet_list"
            sections[-1][1].extend(line(item) for item in node.children)
    return words(head.children[0]), words(quote.children[0].children[0]), sections


def line(item):
    [paragraph] = item.children
    link, *notes = paragraph.children[0].children
    assert link.type == "link"
    said = "".join(note.content for note in notes)
    assert not said or said.startswith(": ")
    return words(link), link.attrs["href"], said.removeprefix(": ")


def words(node):
    return node.content if node.type == "text" else "".join(words(child) for child in node.children)


def test_the_whole_form(catalogue):
    assert parsed(text_of(catalogue)) == (
        "My list",
        "All [of] it",
        [
            (
                "RLHF & more",
                [
                    ("Self-Play $<$ SFT", "https://arxiv.org/abs/2405.00675",
                     "Paper, ICLR 2025, May 2024. Yue Wu, DeepSeek-AI. Read this <i>first</i>."),
                    ("REINFORCE++", "https://arxiv.org/abs/2501.03262", "Paper, Jan 2025. Jian Hu"),
                    ("verl <script>&amp;", "https://github.com/volcengine/verl?a=1&b=%3C2%3E", "Repository"),
                    ("No date", "https://rl.example.org/#entry-undated", "Article"),
                ],
            ),
            ("Code", [("verl <script>&amp;", "https://github.com/volcengine/verl?a=1&b=%3C2%3E", "Repository")]),
            ("Optional", [("entries.json", "https://rl.example.org/entries.json", "All (as JSON)")]),
        ],
    )  # fmt: skip


def test_what_is_in_a_list_nobody_described(catalogue):
    assert summary_of(catalogue) == "A curated reading list: 2 papers, 1 repository, 1 article."
    assert summary_of(catalogue_of()) == "A curated reading list."


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@given(title=TEXTS, note=TEXTS, name=TEXTS)
def test_whatever_people_write_it_keeps_its_form(title, note, name):
    entry = page(
        "k", title=title.strip() or "T", note=note, url="https://e.org/(a)", links=(Link("https://e.org/1", name),)
    )
    name = " ".join(name.split()) or "L"
    head, summary, sections = parsed(text_of(catalogue_of(entry), name, name))
    assert (head, summary) == (name, name)
    assert sections[0][1][0][:2] == (" ".join((title.strip() or "T").split()), "https://e.org/%28a%29")
    assert [heading for heading, _ in sections] == ["RLHF & more", "Optional"]
