"""The names in a text that could be those of places: runs of capital words.

A known name is a run of its own, with the kind written after it ("Kharkiv Oblast"). A run ends
where a sentence does, and at words that are no names. The name of a body is none ("Arakan Army").
"""

from __future__ import annotations

from dataclasses import dataclass

from store.places.gazetteer import Known
from store.places.page import Page

LONGEST = 6
_LINKS = frozenset(("al", "el", "ez", "de", "du", "des", "la", "le", "of", "di", "da", "am", "an"))
_ADJECTIVE = (
    "ая",
    "ое",
    "ый",
    "ий",
    "ой",
    "ые",
    "ие",
    "ого",
    "ому",
    "ым",
    "им",
    "ім",
    "ом",
    "ых",
    "е",
    "ої",
    "ою",
    "і",
)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A name: a half-open range of words, and what is known of it; each is one of its own."""

    start: int
    end: int
    known: Known | None = None
    person: bool = False

    @property
    def words(self) -> tuple[int, int]:
        """The range of its words."""
        return self.start, self.end


def runs(page: Page) -> list[Run]:
    """The names that could be those of places, in order."""
    found: list[Run] = []
    done = 0
    for at in page.capitals:
        if at < done:
            continue
        end, run = _run(page, at)
        done = max(end, at + 1)
        if run is not None:
            found.append(run)
    return found


def _run(page: Page, at: int) -> tuple[int, Run | None]:
    """Where the name that starts at a word ends, and the name if it could be that of a place."""
    if known := page.known(at):
        return _known(page, at, known)
    if skipped := page.at("not_places", at) or page.at("titles", at):
        return skipped, None
    if not page.named(at) or (at in page.opens and _is_common(page, at)):
        return at + 1, None
    end = _end(page, at + 1, at + LONGEST)
    if at not in page.opens:
        end = _qualified(page, end)
    if _is_body(page, at, end) or (end == at + 1 and page.low[at] in page.lore.not_alone):
        return end, None
    return end, Run(at, end, None, _is_person(page, at, end))


def _known(page: Page, at: int, known: Known) -> tuple[int, Run | None]:
    """A known name, and what is written on behind it in capital letters."""
    kind = page.at("kinds_after", known.end)
    end = kind if kind and page.words.capital(known.end) else known.end
    tail = _end(page, end, end + LONGEST)
    if _is_body(page, end, tail + 1):
        return max(tail, end), None
    longer = tail > end and _is_begun(page, at, end, known)
    run = Run(at, tail) if longer else Run(at, end, known, _is_person(page, at, end))
    return run.end, run


def _is_begun(page: Page, at: int, end: int, known: Known) -> bool:
    """Whether a known name only begins the name: "Damascus Gate", "Зелёный Гай", "Лиман Первый"."""
    word = page.low[at]
    following = page.low[end]
    if word.isascii() or (following in page.lore.not_alone and following.endswith(_ADJECTIVE)):
        return True
    return word.endswith(_ADJECTIVE) and (known.adjective or known.sort == "namesakes")


def _end(page: Page, at: int, furthest: int) -> int:
    """The end of a run of capital words that may go on at a word."""
    while at < furthest and at not in page.opens:
        if _goes_on(page, at):
            at += 1
        elif page.low[at] in _LINKS and _goes_on(page, at + 1) and at + 1 not in page.opens:
            at += 2
        else:
            break
    return at


def _goes_on(page: Page, at: int) -> bool:
    if not page.named(at) or page.at("not_places", at) or page.at("titles", at):
        return False
    return page.known(at) is None and not _is_region(page, at)


def _is_region(page: Page, at: int) -> bool:
    """Whether a word is the Cyrillic adjective of the region behind it: "Тертерского района"."""
    low = page.low[at]
    return low.endswith(_ADJECTIVE) and not low.isascii() and at + 1 in page.hits["region"]


def _qualified(page: Page, end: int) -> int:
    """The end of a name that a known one ends: "Radio Free Asia", "Червоний Лиман"."""
    known, word = page.known(end), page.low[end - 1]
    if known is None or known.adjective or end in page.opens:
        return end
    return known.end if word.isascii() or word.endswith(_ADJECTIVE) else end


def _is_common(page: Page, at: int) -> bool:
    """Whether a word that opens a sentence is none of a name: any word is capital there."""
    if at in page.begun:
        return True
    word = page.low[at]
    return page.named(at + 1) and not word.isascii() and not word.endswith(_ADJECTIVE)


def _is_body(page: Page, start: int, end: int) -> bool:
    """Whether a name is that of a body: "the Arakan Army"."""
    bodies = page.hits["bodies"]
    return any(at in bodies and page.words.capital(at) for at in range(start, end))


def _is_person(page: Page, start: int, end: int) -> bool:
    """Whether a name is a person's, by a title or an initial before it or by its first word."""
    if page.before("titles", start):
        return True
    if page.low[start - 1] in page.lore.given_names and page.named(start - 1):
        return True
    if end - start > 1 and page.low[start] in page.lore.given_names:
        return True
    initial = page.low[start - 2] if page.low[start - 1] == "." else ""
    return len(initial) == 1 and initial.isalpha() and start not in page.opens
