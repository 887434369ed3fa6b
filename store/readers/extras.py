"""Libraries that come with an extra, and the sentence for when one is not there.

>>> absent("json", "web", "a.html") is None
True
>>> print(absent("no_such_library", "pdf", "a.pdf").sentence)
Reading it needs no_such_library: pip install 'conflict-tui[pdf]'
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from store.readers.values import ReadProblem

Extra = Literal["web", "pdf", "archive", "watch"]


def there(library: str) -> bool:
    """Whether a library is installed; it is not imported for that."""
    return find_spec(library) is not None


def absent(library: str, extra: Extra, path: str) -> ReadProblem | None:
    """What to say where a library is not installed; None where it is."""
    if there(library):
        return None
    return ReadProblem(path, f"Reading it needs {library}: pip install 'conflict-tui[{extra}]'")
