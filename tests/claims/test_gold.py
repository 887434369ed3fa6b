"""Eleven annotated articles in three languages: a floor that only rises.

The articles are invented. Beside each text stands its gold: the span of every claim, its chain,
the flags that count as right and whether it belongs on the timeline. A claim is found where the
words of both spans agree by an F1 of one half; the measures are pooled over all articles.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from store import dates, sentences
from store.claims import RuleExtractor
from store.model import Claim, Document, Publication, Span

GOLD = Path(__file__).parent / "gold"
OPTIONAL = {"channel", "evidence", "document"}
FLOORS = {"claims": 0.95, "timeline": 0.93, "chain": 0.96, "flag": 0.92}
WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")


def found_in(path: Path, published: str, language: str) -> tuple[str, tuple[Claim, ...]]:
    """The text of an article and its claims."""
    text = path.with_suffix(".txt").read_text("utf-8")
    publication = Publication(published, "given")
    document = Document(path.name, b"", text, "Gold", language=language, published=publication)
    split = sentences.split(text, language)
    phrases = dates.recognise(text, split, language)
    return text, RuleExtractor().extract(document, split, phrases)


def pairs(text: str, gold: Sequence[Any], claims: Sequence[Claim]) -> list[tuple[Any, Claim]]:
    """One-to-one pairs of gold and found claims, the most alike first."""
    words = [{m.start() for m in WORD.finditer(text, *claim["span"])} for claim in gold]
    scored = []
    for j, claim in enumerate(claims):
        mine = {m.start() for m in WORD.finditer(text, *claim.span)}
        scored += [
            (2 * len(w & mine) / (len(w) + len(mine) or 1), i, j) for i, w in enumerate(words)
        ]
    left, right, kept = set(range(len(gold))), set(range(len(claims))), []
    for score, i, j in sorted(scored, reverse=True):
        if score >= 0.5 and i in left and j in right:
            kept.append((gold[i], claims[j]))
            left.remove(i)
            right.remove(j)
    return kept


def chain_is_right(gold: Any, claim: Claim) -> bool:
    """Whether every required hop is met in order, and no other is named."""
    nodes = [(Span(start, end), kind) for start, end, kind in gold["chain"]]
    required = [span for span, kind in nodes if kind not in OPTIONAL] or [s for s, _ in nodes[:1]]
    free = [span for span, _ in nodes] + [Span(*span) for span in gold["free"]]
    met = 0
    for said in (hop.span for hop in claim.chain if hop.span):
        if met < len(required) and required[met].overlaps(said):
            met += 1
        elif not any(span.overlaps(said) for span in free):
            return False
    return met == len(required)


@cache
def measured() -> dict[str, float]:
    """The measures over all articles."""
    n: Counter[str] = Counter()
    for path in sorted(GOLD.glob("*.json")):
        read = json.loads(path.read_text("utf-8"))
        text, claims = found_in(path, read["published"], read["language"])
        matched = pairs(text, read["claims"], claims)
        n["gold"] += len(read["claims"])
        n["found"] += len(claims)
        n["pairs"] += len(matched)
        n["gold on"] += sum(claim["timeline"] for claim in read["claims"])
        n["found on"] += sum(claim.timeline for claim in claims)
        n["pairs on"] += sum(gold["timeline"] and claim.timeline for gold, claim in matched)
        n["chain"] += sum(chain_is_right(gold, claim) for gold, claim in matched)
        n["flag"] += sum(claim.flag in gold["flags"] for gold, claim in matched)
    return {
        "claims": 2 * n["pairs"] / (n["gold"] + n["found"]),
        "timeline": 2 * n["pairs on"] / (n["gold on"] + n["found on"]),
        "chain": n["chain"] / n["pairs"],
        "flag": n["flag"] / n["pairs"],
    }


@pytest.mark.parametrize("measure", FLOORS)
def test_the_floor_holds(measure: str) -> None:
    """No change makes the reading of the annotated articles worse than it was."""
    assert measured()[measure] >= FLOORS[measure]
