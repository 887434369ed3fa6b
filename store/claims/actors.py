"""A phrase → the hop it is: its kind, its canonical name, and whether it is anonymous."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from store.claims.page import Page
from store.claims.phrases import ADJECTIVES, Range, is_name
from store.model import Hop, HopKind
from store.wording import Hit

_PERSONS = frozenset(("official", "person", "expert", "witness"))
_UNNAMED = _PERSONS | {"anonymous"}
_NAMED_SO = frozenset(("armed-group", "outlet", "ngo", "company"))
_NEAR_START = 2
_CAPITALS = re.compile("N[N']*")
_EDGE = re.compile("[,PW]")
_AGE = re.compile(",#,")
_MARKS = frozenset("‘’'“”„«»\"")


def hop(page: Page, phrase: Range, reports: bool = False) -> Hop:
    """The hop that a phrase names; ``reports`` says that it hands on what another hop said."""
    named = _unrelated(page, phrase)
    kind = kind_of(page, named, reports)
    anonymous = kind == "anonymous" or page.has("anonymous", *phrase)
    return Hop(page.span(*phrase), name_of(page, named, kind), kind, anonymous)


def _unrelated(page: Page, phrase: Range) -> Range:
    """A phrase without its relative clause: "the ministry, which counts nobody twice"."""
    first, end = phrase
    clause = page.codes.find("W", first + 1, end)
    before = page.codes[first:clause].rstrip(",P") if clause >= 0 else ""
    return (first, first + len(before)) if before else phrase


def name_of(page: Page, phrase: Range, kind: HopKind) -> str:
    """The canonical name: the known one, else a person's own name, else the words themselves."""
    known = page.first("named", *phrase)
    if known and kind not in _UNNAMED and _names(page, phrase, known):
        return known.label
    personal = _personal_name(page, phrase) if kind in _PERSONS else None
    run = personal or _apposed_name(page, phrase)
    first = phrase[0] + (page.codes[phrase[0]] == "D" and phrase[1] - phrase[0] > 1)
    return _bare(page.cut(*(run or (first, phrase[1]))))


def _names(page: Page, phrase: Range, known: Hit) -> bool:
    """Whether a known name names a phrase, and not what owns its head: "UN monitors"."""
    if known.end == phrase[1]:
        return True
    own = page.first("actor", known.start, known.end)
    head = page.at("actor", known.end)
    owns = own and head and own.label != head.label
    owns = owns or page.codes.startswith("'", known.end)
    return known.start - phrase[0] <= _NEAR_START and not owns


def _apposed_name(page: Page, phrase: Range) -> Range | None:
    """The name that a phrase opens with, before what it is: "Myanmar Now, an outlet"."""
    comma = page.codes.find(",", *phrase)
    name = (phrase[0], comma)
    return name if comma > 0 and is_name(page, name) else None


def _bare(name: str) -> str:
    """A name without the quotation marks around the whole of it; those inside stay in pairs."""
    name = name.strip(" ,")
    whole = len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS
    return name[1:-1] if whole and not any(c in _MARKS for c in name[1:-1]) else name


def _personal_name(page: Page, phrase: Range) -> Range | None:
    """The last run of two capital words or more in a phrase, which is a person's name."""
    runs = (_past_initials(page, *run.span()) for run in _CAPITALS.finditer(page.codes, *phrase))
    names = [run for run in runs if _is_personal(page, run, phrase[0])]
    if not names:
        return None
    apposed = names[0][0] == phrase[0] and page.codes.startswith(",", names[0][1])
    return names[0] if apposed else names[-1]


def _past_initials(page: Page, first: int, end: int) -> Range:
    """Capital words without whose head somebody is, and where: «Мер Мелітополя Іван Федоров»."""
    bodies = [at for at in range(first, end) if _is_initials(page.words.forms[at])]
    first = bodies[-1] + 1 if bodies else first
    first += page.at("actor", first) is not None
    given = page.vocabulary.lore.given_names
    called = (at for at in range(first, end - 1) if page.words.low[at] in given)
    first = next(called, first)  # «Речник Сил оборони Півдня Андрій Коваль»
    seat = page.vocabulary.lore.gazetteer.at(page.words, first) if first < end else None
    return (seat.end if seat and seat.end < end - 1 else first), end


def _is_personal(page: Page, run: Range, first: int) -> bool:
    """Whether capital words are a person: no owner ("Nubia's"), no place ("in Arvi Krai")."""
    start, end = run
    owner = page.codes[end - 1] == "'"
    placed = start > first and page.codes[start - 1] == "P"
    return end - start > 1 and not owner and not placed and not page.has("actor", end - 1, end)


def kind_of(page: Page, phrase: Range, reports: bool = False) -> HopKind:
    """What kind of source a phrase is: by its head noun, else by how it is written."""
    first, end = phrase
    head = _head(page, first, end)
    if head is not None:
        own = head.label == "outlet" and page.codes[first] == "O"  # "his channel"
        return "channel" if own else cast("HopKind", head.label)
    if page.has("anonymous", first, end):
        return "anonymous"
    article = page.codes[first] == "D" and end - first > 1
    named = is_name(page, (first + article, end))
    if named and (reports or _is_titled(page, first)):
        return "outlet"
    aged = _AGE.match(page.codes, end) is not None  # "Mariam, 34"
    alone = named and end - first == 1 and not aged
    body = (
        alone
        or _is_place(page, first, end)
        or (named and article)
        or _is_initials(page.words.forms[end - 1])
    )
    return "official-body" if body else "person"


def _is_titled(page: Page, first: int) -> bool:
    """Whether a name is written as outlets are: in quotation marks, in Latin among Cyrillic."""
    latin = page.words.forms[first].isascii() and page.vocabulary.language != "en"
    return page.codes[first] == '"' or latin


def _is_place(page: Page, first: int, end: int) -> bool:
    """Whether a phrase is a known place, which speaks for its government: "Phnom Penh"."""
    known = page.vocabulary.lore.gazetteer.at(page.words, first)
    return known is not None and known.end == end


def _is_initials(form: str) -> bool:
    return len(form) > 1 and form.isupper()


def _head(page: Page, first: int, end: int) -> Hit | None:
    """The noun for an actor that a phrase turns on: the last before "of …" or a comma."""
    edge = _EDGE.search(page.codes, first + 1, end)
    near = page.within("actor", first, edge.start() if edge else end)
    if not near:
        return page.first("actor", edge.start(), end) if edge else None
    bare = [hit for hit in near if page.codes.count('"', first, hit.start) % 2 == 0]
    near = bare or near  # 'the channel "Front Line"' is no front
    own = near[0] if near[0].start == first and page.codes[first] == "O" else None
    english = page.vocabulary.language == "en"
    head = _last(page, near) if english else _first(page, near)
    return own if own and own.end >= head.end else head


def _first(page: Page, near: Sequence[Hit]) -> Hit:
    """The first head noun of some, but for an adjective right before one: «местные каналы»."""
    one, *rest = near
    qualifies = rest and rest[0].start == one.end
    return rest[0] if qualifies and page.words.low[one.start].endswith(ADJECTIVES) else one


def _last(page: Page, near: Sequence[Hit]) -> Hit:
    """The last head noun of some: "General Staff" is no staff, "the site Arvi Front" no front."""
    plain = [hit for hit in near if page.codes[hit.end - 1] != "N"]
    last = max(near, key=lambda hit: (hit.end, -hit.start))
    part = page.codes[last.start - 1 : last.start] == "N" and last.label in _NAMED_SO
    return plain[-1] if plain and part else last
