"""The fields of the filter dialog and their values, as lines and in words.

>>> str(pressed(Filter(), "flag", "denied"))
'flag:denied'
>>> str(pressed(pressed(Filter(), "flag", "denied"), "flag", "denied"))
''
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from store.numbers import grouped
from store.plain import printable
from store.query import Facet, Field, Filter, Term
from tui.render import fit

SHOWN = 200
"""Values that are listed at most."""
NAME_WIDTH = 36


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the filter and what its values are."""

    field: Field
    meaning: str


FIELDS: tuple[FieldRow, ...] = (
    FieldRow("flag", "what the text says of the claim"),
    FieldRow("verdict", "what the analyst decided"),
    FieldRow("tag", "the analyst's words"),
    FieldRow("source", "who published"),
    FieldRow("actor", "anybody in the chain"),
    FieldRow("origin", "the end of the chain"),
    FieldRow("place", "where it happened"),
    FieldRow("date", "when; in the line also 2025-07..2025-08"),
    FieldRow("caution", "what the loader warns of"),
    FieldRow("hedge", "words that limit the claim"),
    FieldRow("grade", "Admiralty code"),
    FieldRow("has", "a note, a tag, a verdict"),
    FieldRow("is", "unseen, seen, selected, folded, hidden, analysis"),
)


def nothing_words(row: FieldRow, typed: str) -> str:
    """Why there is no value to choose, and what to do."""
    if row.field == "date":
        return "Write days in the line above: 2025-07-31, 2025-07, 2025-07..2025-08, ..2025"
    return f"No {row.field} holds “{typed}”." if typed else f"No claim here has a {row.field}."


def pressed(filter: Filter, field: Field, value: str, *, negated: bool = False) -> Filter:
    """The filter with a value asked for (or left out), or without it where it was so already."""
    wanted = Term(field, value, negated=negated)
    standing = [term for term in filter.terms if (term.field, term.value) == (field, value)]
    for term in standing:
        filter = filter.without(term)
    return filter if wanted in standing else filter.having(field, value, negated=negated)


def with_chosen(facets: Sequence[Facet], filter: Filter, field: Field) -> list[Facet]:
    """The facets, after them the field's terms that no claim answers to."""
    known = {facet.value for facet in facets}
    terms = [term.value for term in filter.terms if term.field == field]
    return [*facets, *(Facet(value, 0) for value in dict.fromkeys(terms) if value not in known)]


def field_line(row: FieldRow, filter: Filter) -> Content:
    """A field as a line, with the number of its terms."""
    terms = sum(term.field == row.field for term in filter.terms)
    return Content.assemble((f"{row.field:<7}", "bold" if terms else ""), f" {terms or ''}")


def value_lines(facets: Sequence[Facet], filter: Filter, field: Field) -> list[Content]:
    """Values as lines: whether each is asked for, its name, its number of claims."""
    marks = {term.value: mark(term) for term in filter.terms if term.field == field}
    names = [printable(facet.value) for facet in facets]
    width = min(max(map(cell_len, names), default=0), NAME_WIDTH)
    return [
        Content.assemble(
            f"[{marks.get(facet.value, ' ')}] {fit(name, width)}",
            (f"  {grouped(facet.claims):>7}", "dim"),
        )
        for facet, name in zip(facets, names, strict=True)
    ]


def mark(term: Term) -> str:
    """How a term stands: "x" asked for, "-" left out, "~" switched off."""
    if not term.on:
        return "~"
    return "-" if term.negated else "x"


def narrowing_words(meaning: str, typed: str, held: int, *, here: bool = True) -> str:
    """What the field means, and what letters do: ``here`` in its list, elsewhere in the line."""
    more = f"{grouped(held - SHOWN)} more: " if held > SHOWN else ""
    if not here:
        return f"{meaning} · {held - SHOWN} more" if more else f"{meaning} · → to choose"
    said = f"narrowed by “{typed}”, Backspace widens" if typed else "type to narrow"
    return f"{meaning} · {more}{said}"
