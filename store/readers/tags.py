r"""HTML cut into its tags and texts, in linear time whatever it is.

Python's own parser takes a time quadratic in what is left open: 100 kB of "<!--" take it 8
seconds. Here every construct ends at the end of the page at the latest.

>>> for token in tokens('<p class=a>Hit &amp; run<br/></p><!-- x -->'):
...     print(token)
Start(tag='p', attributes={'class': 'a'})
Text(text='Hit & run')
Start(tag='br', attributes={})
End(tag='p')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Start(NamedTuple):
    """A start tag; the first of several attributes of one name counts."""

    tag: str
    attributes: dict[str, str]


class End(NamedTuple):
    """An end tag."""

    tag: str


class Text(NamedTuple):
    """A stretch of text, its references resolved."""

    text: str


# Possessive throughout: nothing that was taken is ever given back.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+(?:>|\Z)|</(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+(?:>|\Z)|"
    r"<(?P<start>[a-zA-Z][^\s/>]*+)(?P<rest>(?>(?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*))(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=>/\"']++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"?|'(?P<single>[^']*+)'?|"
    r"(?P<bare>[^\s\"'>]++)))?"
)
# What stands in these is no markup, up to their own end tags.
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>]|\Z)", re.IGNORECASE)
    for tag in ("script", "style", "textarea", "title", "xmp", "noembed", "noframes")
}


def tokens(html: str) -> Iterator[Start | End | Text]:
    """The tags and texts of a page, in order; comments and declarations are left out."""
    place = 0
    while (found := _MARKUP.search(html, place)) is not None:
        if found.start() > place:
            yield Text(unescape(html[place : found.start()]))
        place = found.end()
        if found["end"]:
            yield End(found["end"].lower())
        elif found["start"]:
            tag = found["start"].lower()
            yield Start(tag, _attributes(found["rest"]))
            if tag in _RAW:
                ending = _RAW[tag].search(html, place)
                end = ending.start() if ending else len(html)
                yield Text(
                    html[place:end] if tag in ("script", "style") else unescape(html[place:end])
                )
                place = end
    if place < len(html):
        yield Text(unescape(html[place:]))


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(text):
        value = each["double"] or each["single"] or each["bare"] or ""
        found.setdefault(each["name"].lower(), unescape(value))
    return found
