"""What a page states about its article: title, author, outlet, address, dates, and where.

Order of trust: JSON-LD, then meta tags, then what stands on the page. The publication date is the
original one, never that of the last change; where no field tells it and the extra ``web`` is
there, htmldate looks for it, without taking just any date of the text.

>>> from store.readers.markup import tree
>>> page = tree('<meta property="article:published_time" content="2025-08-03T10:00:00+03:00">')
>>> page_metadata(page)["published"].value, page_metadata(page)["published"].how
('2025-08-03T10:00:00+03:00', 'meta article:published_time')
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from store.readers.markup import Node
from store.readers.values import Stated

_LD_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Live|Blog|Opinion)?\w*(?:Article|Posting|Report)"
)
_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title"),
    "source": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "byl",
        "sailthru.author",
    ),
    "url": ("og:url", "parsely-link"),
    "published": (
        "article:published_time",
        "og:published_time",
        "article:published",
        "datepublished",
        "parsely-pub-date",
        "publish-date",
        "publication_date",
        "pubdate",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "citation_date",
        "date",
    ),
    "edited": ("article:modified_time", "og:updated_time", "datemodified", "lastmod"),
    "language": ("og:locale", "dc.language"),
}
# "Title | Outlet", "Title — Outlet": the outlet at the end of a window's title.
_WINDOW = re.compile(r"(?<!\s)\s+[|•·—–-]\s+(?P<outlet>[^|•·—–]{2,40})$")
_BESIDE = re.compile(
    r"related|sidebar|comment|popular|recommend|trending|teaser|read-?more|most-?read",
    re.IGNORECASE,
)


def page_metadata(page: Node) -> dict[str, Stated]:
    """The fields that a page states, each with how it was found."""
    found: dict[str, Stated] = {}
    for field, value, how in _all(page):
        value = " ".join(value.split())
        if value and field not in found and _plausible(field, value):
            found[field] = Stated(value, how=how)
    return _titled(found, page)


def _all(page: Node) -> Iterator[tuple[str, str, str]]:
    """Every statement, the most trusted first: field, value, how."""
    yield from _of_json(page)
    yield from _of_meta(page)
    yield from _of_links(page)
    yield from _of_elements(page)


def _of_json(page: Node) -> Iterator[tuple[str, str, str]]:
    for script in page.named("script"):
        if "ld+json" in script.attributes.get("type", ""):
            for thing in _things(script):
                yield from _of_thing(thing)


def _things(script: Node) -> Iterator[dict[str, Any]]:
    """The articles that a script of JSON-LD describes, in a graph or a list or alone."""
    try:
        # strict=False: pages break lines inside strings.
        stack = [json.loads("".join(p for p in script.inside if isinstance(p, str)), strict=False)]
    except (ValueError, RecursionError):
        return
    while stack:
        each = stack.pop()
        if isinstance(each, list):
            stack += reversed(each)
        elif isinstance(each, dict):
            types = each.get("@type")
            if any(
                _LD_TYPES.fullmatch(str(t)) for t in (types if isinstance(types, list) else [types])
            ):
                yield each
            stack += [each[name] for name in ("mainEntity", "@graph") if name in each]


def _of_thing(thing: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    fields = {
        "title": "headline",
        "author": "author",
        "source": "publisher",
        "published": "datePublished",
        "edited": "dateModified",
        "url": "url",
        "language": "inLanguage",
    }
    for field, name in fields.items():
        yield field, _name(thing.get(name)), f"JSON-LD {name}"


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("alternateName"))
    return value if isinstance(value, str) else ""


def _of_meta(page: Node) -> Iterator[tuple[str, str, str]]:
    stated: dict[str, str] = {}
    for meta in page.named("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if key in meta.attributes:
                stated.setdefault(meta.attributes[key].lower(), meta.attributes.get("content", ""))
    for field, names in _META.items():
        for name in names:
            yield field, stated.get(name, ""), f"meta {name}"


def _of_links(page: Node) -> Iterator[tuple[str, str, str]]:
    for link in page.named("link"):
        if link.attributes.get("rel", "").lower() == "canonical":
            yield "url", link.attributes.get("href", ""), "link canonical"


def _of_elements(page: Node) -> Iterator[tuple[str, str, str]]:
    """What stands on the page: marked by itemprop, as <time>, by its class, as <html lang>."""
    for node in page.walk():
        if node.tag == "time" and any(_is_beside(above) for above in node.line()):
            continue
        marks = node.attributes.get("itemprop", "").lower()
        names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}".lower()
        if marks in ("datepublished", "headline", "author"):
            field = {"datepublished": "published", "headline": "title", "author": "author"}[marks]
            yield field, _moment(node) or node.words(), f"itemprop {marks}"
        elif node.tag == "time":
            field = "edited" if re.search(r"updat|modif|chang", names) else "published"
            yield field, _moment(node) or node.words(), "<time>"
        elif "author" in names.split() or "byline" in names.split():
            yield "author", re.sub(r"^(?:by|автор:?|от)\s+", "", node.words(), flags=re.I), "byline"
        elif node.tag == "html":
            yield "language", node.attributes.get("lang", ""), "<html lang>"


def _is_beside(node: Node) -> bool:
    """Whether an element is beside the article: the times in it are those of other stories."""
    names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}"
    return node.tag in ("nav", "aside", "footer") or bool(_BESIDE.search(names))


def _moment(node: Node) -> str:
    return node.attributes.get("datetime", "") or node.attributes.get("content", "")


def _plausible(field: str, value: str) -> bool:
    if field == "url":
        return value.startswith(("http://", "https://"))
    if field == "author":
        return len(value) < 120 and not value.startswith("http")
    return len(value) < 300


def _titled(found: dict[str, Stated], page: Node) -> dict[str, Stated]:
    """The same with a title: the heading, else what the window is called, without the outlet."""
    window = next((node.words() for node in page.named("title")), "")
    heading = next((node.words() for node in page.named("h1")), "")
    outlet = _WINDOW.search(window)
    if "source" not in found and outlet:
        found["source"] = Stated(outlet["outlet"], how="<title>")
    if "title" not in found and (heading or window):
        plain = window[: outlet.start()] if outlet else window
        found["title"] = Stated(heading or plain, how="<h1>" if heading else "<title>")
    elif "title" in found and heading and _same_start(found["title"].value, heading):
        found["title"] = Stated(heading, how="<h1>")
    return found


def _same_start(stated: str, heading: str) -> bool:
    """Whether a stated title is the heading with the outlet's name behind it."""
    return stated != heading and stated.casefold().startswith(heading.casefold())
