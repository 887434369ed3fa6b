"""Whose hands a document came through: hops before those of its text."""

from __future__ import annotations

import pytest

from store.model import Claim, Document, Hop, PassedOn
from store.pipeline import analyse

OWN = "The bridge near Sotk was destroyed on Monday."
SAID = "The ministry said the bridge near Sotk was destroyed on Monday."
TWO = (PassedOn("Example Watch", "channel"), PassedOn("Qamar 24", "outlet"))

CHAINS = [
    (OWN, (), []),
    (SAID, (), ["ministry"]),
    (OWN, TWO[:1], ["Example Watch"]),
    (SAID, TWO[:1], ["Example Watch", "ministry"]),
    (OWN, TWO, ["Example Watch", "Qamar 24"]),
    ("Qamar 24 reported that the bridge near Sotk burned.", TWO[1:], ["Qamar 24"]),
    (OWN, (PassedOn("Минобороны России", "channel"),), ["Russian Ministry of Defense"]),
    (OWN, (PassedOn("Міноборони України", "channel"),), ["Ukrainian Ministry of Defense"]),
    (OWN, (PassedOn("| 🇺🇦 |", "channel"),), ["| 🇺🇦 |"]),
]

CAUTIONS = [
    (OWN, (), "no-attribution", True),
    (OWN, TWO[:1], "no-attribution", False),
    (OWN, TWO[:1], "single-origin", False),
    (SAID, TWO[:1], "single-origin", True),
    (OWN, (PassedOn("Минобороны России", "channel"),), "party-to-conflict", True),
    (OWN, TWO[:1], "party-to-conflict", False),
]


def the_claim(text: str, passed_on: tuple[PassedOn, ...]) -> Claim:
    """The one claim of a text that came through these hands."""
    document = Document("1", text.encode(), text, "Example Daily", passed_on=passed_on)
    (claim,) = analyse(document).claims
    return claim


@pytest.mark.parametrize(("text", "passed_on", "names"), CHAINS)
def test_chain(text: str, passed_on: tuple[PassedOn, ...], names: list[str]) -> None:
    """Hands come first, by the names they have in texts; one that the text names is one hop."""
    assert [hop.name for hop in the_claim(text, passed_on).chain] == names


@pytest.mark.parametrize(("text", "passed_on", "caution", "warned"), CAUTIONS)
def test_cautions(text: str, passed_on: tuple[PassedOn, ...], caution: str, warned: bool) -> None:
    """Who passed a document on is on whose word it is told."""
    assert (caution in the_claim(text, passed_on).cautions) is warned


def test_a_hand_stands_nowhere_in_the_text() -> None:
    """It is of its own kind where the vocabulary does not know it."""
    assert the_claim(OWN, TWO[:1]).chain == (Hop(None, "Example Watch", "channel"),)
