"""Notes on a claim in the sentence after it: what each way of putting it says of the claim."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims

SAID = {
    "en": "The rebels said they had seized the town of Katana.",
    "ru": "Повстанцы заявили, что взяли город Катану.",
    "uk": "Повстанці заявили, що взяли місто Катану.",
}

NOTES = {
    ("en", "unverified"): (
        "The report could not be independently verified.",
        "Neither account could be checked.",
        "No evidence was offered.",
        "It did not say how it had arrived at this.",
        "The agency was not immediately able to verify the report.",
        "There has been no official confirmation.",
        "The claim has not been substantiated.",
        "There was nothing to support the allegation.",
        "None of this can be confirmed.",
        "The allegation remains unproven.",
        "Nobody outside the town has been able to check this.",
        "Journalists have no access to the area.",
        "We have only their word for it.",
        "There is no telling whether that is true.",
        "We have not seen the document.",
        "The account could not be matched with satellite images.",
        "Nothing so far bears this out.",
        "The authenticity of the video is in doubt.",
        "Reporters were kept away from the town.",
        "No other source has reported the capture.",
        "Nothing is known for certain.",
        "It was not clear how many of them were there.",
        "It is his word against nobody's.",
        "Other outlets have not picked up the story.",
        "Verification was hampered by a blackout.",
    ),
    ("en", "no-comment"): (
        "The army did not immediately respond to a request for comment.",
        "There was no immediate word from the capital.",
        "The army would not comment.",
        "Calls to the army spokesman went unanswered.",
        "A spokesman could not be reached.",
        "The capital has kept silent.",
        "The government has made no mention of the incident.",
        "Asked about the town, the minister hung up.",
        "The ministry neither confirmed nor denied the report.",
        "The embassy did not return phone calls.",
        "The general refused to be drawn.",
        "The army, as is its habit, said nothing.",
        "Nobody at the ministry would discuss it.",
        "There was no response by press time.",
        "The junta has kept its counsel.",
        "The army referred questions to the ministry.",
        "The army said it was looking into the report.",
        "The spokesman's telephone was switched off.",
        "Neither the army nor the ministry has commented.",
        "Nobody at the ministry wanted to talk about it.",
        "A spokesman promised to call back and did not.",
        "The ministry's answer is still awaited.",
        "Nor would the army say where its men had been.",
        "“No comment,” the army's spokesman said.",
    ),
    ("en", "denied"): (
        "The army denied it.",
        "The capital dismissed the report as a fabrication.",
        "Officials described the claim as nonsense.",
        "The allegation was rejected by the governor.",
        "The report turned out to be untrue.",
        "The garrison laughed the story off.",
        "The minister scoffed at the claim.",
        "The army said not one soldier had left the town.",
        "Not true, said the army.",
        "“A lie,” the army's spokesman said.",
        "Nonsense, said the governor.",
        "The governor said they were lying about the town.",
        "The army protested its innocence.",
    ),
    ("en", "disputed"): (
        "Residents contradicted that account.",
        "Residents gave a different version.",
        "That is at odds with what residents say.",
        "Analysts cast doubt on the claim.",
        "Residents tell another story.",
        "Satellite pictures suggest otherwise.",
        "Diplomats questioned the claim.",
        "The governor disagreed.",
        "Residents are not convinced.",
        "The governor is of another opinion.",
    ),
    ("en", "overstated"): (
        "Diplomats consider the claim exaggerated.",
        "The group is known to inflate its successes.",
        "That is on the high side.",
    ),
    ("en", "corrected"): (
        "They withdrew the claim an hour later.",
        "The post has since been removed.",
        "They took that back on Friday.",
        "They later changed their account.",
        "The post has been edited since.",
        "A correction followed on Tuesday.",
        "The paper regrets the error.",
    ),
    ("ru", "unverified"): (
        "Проверить это заявление не удалось.",
        "Независимого подтверждения этому нет.",
        "Никаких доказательств они не привели.",
        "Достоверность этих сведений установить невозможно.",
        "Подтверждений пока не поступало.",
        "Верить ли этому — вопрос открытый.",
        "Агентство не смогло подтвердить это сообщение.",
        "Других источников нет.",
        "Неизвестно, так ли это.",
        "Откуда эти данные, в штабе не пояснили.",
    ),
    ("ru", "no-comment"): (
        "Комментариев от армии не последовало.",
        "В штабе отказались это комментировать.",
        "На запрос редакции ведомство не ответило.",
        "Столица хранит молчание.",
        "Дозвониться до пресс-службы не удалось.",
        "Официальной реакции нет.",
        "Пресс-служба перенаправила вопросы в министерство.",
        "Военные ничего не сообщали об этом.",
    ),
    ("ru", "denied"): (
        "В армии это опровергли.",
        "В штабе назвали эту информацию фейком.",
        "Эти сообщения не соответствуют действительности.",
        "В гарнизоне над этим посмеялись.",
        "В армии уверяют, что город никто не сдавал.",
        "Ложь, заявили в армии.",
    ),
    ("ru", "disputed"): (
        "Жители утверждают обратное.",
        "Эксперты ставят это под сомнение.",
    ),
    ("ru", "corrected"): ("Потом сообщение удалили.", "Позже они взяли свои слова назад."),
    ("uk", "unverified"): (
        "Перевірити цю заяву не вдалося.",
        "Незалежного підтвердження цьому немає.",
        "Жодних доказів вони не навели.",
        "Достовірність цих даних встановити неможливо.",
        "Чи так це, сказати поки не можна.",
        "Інших джерел немає.",
        "Звідки ці дані, у штабі не пояснили.",
    ),
    ("uk", "no-comment"): (
        "Коментарів від армії не надходило.",
        "У штабі відмовилися це коментувати.",
        "На запит редакції відомство не відповіло.",
        "Столиця мовчить.",
        "Додзвонитися до пресслужби не вдалося.",
        "Військові нічого не повідомляли про це.",
    ),
    ("uk", "denied"): (
        "В армії це спростували.",
        "У штабі назвали цю інформацію фейком.",
        "Ці повідомлення виявилися неправдивими.",
        "В армії запевняють, що міста ніхто не здавав.",
    ),
    ("uk", "disputed"): (
        "Мешканці стверджують протилежне.",
        "Експерти ставлять це під сумнів.",
    ),
    ("uk", "corrected"): ("Потім допис видалили.", "Згодом вони забрали свої слова назад."),
}

INNOCENT = [
    "He was denied entry at the border, the ministry said.",
    "An Islamist group claimed responsibility for the bombing in Kabul.",
    "The battle claimed the lives of 12 soldiers, the army said.",
    "On 3 May a drone hit the depot in Tver, the governor said.",
    "Troops fired at the disputed border on Friday, the army said.",
    "The army said the troops could not hear the drone.",
    "Police said they had cleared the road as quickly as possible.",
]

POINTED = [
    (
        "The army said it held Sotk. The rebels said they held Arvi. Neither account could be "
        "checked.",
        [["unverified"], ["unverified"]],
    ),
    (
        "The army said a mortar shell hit the market. A trader, who fled, said two men died. The "
        "report on the mortar shell was denied by the rebels.",
        [["denied"], []],
    ),
    (
        "The agency Nord said the bridge was blown up. The mayor said two men died. The agency has "
        "since deleted the report.",
        [["corrected"], []],
    ),
    ("The rebels said they took Sotk, a claim that could not be verified.", [["unverified"]]),
    ("The rebels said they took Sotk; the army declined to comment.", [["no-comment"]]),
    (
        "The army took Sotk, residents said. Videos, which Nord could not verify, showed soldiers "
        "in the barracks.",
        [[], ["unverified"]],
    ),
    ("There is no confirmation that the army left Sotk.", [["unverified"]]),
    ("Police said the bomber of Sotk was a foreigner, a detail his kin dispute.", [["denied"]]),
    (
        "The mayor said 40 people had died in Sotk. He later corrected himself: 14 had died.",
        [["corrected"], []],
    ),
    (
        "The army said it took Sotk. If this is true, the road is open, an analyst said.",
        [["if-confirmed"], ["if-confirmed"]],
    ),
    ("The army said it took Sotk. He would not elaborate.", [[]]),
    (
        "The rebels accused the army of shelling Sotk. It did not reply to a request for comment.",
        [["no-comment"]],
    ),
    (
        "Gunmen attacked Sotk on Wednesday, officials said. This story has been corrected to say "
        "that the attack was on Wednesday, not on Tuesday.",
        [["corrected"]],
    ),
    ("Fake: the army left Sotk. The rebels said they held Arvi.", [["denied"], []]),
]

SUPPOSED = {
    "en": (
        "Up to 300 people might still be in Sotk, the mayor said.",
        "The shell most likely came from Sotk, the mayor said.",
        "Sotk was hit in what appeared to be an air strike, the mayor said.",
        "The mayor suspects that soldiers burned Sotk.",
        "The UN fears that 40,000 people will flee Sotk.",
        "The army will leave Sotk if the talks succeed, a spokesman said.",
        "The bakery in Sotk closes on Friday unless money is found, its owner said.",
        "The prisoners, believed to be Uzbeks, were taken to Sotk, police said.",
        "Eight men are presumed dead in Sotk, the mayor said.",
        "The gunmen must have come from Sotk, the mayor said.",
        "It looks as though Sotk was mined, an engineer said.",
        "An attack on Sotk has not been ruled out, the mayor said.",
    ),
    "ru": (
        "Каменку, возможно, обстреляли из миномётов, сообщил мэр.",
        "Каменку, скорее всего, обстреляли из миномётов, сообщил мэр.",
        "Каменку, судя по всему, обстреляли из миномётов, сообщил мэр.",
        "Мэр предположил, что Каменку обстреляли из миномётов.",
        "Мэр опасается, что Каменку обстреляют снова.",
        "Не исключено, что Каменку обстреляют снова, сообщил мэр.",
    ),
    "uk": (
        "Кам'янку, можливо, обстріляли з мінометів, повідомив мер.",
        "Кам'янку, найімовірніше, обстріляли з мінометів, повідомив мер.",
        "Мер припустив, що Кам'янку обстріляли з мінометів.",
        "Мер побоюється, що Кам'янку обстріляють знову.",
    ),
}


@pytest.mark.parametrize(
    ("language", "kind", "note"),
    [(language, kind, note) for (language, kind), notes in NOTES.items() for note in notes],
)
def test_a_note_limits_the_claim_before_it(language: str, kind: str, note: str) -> None:
    """One hedge of the kind, whatever the wording."""
    said = claims(f"{SAID[language]} {note}", language)[0]
    assert [hedge.kind for hedge in said.hedges] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, texts in SUPPOSED.items() for text in texts],
)
def test_what_a_claim_only_supposes(language: str, text: str) -> None:
    """A word of likelihood, a supposing verb or a condition in the claim's own sentence."""
    assert [hedge.kind for hedge in claims(text, language)[0].hedges] == ["speculative"]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_a_hedge(text: str) -> None:
    """Idioms and ordinary senses of hedging words limit nothing."""
    assert [hedge for claim in claims(text) for hedge in claim.hedges] == []


@pytest.mark.parametrize(("text", "expected"), POINTED)
def test_which_claims_a_note_speaks_of(text: str, expected: list[list[str]]) -> None:
    """Both sides, the claim it shares words with, the one whose source takes it back, its own."""
    assert [[hedge.kind for hedge in claim.hedges] for claim in claims(text)] == expected
