"""Date phrases as JSON, so that a document's dates can be resolved again without its text.

>>> from store.meaning import Partial
>>> from store.dating import PhraseContext
>>> phrase = DatePhrase(Span(3, 10), "July 31", Partial(month=7, day=31), PhraseContext(0, 0))
>>> dump(phrase)[:64]
'{"at":[3,10],"text":"July 31","means":{"is":"Partial","month":7,'
>>> load(dump(phrase)) == phrase
True
"""

from __future__ import annotations

import json
from typing import Any

from store import meaning
from store.conflict import ConflictError
from store.dating import DatePhrase, PhraseContext, Span
from store.meaning import Meaning

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        meaning.Explicit,
        meaning.Partial,
        meaning.Decade,
        meaning.Weekday,
        meaning.Deictic,
        meaning.Offset,
        meaning.Inside,
        meaning.Piece,
        meaning.Shaded,
        meaning.Week,
        meaning.Night,
        meaning.Range,
        meaning.Several,
        meaning.Running,
        meaning.Term,
        meaning.Same,
        meaning.Duration,
        meaning.Recurrence,
        meaning.Vague,
    )
}
# Made once: ``json.dumps`` would make one for each phrase.
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class StoredPhraseError(ConflictError):
    """A stored date phrase that this version cannot read, and why."""

    def __init__(self, stored: str, problem: str) -> None:
        super().__init__(stored, problem)
        self.stored, self.problem = stored, problem

    def __str__(self) -> str:
        return f"A stored date phrase cannot be read ({self.problem}): {self.stored[:80]}"


def dump(phrase: DatePhrase) -> str:
    """A phrase as one line of JSON; fields at their defaults are left out."""
    entry = {
        "at": list(phrase.span),
        "text": phrase.text,
        "means": _plain(phrase.meaning),
        "in": _told(phrase.context),
    }
    return _encoded(entry)


def load(stored: str) -> DatePhrase:
    """The phrase that ``dump`` wrote; raises StoredPhraseError for anything else."""
    try:
        entry = json.loads(stored)
        span = Span(*entry["at"])
        context = PhraseContext(**entry["in"])
        return DatePhrase(span, entry["text"], _meaning(entry["means"]), context)
    except (ValueError, KeyError, TypeError) as error:
        raise StoredPhraseError(stored, str(error)) from error


def _plain(value: Any) -> Any:
    if type(value).__name__ in _KINDS:
        return {"is": type(value).__name__, **_told(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _told(given: Any) -> dict[str, Any]:
    """The fields of a named tuple that are not at their default."""
    defaults = given._field_defaults
    return {
        name: _plain(value)
        for name, value in zip(given._fields, given, strict=True)
        if name not in defaults or value != defaults[name]
    }


def _meaning(entry: dict[str, Any]) -> Meaning:
    given = {key: _value(value) for key, value in entry.items() if key != "is"}
    found: Meaning = _KINDS[entry["is"]](**given)
    return found


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value(item) for item in value)
    return _meaning(value) if isinstance(value, dict) else value
