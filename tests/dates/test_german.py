"""A fourth language needs a file and no code, at the level of dates that are written out."""

from __future__ import annotations

import pytest

from store.dates import recognise, resolve
from store.model import Publication, Sentence, Span

FAMILIES = [
    ("Der Ort fiel am 31. Juli 2024.", "31. Juli 2024", "2024-07-31"),
    ("Der Ort fiel am Mittwoch, dem 31. Juli 2024.", "Mittwoch, dem 31. Juli 2024", "2024-07-31"),
    ("Der Ort fiel im Mai 2024.", "Mai 2024", "2024-05"),
    ("Der Ort fiel am 5. März.", "5. März", "2025-03-05"),
    ("Der Ort fiel am Dienstag.", "Dienstag", "2025-03-11"),
    ("Der Ort fiel gestern.", "gestern", "2025-03-11"),
    ("Der Ort fiel im Jahr 1943.", "1943", "1943"),
    ("Der Ort brannte vom 3. bis 5. März.", "3. bis 5. März", "2025-03-03/2025-03-05"),
    ("Der Ort brennt seit dem 3. März.", "3. März", "2025-03-03/.."),
]


@pytest.mark.parametrize(("text", "phrase", "edtf"), FAMILIES)
def test_german_dates_are_read(text: str, phrase: str, edtf: str) -> None:
    """Months and weekdays come from dateparser's locale data, the shapes from a lexicon."""
    phrases = recognise(text, [Sentence(Span(0, len(text)), 0)], "de")
    datings = resolve(phrases, Publication("2025-03-12", "given"))
    assert [(p.text, d.edtf) for p, d in zip(phrases, datings, strict=True)] == [(phrase, edtf)]
