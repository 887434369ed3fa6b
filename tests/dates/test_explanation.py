"""Why a date is what it is: two or three sentences that a person reads."""

from __future__ import annotations

import re

import pytest

from store.dates import explain
from tests.dates.reading import read

SUNDAY = "2025-08-03"

EXPLAINED = [
    (
        "The town fell on July 31.",
        "“July 31” names no year and is taken for the last one before the publication on "
        "2025-08-03. That is 2025-07-31.",
    ),
    (
        "The vote will be held on August 31.",
        "“August 31” names no year and is taken for the next one after the publication on "
        "2025-08-03, since the verb looks ahead. That is 2025-08-31.",
    ),
    (
        "On Friday, the ministry announced the capture.",
        "“Friday” is a day of the week, the last one before the publication on 2025-08-03. That "
        "is 2025-08-01, when something was said. It could also be 2025-08-08.",
    ),
    (
        "As of Sunday, the town held.",
        "“Sunday” is a day of the week, the very day of the publication on 2025-08-03. That is "
        "2025-08-03, the date of a state of things. It could also be 2025-07-27.",
    ),
    (
        "Fighting went on throughout the spring of 2024.",
        "“the spring of 2024” says its date in full. That is spring 2024 (2024-21), the whole of "
        "it.",
    ),
    (
        "The town fell last week.",
        "“last week” counts from the publication on 2025-08-03. That is the week 2025-07-21 to "
        "2025-07-27.",
    ),
    (
        "The town has been empty since late May.",
        "“late May” names no year and is taken for the last one before the publication on "
        "2025-08-03. That is from late in 2025-05 on, the whole of it.",
    ),
    ("It lasted two days.", "“two days” is a length of time. It gives no date."),
]


@pytest.mark.parametrize(("text", "why"), EXPLAINED)
def test_a_date_is_explained(text: str, why: str) -> None:
    """Phrase, rule, anchor, value, role and what else it could be."""
    phrase, dating = read(text, SUNDAY)[0]
    assert explain(phrase, dating) == why


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("It fell on July 31.", "It stays open until the document's publication date is known."),
        ("It fell on Tuesday.", "nothing tells of which week. It gives no date. It stays open"),
        ("It fell on 7/8/2025.", "Day and month could be the other way round"),
        ("It fell on 3 May 2024. On July 31 it burned.", "It is inferred"),
    ],
)
def test_a_doubt_is_told(text: str, doubt: str) -> None:
    """Without a publication date the third sentence says what is not certain."""
    phrase, dating = read(text, "")[-1]
    told = explain(phrase, dating)
    assert doubt in told
    assert len(re.findall(r"[.](?= |$)", told)) <= 3


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("It burned in 2024.", "within"),
        ("It burned throughout 2024.", "throughout"),
        ("It burned from March 3 to March 5.", "throughout"),
        ("It has burned since May.", "throughout"),
        ("It burned in the past three days.", "throughout"),
        ("Бои шли в марте.", "within"),
        ("Бои шли в течение марта.", "throughout"),
        ("Бои шли весь 2024 год.", "throughout"),
        ("Бої йшли протягом березня і квітня.", "throughout"),
        ("Бої йшли в березні.", "within"),
    ],
)
def test_a_date_is_meant_within_or_throughout(text: str, extent: str) -> None:
    """Something happens within a month, and goes on throughout it where the words say so."""
    assert read(text, SUNDAY)[0][1].extent == extent
