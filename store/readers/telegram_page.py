r"""Telegram Desktop's export as HTML pages (messages.html): a message a document.

A page has some thousand messages of one chat. It knows no address of them, but says the zone of
each time; a message that follows one of the same sender names nobody.

>>> from store.readers.streams import blob_of
>>> page = b'''<div class="page_header"><div class="text bold">Example Watch</div></div>
... <div class="page_body chat_page"><div class="message default clearfix" id="message1">
... <div class="date details" title="03.08.2025 12:30:00 UTC+03:00">12:30</div>
... <div class="from_name">Example Watch</div><div class="text">It was hit.</div></div></div>'''
>>> [(item.text, item.stated("published")) for item in items(blob_of("m.html", page), Given())]
[('It was hit.', '2025-08-03T12:30:00+03:00')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from store.model import PassedOn
from store.readers.encodings import Undecodable, decoded
from store.readers.heads import Head
from store.readers.markup import Node, blocks, tree
from store.readers.streams import Blob
from store.readers.telegram import NOTICE, WORDLESS, left_out_of
from store.readers.values import Given, Item, ReadProblem, Stated

_OPENS = re.compile(r'(?=<div class="message )')
_TIME = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")


def takes(head: Head) -> bool:
    """A page of a chat."""
    return head.text.startswith("<") and 'class="page_body chat_page"' in head.text


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The messages that have a text; what else there was is said at the end."""
    html = decoded(blob.whole())
    if isinstance(html, Undecodable):
        yield ReadProblem(blob.path, html.sentence)
        return
    top, *pieces = _OPENS.split(html)
    chat = _words(_first(tree(top), "text")) or blob.folder
    left_out: Counter[str] = Counter()
    sender = ""
    for piece in pieces:
        message = tree(piece)
        sender = _sender(message) or sender
        found = _item(message, piece, chat, sender, blob)
        if isinstance(found, str):
            left_out[found] += 1
        else:
            yield found
    yield from left_out_of(blob, left_out, len(pieces))


def _item(message: Node, piece: str, chat: str, sender: str, blob: Blob) -> Item | str:
    """The item of a message, or what it is that holds no text."""
    if piece.startswith('<div class="message service'):
        return NOTICE
    forwarded = _first(message, "forwarded")
    text = _first(forwarded or message, "text")
    words = "\n\n".join(block.text for block in blocks(text, everything=True)) if text else ""
    if not words:
        return WORDLESS
    number = next((node.attributes["id"] for node in message.walk() if "id" in node.attributes), "")
    stated = {
        "source": Stated(chat, how="the chat's name"),
        "author": Stated(sender if sender != chat else "", how="from_name"),
        "published": Stated(_moment(message), how="the message's time"),
    }
    return Item(
        f"{blob.file}:{number.removeprefix('message')}",
        piece.encode(),
        words,
        blob.file,
        blob.folder,
        0,
        {name: each for name, each in stated.items() if each.value},
        _passed_on(forwarded),
        tuple(f"a {kind}" for kind in ("photo", "video", "file", "poll") if _has(message, kind)),
    )


def _sender(message: Node) -> str:
    """Who sent it, where it says so: the name that stands before what was forwarded."""
    named, forwarded = _first(message, "from_name"), _first(message, "forwarded")
    own = named is not None and (forwarded is None or forwarded not in named.line())
    return _words(named) if own else ""


def _passed_on(forwarded: Node | None) -> tuple[PassedOn, ...]:
    """Whom it was forwarded from; the time behind the name is when that one wrote it."""
    named = _first(forwarded, "from_name") if forwarded else None
    if named is None:
        return ()
    own = " ".join("".join(each for each in named.inside if isinstance(each, str)).split())
    return (PassedOn(own, "channel"),) if own else ()


def _moment(message: Node) -> str:
    """The time of a message: ISO 8601, with its offset where the page has it."""
    dated = _first(message, "date")
    found = _TIME.search(dated.attributes.get("title", "")) if dated else None
    if found is None:
        return ""
    day, month, year, time, offset = found.groups()
    return f"{year}-{month}-{day}T{time}{offset or ''}"


def _has(message: Node, kind: str) -> bool:
    return (
        _first(message, f"media_{kind}") is not None or _first(message, f"{kind}_wrap") is not None
    )


def _first(node: Node, name: str) -> Node | None:
    """The first element of a class."""
    return next((n for n in node.walk() if name in n.attributes.get("class", "").split()), None)


def _words(node: Node | None) -> str:
    return node.words() if node else ""
