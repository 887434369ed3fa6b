r"""The first bytes of an input, and what they look like as text: all that recognising looks at.

>>> Head(b"\xef\xbb\xbf  <rss version='2.0'>", "feed.xml").text
"<rss version='2.0'>"
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from store.readers.encodings import lenient


@dataclass(frozen=True)
class Head:
    """The first bytes of an input and the name it goes by."""

    raw: bytes
    file: str = ""

    @cached_property
    def text(self) -> str:
        """The bytes as text, without mark and leading blanks; what is no text is replaced."""
        return lenient(self.raw).lstrip()
