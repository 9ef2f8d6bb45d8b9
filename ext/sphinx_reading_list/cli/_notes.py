"""Which codes tell of a clean-up, and which of something that a person should look at."""

from __future__ import annotations

from ..core.problems import Code

NOTES = frozenset({
    Code.MOJIBAKE,
    Code.CONTROL_CHARACTER,
    Code.CONTENTS_LIST,
    Code.BADGE,
    Code.IMAGE,
    Code.HTML_MARKUP,
    Code.PLACEHOLDER,
    Code.GLUED_TEXT,
    Code.SITE_TEXT,
    Code.WHITE_SPACE,
    Code.REDUNDANT_LINK,
    Code.REDUNDANT_OWNER,
    Code.MARKER,
    Code.MENDED_LINK,
    Code.MENDED_BOLD,
    Code.LINK_TITLE,
    Code.DEFAULTED_SCHEME,
    Code.HTML_COMMENT,
    Code.FRONT_MATTER,
    Code.FOLDED_BLOCK,
    Code.TABLE_ENTRIES,
    Code.REDUNDANT_LABEL,
    Code.INTERNAL_LINK,
    Code.FACT,
    Code.RETITLED,
    Code.RECORD_DIFFERS,
    Code.KEPT_EDIT,
    Code.SPLIT_PAGE,
    Code.DELETED_ENTRY,
    Code.NOT_A_LIST,
})  # fmt: skip
"""A run that reports only these is a good one: exit status 0. They are counted, and listed with ``--verbose``."""
