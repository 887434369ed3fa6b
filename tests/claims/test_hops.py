"""Who a hop is: its canonical name, its kind, and whether it is anonymous."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims

HOPS = [
    ("en", "Ukraine's General Staff said", "General Staff of Ukraine", "military", False),
    ("en", "The news site Arvi Front said", "news site Arvi Front", "outlet", False),
    ("en", "The state agency RIA Novosti said", "RIA Novosti", "outlet", False),
    ("en", "Orlov's press service said", "Orlov's press service", "official-body", False),
    ("en", "The channel's author, Pavel Orlov, said", "Pavel Orlov", "person", False),
    ("en", "Two residents who fled said", "Two residents", "witness", False),
    ("en", "The ministry, which owns the pier, said", "ministry", "official-body", False),
    ("en", 'The channel "Front Line" said', 'channel "Front Line"', "outlet", False),
    ("en", "The Qamar Brigade said", "Qamar Brigade", "military", False),
    ("en", "A source in the ministry said", "source in the ministry", "anonymous", True),
    ("en", "Hezbollah's Arvi television said", "Hezbollah's Arvi television", "outlet", False),
    ("en", "UN monitors in Arvi said", "UN monitors in Arvi", "outlet", False),
    ("en", "The Israeli Army Radio said", "Israeli Army Radio", "outlet", False),
    ("en", "Arvi Now, an independent outlet, said", "Arvi Now", "outlet", False),
    ("en", "Arvi's KSB said", "Arvi's KSB", "official-body", False),
    ("en", "An official said on condition of anonymity", "official", "official", True),
    ("ru", "Генеральный штаб ВСУ сообщил", "General Staff of Ukraine", "military", False),
    ("ru", "Местные каналы сообщили", "Местные каналы", "outlet", False),
    ("ru", "Arvi Front сообщил", "Arvi Front", "outlet", False),
    ("uk", "Мер Мелітополя Олег Гай сказав", "Олег Гай", "official", False),
    ("ru", "Источник в полиции сообщил", "Источник в полиции", "anonymous", True),
    ("ru", "Канал «Рубеж» сообщил", "Канал «Рубеж»", "outlet", False),
    ("uk", "Генеральний штаб ЗСУ повідомив", "General Staff of Ukraine", "military", False),
    ("uk", "Голова ОВА Олег Гай заявив", "Олег Гай", "official", False),
    ("uk", "Джерело в поліції повідомило", "Джерело в поліції", "anonymous", True),
]
THAT = {"en": " that the town held.", "ru": ", что город держится.", "uk": ", що місто тримається."}

STAND_INS = [
    ("en", "Amina Bah left her shop. She said the town held.", "Amina Bah"),
    ("en", "The ministry sent 20 trucks. It said the road was open.", "ministry"),
    (
        "en",
        "The ministry announced the fall of Arvi. The statement came later. It said six died.",
        "ministry",
    ),
    ("en", "A report came out at noon. It said six had died.", "report"),
    (
        "en",
        "The defence ministry said Arvi fell. A rescue service said the ministry had lied.",
        "rescue service",
    ),
    (
        "uk",
        "Речник бригади спростував цю заяву: за його словами, місто тримається.",
        "Речник бригади",
    ),
]


@pytest.mark.parametrize(("language", "opening", "name", "kind", "anonymous"), HOPS)
def test_a_hop_is_somebody(
    language: str, opening: str, name: str, kind: str, anonymous: bool
) -> None:
    """The head noun makes the kind; relative clauses and articles are no part of a name."""
    (hop,) = claims(opening + THAT[language], language)[0].chain
    assert (hop.name, hop.kind, hop.anonymous) == (name, kind, anonymous)


def test_whoever_is_told_is_an_outlet() -> None:
    """A name that no vocabulary has and that hands on what somebody told it reports."""
    outer, inner = claims("A doctor told the Example Review that the ward was full.")[0].chain
    assert [(hop.name, hop.kind) for hop in (outer, inner)] == [
        ("Example Review", "outlet"),
        ("doctor", "witness"),
    ]


@pytest.mark.parametrize(("language", "text", "name"), STAND_INS)
def test_who_is_meant(language: str, text: str, name: str) -> None:
    """A pronoun or short form stands for the last that fits; a noun of another kind for nobody."""
    assert claims(text, language)[-1].chain[-1].name == name


def test_an_unnamed_source_is_not_called_by_the_outlet_that_has_it() -> None:
    """“A source of the agency” is a hop further in than the agency."""
    outlet, source = claims("Источник ТАСС в Арви сообщил, что город держится.", "ru")[0].chain
    assert (outlet.name, source.name) == ("TASS", "Источник ТАСС в Арви")
