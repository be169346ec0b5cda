"""Made-up articles of signed quotations ("..." - Name), a form the corpus hardly has, from its direct quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

DASHES = ("—", "―", "–", "--", "-")
SHORTEST_QUOTATION, LONGEST_NAME = 6, 8
MARKS = " \t\n\r\u00a0\"“”',.-–—"


def signed_quotations(record: dict[str, Any], chance: random.Random) -> dict[str, Any] | None:
    """An article whose paragraphs are the record's quotations, each signed by its source; None where it has under two.

    The dash is the cue; its kind, the gap after it and the kind of quotation marks change from article to article.
    """
    pairs = _quotations(record)
    if len(pairs) < 2:
        return None
    chance.shuffle(pairs)
    dash, gap = chance.choice(DASHES), chance.choice((" ", " ", ""))
    opening, closing = chance.choice((("“", "”"), ('"', '"')))
    pieces, items, length = [], [], 0
    for name, words in pairs[:12]:
        paragraph = f"{opening}{words}{closing} {dash}{gap}{name}"
        content = (length + 1, length + 1 + len(words))
        cue = (content[1] + 2, content[1] + 2 + len(dash))
        source = (cue[1] + len(gap), cue[1] + len(gap) + len(name))
        items.append({"source": [source], "cue": [cue], "content": [content]})
        pieces.append(paragraph)
        length += len(paragraph) + 2
    return {"doc": record["doc"] + "/signed", "text": "\n\n".join(pieces), "attributions": items}


def _quotations(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Names and words of the record's direct quotations, those long enough to stand alone with a name short enough."""
    text, found = record["text"], []
    for item in record["attributions"]:
        if len(item["source"]) != 1 or not item["content"]:
            continue
        start, end = item["content"][0]
        name = text[slice(*item["source"][0])].strip(MARKS)
        whole = text[start:end].strip()
        words = whole.strip(MARKS)
        quoted = whole[:1] in '"“' and len(words.split()) >= SHORTEST_QUOTATION
        if quoted and name[:1].isupper() and len(name.split()) <= LONGEST_NAME and "\n" not in name + words:
            found.append((name, words + "."))
    return found
