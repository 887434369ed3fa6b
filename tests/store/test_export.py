"""Exports: what stands in them, what cannot act from them, and that they load again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import query
from store.database import Store, open_store
from store.edits import Judge, Note, Tag, apply
from store.export import to_csv, to_jsonl
from store.export.csv import defused
from store.load import load
from store.query import Filter
from store.readers import read_bytes
from tests.store.desk import NOW, analyse
from tests.store.test_query import CAPTURE, asked, keys_of


def as_csv(store: Store, line: str) -> list[dict[str, str]]:
    """The CSV of a filter, read back."""
    out = io.StringIO(newline="")
    to_csv(store, asked(line), out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def as_jsonl(store: Store, filter: Filter) -> str:
    """The JSON Lines of a filter."""
    out = io.StringIO()
    to_jsonl(store, filter, out)
    return out.getvalue()


def test_csv_is_the_filtered_list(desk: Store) -> None:
    """One claim a line, in the order of the list."""
    apply(desk, Judge(keys_of(desk, CAPTURE), "false"), "ann", NOW)
    lines = as_csv(desk, "flag:claimed")
    assert [line["key"] for line in lines] == [
        row.key for row in query.rows(desk, query.ids(desk, asked("flag:claimed")))
    ]
    line = next(line for line in lines if line["claim"] == CAPTURE)
    assert (line["date"], line["date_means"], line["verdict"]) == ("2025-07-31", "said", "false")
    assert (line["place"], line["chain"]) == ("Chasiv Yar", "Example Daily ← the ministry")


def test_a_formula_in_a_note_is_defused(desk: Store) -> None:
    """A spreadsheet shows it and does not run it."""
    note = '=HYPERLINK("https://bad.example")'
    apply(desk, Note(keys_of(desk, CAPTURE), note), "ann", NOW)
    assert [line["note"] for line in as_csv(desk, "has:note")] == [f"'{note}"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\t=1", "' =1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("ESC \x1b[31m", "ESC [31m"),
        ("", ""),
    ],
)
def test_cells(cell: str, written: str) -> None:
    """No cell begins like a formula, none has control characters."""
    assert defused(cell) == written


@given(st.text())
def test_no_cell_acts(cell: str) -> None:
    """Whatever is in it."""
    assert not defused(cell).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_json_lines_leave_nothing_out(desk: Store) -> None:
    """One document a line, with its claims and all that was decided on them."""
    apply(desk, Tag(keys_of(desk, CAPTURE), ("key",)), "ann", NOW)
    lines = [json.loads(line) for line in as_jsonl(desk, asked("show:all")).splitlines()]
    claims = [claim for line in lines for claim in line["claims"]]
    assert len(lines) == 3
    assert len(claims) == 8
    claim = next(claim for claim in claims if claim["quote"] == CAPTURE)
    assert claim["tags"] == ["key"]
    assert [hop["name"] for hop in claim["chain"]] == ["the ministry"]
    assert all("id" not in claim for claim in claims)


def test_json_lines_load_again(desk: Store, tmp_path: Path) -> None:
    """Into the same documents and claims under the same keys."""
    raw = as_jsonl(desk, asked("show:all")).encode()
    with open_store(tmp_path / "other.db") as other:
        report = load(
            other,
            read_bytes("export.jsonl", raw),
            who="bob",
            now=NOW,
            analyse=lambda document: analyse(document),
        )
        assert {outcome.status for outcome in report.outcomes} == {"added"}
        wanted = {(row.key, row.edtf) for row in query.first(desk, asked("show:all"), 99)}
        assert {(row.key, row.edtf) for row in query.first(other, asked("show:all"), 99)} == wanted
    again = load(desk, read_bytes("export.jsonl", raw), who="bob", now=NOW, analyse=analyse)
    assert {outcome.status for outcome in again.outcomes} == {"unchanged"}
