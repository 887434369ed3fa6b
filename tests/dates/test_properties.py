"""Rules without exception: spans, bounds, and that resolving again is as good as reading again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.dates import dump, explain, guess_language, load, recognise, resolve
from store.dates.stored import StoredPhraseError
from store.model import Publication, Sentence, Span
from tests.dates.reading import read

WORDS = {
    "en": "on in of the since until from to between and July May 31 3 1941 2024 last next week "
    "year Monday yesterday three days ago earlier late overnight 5-7 ( ) , . “ ” fell will 29 "
    "February 1990s night the following 218 BC",
    "ru": "в на с по до июля мая 31 1941 года прошлой неделе понедельник вчера три дня назад ночь "
    "накануне ( ) , . начале 1990-х годов XIX веке 17.XII.1941 день следующий",
    "uk": "у на з по до липня травня 31 1941 року минулого тижня понеділок вчора три дні тому ніч "
    "напередодні ( ) , . початку 1920-х років XIX столітті наступного дня",
}
texts = st.sampled_from(sorted(WORDS)).flatmap(
    lambda language: st.lists(st.sampled_from(WORDS[language].split()), max_size=25).map(" ".join)
)
published = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))


@settings(deadline=None)
@given(texts, published)
def test_offsets_cut_the_phrase_out_of_the_text(text: str, day: str) -> None:
    """Every phrase is where it says, phrases do not overlap, and they come in order."""
    spans = [phrase.span for phrase, _ in read(text, day)]
    assert all(p.span.cut(text) == p.text and p.text for p, _ in read(text, day))
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(deadline=None)
@given(texts, published)
def test_no_date_ends_before_it_begins(text: str, day: str) -> None:
    """First and last day are in order, and every dating can be explained."""
    for phrase, dating in read(text, day):
        assert not (dating.earliest and dating.latest) or dating.earliest <= dating.latest
        assert phrase.text in explain(phrase, dating)


@settings(deadline=None)
@given(texts, published, published)
def test_resolving_again_equals_reading_again(text: str, first: str, second: str) -> None:
    """Stored phrases under a new publication date give what a fresh load would."""
    stored = [dump(phrase) for phrase, _ in read(text, first)]
    publication = Publication(second, "given") if second else None
    again = resolve([load(line) for line in stored], publication)
    assert list(again) == [dating for _, dating in read(text, second)]


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_returns(text: str) -> None:
    """No text makes the engine fail, whatever its letters."""
    sentences = [Sentence(Span(0, len(text)), 0)]
    for language in ("en", "ru", "uk", guess_language(text)):
        phrases = recognise(text, sentences, language)
        assert len(resolve(phrases, Publication("2025-08-03", "given"))) == len(phrases)


@pytest.mark.parametrize("stored", ["", "[]", '{"at": [0, 1]}', '{"at":[0,1],"text":"x","in":{}}'])
def test_a_broken_store_is_told_in_a_sentence(stored: str) -> None:
    """What cannot be read back is an error that says so."""
    with pytest.raises(StoredPhraseError, match="cannot be read"):
        load(stored)
