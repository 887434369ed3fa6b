"""Places in a text, known and unknown, in three languages; one name for all spellings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.places import canonical, find
from store.sentences import split

ENGLISH = [
    ("Shells fell near Tell Zahra and in the Qamar district.", ["Tell Zahra", "Qamar district"]),
    ("They left the village of Wad Halima for El Obeid.", ["Wad Halima", "El Obeid"]),
    ("The capture of Sotk, Arvi, and Lusan followed.", ["Sotk", "Arvi", "Lusan"]),
    ("Drones hit Hodeidah (Al-Hudaydah) on Monday.", ["Hodeidah", "Al-Hudaydah"]),
    ("Vehicles moved towards Serebrianka (Серебрянка).", ["Serebrianka", "Серебрянка"]),
    ("Two men died at Ovsk. Ovsk is quiet now.", ["Ovsk", "Ovsk"]),
    ("A drone damaged the Ovsk oil refinery.", ["Ovsk oil refinery"]),
    ("They were taken to Ovsk hospital.", ["Ovsk hospital"]),
    ("The road linking Arvi and Lusan is mined.", ["Arvi", "Lusan"]),
    ("Rebels hold al-Wadi, a coastal town.", ["al-Wadi"]),
    ("A column entered Lusan, a border village.", ["Lusan"]),
    ("A garrison in northern Mali fell.", ["Mali"]),
    ("Fighting spread to Russian-occupied Tokmak.", ["Tokmak"]),
    ("It was seen in Sudan’s North Kordofan.", ["Sudan", "North Kordofan"]),
    ("Jets hit Tyre’s seafront.", ["Tyre"]),
    ("Thousands fled to Chad.", ["Chad"]),
    ("The ship lay off Fujairah.", ["Fujairah"]),
    ("They withdrew from Mali and Niger.", ["Mali", "Niger"]),
    ("An assault on Adan Gabay was repelled.", ["Adan Gabay"]),
    ("They crossed into South Sudan’s Upper Nile State.", ["South Sudan", "Upper Nile State"]),
    ("Arvi was shelled overnight, Lusan changed hands.", ["Arvi", "Lusan"]),
    ("Two battalions pulled out of Lusan.", ["Lusan"]),
    ("Orlov said Pokrovsk would hold.", ["Pokrovsk"]),
    ("Blasts shook the Ovsky district of Kharkiv.", ["Ovsky district", "Kharkiv"]),
    ("Troops moved towards the North on mid-January days.", []),
    (
        "Jets hit Thin Taw, Zaw Chaung, and Ma Gyi Kone villages.",
        ["Thin Taw", "Zaw Chaung", "Ma Gyi Kone villages"],
    ),
    (
        "They hold two places — Kazqil and Umm Dam. Kazqil fell in May.",
        ["Kazqil", "Umm Dam", "Kazqil"],
    ),
    ("Fighting spread to East Jerusalem.", ["East Jerusalem"]),
    ("It lay in the Danube port of Izmail.", ["Izmail"]),
    ("Shots fell near Zubin Brod.\n\nNobody was hurt.", ["Zubin Brod"]),
]
RUSSIAN = [
    ("В окрестностях Вишнёвого и в посёлке Лесной тихо.", ["Вишнёвого", "Лесной"]),
    ("Под Таганрогом и в селе Вишнёвое сгорели склады.", ["Таганрогом", "Вишнёвое"]),
    ("Удар по Курской области, заявили в Генштабе.", ["Курской области"]),
    ("Освобождены Малая Ольховка и Заречье-2.", ["Малая Ольховка", "Заречье-2"]),
    ("За Осколом закрепились две роты.", ["Осколом"]),
    ("Обстреляны населённые пункты Степное, Луговое и Ясное.", ["Степное", "Луговое", "Ясное"]),
    (
        "На Краснолиманском и Купянском направлениях тихо.",
        ["Краснолиманском", "Купянском направлениях"],
    ),
    ("Пожар на Вишнёвском НПЗ потушен.", ["Вишнёвском НПЗ"]),
    ("Удары пришлись по Вишнёвому, Лесному и Ясному.", ["Вишнёвому", "Лесному", "Ясному"]),
    ("Жители Лимана слышали взрывы.", ["Лимана"]),
    ("В Эль-Обейде сгорел рынок.", ["Эль-Обейде"]),
    ("Колонна шла из Лесного в сторону Вишнёвого.", ["Лесного", "Вишнёвого"]),
    ("Они отошли из Мали.", ["Мали"]),
    ("Ракеты выпущены по Израилю.", ["Израилю"]),
    ("Склады на юге Ирана горят.", ["Ирана"]),
    ("Лесное обстреляно, Вишнёвка осталась без света.", ["Лесное", "Вишнёвка"]),
    ("В клинике Вишнёвки кончился кислород.", ["Вишнёвки"]),
    ("Держат дорогу на Вишнёвку.", ["Вишнёвку"]),
    ("На площадке АЭС «Бушер» тихо.", ["Бушер"]),
    ("Богородичное и Курдюмовка обстреляны.", ["Богородичное", "Курдюмовка"]),
    ("Цхинвал без газа.", ["Цхинвал"]),
    ("Бои идут в Волчанском.", ["Волчанском"]),
]
UKRAINIAN = [
    ("Бої точаться у районах Вербівки та Гайового.", ["Вербівки", "Гайового"]),
    (
        "Біля Малої Токмачки та Новоданилівки чули постріли.",
        ["Малої Токмачки", "Новоданилівки"],
    ),
    ("Під Тетяновим скинули міну.", ["Тетяновим"]),
    ("По Вишневому вдарили дронами.", ["Вишневому"]),
    ("Поранень зазнала жителька Вишневого.", ["Вишневого"]),
    ("Село Вишневе під контролем ворога.", ["Вишневе"]),
    ("У Запорізькій області тихо.", ["Запорізькій області"]),
    (
        "На Куп’янському та Сіверському напрямках тривають бої.",
        ["Куп’янському", "Сіверському напрямках"],
    ),
    ("Рух через станцію Вишнева зупинено.", ["Вишнева"]),
    ("Ворог окупував Вишневське. Вишневське порожнє.", ["Вишневське", "Вишневське"]),
    ("Бої біля Червоного Лиману.", ["Червоного Лиману"]),
    ("Горить у Синельниківському районі.", ["Синельниківському районі"]),
    ("Обстріляли з РСЗВ Широке, Червоне та Лісове.", ["Широке", "Червоне", "Лісове"]),
    (
        "Бої за Бачівськ, Стару Гуту Сумської області.",
        ["Бачівськ", "Стару Гуту", "Сумської області"],
    ),
    ("Вишневе обстріляли двічі за ніч.", ["Вишневе"]),
    ("На майданчику ЗАЕС пожежа.", ["ЗАЕС"]),
    ("Обстріл Сумщини тривав годину.", ["Сумщини"]),
]
NONE = [
    ("en", "On Monday the Council met in March."),
    ("en", "Hezbollah’s unit and the Sixth Division were there on Sept. 11."),
    ("en", "He told Radio Free Asia so."),
    ("en", "Egypt, Qatar and the United States agreed."),
    ("en", "Kosovo handed the European Union a dossier."),
    ("en", "Yerevan and Baku have agreed; Moscow has not."),
    ("en", "Russia’s army said that Ukraine’s drones had missed."),
    ("en", "The Arakan Army and the Sudan Doctors Network disagreed."),
    ("en", "Kharkiv prosecutors and the mayor of Kherson opened a case."),
    ("en", "The Geneva-based survey and a Liberia-flagged ship were named."),
    ("en", "It was over, Mayor Pavel Orlov said; Orlov left for lunch."),
    ("en", "Militants from al-Shabab attacked at dawn."),
    ("en", "UKMTO and KFOR said so to ELN."),
    ("ru", "Израильская авиация и украинские военные молчат."),
    ("ru", "Москва и Киев обменялись пленными, Минск согласился."),
    ("ru", "Армия Судана и посольство Ирана молчат."),
    ("ru", "Генерал Лесной встретил Петра Вишнёвого."),
    ("uk", "Москва звинуватила Київ у зриві обміну."),
    ("uk", "Речниця Ольга Лісова та президент України мовчать."),
    ("en", "According to Bintou Keita and in response to Pavel Orlov, it fell."),
    ("ru", "Пишет портал «Карабах сегодня» о танкере «Херсон»."),
    ("ru", "Атака на Minervagracht отбита."),
    ("ru", "«Террористы обстреляли высоту», — сказал он."),
    ("ru", "По словам Кнырика, в районе сёл тихо."),
    ("ru", "Бойцы обстреляли высоту."),
    ("uk", "Судно під прапором Панами затонуло."),
    ("uk", "Угоду про оборону Росія та Китай підписали в лютому."),
    ("uk", "Прибула ще одна бригада з КНДР."),
    ("uk", "Українські прикордонники відбили напад."),
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


def found(language: str, text: str) -> list[str]:
    """The places that a text names, as they stand in it."""
    mentions = find(text, split(text, language), language)
    return [mention.span.cut(text) for mention in mentions]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    """A place is found by name, by its kind, by what stands before it, or by a list it is in."""
    assert found("en", text) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: list[str]) -> None:
    """The same in all cases, also of names that no list has, and at the head of a sentence."""
    assert found("ru", text) == expected


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_ukrainian(text: str, expected: list[str]) -> None:
    """The same in Ukrainian."""
    assert found("uk", text) == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_place(language: str, text: str) -> None:
    """Who acts and speaks, people and bodies, adjectives, days: none of them is a place."""
    assert found(language, text) == []


@pytest.mark.parametrize("names", SAME)
def test_canonical(names: tuple[str, ...]) -> None:
    """All spellings of a place go by one name."""
    assert len({canonical(name) for name in names}) == 1


def test_an_unknown_place_keeps_its_name() -> None:
    """A name that no list knows is itself, without its kind."""
    assert canonical("the village of Wad Halima") == "Wad Halima"


@pytest.mark.parametrize(
    ("language", "text", "names", "ambiguous"),
    [
        ("en", "Shells fell on Ivanivka.", ["Ivanivka"], [True]),
        (
            "en",
            "Shells fell on Ivanivka, Donetsk Oblast.",
            ["Ivanivka", "Donetsk Oblast"],
            [False, False],
        ),
        ("ru", "Бои у Ивановки Донецкой области.", ["Ivanivka", "Donetsk Oblast"], [False, False]),
        ("en", "Jets struck near Tripoli.", ["Tripoli"], [True]),
        ("en", "Jets struck Tyre and Tripoli.", ["Tyre", "Tripoli, Lebanon"], [False, False]),
        ("en", "Shots fell near Benghazi and in Tripoli.", ["Benghazi", "Tripoli"], [False, False]),
    ],
)
def test_a_name_that_places_share(
    language: str, text: str, names: list[str], ambiguous: list[bool]
) -> None:
    """The area that a text speaks of tells which is meant; else the name is ambiguous."""
    mentions = find(text, split(text, language), language)
    assert [m.name for m in mentions] == names
    assert [m.ambiguous for m in mentions] == ambiguous


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Бои идут на Покровском направлении."),
        ("uk", "Бої тривають на Покровському напрямку."),
    ],
)
def test_a_direction_is_that_of_the_town_and_not_of_villages_called_alike(
    language: str, text: str
) -> None:
    """A case of a town's name is its adjective, too; villages of that name are many."""
    (place,) = find(text, split(text, language), language)
    assert (place.name, place.ambiguous) == ("Pokrovsk", False)
