"""Who said what: the content of each claim, and its chain from the outermost hop inwards."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims, said

ENGLISH = [
    pytest.param(
        "A commander who asked not to be named said the bridge was mined.",
        [("the bridge was mined", "A commander who asked not to be named")],
        id="relative-clause-without-commas",
    ),
    pytest.param(
        "Sotk has fallen, according to the channel Red Line, which cited a Nubian officer.",
        [("Sotk has fallen", "the channel Red Line", "a Nubian officer")],
        id="according-to-one-who-cited-another",
    ),
    pytest.param(
        "The army denied that Sotk had been entered, insisting that "
        "two assaults had been repelled.",
        [
            ("denied that Sotk had been entered", "The army"),
            ("two assaults had been repelled", "The army"),
        ],
        id="participle-shares-the-source",
    ),
    pytest.param(
        "A person briefed on the meeting told the Example Review that the envoy had left Doha.",
        [
            (
                "the envoy had left Doha",
                "the Example Review",
                "A person briefed on the meeting",
            )
        ],
        id="briefed-is-no-cue",
    ),
    pytest.param(
        "Sotk burned on Monday, residents wrote in local channels.",
        [("Sotk burned on Monday", "residents")],
        id="where-it-was-written-is-no-content",
    ),
    pytest.param(
        "The channel, which backs the rebels, has published accounts of prisoners before.",
        [],
        id="no-scraps",
    ),
    pytest.param(
        "Two gendarmes were killed when their vehicle hit a mine near Djibo on Monday, "
        "the governor of the Sahel region, Issa Barry, announced.",
        [
            (
                "Two gendarmes were killed when their vehicle hit a mine near Djibo on Monday",
                "the governor of the Sahel region, Issa Barry",
            )
        ],
        id="content-before-an-apposed-source",
    ),
    pytest.param(
        "KHARTOUM, May 15 — Fighters overran the garrison in Wad Halima, a local activist said on "
        "Wednesday, while the army insisted that its troops had made a tactical withdrawal.",
        [
            ("Fighters overran the garrison in Wad Halima", "a local activist"),
            ("its troops had made a tactical withdrawal", "the army"),
        ],
        id="two-sources-in-one-sentence-after-a-dateline",
    ),
    pytest.param(
        "The agency Interfax, with reference to the border service, reports that four militants "
        "were detained near Derbent.",
        [
            (
                "four militants were detained near Derbent",
                "The agency Interfax",
                "the border service",
            )
        ],
        id="with-reference-to",
    ),
    pytest.param(
        "The channel Qamar 24, citing prisoners, writes that 300 recruits arrived in Sotk.",
        [("300 recruits arrived in Sotk", "The channel Qamar 24", "prisoners")],
        id="citing-between-source-and-cue",
    ),
    pytest.param(
        "State television quoted Brigadier Aung Lin as saying that Hsenwi had been retaken.",
        [
            (
                "Hsenwi had been retaken",
                "State television",
                "Brigadier Aung Lin",
            )
        ],
        id="quoted-as-saying",
    ),
    pytest.param(
        "A fisherman told the station Radio Delta that two boats had sunk.",
        [("two boats had sunk", "the station Radio Delta", "A fisherman")],
        id="told-an-outlet",
    ),
    pytest.param(
        "A fisherman told reporters in Juba on Monday that two boats had sunk.",
        [("two boats had sunk", "A fisherman")],
        id="told-reporters-adds-no-hop",
    ),
    pytest.param(
        "The drone fell on a school in the town of Arvi, the agency Nord reported on Monday, "
        "citing the district head, Ivan Petrov.",
        [
            (
                "The drone fell on a school in the town of Arvi",
                "the agency Nord",
                "the district head, Ivan Petrov",
            )
        ],
        id="trailing-citation-with-a-name",
    ),
    pytest.param(
        "Hezbollah fired on the base, saying it had used dozens of rockets.",
        [("it had used dozens of rockets", "Hezbollah")],
        id="participle-takes-the-subject-of-its-clause",
    ),
    pytest.param(
        "“We heard the plane before we saw it,” said Mariam Adam, a tea seller.",
        [("“We heard the plane before we saw it,”", "Mariam Adam, a tea seller")],
        id="inverted-cue-after-a-quotation",
    ),
    pytest.param(
        "“They came at dawn. They burned the mill,” she said.",
        [("“They came at dawn. They burned the mill,”", "she")],
        id="quotation-over-two-sentences-is-one-claim",
    ),
    pytest.param(
        "The general said that the bridge had been blown up and that 20 men were missing.",
        [
            ("the bridge had been blown up", "The general"),
            ("20 men were missing", "The general"),
        ],
        id="and-that-makes-two",
    ),
    pytest.param(
        "The company called the report a fabrication and said that nobody had died at the mine.",
        [
            ("the report a fabrication", "The company"),
            ("nobody had died at the mine", "The company"),
        ],
        id="a-second-verb-shares-the-subject",
    ),
    pytest.param(
        "According to the monitoring group Qamar Watch, shells hit the market; a school burned.",
        [
            ("shells hit the market", "the monitoring group Qamar Watch"),
            ("a school burned", "the monitoring group Qamar Watch"),
        ],
        id="according-to-goes-on-after-a-semicolon",
    ),
    pytest.param(
        "The governor, Pavel Orlov: 22 drones shot down, no casualties.",
        [("22 drones shot down, no casualties", "The governor, Pavel Orlov")],
        id="a-colon-attributes-without-a-verb",
    ),
    pytest.param(
        "Rumours that the general had fled to Dubai turned out to be false.",
        [("the general had fled to Dubai", "Rumours")],
        id="a-rumour-is-its-own-source",
    ),
    pytest.param(
        "In Kyiv they count 900 attacks.",
        [("900 attacks", "Kyiv")],
        id="they-in-a-capital-is-its-word",
    ),
    pytest.param(
        "The junta’s spokesman, Gen. Zaw Min, did not respond to calls seeking comment.",
        [],
        id="silence-says-nothing",
    ),
    pytest.param(
        "The situation underscores how quickly the border has become part of the front.",
        [],
        id="commentary-is-no-claim",
    ),
    pytest.param(
        "A correction: an earlier version of this story said three people had died.",
        [],
        id="an-editors-correction-is-no-claim",
    ),
]

RUSSIAN = [
    pytest.param(
        "«Мост стоит», — сказал он телеканалу «Волна-5».",
        [("«Мост стоит»", "телеканалу «Волна-5»", "он")],
        id="told-after",
    ),
    pytest.param(
        "Как рассказал агентству источник в администрации, раненых доставили в Арви.",
        [("раненых доставили в Арви", "агентству", "источник в администрации")],
        id="told-before",
    ),
    pytest.param(
        "Российские войска заняли село Вишнёвое под Волновахой, сообщило во вторник Минобороны РФ.",
        [("Российские войска заняли село Вишнёвое под Волновахой", "Минобороны РФ")],
        id="inverted",
    ),
    pytest.param(
        "По словам губернатора Андрея Петрова, при атаке пострадали двое мирных жителей.",
        [("при атаке пострадали двое мирных жителей", "губернатора Андрея Петрова")],
        id="by-the-words-of",
    ),
    pytest.param(
        "Агентство ТАСС со ссылкой на силовые структуры сообщает, что под Луганском взяты трое.",
        [("под Луганском взяты трое", "Агентство ТАСС", "силовые структуры")],
        id="with-reference-to",
    ),
    pytest.param(
        "«Мы потеряли связь в полночь», — рассказал журналистам командир батальона Сергей Лысенко.",
        [("«Мы потеряли связь в полночь»", "командир батальона Сергей Лысенко")],
        id="quotation-told-to-reporters",
    ),
    pytest.param(
        "Источник издания «Степной край» заявил, что склад пуст и охрана ушла в город.",
        [
            (
                "склад пуст и охрана ушла в город",
                "издания «Степной край»",
                "Источник издания «Степной край»",
            )
        ],
        id="a-sources-outlet-stands-outside",
    ),
]

UKRAINIAN = [
    pytest.param(
        "Евакуювали 46 осіб, розповіла виданню «Світанок» керівниця штабу Олена Гай.",
        [("Евакуювали 46 осіб", "виданню «Світанок»", "керівниця штабу Олена Гай")],
        id="told-before",
    ),
    pytest.param(
        "Унаслідок обстрілу Нікополя загинула жінка, повідомив голова ОВА Сергій Лисак.",
        [("Унаслідок обстрілу Нікополя загинула жінка", "голова ОВА Сергій Лисак")],
        id="inverted",
    ),
    pytest.param(
        "За словами речника, минулої ночі збили 14 дронів над Одещиною.",
        [("минулої ночі збили 14 дронів над Одещиною", "речника")],
        id="by-the-words-of",
    ),
    pytest.param(
        "«Ми чули три вибухи», — розповіла мешканка села Марія Коваль.",
        [("«Ми чули три вибухи»", "мешканка села Марія Коваль")],
        id="quotation",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, ...]]) -> None:
    """Each construction gives its content and its whole chain, outermost first."""
    assert said(text, claims(text)) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: list[tuple[str, ...]]) -> None:
    """The same in Russian, where the source often follows the cue."""
    assert said(text, claims(text, "ru")) == expected


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_ukrainian(text: str, expected: list[tuple[str, ...]]) -> None:
    """The same in Ukrainian."""
    assert said(text, claims(text, "uk")) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokesman for Nubia's eastern command said Sotk had fallen.", "spokesman for Nubia's"),
        ("Sotk was shelled, officials in Arvi Krai said.", "officials in Arvi Krai"),
        ("Nubia's chief negotiator said the talks had ended.", "Nubia's chief negotiator"),
        ("The minister, Ana Boru, said the talks had ended.", "Ana Boru"),
    ],
)
def test_an_office_is_not_called_by_its_country(text: str, name: str) -> None:
    """An owner or a place in capitals is no person's name; a person's own name is."""
    (claim,) = claims(text)
    assert claim.chain[-1].name.startswith(name)
