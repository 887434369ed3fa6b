"""One HTML page that needs nothing else: no script, no picture, no address it asks for.

Every text is escaped, and the page's own policy forbids a browser to run or load anything, should
something slip through: only this very style sheet, known by its hash, is let in.

>>> element("b", "1 < 2", class_="x")
'<b class="x">1 &lt; 2</b>'
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TextIO

from store.database import Store
from store.export.report import Report, Source, Told
from store.query import Filter

STYLE = Path(__file__).with_name("report.css").read_text("utf-8")
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def to_html(store: Store, filter: Filter, out: TextIO) -> int:
    """Write the claims of a filter as a page; how many."""
    report = Report(store, filter)
    out.writelines(f"{line}\n" for line in _page(report))
    return report.claims


def element(tag: str, text: str, **attributes: str) -> str:
    """An element with a text in it, both escaped; attributes without a value are left out."""
    return f"{_opening(tag, attributes)}{escape(text)}</{tag}>"


def _opening(tag: str, attributes: dict[str, str]) -> str:
    written = (f' {name.rstrip("_")}="{escape(v)}"' for name, v in attributes.items() if v)
    return f"<{tag}{''.join(written)}>"


def _page(report: Report) -> Iterator[str]:
    yield from ("<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield _opening("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield element("title", f"{report.title} – conflict-tui")
    yield f"<style>{STYLE}</style>"
    yield from ("</head>", "<body>", "<header>", element("h1", report.title, dir="auto"))
    yield element("p", " · ".join(filter(None, (f"{report.claims} claims", report.journal))))
    yield from ("</header>", "<main>")
    for heading, claims in report.sections():
        yield from ("<section>", element("h2", heading))
        for told in claims:
            yield from _claim(told)
        yield "</section>"
    yield from ("</main>", *_documents(report.sources), "</body>", "</html>")


def _claim(told: Told) -> Iterator[str]:
    yield _opening("article", {"class": told.flag, "id": told.key})
    yield f"<p>{element('strong', told.flag)} {element('span', told.place, dir='auto')}</p>"
    yield element("blockquote", told.words, dir="auto")
    yield "<dl>"
    for name, said in told.facts:
        yield f"{element('dt', name)}{element('dd', said, dir='auto')}"
    number = f"{told.source.title} [{told.source.number}]"
    document = element("a", number, href=f"#document-{told.source.number}", dir="auto")
    yield f"{element('dt', 'document')}<dd>{document}</dd>"
    yield "</dl>"
    if told.note:
        yield element("p", told.note, class_="note", dir="auto")
    yield "</article>"


def _documents(sources: Iterable[Source]) -> Iterator[str]:
    yield from ("<footer>", element("h2", "Documents"), "<ol>")
    for source in sources:
        yield _opening("li", {"id": f"document-{source.number}"})
        yield element("b", source.title, dir="auto")
        published = source.published or "publication date unknown"
        yield element("p", f"{source.publisher}, {published}", dir="auto")
        if source.url:
            href = {"href": source.url, "rel": "noreferrer noopener nofollow"}
            yield f"<p>{element('a', source.url, **href)}</p>"
        yield element("p", f"{source.file}, loaded {source.loaded}", dir="auto")
        yield f"<p>SHA-256 {element('code', source.sha256)}</p></li>"
    yield from ("</ol>", "</footer>")
