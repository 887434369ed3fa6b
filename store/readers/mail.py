r"""A mail (.eml): newsletters and alerts, from their plain part or their HTML.

``Date`` is when it was sent; where it is missing or broken the first ``Received`` tells. A mail
that was forwarded as an attachment is read as one of its own, and a page that a browser saved so
(MHTML) as a page.

>>> from store.readers.streams import blob_of
>>> mail = b"From: Alerts <a@example.org>\nSubject: Bridge hit\nDate: Sun, 3 Aug 2025 10:00:00\n"
>>> mail += b"Message-ID: <1@example.org>\n\nIt was hit on Friday, the mayor said.\n"
>>> [(item.text, item.stated("source")) for item in items(blob_of("a.eml", mail), Given())]
[('Bridge hit\n\nIt was hit on Friday, the mayor said.\n', 'Alerts')]
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from store.model import Span
from store.readers.encodings import Undecodable, decoded, whole_characters
from store.readers.heads import Head
from store.readers.markup import plain_text
from store.readers.streams import Blob
from store.readers.values import Given, Item, ReadProblem, Stated

_HEADER = re.compile(r"^([A-Za-z][\w-]*):[ \t]?", re.MULTILINE)
# A mail has one of these beside what is usual, or all that tells who sent what and when: a text may
# begin with "From:" or "Date:".
_OF_MAIL = frozenset({
    "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature",
    "content-transfer-encoding", "x-mailer", "list-id",
})  # fmt: skip
_USUAL = frozenset({"from", "to", "subject", "date"})
_SENT = frozenset({"from", "subject", "date"})
_DAYS_APART = 2
# A plain part this much shorter than the HTML says only that one should look at that.
_TOO_SHORT = 4


def takes(head: Head) -> bool:
    """What begins with the header lines of a mail."""
    top = head.text.split("\n\n", 1)[0].split("\r\n\r\n", 1)[0]
    names = {name.lower() for name in _HEADER.findall(top)}
    first = _HEADER.match(top)
    known = names >= _SENT or (len(names & _USUAL) >= 2 and bool(names & _OF_MAIL))
    return bool(first) and known


def items(blob: Blob, _given: Given) -> Iterator[Item | Blob | ReadProblem]:
    """The item of a mail, and the mails attached to it."""
    yield from of_mail(blob.whole(), blob, blob.file)


def of_mail(raw: bytes, blob: Blob, name: str) -> Iterator[Item | Blob | ReadProblem]:
    """The item of a mail's bytes under a name, and the mails attached to it."""
    mail = message_from_bytes(raw, policy=policy.default)
    try:
        if page := _page(mail, blob):
            yield page
            return
        yield _item(mail, raw, blob, name)
        yield from _attached(mail, blob)
    # The library parses headers when they are asked for, and trips over some that are malformed.
    except (
        ValueError,
        LookupError,
        AttributeError,
        IndexError,
        TypeError,
        OverflowError,
        RecursionError,
    ) as error:
        yield ReadProblem(blob.path, f"It is a mail that cannot be read: {error}.")


def _page(mail: EmailMessage, blob: Blob) -> Blob | None:
    """The page that a browser saved as a mail to nobody (MHTML), with where and when it was."""
    root = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    address = _header(root, "content-location").strip() if root else ""
    if root is None or mail.get_content_type() != "multipart/related" or "to" in mail:
        return None
    saved = _moment(_header(mail, "date"))
    stated = {
        "url": Stated(address if address.startswith("http") else "", how="Content-Location"),
        "captured": Stated(saved.isoformat() if saved else "", how="Date"),
    }
    html = root.get_payload(decode=True)
    inner = blob.inner(blob.file, io.BytesIO(html if isinstance(html, bytes) else b""), stated)
    return replace(inner, path=blob.path, named=blob.named)


def _item(mail: EmailMessage, raw: bytes, blob: Blob, name: str) -> Item | ReadProblem:
    subject = " ".join(_header(mail, "subject").split())
    body, attachments = _body(mail)
    if not body.strip():
        return ReadProblem(blob.path, f"The mail {subject or name!r} has no text.", False)
    text = f"{subject}\n\n{_rest(body, subject)}" if subject else body
    sender, address = parseaddr(_header(mail, "from"))
    number = _header(mail, "message-id").strip().strip("<>")
    metadata = {
        "title": Stated(subject, Span(0, len(subject)), "Subject"),
        "source": Stated(sender or address.rpartition("@")[2], how="From"),
        "author": Stated(address, how="From"),
        "url": Stated(f"mid:{number}" if number else "", how="Message-ID"),
        **_sent(mail),
    }
    stated = {field: each for field, each in metadata.items() if each.value}
    left = tuple(f"the attachment {each}" for each in attachments)
    return Item(name, raw, text, blob.file, blob.folder, 0, stated, (), left)


def _body(mail: EmailMessage) -> tuple[str, list[str]]:
    """The text of a mail, and the names of what is attached to it."""
    plain = html = ""
    attached: list[str] = []
    for part in mail.walk():
        if part.is_multipart():
            continue
        kind, name = part.get_content_type(), part.get_filename()
        if kind == "text/plain" and not name:
            plain = plain or _text(part)
        elif kind == "text/html" and not name:
            html = html or _text(part)
        elif name:
            attached.append(name)
    from_html = plain_text(html) if html else ""
    return (plain if len(plain) * _TOO_SHORT > len(from_html) else from_html), attached


def _text(part: EmailMessage) -> str:
    """The text of a part, with newlines as a text has them."""
    raw = part.get_payload(decode=True)
    found = decoded(raw, part.get_content_charset() or "") if isinstance(raw, bytes) else ""
    return "" if isinstance(found, Undecodable) else found.replace("\r\n", "\n")


def _rest(body: str, subject: str) -> str:
    """The body without the subject, where it begins with that on a line of its own."""
    first, _, rest = body.lstrip().partition("\n")
    return rest.lstrip() if first.split() == subject.split() and rest.strip() else body


def _sent(mail: EmailMessage) -> dict[str, Stated]:
    """When it was sent, and how that is known: by Date, else by the Received nearest the sender.

    A Date can be set to anything: where it is days from when the first server had the mail, it is
    no more than a guess.
    """
    headers = [str(each).rpartition(";")[2].strip() for each in mail.get_all("received", [])]
    received = next(filter(_moment, reversed(headers)), "")
    sent = _header(mail, "date")
    stated, arrived = _moment(sent), _moment(received)
    if stated is None:
        return {"published": Stated(received, how="Received")}
    if arrived is None or abs((arrived - stated).days) < _DAYS_APART:
        return {"published": Stated(sent, how="Date")}
    how = f"Date “{sent}”, though received {received}"
    return {
        "published": Stated(stated.date().isoformat()),
        "published_basis": Stated("guessed"),
        "published_how": Stated(how),
        "published_zone": Stated(
            str(int((stated.utcoffset() or timedelta()).total_seconds() // 60))
        ),
    }


def _moment(value: str) -> datetime | None:
    """A time as mails write it; in UTC where it says no offset."""
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return whole_characters(str(mail.get(name, "")))
    except OverflowError:  # the library counts with the year and the zone of a Date, however long
        return ""


def _attached(mail: EmailMessage, blob: Blob) -> Iterator[Blob]:
    for number, part in enumerate(mail.walk()):
        if number and part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            raw = inner.as_bytes() if hasattr(inner, "as_bytes") else b""
            yield blob.inner(f"{blob.file}-{number}.eml", io.BytesIO(raw))
