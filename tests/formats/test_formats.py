"""What each format carries beside the words, and what is said of what it does not."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from store import query
from store.database import open_store
from store.load import load
from store.model import Document, PassedOn
from store.readers import Given, Limits, ReadProblem, read, read_bytes
from tests.formats import shapes
from tests.store.desk import NOW


def one(raw: bytes, name: str = "x") -> Document:
    """The one document in bytes."""
    (found,) = [item for item in read_bytes(name, raw) if isinstance(item, Document)]
    return found


def problems(raw: bytes, name: str = "x") -> list[str]:
    """The sentences on what is wrong with bytes, or was left out of them."""
    return [item.sentence for item in read_bytes(name, raw) if isinstance(item, ReadProblem)]


# -- pages --------------------------------------------------------------------------------------


def test_a_page_states_who_where_and_when() -> None:
    """Outlet, author, canonical address, language, the original day and how it was found."""
    page = one(shapes.page())
    assert (page.source, page.author, page.url) == (shapes.OUTLET, shapes.AUTHOR, shapes.ADDRESS)
    assert page.published is not None
    assert page.published.how.startswith("JSON-LD datePublished")
    assert page.edited == "2025-08-09T08:00:00+03:00"
    assert page.title is not None
    assert page.title.cut(page.text) == shapes.TITLE
    assert page.raw == shapes.page()


@pytest.mark.parametrize(
    ("head", "published", "how"),
    [
        ('<meta property="article:published_time" content="2025-08-03">', "2025-08-03", "meta"),
        ('<meta name="date" content="3 August 2025">', "2025-08-03", "meta date"),
        ("<time datetime='2025-08-03T01:00:00Z'>today</time>", "2025-08-03", "<time>"),
        ("<span itemprop='datePublished' content='2025-08-03'></span>", "2025-08-03", "itemprop"),
        ("<time class='updated' datetime='2025-08-09'>x</time>", None, ""),
        ('<meta property="article:modified_time" content="2025-08-09">', None, ""),
    ],
)
def test_where_a_page_states_its_day(head: str, published: str | None, how: str) -> None:
    """Each place in its turn; the day of the last change is no day of publication."""
    page = one(f"<html><body>{head}<p>{shapes.PARAGRAPHS[1]}</p></body></html>".encode())
    assert (page.published and page.published.edtf) == published
    assert page.published is None or page.published.how.startswith(how)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
def test_the_encoding_of_a_page(encoding: str) -> None:
    """As it declares, even where a guess would go wrong."""
    words = "Минобороны сообщило о взятии Примерска."
    page = f'<html><meta charset="{encoding}"><p>{words}</p></html>'
    assert words in one(page.encode(encoding)).text


def test_pages_are_read_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """By our own extraction: the same article, without what stands round it."""
    with_extra = one(shapes.page())
    monkeypatch.setattr("store.readers.html.there", lambda _library: False)
    without = one(shapes.page())
    assert (with_extra.reader, without.reader) == (
        "HTML page (trafilatura)",
        "HTML page (own extraction)",
    )
    assert without.text == with_extra.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><nav><a href='/1'>One</a> <a href='/2'>Two</a></nav></html>",
        "<!DOCTYPE html><html><body><script>render()</script><noscript>On</noscript></body></html>",
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    """Links alone, or a script."""
    (sentence,) = problems(page.encode())
    assert sentence.startswith("No article was found on the page")


# -- feeds --------------------------------------------------------------------------------------


def test_an_item_carried_from_another_outlet() -> None:
    """Its source is a hop; its date is read in Russian, and kept as it was written."""
    _, carried = [item for item in read_bytes("x", shapes.rss()) if isinstance(item, Document)]
    assert carried.source == shapes.OUTLET
    assert carried.passed_on == (PassedOn("Пример-Интер (вымышлено)", "outlet"),)
    assert carried.published is not None
    assert (carried.published.edtf, carried.published.zone) == ("2025-08-02", 180)
    assert "Сб, 02 авг 2025" in carried.published.how
    assert carried.raw.startswith(b"<item>")
    assert carried.raw.endswith(b"</item>")


def test_an_entry_that_was_changed_keeps_its_day() -> None:
    """Published stays; the change is kept beside it."""
    entry = one(shapes.atom())
    assert entry.published is not None
    assert (entry.published.edtf, entry.edited) == (shapes.PUBLISHED, "2025-08-09T08:00:00Z")


@pytest.mark.parametrize("raw", [b"<rss version='2.0'><channel>", b"<feed></feed>", shapes.opml()])
def test_feeds_without_items(raw: bytes) -> None:
    """A broken one, an empty one, a list of feeds: a sentence each."""
    assert len(problems(raw)) == 1


# -- Telegram -----------------------------------------------------------------------------------


def posts(raw: bytes) -> list[Document]:
    """The documents of an export."""
    return [item for item in read_bytes("result.json", raw) if isinstance(item, Document)]


def test_a_message_is_a_document() -> None:
    """Channel, time in UTC, address, who it was forwarded from, what it answers, its last edit."""
    post, passed_on, answer = posts(shapes.telegram())
    assert {each.source for each in (post, passed_on, answer)} == {shapes.OUTLET}
    assert post.url == "https://t.me/c/1234567890/77"
    assert passed_on.passed_on == (PassedOn("Example Grid Watch (invented)", "channel"),)
    assert passed_on.edited == "2025-08-03T07:00:00+00:00"
    assert passed_on.text.startswith("On August 1, the mayor")
    assert answer.reply_to == passed_on.url
    assert post.published is not None
    assert (post.published.edtf, post.published.zone) == ("2025-08-03", 0)


def test_an_edited_message_is_an_edition(tmp_path: Path) -> None:
    """Of two exports of one channel: both texts are kept, dated, and what changed is told."""
    later = shapes.telegram(
        f"{shapes.TITLE}\n\n{shapes.BODY}".replace("four workers", "two workers")
    )
    later = later.replace(b'"id": 77,', b'"id": 77, "edited_unixtime": "1754290000",')
    with open_store(tmp_path / "desk.db") as store:
        statuses = [
            [outcome.status for outcome in load(store, posts(raw), who="a", now=NOW).outcomes]
            for raw in (shapes.telegram(), later)
        ]
        assert statuses == [["added"] * 3, ["added", "unchanged", "unchanged"]]
        first = query.documents(store)[0]
        was, now = query.editions(store, first.id)
        assert (was.edited, now.edited) == ("", "2025-08-04T06:46:40+00:00")
        assert [change.kind for change in now.changes] == ["reworded"]


def test_what_was_left_out_of_an_export_is_counted() -> None:
    """Notices and pictures without words; it is no failure."""
    (left,) = [item for item in read_bytes("x", shapes.telegram()) if isinstance(item, ReadProblem)]
    assert not left.fault
    assert left.sentence.startswith("Left out of 5: 1 × notice")


def test_an_account_has_many_chats() -> None:
    """Each message is its own chat's."""
    chats = [
        {"name": f"Channel {n}", "type": "public_channel", "id": n, "messages": shapes.messages()}
        for n in (1, 2)
    ]
    account = {"about": "Here is the data", "chats": {"about": "x", "list": chats}}
    found = posts(json.dumps(account).encode())
    assert [each.source for each in found] == ["Channel 1"] * 3 + ["Channel 2"] * 3
    assert found[3].url == "https://t.me/c/2/77"


@pytest.mark.parametrize("broken", [b"\x07", b"\x1b", b"\x00", b"\n", b"\xff\xfe", b"\xed\xa0\xbd"])
def test_broken_characters_in_an_export(broken: bytes) -> None:
    """Control characters and halves of others cost no message."""
    raw = shapes.telegram().replace(b"announced", b"anno" + broken + b"unced")
    assert len(posts(raw)) == 3


def test_half_a_character_as_an_escape() -> None:
    """What JSON can say and UTF-8 cannot."""
    raw = shapes.telegram().replace(b"announced", b"announced \\ud83d")
    assert "announced" in posts(raw)[0].text
    posts(raw)[0].text.encode()


def test_an_export_that_breaks_off() -> None:
    """What was whole is read, and that it breaks off is said."""
    raw = shapes.telegram()
    raw = raw[: raw.index(b'"id": 79')]
    assert len(posts(raw)) == 2
    assert problems(raw)[0].startswith("The export breaks off after 2 messages.")


# -- tables and JSON ----------------------------------------------------------------------------


def test_columns_are_asked_for_where_nothing_tells(tmp_path: Path) -> None:
    """The header is shown, and the answer is used for the whole table."""
    path = tmp_path / "table.tsv"
    path.write_bytes(shapes.tsv())
    asked: list[tuple[str, ...]] = []

    def answer(header: tuple[str, ...]) -> dict[str, str]:
        asked.append(header)
        return {"text": "col_c"}

    (found,) = read([path], given=Given(ask=answer))
    assert isinstance(found, Document)
    assert asked == [("col_a", "col_b", "col_c")]
    assert found.text.startswith(shapes.TITLE)


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ("text,date\nIt was hit.,2025-08-03\n", ["It was hit."]),
        ("text\tdate\nIt was hit.\t2025\n", ["It was hit."]),
        ('text|date\n"It was\n\nhit."|x\n', ["It was\n\nhit."]),
        ("sep=;\ntext;date\nIt was hit, twice.;x\n", ["It was hit, twice."]),
        ("﻿message,date\nOne.,x\n\n,\nTwo.,y\n", ["One.", "Two."]),
        ('text,date\n"He said ""no"".",x\n', ['He said "no".']),
    ],
)
def test_tables_of_every_kind(raw: str, texts: list[str]) -> None:
    """Commas, tabs, bars, marks, quotation marks, lines in cells, empty rows."""
    found = [item for item in read_bytes("t", raw.encode()) if isinstance(item, Document)]
    assert [item.text for item in found] == texts


def test_prose_with_commas_is_no_table() -> None:
    """Though its first line has as many as its second."""
    prose = "Hit, burnt, lost.\n\nThe ministry, on Monday, said so.\nThe mayor, on Friday, denied."
    assert one(prose.encode()).text == prose


def test_a_row_in_another_encoding_is_one_problem() -> None:
    """The rest is read."""
    raw = (
        b"text,date\n" + b"It was hit.,x\n" * 6000 + "Взят.,x\n".encode("cp1251") + b"It fell.,x\n"
    )
    found = list(read_bytes("t.csv", raw))
    assert len([item for item in found if isinstance(item, Document)]) == 6001
    (problem,) = [item for item in found if isinstance(item, ReadProblem)]
    assert problem.path == "t.csv:6002"


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ('[{"text": "One."}, {"text": "Two."}]', ["x:1", "x:2"]),
        ('{"text": "One."}\n{"text": "Two."}\n', ["x:1", "x:2"]),
        ('{"text": "One."}', ["x:1"]),
        ('{\n "text": "One."\n}', ["x:1"]),
        ('{"data": {"posts": [{"body": "One."}]}, "tags": [{"name": "a"}]}', ["x:1"]),
        ('{"items": [\n{"text": "One."},\n{"text": "Two."}\n]}', ["x:1", "x:2"]),
        ('[{"text": "One."}, 7]', ["x:1"]),
    ],
)
def test_json_of_every_shape(raw: str, names: list[str]) -> None:
    """A list, lines, one object on one line or many, a list inside one."""
    found = [item for item in read_bytes("x", raw.encode()) if isinstance(item, Document)]
    assert [item.name for item in found] == names


def test_markup_in_a_field_is_read_as_text() -> None:
    """As JSON Feed and many interfaces have it; seconds since 1970 are a time."""
    record = {"content_html": "<p>It was hit.</p><p>It fell.</p>", "timestamp": 1754202600}
    found = one(json.dumps([record]).encode())
    assert found.text == "It was hit.\n\nIt fell."
    assert found.published is not None
    assert found.published.edtf == "2025-08-03"


# -- mail ---------------------------------------------------------------------------------------


def test_a_mail_is_dated_by_when_it_was_sent() -> None:
    """Not by when it arrived; without a Date by the Received nearest to the sender."""
    assert one(shapes.mail()).published is not None
    undated = shapes.mail().replace(b"Date: Sun, 3 Aug 2025 09:30:00 +0300\n", b"")
    found = one(undated)
    assert found.published is not None
    assert (found.published.edtf, found.published.how[:8]) == ("2025-08-04", "Received")


def test_a_date_that_is_days_from_the_arrival_is_said_so() -> None:
    """The Date stays in force: a mail can lie on its way; but it can also be set to anything."""
    late = shapes.mail().replace(b"Mon, 4 Aug 2025 01:10:00", b"Sat, 9 Aug 2025 01:10:00")
    found = one(late)
    assert found.published is not None
    assert found.published.edtf == "2025-08-03"
    assert found.published.basis == "guessed"
    assert "though received Sat, 9 Aug 2025" in found.published.how


def test_the_html_of_a_mail_where_the_plain_part_says_nothing() -> None:
    """Many newsletters have a plain part that only asks to look at the other."""
    plain = shapes.mail().replace(shapes.BODY.encode(), b"Your program shows no HTML.")
    assert shapes.PARAGRAPHS[0] in one(plain).text


def test_a_text_that_opens_like_a_mail_is_a_text() -> None:
    """From and Date alone are what people type."""
    text = "From: the front\nDate: 3 August 2025\n\nIt was hit."
    assert one(text.encode()).reader == "text"


def test_a_maildir_is_a_folder_of_mails(tmp_path: Path) -> None:
    """Whose files have no ending."""
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Maildir" / part).mkdir(parents=True)
    (tmp_path / "Maildir" / "cur" / "1754202600.M1P1.desk:2,S").write_bytes(shapes.mail())
    (found,) = read([tmp_path / "Maildir"])
    assert isinstance(found, Document)
    assert found.reader == "mail"


# -- PDF ----------------------------------------------------------------------------------------


def test_pages_are_marked_and_running_heads_left_out() -> None:
    """A sentence goes on over the page; each page begins with a form feed."""
    first, second, third = shapes.PARAGRAPHS
    over = (
        "The old bridge beside it, which had been built in 1974 and was mended twice, stood until"
    )
    bodies = (f"{first}\n\n{over}", f"noon, the ministry said.\n\n{second}", third, first)
    pages = tuple(f"Example Review No. {n}\n\n{body}\n\n{n}" for n, body in enumerate(bodies))
    found = one(shapes.pdf(pages, info=False))
    assert "stood until\fnoon, the ministry said.\n\n" in found.text
    assert found.text.count("\f") == 3
    assert "Example Review" not in found.text
    assert (found.reader, found.left_out) == ("PDF (4 pages)", ("running heads and page numbers",))


def test_a_scan_is_reported_as_such() -> None:
    """With what to do about it."""
    assert problems(shapes.pdf(("", "1"))) == [
        "It is a scan: 2 pages without text. Recognise it first (ocrmypdf IN.pdf OUT.pdf)."
    ]


@pytest.mark.parametrize("cut", [20, 300, 900])
def test_a_pdf_that_is_cut_short(cut: int) -> None:
    """A sentence, or what could be read."""
    found = list(read_bytes("x", shapes.pdf()[:cut]))
    assert all(isinstance(item, ReadProblem) and item.sentence for item in found)


# -- archives -----------------------------------------------------------------------------------


def test_a_web_archive_tells_capture_from_publication() -> None:
    """The page's own day, and beside it when it was captured; what else there was is counted."""
    found = one(shapes.warc())
    assert (found.captured, found.url) == ("2025-09-15T12:00:00Z", shapes.ADDRESS)
    assert found.published is not None
    assert found.published.edtf == shapes.PUBLISHED
    assert problems(shapes.warc()) == [
        "Captured again on 2025-09-15: the page had not changed.",
        "Left out: 1 × answer with status 404, 1 × image/png.",
    ]


def test_archives_in_archives() -> None:
    """A mail, and a text in a tar in a gz, all in a zip; the picture is counted."""
    found = [item for item in read_bytes("x", shapes.bundle()) if isinstance(item, Document)]
    assert [item.reader for item in found] == ["mail", "text"]
    (left,) = problems(shapes.bundle())
    assert left == "Left out, for there is no text in it: 1 × PNG picture."


@pytest.mark.parametrize(
    "packed", [gzip.compress, zstandard.compress, lzma.compress], ids=["gz", "zst", "xz"]
)
def test_compressed_files(packed: Callable[[bytes], bytes]) -> None:
    """What they hold, and damage in a sentence."""
    assert one(packed(shapes.TEXT.encode())).text == shapes.TEXT
    (sentence,) = problems(packed(shapes.TEXT.encode() * 999)[:60])
    assert sentence.startswith("It is damaged or cut short")


def test_a_locked_archive_is_named() -> None:
    """The member that cannot be opened, and why."""
    raw = shapes.zipped({"a.txt": b"It was hit."})
    # The bit that says so, in the member's own head and in the index.
    at, index = raw.index(b"PK\x03\x04") + 6, raw.index(b"PK\x01\x02") + 8
    locked = raw[:at] + b"\x01" + raw[at + 1 : index] + b"\x01" + raw[index + 1 :]
    assert problems(locked) == ["It is locked with a password."]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (shapes.zipped({"word/document.xml": b"<x/>"}), "It is a Word document; save it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "It is an old Office document; save it"),
        (b"\0\0\0\x20ftypisom" + bytes(99), "It is an MP4 film, no text."),
    ],
)
def test_what_is_no_text_is_called_by_its_name(raw: bytes, sentence: str) -> None:
    """Whatever its file is called."""
    assert problems(raw, "a.txt")[0].startswith(sentence)


def nested(depth: int) -> bytes:
    """A text so many archives deep."""
    raw = shapes.TEXT.encode()
    for _ in range(depth):
        raw = gzip.compress(raw)
    return raw


def limited(tmp_path: Path, raw: bytes, limits: Limits) -> list[str]:
    """The problems of a file under other bounds."""
    path = tmp_path / "x"
    path.write_bytes(raw)
    found = read([path], given=Given(limits=limits))
    return [item.sentence for item in found if isinstance(item, ReadProblem)]


@pytest.mark.parametrize(
    ("raw", "limits", "sentence"),
    [
        (nested(3), Limits(depth=2), "It lies more than 2 archives deep."),
        (gzip.compress(bytes(9_000_000)), Limits(expanded=1_000_000), "It unpacks to more than"),
        (shapes.telegram(), Limits(items=2), "It holds more than 2 documents."),
        (shapes.bundle(), Limits(entries=1), "It holds more than 1 files."),
        (b'{"text": "' + b"x" * 9_000 + b'"}', Limits(line=1_000), "A line is longer than"),
    ],
    ids=["depth", "expanded", "items", "entries", "line"],
)
def test_bounds(tmp_path: Path, raw: bytes, limits: Limits, sentence: str) -> None:
    """Each is met with a sentence, and nothing is read beyond."""
    found = limited(tmp_path, raw, limits)
    assert any(each.startswith(sentence) for each in found), found


@pytest.mark.parametrize(
    ("library", "made", "extra"),
    [("pypdf", shapes.pdf, "pdf"), ("warcio", shapes.warc, "archive")],
)
def test_a_missing_extra_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, library: str, made: Callable[[], bytes], extra: str
) -> None:
    """With the command that installs it."""
    raw = made()
    monkeypatch.setattr("store.readers.extras.there", lambda name: name != library)
    assert problems(raw) == [f"Reading it needs {library}: pip install 'conflict-tui[{extra}]'"]


def test_the_shapes_in_the_samples_are_these() -> None:
    """What README names can be tried on what the tests try."""
    folder = Path(__file__).parent.parent.parent / "sample_data" / "formats"
    assert {path.name for path in folder.iterdir()} == set(shapes.SHAPES)
    for name, made in shapes.SHAPES.items():
        if not name.startswith("crawl"):  # which carry an id of their own each time
            assert (folder / name).read_bytes() == made(), name
