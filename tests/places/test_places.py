"""Places in a text, known and unknown, in three languages; one name for all spellings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.places import canonical, find
from store.sentences import split

FOUND = [
    (
        "en",
        "Shells fell near Tell Zahra and in the Qamar district.",
        ["Tell Zahra", "Qamar district"],
    ),
    ("en", "They left the village of Wad Halima for El Obeid.", ["Wad Halima", "El Obeid"]),
    ("en", "The capture of Sotk, Arvi, and Lusan followed.", ["Sotk", "Arvi", "Lusan"]),
    ("en", "Drones hit Hodeidah (Al-Hudaydah) on Monday.", ["Hodeidah", "Al-Hudaydah"]),
    ("en", "Vehicles moved towards Serebrianka (Серебрянка).", ["Serebrianka", "Серебрянка"]),
    ("en", "Two men died at Sotk. Sotk is quiet now.", ["Sotk", "Sotk"]),
    ("en", "On Monday the Council met in March.", []),
    ("en", "Hezbollah’s unit and the Sixth Division were there on Sept. 11.", []),
    ("uk", "Бої точаться у районах Вербівки та Гайового.", ["Вербівки", "Гайового"]),
    ("ru", "В окрестностях Вишнёвого и в посёлке Лесной тихо.", ["Вишнёвого", "Лесной"]),
    ("ru", "Под Таганрогом и в селе Вишнёвое сгорели склады.", ["Таганрогом", "Вишнёвое"]),
    ("ru", "Удар по Курской области, заявили в Генштабе.", ["Курской области"]),
    (
        "uk",
        "Біля Малої Токмачки та Новоданилівки чули постріли.",
        ["Малої Токмачки", "Новоданилівки"],
    ),
]

SAME = [
    ("Chasov Yar", "Chasiv Yar", "Часов Яр", "Часів Яр", "Часовом Яру", "the Chasov Yar direction"),
    ("Hodeidah", "Al-Hudaydah", "Hodeida"),
    ("Kharkov", "Kharkiv", "Харьков", "Харкова"),
    ("Kharkiv Oblast", "Kharkov region", "Харьковская область", "Харківській області"),
    ("Dnipropetrovsk Oblast", "Дніпропетровщина", "Днепропетровской областью"),
    ("Goulyapole", "Goulyapole"),
    ("Aleksandrokalinovo", "Alexandro-Kalinovskaya"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_find(language: str, text: str, expected: list[str]) -> None:
    """A place is found by name, by its kind, by what stands before it, or by a list it is in."""
    assert [m.span.cut(text) for m in find(text, split(text, language), language)] == expected


@pytest.mark.parametrize("names", SAME)
def test_canonical(names: tuple[str, ...]) -> None:
    """All spellings of a place go by one name."""
    assert len({canonical(name) for name in names}) == 1


def test_an_unknown_place_keeps_its_name() -> None:
    """A name that no list knows is itself, without its kind."""
    assert canonical("the village of Wad Halima") == "Wad Halima"


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(alphabet="Ab ,.\n(in)Яв of", max_size=60),
    language=st.sampled_from(["en", "ru", "uk"]),
)
def test_mentions_lie_in_the_text(text: str, language: str) -> None:
    """Mentions are in order, apart, and begin with a capital letter."""
    spans = [m.span for m in find(text, split(text, language), language)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.cut(text)[0].isupper() for span in spans)


@pytest.mark.parametrize(
    ("region", "city"),
    [
        ("Kharkiv Oblast", "Kharkiv"),
        ("Белгородская область", "Белгород"),
        ("Aleppo province", "Aleppo"),
    ],
)
def test_a_region_is_not_its_city(region: str, city: str) -> None:
    """It has the city's name and is another place."""
    assert canonical(region).startswith(f"{canonical(city)} ")
