"""What holds for every text: spans lie inside it, and reading it twice is the same."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.model import Claim, Span
from tests.claims.reading import claims

PIECES = [
    "The army said ",
    "that ",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "according to ",
    "Pavel Orlov",
    ", ",
    ". ",
    "; ",
    " — ",
    ": ",
    "the channel ",
    "citing ",
    "told ",
    "reporters ",
    "denied ",
    "in Sotk ",
    "on 3 May ",
    "two men died",
    "and that ",
    "reportedly ",
    "could not be verified",
    "who ",
    "(",
    ")",
    "\n\n",
    "сообщил ",
    "Минобороны РФ",
    "что ",
    "загинуло ",
    "12 ",
    "said",
    "\x1b",
    "🙂",
    "’s ",
    "the ",
]
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
)


def spans(claim: Claim) -> list[Span]:
    """Every span that a claim carries."""
    return [
        claim.span,
        *claim.repeats,
        *([claim.cue] if claim.cue else []),
        *(hop.span for hop in claim.chain if hop.span),
        *(hedge.span for hedge in claim.hedges),
        *(place.span for place in claim.places),
        *(figure.span for figure in claim.quantities),
    ]


@settings(max_examples=80, deadline=None)
@example(text="_", language="en")  # a sentence without a word
@given(text=TEXTS, language=st.sampled_from(["en", "ru", "uk"]))
def test_any_text_returns_spans_inside_it(text: str, language: str) -> None:
    """Every span is not empty and lies in the text; relations name other claims."""
    found = claims(text, language)
    for index, claim in enumerate(found):
        assert all(0 <= span.start < span.end <= len(text) for span in spans(claim))
        assert all(
            link.target != index and 0 <= link.target < len(found) for link in claim.relations
        )


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_reading_twice_is_the_same(text: str) -> None:
    """The rules have no memory and no chance."""
    assert claims(text) == claims(text)


@settings(max_examples=20, deadline=None)
@given(text=TEXTS, other=TEXTS, language=st.sampled_from(["en", "ru", "uk"]))
def test_the_order_of_documents_does_not_matter(text: str, other: str, language: str) -> None:
    """What was read before a document changes nothing in it, in whatever language it was."""
    alone = claims(text)
    claims(other, language)
    assert claims(text) == alone


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_claims_stand_in_order(text: str) -> None:
    """Claims come in the order of the text."""
    starts = [claim.span.start for claim in claims(text)]
    assert starts == sorted(starts)
