"""What the tests of claims share: a text read as the pipeline reads it."""

from __future__ import annotations

from collections.abc import Sequence

from store import dates, sentences
from store.claims import RuleExtractor
from store.model import Claim, Document, Publication, Span

PUBLISHED = Publication("2024-05-16", "given")


def claims(text: str, language: str = "en", title: Span | None = None) -> tuple[Claim, ...]:
    """The claims of a text published on Thursday, 16 May 2024."""
    document = Document(
        "a.txt", text.encode(), text, "Example", title, language=language, published=PUBLISHED
    )
    split = sentences.split(text, language, title=title)
    return RuleExtractor().extract(document, split, dates.recognise(text, split, language))


def said(text: str, found: Sequence[Claim]) -> list[tuple[str, ...]]:
    """Each claim as its words, then those of its chain from the outermost hop."""
    return [
        (claim.span.cut(text), *(hop.span.cut(text) for hop in claim.chain if hop.span))
        for claim in found
    ]
