"""The builders by the names that the lexicons give them (``means``): words in, meaning out.

A builder gets the values of the words that its shape captured, by class, and what the shape sets
besides. It returns None for what the calendar or good sense does not allow, and the next shape
is tried.

>>> BUILDERS["date"]({"DAY": 30, "MONTH": 2}) is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.dates import build_counted as counted
from store.dates import build_points as points
from store.dates.build_points import Fields
from store.meaning import Meaning

Builder = Callable[[Fields], Meaning | None]

BUILDERS: Mapping[str, Builder] = {
    "date": points.date_,
    "year": points.year,
    "before_christ": points.before_christ,
    "years_before_christ": points.years_before_christ,
    "spoken_year": points.spoken_year,
    "short_year": points.short_year,
    "iso": points.iso,
    "numeric": points.figures,
    "named": points.named,
    "feast": points.feast,
    "decade": points.decade,
    "century": points.century,
    "centuries": points.centuries,
    "days": points.days,
    "listed": points.listed,
    "months": points.months,
    "years": points.years,
    "year_list": points.year_list,
    "decades": points.decades,
    "inside": counted.inside,
    "deictic": counted.deictic,
    "today": counted.today,
    "weekday": counted.weekday,
    "night": counted.night,
    "piece": counted.piece,
    "same": counted.same,
    "offset": counted.offset,
    "duration": counted.duration,
    "running": counted.running,
    "term": counted.term,
    "recurrence": counted.recurrence,
    "vague": counted.vague,
}
