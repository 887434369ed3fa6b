"""Numbers as people read them, wherever they are written.

>>> grouped(48310), counted(1, "claim"), counted(1204, "claim")
('48 310', '1 claim', '1 204 claims')
"""

from __future__ import annotations


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", " ")


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs to be."""
    return f"{grouped(number)} {noun}{'' if number == 1 else 's'}"
