"""What docs/store.md and docs/security.md say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store import query
from store.database import open_store
from store.edits import Tag, apply
from store.load import load
from store.query import Filter
from store.readers import read
from store.samples import articles
from store.schema import VERSION
from tests.store.desk import NOW

ROOT = Path(__file__).parents[1]
STORE, SECURITY = (
    (ROOT / "docs" / name).read_text("utf-8") for name in ("store.md", "security.md")
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store in it, under the name that the examples use."""
    monkeypatch.chdir(tmp_path)
    with open_store(tmp_path / "desk.db") as store:
        load(store, read(articles()[:1]), who="ann", now=NOW)
        keys = tuple(row.key for row in query.first(store, Filter(), 3))
        for tag in ("one", "two"):
            apply(store, Tag(keys, (tag,)), "ann", NOW)
    return tmp_path


def test_every_table_is_told_of(desk: Path) -> None:
    """Each with its name, and the format with its number."""
    with open_store(desk / "desk.db") as store:
        names = [name for (name,) in store.db.execute(_TABLES)]
    assert len(names) > 20
    assert [name for name in names if f"`{name}`" not in STORE] == []
    assert f"the format: {VERSION}." in STORE.replace("\n", " ")


_TABLES = """
SELECT name FROM sqlite_master
WHERE type IN ('table', 'view') AND name NOT GLOB '*_fts_*' AND name NOT LIKE 'sqlite_%'
"""


def test_the_examples_run(desk: Path) -> None:
    """The queries run; the program finds the chain whole, and broken once an entry is changed."""
    with open_store(desk / "desk.db") as store:
        for statement in re.findall(r"(?m)^    (SELECT .+);$", STORE):
            assert store.db.execute(statement).description
        (program,) = re.findall(r"```python\n(.+?)```", STORE, re.DOTALL)
        exec(program, {})
        store.db.execute("UPDATE journal SET who = 'bob' WHERE number = 1")
        with pytest.raises(AssertionError):
            exec(program, {})


def test_every_test_that_is_named_is_there() -> None:
    """Whoever follows a row of the tables finds what tests it."""
    named = set(re.findall(r"`((?:tests|benchmarks|store)/[\w/.]+)`", SECURITY))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
