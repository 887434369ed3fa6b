"""What reaches a terminal when the store is full of hostile texts: what we drew, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store import query
from store.database import open_store
from store.edits import Note, Rechain, Relocate, Tag, apply
from store.load import load
from store.plain import printable
from store.query import Filter
from store.readers import read
from tests.faults.driver import Driver
from tests.faults.screen import Screen
from tests.hostile.corpus import PAYLOADS, texts
from tests.store.desk import NOW

EVERYTHING = "".join(PAYLOADS.values())
TOGETHER = [
    "".join(PAYLOADS[name] for name in names)
    for names in (
        ("escape", "eight-bit", "overwriting", "bidi", "invisible"),
        ("markup", "html"),
        ("json",),
        ("formula", "rare", "homoglyph"),
    )
]
# The marks that hostile sequences bear; none of ours has such numbers.
MARKED = re.compile(r"\x1b[^\x1b]{0,12}777|\x1b\][^\x07\x1b]*pwned|\x1bc|\x9b|\x9d|\x90")
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()=>78][0B]?)")
COMMANDS = (
    ["list"],
    ["list", "--json"],
    ["sources"],
    ["tags"],
    ["stats"],
    ["log"],
    ["log", "--json"],
    ["verify"],
    ["export", "--format", "csv"],
    ["export", "--format", "jsonl"],
    ["export", "--format", "html"],
    ["export", "--format", "md"],
    ["tag", "aaaa\x1b[777;7771H", "x"],
    ["list", "--", "flag:\x1b[777;7771H\u202ex"],
    ["judge", "a", "\x1b[777;7771H"],
    ["load", "\x1b[777;7771H\u202e.txt"],
    ["--\x1b[777;7771H"],
    ["forget", "\x1b[777;7771H"],
)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, of a hostile name, with hostile files of hostile names."""
    folder = tmp_path_factory.mktemp("hostile") / "in\x1b[777;7771H\u202ebox"
    folder.mkdir()
    for payload in TOGETHER:
        for name, raw in texts(payload).items():
            stem, _, ending = name.partition(".")
            safe = payload.replace("/", "").replace("\0", "")[:40]
            (folder / f"{stem}{safe}.{ending}").write_bytes(raw)
    return folder


@pytest.fixture(scope="module")
def store(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all of it, and hostile words of an analyst besides."""
    path = tmp_path_factory.mktemp("store") / "desk.db"
    with open_store(path) as store:
        load(store, read([inbox]), who=EVERYTHING, now=NOW)
        keys = [row.key for row in query.first(store, Filter(), 30)]
        apply(store, Note(tuple(keys), EVERYTHING), EVERYTHING, NOW)
        apply(store, Tag(tuple(keys), ("[/b]", "<b>", "=1+1")), EVERYTHING, NOW)
        apply(store, Relocate(tuple(keys[:9]), ("[/b]place", "=1")), EVERYTHING, NOW)
        apply(store, Rechain(tuple(keys[:9]), ("[@click=app.quit]x[/]",)), EVERYTHING, NOW)
    return path


def acting(sent: str) -> list[str]:
    """What of the characters that were sent acts and is not one of our sequences."""
    rest = SEQUENCE.sub("", sent)
    plain = {"\n", "\r", "\t", "\b"}
    return [*MARKED.findall(sent), *(c for c in set(rest) - plain if printable(c) != c)]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:3]).split("\x1b")[0])
def test_no_command_lets_anything_act(driver: Driver, store: Path, words: list[str]) -> None:
    """In a pipe; on stdout and on stderr, in errors as well."""
    done = driver.run(store, words)
    assert "Traceback" not in done.err
    assert done.out or done.err
    assert acting(done.out) == acting(done.err) == []


ON_A_TERMINAL = """
import sys
from tui.cli import run
for words in (["list"], ["sources"], ["tags"], ["log"], ["stats"], ["forget", sys.argv[2]]):
    run(words)
first = sys.argv[1]
run(["show", first])
run(["load", "--dry-run", *sys.argv[3:]])
"""


def test_tables_on_a_terminal_let_nothing_act(store: Path, inbox: Path) -> None:
    """Tables, a card, a question, the report of a load."""
    with open_store(store) as desk:
        key = query.first(desk, Filter(), 1)[0].key
        (name,) = desk.db.execute("SELECT name FROM documents LIMIT 1").fetchone()
    some = [str(path) for path in sorted(inbox.iterdir()) if ".html" in path.name][:4]
    with Screen(store, "-c", ON_A_TERMINAL, key, name, *some) as screen:
        screen.type("n\n")
        screen.leave()
    sent = screen.sent.decode()
    assert "Traceback" not in sent
    assert len(sent) > 5_000
    assert acting(sent) == []
    assert screen.title == ""


ESC = "\x1b[27u"  # as a terminal says it that parts the key from the beginning of a sequence
KEYS = (
    *("j" * 6, "\r", ESC, "w", ESC, "c", ESC, "x", ESC, "t", ESC, "v", ESC, "m", ESC, "r", ESC),
    *("e", ESC, "p", ESC, "f", ESC, "E", ESC, "L", ESC, "D", ESC, "?", ESC, "A", "o", "G", "g"),
    *("/pwned\r", "n", ESC, "y", "z", "j" * 30),
)


def test_the_app_lets_nothing_act(store: Path, tmp_path: Path) -> None:
    """Walked through with every dialog that shows texts; the terminal hears what we drew alone."""
    with Screen(store, env={"CONFLICT_TUI_SETTINGS": str(tmp_path / "none.toml")}) as screen:
        assert screen.until(lambda text: "claims" in text and "j/k" in text)
        for keys in KEYS:
            screen.type(keys)
            screen.settle()
        assert screen.process.poll() is None, screen.text
        for key in (ESC, ESC, ESC, ESC, "q"):
            screen.type(key)
            screen.settle()
        assert screen.leave() == 0
    sent = screen.sent.decode()
    assert acting(sent) == []
    assert "pwned" not in screen.title


def test_the_checks_see_what_they_look_for() -> None:
    """Each payload that acts on a terminal would be found if it came through."""
    for name in ("escape", "eight-bit", "overwriting", "bidi", "invisible"):
        assert acting(f"x{PAYLOADS[name]}y")
