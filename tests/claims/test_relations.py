"""How two claims of one text stand to each other, in each language: the sentence is in the test."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims

AGAINST = {
    ("en", "other aim"): (
        "Israeli aircraft bombed a school in Jabalia, the civil defence said. The military said it "
        "had hit a command post."
    ),
    ("en", "other victims"): (
        "The army killed 40 insurgents in Zabul, the defence ministry said. Villagers said all of "
        "the dead were farmers."
    ),
    ("en", "other outcome"): (
        "Rebels captured the airport at Kindu on Monday, their spokesman said. Residents said "
        "fighting was still going on."
    ),
    ("en", "fallen or held"): (
        "The town of Sake had fallen on Friday, the rebels said. The army said its men were "
        "holding the town."
    ),
    ("en", "other cause"): (
        "A rebel missile shot down the jet, the group said. The ministry said engine failure had "
        "brought it down."
    ),
    ("en", "blame returned"): (
        "Armenian forces fired on its posts at Kelbajar, Baku said. Yerevan said Azerbaijani "
        "troops had opened fire first."
    ),
    ("en", "other figure"): (
        "Three people died in the raid, the army said. The local hospital counted nine bodies."
    ),
    ("en", "own losses"): (
        "The army killed 40 insurgents in Zabul, the ministry said. The rebels put their losses at "
        "nine."
    ),
    ("ru", "other aim"): (
        "Авиация разбомбила школу в Биннише, сообщили спасатели. В министерстве заявили, что их "
        "целью был штаб боевиков."
    ),
    ("ru", "another aim of the strike"): (
        "Активисты сообщают о 17 погибших при авиаударе по рынку. Минобороны утверждает, что удар "
        "наносился по складу боеприпасов."
    ),
    ("ru", "other outcome"): (
        "Минобороны сообщило, что войска взяли посёлок Лесное. Губернатор заявил, что бои за "
        "посёлок продолжаются."
    ),
    ("uk", "other outcome"): (
        "Міністерство повідомило, що війська захопили селище Лісне. Губернатор заявив, що бої за "
        "селище тривають."
    ),
}

FOR = {
    ("en", "picture"): (
        "The army said its jets had bombed a convoy near Laf on Friday. Satellite images show five "
        "burned trucks on the road."
    ),
    ("en", "witness"): (
        "Rebels entered Sake on Tuesday, the UN said. Two residents said that they had seen rebels "
        "in the town."
    ),
    ("en", "confirmation"): (
        "The army said its jets had bombed a convoy near Laf on Friday. The mayor confirmed that a "
        "convoy had been bombed there."
    ),
    ("ru", "confirmation"): (
        "Армия сообщила, что её самолёты разбомбили колонну у села Лафт. Мэр подтвердил, что "
        "колонну разбомбили."
    ),
    ("uk", "confirmation"): (
        "Армія повідомила, що її літаки розбомбили колону біля села Лафт. Мер підтвердив, що "
        "колону розбомбили."
    ),
}

CONFIRMED = {
    "en": "The ministry said nine men died in Arvi. The UN mission confirmed that nine men died.",
    "ru": "Министерство сообщило о гибели девяти человек. В ООН подтвердили гибель девяти человек.",
}


@pytest.mark.parametrize("language", CONFIRMED)
def test_what_a_third_party_confirms_is_confirmed(language: str) -> None:
    """A body that `[independent]` names says outright that another is right."""
    first, second = claims(CONFIRMED[language], language)
    assert (first.flag, second.flag) == ("confirmed", "claimed")


NEITHER = {
    ("en", "two armies' losses"): (
        "Kyiv said that 1,060 Russians died in a day. Moscow spoke of more than 1,300 Ukrainians "
        "dead."
    ),
    ("en", "each one's own"): (
        "Kyiv said that two of its soldiers had died. Moscow said that nine of its soldiers had "
        "died."
    ),
    ("en", "drones sent and drones that hit"): (
        "Kyiv said that Russia had sent 93 drones. The mayor said that the port had burned. Police "
        "said that 21 drones had hit the port."
    ),
    ("en", "the next event"): (
        "A drone hit a depot in Kazan, the governor said. Police said that a bridge had been "
        "closed."
    ),
    ("en", "a picture between two versions"): (
        "The governor said a missile hit a block of flats in Ostra. The ministry said its forces "
        "had bombed a depot there. Footage shows a collapsed building."
    ),
    ("en", "a town taken, and a day's attacks repelled"): (
        "A blogger said that the army seized Rusyn, near Pokrovsk. The General Staff said that its "
        "troops repelled 47 attacks at Pokrovsk."
    ),
    ("en", "one of the same side"): (
        "The ministry said that troops had taken Lesnoye. The ministry said that 40 men had fled."
    ),
}


def _between(language: str, text: str) -> list[tuple[int, str, int]]:
    return [
        (i, link.kind, link.target)
        for i, claim in enumerate(claims(text, language))
        for link in claim.relations
    ]


@pytest.mark.parametrize(("language", "how"), AGAINST)
def test_what_cannot_both_be_right_is_disputed(language: str, how: str) -> None:
    """Another aim, other victims, outcome, cause, culprit or figure: the later disputes."""
    text = AGAINST[language, how]
    assert _between(language, text) == [(1, "disputes", 0)]
    first = claims(text, language)[0]
    assert first.flag == "disputed"
    assert [hedge.kind for hedge in first.hedges] == ["disputed"]


@pytest.mark.parametrize(("language", "how"), FOR)
def test_what_bears_another_out(language: str, how: str) -> None:
    """A picture, a witness or who confirms it bears out what others claim, and the flag says so."""
    text = FOR[language, how]
    assert _between(language, text) == [(1, "corroborates", 0)]
    assert claims(text, language)[0].flag == "corroborated"


@pytest.mark.parametrize(("language", "how"), NEITHER)
def test_what_stands_beside_another(language: str, how: str) -> None:
    """Each army's word on the other's losses, another event, the same voice: no relation."""
    assert _between(language, NEITHER[language, how]) == []
