"""Documents that tell the same: copies in other outlets, editions at one address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from store import edits, query
from store.database import Store
from store.edits import Forget, Hide, Judge
from store.load import load
from store.model import Document, Publication
from store.query import ClaimCard, Filter
from store.readers import ReadProblem
from store.reread import reread
from store.verify import verify
from tests.store.desk import NOW

WIRE = (
    "On July 31, the Example Energy Ministry announced the shutdown of the old substation near "
    "Exampleville after a drone strike. The governor of Example Oblast said on Friday that four "
    "workers had been injured. Rescuers worked at the site until the morning, and trains ran late."
)
DAY = Publication("2025-08-03", "given")


def of(source: str, text: str = WIRE, url: str = "") -> Document:
    """A document of an outlet."""
    return Document(source, text.encode(), text, source, url=url, published=DAY)


def put(store: Store, *documents: Document) -> list[str]:
    """Load documents; what became of each."""
    return [outcome.status for outcome in load(store, documents, who="ann", now=NOW).outcomes]


def shown(store: Store, line: str = "") -> list[ClaimCard]:
    """The claims of a filter."""
    filter = query.parse(line)
    assert isinstance(filter, Filter)
    found = [query.claim(store, id) for id in query.ids(store, filter)]
    return [card for card in found if card is not None]


def told(store: Store, line: str = "") -> list[tuple[str, int]]:
    """Source of each claim of a filter, and how many others tell the same."""
    return sorted((card.row.source, card.row.others) for card in shown(store, line))


def test_copies_of_a_wire_text_are_folded(empty: Store) -> None:
    """Each stays a document of its own; the first to tell a claim stands for the others."""
    put(empty, of("Alpha"), of("Beta", f"{WIRE} More soon."), of("Gamma", f"BETA — {WIRE}"))
    assert len(query.documents(empty)) == 3
    assert told(empty) == [("Alpha", 2), ("Alpha", 2)]
    assert len(shown(empty, "show:unfolded")) == len(shown(empty, "is:folded")) + 2 == 6
    assert {"syndicated"} == {c for card in shown(empty, "show:unfolded") for c in card.cautions}


MORE = (
    "Two engineers of the plant told reporters that the transformer would have to be replaced, and "
    "that this would take until autumn. Schools in four districts stayed closed on Monday. The "
    "railway put on buses between the two stations, and the hospital ran on its own generators."
)
NEWS = (
    "On July 29, rebels shot down a helicopter near the village of Otherville, the army said. "
    "Its crew of three was found alive in the hills on Wednesday, and was flown out at night."
)


@pytest.mark.parametrize(
    ("one", "other", "wires"),
    [
        (f"{WIRE} {MORE[:130]}", f"{WIRE[-60:]} {MORE}", [1, 1, 1]),
        (WIRE, NEWS, [1, None, 1]),
    ],
    ids=["head and tail of one text", "a digest of two"],
)
@pytest.mark.parametrize("together", [True, False])
def test_who_joins_two(
    empty: Store, one: str, other: str, wires: list[int | None], together: bool
) -> None:
    """Texts too far apart to be copies are told as such by what holds both; a digest joins none."""
    whole = f"{WIRE} {MORE}" if other is not NEWS else f"{WIRE} {NEWS}"
    loaded = of("Alpha", one), of("Beta", other), of("Gamma", whole)
    for some in [loaded] if together else [loaded[:2], loaded[2:]]:
        put(empty, *some)
    found = empty.db.execute("SELECT wire FROM documents ORDER BY id").fetchall()
    assert [wire for (wire,) in found] == wires
    assert all(finding.ok for finding in verify(empty))


@pytest.mark.parametrize("line", ["source:Beta", "doc:Beta", "source:Beta -flag:denied"])
def test_who_asks_for_an_outlet_sees_all_it_tells(empty: Store, line: str) -> None:
    """Nothing is folded away from a filter in which the copies differ."""
    put(empty, of("Alpha"), of("Beta"))
    assert told(empty, line) == [("Beta", 0), ("Beta", 0)]


def test_the_facet_of_sources_counts_every_copy(empty: Store) -> None:
    """As many as a click on it shows."""
    put(empty, of("Alpha"), of("Beta"))
    assert {f.value: f.claims for f in query.facets(empty, Filter(), "source")} == {
        "Alpha": 2,
        "Beta": 2,
    }


@pytest.mark.parametrize(
    "other",
    [
        of("Beta", "Air raid alert in Example Oblast. The ministry said so on Friday."),
        of("Beta", WIRE.replace("four", "4").replace("July 31", "June 30") * 1 + " " + WIRE[::-1]),
        of("Alpha", WIRE + " An addition of the same outlet at another address."),
    ],
    ids=["short", "other figures", "same outlet"],
)
def test_what_is_no_copy(empty: Store, other: Document) -> None:
    """Too short to tell, other figures, the same outlet: nothing is folded."""
    put(empty, of("Alpha"), other)
    assert all(others == 0 for _, others in told(empty))


def test_what_a_person_decided_on_is_never_folded(empty: Store) -> None:
    """A verdict brings a copy back to the timeline, and taking it back folds it again."""
    put(empty, of("Alpha"), of("Beta"))
    copy = shown(empty, "is:folded")[0]
    edits.apply(empty, Judge((copy.row.key,), "false"), "ann", NOW)
    assert ("Beta", 0) in told(empty)
    assert sorted(told(empty))[0][1] + sorted(told(empty))[1][1] == 1
    edits.undo(empty, "ann", NOW)
    assert told(empty) == [("Alpha", 1), ("Alpha", 1)]


def test_when_the_first_is_forgotten_the_next_stands_for_the_rest(empty: Store) -> None:
    """And nothing of it is left, not even the hashes of its words."""
    put(empty, of("Alpha"), of("Beta"), of("Gamma"))
    first = query.documents(empty)[0]
    edits.apply(empty, Forget(first.identity), "ann", NOW)
    assert told(empty) == [("Beta", 1), ("Beta", 1)]
    for table in ("bands", "sketches"):
        sql = f"SELECT count(*) FROM {table} WHERE document_id = ?"
        assert empty.db.execute(sql, (first.id,)).fetchone() == (0,)


def test_a_hidden_claim_hides_its_copies(empty: Store) -> None:
    """What is no claim is none in any outlet."""
    put(empty, of("Alpha"), of("Beta"))
    lead = shown(empty)[0]
    edits.apply(empty, Hide((lead.row.key,)), "ann", NOW)
    assert told(empty) == [("Alpha", 1)]


# -- editions -----------------------------------------------------------------------------------

SOFTER = WIRE.replace("four workers had been injured", "workers may have been hurt")
URL = "https://www.daily.example/1?utm_source=rss"


def test_a_text_that_changed_is_an_edition(empty: Store) -> None:
    """Both are kept; what is told the same is folded, what is not stands twice with a caution."""
    assert put(empty, of("Alpha", url=URL)) == ["added"]
    assert put(empty, of("Alpha", SOFTER, "http://daily.example/1/")) == ["added"]
    cautions = {
        (card.row.quote[:12], card.row.others): "edited" in card.cautions
        for card in shown(empty, "show:all")
    }
    assert (sum(cautions.values()), len(query.documents(empty))) != (0, 1)
    lead = next(card for card in shown(empty) if "shutdown" in card.row.quote)
    assert (lead.row.others, "edited" in lead.cautions) == (1, False)


def test_the_same_text_at_the_same_address_is_no_edition(empty: Store) -> None:
    """Though its bytes differ: advertisements, counts of views."""
    first = of("Alpha", url=URL)
    assert put(empty, first) == ["added"]
    assert put(empty, replace(first, raw=b"other bytes"), replace(first, raw=b"and others")) == [
        "unchanged",
        "unchanged",
    ]


def test_both_in_one_batch(empty: Store) -> None:
    """As if one after the other."""
    first = of("Alpha", url=URL)
    statuses = put(empty, first, replace(first, raw=b"x"), of("Alpha", SOFTER, URL))
    assert statuses == ["added", "unchanged", "added"]


@pytest.mark.parametrize(
    "documents",
    [
        (of("Alpha"), of("Beta"), of("Gamma", WIRE + " More.")),
        (of("Alpha", url=URL), of("Alpha", SOFTER, URL), of("Beta")),
    ],
)
def test_reading_again_folds_the_same(empty: Store, documents: Sequence[Document]) -> None:
    """And the store is sound before and after."""
    put(empty, *documents)
    before = told(empty, "show:unfolded"), [card.cautions for card in shown(empty, "show:all")]
    reread(empty, who="ann", now=NOW)
    assert before == (
        told(empty, "show:unfolded"),
        [card.cautions for card in shown(empty, "show:all")],
    )
    assert all(finding.ok for finding in verify(empty))


def test_a_problem_is_no_document(empty: Store) -> None:
    """What is left out is told apart from what failed."""
    report = load(
        empty,
        [ReadProblem("a", "A picture.", fault=False), ReadProblem("b", "Broken.")],
        who="ann",
        now=NOW,
    )
    assert [outcome.status for outcome in report.outcomes] == ["left out", "failed"]
