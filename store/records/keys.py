"""Claim keys: short, typeable, the same in every store that holds the same document.

>>> claim_key("0" * 64, (3, 17), "the capture of")
'cygsikqykjly'
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata

from store.sound import sound

# 60 bits: among a million claims two share a key once in two million stores.
LENGTH = 12


def claim_key(identity: str, span: tuple[int, int], quote: str, nth: int = 0) -> str:
    """The key of a claim: of its document's identity, its span and its words.

    ``nth`` tells claims apart that have even these in common.
    """
    named = f"{identity}\0{span[0]}\0{span[1]}\0{quote}\0{nth}"
    digest = hashlib.sha256(named.encode()).digest()
    # Eight bytes hold the 60 bits.
    return base64.b32encode(digest[:8])[:LENGTH].decode().lower()


def sounding(name: str) -> str:
    """How a place is found under a spelling of another language; "" of too short a name."""
    return f"~{key}" if (key := sound(name)) else ""


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and typographic variants."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
