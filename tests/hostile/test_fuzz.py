"""Files with damage, made at random: read or refused, never raising."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.broken import check, damaged, seeds
from store.model import Document
from store.readers import ReadProblem


@settings(max_examples=80, deadline=None)
@given(name=st.sampled_from(sorted(seeds())), seed=st.integers(0, 2**32))
def test_whatever_is_broken_is_read_or_refused(name: str, seed: int) -> None:
    """For longer: python -m benchmarks.fuzz all --seconds 600."""
    check(name, damaged(seeds()[name], Random(seed)))


@pytest.mark.parametrize("name", sorted(seeds()))
def test_what_is_not_broken_is_read(name: str) -> None:
    """The damage is done to files that give documents, but for those that want a word more."""
    assert (check(name, seeds()[name]) > 0) == (name not in ("feeds.opml", "columns.tsv"))


def test_the_check_sees_what_it_looks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem without a sentence, and a bug in the pipeline."""

    def fails(_: Document) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("benchmarks.broken.analyse", fails)
    with pytest.raises(ZeroDivisionError):
        check("a.txt", b"On July 31 the ministry announced the capture.")
    monkeypatch.setattr("benchmarks.broken.read", lambda *_, **__: [ReadProblem("a", "")])
    with pytest.raises(AssertionError):
        check("a.txt", b"")
