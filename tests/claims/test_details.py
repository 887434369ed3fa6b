"""Figures, dates, repeats and names of claims."""

from __future__ import annotations

import pytest

from store import dates
from store.claims import RuleExtractor
from store.model import Document, Span
from store.sentences import split
from tests.claims.reading import PUBLISHED, claims

QUANTITIES = [
    ("The army said at least ten soldiers died.", ("at least ten", 10, None, "soldiers")),
    ("The army said it shot down 37 drones.", ("37", 37, 37, "drones")),
    ("The army said dozens of houses burned.", ("dozens of", 24, None, "houses")),
    ("The army said between 20 and 30 fighters died.", ("between 20 and 30", 20, 30, "fighters")),
    ("The army said up to 300 volunteers arrived.", ("up to 300", None, 300, "volunteers")),
    ("The army said more than 1,300 soldiers fled.", ("more than 1,300", 1301, None, "soldiers")),
]

DATES = [
    ("On Tuesday a mine killed two men near Sotk.", "2024-05-14", "event", "own"),
    (
        "On May 3, the ministry announced the capture of Sotk.",
        "2024-05-03",
        "announcement",
        "sentence",
    ),
    ("The army said the depot burned on 2 May.", "2024-05-02", "event", "own"),
    ("The army said two men died on 2 May. One is missing.", "2024-05-02", "event", "own"),
    (
        "As of May 3, the outlet Qamar 24 reported that rebels hold Sotk.",
        "2024-05-03",
        "as-of",
        "sentence",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities(text: str, expected: tuple[str, int | None, int | None, str]) -> None:
    """A figure has bounds and what it counts; an open bound is None."""
    figure = claims(text)[0].quantities[0]
    assert (figure.span.cut(text), figure.low, figure.high, figure.counted) == expected


@pytest.mark.parametrize(("text", "edtf", "role", "join"), DATES)
def test_dates(text: str, edtf: str, role: str, join: str) -> None:
    """A claim takes its own date before its sentence's, which may only be that of the statement."""
    sentences = split(text)
    phrases = dates.recognise(text, sentences, "en")
    document = Document("a.txt", b"", text, "Example", published=PUBLISHED)
    claim = RuleExtractor().extract(document, sentences, phrases)[0]
    assert claim.phrase is not None
    dated = dates.resolve(phrases, PUBLISHED)[claim.phrase].edtf
    assert (dated, claim.role, claim.join) == (edtf, role, join)


def test_a_fragment_takes_over_source_and_date() -> None:
    """A short sentence that goes on with a report has its chain, and its date as the event's."""
    text = "The army said a mine killed two men on 2 May. One driver is missing."
    first, second = claims(text)
    assert second.chain == first.chain
    assert (second.phrase, second.join) == (first.phrase, "event")


def test_a_headline_and_a_noun_phrase_are_repeats() -> None:
    """A headline and "the capture of X" belong to the one claim that they repeat."""
    text = (
        "Army reports capture of Tell Zahra\n\n"
        "The army said its troops seized the village of Tell Zahra.\n\n"
        "The capture of Tell Zahra follows weeks of shelling."
    )
    (claim,) = claims(text)
    assert [span.cut(text) for span in claim.repeats] == [
        "Army reports capture of Tell Zahra",
        "The capture of Tell Zahra",
    ]


def test_a_headline_alone_is_the_claim() -> None:
    """A document that is nothing but its headline has the headline as its claim."""
    text = "Rebels seize the town of Tell Zahra"
    assert [c.span.cut(text) for c in claims(text, title=Span(0, len(text)))] == [text]


def test_one_name_for_all_forms_of_an_actor() -> None:
    """A hop has the canonical name of who is named, in either word order."""
    for text in (
        "The Russian Ministry of Defense said its troops took Orlivka.",
        "The Russian Defence Ministry said its troops took Orlivka.",
    ):
        assert claims(text)[0].chain[0].name == "Russian Ministry of Defense"


def test_a_pronoun_has_its_antecedent() -> None:
    """A pronoun goes by the name of the last source it can stand for."""
    text = (
        "The governor, Pavel Orlov, said two houses burned. He said that nobody died in the fire."
    )
    hop = claims(text)[1].chain[0]
    assert hop.antecedent is not None
    assert (hop.name, hop.antecedent.cut(text)) == ("Pavel Orlov", "The governor, Pavel Orlov")


NAMES = [
    (
        "Pavel Orlov, chairman of the Clear Dawn – For Truth party, said two men died.",
        "Pavel Orlov",
    ),
    ("The soldier ‘Alder’ said two men died.", "soldier ‘Alder’"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_of_hops(text: str, name: str) -> None:
    """A person's name leads before an apposition; quotation marks inside a name stay in pairs."""
    assert claims(text)[0].chain[-1].name == name
