"""How the LLM RLHF reading list is built."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "LLM RLHF reading list"
author = "The LLM RLHF reading list's contributors"
html_show_copyright = False  # there is none: the list's data are free for any use
epub_copyright = "CC0 1.0"
version = "1"  # an EPUB has to have one
release = ""
language = "en"

extensions = [
    "sphinx_reading_list",
    "sphinx_copybutton",
    "sphinxext.opengraph",
    "sphinx_click",
    "notfound.extension",
    "declared",
    "output_links",
]
exclude_patterns = ["_build", "LICENSE-DATA.md"]
nitpicky = True
# Quotation marks and ellipses, but no dashes: "--" begins an option of the command line.
smartquotes_action = "qe"

reading_list_contribute = "contribute"
reading_list_description = (
    "What is worth your time on reinforcement learning from human feedback with large language models: papers, posts,"
    " videos and code, picked by people who read them."
)
myst_heading_anchors = 3

html_theme = "furo"
html_title = "LLM RLHF reading list"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_last_updated_fmt = None
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
if html_baseurl:
    extensions.append("sphinx_sitemap")
    sitemap_url_scheme = "{link}"
# The page for addresses that aren't there is served at any depth, so its links start at the site's root.
notfound_urls_prefix = urlsplit(html_baseurl).path or "/"
# Cards have a copy button of their own.
copybutton_selector = "div.highlight pre"
ogp_site_url = html_baseurl
ogp_social_cards = {"enable": False}

latex_engine = "xelatex"
# The fonts that Sphinx takes have neither Chinese characters nor, in every style, 𝕏.
latex_elements = {
    "preamble": r"""
\usepackage[CJK,MathematicalAlphanumericSymbols]{ucharclasses}
\newfontfamily\cjkfont{Noto Serif CJK SC}
\newfontfamily\symbolfont{FreeSerif}[BoldFont=*, ItalicFont=*, BoldItalicFont=*]
\setTransitionsForCJK{\begingroup\cjkfont}{\endgroup}
\setTransitionsFor{MathematicalAlphanumericSymbols}{\begingroup\symbolfont}{\endgroup}
"""
}
latex_documents = [("index", "llm-rlhf-reading-list.tex", project, author, "howto")]
epub_show_urls = "no"
