"""A phrase → the hop it is: its kind, its canonical name, and whether it is anonymous."""

from __future__ import annotations

from store.claims.page import Page
from store.claims.phrases import Range, is_name
from store.model import Hop, HopKind


def hop(page: Page, phrase: Range) -> Hop:
    """The hop that a phrase names."""
    kind = kind_of(page, phrase)
    anonymous = kind == "anonymous" or page.has("anonymous", *phrase)
    return Hop(page.span(*phrase), name_of(page, phrase), kind, anonymous)


def name_of(page: Page, phrase: Range) -> str:
    """The canonical name: the known one, else the words without their article."""
    known = next(iter(page.within("named", *phrase)), None)
    if known and known.start - phrase[0] <= 2:
        return known.value.label
    first = phrase[0] + (page.codes[phrase[0]] == "D" and phrase[1] - phrase[0] > 1)
    return page.cut(first, phrase[1]).strip(" ,‘’'“”«»\"")


def kind_of(page: Page, phrase: Range) -> HopKind:
    """What kind of source a phrase is, by its head noun."""
    first, end = phrase
    edge = next((i for i in range(first + 1, end) if page.codes[i] in ",PW"), end)
    found = list(page.within("actor", first, edge)) or list(page.within("actor", first, end))
    if found:
        head = found[-1] if page.vocabulary.language == "en" else found[0]
        return head.value.label  # type: ignore[return-value]
    if page.has("anonymous", first, end):
        return "anonymous"
    return "official-body" if is_name(page, phrase) and end - first == 1 else "person"
