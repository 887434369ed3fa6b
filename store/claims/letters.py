"""A word alone → its code: the letter of its kind, as far as its form tells.

>>> codes = Codes({"the": "D", "just": "V"}, {"v": ["ed"]})
>>> [codes[form] for form in ("the", "Just", "shelled", "Arvi", "14", "«")]
['D', 'Β', 'v', 'N', '#', '"']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

KINDS = {
    "not_endings": "n",
    "verbs": "v",
    "determiners": "D",
    "possessives": "O",
    "pronouns": "R",
    "auxiliaries": "A",
    "adverbs": "V",
    "negations": "X",
    "prepositions": "P",
    "subordinators": "S",
    "relatives": "W",
    "complementizers": "T",
    "coordinators": "&",
}
"""The topics of ``grammar.toml`` and the codes of their words."""
_KNOWN = 50_000
_SHORT = 4
_QUOTES = frozenset("“”„«»\"'‚‹›`")
_DASHES = frozenset("—–-")
# A small word in a capital letter is coded in Greek until its place says whether it is a name.
GREEK = str.maketrans("DORAVXPSWT&v", "ΔΟΡΑΒΞΠΣΩΤΚΦ")


class Codes(dict[str, str]):
    """The codes of words as they are written, worked out once each.

    ``small`` are the words whose codes are given, ``endings`` those by which others have one.
    """

    def __init__(self, small: dict[str, str], endings: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.small = small
        self.endings = {code: tuple(ends) for code, ends in endings.items()}

    def __missing__(self, form: str) -> str:
        if len(self) > _KNOWN:
            self.clear()
        code = self.small.get(form.lower())
        if code is None:
            code = _code(form)
            if code == "n" and len(form) > _SHORT:
                code = next((c for c, ends in self.endings.items() if form.endswith(ends)), "n")
        elif form[0].isupper() and form != "I":
            code = "N" if code == "n" else code.translate(GREEK)
        self[form] = code
        return code


def _code(form: str) -> str:
    first = form[0]
    if first.isalpha():
        return "N" if first.isupper() else "n"
    if first.isdigit():
        return "#"
    if form in ("'s", "'S"):
        return "'"
    return '"' if first in _QUOTES else "—" if first in _DASHES else first
