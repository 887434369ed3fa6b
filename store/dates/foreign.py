"""Full dates that a person types in a language we have no grammar for, read by dateparser.

>>> full_date("3 août 2025"), full_date("agosto de 2025"), full_date("we may")
('2025-08-03', '2025-08', None)
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

# Named, because looking through all of dateparser's two hundred takes four seconds.
LANGUAGES = ["ar", "cs", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ro", "tr"]

# A word and a year, and perhaps a day: all else dateparser reads too freely ("14", "2025-13").
_FULL = re.compile(r"(\d{1,2}\.?\s+)?(\w{1,3}\s+)?[^\W\d_]{3,}\.?(\s+\w{2})?\s+\d{4}")


def full_date(typed: str) -> str | None:
    """A day or a month with its year as an ISO date, None for anything else."""
    if not _FULL.fullmatch(typed):
        return None
    found = _parser().get_date_data(typed)
    if found.date_obj is None:
        return None
    day = found.date_obj.date().isoformat()
    return day if found.period == "day" else day[:7] if found.period == "month" else None


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(languages=LANGUAGES)
