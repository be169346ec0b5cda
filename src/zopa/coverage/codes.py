"""Why something was skipped, as codes with a documentation page each. A code never changes its meaning."""

from __future__ import annotations

from zopa.diagnostics import Code

CODES: dict[str, Code] = {
    "ZP101": Code(
        "The file is empty",
        "There are no words to read.",
        "Save the page again, or remove the file.",
    ),
    "ZP102": Code(
        "The file is not text",
        "Its bytes are those of a picture, an archive or a program, or its name does not match what is inside.",
        "Save the page as text, HTML, MHTML or PDF under a matching name.",
        "holiday.txt holds a PNG picture",
    ),
    "ZP103": Code(
        "The encoding is unknown",
        "The bytes are neither UTF-8, nor UTF-16 with a mark, nor Western European text (Windows-1252). "
        "Guessing further could change the words of a quotation.",
        "Save the file as UTF-8.",
    ),
    "ZP104": Code(
        "The file is too large",
        "No article is that long; the file is not loaded.",
        "Save the article by itself, or put many articles in one .jsonl file, one a line.",
    ),
    "ZP105": Code(
        "No article was found",
        "The page or record holds no running text: a list of links, a login page, an empty template.",
        "Open the page in a browser, save the article itself, and remove this file.",
    ),
    "ZP106": Code(
        "The PDF has no text",
        "Its pages are pictures of text.",
        "Run text recognition on it (OCR) and save it with its text, or save the text as .txt.",
    ),
    "ZP107": Code(
        "The PDF is locked with a password",
        "Its text cannot be read without the password.",
        "Save an unlocked copy.",
    ),
    "ZP108": Code(
        "The PDF is damaged",
        "Its structure could not be followed to the end.",
        "Download or save it again.",
    ),
    "ZP109": Code(
        "The JSON is broken",
        "What stands there is not JSON. The other records of the file are read.",
        "Correct the line named; in a .jsonl file every article is one JSON object on one line.",
        '{"id": "a1", "text": "..."',
    ),
    "ZP110": Code(
        "The record is not an article",
        'A record needs at least a "text" with words in it.',
        'Give the record the key "text".',
        '{"id": "a1", "title": "..."}',
    ),
    "ZP111": Code(
        "The sidecar cannot be used",
        "The article beside it was read all the same, without what the sidecar says.",
        "Correct the NAME.meta.yaml file: outlet, published, url, title, text_kind, bylines.",
        "published: soon",
    ),
    "ZP112": Code(
        "The sidecar has no article",
        "A NAME.meta.yaml file describes the article file NAME beside it, and there is none.",
        "Rename it to match its article, or remove it.",
    ),
    "ZP113": Code(
        "The kind of file is unknown",
        "Only .txt, .html, .htm, .mhtml, .mht, .json, .jsonl and .pdf are read.",
        "Save the page in one of these forms.",
        "notes.docx",
    ),
    "ZP114": Code(
        "The file cannot be opened",
        "The system refused: no permission, a broken link, a device.",
        "Correct the permissions or the link.",
    ),
    "ZP115": Code(
        "The folder was already read",
        "A link leads back to a folder that is being read; following it would never end.",
        "Remove the link.",
    ),
    "ZP116": Code(
        "The same text was already read",
        "Two files hold the same article; it counts once.",
        "Remove one of them, if it bothers you.",
    ),
    "ZP117": Code(
        "The text holds half a character",
        "A surrogate without its partner is no character: it can neither be stored nor shown.",
        r"Remove the escape (\ud800 to \udfff) from the record, or save the page again.",
        r'{"text": "\ud83d"}',
    ),
}
