"""The base of all errors that a person is meant to read, on its own because all import it.

>>> str(ConflictError("no such thing"))
'no such thing'
"""


class ConflictError(Exception):
    """The base of every error that a person is meant to read.

    A subclass is a few fields and a ``__str__`` that makes one sentence of them; command line and
    screen print ``str(error)`` and nothing else. (Not a frozen dataclass: Python sets the
    traceback on an error that passes a ``with``.)
    """
