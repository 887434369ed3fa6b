"""The first form of a name in a case, by the word before it and its ending."""

from __future__ import annotations

import pytest

from store.places import find
from store.places.first import first_form
from store.sentences import split

FORMS = [
    ("ru", "genitive", "Вишнёвого", "Вишнёвое"),
    ("ru", "genitive", "Новоданиловки", "Новоданиловка"),
    ("ru", "genitive", "Селидова", "Селидово"),
    ("ru", "dative", "Верхней Терсе", "Верхняя Терса"),
    ("uk", "genitive", "Нижньої Дуванки", "Нижня Дуванка"),
    ("ru", "dative", "Лесной Поляне", "Лесная Поляна"),
    ("ru", "dative", "Красногорску", "Красногорск"),
    ("ru", "instrumental", "Красногорском", "Красногорск"),
    ("ru", "instrumental", "Каменским", "Каменское"),
    ("ru", "instrumental", "Великой Криницей", "Великая Криница"),
    ("ru", "instrumental", "Зелёным Гаем", "Зелёный Гай"),
    ("ru", "locative", "Каменском", "Каменское"),
    ("ru", "locative", "Красногорске", "Красногорск"),
    ("ru", "locative", "Кропоткине-Южном", "Кропоткино-Южное"),
    ("ru", "locative", "Заречье-2", "Заречье-2"),
    ("ru", "accusative", "Ивановку", "Ивановка"),
    ("ru", "kind", "Вишнёвое", "Вишнёвое"),
    ("ru", "", "Ивановке", "Ивановке"),
    ("uk", "genitive", "Золотого Колодязя", "Золотий Колодязь"),
    ("uk", "genitive", "Махнівки-Лісової", "Махнівка-Лісова"),
    ("uk", "genitive", "Вовчих Ярів", "Вовчі Яри"),
    ("uk", "genitive", "Удачного", "Удачне"),
    ("uk", "locative", "Новоданилівці", "Новоданилівка"),
    ("uk", "locative", "Красногорську", "Красногорськ"),
    ("uk", "locative", "Вишневому", "Вишневе"),
    ("uk", "instrumental", "Тетяновим", "Тетянове"),
    ("uk", "instrumental", "Лиманом Першим", "Лиман Перший"),
    ("en", "locative", "Goma", "Goma"),
]

CALLED = [
    ("ru", "Удары пришлись по Лесной Поляне и Новозаречью.", ["Лесная Поляна", "Новозаречье"]),
    ("ru", "Освобождена Малая Ольховка.", ["Малая Ольховка"]),
    ("ru", "В посёлке Новая Заря и у села Старое тихо.", ["Новая Заря", "Старое"]),
    ("ru", "Бои на окраине Лесной Поляны.", ["Лесная Поляна"]),
    ("uk", "Під Тетяновим і за Лиманом Першим тихо.", ["Тетянове", "Лиман Перший"]),
    ("ru", "Огонь в Тертерском районе и Новой области.", ["Тертерский район", "Новая область"]),
    ("en", "Shells fell in the Qamar district.", ["Qamar District"]),
    ("uk", "У Лісовському районі тихо.", ["Лісовський район"]),
    ("uk", "На Покровському напрямку бої.", ["Pokrovsk"]),
    ("uk", "У районах Золотого Колодязя та Шахового тихо.", ["Золотий Колодязь", "Шахове"]),
]


@pytest.mark.parametrize(("language", "case", "name", "first"), FORMS)
def test_first_form(language: str, case: str, name: str, first: str) -> None:
    """The ending decides, within a case; adjectives agree with their noun."""
    assert first_form(name, case, language) == first


@pytest.mark.parametrize(("language", "text", "names"), CALLED)
def test_a_new_place_is_called_by_its_first_form(
    language: str, text: str, names: list[str]
) -> None:
    """The word before a name tells the case; a list stands in one case."""
    assert [m.name for m in find(text, split(text, language), language)] == names
