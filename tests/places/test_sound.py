"""One key for the spellings of a name in three scripts, and none for different names."""

from __future__ import annotations

import itertools

import pytest

from store.places import canonical
from store.sound import rough, sound

SAME = [
    ("Chasiv Yar", "Chasov Yar", "Часів Яр", "Часов Яр"),
    ("Synkivka", "Sinkovka", "Синьківка", "Синьковка"),
    ("Novodanylivka", "Novodanilovka", "Новоданилівка", "Новоданиловка"),
    ("Selydove", "Selidovo", "Селидове", "Селидово"),
    ("Kreminna", "Кремінна"),
    ("Zarichne", "Zarechnoye", "Зарічне", "Заречное"),
    ("Velyka Pysarivka", "Великая Писаревка", "Велика Писарівка"),
    ("Khan-Younis", "Khan Younis"),
]
DIFFERENT = [
    "Pokrovsk",
    "Pokrovske",
    "Petrivka",
    "Petropavlivka",
    "Vovchansk",
    "Vodyane",
    "Volnovakha",
]


@pytest.mark.parametrize("names", SAME)
def test_spellings_of_one_name(names: tuple[str, ...]) -> None:
    """Vowels that the languages exchange, soft signs and endings make no other name."""
    assert len({sound(name) for name in names}) == 1
    assert len({rough(name) for name in names}) == 1


@pytest.mark.parametrize("name", ["Примерск", "Kupeansk", "Тишковка"])
def test_a_name_that_only_sounds_like_a_known_one(name: str) -> None:
    """It is a place of its own where another vowel stands."""
    assert canonical(name) == name


def test_different_names() -> None:
    """Names that differ in a consonant, in gender or in length sound different."""
    assert all(sound(a) != sound(b) for a, b in itertools.combinations(DIFFERENT, 2))


@pytest.mark.parametrize("name", ["Goma", "Gao", "Ужа", ""])
def test_a_short_name_has_no_key(name: str) -> None:
    """Two consonants are too few to tell a name by."""
    assert sound(name) == ""


@pytest.mark.parametrize(
    ("name", "known"),
    [("Kupjansk", "Kupiansk"), ("Awdijiwka", "Avdiivka"), ("Клищиивка", "Klishchiivka")],
)
def test_a_spelling_that_no_list_has(name: str, known: str) -> None:
    """It is known by its sound."""
    assert canonical(name) == known
