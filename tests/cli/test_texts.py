"""The dry runs: claims and date phrases of a text, without a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Runner

STORY = "On July 31, the ministry announced the capture of the town of Exampleville.\n"
FIELDS = {
    "file",
    "start",
    "end",
    "text",
    "attribution_chain",
    "event_date",
    "hedges",
    "flag",
    "timeline",
    "places",
    "relations",
}


def test_extract_prints_one_claim_a_line(conflict: Runner, tmp_path: Path) -> None:
    """With all fields, offsets into the whole decoded file, and no store made."""
    path = tmp_path / "story.txt"
    path.write_text("\ufeff" + STORY)
    [claim] = conflict("extract", path, "--published", "2025-08-03", "--json").records
    assert claim.keys() >= FIELDS
    assert STORY[claim["start"] : claim["end"]] == claim["text"]
    assert claim["event_date"]["edtf"] == "2025-07-31"
    assert claim["event_date"]["text"] in ("July 31", "On July 31")
    assert [hop["text"] for hop in claim["attribution_chain"]] == ["the ministry"]
    assert not (tmp_path / "claims.db").exists()


def test_attributions_give_source_cue_and_content(conflict: Runner, tmp_path: Path) -> None:
    """Opinions too; as offsets in JSON, as words without."""
    path = tmp_path / "story.txt"
    path.write_text("The mayor said that the bridge is ugly.\n")
    [found] = conflict("extract", "--attributions", "--json", path).records
    assert (found["source"], found["cue"], found["content"]) == ([0, 9], [10, 14], [20, 38])
    assert conflict("extract", "--attributions", path).out.startswith("The mayor\tsaid\t")


def test_dates_read_standard_input(conflict: Runner) -> None:
    """Phrase, value, rule, anchor and the reason in words."""
    [date] = conflict("dates", "--published", "2025-08-03", "--json", stdin=STORY).records
    assert (date["edtf"], date["anchor"]) == ("2025-07-31", "2025-08-03")
    assert date["rule"]
    assert "2025" in date["why"]


def test_a_batch_gives_timex_values_a_document_a_line(conflict: Runner) -> None:
    """What the scorer of date corpora reads: ranges as two endpoints, durations as durations."""
    documents = [
        {"id": "a", "text": "He left on July 31 after two days.", "dct": "2025-08-03"},
        {"id": "b", "text": "Nothing here.", "dct": None},
    ]
    ran = conflict("dates", "--batch", stdin="\n".join(map(json.dumps, documents)))
    first, second = ran.records
    assert first["id"] == "a"
    assert [value for *_, value in first["timexes"]] == ["2025-07-31", "P2D"]
    assert second == {"id": "b", "timexes": []}


@pytest.mark.parametrize("line", ["no json", "[]", '{"id": 1}'])
def test_a_broken_batch_names_its_line(conflict: Runner, line: str) -> None:
    """A sentence with the number of the line, status 1."""
    ran = conflict("dates", "--batch", stdin=line)
    assert ran.status == 1
    assert "Line 1" in ran.err


def test_a_file_that_cannot_be_read_is_said_on_stderr(conflict: Runner, tmp_path: Path) -> None:
    """Status 1, nothing on standard output."""
    ran = conflict("extract", tmp_path / "nowhere.txt", "--json")
    assert (ran.status, ran.out) == (1, "")
    assert "nowhere.txt" in ran.err
