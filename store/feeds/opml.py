"""OPML, in which readers of feeds exchange their lists.

>>> outlines(opml([Outline("https://daily.example/rss", "Example Daily")]).encode())
[Outline(url='https://daily.example/rss', title='Example Daily')]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring
from xml.etree.ElementTree import XMLParser as Parser

# A list of feeds has some hundred lines; entities that multiply are no part of one.
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list: its address and what it is called there."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class OpmlProblem:
    """Why a list cannot be read."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def outlines(raw: bytes) -> list[Outline] | OpmlProblem:
    """The feeds in a list, in order, whatever folders they lie in."""
    if len(raw) > _LARGEST:
        return OpmlProblem("It is too large for a list of feeds.")
    if b"<!ENTITY" in raw:
        return OpmlProblem("It defines entities, which no list of feeds does.")
    try:
        parser = Parser()
        parser.feed(raw)
        root = parser.close()
    except ParseError as error:
        return OpmlProblem(f"It is no OPML: {error}.")
    found = [
        Outline(
            node.get("xmlUrl", "").strip(), (node.get("title") or node.get("text") or "").strip()
        )
        for node in root.iter("outline")
        if node.get("xmlUrl", "").strip()
    ]
    return list(dict.fromkeys(found)) or OpmlProblem("There is no feed in it.")


def opml(feeds: Iterable[Outline]) -> str:
    """The list of feeds as OPML."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "conflict-tui"
    body = SubElement(root, "body")
    for feed in feeds:
        title = feed.title or feed.url
        SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=feed.url)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'
