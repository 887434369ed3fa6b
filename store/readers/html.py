r"""HTML pages: the article without menus, and what the page states about it.

The main text is trafilatura's where it is installed (extra ``web``), else that of
``store.readers.markup``; title, outlet, author, address and dates are read by ``pagehead`` alone.

>>> from store.readers.streams import blob_of
>>> page = b"<html><title>Bridge hit</title><nav>Home</nav><p>The bridge was hit on Monday.</p>"
>>> [item.text for item in items(blob_of("a.html", page), Given())]
['Bridge hit\n\nThe bridge was hit on Monday.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from store.model import Span
from store.readers.encodings import Undecodable, decoded
from store.readers.extras import there
from store.readers.heads import Head
from store.readers.markup import Block, Node, article, tree
from store.readers.pagehead import page_metadata
from store.readers.streams import Blob
from store.readers.values import Given, Item, ReadProblem, Stated

_OPENING = re.compile(
    r"(?:<\?xml[^>]*+>\s*+)?(?>(?:<!--(?>.*?-->)\s*+)*)<(?:!doctype\s+html|html|head|body|title|meta|article|"
    r"main|section|div|p|h1|h2|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*+[\"']?\s*+([\w-]{2,30})", re.IGNORECASE)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)"
)
# Less is no article but a page of links, or one that a script fills.
_SHORTEST = 25
_NO_ARTICLE = (
    "No article was found on the page: it may be a list of links, or be filled by a script."
)


def takes(head: Head) -> bool:
    """What opens with a tag of HTML."""
    return bool(_OPENING.match(head.text))


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The one item of a page."""
    raw = blob.whole()
    html = decoded(raw, blob.stated("charset") or _declared(raw))
    if isinstance(html, Undecodable):
        yield ReadProblem(blob.path, html.sentence)
        return
    page = tree(html)
    found = item_of_page(html, page, raw, blob)
    yield found if found is not None else ReadProblem(blob.path, _NO_ARTICLE, blob.named)


def _declared(raw: bytes) -> str:
    """The encoding that a page says it is in; what a server says goes before it."""
    found = _DECLARED.search(raw[:4096])
    return found[1].decode("ascii") if found else ""


def item_of_page(html: str, page: Node, raw: bytes, blob: Blob) -> Item | None:
    """The item of a page that is parsed already; None where it has no article."""
    metadata = {**_saved(html), **page_metadata(page)}
    title = metadata["title"].value if "title" in metadata else ""
    paragraphs, how = _main_text(html, page)
    body = _without_head(paragraphs, title)
    if sum(map(len, body)) < _SHORTEST:
        return None
    text = "\n\n".join([title, *body] if title else body)
    if "published" not in metadata and (day := _guessed_day(html, metadata)):
        metadata["published"] = Stated(day, how="htmldate")
    if title:
        metadata["title"] = replace(metadata["title"], span=Span(0, len(title)))
    return Item(
        blob.file, raw, text, blob.file, blob.folder, 0, metadata, reader=f"HTML page ({how})"
    )


def _saved(html: str) -> dict[str, Stated]:
    """The address that a browser, or SingleFile, wrote into a page that it saved."""
    found = _SAVED.search(html, 0, 4096)
    return {"url": Stated(found[1], how="saved from")} if found else {}


def _main_text(html: str, page: Node) -> tuple[list[str], str]:
    """The paragraphs of the article, and who found them."""
    if there("trafilatura"):
        from store.readers.trafilatura import main_text

        found = main_text(html)
        # Where a page is laid out in a table it gives rows for paragraphs.
        rows = sum(len(line) for line in found if line.startswith("|"))
        if rows * 2 < sum(map(len, found)) >= _SHORTEST:
            return found, "trafilatura"
    return [_text(block) for block in article(page)], "own extraction"


def _guessed_day(html: str, metadata: dict[str, Stated]) -> str:
    """The original day of publication that htmldate finds; it takes no date of the text itself."""
    if not there("htmldate"):
        return ""
    from htmldate import find_date

    url = metadata["url"].value if "url" in metadata else None
    day = find_date(html, original_date=True, extensive_search=False, url=url) or ""
    # Where it finds no original day it takes that of the last change.
    edited = metadata["edited"].value if "edited" in metadata else ""
    return "" if edited.startswith(day) else day


def _text(block: Block) -> str:
    """A block as a paragraph; an item of a list keeps its bullet."""
    return f"- {block.text}" if block.tag == "li" else block.text


def _without_head(paragraphs: list[str], title: str) -> list[str]:
    """The paragraphs from the first after the headline: it is told once, in the title."""
    wanted = _plain(title)
    for place, paragraph in enumerate(paragraphs[:4]):
        if wanted and _plain(paragraph) == wanted:
            return paragraphs[place + 1 :]
    return paragraphs


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text)).casefold()
