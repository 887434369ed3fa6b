"""Pages that a person names by their addresses, as blobs to be read.

>>> from store.web.values import Visit
>>> blob = as_blob(Fetched("https://daily.example/a", b"It was hit.", Visit(at="2025-08-03")))
>>> blob.path, blob.metadata["url"].value, blob.metadata["captured"].value
('https://daily.example/a', 'https://daily.example/a', '2025-08-03')
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from store.database import Store
from store.readers import Blob, ReadProblem, stream_of
from store.readers.values import Stated
from store.web import visits
from store.web.client import Visitor
from store.web.values import Fetched, NotModified, Visit


def pages(
    urls: Iterable[str], visitor: Visitor | str, store: Store | None = None
) -> Iterator[Blob | ReadProblem]:
    """The pages at addresses, fetched when each is wanted; what is no page in its place.

    With a store that knows an address only what is newer is asked for, and what has not changed
    is left out.
    """
    for url in urls:
        if isinstance(visitor, str):
            yield ReadProblem(url, visitor)
        else:
            yield from _page(url, visitor, store)


def _page(url: str, visitor: Visitor, store: Store | None) -> Iterator[Blob | ReadProblem]:
    answer = visitor.fetch(url, visits.recall(store, url) if store else Visit())
    problem = ""
    if isinstance(answer, Fetched):
        yield as_blob(answer)
    elif isinstance(answer, NotModified):
        yield ReadProblem(url, "It has not changed since it was loaded.", fault=False)
    else:
        problem = answer.sentence
        yield ReadProblem(url, problem)
    # Not before it was read: what was not is asked for again the next time.
    if store:
        visits.note(store, url, answer.visit, problem)


def as_blob(answer: Fetched) -> Blob:
    """The bytes of an address as an input that a person named."""
    name = urlsplit(answer.url).path.rstrip("/").rpartition("/")[2]
    stated = {
        "url": Stated(answer.url, how="address"),
        "captured": Stated(answer.visit.at, how="fetched"),
        "charset": Stated(answer.charset, how="Content-Type"),
    }
    blob = stream_of(answer.url, io.BytesIO(answer.raw))
    return replace(blob, file=name or urlsplit(answer.url).hostname or "page", metadata=stated)
