"""Pages to read: HTML and Markdown in which every text is text, and nothing else is let in."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.database import Store
from store.edits import Note, Rechain, Relocate, Tag, apply
from store.errors import ConflictError
from store.export import to_html, to_markdown, written
from store.export.html import element
from store.export.markdown import escaped
from store.export.report import link
from store.plain import printable
from store.query import Filter
from tests.store.desk import NOW
from tests.store.test_query import CAPTURE, asked, keys_of

Write = Callable[[Store, Filter, TextIO], int]
NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><b>',
    "</style><style>*{display:none}",
    "]]>--><!--",
    "&lt;i&gt;",
    "[a](javascript:alert(1)) ![b](http://bad.example/c.png)",
    "| a | b |\n|---|---|",
    "# heading\n- list\n1. one\n> quote\n```\ncode",
    "https://bad.example www.bad.example @somebody",
    "\x1b[31mred\u202eback",
)


def exported(store: Store, line: str, write: Write) -> str:
    """What a filter comes to in a format."""
    out = io.StringIO()
    write(store, asked(line), out)
    return out.getvalue()


@pytest.fixture
def nasty(desk: Store) -> Store:
    """A store with hostile text wherever a person can put one."""
    keys = keys_of(desk, CAPTURE)
    apply(desk, Note(keys, "\n".join(NASTY)), "<ann>", NOW)
    apply(desk, Tag(keys, ("<script>", "a&b")), "<ann>", NOW)
    apply(desk, Relocate(keys, NASTY), "<ann>", NOW)
    apply(desk, Rechain(keys, NASTY), "<ann>", NOW)
    desk.db.execute("UPDATE documents SET name = ?, url = ?", (NASTY[0], "javascript:alert(1)"))
    desk.db.execute("UPDATE documents SET title = ?", (NASTY[3],))
    return desk


class Elements(HTMLParser):
    """The elements, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Keep it."""
        self.texts.append(data)


OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section"),
    *("article", "h1", "h2", "p", "strong", "span", "blockquote", "dl", "dt", "dd", "a", "ol"),
    *("li", "b", "code"),
}


def test_a_page_holds_our_elements_alone(nasty: Store) -> None:
    """No script, no attribute that acts, no link but into the page itself; every text is there."""
    page = Elements(exported(nasty, "", to_html))
    assert page.tags <= OURS
    assert page.attributes <= {
        *("lang", "charset", "http-equiv", "content", "name", "dir", "class", "id", "href"),
    }
    assert all(re.fullmatch(r"#document-\d+", target) for target in page.links)
    told = "\n".join(page.texts)
    for text in NASTY[:6]:
        assert text in told


def test_a_page_forbids_what_could_slip_through(desk: Store) -> None:
    """Its policy lets nothing be loaded or run but the one style sheet that it carries."""
    text = exported(desk, "", to_html)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.replace("&#x27;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_markdown_shows_every_text_as_it_is(nasty: Store) -> None:
    """Read as GitHub reads it: no HTML, no link, no picture, no table out of a text."""
    text = exported(nasty, "", to_markdown)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "table_open", "fence"}


@pytest.mark.parametrize("write", [to_html, to_markdown])
def test_no_page_holds_what_acts(nasty: Store, write: Write) -> None:
    """Controls and what turns a line round are gone."""
    text = exported(nasty, "", write)
    assert all(printable(line) == line for line in text.split("\n"))


@pytest.mark.parametrize("write", [to_html, to_markdown])
def test_a_page_tells_the_whole_story(desk: Store, write: Write) -> None:
    """Headings in the list's order; claim, chain, date and its words, document and hash."""
    apply(desk, Note(keys_of(desk, CAPTURE), "ask the desk"), "ann", NOW)
    text = exported(desk, "", write)
    (sha256,) = desk.db.execute("SELECT sha256 FROM documents WHERE name = 'front.txt'").fetchone()
    wanted = (CAPTURE, "Example Daily ← the ministry", "said 2025-07-31", "July 31", "ask the desk")
    for part in (*wanted, "2025-08-05 by ann", sha256, "decisions up to entry 1"):
        assert part in text
    assert text.index("Sat 2 Aug 2025") < text.index("Thu 31 Jul 2025")
    assert exported(desk, "", write) == text


@given(st.text())
def test_any_text_is_text_in_html(text: str) -> None:
    """What a browser shows is what was written."""
    shown = Elements(element("p", text, title=text))
    assert shown.tags == {"p"}
    assert "".join(shown.texts).replace("\r\n", "\n") == text.replace("\r\n", "\n")


@given(st.text().map(printable))
def test_any_text_is_text_in_markdown(text: str) -> None:
    """One paragraph or one quotation with this text in it, and no more."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- a: {escaped(text)}")
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}
    assert "".join(c.content for c in children).split() == f"a: {text}".split()


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://daily.example/a?b=c#d", "https://daily.example/a?b=c#d"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://a.example/\" onclick='x", ""),
        ("//a.example", ""),
        ("", ""),
    ],
)
def test_a_browser_is_sent_to_pages_alone(url: str, wanted: str) -> None:
    """To nothing else that an address can mean."""
    assert link(url) == wanted


def test_a_file_takes_its_name_when_it_is_complete(tmp_path: Path) -> None:
    """What was there stays until then; a pipe or device is written to and not replaced."""
    path = tmp_path / "claims.md"
    path.write_text("old")

    def failing() -> None:
        with written(path) as out:
            out.write("half")
            raise ConflictError("the store is gone")

    with pytest.raises(ConflictError):
        failing()
    assert path.read_text() == "old"
    with written(path) as out:
        out.write("new")
    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["claims.md"]
    with written(Path("/dev/null")) as out:
        out.write("gone")
    assert not Path("/dev/null").is_file()
