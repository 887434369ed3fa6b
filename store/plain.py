r"""Text from anywhere with nothing left in it that acts: on a terminal, in a file that is shown.

Documents are written by people who may wish to mislead: an escape sequence draws over the screen,
a bidi control turns a sentence round, an invisible character makes two names of one.

>>> printable("red\x1b[31m\ttext\u202e")
'red[31m text'
>>> escaped('{"name": "a\u202eb"}')
'{"name": "a\\u202eb"}'
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
# C0, DEL and C1; bidi controls and marks; what is invisible and says nothing: zero-width space,
# word joiner and its like, byte order mark, soft hyphen, fillers, annotations, tags. The joiners
# U+200C and U+200D stay: Persian and pictures of families need them.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def printable(text: str) -> str:
    """The text as one line that no terminal acts on.

    Tabs and line ends become spaces; other C0 and C1 controls, bidi controls and invisible
    format characters go; a lone surrogate, which no terminal could be sent, becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", _UNSAFE.sub("", _SPACES.sub(" ", text)))


def passage(text: str) -> str:
    r"""The same for a text of several lines, whose line ends stay.

    >>> passage("one\r\ntwo\x07")
    'one\ntwo'
    """
    return "\n".join(printable(line) for line in text.splitlines())


def escaped(json_line: str) -> str:
    r"""A line of JSON in which what would act is written as ``\uXXXX``, so that nothing is lost."""
    if printable(json_line) == json_line:
        return json_line
    return "".join(c if printable(c) == c else _written(c) for c in json_line)


def _written(character: str) -> str:
    """A character as JSON writes it in ASCII: one beyond U+FFFF as two halves."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def hush() -> None:
    """Let no library print a warning in this process.

    They quote what they read, escape sequences included, and would write over the screen; what a
    person should know is said in a ``ReadProblem``.
    """
    import logging

    logging.captureWarnings(True)
    logging.getLogger().addHandler(logging.NullHandler())
