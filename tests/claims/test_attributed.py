"""Every attribution of a text, as the command for attributions prints it."""

from __future__ import annotations

import pytest

from store import dates
from store.claims import attributions
from store.model import Document
from store.sentences import split

CASES = [
    (
        "The mayor thinks that the tax is unfair.",
        [("The mayor", "thinks", "the tax is unfair")],
    ),
    (
        "“It is over,” Senator Ruth Ames said on Tuesday.",
        [("Senator Ruth Ames", "said", "“It is over,”")],
    ),
    (
        "According to the poll, voters want change.",
        [("the poll", "According to", "voters want change")],
    ),
    (
        "The senator wants to end the embargo and has called for a vote on it.",
        [
            ("The senator", "wants", "to end the embargo"),
            ("The senator", "called for", "a vote on it"),
        ],
    ),
    (
        "“We believe that the tax will pass,” she said.",
        [
            ("she", "said", "“We believe that the tax will pass,”"),
            ("We", "believe", "the tax will pass,"),
        ],
    ),
    ("Three men accused of arson were freed, and the economy added jobs.", []),
    ("Nothing was to be heard.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributions(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Opinions and things that are no events are attributed as well."""
    document = Document("a.txt", b"", text, "Example")
    sentences = split(text)
    found = attributions(document, sentences, dates.recognise(text, sentences, "en"))
    assert [tuple(part.cut(text) for part in one) for one in found] == expected
