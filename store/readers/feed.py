r"""RSS and Atom: an item a document, with all the text that the feed has of it.

An outlet that the item names as its ``<source>`` is a hop: the feed carries what that one wrote.
Dates are kept as the feed wrote them, for feedparser knows no Russian month.

>>> from store.readers.streams import blob_of
>>> feed = b"<rss version='2.0'><channel><title>Example Daily</title><item>"
>>> feed += b"<title>Bridge hit</title><description>It was hit.</description></item>"
>>> feed += b"</channel></rss>"
>>> [(item.text, item.stated("source")) for item in items(blob_of("feed.xml", feed), Given())]
[('Bridge hit\n\nIt was hit.', 'Example Daily')]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

from store.model import PassedOn, Span
from store.readers.heads import Head
from store.readers.markup import plain_text
from store.readers.streams import Blob
from store.readers.values import Given, Item, ReadProblem, Stated

# Taken whole or not at all: what stands before a document can be cut up in 2^n ways.
_BEFORE = r"<\?(?>.*?\?>)\s*+|<!--(?>.*?-->)\s*+"
_OPENING = re.compile(
    rf"(?>(?:{_BEFORE}|<!DOCTYPE[^>]*+>\s*+)*)<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*>",
    re.DOTALL,
)
_OPML = re.compile(rf"(?>(?:{_BEFORE})*)<opml\b", re.DOTALL)
# What a feed says under its first words: the dates of an item, the first that it has.
_DATES = ("published", "created", "date", "updated")
_MORE = re.compile(
    r"(?<!\n)\n*(?:The post .{1,300} (?:appeared first|first appeared) on .{1,100}|"
    r"(?:Continue reading|Read more|Читать далее|Читати далі)\W{0,5})\s*$"
)


def takes(head: Head) -> bool:
    """What opens as a feed, or as a list of feeds, which is refused in a sentence."""
    return bool(_OPENING.match(head.text) or _OPML.match(head.text))


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The items of a feed."""
    raw = blob.whole()
    if _OPML.match(Head(raw[:4096]).text):
        sentence = "It is a list of feeds: conflict-tui feeds add FILE follows them."
        yield ReadProblem(blob.path, sentence)
        return
    import feedparser

    # The HTML in it is read by ours, in linear time.
    try:
        read = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    except ValueError as error:  # of an encoding without a name, of characters that there are not
        yield ReadProblem(blob.path, f"The feed is damaged ({error}).")
        return
    entries: list[Any] = read.entries
    if not entries:
        fault = read.get("bozo_exception")
        why = f": {' '.join(str(fault).split())[:80]}" if fault else ""
        yield ReadProblem(blob.path, f"The feed has no items{why}.")
        return
    pieces = _pieces(raw, len(entries))
    title, language = _words(read.feed.get("title", "")), read.feed.get("language", "")
    for number, entry in enumerate(entries, 1):
        yield _item(entry, title, language, blob, number, pieces[number - 1] if pieces else None)


def _item(
    entry: Any, feed: str, language: str, blob: Blob, number: int, raw: bytes | None
) -> Item | ReadProblem:
    title, body = _words(entry.get("title", "")), _body(entry)
    text = "\n\n".join(
        filter(None, (title, body if _starts(body, title) is None else _rest(body, title)))
    )
    if not text:
        return ReadProblem(f"{blob.path}:{number}", "The item has no text.", False)
    # Past feedparser's own get, which takes one date for another.
    dates = {name: str(dict.get(entry, name) or "") for name in _DATES}
    how, published = next(((n, value) for n, value in dates.items() if value), ("", ""))
    stated = {
        "title": Stated(title, Span(0, len(title)), "title"),
        "source": Stated(feed, how="the feed's title"),
        "author": Stated(_words(entry.get("author", "")), how="author"),
        "url": Stated(_address(entry), how="link"),
        "published": Stated(published, how="pubDate" if how == "published" else how),
        "edited": Stated(dates["updated"] if how != "updated" else "", how="updated"),
        "language": Stated(language, how="the feed's language"),
    }
    return Item(
        f"{blob.file}:{number}",
        raw or _as_json(entry),
        text,
        blob.file,
        blob.folder,
        0,
        {name: each for name, each in stated.items() if each.value},
        _passed_on(entry),
    )


def _body(entry: Any) -> str:
    """The longest of what a feed has of an item: its full content, or its summary."""
    contents = [each.get("value", "") for each in entry.get("content", [])]
    texts = [plain_text(each) for each in (*contents, entry.get("summary", "")) if each]
    return _MORE.sub("", max(texts, key=len, default=""))


def _starts(body: str, title: str) -> int | None:
    return len(title) if title and body.startswith(title) else None


def _rest(body: str, title: str) -> str:
    """The body without the headline that it begins with, where that is a line of its own."""
    rest = body[len(title) :]
    return rest.lstrip() if rest[:1] in ("\n", "") else body


def _words(html: str) -> str:
    return (
        " ".join(plain_text(html).split()) if "<" in html or "&" in html else " ".join(html.split())
    )


def _address(entry: Any) -> str:
    """The item's link, else an id that is one."""
    link, name = entry.get("link", ""), entry.get("id", "")
    return str(link or (name if str(name).startswith("http") else ""))


def _passed_on(entry: Any) -> tuple[PassedOn, ...]:
    source = _words((entry.get("source") or {}).get("title", ""))
    return (PassedOn(source, "outlet"),) if source else ()


def _as_json(entry: Any) -> bytes:
    """The item's fields, where its bytes cannot be told from those of the feed round it."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str).encode(
        "utf-8", "replace"
    )


def _pieces(raw: bytes, wanted: int) -> Sequence[bytes] | None:
    """The very bytes of each item; None where the XML is not well formed or counts otherwise."""
    parser = expat.ParserCreate()
    starts: list[int] = []
    found: list[bytes] = []

    def start(name: str, _attributes: object) -> None:
        if name.rpartition(":")[2] in ("item", "entry"):
            starts.append(parser.CurrentByteIndex)

    def end(name: str) -> None:
        if name.rpartition(":")[2] in ("item", "entry") and starts:
            close = raw.find(b">", parser.CurrentByteIndex) + 1
            begun = starts.pop()
            if not starts:
                found.append(raw[begun:close])

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, ValueError):  # or an encoding that expat does not know
        return None
    return found if len(found) == wanted else None
