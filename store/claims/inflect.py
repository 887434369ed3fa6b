"""The forms of English words: what a vocabulary file leaves to the rules of spelling.

>>> verb_forms("deny")
('deny', 'denies', 'denied', 'denying')
>>> verb_forms("say said said")
('say', 'says', 'saying', 'said')
"""

from __future__ import annotations

_VOWELS = "aeiou"


def verb_forms(entry: str) -> tuple[str, ...]:
    """All forms of a verb: "deny", "say said said" with past and participle, "admit~t" doubled.

    An underscore binds a particle that follows every form: "point_out".
    """
    head, *irregular = entry.split()
    stem, _, particle = head.partition("_")
    stem, _, doubled = stem.partition("~")
    root = stem + doubled
    forms = [stem, _with_s(stem), _with_ing(root, stem)]
    forms += irregular or [_with_ed(root, stem)]
    if not irregular:
        forms = [forms[0], forms[1], forms[3], forms[2]]
    tail = f" {particle.replace('_', ' ')}" if particle else ""
    return tuple(dict.fromkeys(form + tail for form in forms))


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun and its plural."""
    return tuple(dict.fromkeys((noun, _with_s(noun))))


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man") and word not in ("human",):
        return word[:-3] + "men"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _with_ed(root: str, stem: str) -> str:
    if root != stem:
        return root + "ed"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _with_ing(root: str, stem: str) -> str:
    if root == stem and stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")):
        return stem[:-1] + "ing"
    return root + "ing"
