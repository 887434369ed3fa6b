"""Figures, dates, repeats and names of claims."""

from __future__ import annotations

import pytest

from store import dates
from store.claims import RuleExtractor
from store.model import Document, Span
from store.sentences import split
from tests.claims.reading import PUBLISHED, claims

QUANTITIES = [
    ("en", "The army said at least ten soldiers died.", ("at least ten", 10, None, "soldiers")),
    ("en", "The army said it shot down 37 drones.", ("37", 37, 37, "drones")),
    ("en", "The army said dozens of houses burned.", ("dozens of", 24, None, "houses")),
    ("en", "The army said between 20 and 30 men died.", ("between 20 and 30", 20, 30, "men")),
    ("en", "The army said 20 to 30 fighters died.", ("20 to 30", 20, 30, "fighters")),
    ("en", "The army said 20-30 fighters died.", ("20-30", 20, 30, "fighters")),
    ("en", "The army said up to 300 volunteers arrived.", ("up to 300", None, 300, "volunteers")),
    ("en", "The army said more than 1,300 men fled.", ("more than 1,300", 1301, None, "men")),
    ("en", "The army said it moved from 12 villages.", ("12", 12, 12, "villages")),
    ("en", "The army said the toll rose from 20 to 30 dead.", ("30", 30, 30, "dead")),
    ("en", "The army said two dozen soldiers died.", ("two dozen", 24, 24, "soldiers")),
    ("en", "The army said half a dozen insurgents died.", ("half a dozen", 6, 6, "insurgents")),
    ("en", "The army said 1.2 million men fled.", ("1.2 million", 1200000, 1200000, "men")),
    ("ru", "Армия сообщила, что погибли двадцать три бойца.", ("двадцать три", 23, 23, "бойца")),
    ("ru", "Армия сообщила о не менее 37 дронах.", ("не менее 37", 37, None, "дронах")),
    ("ru", "Армия сообщила, что погибли от 20 до 30 бойцов.", ("от 20 до 30", 20, 30, "бойцов")),
    ("ru", "Армия сообщила, что десятки домов сгорели.", ("десятки", 24, None, "домов")),
    ("ru", "Армия сообщила, что ранены до 300 человек.", ("до 300", None, 300, "человек")),
    ("uk", "Армія повідомила про щонайменше 37 дронів.", ("щонайменше 37", 37, None, "дронів")),
    ("uk", "Армія повідомила, що загинули від 20 до 30 осіб.", ("від 20 до 30", 20, 30, "осіб")),
    ("uk", "Армія повідомила, що знищено понад 13 танків.", ("понад 13", 14, None, "танків")),
]

DATES = [
    ("en", "On Tuesday a mine killed two men near Sotk.", "2024-05-14", "event", "own"),
    (
        "en",
        "On May 3, the army announced the fall of Sotk.",
        "2024-05-03",
        "announcement",
        "sentence",
    ),
    ("en", "The army said the depot burned on 2 May.", "2024-05-02", "event", "own"),
    ("en", "The army said two men died on 2 May. One is missing.", "2024-05-02", "event", "own"),
    ("en", "As of May 3, Qamar 24 said rebels hold Sotk.", "2024-05-03", "as-of", "sentence"),
    ("ru", "Во вторник под Сотком подорвались двое мужчин.", "2024-05-14", "event", "own"),
    ("ru", "3 мая армия объявила о взятии Сотка.", "2024-05-03", "announcement", "sentence"),
    ("ru", "Армия сообщила, что склад сгорел 2 мая.", "2024-05-02", "event", "own"),
    ("uk", "У вівторок під Сотком підірвалися двоє чоловіків.", "2024-05-14", "event", "own"),
    ("uk", "3 травня армія оголосила про взяття Сотка.", "2024-05-03", "announcement", "sentence"),
    ("uk", "Станом на 3 травня армія казала, що тримає Сотк.", "2024-05-03", "as-of", "sentence"),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUANTITIES)
def test_quantities(
    language: str, text: str, expected: tuple[str, int | None, int | None, str]
) -> None:
    """A figure has bounds and what it counts; an open bound is None."""
    figure = claims(text, language)[0].quantities[0]
    assert (figure.span.cut(text), figure.low, figure.high, figure.counted) == expected


@pytest.mark.parametrize(("language", "text", "edtf", "role", "join"), DATES)
def test_dates(language: str, text: str, edtf: str, role: str, join: str) -> None:
    """A claim takes its own date before its sentence's, which may only be that of the statement."""
    sentences = split(text, language)
    phrases = dates.recognise(text, sentences, language)
    document = Document("a.txt", b"", text, "Example", language=language, published=PUBLISHED)
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


AGAIN = {
    "en": "The mayor visited Sotk on May 3. During the visit, three shells hit the market in Sotk.",
    "ru": "Мэр посетил Арви 3 мая. Во время визита три снаряда попали в рынок в Арви.",
    "uk": "Мер відвідав Арві 3 травня. Під час візиту три снаряди влучили в ринок в Арві.",
}


@pytest.mark.parametrize("language", AGAIN)
def test_an_event_that_goes_on_has_the_date_of_the_sentence_before(language: str) -> None:
    """“During the visit” points at the visit, which was dated."""
    claim = claims(AGAIN[language], language)[-1]
    assert (claim.phrase, claim.join) == (0, "event")


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
