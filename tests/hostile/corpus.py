"""What somebody who would like to mislead, or to hurt, could put in front of us.

Texts that act come in every shape that is read, by the makers of ``tests.formats.shapes``: a
format that is added there is hostile here by itself. Files that hurt are made one by one.

>>> sorted(texts(PAYLOADS["escape"]))[:2]
['alert.eml', 'alerts.mbox']
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import repeat

from tests.formats import shapes

PAYLOADS: Mapping[str, str] = {
    "escape": "\x1b]0;pwned\x07\x1b[777;7771H\x1b[?77771h\x1bc\x1b[38;5;77771m",
    "eight-bit": "\x9b77771m\x9d0;pwned\x9c\x90q77771\x9c\x85",
    "overwriting": "\x08\x08\x08\r\x7f\x0b\x0c\x0e",
    "bidi": "\u202edesrever\u202c\u2066inside\u2069\u200f\u061c",
    "invisible": "\u200b\ufeff\u2060\xad\u3164\U000e0041\u180e",
    "markup": "[/b][@click=app.quit]x[/][link=http://bad.example]y[/link]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&#27;[31m&#x202e;",
    "json": '\\u001b[31m\\u202e","title":"x',
    "formula": '=HYPERLINK("http://bad.example")',
    "rare": "\ud7ff\ufdd0\uffff\U0010ffff\ue000e\u0301\u0301\u0301\u0301",
    "homoglyph": "Міnistry оf Dеfеnsе",
}
"""What acts on a terminal, a browser, a spreadsheet or a reader, by what it does."""

NAMES = ("TITLE", "OUTLET", "AUTHOR", "ADDRESS", "BODY", "PARAGRAPHS", "TEXT")


def texts(payload: str) -> dict[str, bytes]:
    """The article in every format, with a payload in each of its fields."""
    made = {}
    with loaded_with(payload):
        for name, make in shapes.SHAPES.items():
            try:
                made[name] = make()
            except UnicodeEncodeError:  # a PDF written by hand has Latin letters alone
                continue
    return made


@contextmanager
def loaded_with(payload: str) -> Iterator[None]:
    """The makers of shapes, working from an article with a payload in it."""
    before = {name: getattr(shapes, name) for name in NAMES}
    paragraphs = tuple(f"{payload}{each}{payload}" for each in shapes.PARAGRAPHS)
    body = "\n\n".join(paragraphs)
    title = f"{payload} {shapes.TITLE}"
    changed = {
        "TITLE": title,
        "OUTLET": f"{shapes.OUTLET} {payload}",
        "AUTHOR": f"{payload}{shapes.AUTHOR}",
        "ADDRESS": f"{shapes.ADDRESS}?{payload}",
        "BODY": body,
        "PARAGRAPHS": paragraphs,
        "TEXT": f"{title}\n\n{body}\n",
    }
    try:
        for name, value in changed.items():
            setattr(shapes, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(shapes, name, value)


# -- files that hurt ----------------------------------------------------------------------------

SAID = "On July 31, 2025, the ministry announced the capture of the town. "
DEEP, MANY, LONG, ITEMS = 2_000, 2_000, 20_000, 25
"""Levels, parts, characters and documents; a file is made so many times as large as asked for."""
LARGEST = 110 << 20
"""Bytes that are more than is read in one piece."""


def laughs(_: int) -> bytes:
    """A feed whose entities grow tenfold nine times."""
    levels = ['<!ENTITY a0 "lol">']
    levels += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return (
        f"<?xml version='1.0'?><!DOCTYPE rss [{''.join(levels)}]>"
        "<rss version='2.0'><channel><title>&a9;</title><item><title>&a9;</title>"
        f"<description>{SAID}</description></item></channel></rss>"
    ).encode()


def outside(_: int) -> bytes:
    """A feed that asks for a file of this machine."""
    return (
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        f"<rss version='2.0'><channel><item><title>&x;</title><description>{SAID}&x;"
        "</description></item></channel></rss>"
    ).encode()


def yaml_laughs(_: int) -> bytes:
    """Front matter whose lists refer to one another."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join(repeat(f'*a{n - 1}', 9))}]" for n in range(1, 9)]
    front = "\n".join(lines)
    return f"---\n{front}\ntitle: *a8\n---\n{SAID}".encode()


def bomb(n: int) -> bytes:
    """A zip of some kilobytes that is much more than is read in one piece, of blanks."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("blanks.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(n * LARGEST >> 20):
            member.write(b" " * (1 << 20))
    return out.getvalue()


def streams(compress: Callable[[bytes], bytes]) -> Callable[[int], bytes]:
    """A compressed file of very many blanks: one stream after the other."""
    return lambda n: compress(b" " * (1 << 20)) * (n * LARGEST >> 20)


def nested_zips(_: int) -> bytes:
    """Archives in archives."""
    inner = SAID.encode()
    for level in range(40):
        inner = shapes.zipped({f"{level}.zip" if level else "a.txt": inner})
    return inner


def many_large(n: int) -> bytes:
    """An archive with many large members."""
    return shapes.zipped({f"{number}.txt": b" " * 1_000_000 for number in range(2 * n)})


def climbing(_: int) -> bytes:
    """An archive whose members wish to lie elsewhere."""
    names = ("../../../../tmp/pwned.txt", "/tmp/pwned.txt", "C:\\..\\pwned.txt", "a/../../b.txt")
    return shapes.zipped({name: f"{SAID}{name}".encode() for name in names})


def crowded(n: int) -> bytes:
    """An archive with very many tiny members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(n * ITEMS):
            archive.writestr(f"{number}.txt", b"x")
    return out.getvalue()


def parts(n: int) -> bytes:
    """A mail in a mail in a mail."""
    head = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(200 * n)
    )
    return b"From: a@a.example\nSubject: a\nMIME-Version: 1.0\n" + head + SAID.encode()


def base64_mail(n: int) -> bytes:
    """A mail that is one blank, encoded."""
    head = b"From: a@a\nSubject: a\nMIME-Version: 1.0\nContent-Type: text/plain\n"
    blanks = base64.b64encode(b" " * (n << 20))
    return head + b"Content-Transfer-Encoding: base64\n\n" + blanks


def pdf_pages(_: int) -> bytes:
    """A PDF whose page tree contains itself."""
    return shapes.pdf().replace(b"/Kids [", b"/Kids [2 0 R ")


def attributes(n: int) -> bytes:
    """A page with one tag of very many attributes."""
    many = b"".join(b" a%d='x'" % number for number in range(n * MANY))
    return b"<html><body><p" + many + b">" + SAID.encode() * 3


def page(opening: bytes) -> Callable[[int], bytes]:
    """A page of tags that are never closed."""
    return lambda n: b"<html><body>" + opening * (n * DEEP) + SAID.encode() * 3


def text(piece: bytes, start: str = "") -> Callable[[int], bytes]:
    """A text that says one thing over and over."""
    return lambda n: start.encode() + piece * (n * LONG // len(piece))


FILES: Mapping[str, Callable[[int], bytes]] = {
    "empty.txt": lambda _: b"",
    "blank.txt": text(b" \n"),
    "nul.txt": text(bytes(1)),
    "noise.txt": text(bytes(range(256))),
    "half-utf16.txt": lambda _: b"\xff\xfe" + SAID.encode("utf-16-le")[:-1],
    "long-line.txt": text(SAID.encode()),
    "long-word.txt": text(b"a", SAID),
    "quotes.txt": text("“".encode()),
    "pairs.txt": text("“a” ‘".encode()),
    "brackets.txt": text(b"("),
    "digits.txt": text(b"1"),
    "dates.txt": text(b"on 1 May, "),
    "years.txt": text(b"in May 2025 to "),
    "stops.txt": text(b". "),
    "capitals.txt": text(b"Mr. A. B. "),
    "names.txt": text("Село ".encode()),
    "hyphens.txt": text(b"a-"),
    "said.txt": text(b"said that he said "),
    "according.txt": text("по словам ".encode()),
    "marks.txt": text("\u0301".encode(), "e"),
    "lines.txt": text(b"\n", SAID),
    "question.xml": lambda n: b"<??>" * (n * DEEP),
    "no-encoding.xml": lambda _: shapes.rss().replace(b'"UTF-8"', b'"\xcdTF-8"', 1),
    "unknown-encoding.xml": lambda _: shapes.rss().replace(b'"UTF-8"', b'"UT8"', 1),
    "many-bytes.xml": lambda _: shapes.rss().replace(b'"UTF-8"', b'"shift_jis"', 1),
    "entities.xml": laughs,
    "outside.xml": outside,
    "aliases.md": yaml_laughs,
    "deep-front.md": lambda n: b"---\na: " + b"[" * (500 * n) + b"\n---\n" + SAID.encode(),
    "deep.json": lambda n: b'{"text": ' + b"[" * (n * DEEP),
    "deep-lines.jsonl": lambda n: (b"[" * (n * DEEP) + b"\n") * 3,
    "many.json": lambda n: b"[" + b"{}," * (n * ITEMS) + b"{}]",
    "many.jsonl": lambda n: b'{"text":""}\n' * (n * ITEMS),
    "number.jsonl": lambda n: b'{"text": "a", "n": ' + b"9" * (n * LONG) + b"}\n",
    "half-character.json": lambda _: (
        b"\xff\xfe" + json.dumps({"text": SAID}).encode("utf-16-le")[:-1]
    ),
    "half-character.jsonl": lambda _: b'{"text": "\\ud800 was hit."}\n',
    "half-author.jsonl": lambda _: b'{"text": "It was hit.", "author": "\\ud800"}\n',
    "raw.jsonl": lambda _: json.dumps({"text": SAID, "raw": "!" * 9, "identity": "x"}).encode(),
    "spans.jsonl": lambda _: json.dumps(
        {"text": SAID, "title_span": [-5, 1 << 70], "skipped": [[0, 9**30]], "identity": "x"}
    ).encode(),
    "acts.jsonl": lambda _: json.dumps(
        {"text": SAID, "identity": "x", "acts": [{"edit": "[[[", "at": 5}, 7]}
    ).encode(),
    "wide.csv": lambda n: b"text," + b"a," * (n * MANY) + b"\n" + b"x," * (n * MANY),
    "open-quote.csv": text(SAID.encode(), 'text,date\n"'),
    "tags.html": page(b"<div>"),
    "tables.html": page(b"<table><tr><td>"),
    "open-comment.html": page(b"<!--"),
    "open-script.html": page(b"<script>"),
    "ampersands.html": page(b"&"),
    "attributes.html": attributes,
    "parts.eml": parts,
    "headers.eml": lambda n: (
        b"From: a@a\nSubject: a\n" + b"X: y\n" * (n * MANY) + b"\n" + SAID.encode()
    ),
    "encoded.eml": lambda n: (
        b"From: a@a\nDate: x\nSubject: " + b"=?utf-8?b?" * (n * DEEP) + b"\n\n" + SAID.encode()
    ),
    "base64.eml": base64_mail,
    "from.mbox": lambda n: b"From a@a Sun Aug  3 09:30:00 2025\n" * (n * ITEMS),
    "pages.pdf": pdf_pages,
    "cut.pdf": lambda _: shapes.pdf()[:-300],
    "no-address.warc": lambda _: gzip.decompress(shapes.warc()).replace(
        b"Target-URI", b"Target-URL"
    ),
    "no-length.warc": lambda _: gzip.decompress(shapes.warc()).replace(b"Content-Length", b"X"),
    "cut.warc.gz": lambda _: shapes.warc()[:-50],
    "no-beginning.zip": lambda _: shapes.zipped(
        {"a.zip": shapes.bundle()[:4] + shapes.bundle()[104:]}
    ),
    "cut.zip": lambda _: shapes.bundle()[:-30],
    "cut.gz": lambda _: gzip.compress(SAID.encode() * 99)[:-9],
    "bomb.zip": bomb,
    "nested.zip": nested_zips,
    "many-large.zip": many_large,
    "crowded.zip": crowded,
    "climbing.zip": climbing,
    "bomb.gz": streams(gzip.compress),
    "bomb.bz2": streams(bz2.compress),
    "bomb.xz": streams(lzma.compress),
}
"""Files that want much time, memory or room, or to be somewhere else, by name and by size."""
