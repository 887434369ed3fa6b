"""The same article through every reader gives the same claims, in the words of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model import Document, Publication
from store.pipeline import analyse
from store.readers import Given, ReadProblem, read
from tests.formats.shapes import BODY, PUBLISHED, SHAPES, TITLE

COLUMNS = {"text": "col_c", "published": "col_a", "source": "col_b"}
LISTED = sorted(set(SHAPES) - {"feeds.opml"})


def documents(path: Path, published: str | None = None) -> list[Document]:
    """The documents in a file; what was left out aside, nothing may fail."""
    found = list(
        read([path], given=Given(published, columns=COLUMNS if "columns" in path.name else {}))
    )
    assert not [item for item in found if isinstance(item, ReadProblem) and item.fault]
    return [item for item in found if isinstance(item, Document)]


def claims(document: Document) -> list[tuple[object, ...]]:
    """What is claimed, without where it stands."""
    analysis = analyse(document)
    return [
        (
            " ".join(claim.span.cut(document.text).split()),
            claim.flag,
            tuple(hop.name for hop in claim.chain),
            claim.phrase is not None and analysis.datings[claim.phrase].edtf,
        )
        for claim in analysis.claims
        if claim.timeline and claim.span.start > len(TITLE)
    ]


@pytest.fixture
def shape(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file of the shape that a test asks for, under a name that says nothing."""
    path = tmp_path / str(request.param).replace(".", "-")
    # Tables with odd columns are known by their name alone.
    path = path.with_name(request.param) if "columns" in request.param else path
    path.write_bytes(SHAPES[request.param]())
    return path


@pytest.mark.parametrize("shape", LISTED, indirect=True)
def test_the_same_article_gives_the_same_claims(shape: Path, tmp_path: Path) -> None:
    """Whatever it came in: quotation, flag, chain and date of every claim on the timeline."""
    plain = tmp_path / "plain"
    plain.write_text(f"{TITLE}\n\n{BODY}\n")
    (reference,) = documents(plain, PUBLISHED)
    wanted = claims(reference)
    dated = [str(date) for *_, date in wanted if date]  # a denial has no day of its own
    assert len(dated) > 1
    assert all(date.startswith("2025") for date in dated)
    assert claims(documents(shape, PUBLISHED)[0]) == wanted


@pytest.mark.parametrize("shape", LISTED, indirect=True)
def test_nothing_of_menus_and_heads_is_claimed(shape: Path) -> None:
    """No document has more than the article's own words; its headline is told once."""
    document = documents(shape)[0]
    for stranger in ("cookies", "Sidebarivka", "May", "All rights", "Read more", "Received"):
        assert stranger not in document.text
    body = document.text[document.skipped[0].end if document.skipped else 0 :]
    assert body.count(TITLE) == 1


@pytest.mark.parametrize(
    "shape", sorted(set(LISTED) - {"substation.txt", "substation.pdf"}), indirect=True
)
def test_the_day_of_publication_is_found_in_each(shape: Path) -> None:
    """The original day, never that of a change, a capture, an arrival or the file."""
    published = documents(shape)[0].published
    assert published is not None
    assert (published.edtf, published.basis) == (PUBLISHED, "metadata")
    assert published.how


@pytest.mark.parametrize("name", ["substation.txt", "substation.pdf"])
def test_what_states_no_date_has_none(tmp_path: Path, name: str) -> None:
    """The day on which a PDF was made is not the day of publication."""
    path = tmp_path / "article"
    path.write_bytes(SHAPES[name]())
    assert documents(path)[0].published is None
    assert documents(path, "2025-08-03")[0].published == Publication("2025-08-03", "given")
