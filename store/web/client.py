"""Talking to servers: one visitor with one name, bounds on everything, robots.txt respected.

>>> visitor.__name__
'visitor'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from store.readers.extras import there
from store.web.answers import refusal
from store.web.values import Answer, Bounds, Fetched, NotModified, Refused, Visit

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

AGENT = "conflict-tui"
_WANTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5"
_ABSENT = "Fetching it needs httpx: pip install 'conflict-tui[web]'"
_FOR_GOOD = frozenset({301, 308})
# The most that is read of a robots.txt (RFC 9309 asks for at least this).
_ROBOTS_SIZE = 512_000
# There is no robots.txt, or it is closed; "too many requests" says nothing of what is in it.
_NO_ROBOTS = re.compile(r"It answers 4(?!29)")


class Visitor:
    """Fetches addresses one by one; robots.txt of each server is read once."""

    def __init__(self, client: httpx.Client, clock: Callable[[], datetime], bounds: Bounds) -> None:
        self._client, self._clock, self._bounds = client, clock, bounds
        self._robots: dict[str, RobotFileParser | str] = {}

    def fetch(self, url: str, visit: Visit | None = None, *, robots: bool = True) -> Answer:
        """The bytes of an address, or why not; ``visit`` makes it a request for what is newer.

        ``robots`` asks the server's robots.txt first, as is right for pages; feeds are there for
        programs.
        """
        visit = visit or Visit()
        if urlsplit(url).scheme not in ("http", "https"):
            return Refused(url, "It is no web address.", visit)
        if visit.retry > self._clock().isoformat():
            return Refused(url, f"It asked to be left alone until {visit.retry}.", visit)
        forbidden = self._forbidden(url) if robots else ""
        return Refused(url, forbidden, visit) if forbidden else self._get(url, visit, robots)

    def _get(self, url: str, visit: Visit, robots: bool = False) -> Answer:
        import httpx

        try:
            with self._client.stream("GET", url, headers=_conditions(visit)) as response:
                moved = response.history and robots
                if moved and (forbidden := self._forbidden(str(response.url))):
                    return Refused(url, forbidden, visit)
                return self._answer(url, response, visit)
        except httpx.TimeoutException:
            return Refused(url, "It did not answer in time.", visit)
        except httpx.TooManyRedirects:
            return Refused(url, "It leads from one address to the next without end.", visit)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            words = " ".join(str(error).split())[:120] or type(error).__name__
            return Refused(url, f"It cannot be reached ({words}).", visit)

    def _answer(self, url: str, response: httpx.Response, visit: Visit) -> Answer:
        now = self._clock()
        at = now.isoformat(timespec="seconds")
        if response.status_code == 304:
            return NotModified(url, Visit(visit.etag, visit.modified, at))
        if refused := refusal(response.status_code, response.headers, now):
            sentence, until = refused
            return Refused(url, sentence, Visit(visit.etag, visit.modified, at, until))
        raw = self._read(response, self._bounds.size)
        if isinstance(raw, str):
            return Refused(url, raw, Visit(visit.etag, visit.modified, at))
        seen = Visit(
            response.headers.get("etag", ""), response.headers.get("last-modified", ""), at
        )
        moved = bool(response.history) and all(r.status_code in _FOR_GOOD for r in response.history)
        return Fetched(str(response.url), raw, seen, moved, response.charset_encoding or "")

    def _read(self, response: httpx.Response, size: int) -> bytes | str:
        """The body, or a sentence where it is too long or comes too slowly."""
        pieces: list[bytes] = []
        total, end = 0, monotonic() + self._bounds.whole
        for piece in response.iter_bytes(65_536):
            pieces.append(piece)
            total += len(piece)
            if total > size:
                return f"It is larger than {size / 1_000_000:,.0f} MB."
            if monotonic() > end:
                return f"It did not come whole within {self._bounds.whole:.0f} seconds."
        return b"".join(pieces)

    # -- robots.txt -----------------------------------------------------------------------------

    def _forbidden(self, url: str) -> str:
        """Why robots.txt keeps programs from an address; empty where it does not (RFC 9309)."""
        parts = urlsplit(url)
        server = f"{parts.scheme}://{parts.netloc}"
        if server not in self._robots:
            self._robots[server] = self._rules(f"{server}/robots.txt")
        rules = self._robots[server]
        if isinstance(rules, str):
            return rules
        if rules.can_fetch(AGENT, url):
            return ""
        return f"robots.txt of {parts.hostname} asks programs not to read it."

    def _rules(self, url: str) -> RobotFileParser | str:
        # Brings half of the standard library's own client along.
        from urllib.robotparser import RobotFileParser

        found = self._get(url, Visit())
        rules = RobotFileParser()
        if isinstance(found, Fetched):
            rules.parse(found.raw[:_ROBOTS_SIZE].decode("utf-8", "replace").splitlines())
        elif isinstance(found, Refused) and _NO_ROBOTS.match(found.sentence):
            # Everything may be read.
            rules.parse([])
        else:
            return f"Its robots.txt cannot be read: {getattr(found, 'sentence', 'no answer')}"
        return rules


def _conditions(visit: Visit) -> Mapping[str, str]:
    """The headers that ask for what is newer than the last time."""
    wanted = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
    return {name: value for name, value in wanted.items() if value}


@contextmanager
def visitor(clock: Callable[[], datetime], bounds: Bounds | None = None) -> Iterator[Visitor | str]:
    """A visitor for as long as it is used; a sentence where httpx is not installed."""
    if not there("httpx"):
        yield _ABSENT
        return
    import httpx

    bounds = bounds or Bounds()
    with httpx.Client(
        follow_redirects=True,
        max_redirects=bounds.redirects,
        timeout=httpx.Timeout(bounds.read, connect=bounds.connect),
        headers={"User-Agent": AGENT, "Accept": _WANTED},
    ) as client:
        yield Visitor(client, clock, bounds)
