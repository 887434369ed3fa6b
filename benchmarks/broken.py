"""Files with damage, and what has to hold of whatever is read of them.

>>> check("a.txt", b"On July 31 the ministry announced the capture of the town.")
1
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from store.pipeline import analyse
from store.readers import Given, Limits, ReadProblem, blob_of, read
from store.records.incoming import Incoming, incoming
from store.samples import folder

LIMITS = Limits(text=50_000, whole=1_000_000, line=1_000_000, expanded=2_000_000, items=200)
"""Small, so that an input is tried in a moment; what is larger is refused in a sentence."""


def check(name: str, raw: bytes) -> int:
    """How many documents a file gives; raises what a reader or the pipeline raises.

    Raises AssertionError where a problem has no sentence, a claim is no part of its text, or
    something could not be written to a store.
    """
    documents = 0
    for found in read([blob_of(name, raw)], given=Given(limits=LIMITS)):
        if isinstance(found, ReadProblem):
            assert found.sentence
            continue
        documents += 1
        analysis = analyse(found)
        assert all(claim.span.cut(found.text).strip() for claim in analysis.claims)
        _writable(incoming(analysis))
    return documents


def _writable(item: Incoming) -> None:
    """Raises UnicodeEncodeError where half a character is left in a text, as JSON can hold one."""
    for value in (item.name, item.text, item.source, *item.document.values()):
        if isinstance(value, str):
            value.encode()
    json.dumps([item.document["title"], item.text], ensure_ascii=False).encode()


def seeds() -> Mapping[str, bytes]:
    """A sound file of every format, by name; a crawl as it is and unpacked."""
    files = sorted((folder() / "formats").iterdir())
    found = {path.name: path.read_bytes() for path in files if path.is_file()}
    found["crawl.warc"] = gzip.decompress(found["crawl.warc.gz"])
    return MappingProxyType(found)


# -- damage ---------------------------------------------------------------------------------------


def _cut(raw: bytearray, at: int, chance: Random) -> None:
    del raw[at : at + chance.choice((1, 2, 8, 100, len(raw)))]


def _flipped(raw: bytearray, at: int, chance: Random) -> None:
    raw[at : at + 1] = bytes((chance.randrange(256),))


def _put_in(raw: bytearray, at: int, chance: Random) -> None:
    raw[at:at] = chance.choice(_PIECES)


def _repeated(raw: bytearray, at: int, chance: Random) -> None:
    raw[at:at] = raw[at : at + chance.choice((1, 5, 40, 300))] * chance.choice((1, 3, 50))


def _moved(raw: bytearray, at: int, chance: Random) -> None:
    start = chance.randrange(len(raw) + 1)
    raw[at:at] = raw[start : start + chance.choice((4, 30, 200))]


_DAMAGE: tuple[Callable[[bytearray, int, Random], None], ...] = (
    *(_cut, _flipped, _put_in, _repeated, _moved),
)
_PIECES = (
    *(
        b"\0",
        b"\n",
        b"\r",
        b'"',
        b"'",
        b"<",
        b">",
        b"&",
        b"[",
        b"{",
        b"(",
        b",",
        b"\\",
        b"--",
        b"%",
    ),
    *(b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\x1b[2J"),
    *(b"\\ud800", b"&#0;", b"&#x110000;", b"<!--", b"]]>", b"<![CDATA[", b"=?utf-8?b?", b"1e999"),
    *(b"-1", b"99999999999999999999", b"2025-02-30", b"31 June", "“".encode(), b"null", b"NaN"),
)


def damaged(raw: bytes, chance: Random) -> bytes:
    """A file with some damage, the same for the same state of ``chance``."""
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        chance.choice(_DAMAGE)(changed, chance.randrange(len(changed) + 1), chance)
    return bytes(changed[:200_000])
