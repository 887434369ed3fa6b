r"""Markdown, for notes and wikis: the same report, in which markup of a text is text.

>>> print(escaped("*a* [b](javascript:c) <d> http://e"))
\*a\* \[b\](javascript:c) &lt;d&gt; http\://e
>>> print(escaped("1. - x"), escaped("- x"))
1\. - x \- x
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from store.database import Store
from store.export.report import Report, Source, Told
from store.query import Filter

# What means something anywhere in a line, and what does at its beginning alone.
_MARKS = re.compile(r"[\\`*_{}\[\]|~$]")
_OPENING = re.compile(r"(?m)^([^\S\n]*)(?=[-+=#:]|\d+[.)])(\d*)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Readers that make links of bare addresses, and of names, are kept from it.
_LINKED = re.compile(r":(?=//)|@|(?<=www)\.", re.IGNORECASE)


def to_markdown(store: Store, filter: Filter, out: TextIO) -> int:
    """Write the claims of a filter as Markdown; how many."""
    report = Report(store, filter)
    out.writelines(f"{line}\n" for line in _lines(report))
    return report.claims


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    marked = _MARKS.sub(r"\\\g<0>", text.translate(_ENTITIES))
    return _OPENING.sub(r"\1\2\\", _LINKED.sub(r"\\\g<0>", marked))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    yield ""
    yield escaped(" · ".join(filter(None, (f"{report.claims} claims", report.journal))))
    for heading, claims in report.sections():
        yield from ("", f"## {escaped(heading)}")
        for told in claims:
            yield from _claim(told)
    yield from ("", "## Documents", "")
    yield from _documents(report.sources)


def _claim(told: Told) -> Iterator[str]:
    yield from ("", f"**{told.flag}** {escaped(told.place)}".rstrip(), "")
    yield from (f"> {escaped(line)}".rstrip() for line in told.words.split("\n"))
    yield ""
    for name, said in told.facts:
        yield f"- {name}: {escaped(said)}"
    yield f"- document: {escaped(told.source.title)} \\[{told.source.number}\\]"
    yield f"- id: {told.key}"
    if told.note:
        yield "- note:"
        yield from (f"  > {escaped(line)}".rstrip() for line in told.note.split("\n"))


def _documents(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        published = source.published or "publication date unknown"
        facts = (source.title, source.publisher, published, source.file)
        yield f"{source.number}. {' · '.join(map(escaped, facts))}"
        if source.url:
            yield f"   <{source.url}>"
        yield f"   loaded {escaped(source.loaded)} · SHA-256 `{source.sha256}`"
