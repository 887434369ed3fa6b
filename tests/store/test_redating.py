"""A new publication date resolves the stored date phrases as a fresh load would read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.database import Store, open_store
from store.edits import Publish, apply
from store.load import load
from store.model import Document, Publication
from tests.store.desk import NOW, UNDATED
from tests.store.test_edits import rows_of

TEXTS = {
    "en": "On July 31, a column was hit near Toretsk, a medic said. The previous day, artillery "
    "had struck the road, the ministry said on Tuesday. The bridge was closed overnight.",
    "ru": "31 июля колонна была обстреляна под Торецком, сообщил медик. В ночь на среду, по данным "
    "министерства, был нанесён удар по мосту. Неделей ранее дорога была открыта.",
    "uk": "31 липня колону обстріляли під Торецьком, повідомив медик. У ніч на середу, за даними "
    "міністерства, було завдано удару по мосту. Минулого тижня дорога була відкрита.",
}
DAYS = [
    Publication("2025-08-03", "given"),
    Publication("2024-02-29", "given", 180),
    Publication("2025-01-01", "given", -300),
    Publication("2025-08", "given"),
    None,
]


STATED = Publication("2023-05-05", "metadata", 60)


def documents(published: Publication | None) -> list[Document]:
    """The texts, published on some day, whatever they state themselves."""
    stated = None if published == STATED else STATED
    return [
        replace(
            UNDATED.document,
            text=text,
            language=language,
            raw=text.encode(),
            published=published,
            stated=stated,
        )
        for language, text in TEXTS.items()
    ]


@pytest.mark.parametrize("published", DAYS, ids=str)
def test_a_new_publication_date_equals_a_fresh_load(
    tmp_path: Path, published: Publication | None
) -> None:
    """Claims, dates, cautions and the timeline are the same, the zone of the day included."""
    with open_store(tmp_path / "redated.db") as redated, open_store(tmp_path / "new.db") as fresh:
        load(redated, documents(STATED), who="ann", now=NOW)
        for document in documents(STATED):
            apply(redated, publish(document.identity, published), "ann", NOW)
        load(fresh, documents(published), who="ann", now=NOW)
        assert dated(redated) == dated(fresh)
        assert rows_of(redated) == rows_of(fresh)


def publish(identity: str, published: Publication | None) -> Publish:
    """The edit that sets a publication date."""
    if published is None:
        return Publish(identity, None)
    return Publish(identity, published.edtf, published.basis, published.zone)


def dated(store: Store) -> list[list[tuple[object, ...]]]:
    """All that depends on a publication date."""
    return [store.db.execute(sql).fetchall() for sql in _DATED]


_DATED = (
    "SELECT id, published, published_basis, published_zone, stated FROM documents ORDER BY id",
    "SELECT * FROM date_phrases ORDER BY id",
    "SELECT id, key, edtf, earliest, latest, basis, newest FROM claims ORDER BY id",
    "SELECT * FROM claim_cautions ORDER BY 1, 2",
    "SELECT * FROM heading_counts WHERE claims > 0 ORDER BY 1, 2",
    "SELECT * FROM claim_columns WHERE field = 0",
)
