"""The filter dialog: facets and line are one filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from textual.events import Key

from store.query import Facet, Field, Filter, Term, parse
from tests.tui.asking import Asking, Pasted, live
from tests.tui.dialog_cases import facets
from tui.screens.facets import FIELDS, narrowing_words, pressed, value_lines, with_chosen
from tui.screens.filter import Facets, FilterDialog

FLAG = Filter((Term("flag", "denied"),))


def dialog(filter: Filter = FLAG) -> FilterDialog:
    """The dialog over made-up facets; every filter counts its terms."""
    return FilterDialog(filter, given(facets), lambda filter, then: then(len(filter.active)))


def given(facets: Callable[[Filter, Field], Sequence[Facet]]) -> Facets:
    """Facets that are there at once."""
    return lambda filter, fields, then: [then((f, facets(filter, f))) for f in fields]


@pytest.mark.parametrize(
    ("line", "value", "negated", "after"),
    [
        ("", "denied", False, "flag:denied"),
        ("flag:denied", "denied", False, ""),
        ("flag:claimed", "denied", False, "flag:claimed flag:denied"),
        ("", "denied", True, "-flag:denied"),
        ("-flag:denied", "denied", True, ""),
        ("flag:denied", "denied", True, "-flag:denied"),
        ("-flag:denied", "denied", False, "flag:denied"),
        ("~flag:denied", "denied", False, "flag:denied"),
        ("tag:denied", "denied", False, "tag:denied flag:denied"),
    ],
)
def test_pressed(line: str, value: str, negated: bool, after: str) -> None:
    """A value is asked for, left out or neither, and never two of them."""
    filter = parse(line)
    assert isinstance(filter, Filter)
    assert str(pressed(filter, "flag", value, negated=negated)) == after


@live
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ([], "flag:denied"),
        (["right", "space"], "flag:denied flag:claimed"),
        (["right", "down", "space"], ""),
        (["right", "down", "minus"], "-flag:denied"),
        (["right", *"den", "space"], ""),
        (["right", *"denx", "backspace", "space"], ""),
        (["space", "space"], "flag:denied flag:claimed"),
        (
            ["G", "k", "k", "k", "k", "k", "k", "right", *"ce17", "space"],
            'flag:denied place:"Place 179"',
        ),
        (["ctrl+l"], ""),
        (["shift+tab", "end", Pasted(" tag:key")], "flag:denied tag:key"),
        (["t", *"ag:key"], "flag:denied tag:key"),
        ([Pasted("tag:key")], "flag:denied tag:key"),
        (["ctrl+l", *"tag:jk"], "tag:jk"),
        (
            ["shift+tab", "end", Pasted(" tag:key"), "tab", "right", "space"],
            "flag:denied tag:key flag:claimed",
        ),
    ],
)
async def test_filter_by_keys(ask: Asking, keys: list[str], line: str) -> None:
    """Space asks for a value, minus leaves it out, letters narrow, the line can be typed."""
    assert [str(answer) for answer in await ask(dialog(), [*keys, "enter"])] == [line]


@live
async def test_hurried_letters_keep_together(ask: Asking) -> None:
    """Letters that were on their way to the fields when the first moved the focus follow it."""
    await ask.open(dialog())
    for letter in "tag:jk":
        ask.host.post_message(Key(letter, letter))
    await ask.pilot.pause()
    await ask.press(["enter"])
    assert list(map(str, ask.answers)) == ["flag:denied tag:jk"]


@live
async def test_line_follows_the_facets(ask: Asking) -> None:
    """The line at the top shows the filter as it comes to be, with its number of claims."""
    seen = await ask.screen(dialog(), ["right", "space"])
    assert "flag:denied flag:claimed" in seen
    assert "2 claims" in seen
    assert "▌ [x] claimed" in seen


@live
async def test_a_line_that_is_not_understood_stays(ask: Asking) -> None:
    """Enter does not take a malformed line, and says what is wrong with it."""
    keys = ["shift+tab", "end", Pasted(" colour:red"), "enter"]
    assert await ask(dialog(), keys) == []
    assert await ask(dialog(), [*keys, "ctrl+l", "enter"]) == [Filter()]


@live
async def test_a_line_put_right_is_taken(ask: Asking) -> None:
    """A slip that is taken back leaves nothing behind."""
    keys = ["shift+tab", "end", Pasted(" colour:red"), *["backspace"] * 11, "enter"]
    assert [str(answer) for answer in await ask(dialog(), keys)] == ["flag:denied"]


@live
async def test_order_scope_and_selection_are_kept(ask: Asking) -> None:
    """What the dialog does not show goes through it unchanged."""
    before = Filter((), "oldest", "all", frozenset({3}))
    [after] = await ask(dialog(before), ["right", "space", "enter"])
    assert after == before.having("flag", "claimed")


def test_chosen_values_stay_in_sight() -> None:
    """A value that is asked for is listed even where no claim has it."""
    found = with_chosen([Facet("claimed", 2)], FLAG, "flag")
    assert found == [Facet("claimed", 2), Facet("denied", 0)]


@pytest.mark.parametrize(
    ("term", "box"),
    [
        (Term("flag", "denied"), "[x]"),
        (Term("flag", "denied", negated=True), "[-]"),
        (Term("flag", "denied", on=False), "[~]"),
        (Term("tag", "denied"), "[ ]"),
    ],
)
def test_boxes(term: Term, box: str) -> None:
    """Asked for, left out, switched off, and none of them."""
    [line] = value_lines([Facet("denied", 3)], Filter((term,)), "flag")
    assert str(line).startswith(box)


@pytest.mark.parametrize(
    ("typed", "held", "said"),
    [
        ("", 3, "type to narrow"),
        ("", 300, "100 more: type to narrow"),
        ("yar", 2, "narrowed by “yar”, Backspace widens"),
    ],
)
def test_narrowing_words(typed: str, held: int, said: str) -> None:
    """Long lists say how many values are out of sight."""
    assert narrowing_words("who", typed, held) == f"who · {said}"


@pytest.mark.parametrize(("held", "said"), [(3, "→ to choose"), (300, "100 more")])
def test_nothing_is_narrowed_from_elsewhere(held: int, said: str) -> None:
    """Among the fields letters go on in the line."""
    assert narrowing_words("who", "", held, here=False) == f"who · {said}"


@live
async def test_facets_are_asked_for_the_filter_in_force(ask: Asking) -> None:
    """The numbers follow the filter: every choice asks for what is shown, then for the others."""
    asked: list[str] = []

    def counted(filter: Filter, field: str) -> Sequence[Facet]:
        asked.append(f"{field}|{filter}")
        return (Facet("claimed", 1),)

    made = FilterDialog(Filter(), given(counted), lambda _, then: then(0))
    await ask(made, ["down", "right", "space", "enter"])
    assert (asked[0], asked[13]) == ("flag|", "verdict|verdict:claimed")
    assert sorted(asked[:13]) == sorted(f"{row.field}|" for row in FIELDS)
    assert len(set(asked)) == len(asked)


@live
async def test_values_that_come_late_are_shown_or_dropped(ask: Asking) -> None:
    """Until they are there the list says that it counts; those of another filter come too late."""
    asked: list[Any] = []
    made = FilterDialog(Filter(), lambda *given: asked.append(given[-1]), lambda *_: 0)
    await ask.open(made, ["down"])
    assert "counting…" in ask.seen()
    (then,) = asked
    then(("flag", [Facet("claimed", 1)]))
    await ask.pilot.pause()
    assert len(asked) == 2
    then(("verdict", [Facet("false", 7)]))
    await ask.pilot.pause()
    seen = ask.seen()
    assert "false" in seen
    assert "claimed" not in seen
    await ask.pilot.press("right", "space")
    then(("verdict", [Facet("true", 7)]))
    await ask.pilot.pause()
    assert "true" not in ask.seen()
    await ask.close()
    asked[-1](("verdict", [Facet("true", 7)]))


@live
async def test_values_that_are_there_are_shown_at_once(ask: Asking) -> None:
    """However one goes from field to field, they are asked for but once."""
    asked: list[Any] = []
    made = FilterDialog(Filter(), lambda *given: asked.append(given[-1]), lambda *_: 0)
    await ask.open(made, [])
    asked[0](("flag", [Facet("claimed", 1)]))
    asked[0](("verdict", [Facet("false", 7)]))
    for key, value in (("down", "false"), ("up", "claimed"), ("down", "false")):
        await ask.pilot.press(key)
        assert value in ask.seen()
    assert len(asked) == 2
    await ask.close()


@live
@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["down"], "No claim here has a verdict."),
        (["right", *"zz"], "No flag holds “zz”."),
        (["G", "k", "k", "k", "k", "k"], "Write days in the line above"),
    ],
)
async def test_a_list_without_values_says_why(ask: Asking, keys: list[str], told: str) -> None:
    """And there is nothing in it to choose."""
    assert told in await ask.screen(dialog(), keys)
    assert [str(answer) for answer in await ask(dialog(), [*keys, "right", "space", "enter"])] == [
        "flag:denied"
    ]
