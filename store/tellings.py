"""What becomes of a claim as it is told on: the wording of each telling, and where one hardens it.

>>> careful = Telling("Nord", "fourteen may have died", ("an aide",), True, {"speculative": "may"})
>>> bold = Telling("Example Daily", "fourteen died")
>>> hardened(careful, bold)
['“may” is dropped', 'a claim became a fact: no source is named']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Telling(NamedTuple):
    """A claim as somebody tells it.

    ``who`` tells it, ``sources`` are the names in its chain, outermost first, ``unnamed`` says that
    the last of them is nobody by name; ``hedges`` are the words that limit it by kind; ``claim`` is
    the id it is stored by; ``when`` its publication, "" if unknown; ``headline`` says that it only
    stands over a text.
    """

    who: str
    words: str
    sources: tuple[str, ...] = ()
    unnamed: bool = False
    hedges: Mapping[str, str] = {}
    claim: int | None = None
    when: str = ""
    headline: bool = False


def hardened(before: Telling, after: Telling) -> list[str]:
    """How a telling says more than the one before it, a sentence each; [] where it does not."""
    return list(_hardened(before, after))


def _hardened(before: Telling, after: Telling) -> Iterator[str]:
    for kind, words in before.hedges.items():
        if kind not in after.hedges:
            yield f"“{words}” is dropped"
    if before.sources and not after.sources:
        yield "a claim became a fact: no source is named"
    elif before.unnamed and after.sources and not after.unnamed:
        yield f"{before.sources[-1]}, who is not named, became {after.sources[-1]}"
