"""What the head of an answer means: read on, nothing new, or a refusal in a sentence.

>>> refusal(404, {}, NOW_FOR_EXAMPLES)
('It answers 404: there is no such page.', '')
>>> refusal(429, {"retry-after": "120"}, NOW_FOR_EXAMPLES)
('It answers 429: too many requests; it asks to be left alone until 2025-08-03T10:02:00+00:00.', \
'2025-08-03T10:02:00+00:00')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

NOW_FOR_EXAMPLES = datetime(2025, 8, 3, 10, tzinfo=UTC)
_WORDS = {
    401: "it wants a password",
    403: "it does not let programs in, or not from here",
    404: "there is no such page",
    410: "the page is gone for good",
    429: "too many requests",
    451: "it is withheld for legal reasons",
    500: "the server has a fault",
    502: "the server behind it does not answer",
    503: "the server is busy or down",
    504: "the server behind it does not answer",
}
# A server that asks for more has made a mistake.
_LONGEST_WAIT = timedelta(days=2)


def refusal(status: int, headers: Mapping[str, str], now: datetime) -> tuple[str, str] | None:
    """The sentence for a status that is no success, and the ISO time to wait for; None for one."""
    if 200 <= status < 300:
        return None
    words = _WORDS.get(status) or ("a fault of the server" if status >= 500 else "no page")
    until = _until(headers.get("retry-after", ""), now) if status in (429, 503) else ""
    waiting = f"; it asks to be left alone until {until}" if until else ""
    return f"It answers {status}: {words}{waiting}.", until


def _until(retry_after: str, now: datetime) -> str:
    """The time that ``Retry-After`` names, in seconds or as a date; empty where it is neither."""
    if retry_after.strip().isdigit():
        wait = timedelta(seconds=min(int(retry_after), int(_LONGEST_WAIT.total_seconds())))
        return (now + wait).isoformat(timespec="seconds")
    try:
        then = parsedate_to_datetime(retry_after)
    except (ValueError, TypeError, IndexError):
        return ""
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return min(then, now + _LONGEST_WAIT).isoformat(timespec="seconds")
