"""What speaks for a name being that of a place, and what against."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from store.places.names import Run
from store.places.page import Page

JOINERS = frozenset(
    (",", "and", "or", "и", "или", "та", "й", "і", "або", "&", ";", "-", "–", "—", "/")
)
_AFTER_LIST = frozenset(
    (*JOINERS, ".", ":", ")", "(", "!", "?", "»", "”", "’", '"', "in", "в", "у")
)
_QUOTES = frozenset("«»“”„‘’\"'")
_LIKE_ADJECTIVES = ("е", "ий", "ый", "ой", "ого", "ому", "им", "ым", "ом")
_TAKING = frozenset(("of_place", "takes_place", "dwellers"))
_LOOSE = frozenset(("loose",))
_LEADING = _TAKING | _LOOSE | {"kinds_before", "prepositions"}
_CYRILLIC = frozenset(("ru", "uk"))
_PLURAL = ("и", "ы", "і")
_MOTION_NEAR = 5
_STEPS = 3
_LIST = 24
_STEM = 4
_ENDING = re.compile(
    r"(?:[аеиоуыэюяіїєйь]|ом|ем|им|ым|ої|ою|ой|ей|ого|ому|их|ых|ами|ями|ах|ях|ів|ов)$"
)
_BETWEEN = re.compile(
    r"[а-яіїє'-]{3,}(?:ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими|[нс]ном|[нс]ной|нем|ском|ской|цком|цкой|ій|ої)$"
)
_ADJECTIVE = re.compile(
    r"[а-яіїє'-]{3,}(?:ого|его|ому|ему|ом|ем|ым|им|ой|ей|ую|юю|ых|их|ая|ое|ый|ий|ій|ої|ім|ою|ими|ыми)$"
)


def is_place(page: Page, run: Run) -> bool:
    """Whether the words around a name make it a place."""
    known = run.known
    if _modifies(page, run):
        return False
    if known is None or _is_shy(page, run):
        return _is_new_place(page, run)
    if known.adjective:
        return has_kind(page, run) or _is_new_place(page, run)
    if _speaks(page, run) or _is_borne(page, run):
        return False
    if known.acts:
        held = not known.subject and _holds(page, run)
        return held or has_kind(page, run) or bool(page.at("undergoes", run.end))
    return not run.person


def joined(page: Page, names: Sequence[Run], sure: Collection[Run]) -> set[Run]:
    """The sure names, and those that a list or a bracket joins to a place."""
    found = set(sure)
    for run, following in pairwise(names):
        if run in found and following not in found and _joins(page, run, following):
            found.add(following)
    for run, following in pairwise(reversed(names)):
        if run in found and following not in found and _heads_list(page, following, run):
            found.add(following)
    return found


def called(page: Page, names: Sequence[Run], sure: Collection[Run]) -> set[Run]:
    """The names that the text calls a place elsewhere, beyond doubt."""
    others = [run for run in names if run not in sure and _could_be_new(page, run)]
    named = {key(page, run) for run in others}
    alike = (run for run in sure if key(page, run) in named)
    keys = {key(page, run) for run in alike if not _is_doubtful(page, run)}
    return {run for run in others if key(page, run) in keys}


def people(page: Page, names: Sequence[Run]) -> set[str]:
    """The last words of the names of people and of those who speak, by which they are known."""
    return {_stem(page.low[run.end - 1]) for run in names if run.person or _says(page, run)}


def _says(page: Page, run: Run) -> bool:
    """Whether a verb of saying follows a name that nothing leads to: "X said"."""
    if run.known is not None or run.end not in page.hits.get("cue", {}):
        return False
    return page.low[run.start - 1] != "of" and not page.led(_LEADING, run.start)


def key(page: Page, run: Run) -> str:
    """What the forms of a name have in common."""
    return " ".join(map(_stem, page.words.low[run.start : run.end]))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _STEM else word


def _is_shy(page: Page, run: Run) -> bool:
    """Whether a known name is a word or a person's name as well: "Jordan", "Зелёное"."""
    if run.end > run.start + 1:
        return False
    low = page.low[run.start]
    shared = run.known is not None and run.known.sort == "namesakes"
    return low in page.lore.also_words or (
        shared and not low.isascii() and low.endswith(_LIKE_ADJECTIVES)
    )


def _could_be_new(page: Page, run: Run) -> bool:
    if page.low[run.start].isascii() and page.lore.language in _CYRILLIC:
        return False  # a ship or a brand: "атака на Galaxy Leader"
    if run.person or not (run.known is None or _is_shy(page, run)) or _modifies(page, run):
        return False
    return not _speaks(page, run) and _stem(page.low[run.end - 1]) not in page.people


def _is_new_place(page: Page, run: Run) -> bool:
    if _is_surely_new(page, run):
        return True
    if page.before("titles", run.start) or _is_quoted(page, run):
        return False
    return _could_be_new(page, run) and (
        _undergoes(page, run) or any(_is_led(page, start) for start in steps_back(page, run.start))
    )


def _is_surely_new(page: Page, run: Run) -> bool:
    """Whether what stands by a name could not stand by that of a person."""
    if has_kind(page, run):
        return True
    if page.before("titles", run.start):
        return False
    starts = list(steps_back(page, run.start))
    if any(_in_kind(page, start) for start in starts):
        return True
    if _is_quoted(page, run) or _speaks(page, run):
        return False
    return _is_explained(page, run) or any(
        page.before("prepositions", start) and not page.before("leads_nowhere", start)
        for start in starts
    )


def _is_doubtful(page: Page, run: Run) -> bool:
    """Whether what makes a name a place could be said of a person: "the attack on X", "до X"."""
    topics = _LEADING if page.low[run.start].isascii() else _LOOSE
    return page.led(topics, run.start) and not _is_surely_new(page, run)


def _undergoes(page: Page, run: Run) -> bool:
    """Whether something befalls the place: "X обстреляли"; but "бойцы обстреляли" speaks of men."""
    men = run.start in page.opens and page.low[run.end - 1].endswith(_PLURAL)
    return bool(page.at("undergoes", run.end)) and not men


def _is_led(page: Page, start: int) -> bool:
    """Whether a noun or verb that takes a place stands before, or a preposition that may."""
    if page.led(_TAKING, start):
        return True
    return page.before("loose", start) and not page.before("leads_nowhere", start)


def _modifies(page: Page, run: Run) -> bool:
    """Whether the kind behind a name is that of the next: "the Danube port of Izmail"."""
    kind = page.at("settlements", run.end)
    return kind > 0 and page.low[kind] == "of" and page.named(kind + 1)


def has_kind(page: Page, run: Run) -> bool:
    """Whether a kind of place ends the name or follows it: "Qamar district", "Tyre’s seafront"."""
    if page.at("kinds_after", run.end + (page.low[run.end] == "'s")):
        return not (run.start in page.opens and _is_verb(page, run))
    begun = run.start + 1 if run.known is None else run.known.end
    if run.end > begun and page.at("kinds_after", run.end - 1) == run.end:
        return True
    return bool(_ADJECTIVE.fullmatch(page.low[run.end - 1])) and _shares_kind(page, run.end)


def _is_verb(page: Page, run: Run) -> bool:
    """Whether a Cyrillic word that opens a sentence before a kind cannot be its name."""
    low = page.low[run.end - 1]
    return run.known is None and not low.isascii() and not _ADJECTIVE.fullmatch(low)


def _shares_kind(page: Page, at: int) -> bool:
    """Whether a list of adjectives ends in their kind: "Лиманському та Сіверському напрямках"."""
    for step in range(at, min(at + _LIST, len(page.words))):
        if page.at("kinds_after", step):
            return True
        low = page.low[step]
        if low not in JOINERS and not (page.words.capital(step) and _ADJECTIVE.fullmatch(low)):
            return False
    return False


def _holds(page: Page, run: Run) -> bool:
    """Whether the words before a state make it a place: "in Mali", "fled to Chad"."""
    owns = page.low[run.end] == "'s"
    if owns and not page.named(run.end + 1):
        return False
    for start in steps_back(page, run.start):
        if page.before("prepositions", start):
            return True
        if not owns and (
            _in_kind(page, start) or page.led(_TAKING, start) or _is_moved_to(page, start)
        ):
            return True
    return False


def _is_moved_to(page: Page, start: int) -> bool:
    """Whether "from" or "to" before a name stands after a word of motion."""
    near = range(max(0, start - 1 - _MOTION_NEAR), start)
    return page.before("loose", start) and any(page.before("motion", at) for at in near)


def _in_kind(page: Page, start: int) -> bool:
    """Whether a kind of place stands before: "the village of X", "село X"."""
    if page.low[start - 1] == "of":
        start -= 1
    return page.before("kinds_before", start)


def _is_explained(page: Page, run: Run) -> bool:
    """Whether a kind of place is set behind a name: "X, a village", "X — село"."""
    if page.low[run.end] not in (",", "—", "–", "("):
        return False
    at = run.end + 1
    if page.words.low[run.start].isascii():
        if page.low[at] not in ("a", "an", "the"):
            return False
        at += 1
    for step in range(at, min(at + _STEPS, len(page.words))):
        if kind := page.at("kinds_before", step):
            return not (page.at("titles", kind) or page.at("speakers", kind))
        word = page.low[step]
        led = page.at("prepositions", step) or page.at("loose", step)
        if led or not word[0].isalpha() or page.words.capital(step):
            return False
    return False


def _speaks(page: Page, run: Run) -> bool:
    """Whether a name only says whose officials speak: "the mayor of X", "X police"."""
    linked = page.low[run.start - 1] in ("of", "the") and page.before("speakers", run.start - 1)
    before = linked or page.before("speakers", run.start)
    after = run.end + (page.low[run.end] == "'s")
    return before or (bool(page.at("speakers", after)) and not page.words.capital(after))


def _is_quoted(page: Page, run: Run) -> bool:
    """Whether a name stands in quotation marks of its own, like one of a paper or a ship."""
    if page.low[run.start - 1] not in _QUOTES:
        return False
    if page.low[run.end] in _QUOTES:
        return True
    named = page.forms[run.start - 2].isalpha() and page.forms[run.start - 2].islower()
    within = page.low[run.end : run.end + _STEPS]
    return named and not page.low[run.start].isascii() and any(word in _QUOTES for word in within)


def _is_borne(page: Page, run: Run) -> bool:
    """Whether a known name is one in quotation marks that a paper or a ship bears."""
    return page.low[run.start - 1] in _QUOTES and page.before("bearers", run.start - 1)


def steps_back(page: Page, start: int) -> Iterator[int]:
    """A name's first word, and those of the words between it and a word of place: "in nearby …"."""
    yield start
    for _ in range(_STEPS):
        if page.before("between", start):
            start = page.ends["between"][start]
        elif _BETWEEN.fullmatch(page.low[start - 1]) and not page.words.capital(start - 1):
            start -= 1
        else:
            return
        yield start


def _joins(page: Page, run: Run, following: Run) -> bool:
    if page.before("also_called", following.start) and following.start - run.end <= _STEPS + 1:
        return not following.person
    between = page.words.low[page.at("kinds_after", run.end) or run.end : following.start]
    if not _could_join(page, following) or not 0 < len(between) <= 2:
        return False
    if not all(word in JOINERS for word in between):
        return False
    return (
        between not in ([","], [";"])
        or page.low[following.end] in _AFTER_LIST
        or page.at("prepositions", following.end) > 0
        or page.known(following.end) is not None
    )


def _heads_list(page: Page, run: Run, following: Run) -> bool:
    """Whether a name is joined to a place behind it by nothing but "and", or in a longer list."""
    between = page.words.low[run.end : following.start]
    if run.known is not None or _is_quoted(page, run) or not _could_be_new(page, run):
        return False
    if between == [","]:
        return page.low[following.end] in JOINERS
    return 0 < len(between) <= 2 and all(word in JOINERS for word in between)


def _could_join(page: Page, run: Run) -> bool:
    if run.known is not None and not run.known.adjective and not _is_shy(page, run):
        return page.low[run.end] != "'s" and not _speaks(page, run)
    return _could_be_new(page, run)
