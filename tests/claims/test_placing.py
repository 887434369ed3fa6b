"""Places joined to claims: where something happened, never where a source sits."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims

ENGLISH = [
    ("The army said that two men died at Sotk.", ["Sotk"]),
    ("The ministry told reporters in Kinshasa that rebels had entered Uvira.", ["Uvira"]),
    ("Police in Goma said that three shells fell near Sake.", ["Sake"]),
    ("Residents of Ovsk said that a drone hit the market.", ["Ovsk"]),
    ("At a clinic in nearby Ovsk, a nurse said that nine people had died.", ["Ovsk"]),
    ("In Nairobi, a spokesman said that nine people had died.", []),
    (
        "The army said rebels attacked near Sotk; north of Arvi near Lusan; and west of Uvira.",
        ["Sotk", "Arvi", "Lusan", "Uvira"],
    ),
    ("Shells fell on the market of Ovsk on Monday.", ["Ovsk"]),
]
SLAVIC = [
    ("ru", "Минобороны сообщило журналистам в Москве, что под Лиманом сбит дрон.", ["Лиманом"]),
    ("ru", "Жительница Вишнёвого рассказала, что погибли трое.", ["Вишнёвого"]),
    ("ru", "Трое погибших, сообщил губернатор Иван Орлов. #Белгород", ["Белгород"]),
    ("ru", "«Шли двумя группами», — описал прорыв под Вишнёвым боец Кедр.", ["Вишнёвым"]),
    ("uk", "За словами мешканки Вишневого, загинули троє людей.", ["Вишневого"]),
    ("uk", "У Харкові після удару троє поранених, повідомив мер.", ["Харкові"]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    """What a claim says, and what its sentence says beside it of the event or its witness."""
    [claim] = claims(text)
    assert [place.span.cut(text) for place in claim.places] == expected


@pytest.mark.parametrize(("language", "text", "expected"), SLAVIC)
def test_russian_and_ukrainian(language: str, text: str, expected: list[str]) -> None:
    """The same, and a tag at the end of a post."""
    [claim] = claims(text, language)
    assert [place.span.cut(text) for place in claim.places] == expected
