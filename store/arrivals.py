"""Which files of a watched folder are there to be read: those that have come to rest.

A file that is still being copied changes from second to second; read too early it would come in
twice, first in part.

>>> waiting = heard({}, ["a.txt"], now=10.0)
>>> ready(waiting, now=11.0), ready(waiting, now=12.5)
([], ['a.txt'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

REST = 2.0
"""Seconds without a change after which a file is taken to be whole."""

Waiting = Mapping[str, float]


def heard(waiting: Waiting, changed: Iterable[str], now: float) -> Waiting:
    """The files that wait, each with the time of its last change, after some more changed."""
    return {**waiting, **dict.fromkeys(changed, now)}


def ready(waiting: Waiting, now: float, rest: float = REST) -> list[str]:
    """The files that have not changed for a while, in the order of their last change."""
    return [
        path for path, at in sorted(waiting.items(), key=lambda one: one[1]) if now - at >= rest
    ]


def without(waiting: Waiting, taken: Iterable[str]) -> Waiting:
    """The files that wait on."""
    gone = set(taken)
    return {path: at for path, at in waiting.items() if path not in gone}
