"""Why a file is read as it is; tables whose columns are asked for once; standard input."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from store.samples import folder
from tests.cli.conftest import Runner
from tui.cli import inputs, run

FORMATS = folder() / "formats"


@pytest.mark.parametrize(
    ("file", "facts"),
    [
        ("rss.xml", ["read as    feed", "passed on  Пример-Интер", "pubDate “Сб, 02 авг"]),
        ("crawl.warc.gz", ["captured   2025-09-15", "left out   1 × answer with status 404"]),
        ("substation.pdf", ["read as    PDF (1 page)", "published  unknown"]),
        ("substation.txt", ["source     formats (folder)"]),
        ("telegram.json", ["answers    https://t.me/c/1234567890/78", "edited     2025-08-03T07:"]),
    ],
)
def test_why_tells_what_was_found_and_how(conflict: Runner, file: str, facts: list[str]) -> None:
    """Reader, source, date and how, what was left out."""
    ran = conflict("why", FORMATS / file)
    assert ran.status == 0
    for fact in facts:
        assert fact in ran.out


def test_why_tells_of_the_first_few(conflict: Runner, tmp_path: Path) -> None:
    """Of an export of thousands one does not want all."""
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "It was hit."}\n' * 9)
    ran = conflict("why", path)
    assert ran.out.count("read as") == 5
    assert "--all" in ran.err
    assert conflict("why", path, "--all").out.count("read as") == 9


def test_why_something_cannot_be_read(conflict: Runner, tmp_path: Path) -> None:
    """Status 1 and the sentence."""
    path = tmp_path / "picture"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = conflict("why", path)
    assert ran.status == 1
    assert "failed     It is a PNG picture, no text." in ran.out


def test_standard_input_is_read_by_its_content(conflict: Runner) -> None:
    """An export through a pipe."""
    raw = (FORMATS / "telegram.json").read_bytes()
    ran = conflict("load", "-", "--json", stdin=raw.decode())
    assert [record["status"] for record in ran.records][:3] == ["added"] * 3


@pytest.mark.parametrize("option", ["text", "colour=col_a", "=x"])
def test_a_column_that_is_none(conflict: Runner, option: str) -> None:
    """FIELD=NAME, and the fields there are."""
    ran = conflict("load", FORMATS / "columns.tsv", "--column", option)
    assert ran.status == 2
    assert "FIELD=NAME" in ran.err


def test_columns_are_asked_for_once(
    conflict: Runner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """On a terminal, by number or name; the next table of the same shape is read at once."""
    monkeypatch.setattr("tui.settings.columns_file", lambda: tmp_path / "kept" / "columns.json")
    monkeypatch.setattr(inputs, "_is_asked", lambda: True)
    answers = io.StringIO("9\n\ncol_c\n1\n2\n\n\n")
    monkeypatch.setattr(sys, "stdin", answers)
    assert run(["load", str(FORMATS / "columns.tsv")]) == 0
    assert "There is no column '9'." in capsys.readouterr().err
    monkeypatch.setattr(inputs, "_is_asked", lambda: False)
    other = tmp_path / "other.tsv"
    other.write_text((FORMATS / "columns.tsv").read_text().replace("four", "five"))
    ran = conflict("load", other, "--json")
    assert [record["published"] for record in ran.records] == ["2025-08-03"]
