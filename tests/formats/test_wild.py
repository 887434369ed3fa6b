"""Shapes of the formats as programs really write them, and what must come of each."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Sequence

import pytest

from store.model import Document, PassedOn
from store.readers import ReadProblem, read_bytes
from tests.formats import shapes

SAID = "The bridge near Sotk was hit on July 31, the mayor said."
ARTICLE = (
    f"<article><h1>Bridge hit</h1><p>{SAID}</p><p>{SAID.replace('Sotk', 'Goris')}</p></article>"
)
PAGE = f"<html><head><title>Bridge hit</title></head><body>{ARTICLE}</body></html>"


def documents(raw: bytes, name: str = "x") -> list[Document]:
    """The documents in bytes."""
    return [found for found in read_bytes(name, raw) if isinstance(found, Document)]


def sentences(raw: bytes, name: str = "x") -> list[str]:
    """What is said of what was not read."""
    return [found.sentence for found in read_bytes(name, raw) if isinstance(found, ReadProblem)]


# -- text and pages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ґрунт горить, заявив голова їхньої адміністрації.", "koi8-u"),
        ("Мост под Покровском разрушен, сообщило министерство.", "koi8-r"),
    ],
)
def test_encodings_of_the_region(text: str, encoding: str) -> None:
    """Ukrainian letters, too."""
    assert documents(text.encode(encoding))[0].text == text


def test_a_file_named_after_a_day_with_the_day_first() -> None:
    """As people of the region write it."""
    (found,) = documents(SAID.encode(), "03.08.2025 note.txt")
    assert found.published is not None
    assert found.published.edtf == "2025-08-03"


SAVED = [
    f"<!-- saved from url=(0027)https://daily.example/bridge -->\r\n{PAGE}",
    "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n"
    f" url: https://daily.example/bridge \n saved date: Sun Aug 03 2025\n-->{PAGE}",
    "From: <Saved by Blink>\r\nSubject: Bridge hit\r\nDate: Sun, 3 Aug 2025 10:00:00 +0000\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    f"Content-Location: https://daily.example/bridge\r\n\r\n{PAGE}\r\n--b--\r\n",
]


@pytest.mark.parametrize("saved", SAVED, ids=["browser", "SingleFile", "MHTML"])
def test_a_page_that_a_browser_saved_keeps_its_address(saved: str) -> None:
    """It is a page of its outlet, whichever way it was saved, and its headline is told once."""
    (found,) = documents(saved.encode())
    assert (found.url, found.source) == ("https://daily.example/bridge", "daily.example")
    assert found.reader.startswith("HTML page")
    assert found.text.count("Bridge hit") == 1


def test_xml_of_another_kind_is_refused() -> None:
    """Its tags are no prose."""
    assert sentences(b'<?xml version="1.0"?><urlset><url/></urlset>') == [
        "It is XML, but no feed and no page."
    ]


TOML = '+++\ntitle = "Bridge hit"\ndate = 2025-08-03\ntags = ["a"]\n+++\n\n' + SAID


def test_front_matter_in_toml() -> None:
    """As site generators write it; a line of plus signs alone is none."""
    (found,) = documents(TOML.encode())
    assert found.published is not None
    assert (found.headline, found.published.edtf) == ("Bridge hit", "2025-08-03")
    assert found.skipped[0].cut(found.text).endswith("+++\n")
    assert sentences(TOML.replace('"a"', "a").encode())[0].startswith("Its front matter cannot")
    assert documents(f"+++ Breaking +++\n\n{SAID}".encode())[0].skipped == ()


def test_a_json_feed_names_its_outlet() -> None:
    """Round its items, of which each has its own address."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example Daily",
        "items": [{"url": "https://d.example/1", "content_text": SAID}],
    }
    (found,) = documents(json.dumps(feed).encode())
    assert (found.source, found.url) == ("Example Daily", "https://d.example/1")


# -- Telegram -----------------------------------------------------------------------------------


def message(text: str, **more: object) -> dict[str, object]:
    """A message of an export."""
    return {"id": 1, "type": "message", "date_unixtime": "1754215200", "text": text, **more}


def test_each_message_of_an_account_is_of_its_chat() -> None:
    """Saved messages have no name, empty chats no messages; what was saved is its author's."""
    chats = [
        {"name": "First", "type": "public_channel", "id": 1, "messages": [message(SAID)]},
        {"name": "Empty", "type": "public_channel", "id": 2, "messages": []},
        {
            "type": "saved_messages",
            "id": 3,
            "messages": [
                message(SAID, **{"from": "Desk", "forwarded_from": "Second"}),
                message(SAID, **{"from": "Desk"}),
            ],
        },
        {"id": 4, "type": "private_supergroup", "name": "Late", "messages": [message(SAID)]},
    ]
    raw = json.dumps({"about": "x", "chats": {"about": "x", "list": chats}}).encode()
    assert [(found.source, found.url.split("/")[-2]) for found in documents(raw)] == [
        ("First", "1"),
        ("Second", "3"),
        ("Desk", "3"),
        ("Late", "4"),
    ]


PAGE_OF_CHAT = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head>
<body onload="CheckLocation();"><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
Example Watch
</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">3 August 2025</div></div>
<div class="message default clearfix" id="message7">
 <div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">E</div></div></div>
 <div class="body">
  <div class="pull_right date details" title="03.08.2025 12:30:00 UTC+03:00">12:30</div>
  <div class="from_name">Anna</div>
  <div class="text">The bridge was hit.<br>It <strong>fell</strong>.</div>
 </div></div>
<div class="message default clearfix joined" id="message8"><div class="body">
  <div class="pull_right date details" title="03.08.2025 12:31:00 UTC+03:00">12:31</div>
  <div class="forwarded body">
   <div class="from_name">Second
    <span class="date details" title="01.08.2025 09:00:00">1</span></div>
   <div class="text">Two men died.</div></div>
 </div></div>
<div class="message default clearfix joined" id="message9"><div class="body">
  <div class="media_wrap clearfix"><div class="photo_wrap"></div></div></div></div>
</div></div></div></body></html>"""


def test_a_chat_exported_as_pages() -> None:
    """A message a document, as from the export as JSON; who sent the last sent the next."""
    raw = PAGE_OF_CHAT.encode()
    assert [
        (found.name, found.text, found.source, found.author, found.passed_on)
        for found in documents(raw, "m")
    ] == [
        ("m:7", "The bridge was hit.\nIt fell.", "Example Watch", "Anna", ()),
        ("m:8", "Two men died.", "Example Watch", "Anna", (PassedOn("Second", "channel"),)),
    ]
    published = [found.published for found in documents(raw)]
    assert {(each.edtf, each.zone) for each in published if each} == {("2025-08-03", 180)}
    assert sentences(raw) == [
        "Left out of 4: 1 × notice (joined, pinned, renamed …), 1 × message without words."
    ]


# -- tables and records -------------------------------------------------------------------------


TABLES = [
    ("a.csv", "text,date\nIt was hit.,2025-08-03,more\n,\n", ["It was hit."], []),
    (
        "a.csv",
        f'1,"{SAID} {SAID}",2025-08-03\n2,It fell.,2025-08-04\n',
        [],
        ["Its first row does not name columns; add one that does."],
    ),
    ("a.txt", "Rain, wind\nIt was hit, the mayor said, and fell.\n", None, []),
    ("a.csv", "event_date,notes\n2025-08-03,It was hit.\n", ["It was hit."], []),
]


@pytest.mark.parametrize(("name", "table", "texts", "said"), TABLES)
def test_tables(name: str, table: str, texts: Sequence[str] | None, said: Sequence[str]) -> None:
    """Rows of other widths are rows; a table without a header says so; prose is none (None)."""
    wanted = [table] if texts is None else texts
    assert [found.text for found in documents(table.encode(), name)] == wanted
    assert sentences(table.encode(), name) == said


def test_a_time_with_the_year_last() -> None:
    """As posts of some services have it."""
    post = {"created_at": "Sun Aug 03 10:00:00 +0000 2025", "full_text": "It was hit."}
    (found,) = documents(json.dumps(post).encode())
    assert found.published is not None
    assert (found.published.edtf, found.published.zone) == ("2025-08-03", 0)


# -- mail ---------------------------------------------------------------------------------------


def test_a_mail_whose_text_begins_with_its_subject() -> None:
    """A mail is one by who sent what and when; its headline is told once."""
    head = "From: A <a@d.example>\nSubject: Bridge hit\nDate: Sun, 3 Aug 2025 10:00:00 +0000"
    (found,) = documents(f"{head}\n\nBridge hit\n\n{SAID}\n".encode())
    assert (found.reader, found.text) == ("mail", f"Bridge hit\n\n{SAID}\n")


def test_a_mail_from_beyond_all_calendars() -> None:
    """A day that no calendar has is none; the mail is read."""
    date = "Date: Sun, 3 Aug 2025 10:00:00 +99999999999999999999"
    (found,) = documents(f"From: A <a@d.example>\nSubject: Hit\n{date}\n\n{SAID}\n".encode())
    assert (found.reader, found.published) == ("mail", None)


# -- archives -----------------------------------------------------------------------------------


def test_an_archive_of_the_folder_itself() -> None:
    """``tar cf x.tar .`` names all with a dot before."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo("./sub/a.txt")
        entry.size = len(SAID)
        archive.addfile(entry, io.BytesIO(SAID.encode()))
    assert [found.text for found in documents(packed.getvalue())] == [SAID]


def test_what_stands_before_damage_is_read() -> None:
    """A mailbox that is cut short: the whole mails in it, and a sentence."""
    box = b"".join(
        b"From a@d.example Sun Aug  3 10:00:00 2025\n" + shapes.mail() + b"\n" for _ in range(3)
    )
    cut = gzip.compress(box[:-40]) + gzip.compress(box[-40:])[:-9]
    assert len(documents(cut)) == 2
    (said,) = sentences(cut)
    assert said.startswith("It is damaged or cut short")
