"""What can be wrong: the one list of codes.

A code is at once the name of a lint rule, the subtype of a Sphinx warning (``reading_list.CODE``, for
``suppress_warnings``) and a section of the documentation.
"""

from __future__ import annotations

from enum import Enum

from .rule import Rule


class Code(Rule, Enum):
    """The rules that reading, building and importing go by; a check that has one of its own declares it in its file."""

    __hash__ = Enum.__hash__  # by the name, and not by all that a rule says

    # Files that are read or written
    UNREADABLE_FILE = (
        "unreadable-file",
        "A file is missing, is a directory, or may not be read.",
        "Check the path and its permissions.",
    )
    UNWRITABLE_FILE = (
        "unwritable-file",
        "A file can't be written (a full disk, a folder without permission); everything is as it was.",
        "Make room or check the permissions, then run the command again.",
    )
    NOT_UTF8 = (
        "not-utf8",
        "A file is not UTF-8 text; it was read in another encoding, which is named.",
        "Save the file as UTF-8.",
    )
    EMPTY_FILE = ("empty-file", "A file holds nothing.", "Check that it is the file you meant.")
    NO_HISTORY = (
        "no-history",
        "When entries came into the list can't be told: there is no git, no repository, or only a part of its history.",
        "Fetch all of it (git fetch --unshallow; in CI, fetch-depth: 0), or write the dates by hand.",
    )
    BAD_SETTING = (
        "bad-setting",
        "A setting of [tool.reading-list] in pyproject.toml can't be used; nothing is done.",
        "The message says what there is.",
    )
    NO_LIST = (
        "no-list",
        "There is no folder of pages where the program looks, or what was named is no part of the list.",
        "Run the command in the folder of the project, or say where things are: --list, --bib.",
    )

    PLAIN_PAGES = (
        "plain-pages",
        "The theme can't show pages that are made for the list (of entries, of an index): it leaves out a page's text or"
        " what belongs into its head. They are written without the theme.",
        "Take another theme, or do without these pages: reading_list_entry_pages = False, reading_list_index_pages = False.",
    )

    # refs.bib
    BROKEN_RECORD = (
        "broken-record",
        "A record of the .bib file can't be read (an unbalanced brace, a missing comma); the others are used.",
        "Mend the record; the message says where reading stopped.",
    )
    DUPLICATE_KEY = (
        "duplicate-key",
        "Two records, or two entries without a record, have the same citation key, in whatever case; the first one is used.",
        "Give the second one a key of its own, or delete it.",
    )
    DUPLICATE_FIELD = (
        "duplicate-field",
        "A record has a field more than once; the first one is used.",
        "Delete the others.",
    )
    UNDEFINED_STRING = (
        "undefined-string",
        "A value of a record is a name that no @string defines.",
        "Define it above the record, or put the value in braces.",
    )
    BAD_DATE = (
        "bad-date",
        "A record's date or year is no date; the work counts as undated.",
        "Write a year like 2025, or a date like 2025-02-06; a work that isn't out yet has pubstate = {forthcoming}.",
    )
    BAD_NAME = (
        "bad-name",
        "A name among a record's authors or editors has none of BibTeX's forms; it stays as it is written.",
        "Put and between people, and one name or collective in braces: Wu, Yue and {The Team}.",
    )
    BROKEN_CITATION = (
        "broken-citation",
        "CITATION.cff, which says how to cite the list itself, can't be read or lacks something.",
        "Mend the file; the format is at citation-file-format.github.io. The list is cited with what is known.",
    )
    BROKEN_METRICS = (
        "broken-metrics",
        "The file of citation counts and stars can't be read, or a part of it can't; that part is left out.",
        "Restore the file from the repository's history: only the program writes it.",
    )
    RECORD_WITHOUT_TITLE = ("record-without-title", "A record has no title.", "Add a title field.")

    # Entries on pages
    UNKNOWN_KEY = (
        "unknown-key",
        "A page, or another record (crossref, xdata), names a citation key that the .bib file doesn't have.",
        "Correct the key (the message gives the nearest ones), or add the record.",
    )
    ENTRY_WITHOUT_TITLE = (
        "entry-without-title",
        "An entry has neither a citation key nor a link with a title.",
        "Write a key of the .bib file, or [title](address), behind the directive's name.",
    )
    UNSAFE_LINK = (
        "unsafe-link",
        "An address is none that a page may link to: only http, https and mailto are.",
        "Correct the address; the text is shown without a link until then.",
    )
    RELATIVE_LINK = (
        "relative-link",
        "An address in a list is relative to the place it came from; it is kept as text.",
        "Say where the list came from with --base-url, or complete the address.",
    )
    BAD_OPTION = ("bad-option", "An option's value isn't what the option takes.", "The message says what it takes.")
    BAD_FORMER_NAME = (
        "bad-former-name",
        "A key or a section's name that is said to be a former one is in use, is claimed twice, or can't be a name, so"
        " no address leads on from it.",
        "Correct the name, or take it out; the message says what stands against it.",
    )
    UNKNOWN_KIND = (
        "unknown-kind",
        "An entry's kind is none that is known.",
        "Use one of the kinds that the message lists.",
    )
    NOT_UNDERSTOOD = (
        "not-understood",
        "A part of a list isn't an entry in any known form; it is kept in its place as it is.",
        "Nothing has to be done; to make a card of it, write it as an entry.",
    )

    # Clean-ups of an import: what was taken off or mended on the way, so that nothing goes unseen
    BINARY_FILE = ("binary-file", "A file is no text in any encoding.", "Check that it is the file you meant.")
    MOJIBAKE = (
        "mojibake",
        "Text was UTF-8 that had once been read in another encoding; it was put right.",
        "Nothing has to be done; look at the example in the message.",
    )
    CONTROL_CHARACTER = ("control-character", "A character that no text has was taken out.", "Nothing has to be done.")
    CONTENTS_LIST = (
        "contents-list",
        "A list of links to the list's own headings was left out: the site makes its own.",
        "Nothing has to be done.",
    )
    BADGE = ("badge", "A badge image was left out: it would be fetched from elsewhere.", "Nothing has to be done.")
    IMAGE = ("image", "An image became a link: a reader's browser asks no other host.", "Nothing has to be done.")
    HTML_MARKUP = ("html-markup", "HTML was taken off, its text and links were kept.", "Nothing has to be done.")
    HTML_COMMENT = ("html-comment", "A comment of the source was left out.", "Nothing has to be done.")
    FRONT_MATTER = (
        "front-matter",
        "The front matter, which another program reads, was left out; its title became the list's.",
        "Nothing has to be done.",
    )
    FOLDED_BLOCK = (
        "folded-block",
        "A block that folds or frames its content (<details>, ??? example) was opened; its title and content stay.",
        "Nothing has to be done.",
    )
    TABLE_ENTRIES = (
        "table-entries",
        "The rows of a table became entries, and its headings the fields of these; row numbers were left out.",
        "Nothing has to be done.",
    )
    REDUNDANT_LABEL = (
        "redundant-label",
        "A label that repeats the heading above it, or only asks to click, was left out.",
        "Nothing has to be done.",
    )
    INTERNAL_LINK = (
        "internal-link",
        "A link to another place of the same file was left out, or became text: the site has its own.",
        "Nothing has to be done.",
    )
    PLACEHOLDER = (
        "placeholder",
        "A value that stands for an unknown one (-1, None) was left out.",
        "Nothing has to be done: what isn't known is absent.",
    )
    FACT = (
        "fact",
        "Words became a fact of an entry: a date, a tag, the name of a field or of the entry's own link.",
        "Nothing has to be done; look at the entry if the message seems odd.",
    )
    GLUED_TEXT = (
        "glued-text",
        "A date or authors that were glued to a title became options of the entry.",
        "Check the title, the date and the names.",
    )
    SITE_TEXT = (
        "site-text",
        "Words of the web page around it that were copied with a title were taken off.",
        "Check the title.",
    )
    WHITE_SPACE = ("white-space", "A run of white space became one blank.", "Nothing has to be done.")
    REDUNDANT_LINK = (
        "redundant-link",
        "A link that the entry's identifier already gives was left out.",
        "Nothing has to be done.",
    )
    REDUNDANT_OWNER = (
        "redundant-owner",
        "The owner of a repository, which its address already names, was left out.",
        "Nothing has to be done.",
    )
    MARKER = ("marker", "An emoji became a highlight or the kind of the entry.", "Nothing has to be done.")
    MENDED_LINK = (
        "mended-link",
        "Brackets that were misplaced around a link were put right.",
        "Nothing has to be done.",
    )
    MENDED_BOLD = ("mended-bold", "A star in a bold text had ended it too early; it is text again.", "Check the title.")
    LINK_TITLE = (
        "link-title",
        "A text that shows only while a pointer is on a link or an image was left out.",
        "Nothing has to be done; if it matters, write it into the entry's note.",
    )
    DEFAULTED_SCHEME = (
        "defaulted-scheme",
        "An address without a scheme became an https address.",
        "Check the address.",
    )

    # What an import found
    RETITLED = (
        "retitled",
        "The list's title differs from the record's; the page keeps it as another title.",
        "Nothing has to be done; delete the option if it only differs by mistake.",
    )
    ELIDED_AUTHORS = (
        "elided-authors",
        'A list of authors names some of them only; a record that is made of it ends in "and others".',
        "Complete the authors. The annotation of a record that an import made holds the line as it was printed.",
    )
    SPLIT_PAGE = (
        "split-page",
        "A page would have come to more HTML than the setting page-size allows, so its sections, or its entries by year or"
        " number, have pages of their own. Old addresses lead on.",
        "Nothing has to be done; give the parts other titles if you like.",
    )
    EDITED_PAGE = (
        "edited-page",
        "A page is not as the program would write it; what a person wrote stays.",
        "Compare it with what the message shows, and take over what you want.",
    )
    KEPT_EDIT = (
        "kept-edit",
        "An entry or a text was changed by hand since it was imported, and not in the list; it stays.",
        "Nothing has to be done.",
    )
    DELETED_ENTRY = (
        "deleted-entry",
        "An entry of the list was deleted from the pages by hand; it doesn't come back by itself.",
        "Nothing has to be done; to have it back, write it on a page.",
    )
    GONE_FROM_LIST = (
        "gone-from-list",
        "An entry of a page is no longer in the list that it came from; it stays.",
        "Delete it from the page if it shall go.",
    )
    RECORD_DIFFERS = (
        "record-differs",
        "The list says something of a work that its record in the .bib file says otherwise; the record is shown.",
        "Compare the two, and complete the record if the list is right.",
    )
    EDITED_RECORD = (
        "edited-record",
        "The list changed what it says of a work whose record was edited by hand; the record stays.",
        "Compare it with what the message shows, and take over what you want.",
    )
    NOT_A_LIST = (
        "not-a-list",
        "A file of the folder holds no entry, so it was passed over.",
        "Name the file itself to import it all the same.",
    )
    BROKEN_STATE = (
        "broken-state",
        "The file in which an import remembers the last one can't be read; nothing is changed without it.",
        "Restore it from the repository's history, or delete it: then pages that differ are reported and stay.",
    )
    LOST_LINK = (
        "lost-link",
        "A link of the list was in no page and no record after the import; it was added to a note.",
        "Check the place in the page. Please report it, with the lines: the program should have understood them.",
    )
    LOST_TEXT = (
        "lost-text",
        "Words of the list were in no page and no record after the import; they were added to a note.",
        "Check the place in the page. Please report it, with the lines: the program should have understood them.",
    )
