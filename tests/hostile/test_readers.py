"""Hostile files and texts through every reader: read or refused, in bounds, the rest loaded."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from store.pipeline import analyse
from store.readers import Limits, read, read_bytes
from store.readers.formats import FORMATS, recognised
from store.readers.heads import Head
from store.readers.values import Given, ReadProblem
from tests.faults.driver import Driver, broken, claims
from tests.formats import shapes
from tests.hostile.corpus import FILES, PAYLOADS, SAID, texts

MEMORY = 2 << 30
"""Bytes that a load may take of the machine, its imports and vocabularies included."""

SECONDS = 30
"""Seconds of a processor, a time of size, after which the kernel ends a load that would not."""


@pytest.fixture(scope="session")
def times(pytestconfig: pytest.Config) -> int:
    """How many times larger than small the files are made."""
    return int(pytestconfig.getoption("--hurt", 1))


def test_every_format_is_tried() -> None:
    """One that is registered is among the shapes that carry hostile texts."""
    tried = {recognised(Head(make(), name)).name for name, make in shapes.SHAPES.items()}
    tried |= {"tar archive", "web archive (WARC)"}  # inside of the bundle and of a compressed file
    assert tried == {form.name for form in FORMATS}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_that_acts_is_read_as_a_text(payload: str, tmp_path: Path) -> None:
    """In every format, or refused in a sentence; of what is read the plainest is analysed."""
    for name, raw in texts(PAYLOADS[payload]).items():
        path = tmp_path / name
        path.write_bytes(raw)
        found = list(read([path]))
        assert found
        for item in found:
            if not isinstance(item, ReadProblem) and name.endswith(".txt"):
                claims = analyse(item).claims
                assert claims
                assert all(claim.span.cut(item.text).strip() for claim in claims)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_hurts_is_bounded(
    driver: Driver, name: str, times: int, tmp_path: Path
) -> None:
    """Read or reported, within a bound of memory and time; the article beside it is loaded."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / name).write_bytes(FILES[name](times))
    (folder / "zz-good.txt").write_text(f"Good article\n\n{SAID}")
    store = tmp_path / "desk.db"
    words = ["load", "--json", str(folder)]
    done = driver.run(store, words, memory=MEMORY, cpu=SECONDS * times)
    assert done.status in (0, 1), done.err
    assert not done.err
    good = [record for record in done.records if record["name"] == "zz-good.txt"]
    assert [record["status"] for record in good] == ["added"]
    others = [record for record in done.records if record["name"] != "zz-good.txt"]
    assert others
    assert all(record["sentence"] for record in others if record["status"] == "failed")
    assert not broken(store)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["desk.db", "inbox"]


def test_what_is_no_file_is_reported(driver: Driver, tmp_path: Path) -> None:
    """Pipes, devices, links in a circle, a file of ten gigabytes with nothing in it."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to("/none/at/all")
    with (folder / "sparse.txt").open("wb") as sparse:
        sparse.truncate(10 << 30)
    (folder / "good.txt").write_text(SAID)
    store = tmp_path / "desk.db"
    for paths in ([folder], sorted(folder.iterdir())):
        done = driver.run(store, ["load", "--json", *map(str, paths)], memory=MEMORY, cpu=SECONDS)
        assert done.status == 1
        told = {Path(record["name"]).name: record["status"] for record in done.records}
        bad = ("pipe.txt", "device.txt", "circle.txt", "nowhere.txt", "sparse.txt")
        assert [told[name] for name in bad] == ["failed"] * 5
    assert len(claims(store)) == 1


def test_no_name_inside_decides_where_anything_is_written(tmp_path: Path) -> None:
    """Members of archives that wish to lie elsewhere are read and lie nowhere."""
    path = tmp_path / "climbing.zip"
    path.write_bytes(FILES["climbing.zip"](1))
    found = list(read([path]))
    assert sum(not isinstance(item, ReadProblem) for item in found) == 4
    assert [each.name for each in tmp_path.iterdir()] == ["climbing.zip"]
    assert not Path("/tmp/pwned.txt").exists()


@pytest.mark.parametrize(
    "language", ["de", "DE-at", "zz", "..", "/e", "\0", "e", "../../en", "ru "]
)
def test_any_language_may_be_stated(language: str) -> None:
    """One that we have no words of is read with English ones; none is taken for a path."""
    raw = json.dumps({"text": SAID, "language": language}).encode()
    (document,) = read_bytes("a.json", raw)
    assert not isinstance(document, ReadProblem)
    assert document.language.isalpha()
    analyse(document)


def test_smaller_limits_are_kept(tmp_path: Path) -> None:
    """As the settings file may set them; each refusal says by how much."""
    path = tmp_path / "a.txt"
    path.write_text(SAID * 100)
    (problem,) = read([path], given=Given(limits=Limits(text=500)))
    assert isinstance(problem, ReadProblem)
    assert "at most 500" in problem.sentence
