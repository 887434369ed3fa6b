"""What is known of a phrase: a half-open range of words."""

from __future__ import annotations

import re
from typing import TypeAlias

from store.claims.page import Page

Range: TypeAlias = tuple[int, int]

LONGEST = 40
"""Words of the longest phrase that the walks take."""
ADJECTIVES = ("ый", "ий", "ая", "яя", "ые", "ие", "ій", "ого", "ому", "ым", "им", "ых", "их", "ою")
"""How Russian and Ukrainian adjectives end."""
_NAME = re.compile('[N"][N.\'"]*')


def is_name(page: Page, part: Range) -> bool:
    """Whether a phrase is nothing but a name."""
    return _NAME.fullmatch(page.codes, *part) is not None
