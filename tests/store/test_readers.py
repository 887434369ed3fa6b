"""Readers: every format and encoding, what is found in the head of a text, what is refused."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Document, Publication
from store.readers import ReadProblem, read, read_bytes

DATELINE = Publication("2025-08-03", "dateline")
METADATA = Publication("2025-08-03", "metadata")
NAMED = Publication("2025-08-03", "file-name")
RUSSIAN = "Минобороны сообщило о взятии Часова Яра. Источник в штабе это отрицает, пишет канал."


def one(name: str, content: str | bytes, **given: str) -> Document:
    """The one document in a file."""
    raw = content.encode() if isinstance(content, str) else content
    (found,) = read_bytes(name, raw, **given)
    assert isinstance(found, Document), found
    return found


def problem(name: str, content: str | bytes) -> ReadProblem:
    """The one problem with a file."""
    raw = content.encode() if isinstance(content, str) else content
    (found,) = read_bytes(name, raw)
    assert isinstance(found, ReadProblem), found
    return found


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r"],
)
def test_encodings(encoding: str) -> None:
    """With byte order mark or without; the mark is no part of the text."""
    raw = RUSSIAN.encode(encoding)
    read = one("a.txt", raw)
    assert read.text == RUSSIAN
    assert read.raw == raw


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_stay_as_they_are(newline: str) -> None:
    """Offsets count every character of the file."""
    text = newline.join(["Bridge hit", "", "It was hit on Monday."])
    assert one("a.txt", text).text == text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "The file is empty."),
        ("a.txt", b" \n\t ", "There is nothing in it but blanks."),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "It is a PNG picture, no text."),
        pytest.param("a.txt", bytes(range(256)) * 9, "It is not text.", id="every byte"),
        pytest.param("a.txt", b"\x1f\x8b" + bytes(range(1, 32)) * 9, "It is damaged", id="gzip"),
        ("a.txt", b"\xff\xfe\x41", "It is text in an unknown encoding"),
        ("a.md", "---\ntitle: x\n---\n \n", "There is no text after the front matter."),
        ("a.md", "---\ntitle: [x\n---\nText.", "Its front matter cannot be read (line"),
        pytest.param("a.md", f"---\na: {'[' * 5000}\n---\nText.", "Its front", id="nested"),
        ("a.jsonl", "{", "It is not JSON: "),
        ("a.jsonl", "[1]", "It is not an object."),
        (
            "a.jsonl",
            '{"note": "It was hit."}',
            "Which column is the text is not clear; there are 'note'.",
        ),
        ("a.jsonl", '{"text": " "}', 'Its "text" is empty.'),
        ("a.jsonl", '{"text": "x", "raw": "?"}', 'Its "raw" is not base64.'),
        ("a.jsonl", '{"text": "\\ud800", "identity": ""}', 'Its "text" has half a character'),
        pytest.param("a.jsonl", "[" * 100_000, "It is JSON that is nested", id="nested JSON"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, content: str | bytes, sentence: str) -> None:
    """In a sentence, and nothing is raised."""
    assert problem(name, content).sentence.startswith(sentence)


def test_front_matter_is_a_span() -> None:
    """It stays in the text; its dates stay text; a heading that repeats the title is the title."""
    text = (
        "---\ntitle: 'Bridge: hit'\nsource: Example Daily\npublished: 2025-08-03\n"
        "author: [A. One, B. Two]\nlanguage: EN\nurl: https://daily.example/1\n---\n"
        "# Bridge: hit\n\nIt was hit."
    )
    read = one("a.md", text)
    assert read.text == text
    assert [skipped.cut(text) for skipped in read.skipped] == [text[: text.index("# Bridge")]]
    assert read.title is not None
    assert (read.title.cut(text), read.title.start) == ("Bridge: hit", text.index("# Bridge") + 2)
    assert (read.source, read.author, read.language) == ("Example Daily", "A. One, B. Two", "en")
    assert read.published == Publication("2025-08-03", "metadata")


@pytest.mark.parametrize(
    ("front", "body", "title"),
    [
        ("title: Bridge hit", "It was hit.", "Bridge hit"),
        ('title: "Bridge hit"', "It was hit.", "Bridge hit"),
        ("title: Other", "# Bridge hit\n\nIt was hit.", "Other"),
        ("author: me", "# Bridge hit #\n\nIt was hit.", "Bridge hit"),
        ("title: null", "Bridge hit\n==========\nIt was hit.", "Bridge hit"),
    ],
)
def test_titles_of_markdown(front: str, body: str, title: str) -> None:
    """From the front matter, by its span there, or the first heading."""
    text = f"---\n{front}\n---\n{body}"
    read = one("a.md", text)
    assert read.title is not None
    assert read.title.cut(text) == title


def test_a_folded_title_stands_nowhere_in_the_text() -> None:
    """It is kept as metadata."""
    read = one("a.md", "---\ntitle: >\n  Bridge\n  hit\n---\nIt was hit.")
    assert (read.title, read.headline.strip()) == (None, "Bridge hit")


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule and no front matter.",
        "---\njust words\n---\nText.",
        "# No front matter\n\nHit.",
    ],
)
def test_markdown_without_front_matter(text: str) -> None:
    """A rule at the start is no front matter."""
    assert one("a.md", text).skipped == ()


@pytest.mark.parametrize(
    ("text", "title", "dateline"),
    [
        ("Bridge hit\n\nIt was hit.", "Bridge hit", None),
        ("Is the bridge hit?\n\nIt was.", "Is the bridge hit?", None),
        ("\n\n  Bridge hit  \n\nIt was hit.", "Bridge hit", None),
        ("The bridge was hit.\n\nIt fell.", None, None),
        ("Bridge hit\nIt was hit.", None, None),
        ("Bridge hit", None, None),
        ("x" * 300 + "\n\nIt was hit.", None, None),
        ("KYIV, Aug 3 (Agency) — It was hit.", None, "KYIV, Aug 3 (Agency)"),
        ("Bridge hit\n\nKYIV — It was hit.", "Bridge hit", "KYIV"),
        ("КИЕВ, 3 августа – Мост разрушен.", None, "КИЕВ, 3 августа"),
        ("Rebels — armed by whom — came.", None, None),
        ("Kyiv, Aug 3 (Agency) — It was hit.", None, "Kyiv, Aug 3 (Agency)"),
        ("Киев, 3 августа — Мост разрушен.", None, "Киев, 3 августа"),
        ("On August 3, rebels — armed — came.", None, None),
        ("A-10 and the bridge — a story.", None, None),
    ],
)
def test_the_head_of_a_text(text: str, title: str | None, dateline: str | None) -> None:
    """A title stands alone on a short line and is no sentence; a dateline ends in a dash."""
    read = one("a.txt", text)
    assert (read.title and read.title.cut(text)) == title
    assert (read.dateline and read.dateline.cut(text)) == dateline


@pytest.mark.parametrize(
    ("name", "text", "given", "published"),
    [
        ("a.txt", "It was hit.", None, None),
        ("a.txt", "It was hit.", "2025-08", Publication("2025-08", "given")),
        ("2025-08-03 a.txt", "It was hit.", None, NAMED),
        ("x_20250803.txt", "It was hit.", None, NAMED),
        ("20259999.txt", "It was hit.", None, None),
        ("12025-08-031.txt", "It was hit.", None, None),
        ("a.txt", "KYIV, August 3 — It was hit.", None, None),
        ("a.txt", "KYIV, 3 August 2025 — It was hit.", None, DATELINE),
        ("a.txt", "Digest, 16 July 2025\n\nIt fell.", None, replace(DATELINE, edtf="2025-07-16")),
        ("a.txt", "Bridge hit\n\n3 August 2025\n\nIt was.", None, DATELINE),
        ("a.txt", "Bridge hit\n\nPublished: 3 August 2025\n\nHit.", None, DATELINE),
        ("a.txt", "Bridge hit\n\nOn 3 August 2025 it was hit.", None, None),
        ("a.md", "---\ndate: 3 Aug 2025\n---\nHit.", None, METADATA),
        ("a.md", "---\ndate: 2025-08-03T10:00+03:00\n---\nX", None, replace(METADATA, zone=180)),
        ("a.md", "---\npublished: 2025-02-31\n---\nHit.", None, None),
        ("2024-01-01.md", "---\ndate: 2025-08-03\n---\nHit.", None, METADATA),
    ],
)  # fmt: skip
def test_publication_dates(
    name: str, text: str, given: str | None, published: Publication | None
) -> None:
    """Given, else metadata, else the dateline, else the file's name; never its time stamp."""
    found = one(name, text, **({"published": given} if given else {}))
    assert found.published == published


def test_given_and_stated_dates_that_differ() -> None:
    """Both are kept; the given one is in force."""
    read = one("a.txt", "KYIV, 3 August 2025 — It was hit.", published="2025-08-09")
    assert read.published == Publication("2025-08-09", "given")
    assert read.stated == Publication("2025-08-03", "dateline")
    assert one("a.txt", "KYIV, 3 August 2025 — Hit.", published="2025-08-03").stated is None


@pytest.mark.parametrize(
    ("content", "given", "source", "basis"),
    [
        ("---\nsource: Example Daily\n---\nHit.", "Example Wire", "Example Wire", "given"),
        ("---\nsource: Example Daily\n---\nHit.", None, "Example Daily", "metadata"),
        ("---\nurl: https://www.daily.example/1\n---\nHit.", None, "daily.example", "url"),
        ("---\nurl: http://[bad\n---\nHit.", None, "inbox", "folder"),
        ("Hit.", None, "inbox", "folder"),
    ],
)
def test_sources(tmp_path: Path, content: str, given: str | None, source: str, basis: str) -> None:
    """Given, else metadata, else the host of the address, else the folder."""
    path = tmp_path / "inbox" / "a.md"
    path.parent.mkdir()
    path.write_text(content)
    (found,) = read([path], source=given)
    assert isinstance(found, Document)
    assert (found.source, found.source_basis) == (source, basis)


def test_json_lines() -> None:
    """One document a line; a bad line does not stop the rest; blank lines count, and are none."""
    lines = [
        '{"text": "Bridge hit\\n\\nIt was hit.", "title": "Bridge hit", "source": "A", "x": 1}',
        "",
        "{bad",
        '{"text": "Моста нет.\\u2028Совсем.", "published": "2025-08-03", "title": "Мост"}',
    ]
    first, bad, second = read_bytes("posts.jsonl", "\n".join(lines).encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.title, first.source) == ("posts.jsonl:1", (0, 10), "A")
    assert first.raw == first.text.encode()
    assert isinstance(bad, ReadProblem)
    assert bad.path == "posts.jsonl:3"
    assert (second.name, second.title, second.headline) == ("posts.jsonl:4", None, "Мост")


def test_json_lines_with_the_original_bytes() -> None:
    """As an export writes them where they are not the text in UTF-8."""
    raw = RUSSIAN.encode("cp1251")
    line = json.dumps({"text": RUSSIAN, "raw": base64.b64encode(raw).decode()})
    assert one("a.jsonl", line).raw == raw


def test_folders(tmp_path: Path) -> None:
    """All files, by name; hidden ones, and those that are about the rest, are passed over."""
    for name in ("b.txt", "a", "sub/c.png", "style.css", "README.md", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("It was hit.")
    (tmp_path / "loop").symlink_to(tmp_path)
    names = [item.name for item in read([tmp_path]) if isinstance(item, Document)]
    assert names == ["a", "b.txt", "c.png"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none.txt", "There is no such file or folder."),
        ("image.txt", "It is a PNG picture, no text."),
        ("pipe.txt", "It is a pipe, not a file."),
        ("device.txt", "It is a device, not a file."),
        ("dangling.txt", "It cannot be read: no such file or directory."),
        ("huge.txt", "It is larger than 100 MB."),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, sentence: str) -> None:
    """Each is reported at once; a pipe is not waited for."""
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(10_000_000_000)
    assert list(read([tmp_path / name])) == [ReadProblem(str(tmp_path / name), sentence)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    """Says who forbids it."""
    path = tmp_path / "a.txt"
    path.write_text("It was hit.")
    path.chmod(0)
    (found,) = read([path])
    assert str(found).endswith("It cannot be read: permission denied.")


def test_a_long_line() -> None:
    """3 MB on one line are a text like another."""
    text = "The bridge was hit on Monday. " * 100_000
    assert len(one("a.txt", text).text) == len(text)


def test_an_endless_line() -> None:
    """20 MB of text are no article: what is too long is said with its length."""
    (found,) = read_bytes("a.txt", b"The bridge was hit on Monday. " * 700_000)
    assert str(found) == (
        "a.txt: It has 21,000,000 characters; at most 5,000,000 are read. Split it."
    )


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.jsonl"]))
def test_any_bytes_are_documents_or_problems(raw: bytes, name: str) -> None:
    """Nothing is raised, and spans lie within the text."""
    for item in read_bytes(name, raw):
        if isinstance(item, Document):
            spans = [*item.skipped, *filter(None, (item.title, item.dateline))]
            assert all(0 <= span.start <= span.end <= len(item.text) for span in spans)
