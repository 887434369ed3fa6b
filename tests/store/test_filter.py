"""The filter language: what a line means, what is wrong with it, and that it prints back."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Flag, HedgeKind, Verdict
from store.query import Filter, FilterProblem, Term, parse
from store.query.filter import Field


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("flag:denied", (Term("flag", "denied"),)),
        ("FLAG:denied", (Term("flag", "denied"),)),
        ("-flag:denied", (Term("flag", "denied", negated=True),)),
        ("~flag:denied", (Term("flag", "denied", on=False),)),
        ("~-flag:denied", (Term("flag", "denied", on=False, negated=True),)),
        ('place:"Chasiv Yar"', (Term("place", "Chasiv Yar"),)),
        ("place:chas*", (Term("place", "chas*"),)),
        ('place:"chasiv y"*', (Term("place", "chasiv y*"),)),
        ("2025-07..2025-08", (Term("date", "2025-07..2025-08"),)),
        ("date:2025", (Term("date", "2025"),)),
        ("2025-07-01..", (Term("date", "2025-07-01.."),)),
        ('"2025"', (Term("words", "2025"),)),
        ("two words", (Term("words", "two"), Term("words", "words"))),
        ('"two words"', (Term("words", "two words"),)),
        ('say "\\"no\\" \\\\"', (Term("words", "say"), Term("words", '"no" \\'))),
        ("12:30", (Term("words", "12:30"),)),
        ("Часів", (Term("words", "Часів"),)),
    ],
)
def test_a_line_means(line: str, terms: tuple[Term, ...]) -> None:
    """Words, phrases, prefixes, fields, ranges; negated and switched off."""
    assert parse(line) == Filter(terms)


def test_order_and_scope_are_part_of_the_line() -> None:
    """So that a printed filter is the whole filter."""
    assert parse("show:all order:oldest") == Filter(order="oldest", scope="all")


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ('flag:denied "open', 12, "A quotation mark is opened here and not closed."),
        ("flag:", 0, 'Something is missing after "flag:".'),
        ("flag:deneid", 0, 'There is no flag "deneid"; did you mean "denied"?'),
        ("flug:denied", 0, 'There is no field "flug"; did you mean "flag"?'),
        ("https://example.org", 0, 'There is no field "https"'),
        ("x verdict:maybe", 2, 'There is no verdict "maybe"'),
        ("is:lost has:wings", 8, 'There is no has "wings": use note, tag, verdict.'),
        ("2025-13", 0, '"2025-13" is no day, month or year.'),
        ("2025-08..2025-07", 0, '"2025-08..2025-07" ends before it begins.'),
        ("date:soon", 0, '"soon" is no date'),
        ("grade:G7", 0, "A grade is a letter A-F"),
        ("—", 0, 'There is nothing to search for in "—".'),
        ('""', 0, 'There is nothing to search for in "".'),
        ("*", 0, 'There is nothing to search for in "*".'),
        ("order:sideways", 0, 'There is no order "sideways"'),
    ],
)
def test_a_malformed_line_is_explained(line: str, position: int, sentence: str) -> None:
    """With the place where it goes wrong, counted from 0."""
    problem = parse(line)
    assert isinstance(problem, FilterProblem)
    assert str(problem).startswith(sentence)
    assert problem.position == position


@pytest.mark.parametrize(
    ("line", "value"),
    [("chas", "chas*"), ("chas ", "chas"), ("chas*", "chas*"), ('"chas"', "chas")],
)
def test_while_typing_the_last_word_is_a_beginning(line: str, value: str) -> None:
    """Until a space or a quotation mark ends it."""
    assert parse(line, typing=True) == Filter((Term("words", value),))


def test_narrowing_makes_a_new_filter() -> None:
    """A filter is a value: a term is added once, taken out, switched off."""
    term = Term("flag", "denied")
    narrowed = Filter().having("flag", "denied")
    assert narrowed == narrowed.having("flag", "denied") == Filter((term,))
    assert narrowed.without(term) == Filter()
    assert narrowed.toggled(term).active == ()
    assert narrowed.turned().turned() == narrowed


words = st.text(st.characters(codec="utf-8", exclude_characters="*"), min_size=1).filter(
    lambda text: any(character.isalnum() for character in text)
)
values: dict[str, st.SearchStrategy[str]] = {
    "date": st.sampled_from(["2025", "2025-07", "2025-07-31..", "..2024", "2024..2025-02-28"]),
    "flag": st.sampled_from(get_args(Flag)),
    "verdict": st.sampled_from([*get_args(Verdict), "none"]),
    "hedge": st.sampled_from(get_args(HedgeKind)),
    "has": st.sampled_from(["note", "tag", "verdict"]),
    "is": st.sampled_from(["selected", "seen", "unseen", "hidden", "analysis", "lost"]),
    "grade": st.sampled_from(["A", "B2", "6"]),
}
terms = st.sampled_from(get_args(Field)).flatmap(
    lambda field: st.builds(
        Term,
        st.just(field),
        values.get(field, st.one_of(words, words.map(lambda word: word + "*"))),
        st.booleans(),
        st.booleans(),
    )
)
filters = st.builds(
    Filter,
    st.lists(terms, max_size=5).map(tuple),
    st.sampled_from(["newest", "oldest"]),
    st.sampled_from(["timeline", "all"]),
)


@given(filters)
def test_a_filter_prints_back(filter: Filter) -> None:
    """Whatever its values contain."""
    assert parse(str(filter)) == filter


@given(st.text(max_size=40))
def test_any_line_is_a_filter_or_a_problem(line: str) -> None:
    """Nothing is raised, and a problem lies within the line."""
    found = parse(line)
    if isinstance(found, FilterProblem):
        assert 0 <= found.position <= len(line)
    else:
        assert parse(str(found)) == found
