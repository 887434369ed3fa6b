"""Where a sentence begins to say something: past its bullet, time of day, dateline and label."""

from __future__ import annotations

import re

from store.claims.page import Page
from store.wording import Hit

_SAYS = re.compile('[nNDORPAVECX#t"S&TWv]')
_CLOCK = re.compile(
    r"\d{1,2}[.:]\d{2}(?:\s*(?:[ap]\.?m\.?|GMT|UTC|BST|EST|CET|h))?[\s:–—|-]+(?=[\"“‘«„]?[^\W\d_a-zа-яіїєґ])"
)
_HEADING = re.compile("[nNE]n?:(?=[^:]{4})")
_DATELINE = 10
_TOPICS = ("hedge", "note", "labels")


def start(page: Page, number: int) -> int:
    """The first word of a sentence that says something."""
    if number not in page.starts:
        page.starts[number] = _start(page, *page.ranges[number])
    return page.starts[number]


def _start(page: Page, first: int, end: int) -> int:
    said = _SAYS.search(page.codes, _past_note(page, first, end), end)
    first = _past_clock(page, said.start()) if said else end
    first = _past_note(page, _past_dateline(page, first, end), end)
    return _past_heading(page, _past_label(page, first, end), end)


def _past_clock(page: Page, first: int) -> int:
    """Past the time of an entry before a capital word or a quotation: "21.40 Baku …"."""
    if page.codes[first] != "#":
        return first
    clock = _CLOCK.match(page.words.text, page.words.starts[first])
    return page.words.at(clock.end()) if clock else first


def _past_dateline(page: Page, first: int, end: int) -> int:
    """Past the time of an entry ("14:20 —") or a dateline ("BUKAVU, Congo —")."""
    at = page.codes.find("—", first, min(first + _DATELINE, end - 1))
    if at < 0:
        return first
    opening = page.cut(first, at)
    return at + 1 if opening[:1].isdigit() or opening.split(",")[0].isupper() else first


def _past_note(page: Page, first: int, end: int) -> int:
    """Past a note of the desk in brackets: "(Corrects to show that two were arrested) Police …"."""
    if not page.codes.startswith("(", first):
        return first
    closed = page.codes.find(")", first, end - 1)
    return closed + 1 if closed >= 0 and page.has("self", first, closed) else first


def _past_heading(page: Page, first: int, end: int) -> int:
    """Past one or two words of what follows, set before a colon: "Energy: Gas storage …"."""
    found = _HEADING.match(page.codes, first, end)
    if found is None or not page.words.capital(first) or not page.words.capital(found.end()):
        return first
    told = page.names_place(first, found.end())
    speaks = page.has("actor", first, found.end()) or page.has("named", first, found.end())
    return first if told or speaks else found.end()


def _past_label(page: Page, first: int, end: int) -> int:
    """Past a label before a colon: "Background:", "Unconfirmed:", "Our mistake:"."""
    for topic in _TOPICS:
        hit = page.at(topic, first)
        if hit and hit.end < end - 1 and _labels(page, topic, hit):
            return hit.end + (page.codes[hit.end - 1] != ":")
    return first


def _labels(page: Page, topic: str, hit: Hit) -> bool:
    mark = page.codes[hit.end]
    return mark in ":," if topic == "labels" else ":" in (mark, page.codes[hit.end - 1])
