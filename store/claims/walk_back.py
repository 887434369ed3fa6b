"""From a verb back to its subject: whoever speaks before "said".

The walk stops at the edges of the clause, goes through names in quotation marks, and takes in
appositions and relative clauses between commas ("X, the Y, who …, said"). It is bounded, so that a
page costs no more than its length.
"""

from __future__ import annotations

import re

from store.claims.page import Page
from store.claims.phrases import ADJECTIVES, LONGEST, Range, is_name

_ASIDE = 16
_ING = 4
_LAST = re.compile("[,;:ACEv][^,;:ACEv]*$")
_EDGES = frozenset(".;:!?—(STW,t")
_VERBAL = frozenset("ACEv")
_FINITE = re.compile("[ACEv]")
_CLAUSE_ENDS = frozenset(',.;:!?—"(')
_BREAKS = frozenset(".;:!?—")
_MODIFIERS = frozenset("WDOPV#t")
_PARTICIPLES = (
    *("анный", "анная", "анное", "анные", "енный", "енная", "енное", "енные", "ющий", "ющая"),
    *("ющее", "ющие", "щийся", "щаяся", "вший", "вшая", "вшее", "вшие", "вшийся", "вшаяся"),
    *("овав", "ивав", "ывав", "нув", "вши", "вшись", "уючи", "ючись"),
    *("аний", "ана", "ане", "ані", "ений", "ена", "ене", "ені"),
)


def subject_before(page: Page, at: int, lo: int) -> Range | None:
    """The subject of a verb at ``at``, not before ``lo``; None if there is none."""
    codes, lo = page.codes, max(lo, at - 3 * LONGEST)
    end = at
    while end > lo and (codes[end - 1] in "AVXt" or (codes[end - 1] == "P" and codes[end] == "t")):
        end -= 1
    if end < at and end - 2 >= lo and _is_shown(page, end - 1):
        end -= 1
    if end <= lo:
        return None
    if codes[end - 1] != "," and (restricted := _restricted(page, end, lo)):
        return restricted
    if end - 2 >= lo and codes[end - 2 : end] == "Wn" and page.at("whose", end - 2):
        return end - 2, end
    if codes[end - 1] == "W":
        before = end - 1 - (codes[end - 2] == "," if end - 2 >= lo else 0)
        return walk_back(page, before, lo)
    if codes[end - 1] == ",":
        participle = end == at and page.words.low[at].endswith("ing")
        acting = _first_subject(page, lo, end) if participle else None
        return acting or _apposed(page, end - 1, lo)
    found = walk_back(page, end, lo)
    if found is None and (codes[end - 1] == "&" or page.words.low[end - 1] == "but"):
        return _first_subject(page, lo, end - 1)
    acts = found and (codes[found[0]] == "n" or _FINITE.search(codes, *found))
    if found and acts and found[0] - 2 > lo and codes[found[0] - 1] == "W":
        return walk_back(page, found[0] - 1 - (codes[found[0] - 2] == ","), lo)
    return _seat_of(page, found, lo) if found else None


def _is_shown(page: Page, at: int) -> bool:
    """Whether a participle before a date belongs to a noun: "a picture taken on Monday shows"."""
    done = page.words.low[at].endswith(("ed", "en", "wn"))
    return done and page.codes[at] in "CEv" and page.codes[at - 1] in "nN"


def _restricted(page: Page, end: int, lo: int) -> Range | None:
    """A subject with a relative clause that no comma sets off: "residents who left last week"."""
    for at in range(end - 2, max(lo, end - LONGEST), -1):
        if page.codes[at] in _CLAUSE_ENDS:
            return None
        if page.codes[at] == "W" and page.codes[at - 1] in "nN":
            head = walk_back(page, at, lo)
            return (head[0], end) if head else None
    return None


def _first_subject(page: Page, lo: int, end: int) -> Range | None:
    """The subject of a clause that a participle goes on with: "X fired, saying …"."""
    verb = _FINITE.search(page.codes, lo + 1, end)
    return subject_before(page, verb.start(), lo) if verb else None


def _seat_of(page: Page, found: Range, lo: int) -> Range:
    """The place behind an empty "they": "in Kyiv they count" is Kyiv's word."""
    first, end = found
    at = first - 1
    while at > lo and page.codes[at] == "N":
        at -= 1
    if page.words.low[first:end] == ["they"] and at < first - 1 and page.codes[at] == "P":
        return at + 1, first
    return found


def walk_back(page: Page, end: int, lo: int) -> Range | None:
    """The phrase that ends here."""
    codes, first = page.codes, end
    while first > lo and end - first < LONGEST:
        code = codes[first - 1]
        if code == '"':
            name = name_ending(page, first)
            if name < 0:
                break
            first = name
        elif code == ")":
            first = _bracket(page, first, lo)
        elif code == "t" and (taken := _taken(page, first, lo)):
            first = taken
        elif code in _EDGES or _ends(page, code, first - 1, end, lo):
            break
        else:
            first -= 1
            if code == "R" and codes[first - 1 : first] != "P":
                break
    return _stripped(page, first, end)


def _taken(page: Page, end: int, lo: int) -> int:
    """Where "on Tuesday" begins in "pictures taken on Tuesday by X"; 0 of any other date."""
    at = lo + len(page.codes[lo:end].rstrip("t")) - 1
    return at if at > lo + 1 and page.codes[at] == "P" and _is_shown(page, at - 1) else 0


def _ends(page: Page, code: str, at: int, end: int, lo: int) -> bool:
    """Whether a phrase that ends at ``end`` begins after a word."""
    if code in _VERBAL:
        return not _participle(page, at, end)
    return code == "&" and _clause_before(page, at, lo)


def _clause_before(page: Page, at: int, lo: int) -> bool:
    """Whether "and" joins clauses: a verb stands before it, after the last comma.

    A participle is none: "footage shared by residents and verified by X".
    """
    first = max(lo, at - 12)
    before = _LAST.search(page.codes[first:at])
    if before is None or before[0][0] not in _VERBAL:
        return False
    return not _participle(page, first + before.start(), at)


def whole(page: Page, first: int, end: int) -> Range | None:
    """A whole stretch as a phrase, without what opens it."""
    return _stripped(page, first, end)


def name_ending(page: Page, end: int) -> int:
    """The first word of a quoted name that ends here; -1 if none does."""
    quote = page.closed.get(end)
    return quote.first if quote and not quote.speech else -1


def _bracket(page: Page, end: int, lo: int) -> int:
    opened = page.codes.rfind("(", max(lo, end - _ASIDE), end)
    return opened if opened >= 0 else max(lo, end - 1)


def _participle(page: Page, at: int, end: int) -> bool:
    """Whether a verb form belongs to a noun: "employed by", "the displaced people"."""
    codes = page.codes
    if codes[at] == "A" or (at > 0 and codes[at - 1] == "A"):
        return False
    if at > 0 and codes[at - 1] in "DO" and codes[at] == "E" and page.words.low[at].endswith("ing"):
        return True
    if at + 1 >= end:
        return False
    if codes[at + 1] == "P":
        return page.words.low[at].endswith(
            ("ed", "ing", "wn", "en", "lt", "ый", "ая", "ые", "ий", "ої", "их")
        )
    return at > 0 and codes[at - 1] in "DO#" and codes[at + 1] in "nN"


def _stripped(page: Page, first: int, end: int) -> Range | None:
    """A phrase without what opens it (adverbs, conjunctions, prepositions) or cites in it."""
    codes, first = page.codes, _past_fronted(page, first, end)
    for topic in ("cite", "carried"):
        if hit := page.first(topic, first + 1, end):
            end = hit.start
    while first < end and codes[first] in "&VSTX,t—":
        first += 1
    if first < end and codes[first] == "P":
        later = [
            i for i in range(first + 2, end) if codes[i] in "DO" and codes[i - 1] not in "PDO&"
        ]
        later += [i for i in range(first + 2, end) if codes[i] == "N" and codes[i - 1] == "n"]
        first = min(later) if later and page.vocabulary.language == "en" else first + 1
    while first < end and codes[end - 1] in "&VPD,—":
        end -= 1
    return (first, end) if first < end else None


def _past_fronted(page: Page, first: int, end: int) -> int:
    """Past whom or where a Slavic sentence names first: «со ссылкой на X „Норд“ сообщил»."""
    if page.vocabulary.language == "en":
        return first
    if (hit := page.at("cite", first)) and (name := name_ending(page, end)) > hit.end:
        return name
    medium = page.at("medium", first)
    quote = page.opened.get(medium.end) if medium else None
    return quote.end if quote and not quote.speech and quote.end < end else first


def _apposed(page: Page, comma: int, lo: int) -> Range | None:
    """The subject of a verb that follows a comma: with its appositions and relative clauses."""
    parts = _parts(page, comma, lo)
    at = len(parts) - 1
    while at > 0 and _modifies(page, parts[at]) and _can_head(page, parts[at - 1]):
        at -= 1
    head = walk_back(page, parts[at][1], parts[at][0])
    if head is None:
        return None
    end = head[1]
    for part in parts[at + 1 :]:
        if not _belongs(page, part):
            break
        end = part[1]
    return head[0], end


def _parts(page: Page, comma: int, lo: int) -> list[Range]:
    """The stretches between commas before a comma, to the edge of the clause, in order."""
    parts: list[Range] = []
    end = at = comma
    while at > lo and comma - at < 2 * LONGEST:
        code = page.codes[at - 1]
        if code == '"' and page.quoted[at - 1] < 0 and (name := name_ending(page, at)) >= 0:
            at = name
            continue
        if code in ".;:!?—" or page.quoted[at - 1] >= 0:
            break
        if code == ",":
            parts.append((at, end))
            end = at - 1
        at -= 1
    parts.append((at, end))
    return [part for part in reversed(parts) if part[0] < part[1]] or [(comma, comma)]


def _modifies(page: Page, part: Range) -> bool:
    """Whether a stretch only says more of what stands before it."""
    first, end = part
    first += page.codes[first] == "&" and end - first > 1
    code, low = page.codes[first], page.words.low[first]
    topics = ("cite", "carried", "actor")
    if code in "WDOPV#t" or any(page.at(topic, first) for topic in topics):
        return True
    participle = len(low) > 6 and low.endswith(_PARTICIPLES)
    done = low.endswith(("ing", "ed")) or page.words.low[first + 1] == "by"  # "seen by two men"
    if (
        page.vocabulary.language != "en"
        and page.codes[first + 1] == "P"
        and low.endswith(ADJECTIVES)
    ):
        return True  # "источник, знакомый с ходом переговоров, сообщил"
    acts = code in "CEnv" and done and len(low) > _ING - 1
    return acts or participle or is_name(page, part) or end - first == 1


def _can_head(page: Page, part: Range) -> bool:
    """Whether a stretch can be, or lead to, the subject: no clause, and more than an opening."""
    codes = [page.codes[i] for i in range(*part)]
    if page.codes[part[0]] == "W":
        return True
    if any(
        c in _VERBAL and not _participle(page, part[0] + i, part[1]) for i, c in enumerate(codes)
    ):
        return False
    said = "".join(codes).lstrip("&VS")
    if said.startswith("P"):
        if page.vocabulary.language != "en" and page.has("actor", *part):
            return True  # «В отчёте Х, который видел У, говорится»
        return "t" in said and bool(said[said.rindex("t") + 1 :])
    return bool(said.strip("t"))


def _belongs(page: Page, part: Range) -> bool:
    """Whether a stretch is an apposition or a relative clause, a part of the name itself."""
    first = part[0]
    if page.at("cite", first) or page.at("carried", first) or page.at("medium", first):
        return False
    return page.codes[first] in "WDO#" or is_name(page, part) or page.at("actor", first) is not None
