r"""Where a text's title and dateline stand.

>>> text = "Bridge hit\n\nKYIV, Aug 3 (Agency) — The bridge was hit."
>>> found = title(text, 0)
>>> found.cut(text), dateline(text, found.end).cut(text)
('Bridge hit', 'KYIV, Aug 3 (Agency)')
"""

from __future__ import annotations

import re

from store.model import Span

# Longer first lines are paragraphs.
_LONGEST_TITLE = 200
_LONGEST_DATELINE = 90
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]++(?P<title>[^\n]*[^\s#])")
_UNDERLINED = re.compile(r"[ \t]{0,3}(?:={3,}|-{3,})[ \t\r]*(?:\n|\Z)")
# A sentence ends so; a headline does not.
_STOPS = (".", ";", ":", ",", "…", ".”", ".»", '."')
# "KYIV, Ukraine, Aug 3 (Agency) —": begins with a name in capitals or with a capital, ends in a
# dash with blanks round it.
_DATELINE = re.compile(r"(?P<line>[^\W\d_][^\n—–:!?\"“«]{1,88}?)[ \t]+(?:[—–]|-{1,2})[ \t]")
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+")


def title(text: str, start: int) -> Span | None:
    """The heading that the text from ``start`` on begins with."""
    first = _first_line(text, start)
    if first is None or len(first.cut(text)) > _LONGEST_TITLE:
        return None
    marked = _HEADING.match(text, first.start, first.end)
    if marked:
        return Span(*marked.span("title"))
    return first if _looks_like_title(text, first) else None


def dateline(text: str, start: int) -> Span | None:
    """The dateline of the first paragraph after ``start``: place, date, agency before a dash.

    Only where it opens with a name in capitals, or has a figure and no word in small letters
    but a month after it: "On 3 August, rebels — armed by whom? — came" has no dateline.
    """
    first = _first_line(text, start)
    if first is None:
        return None
    found = _DATELINE.match(text, first.start, min(first.end, first.start + _LONGEST_DATELINE + 3))
    if found is None:
        return None
    line = Span(*found.span("line"))
    opening = _WORD.match(found["line"])
    capitals = opening is not None and len(opening[0]) > 1 and opening[0].isupper()
    return line if capitals or _only_names_and_dates(found["line"]) else None


def _only_names_and_dates(line: str) -> bool:
    if not any(character.isdigit() for character in line):
        return False
    words = re.sub(r"(?<!\d)\d+\.?[ \t]+[^\W\d_]+", "", line).split()
    return all(not word.strip("(,.").islower() for word in words)


def same_heading(text: str, start: int, wanted: str) -> Span | None:
    """The first heading of the text, if it repeats a title that metadata gives."""
    found = title(text, start)
    return found if found and _plain(found.cut(text)) == _plain(wanted) else None


def _first_line(text: str, start: int) -> Span | None:
    """The first line that is not blank, without the blanks round it."""
    begun = _INK.search(text, start)
    if begun is None:
        return None
    end = text.find("\n", begun.start())
    line = text[begun.start() : end if end >= 0 else len(text)].rstrip()
    return Span(begun.start(), begun.start() + len(line))


def _looks_like_title(text: str, line: Span) -> bool:
    """A short line, not a sentence, with a blank line or a rule after it and text after that."""
    rest = text[line.end : line.end + _LONGEST_TITLE].split("\n", 2)
    alone = len(rest) > 2 and (not rest[1].strip() or bool(_UNDERLINED.match(rest[1])))
    return alone and not line.cut(text).endswith(_STOPS)


def _plain(title: str) -> str:
    return " ".join(_WORD.findall(title)).casefold()
