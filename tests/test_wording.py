"""Wordings: what a line of a vocabulary file finds in words."""

from __future__ import annotations

import pytest

from store.wording import Term, WordingError, Wordings
from store.words import cut

LISTS = {
    "check": ["verif*", "confirm*", "look into"],
    "cannot": ["could not", "<fail> to"],
    "fail": ["failed", "was unable"],
}

FOUND = [
    ("was confirmed", "It was confirmed.", "was confirmed"),
    ("was|were confirmed", "They were confirmed.", "were confirmed"),
    ("not yet? confirmed", "It is not confirmed.", "not confirmed"),
    ("not yet|so? confirmed", "It is not yet confirmed.", "not yet confirmed"),
    ("confirm*", "It was unconfirmed, then confirmed.", "confirmed"),
    ("not … confirmed", "It was not, so far, confirmed.", "not, so far, confirmed"),
    ("not … confirmed", "It was not. Others confirmed it.", ""),
    ("not … confirmed", "Not a b c d e f g confirmed.", ""),
    ("not … confirmed", "It was not confirmed.", "not confirmed"),
    ("not .. confirmed", "It was not so far confirmed.", "not so far confirmed"),
    ("not .. confirmed", "It was not, so far, confirmed.", ""),
    ("not .. confirmed", "Not a b c d confirmed.", ""),
    ("<cannot> … <check>", "We could not at once verify it.", "could not at once verify"),
    ("<cannot> <check>", "They failed to look into it.", "failed to look into"),
    ("<cannot>? verify", "Nobody can verify it.", "verify"),
    ("a|an lie|fake", "It is a fake.", "a fake"),
    ("no , it", "No, it is not.", "No, it"),
    ("no , it", "No (it is not).", ""),
    ("the|a … report|claim is|was false", "The new claim was false.", "The new claim was false"),
]


@pytest.mark.parametrize(("wording", "text", "found"), FOUND)
def test_what_a_wording_finds(wording: str, text: str, found: str) -> None:
    """Choices, words that may be missing, endings, gaps inside a sentence, and named lists."""
    words = cut(text)
    hits = Wordings([(wording, Term("t", "x"))], LISTS).scan(words.low)["t"]
    assert [words.span(hit.start, hit.end).cut(text) for hit in hits.values()] == [found][
        : bool(found)
    ]


def test_the_longest_wording_of_a_topic_is_kept() -> None:
    """Of two wordings that begin at a word, whatever lists they use, the longer one is found."""
    wordings = Wordings([("<fail> … it", Term("t", "long")), ("<fail>", Term("t", "short"))], LISTS)
    (hit,) = wordings.scan(cut("It failed to stop it.").low)["t"].values()
    assert (hit.label, hit.end - hit.start) == ("long", 4)


@pytest.mark.parametrize(
    "wording", ["… confirmed", "* confirmed", "", "not? .. held", "not <no-such-list>"]
)
def test_a_wording_that_cannot_be_used(wording: str) -> None:
    """It must begin with a word and name only lists that there are; the error quotes it."""
    with pytest.raises(WordingError, match="the wording “"):
        Wordings([(wording, Term("t", "x"))], LISTS)
