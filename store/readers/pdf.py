"""PDF: the text of all pages, each page beginning with a form feed, lines joined to paragraphs.

The day a file was made is not the day of publication; what a PDF states of itself is its title and
author. A scan has no text, and says so.

>>> joined(["The bridge was hit on Mon-", "day. It fell."])
['The bridge was hit on Monday. It fell.']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from store.readers.encodings import whole_characters
from store.readers.extras import absent
from store.readers.heads import Head
from store.readers.streams import Blob, seekable
from store.readers.values import Given, Item, ReadProblem, Stated

# Fewer letters a page than this are stamps and page numbers on a scan.
_LETTERS_A_PAGE = 20
# Pages from which on a line that most of them repeat is a running head.
_PAGES_FOR_HEADS = 3
_ENDS = (".", "!", "?", ":", ";", "…", "”", "»", '"')
_JUNK = re.compile(
    r"^(?:microsoft word|untitled|unspecified|\(?anonymous\)?$|document\d*|"
    r".*\.(?:docx?|indd|pdf|qxd))",
    re.IGNORECASE,
)


def takes(head: Head) -> bool:
    """The signature may stand a little below the top."""
    return b"%PDF-" in head.raw[:1024]


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The one item of a PDF."""
    if problem := absent("pypdf", "pdf", blob.path):
        yield problem
        return
    from pypdf.errors import PyPdfError

    try:
        yield _item(blob)
    # What pypdf raises for files that break its expectations, its own errors and Python's.
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
    ) as error:
        yield ReadProblem(blob.path, f"The PDF cannot be read: {str(error).strip('.')}.")


def _item(blob: Blob) -> Item | ReadProblem:
    from pypdf import PdfReader

    from store.readers.pdflayout import text_lines

    raw = blob.whole()
    with seekable(blob.inner(blob.file, _bytes(raw), path=blob.path)) as stream:
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            return ReadProblem(blob.path, "The PDF is locked with a password.")
        if len(reader.pages) > blob.limits.pages:
            sentence = f"It has {len(reader.pages)} pages; at most {blob.limits.pages} are read."
            return ReadProblem(blob.path, sentence)
        pages = [whole_characters("\n".join(text_lines(page))) for page in reader.pages]
        facts = reader.metadata
    if sum(map(_letters, pages)) < _LETTERS_A_PAGE * len(pages):
        return ReadProblem(blob.path, _scan(len(pages)))
    text, heads = text_of(pages)
    left = ["running heads and page numbers"] if heads else []
    if empty := sum(not _letters(page) for page in pages):
        left.append(f"{empty} page{'s' if empty > 1 else ''} without text, as of a scan")
    count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    metadata = _metadata(facts)
    return Item(
        blob.file, raw, text, blob.file, blob.folder, 0, metadata, (), tuple(left), f"PDF ({count})"
    )


def _bytes(raw: bytes) -> Any:
    import io

    return io.BytesIO(raw)


def _letters(page: str) -> int:
    return sum(map(str.isalpha, page))


def _scan(pages: int) -> str:
    count = "a page" if pages == 1 else f"{pages} pages"
    return f"It is a scan: {count} without text. Recognise it first (ocrmypdf IN.pdf OUT.pdf)."


def text_of(pages: Sequence[str]) -> tuple[str, bool]:
    r"""The text of a document by its pages, and whether running heads were left out of it.

    >>> text_of(["It was hit.", "It fell."])
    ('It was hit.\n\n\x0cIt fell.', False)
    """
    heads = _running(pages)
    whole = ""
    for page in pages:
        lines = [line for line in page.splitlines() if _plain(line) not in heads]
        paragraphs = joined(lines)
        if whole and paragraphs:
            # A sentence that runs over the page's end runs on; its page is still marked.
            running = not whole.endswith(_ENDS) and paragraphs[0][:1].islower()
            whole += "\f" if running else "\n\n\f"
        whole += "\n\n".join(paragraphs)
    return whole, bool(heads)


def _running(pages: Sequence[str]) -> set[str]:
    """The first and last lines that most pages share, figures aside."""
    if len(pages) < _PAGES_FOR_HEADS:
        return set()
    counted: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        counted.update({_plain(line) for line in (*lines[:2], *lines[-2:])})
    return {line for line, number in counted.items() if number * 2 > len(pages)}


def _plain(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def joined(lines: Sequence[str]) -> list[str]:
    """Lines as paragraphs: a line as wide as most runs on, a short one or a blank ends one."""
    wide = sorted((len(line.strip()) for line in lines if line.strip()), reverse=True)
    # Most lines of running text are nearly as wide as the widest.
    width = wide[len(wide) // 4] * 0.75 if wide else 0
    paragraphs: list[str] = []
    goes_on = False
    for line in (line.strip() for line in lines):
        if line and goes_on:
            paragraphs[-1] = _together(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        goes_on = (
            bool(line)
            and (len(line) >= width or not line.endswith(_ENDS))
            and len(line) > width / 2
        )
    return paragraphs


def _together(before: str, line: str) -> str:
    """Two lines of one paragraph; a word that was parted at the end of the first is whole again."""
    if before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _metadata(facts: Any) -> dict[str, Stated]:
    title = " ".join(str((facts and facts.title) or "").split())
    author = " ".join(str((facts and facts.author) or "").split())
    found = {"title": Stated(title, how="PDF Title"), "author": Stated(author, how="PDF Author")}
    return {
        name: each for name, each in found.items() if each.value and not _JUNK.match(each.value)
    }
