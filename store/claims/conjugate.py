"""The forms of Russian and Ukrainian verbs: what a vocabulary file leaves to the rules of grammar.

An entry is an infinitive, with its present (third person, one and many) where that is irregular.

>>> conjugated("заявить", "ru")[:4]
('заявил', 'заявила', 'заявило', 'заявили')
>>> conjugated("казати каже кажуть", "uk")
('казав', 'казала', 'казало', 'казали', 'каже', 'кажуть', 'казавши')
"""

from __future__ import annotations

_REFLEXIVE = ("ся", "сь")
_PAST = {"ru": ("л", "ла", "ло", "ли"), "uk": ("в", "ла", "ло", "ли")}
_DONE = {"ru": "в", "uk": "вши"}
_PRESENT = {
    "ru": (
        ("ова", "ует", "уют", "уя"),
        ("ева", "ует", "уют", "уя"),
        ("ну", "нет", "нут", ""),
        ("и", "ит", "ят", "я"),
        ("", "ет", "ют", "я"),
    ),
    "uk": (
        ("ува", "ує", "ують", "уючи"),
        ("юва", "ює", "юють", "юючи"),
        ("ну", "не", "нуть", ""),
        ("и", "ить", "ять", "ячи"),
        ("", "є", "ють", "ючи"),
    ),
}
"""By the end of a stem: what takes its place for one, for many and in "doing so"."""


def conjugated(entry: str, language: str) -> tuple[str, ...]:
    """Past, present and verbal adverbs of a verb; a reflexive one keeps its ending."""
    infinitive, *present = entry.split()
    reflexive = infinitive.endswith(_REFLEXIVE)
    stem = infinitive[:-4] if reflexive else infinitive[:-2]
    past = [stem + end for end in _PAST[language]]
    rest = [*(present or _regular(stem, language)), stem + _DONE[language]]
    if not reflexive:
        return tuple(dict.fromkeys((*past, *rest)))
    bound = [form + end for form in (*past, *rest) for end in _bound(form, language)]
    return tuple(dict.fromkeys(bound if not present else [*bound, *present]))


def _regular(stem: str, language: str) -> list[str]:
    for end, *forms in _PRESENT[language]:
        if stem.endswith(end):
            base = stem[: len(stem) - len(end)] if end else stem
            return [base + form for form in forms if form]
    return []


def _bound(form: str, language: str) -> tuple[str, ...]:
    """The reflexive endings that a form can have."""
    if language == "uk":
        return ("ться",) if form.endswith(("є", "е")) else ("ся", "сь")
    return ("сь",) if form.endswith(("а", "о", "и", "я")) else ("ся",)
