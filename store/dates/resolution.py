"""What date phrases come to, given when their document was published: a pure function.

No clock is read. The same phrases and publication give the same datings, so that a corrected
publication date is a matter of resolving again.

>>> from store.dates import recognise
>>> from store.dating import Given, Sentence, Span
>>> text = "On July 31, the town fell."
>>> phrases = recognise(text, [Sentence(Span(0, len(text)), 0)], "en")
>>> [dating.edtf for dating in resolve(phrases, Given("2025-08-03"))]
['2025-07-31']
>>> [(dating.edtf, dating.cautions) for dating in resolve(phrases, None)]
[('XXXX-07-31', ('date-unresolved',))]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from store import edtf
from store.dates.reading import Place, Reading
from store.dates.story import Story, day_published, tells_history
from store.dates.timex import timex
from store.dates.value import read
from store.dates.years import choose
from store.dating import DatePhrase, Dating, Extent, Granularity, Published
from store.meaning import Meaning, Offset, Range, Shaded


def resolve(phrases: Sequence[DatePhrase], publication: Published | None) -> tuple[Dating, ...]:
    """The datings of a document's phrases, in step with them.

    ``phrases`` are all phrases of one document in the order of its text.
    """
    published = day_published(publication)
    narrative = tells_history(phrases, published)
    years = choose(phrases, published, narrative=narrative)
    story = Story(published, narrative=narrative)
    datings = []
    for index, phrase in enumerate(phrases):
        context = phrase.context
        story.leave(context.depth)
        reading = read(Place(story, context, years.get(index), read), phrase.meaning)
        if not _compares(phrase.meaning):
            story.tell(reading.edtf, context.depth, heading=context.heading)
        datings.append(_dating(phrase, _doubted(reading, publication)))
    return tuple(datings)


def _compares(meaning: Meaning) -> bool:
    """Whether a date is named to compare with ("up from a year ago"), which tells no story."""
    if isinstance(meaning, Shaded):
        return _compares(meaning.of)
    return isinstance(meaning, Offset) and meaning.unit == "year" and meaning.sign < 0


def _doubted(reading: Reading, publication: Published | None) -> Reading:
    """A reading with the cautions that come from how the publication date is known."""
    if publication and publication.basis == "guessed" and reading.anchor_kind == "publication":
        return reading._replace(cautions=(*reading.cautions, "pubdate-guessed"))
    return reading


def _dating(phrase: DatePhrase, reading: Reading) -> Dating:
    earliest, latest, granularity = _bounds(reading.edtf)
    return Dating(
        edtf=reading.edtf,
        earliest=earliest,
        latest=latest,
        granularity=reading.granularity or granularity,
        extent=_extent(phrase, reading),
        role=phrase.context.role,
        rule=reading.rule,
        anchor=reading.anchor,
        anchor_kind=reading.anchor_kind,
        confidence=reading.confidence,
        alternatives=reading.alternatives,
        cautions=reading.cautions,
        timex=timex(phrase.meaning, reading),
    )


@lru_cache(maxsize=4096)  # a document names the same days again and again
def _bounds(text: str) -> tuple[str, str, Granularity]:
    """First day, last day and granularity of a value."""
    value = edtf.parse(text) if text else None
    if value is None or isinstance(value, edtf.EdtfProblem):
        return "", "", "interval"
    return edtf.earliest(value), edtf.latest(value), edtf.granularity(value)


def _extent(phrase: DatePhrase, reading: Reading) -> Extent:
    """A stretch with its ends said lasts throughout; a date is one within which it lies."""
    meaning = phrase.meaning
    lasting = isinstance(meaning, Range) or reading.rule == "stretch-to-now"
    whole = isinstance(meaning, Shaded) and meaning.shade == "throughout"
    return "throughout" if lasting or whole else "within"
