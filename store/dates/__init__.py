"""Dates: recognise the phrases of a text, resolve them, explain the result.

The one door of the package. No clock is read anywhere behind it.

>>> from store.dating import Given, Sentence, Span
>>> text = "On July 31, the ministry announced the capture of the town."
>>> phrases = recognise(text, [Sentence(Span(0, len(text)), 0)], "en")
>>> dating = resolve(phrases, Given("2025-08-03"))[0]
>>> phrases[0].text, dating.edtf
('July 31', '2025-07-31')
"""

from store.dates.explanation import explain
from store.dates.language import guess_language
from store.dates.recognition import recognise
from store.dates.resolution import resolve
from store.dates.stored import dump, load
from store.dates.tagging import timexes
from store.dates.typed import DateProblem, ReadDate, read_date

__all__ = [
    "DateProblem",
    "ReadDate",
    "dump",
    "explain",
    "guess_language",
    "load",
    "read_date",
    "recognise",
    "resolve",
    "timexes",
]
