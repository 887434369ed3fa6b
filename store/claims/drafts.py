"""What the rules say of a claim while they work on it, in ranges of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.claims.phrases import Range


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making; all ranges are half-open ranges of words.

    ``label`` is the class of its cue ("" without one), ``hops`` its chain from the outermost to
    the innermost, ``rule`` the rule that found it; ``inherits`` says that its chain is that of an
    earlier claim; ``repeats`` are other places that say the same.
    """

    content: Range
    sentence: int
    rule: str
    cue: Range | None = None
    label: str = ""
    source: Range | None = None
    hops: tuple[Range, ...] = ()
    inherits: bool = False
    repeats: tuple[Range, ...] = field(default=())
