"""Addresses that name the same page, as one.

>>> plain("https://www.Daily.example/a/?utm_source=rss&id=3#top")
'daily.example/a?id=3'
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What counts visits and says nothing of the page.
_COUNTING = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|_openstat|cmpid|ref_src"
)


def plain(url: str) -> str:
    """A web address without what may differ between two that lead to one page.

    Scheme, ``www.``, the fragment, a slash at the end and what counts visits go. Any other
    address (``mid:``, ``urn:``) and what is none stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return url.strip()
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return url.strip()
    asked = [(k, v) for k, v in parse_qsl(parts.query, True) if not _COUNTING.fullmatch(k)]
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{parts.hostname.removeprefix('www.')}{port}{parts.path.rstrip('/')}{query}"
