"""What the tests of dates share: one call from a text to its dates."""

from __future__ import annotations

from store.dates import guess_language, recognise, resolve
from store.model import DatePhrase, Dating, Publication
from store.sentences import split


def read(text: str, published: str) -> list[tuple[DatePhrase, Dating]]:
    """The phrases of a text with their datings; ``published`` is "" where it is not known."""
    language = guess_language(text)
    phrases = recognise(text, split(text, language), language)
    datings = resolve(phrases, Publication(published, "given") if published else None)
    return list(zip(phrases, datings, strict=True))


def dated(text: str, published: str) -> list[tuple[str, str]]:
    """The words of each phrase and its EDTF value."""
    return [(phrase.text, dating.edtf) for phrase, dating in read(text, published)]
