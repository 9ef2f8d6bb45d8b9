"""The picture that a preview of a link to an entry shows."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sphinx.errors import ConfigError

from sphinx_reading_list.sphinxext.entry_pages.pictures import HEIGHT, WIDTH, Painter, Words

BASE = "https://example.org/list/"
PAGES = {
    "list/rlhf.md": """
        # RLHF

        :::{entry} wu2024selfplay
        :::

        :::{entry} [如何正确复现](https://example.org/a)
        :key: zhihu
        :::
        """
}
PATH = "entry/pictures/wu2024selfplay.png"


def picture(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_a_page_has_a_picture(make_site):
    site = make_site(PAGES, html_baseurl=BASE).build()
    image = picture((site.out / PATH).read_bytes())
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    head = site.page("entry/wu2024selfplay.html").head
    assert head.find("meta", property="og:image")["content"] == BASE + PATH
    assert head.find("meta", property="og:image:alt")["content"] == "Self-Play Preference Optimization"
    assert head.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"


def test_a_title_that_the_font_cannot_show_has_none(make_site):
    site = make_site(PAGES, html_baseurl=BASE).build()
    assert [path.name for path in (site.out / "entry/pictures").iterdir()] == ["wu2024selfplay.png"]
    head = site.page("entry/zhihu.html").head
    assert head.find("meta", property="og:image") is None
    assert head.find("meta", attrs={"name": "twitter:card"})["content"] == "summary"


@pytest.mark.parametrize("without", [{"html_baseurl": ""}, {"html_baseurl": BASE, "reading_list_pictures": False}])
def test_there_is_none_where_it_is_not_wanted_or_cannot_be_found(make_site, without):
    site = make_site(PAGES, **without).build()
    assert not (site.out / "entry/pictures").exists()
    assert "og:image" not in site.read("entry/wu2024selfplay.html")


def test_it_is_drawn_again_where_its_words_changed(make_site):
    site = make_site(PAGES, html_baseurl=BASE).build()
    first, time = (site.out / PATH).read_bytes(), (site.out / PATH).stat().st_mtime_ns
    site.write({"list/rlhf.md": PAGES["list/rlhf.md"].replace("# RLHF", "# Another title")})
    site.build()
    assert (site.out / PATH).stat().st_mtime_ns == time
    bib = (site.folder / "refs.bib").read_text(encoding="utf-8")
    (site.folder / "refs.bib").write_text(bib.replace("Self-Play", "Solo-Play"), encoding="utf-8")
    site.build()
    changed = (site.out / PATH).read_bytes()
    assert changed != first
    assert site.build(out="clean").files()[PATH] == changed


def test_it_goes_with_its_entry(make_site):
    site = make_site(PAGES, html_baseurl=BASE).build()
    site.write({"list/rlhf.md": PAGES["list/rlhf.md"].replace("wu2024selfplay", "hu2025reinforce")})
    site.build()
    assert [path.name for path in (site.out / "entry/pictures").iterdir()] == ["hu2025reinforce.png"]


def test_a_font_that_is_not_there_is_said(make_site):
    site = make_site(PAGES, reading_list_picture_font="no.ttf")
    with pytest.raises(ConfigError, match=r"reading_list_picture_font: there is no file .*no\.ttf"):
        site.build()


PAINTER = Painter()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("naïve Ångström 🌟", True),
        ("GPT-4 & co.", True),
        ("如何", False),
        ("Колмогоров", False),
        ("🌟", False),
        ("", False),
    ],
)
def test_what_its_own_font_can_show(title, shown):
    assert PAINTER.can_say(Words("Paper", title, "", "")) is shown


@settings(max_examples=15)
@given(st.text(st.characters(codec="latin-1"), max_size=400), st.text(max_size=40))
def test_any_words_can_be_drawn(title, who):
    assert picture(PAINTER.png(Words("Paper", title, who, "The list"))).size == (WIDTH, HEIGHT)


def test_a_long_title_stays_on_the_picture():
    image = picture(
        PAINTER.png(Words("Paper", "Long words and many of them " * 30, "Ada Lovelace", "The list"))
    ).convert("L")
    rows = image.crop((40, 0, WIDTH, HEIGHT))
    paper = rows.getpixel((0, 0))
    # A margin all around, and the title above what stands below it.
    for box in ((0, 0, WIDTH - 40, 60), (WIDTH - 40 - 60, 0, WIDTH - 40, HEIGHT), (0, HEIGHT - 30, WIDTH - 40, HEIGHT)):
        assert rows.crop(box).getextrema() == (paper, paper)
