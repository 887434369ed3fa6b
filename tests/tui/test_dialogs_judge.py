"""Judging by keys: verdict, grade, tags, note and the questions before an act."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Verdict
from store.query import Facet
from tests.tui.asking import Asking, Pasted, live
from tui.screens.confirm import ConfirmDialog, forget_dialog
from tui.screens.grade import GradeChoice, GradeDialog, Standing
from tui.screens.note import NoteDialog, NoteText
from tui.screens.tags import TagChange, TagDialog, completed, matching, read_tags
from tui.screens.verdict import VERDICTS, VerdictChoice, VerdictDialog


def test_every_verdict_has_a_row() -> None:
    """The picker has the design's verdicts, each once, and "none"; no key stands for two."""
    assert [row.verdict for row in VERDICTS] == [*get_args(Verdict), None]
    keys = [key for row in VERDICTS for key in (row.digit, row.letter)]
    assert len(set(keys)) == len(keys)
    assert not {"j", "k", "g", "G"} & set(keys)


@live
@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        (["3"], "verified"),
        (["f"], "false"),
        (["o"], "out-of-scope"),
        (["enter"], "undetermined"),
        (["j", "j", "enter"], "verified"),
        (["down", "k", "enter"], "undetermined"),
        (["minus"], None),
        (["–"], None),
        (["G", "enter"], None),
    ],
)
async def test_verdict(ask: Asking, keys: list[str], verdict: Verdict | None) -> None:
    """One key gives a verdict; the list gives the one under its cursor."""
    assert await ask(VerdictDialog("a claim"), keys) == [VerdictChoice(verdict)]


@live
@pytest.mark.parametrize(
    ("current", "verdict"),
    [
        ([], "undetermined"),
        (["", None], "undetermined"),
        (["misleading"], "misleading"),
        (["", "verified"], "verified"),
    ],
)
async def test_verdict_begins_where_it_stands(
    ask: Asking, current: list[str | None], verdict: Verdict
) -> None:
    """Enter alone gives the verdict that stands, or the first of the list."""
    assert await ask(VerdictDialog("a claim", current), ["enter"]) == [VerdictChoice(verdict)]


RATED = Standing("Example Daily", letter="B", digit="3")


@live
@pytest.mark.parametrize(
    ("standing", "keys", "choice"),
    [
        (Standing("Example Daily"), ["b", "2"], GradeChoice("B", "2", "source")),
        (Standing("Example Daily"), ["B"], GradeChoice("B", None, "source")),
        (Standing("Example Daily"), ["4"], GradeChoice(None, "4", "source")),
        (Standing("Example Daily"), ["a", "s", "1"], GradeChoice("A", "1", "claim")),
        (RATED, ["minus"], GradeChoice("", "", "source")),
        (RATED, ["a", "b"], None),
        (RATED, ["s"], GradeChoice("B", None, "claim")),
        (RATED, ["j"], GradeChoice("C", None, "source")),
        (RATED, ["right", "k"], GradeChoice(None, "2", "source")),
        (RATED, [], None),
    ],
)
async def test_grade(
    ask: Asking, standing: Standing, keys: list[str], choice: GradeChoice | None
) -> None:
    """A letter and a digit, typed or moved to; what is left as it was is None."""
    assert await ask(GradeDialog("a claim", standing), [*keys, "enter"]) == [choice]


@live
@pytest.mark.parametrize(
    ("origins", "digit", "warned"),
    [(1, "1", True), (0, "1", True), (2, "1", False), (1, "2", False)],
)
async def test_grade_one_wants_two_origins(
    ask: Asking, origins: int, digit: str, warned: bool
) -> None:
    """A "1" says that others confirm it; fewer than two known origins are pointed out."""
    seen = await ask.screen(GradeDialog("a claim", Standing("a", origins=origins)), [digit])
    assert ("! 1 says" in seen) is warned


@pytest.mark.parametrize(
    ("line", "add", "remove"),
    [
        ("key", ("key",), ()),
        ("  key,to-call ,, strike", ("key", "to-call", "strike"), ()),
        ("-old #key -#gone", ("key",), ("old", "gone")),
        ("key -key", (), ("key",)),
        ("-key key", ("key",), ()),
        ("ключ -старе", ("ключ",), ("старе",)),
        ("a\x1bb", ("ab",), ()),
        (" , -  # ", (), ()),
    ],
)
def test_read_tags(line: str, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
    """Spaces and commas part tags, a minus removes, the last word on a tag counts."""
    assert read_tags(line) == TagChange(add, remove)


@given(st.text())
def test_no_tag_has_spaces_or_stands_on_both_sides(line: str) -> None:
    """Whatever is typed, tags are words, and none is both added and removed."""
    change = read_tags(line)
    assert not set(change.add) & set(change.remove)
    assert all(tag == "".join(tag.split()) and tag for tag in (*change.add, *change.remove))


@pytest.mark.parametrize(
    ("line", "tag", "after"),
    [
        ("", "key", "key "),
        ("k", "key", "key "),
        ("new k", "key", "new key "),
        ("new,-k", "key", "new,-key "),
        ("new ", "key", "new key "),
    ],
)
def test_completed(line: str, tag: str, after: str) -> None:
    """A completion takes the place of the last word and keeps its minus."""
    assert completed(line, tag) == after


def test_matching_prefers_beginnings_then_use() -> None:
    """Tags that begin with what was typed come first, among them the more used."""
    pool = [Facet("turkey", 90), Facet("key", 2), Facet("keep", 5), Facet("other", 1)]
    assert [facet.value for facet in matching(pool, "ke")] == ["keep", "key", "turkey"]


KNOWN = [Facet("key", 4), Facet("kharkiv", 9), Facet("old", 1)]


@live
@pytest.mark.parametrize(
    ("keys", "change"),
    [
        ([Pasted("a, -b")], TagChange(("a",), ("b",))),
        ([*"kh", "tab"], TagChange(("kharkiv",))),
        ([*"k", "down", "enter", Pasted("new")], TagChange(("key", "new"))),
        ([*"-", "tab"], TagChange((), ("old",))),
        ([], None),
    ],
)
async def test_tags(ask: Asking, keys: list[str], change: TagChange | None) -> None:
    """Tab completes, Enter completes after a move into the list, and else gives the change."""
    dialog = TagDialog("two claims", 2, KNOWN, [Facet("old", 1)])
    assert await ask(dialog, [*keys, "enter"]) == [change]


@live
async def test_tags_says_what_stands_and_what_comes(ask: Asking) -> None:
    """The tags of the selection are shown with how far they reach, and what Enter will do."""
    dialog = TagDialog("two claims", 2, KNOWN, [Facet("old", 1), Facet("key", 2)])
    seen = await ask.screen(dialog, [Pasted("x -old")])
    assert "old (1 of 2)  key" in seen
    assert "adds x · removes old" in seen


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ([*"!", "ctrl+s"], [NoteText("call!")]),
        (["enter", Pasted("twice"), "ctrl+s"], [NoteText("call\ntwice")]),
        (["escape"], [None]),
        ([*"!", "escape"], []),
        ([*"!", "escape", "escape"], [None]),
        ([*"!", "escape", *"?", "escape"], []),
        (["ctrl+u", "ctrl+s"], [NoteText("")]),
    ],
)
async def test_note(ask: Asking, keys: list[str], answers: list[NoteText | None]) -> None:
    """Ctrl+S keeps; Esc leaves, and asks for a second Esc before it drops a change."""
    assert await ask(NoteDialog("a claim", "call"), keys) == answers


@live
@pytest.mark.parametrize(
    ("grave", "key", "answers"),
    [
        (False, "y", [True]),
        (False, "enter", [True]),
        (False, "n", [None]),
        (True, "y", [True]),
        (True, "enter", []),
        (True, "n", [None]),
    ],
)
async def test_confirm(ask: Asking, grave: bool, key: str, answers: list[bool | None]) -> None:
    """`y` is yes, `n` is no; Enter is yes unless the question is grave."""
    assert await ask(ConfirmDialog("Title", "Do it?", grave=grave), [key]) == answers


@live
@pytest.mark.parametrize(
    ("dialog", "said"),
    [
        (
            forget_dialog("a.txt", 12, 3),
            ["Forget a.txt?", "12 claims leave", "3 of them", "cannot be undone"],
        ),
    ],
)
async def test_questions_say_what_will_happen(
    ask: Asking, dialog: ConfirmDialog, said: list[str]
) -> None:
    """Hiding says that it can be taken back, forgetting that it cannot."""
    seen = await ask.screen(dialog)
    assert [words for words in said if words not in seen] == []


@live
@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (["!", "ctrl+s"], "one]0;pwned\ntwo!"),
        ([Pasted("\x1b[2J\u202ethree"), "ctrl+s"], "one]0;pwned\ntwo[2Jthree"),
        (["escape"], None),
    ],
)
async def test_a_note_that_would_act_is_shown_without_it(
    ask: Asking, keys: list[str], kept: str | None
) -> None:
    """What came with a note from elsewhere, or is pasted, never reaches the terminal."""
    dialog = NoteDialog("a claim", "one\x1b]0;pwned\x07\ntwo\u202e")
    assert await ask(dialog, keys) == [kept and NoteText(kept)]
