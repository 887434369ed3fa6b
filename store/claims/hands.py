"""Whose hands a document came through before its source had it: the first hops of its claims.

A forwarded post, or what a feed carries from another outlet, says so beside its text. Each such
hand is a hop like those that the text names, known by the name it has in texts.

>>> from store.model import Document, PassedOn, Span
>>> through = (PassedOn("Deep State UA", "channel"),)
>>> read = Document("1", b"", "Sotk was hit.", "Example Daily", passed_on=through)
>>> (claim,) = behind([Claim(Span(0, 12), "x", "reported", "", True)], read)
>>> claim.chain
(Hop(span=None, name='Deep State', kind='outlet', anonymous=False, antecedent=None),)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from store.claims.actors import kind_of, name_of
from store.claims.cautions import PARTIES
from store.claims.page import read
from store.claims.vocabulary import vocabulary
from store.dates import guess_language
from store.model import Claim, Document, Hop, PassedOn
from store.sentences import split


class _Hand(NamedTuple):
    hop: Hop
    party: bool


def behind(
    claims: Iterable[Claim], document: Document, lexicon: Path | None = None
) -> tuple[Claim, ...]:
    """The claims of a document behind those whom it was passed on from, outermost first."""
    hands = [_hand(each, document.language, lexicon) for each in document.passed_on]
    return tuple(_behind(hands, claim) for claim in claims) if hands else tuple(claims)


# A channel forwards the same few others in thousands of posts.
@lru_cache(1024)
def _hand(passed_on: PassedOn, language: str, lexicon: Path | None) -> _Hand:
    """The hop that a hand is: named and classed as in a text where the vocabulary knows it."""
    name, kind = passed_on.name, passed_on.kind
    language = _language_of(name, language)
    document = Document("", b"", name, "", language=language)
    page = read(document, vocabulary(language, lexicon), split(name, language), ())
    whole = (0, len(page.words))
    if page.first("actor", *whole):
        kind = kind_of(page, whole)
    if page.first("named", *whole):
        name = name_of(page, whole, kind)
    return _Hand(Hop(None, name, kind), kind in PARTIES and page.has("side", *whole))


def _language_of(name: str, around: str) -> str:
    """The language of a name: by its letters, which may be of both Russian and Ukrainian."""
    guessed = guess_language(name)
    return around if (guessed, around) == ("ru", "uk") else guessed


def _behind(hands: Sequence[_Hand], claim: Claim) -> Claim:
    own = claim.chain[0].name.casefold() if claim.chain else ""
    # The text may name who wrote it: that is one hop.
    before = [hand for hand in hands if hand.hop.name.casefold() != own]
    chain = (*(hand.hop for hand in before), *claim.chain)
    cautions = {*claim.cautions} - {"no-attribution"}
    cautions |= {"single-origin"} if len(chain) > 1 else set()
    cautions |= {"party-to-conflict"} if any(hand.party for hand in before) else set()
    return replace(claim, chain=chain, cautions=tuple(sorted(cautions)))
