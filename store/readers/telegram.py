r"""Telegram Desktop's export (result.json): a message a document, streamed.

Of one chat, or of an account with its chats. The time is ``date_unixtime``, for ``date`` is local
and says no zone; the text is that of ``text_entities``; who a message was forwarded from is a hop.

>>> from store.readers.streams import blob_of
>>> chat = b'''{"name": "Example Watch", "type": "public_channel", "id": 7, "messages": [
...   {"id": 1, "type": "message", "date_unixtime": "1754215200", "text": "It was hit."}]}'''
>>> [(item.text, item.stated("published")) for item in items(blob_of("result.json", chat), Given())]
[('It was hit.', '2025-08-03T10:00:00+00:00')]
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from store.model import PassedOn
from store.readers.encodings import whole_characters
from store.readers.heads import Head
from store.readers.streaming import Path, values
from store.readers.streams import Blob, UnreadableError
from store.readers.values import Given, Item, ReadProblem, Stated

_CHAT = re.compile(
    r'"type"\s*:\s*"(?:(?:public|private)_(?:channel|supergroup|group)|personal_chat|bot_chat|'
    r'saved_messages|verification_codes)"'
)
_ACCOUNT = re.compile(r'\{\s*"about"\s*:.{0,2000}?"(?:personal_information|chats)"\s*:', re.DOTALL)
# A group's members speak for themselves; a channel's posts are the channel's.
_CHANNELS = frozenset({"public_channel", "private_channel"})
_CHATS = ((), ("chats", "list", "item"), ("left_chats", "list", "item"))


NOTICE = "notice (joined, pinned, renamed …)"
WORDLESS = "message without words"
# Made once: a hundred thousand messages are written.
_WRITTEN = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(slots=True)
class _Chat:
    """What an export says of the chat whose messages follow."""

    name: str = ""
    type: str = ""
    id: str = ""


def takes(head: Head) -> bool:
    """An export of one chat, or of an account."""
    opened = head.text.startswith("{") and '"messages"' in head.text
    return (opened and bool(_CHAT.search(head.text))) or bool(_ACCOUNT.match(head.text))


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The messages that have a text, one by one; what else there was is said at the end."""
    left_out: Counter[str] = Counter()
    read = 0
    try:
        for chat, message in _messages(blob):
            found = _item(message, chat, blob) if isinstance(message, dict) else "broken"
            if isinstance(found, str):
                left_out[found] += 1
            else:
                read += 1
                yield found
    except UnreadableError as error:
        yield ReadProblem(blob.path, f"The export breaks off after {read} messages. {error}")
    yield from left_out_of(blob, left_out, read + left_out.total())


def left_out_of(blob: Blob, left_out: Counter[str], total: int) -> Iterator[ReadProblem]:
    """What of all messages was not read, in a sentence, if any was."""
    if left_out:
        words = ", ".join(f"{number} × {what}" for what, number in left_out.items())
        yield ReadProblem(blob.path, f"Left out of {total}: {words}.", False)


def _messages(blob: Blob) -> Iterator[tuple[_Chat, Any]]:
    """The messages with their chats, as they stream by; no list of them is ever made."""
    chat, told = _Chat(), {"item"}
    for path, value in values(blob.stream, _wanted):
        if path[-1] == "item":
            told.add("item")
            yield chat, value
            continue
        # Name, type and id stand before the messages, and saved ones have no name: what comes after
        # messages, or for the second time, is of the next chat.
        if told & {"item", path[-1]}:
            chat, told = _Chat(), set()
        told.add(path[-1])
        setattr(chat, path[-1], str(value if value is not None else ""))


def _wanted(path: Path) -> bool:
    if path[-2:] == ["messages", "item"]:
        return True
    return bool(path) and path[-1] in ("name", "type", "id") and tuple(path[:-1]) in _CHATS


def _item(message: dict[str, Any], chat: _Chat, blob: Blob) -> Item | str:
    """The item of a message, or what it is that holds no text."""
    if message.get("type", "message") != "message":
        return NOTICE
    text = whole_characters(_text(message))
    if not text.strip():
        return WORDLESS
    number = str(message.get("id", ""))
    passed_on = _passed_on(message)
    sender = "" if chat.type in _CHANNELS else str(message.get("from") or "")
    # What somebody saved is told by whom it was saved from.
    saved = passed_on[0].name if passed_on and chat.type == "saved_messages" else ""
    metadata = {
        "source": chat.name or saved or str(message.get("from") or ""),
        "author": str(message.get("author") or sender),
        "url": _address(chat, number),
        "published": _moment(message, "date"),
        "edited": _moment(message, "edited"),
        "reply_to": _address(chat, str(message.get("reply_to_message_id") or "")),
    }
    how = {"published": "date_unixtime" if "date_unixtime" in message else "date"}
    return Item(
        f"{blob.file}:{number}",
        _WRITTEN(message).encode("utf-8", "replace"),
        text,
        blob.file,
        blob.folder,
        0,
        {
            name: Stated(value, None, how.get(name, name))
            for name, value in metadata.items()
            if value
        },
        passed_on,
        _left_out(message),
        "Telegram export",
    )


def _text(message: dict[str, Any]) -> str:
    """The words of a message: of its entities, else of ``text``, a string or a list of parts."""
    parts = message.get("text_entities") or message.get("text") or ""
    if isinstance(parts, str):
        return parts
    texts = (part.get("text", "") if isinstance(part, dict) else part for part in parts)
    return "".join(text for text in texts if isinstance(text, str))


def _moment(message: dict[str, Any], field: str) -> str:
    """A time of a message: ISO 8601 in UTC, or local and without a zone in old exports."""
    seconds = str(message.get(f"{field}_unixtime") or "")
    if not seconds.isdigit() or len(seconds) > 11:
        return str(message.get(field) or "")
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _address(chat: _Chat, number: str) -> str:
    """Where a member of the chat finds the message; an export knows no public name."""
    return f"https://t.me/c/{chat.id}/{number}" if chat.id and number else ""


def _passed_on(message: dict[str, Any]) -> tuple[PassedOn, ...]:
    name = message.get("forwarded_from") or message.get("saved_from")
    return (PassedOn(whole_characters(name), "channel"),) if isinstance(name, str) and name else ()


def _left_out(message: dict[str, Any]) -> tuple[str, ...]:
    kinds = ("photo", "file", "poll", "location_information", "contact_information")
    return tuple(f"a {kind.partition('_')[0]}" for kind in kinds if kind in message)
