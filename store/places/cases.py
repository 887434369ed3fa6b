"""The names found in a text → the cases they stand in, by the words before them."""

from __future__ import annotations

from collections.abc import Sequence

from store.places.evidence import JOINERS, steps_back
from store.places.first import governed_case
from store.places.names import Run
from store.places.page import Page

_NOUNS = frozenset(("of_place", "dwellers", "speakers", "prepositions"))


def cases(page: Page, found: Sequence[Run]) -> dict[Run, str]:
    """The case of each name, "" where nothing asks for one; a list stands in one case."""
    known: dict[Run, str] = {}
    before: Run | None = None
    for run in found:
        listed = before is not None and _is_list(page, before, run)
        known[run] = known[before] if before is not None and listed else _case(page, run)
        before = run
    return known


def _is_list(page: Page, before: Run, run: Run) -> bool:
    between = page.words.low[before.end : run.start]
    return 0 < len(between) <= 2 and all(word in JOINERS for word in between)


def _case(page: Page, run: Run) -> str:
    for start in steps_back(page, run.start):
        if case := governed_case(page.low[start - 1], page.lore.language):
            return case
        if start - page.ends["prepositions"].get(start, start) > 1:
            return "genitive"  # "в районе …"
        if page.before("kinds_before", start):
            return "kind"
        if page.before("takes_place", start):
            return "accusative"
        if page.led(_NOUNS, start):
            return "genitive"
    return ""
