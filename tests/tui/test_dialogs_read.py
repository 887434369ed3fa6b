"""What dialogs show: why, chain, contradictions, journal, help; and the export."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.journal import Entry
from store.query import Term
from tests.tui.asking import Asking, live
from tests.tui.dialog_cases import AGAINST, COMMANDS, DIALOGS, WHY, entry
from tui.screens.chain import ChainHop, hop_words, origin_sentence
from tui.screens.contradictions import ContradictionsDialog
from tui.screens.export import ExportChoice, ExportDialog, with_ending
from tui.screens.help import HelpDialog, key_words
from tui.screens.journal import PAGE, JournalDialog, marked
from tui.screens.why import Why, WhyDialog, steps


@live
async def test_why_says_it_twice(ask: Asking) -> None:
    """Sentences first, then step by step; what does not apply has no line."""
    seen = await ask.screen(WhyDialog("a claim", WHY))
    assert "“July 31” names no year." in seen
    assert "or else  2024-07-31" in seen
    assert "by hand" not in seen


@pytest.mark.parametrize(
    ("why", "names"),
    [
        (Why("no date"), []),
        (Why("", by_hand="2025"), ["by hand"]),
        (Why("", value="../2025", latest="2025-12-31"), ["value", "days"]),
    ],
)
def test_steps(why: Why, names: list[str]) -> None:
    """Only steps that were taken are listed."""
    assert [name for name, _ in steps(why)] == names


@live
async def test_chain_runs_from_page_to_origin(ask: Asking) -> None:
    """Each hop has its number, kind and wording; a nameless one is said to be so."""
    lines = (await ask.screen(DIALOGS["chain"]())).splitlines()
    begins = [line.strip("│ ▌")[:3] for line in lines if "│" in line]
    assert [begin for begin in begins if begin in ("pag", "← 1", "← 2")] == ["pag", "← 1", "← 2"]
    assert any("Alex" in line and "military · anonymous" in line for line in lines)


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["enter"], [Term("source", "Example Daily")]),
        (["j", "j", "enter"], [Term("actor", "Alex")]),
        (["j", "j", "j", "enter"], []),
        (["G", "enter"], [11]),
    ],
)
async def test_what_enter_does_in_a_chain(
    ask: Asking, keys: list[str], answers: list[object]
) -> None:
    """A voice becomes a filter, a telling is gone to; a line that is neither does nothing."""
    assert await ask(DIALOGS["chain"](), keys) == answers


@live
async def test_a_chain_shows_where_a_telling_hardens(ask: Asking) -> None:
    """A headline is held against its text, a text against the text before it."""
    seen = await ask.screen(DIALOGS["chain"](), size=(120, 40))
    lines = [line.strip("│ ▌") for line in seen.splitlines()]
    at = lines.index("as it is told on")
    assert [line for line in lines[at:] if line][1:8] == [
        "Nord · 2025-08-01",
        "“four may be hurt”",
        "Nord, headline · 2025-08-01",
        "“Four hurt”",
        "↑ hardened: “may” is dropped",
        "↑ hardened: a claim became a fact: no source is named",
        "Example Daily · 2025-08-03",
    ]
    assert any("an aide, who is not named, became the staff" in line for line in lines)


@pytest.mark.parametrize(
    ("hop", "said"),
    [
        (ChainHop("RIA", "outlet"), "outlet"),
        (ChainHop("RIA", "outlet", "RIA"), "outlet"),
        (ChainHop("RIA", "outlet", "the agency"), "outlet · “the agency”"),
        (ChainHop("", "anonymous", "sources", anonymous=True), "anonymous · “sources”"),
    ],
)
def test_hop_words(hop: ChainHop, said: str) -> None:
    """Kind, anonymity and wording, none of them twice."""
    assert hop_words(hop) == said


def test_a_claim_without_hops_is_the_documents_own() -> None:
    """Where nobody is named, the document speaks for itself."""
    assert "its own voice" in origin_sentence("Example Daily", ())


@live
@pytest.mark.parametrize(("keys", "answer"), [(["enter"], 7), (["j", "enter"], 9)])
async def test_contradictions(ask: Asking, keys: list[str], answer: int) -> None:
    """The answer is the id of the claim under the cursor."""
    assert await ask(ContradictionsDialog("a claim", AGAINST), keys) == [answer]


@live
async def test_no_contradictions(ask: Asking) -> None:
    """Where there are none, a sentence says so, and Enter closes."""
    dialog = ContradictionsDialog("a claim", ())
    assert "No other claim contradicts" in await ask.screen(dialog)
    assert await ask(ContradictionsDialog("a claim", ()), ["enter"]) == [None]


@pytest.mark.parametrize(
    ("entries", "marks"),
    [
        ([], []),
        ([entry(2), entry(1)], ["next", ""]),
        ([entry(3, "undo", 2), entry(2), entry(1)], ["", "undone", "next"]),
        ([entry(4, "redo", 2), entry(3, "undo", 2), entry(2), entry(1)], ["", "", "next", ""]),
        ([entry(2, inverse="[]"), entry(1)], ["final", "next"]),
        ([entry(4), entry(3, "undo", 2), entry(2), entry(1)], ["next", "", "undone", ""]),
    ],
)
def test_marked(entries: list[Entry], marks: list[str]) -> None:
    """The newest act that stands and has an inverse is the next to be undone."""
    assert [mark for _, mark in marked(entries)] == marks


@live
async def test_a_long_journal_is_read_as_needed(ask: Asking) -> None:
    """Only so many entries are read as the cursor comes near."""
    read: list[int] = []

    def entries() -> Iterator[Entry]:
        for number in range(5 * PAGE, 0, -1):
            read.append(number)
            yield entry(number)

    await ask.screen(JournalDialog(entries()))
    assert len(read) == PAGE
    await ask.screen(JournalDialog(entries()), ["G"])
    assert len(read) == 3 * PAGE


@live
async def test_journal_says_what_u_would_take_back(ask: Asking) -> None:
    """A mark before the act, and words after what was taken back or cannot be."""
    entries = [entry(4, inverse="[]"), entry(3, "undo", 2), entry(2), entry(1)]
    lines = (await ask.screen(JournalDialog(entries))).splitlines()
    assert [line.strip("│▌ ")[0] for line in lines if " ann " in line] == ["!", "2", "×", "u"]
    assert sum("(taken back)" in line for line in lines) == 1


@live
@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], "down"),
        (["down", "enter"], "up"),
        ([*"judge", "enter"], "tag"),
        ([*"next", "enter"], "down"),
        ([*"nothing", "enter"], None),
        ([*"xt", "backspace", "backspace", *"t", "t", "backspace", *"ag", "enter"], "tag"),
    ],
)
async def test_help(ask: Asking, keys: list[str], answer: str | None) -> None:
    """What is typed narrows by keys, title, help and group; Enter runs a command."""
    assert await ask(HelpDialog(COMMANDS), keys) == [answer]


@live
@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_help_lists_by_group(ask: Asking, size: tuple[int, int]) -> None:
    """Headings stand over their commands."""
    seen = await ask.screen(HelpDialog(COMMANDS), size=size)
    assert seen.index("MOVE") < seen.index("j down") < seen.index("go to the next claim")


@pytest.mark.parametrize(
    ("keys", "words"), [("j,down", "j down"), (("g", "home"), "g home"), ("", "")]
)
def test_key_words(keys: str | tuple[str, ...], words: str) -> None:
    """Keys stand side by side, however they were listed."""
    assert key_words(keys) == words


@live
@pytest.mark.parametrize(
    ("selected", "keys", "choice"),
    [
        (0, [], ExportChoice("csv", "/data/claims.csv", False)),
        (0, ["j"], ExportChoice("jsonl", "/data/claims.jsonl", False)),
        (2, [], ExportChoice("csv", "/data/claims.csv", True)),
        (2, ["k", "tab", "j"], ExportChoice("jsonl", "/data/claims.jsonl", False)),
        (0, ["tab", "ctrl+u", *"x.txt"], ExportChoice("csv", "x.txt", False)),
    ],
)
async def test_export(ask: Asking, selected: int, keys: list[str], choice: ExportChoice) -> None:
    """Selected claims are offered first; the file ends as the format does."""
    dialog = ExportDialog(9, selected, "/data/claims.csv", lambda _: False)
    assert await ask(dialog, [*keys, "enter"]) == [choice]


@live
@pytest.mark.parametrize(
    ("there", "keys", "said"),
    [
        (False, [], "writes 1 204 claims"),
        (True, [], "would be overwritten"),
        (True, ["tab", "ctrl+u"], "? name a file"),
    ],
)
async def test_export_says_what_it_will_do(
    ask: Asking, there: bool, keys: list[str], said: str
) -> None:
    """How many claims, and whether a file is in the way."""
    dialog = ExportDialog(1204, 0, "claims.csv", lambda _: there)
    assert said in await ask.screen(dialog, keys)


@pytest.mark.parametrize(
    ("path", "after"),
    [("claims.csv", "claims.jsonl"), ("claims", "claims.jsonl"), ("x.txt", "x.txt"), ("", "")],
)
def test_with_ending(path: str, after: str) -> None:
    """An ending that a person chose stays."""
    assert with_ending(path, "jsonl") == after
