"""One article in every format that is read, as the programs that make such files write it.

    python -m tests.formats.shapes      writes sample_data/formats anew

>>> sorted(SHAPES)[:3]
['alert.eml', 'alerts.mbox', 'alerts.zip']
"""

# ruff: noqa: E501 - lines of these formats are as long as they are
from __future__ import annotations

import gzip
import html
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

TITLE = "Substation near Exampleville hit overnight, two sides differ"
PARAGRAPHS = (
    "On July 31, the Example Energy Ministry announced the shutdown of the substation near Exampleville after a drone strike.",
    "The governor of Example Oblast, citing emergency services, said on Friday that four workers had been injured.",
    "The Example Northern Command denied the strike. There was no independent confirmation as of August 2.",
)
BODY = "\n\n".join(PARAGRAPHS)
TEXT = f"{TITLE}\n\n{BODY}\n"
PUBLISHED = "2025-08-03"
MOMENT = "2025-08-03T09:30:00+03:00"
SECONDS = "1754202600"
OUTLET = "Example Northern Daily (invented)"
ADDRESS = "https://northern.example/2025/substation"
AUTHOR = "A. Example"


def markdown() -> bytes:
    """Front matter and a heading."""
    front = f"title: {json.dumps(TITLE)}\nsource: {OUTLET}\nurl: {ADDRESS}\nauthor: {AUTHOR}"
    return f"---\n{front}\npublished: {MOMENT}\n---\n# {TITLE}\n\n{BODY}\n".encode()


def page(modified: str = "2025-08-09T08:00:00+03:00") -> bytes:
    """A page of a news site: menus, boxes, a footer, JSON-LD and the date of the last change."""
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": MOMENT,
        "dateModified": modified,
        "author": [{"@type": "Person", "name": AUTHOR}],
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    paragraphs = "\n".join(f"<p>{html.escape(each)}</p>" for each in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | {OUTLET}</title>
<link rel="canonical" href="{ADDRESS}">
<meta property="og:site_name" content="{OUTLET}">
<script type="application/ld+json">{json.dumps(described)}</script>
<style>p {{ margin: 0 }}</style></head>
<body class="home page">
<header class="masthead"><a href="/">{OUTLET}</a></header>
<nav><ul><li><a href="/war">War</a></li><li><a href="/may">May in pictures</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies. On January 1 we changed how; please accept them all today.</p></div>
<main><article><h1>{TITLE}</h1>
<div class="byline">By {AUTHOR}</div><time datetime="{MOMENT}">3 August 2025</time>
{paragraphs}
<div class="related-stories"><h3>Read more</h3><ul><li><a href="/1">Bridge said to be closed since May 1</a></li>
<li><a href="/2">The ministry said yesterday that nothing had happened</a></li></ul></div>
</article></main>
<aside class="sidebar"><p>Most read: the army denied on Monday that it had lost the village of Sidebarivka.</p></aside>
<footer><p>© 2025 {OUTLET}. All rights reserved. Published since June 5, 1999.</p></footer>
<script>document.write("On May 1 nothing was said")</script>
</body></html>
""".encode()


def rss() -> bytes:
    """An RSS feed with the whole text, an item carried from another outlet, a Russian date."""
    content = "".join(f"<p>{html.escape(each)}</p>" for each in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{OUTLET}</title><link>https://northern.example/</link><language>en</language>
<item><title>{TITLE}</title><link>{ADDRESS}</link><guid isPermaLink="false">77</guid>
<dc:creator>{AUTHOR}</dc:creator><pubDate>Sun, 03 Aug 2025 09:30:00 +0300</pubDate>
<description>Two sides differ on the substation.</description>
<content:encoded><![CDATA[{content}]]></content:encoded></item>
<item><title>Мост у Примерска закрыт</title><link>https://northern.example/2025/most</link>
<pubDate>Сб, 02 авг 2025 18:00:00 +0300</pubDate>
<source url="https://inter.example/rss">Пример-Интер (вымышлено)</source>
<description>Губернатор сообщил 1 августа, что мост у Примерска закрыт после удара беспилотника.</description></item>
</channel></rss>
""".encode()


def atom() -> bytes:
    """An Atom feed whose entry was changed after it was published."""
    content = html.escape("".join(f"<p>{html.escape(each)}</p>" for each in PARAGRAPHS))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><id>urn:example:feed</id>
<updated>2025-08-09T08:00:00Z</updated>
<entry><title>{TITLE}</title><id>urn:example:77</id><link href="{ADDRESS}"/>
<author><name>{AUTHOR}</name></author><published>{MOMENT}</published><updated>2025-08-09T08:00:00Z</updated>
<content type="html">{content}</content></entry></feed>
""".encode()


def messages(text: str = f"{TITLE}\n\n{BODY}") -> list[dict[str, object]]:
    """The messages of a channel: a notice, a post, one passed on, an answer, a picture alone."""
    plain = [{"type": "plain", "text": text}]
    passed_on = (
        "On August 1, the mayor of Exampleville said that the power was back in two districts."
    )
    common = {"type": "message", "date": "2025-08-03T12:30:00", "date_unixtime": SECONDS}
    common |= {"from": OUTLET, "from_id": "channel1234567890"}
    return [
        {"id": 1, "type": "service", "date": "2025-01-01T00:00:00", "action": "create_channel"},
        {"id": 77, **common, "text": text, "text_entities": plain},
        {
            "id": 78,
            **common,
            "forwarded_from": "Example Grid Watch (invented)",
            "edited": "2025-08-03T13:00:00",
            "edited_unixtime": "1754204400",
            "text": [{"type": "bold", "text": passed_on[:12]}, passed_on[12:]],
            "text_entities": [
                {"type": "bold", "text": passed_on[:12]},
                {"type": "plain", "text": passed_on[12:]},
            ],
        },
        {
            "id": 79,
            **common,
            "reply_to_message_id": 78,
            "text": "The ministry confirmed this to us on Sunday.",
            "text_entities": [
                {"type": "plain", "text": "The ministry confirmed this to us on Sunday."}
            ],
        },
        {"id": 80, **common, "photo": "photos/photo_1.jpg", "text": "", "text_entities": []},
    ]


def telegram(text: str = f"{TITLE}\n\n{BODY}") -> bytes:
    """An export of one channel."""
    chat = {"name": OUTLET, "type": "public_channel", "id": 1234567890, "messages": messages(text)}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def csv() -> bytes:
    """A table as a scraper writes it, with semicolons and a mark for Excel."""
    text = TEXT.replace('"', '""')
    row = f'77;"{TITLE}";"{text}";{MOMENT};{OUTLET};{ADDRESS}\r\n'
    return f"id;headline;body;date;outlet;link\r\n{row}".encode("utf-8-sig")


def tsv() -> bytes:
    """A table whose columns are called as nobody could guess."""
    return f'col_a\tcol_b\tcol_c\n{PUBLISHED}\t{OUTLET}\t"{TEXT}"\n'.encode()


def json_list() -> bytes:
    """The answer of an interface: an object with a list of articles in it."""
    article = {"headline": TITLE, "content": TEXT, "publishedAt": MOMENT, "url": ADDRESS}
    article |= {"author": AUTHOR}
    listed = [{**article, "source": {"id": None, "name": OUTLET}}]
    return json.dumps({"status": "ok", "totalResults": 1, "articles": listed}, indent=1).encode()


def json_lines() -> bytes:
    """A document a line."""
    line = {"text": TEXT, "title": TITLE, "source": OUTLET, "published": PUBLISHED, "url": ADDRESS}
    return json.dumps(line).encode() + b"\n"


def mail() -> bytes:
    """A newsletter with a plain part and HTML, sent a day before it arrived."""
    paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in PARAGRAPHS)
    head = (
        "Return-Path: <alerts@northern.example>\n"
        "Received: from mx.northern.example by mail.desk.example; Mon, 4 Aug 2025 01:10:00 +0300\n"
        f'From: "{OUTLET}" <alerts@northern.example>\nTo: desk@desk.example\nSubject: {TITLE}\n'
        "Date: Sun, 3 Aug 2025 09:30:00 +0300\nMessage-ID: <77@northern.example>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="=-="\n\n'
    )
    plain = f"--=-=\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n"
    rich = (
        f"--=-=\nContent-Type: text/html; charset=utf-8\n\n<html><body>{paragraphs}</body></html>\n"
    )
    return f"{head}{plain}\n{rich}\n--=-=--\n".encode()


def mbox() -> bytes:
    """Two mails in a mailbox, one with a line that begins like a mail."""
    second = mail().replace(TITLE.encode(), b"Second alert").replace(b"<77@", b"<78@")
    second = second.replace(
        BODY.encode(), b">From the governor on August 1: power is back in two districts."
    )
    line = b"From alerts@northern.example Sun Aug  3 09:30:00 2025\n"
    return line + mail() + b"\n" + line + second


def pdf(pages: tuple[str | bytes, ...] = (TEXT,), info: bool = True) -> bytes:
    """A PDF with a line of text a line, written by hand; the file was made years later.

    A page as bytes is drawn as they say.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"", b""]
    kids = []
    for page_text in pages:
        stream = page_text if isinstance(page_text, bytes) else _page_stream(page_text)
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    objects[2] = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    objects[3] = b"<< /Title (%s) /CreationDate (D:20291224120000Z) >>" % TITLE.encode("latin-1")
    return _pdf_file(objects, info)


def _page_stream(text: str) -> bytes:
    drawn = [b"BT /F1 10 Tf 14 TL 50 740 Td"]
    for line in _wrapped(text):
        safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(b"(%s) Tj T*" % safe.encode("cp1252", "replace"))
    return b"\n".join([*drawn, b"ET"])


def _wrapped(text: str) -> list[str]:
    import textwrap

    return [part for line in text.split("\n") for part in textwrap.wrap(line, 90) or [""]]


def _pdf_file(objects: list[bytes], info: bool) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R%s >>" % (len(objects) + 1, b" /Info 4 0 R" if info else b"")
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))


def warc() -> bytes:
    """A crawl: the page, a picture, a page that is gone, and the page again, not changed."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)

    def record(kind: str, address: str, status: str, mime: str, body: bytes) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", mime)], protocol="HTTP/1.1")
        made = writer.create_warc_record(
            address,
            kind,
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2025-09-15T12:00:00Z"},
        )
        writer.write_record(made)

    record("response", ADDRESS, "200 OK", "text/html; charset=utf-8", page())
    record(
        "response", "https://northern.example/logo.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"
    )
    record(
        "response", "https://northern.example/gone", "404 Not Found", "text/html", b"<p>Gone</p>"
    )
    record("revisit", ADDRESS, "200 OK", "text/html", b"")
    return out.getvalue()


def wacz() -> bytes:
    """A web archive in a zip, with the indexes that go with it."""
    return zipped(
        {
            "datapackage.json": b'{"profile": "data-package"}',
            "pages/pages.jsonl": b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n',
            "indexes/index.cdx": b"example,northern)/2025/substation 20250915120000 {}\n",
            "archive/data.warc.gz": warc(),
        }
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file of members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 8, 3, 9, 30, 0)), raw)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A tar file of members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def bundle() -> bytes:
    """What a colleague sends: a mail, a picture, and an archive in the archive."""
    inner = gzip.compress(tarred({"export/substation.txt": TEXT.encode()}), mtime=0)
    return zipped(
        {
            "alerts/substation.eml": mail(),
            "alerts/map.png": b"\x89PNG\r\n\x1a\n\0",
            "old.tgz": inner,
        }
    )


def opml() -> bytes:
    """A list of feeds, as readers of feeds write it."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Desk</title></head><body>
<outline text="North"><outline text="{OUTLET}" type="rss" xmlUrl="https://northern.example/rss"/></outline>
</body></opml>
""".encode()


SHAPES: dict[str, Callable[[], bytes]] = {
    "substation.txt": lambda: TEXT.encode("utf-16"),
    "substation.md": markdown,
    "substation.html": page,
    "rss.xml": rss,
    "atom.xml": atom,
    "telegram.json": telegram,
    "table.csv": csv,
    "columns.tsv": tsv,
    "articles.json": json_list,
    "articles.jsonl": json_lines,
    "crawl.warc.gz": warc,
    "crawl.wacz": wacz,
    "substation.pdf": pdf,
    "alert.eml": mail,
    "alerts.mbox": mbox,
    "alerts.zip": bundle,
    "feeds.opml": opml,
}


def write(folder: Path) -> None:
    """Write every shape into a folder."""
    folder.mkdir(exist_ok=True)
    for name, made in SHAPES.items():
        (folder / name).write_bytes(made())


if __name__ == "__main__":
    write(Path(__file__).parent.parent.parent / "sample_data" / "formats")
