"""Nothing leaves the machine: no text makes a reader, the loader or an export open a connection."""

from __future__ import annotations

import io
import socket
from typing import Any

import pytest

from benchmarks.broken import seeds
from store.database import open_store
from store.export.html import to_html
from store.load import load
from store.query import Filter
from store.readers import ReadProblem, blob_of, read
from tests.hostile.corpus import FILES
from tests.store.desk import NOW


def test_no_text_opens_a_connection(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, feeds, crawls and entities name addresses; none of them is asked for anything."""

    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    files = {**seeds(), "outside.xml": FILES["outside.xml"](1)}
    blobs = [blob_of(name, raw) for name, raw in files.items()]
    with open_store(tmp_path / "desk.db") as store:
        report = load(store, read(blobs), who="ann", now=NOW)
        assert sum(outcome.status == "added" for outcome in report.outcomes) > 10
        out = io.StringIO()
        assert to_html(store, Filter(), out)
    assert "passwd" not in out.getvalue()


def test_a_file_of_this_machine_is_not_read_in() -> None:
    """An entity that names one stays empty."""
    for found in read([blob_of("outside.xml", FILES["outside.xml"](1))]):
        assert isinstance(found, ReadProblem) or "root:" not in found.text
