r"""From an item to a document: title, dateline, source, language and publication date found.

>>> from store.readers.values import Given, Item
>>> item = Item("a.txt", b"Bridge hit\n\nIt was hit.", "Bridge hit\n\nIt was hit.", folder="inbox")
>>> read = build(item, Given(published="2025-08-03"))
>>> read.title.cut(read.text), read.source, read.published.basis
('Bridge hit', 'inbox', 'given')
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast, get_args
from urllib.parse import urlsplit

from store import dates
from store.model import Document, Publication, PublicationBasis, SourceBasis, Span
from store.readers import head, published
from store.readers.values import Given, Item

# Enough to tell languages apart.
_SAMPLE = 20_000


def build(item: Item, given: Given) -> Document:
    """The document that an item is; what the person gave comes before what it says itself."""
    language = given.language or _language(item)
    title = _title(item)
    after = title.end if title and title.start >= item.body else item.body
    dateline = head.dateline(item.text, after)
    stated = _stated(item, language, title, dateline)
    source, basis = _source(item, given)
    return Document(
        name=item.name,
        raw=item.raw,
        text=item.text,
        source=source,
        source_basis=basis,
        title=title,
        headline="" if title else item.stated("title"),
        dateline=dateline,
        skipped=(Span(0, item.body),) if item.body else (),
        language=language,
        author=item.stated("author"),
        url=item.stated("url"),
        published=_published(item, given, stated),
        stated=_otherwise(item, given, stated),
        reader=item.reader,
        edited=item.stated("edited"),
        captured=item.stated("captured"),
        reply_to=item.stated("reply_to"),
        # A channel forwards its own posts, too.
        passed_on=tuple(hop for hop in item.passed_on if hop.name != source),
        left_out=item.left_out,
        acts=item.acts,
    )


def _otherwise(item: Item, given: Given, stated: Publication | None) -> Publication | None:
    """The date that the item itself states, where another is in force; an export says so."""
    basis = item.stated("stated_basis")
    if item.stated("stated") and basis in get_args(PublicationBasis):
        return Publication(item.stated("stated"), cast(PublicationBasis, basis))
    return stated if stated and stated.edtf != (given.published or stated.edtf) else None


def _language(item: Item) -> str:
    """As stated; but a template may say English round a text that is in Cyrillic."""
    stated = item.stated("language").lower()[:2]
    guessed = dates.guess_language(item.text[item.body : item.body + _SAMPLE])
    return guessed if stated == "en" or not stated.isalpha() else stated


def _title(item: Item) -> Span | None:
    """The heading of the text, or where metadata names it; a heading that repeats it is better."""
    stated = item.metadata.get("title")
    if stated is None or not stated.value:
        return head.title(item.text, item.body)
    return head.same_heading(item.text, item.body, stated.value) or stated.span


def _stated(
    item: Item, language: str, title: Span | None, dateline: Span | None
) -> Publication | None:
    """The publication date that the item itself states: metadata, dateline, the head's lines."""
    value, basis = item.stated("published"), item.stated("published_basis")
    if value and basis in get_args(PublicationBasis):
        zone, how = item.stated("published_zone"), item.stated("published_how")
        minutes = int(zone) if zone.removeprefix("-").isdigit() else None
        return Publication(value, cast(PublicationBasis, basis), minutes, how)
    found = published.of_metadata(value, language) if value else None
    if found is not None:
        return replace(found, how=f"{item.metadata['published'].how} “{value}”".strip())
    if found is None and dateline is not None:
        found = published.of_dateline(dateline.cut(item.text), language)
    if found is None and title is not None:
        found = published.of_title(title.cut(item.text), language)
    return found or _dated_line(item, language, title)


def _dated_line(item: Item, language: str, title: Span | None) -> Publication | None:
    """The date on a line of its own next to the title, as bylines have it."""
    start = title.end if title and title.start >= item.body else item.body
    lines = [line.strip() for line in item.text[start : start + 400].split("\n")]
    for line in [line for line in lines if line][:2]:
        if len(line) < 60 and (found := published.of_line(line, language)):
            return found
    return None


def _published(item: Item, given: Given, stated: Publication | None) -> Publication | None:
    if given.published:
        return Publication(given.published, "given")
    return stated or published.of_file_name(item.file)


def _source(item: Item, given: Given) -> tuple[str, SourceBasis]:
    """Who published it: given, metadata, the host of its address, the folder or file it lay in."""
    if given.source:
        return given.source, "given"
    if item.stated("source"):
        basis = item.stated("source_basis")
        known = basis in get_args(SourceBasis)
        return item.stated("source"), cast(SourceBasis, basis) if known else "metadata"
    host = _host(item.stated("url"))
    if host:
        return host, "url"
    if item.folder:
        return item.folder, "folder"
    return Path(item.file).stem or item.name, "file-name"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
