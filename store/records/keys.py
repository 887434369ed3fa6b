"""Claim keys: short, typeable, the same in every store that holds the same document.

>>> claim_key("0" * 64, (3, 17), "the capture of")
'cygsikqykjly'
"""

from __future__ import annotations

import hashlib
import unicodedata
from itertools import product

from store.sound import sound

# 60 bits: among a million claims two share a key once in two million stores.
# Base 32 (RFC 4648), two digits at once: base64.b32encode takes ten times as long.
_PAIRS = tuple(map("".join, product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)))


def claim_key(identity: str, span: tuple[int, int], quote: str, nth: int = 0) -> str:
    """The key of a claim: of its document's identity, its span and its words.

    ``nth`` tells claims apart that have even these in common.
    """
    named = f"{identity}\0{span[0]}\0{span[1]}\0{quote}\0{nth}"
    digest = hashlib.sha256(named.encode()).digest()
    bits = int.from_bytes(digest[:8], "big")
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(54, 0, -10)])


def sounding(name: str) -> str:
    """How a place is found under a spelling of another language; "" of too short a name."""
    return f"~{key}" if (key := sound(name)) else ""


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and typographic variants."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
