"""What a text says of a claim's standing: hedges, flag, relations, timeline and cautions."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims

HEDGES = [
    ("The attack reportedly destroyed two fuel tanks.", [("reportedly", "alleged")]),
    (
        "Officials said two wells burned. The claim could not be independently verified.",
        [("could not be independently verified", "unverified")],
    ),
    (
        "Rebels said they took the post. The army has not commented on the report.",
        [("has not commented", "no-comment")],
    ),
    (
        "Rebels claim 90 men deserted. Diplomats say the figure is exaggerated.",
        [("claim", "alleged"), ("is exaggerated", "overstated")],
    ),
    (
        "The agency reported two victims. It later deleted the message.",
        [("later deleted", "corrected")],
    ),
    (
        "Analysts say the rebels may attack the dam.",
        [("may", "speculative")],
    ),
]

ELSEWHERE = [
    (
        "en",
        "The army said it held Sotk. Rebels said they held Arvi. Neither side’s account could be "
        "independently verified.",
        [["unverified"], ["unverified"]],
    ),
    (
        "en",
        "The rebels said they had shot down six drones, offering no evidence.",
        [["unverified"]],
    ),
    ("en", "Officials said the depot, which was struck, burned. This is false.", [["denied"]]),
    (
        "ru",
        "Повстанцы заявили, что взяли Сотк. Независимо проверить эти сведения невозможно.",
        [["unverified"]],
    ),
    (
        "ru",
        "Штаб сообщил о гибели двух солдат. В министерстве это не комментировали.",
        [["no-comment"]],
    ),
    (
        "uk",
        "Штаб повідомив, що знищив склад, не надавши жодних доказів.",
        [["unverified"]],
    ),
    ("uk", "Штаб заявив, що навряд чи склад згорів.", [["speculative"]]),
]

FLAGS = [
    ("A mine killed three herders near Sotk.", "reported", True),
    ("The army said a mine killed three herders near Sotk.", "claimed", True),
    ("The ministry confirmed that its troops had taken Sotk.", "claimed", True),
    ("The attack reportedly destroyed two fuel tanks.", "unverified", True),
    ("Rumours that the general had fled to Dubai turned out to be false.", "denied", True),
    ("Rebels say they took the Wakhan post; the army denies this.", "disputed", True),
    ("Analysts warn that the rebels could reach the capital.", "forecast", False),
    ("The envoy believes that the truce is a mistake.", "assessment", False),
    ("The army said two men died. It later retracted the statement.", "retracted", True),
    ("Background: the two states renewed their ceasefire on 3 May 2019.", "reported", False),
    ("The president vowed that the bridge would be rebuilt.", "forecast", False),
]

RELATIONS = [
    (
        "Rebels said they had captured Katana. The army denied that it had lost Katana.",
        [(1, "denies", 0)],
    ),
    ("Officials put the toll at 31. Activists spoke of more than 100 dead.", [(1, "disputes", 0)]),
    (
        "Medics said at least 27 people were killed. Among the dead were nine children, police "
        "said. The council put the number of dead at 34.",
        [(2, "disputes", 0)],
    ),
    ("Medics said 27 civilians were killed. The army said 20 soldiers were killed.", []),
    (
        "The rebels said the depot burned, while the army insisted that it was intact.",
        [(1, "denies", 0)],
    ),
]

CAUTIONS = [
    ("A mine killed three herders near Sotk.", "no-attribution"),
    ("A source close to the talks said two envoys had left Doha.", "unnamed-source"),
    ("The Russian Defence Ministry said its troops had taken Orlivka.", "party-to-conflict"),
    ("The army said a drone hit Kupyansk (Купянск).", "mixed-script"),
    ("The army said a drone hit Kupyаnsk.", "mixed-script"),
    ("The army said a drone hit Ivanivka.", "place-ambiguous"),
    ("The agency Nord, citing a fisherman, says two boats sank.", "single-origin"),
    (
        "Rebels said they had captured Katana. The army denied that it had lost Katana.",
        "contradicted",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_hedges_of_the_first_claim(text: str, expected: list[tuple[str, str]]) -> None:
    """A hedge is kept with its words and kind, from the claim's sentence or a note after it."""
    assert [(hedge.span.cut(text), hedge.kind) for hedge in claims(text)[0].hedges] == expected


@pytest.mark.parametrize(("language", "text", "expected"), ELSEWHERE)
def test_notes_on_other_claims(language: str, text: str, expected: list[list[str]]) -> None:
    """A note limits the claims that it speaks of, back to the second voice where it says so."""
    found = claims(text, language)
    assert [[hedge.kind for hedge in claim.hedges] for claim in found] == expected


@pytest.mark.parametrize(("text", "flag", "timeline"), FLAGS)
def test_flag_and_timeline_of_the_first_claim(text: str, flag: str, timeline: bool) -> None:
    """The flag has its precedence and a reason; opinion, outlook and history stay off."""
    claim = claims(text)[0]
    assert (claim.flag, claim.timeline) == (flag, timeline)
    assert claim.flag_reason


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: list[tuple[int, str, int]]) -> None:
    """Claims of a document that deny or dispute another are linked to it."""
    found = claims(text)
    links = [
        (i, link.kind, link.target) for i, claim in enumerate(found) for link in claim.relations
    ]
    assert links == expected


@pytest.mark.parametrize(("text", "caution"), CAUTIONS)
def test_cautions_of_the_first_claim(text: str, caution: str) -> None:
    """The loader warns of what the chain or the words give reason to."""
    assert caution in claims(text)[0].cautions
