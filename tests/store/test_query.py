"""Filters find what they say they find, in the order that the design lays down."""

from __future__ import annotations

from collections import Counter

import pytest

from store import query
from store.database import Store
from store.edits import Grade, Hide, Judge, Note, Rate, Tag, apply
from store.query import Filter, FilterProblem, Row
from store.timeline import heading, ordinal_of
from tests.store.desk import NOW

CAPTURE, DENIAL, DRONES, FORECAST = (
    "the capture of Chasov Yar",
    "Kyiv denied it",
    "Two drones hit the depot",
    "The front may move in 2026",
)
TROOPS, SHELLED = "troops stood near Dnipropetrovsk", "Часів Яр was shelled again"
BRIDGE, ROAD = "a bridge fell", "The road is closed"
NEWEST = [SHELLED, DENIAL, TROOPS, CAPTURE, DRONES, BRIDGE, ROAD]


def asked(line: str) -> Filter:
    """The filter of a line that is known to be one."""
    filter = query.parse(line)
    assert not isinstance(filter, FilterProblem), filter
    return filter


def listed(store: Store, line: str) -> list[Row]:
    """The rows of a filter line."""
    return query.rows(store, query.ids(store, asked(line)))


def quotes(store: Store, line: str) -> list[str]:
    """The quotes of a filter line."""
    return [row.quote for row in listed(store, line)]


def keys_of(store: Store, *wanted: str) -> tuple[str, ...]:
    """The keys of claims by their quotes."""
    return tuple(row.key for row in listed(store, "show:all") if row.quote in wanted)


@pytest.fixture
def judged(desk: Store) -> Store:
    """The desk after a few decisions."""
    for edit in (
        Judge(keys_of(desk, CAPTURE), "false"),
        Tag(keys_of(desk, CAPTURE, DRONES), ("key", "наступ")),
        Note(keys_of(desk, TROOPS), "ask again"),
        Grade(keys_of(desk, TROOPS), "B", "2"),
        Rate("Example Notes", "C"),
        Hide(keys_of(desk, ROAD)),
    ):
        apply(desk, edit, "ann", NOW)
    return desk


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", NEWEST),
        ("order:oldest", [DRONES, CAPTURE, TROOPS, DENIAL, SHELLED, BRIDGE, ROAD]),
        ("show:all", [FORECAST, *NEWEST]),
        ("is:analysis", [FORECAST]),
        ("flag:claimed", [TROOPS, CAPTURE]),
        ("flag:claimed flag:denied", [DENIAL, TROOPS, CAPTURE]),
        ("-flag:claimed -flag:reported", [DENIAL, DRONES]),
        ("~flag:claimed", NEWEST),
        ("source:\"example daily\"", [DENIAL, CAPTURE, DRONES]),
        ("source:example*", NEWEST),
        ("actor:\"example agency\"", [DRONES]),
        ("origin:\"example agency\"", []),
        ("origin:\"a channel\"", [DRONES]),
        ("origin:\"example wire\"", [SHELLED]),
        ("place:\"chasiv yar\"", [SHELLED, CAPTURE]),
        ("place:\"Часів Яр\"", [SHELLED, CAPTURE]),
        ("place:\"Czasiw Jar\"", [SHELLED, CAPTURE]),
        ("place:\"Часове Яри\"", []),
        ("place:\"Chasov Jar\"", [SHELLED, CAPTURE]),
        ("place:dnipro*", [TROOPS]),
        ("caution:unnamed-source", [DRONES]),
        ("caution:pubdate-unknown", [BRIDGE, ROAD]),
        ("hedge:denied", [DENIAL]),
        ("2025-07", [CAPTURE]),
        ("2025-06..2025-07", [CAPTURE, DRONES]),
        ("2025-06-15", [DRONES]),
        ("2025-08-02..", [SHELLED, DENIAL, TROOPS]),
        ("..2025-06", [DRONES]),
        ("2025", [SHELLED, DENIAL, TROOPS, CAPTURE, DRONES]),
        ("capture", [CAPTURE]),
        ("captur*", [CAPTURE]),
        ("\"hit the depot\"", [DRONES]),
        ("hit depot", [DRONES]),
        ("chasiv", [SHELLED, CAPTURE]),
        ("\"changes hands\"", [DENIAL, CAPTURE, DRONES]),
        ("-depot", [SHELLED, DENIAL, TROOPS, CAPTURE, BRIDGE, ROAD]),
        ("text:announced", [DENIAL, CAPTURE, DRONES]),
        ("text:\"nobody claims\"", [TROOPS, SHELLED][::-1]),
        ("doc:front.txt flag:denied", [DENIAL]),
        ("OR", []),
        ("\"a \\\" b\"", []),
    ],
)  # fmt: skip
def test_a_line_finds(desk: Store, line: str, found: list[str]) -> None:
    """Fields narrow, values of one field widen, words narrow; coarse and undated as designed."""
    assert quotes(desk, line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("verdict:false", [CAPTURE]),
        ("verdict:none -flag:reported", [DENIAL, TROOPS, DRONES]),
        ("has:verdict", [CAPTURE]),
        ("tag:key", [CAPTURE, DRONES]),
        ("tag:key -flag:claimed", [DRONES]),
        ("tag:наступ", [CAPTURE, DRONES]),
        ("наступ", [CAPTURE, DRONES]),
        ("has:tag", [CAPTURE, DRONES]),
        ("has:note", [TROOPS]),
        ("-has:note -has:tag", [SHELLED, DENIAL, BRIDGE]),
        ("is:hidden", [ROAD]),
        ("grade:B2", [TROOPS]),
        ("grade:B", [TROOPS]),
        ("grade:2", [TROOPS]),
        ("grade:C6", [BRIDGE]),
        ("is:corrected", []),
    ],
)
def test_a_line_finds_decisions(judged: Store, line: str, found: list[str]) -> None:
    """What a person decided can be asked for; hidden claims only as such."""
    assert quotes(judged, line) == found


def test_selected_and_unseen_claims(desk: Store) -> None:
    """``is:selected`` means the filter's own selection, ``see`` makes claims seen."""
    first = query.ids(desk, Filter())[0]
    query.see(desk, [first])
    chosen = asked("is:selected").choosing(frozenset([first]))
    assert list(query.ids(desk, chosen)) == [first]
    assert quotes(desk, "is:seen") == [SHELLED]
    assert quotes(desk, "is:unseen") == NEWEST[1:]
    assert not query.rows(desk, [first])[0].unseen


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_headings_stand_where_rows_change_theirs(desk: Store, order: str) -> None:
    """Heading positions, read from the index alone, agree with the rows."""
    filter = asked(f"show:all order:{order}")
    rows = query.rows(desk, query.ids(desk, filter))
    changes = [
        (position, row.heading)
        for position, row in enumerate(rows)
        if position == 0 or rows[position - 1].heading != row.heading
    ]
    assert [tuple(found) for found in query.headings(desk, filter)] == changes


def test_the_headings_of_the_desk(desk: Store) -> None:
    """A bound, an announcement, a month, a year that nobody knows, and nothing at all."""
    shown = [heading(found.heading) for found in query.headings(desk, Filter())]
    assert shown == [
        "on or before 4 Aug 2025",
        "on or before 3 Aug 2025",
        "Sat 2 Aug 2025",
        "Thu 31 Jul 2025",
        "June 2025",
        "year unknown",
        "no date",
    ]


def test_a_row_carries_what_a_line_shows(desk: Store) -> None:
    """Date and what it means, place by its canonical name, origin, grade until judged."""
    row = next(row for row in listed(desk, "flag:claimed") if row.quote == CAPTURE)
    assert (row.edtf, row.basis, row.place, row.origin) == (
        "2025-07-31",
        "said",
        "Chasiv Yar",
        "the ministry",
    )
    assert (row.grade, row.verdict, row.tags, row.source) == ("F6", "", (), "Example Daily")
    assert heading(row.heading) == "Thu 31 Jul 2025"


def test_rows_come_in_the_order_asked(desk: Store) -> None:
    """Ids that are gone are left out."""
    ids = list(query.ids(desk, Filter()))
    assert [row.id for row in query.rows(desk, [*ids[::-1], 999])] == ids[::-1]
    assert [row.id for row in query.first(desk, Filter(), 3)] == ids[:3]


@pytest.mark.parametrize(
    ("day", "position"),
    [("2025-08-05", 0), ("2025-08-04", 0), ("2025-08-02", 2), ("2025-07-31", 3), ("2025-01-01", 5)],
)
def test_the_position_of_a_date(desk: Store, day: str, position: int) -> None:
    """Where the list, newest first, reaches a day; undated claims come after every day."""
    assert query.position_of_date(desk, Filter(), day) == position


def test_the_position_of_a_date_oldest_first(desk: Store) -> None:
    """The same the other way round."""
    assert query.position_of_date(desk, asked("order:oldest"), "2025-08-01") == 2


@pytest.mark.parametrize(
    ("field", "line", "values"),
    [
        ("flag", "", {"claimed": 2, "reported": 2, "denied": 1, "unverified": 1}),
        ("flag", "flag:denied place:\"chasiv yar\"", {"claimed": 1, "reported": 1}),
        ("verdict", "", {"none": 5, "false": 1}),
        ("source", "", {"Example Daily": 3, "Example Wire": 2, "Example Notes": 1}),
        ("tag", "", {"key": 2, "наступ": 2}),
        ("place", "", {"Chasiv Yar": 2, "Dnipropetrovsk": 1}),
        ("actor", "flag:unverified", {"Example Agency": 1, "a channel": 1}),
        ("origin", "source:\"example wire\"", {"Example Wire": 1, "the map project": 1}),
        ("caution", "", {"date-unresolved": 1, "pubdate-unknown": 1, "unnamed-source": 1}),
        ("hedge", "", {"denied": 1}),
        ("grade", "", {"F6": 4, "B2": 1, "C6": 1}),
        ("has", "", {"note": 1, "tag": 2, "verdict": 1}),
        ("is", "flag:denied is:seen", {"unseen": 1}),
        ("words", "", {}),
    ],
)  # fmt: skip
def test_facets(judged: Store, field: query.Field, line: str, values: dict[str, int]) -> None:
    """Values with their counts; the field's own terms do not narrow its facet."""
    found = query.facets(judged, asked(line), field)
    assert dict(found) == values
    assert [facet.claims for facet in found] == sorted(values.values(), reverse=True)


def test_the_histogram_counts_every_dated_claim(desk: Store) -> None:
    """Exact, with its empty buckets, by the day under which a claim is listed."""
    assert [tuple(b) for b in query.histogram(desk, Filter(), "month")] == [
        ("2025-06-01", 1),
        ("2025-07-01", 1),
        ("2025-08-01", 3),
    ]
    weeks = query.histogram(desk, asked("2025-07-28.."), "week")
    assert [tuple(b) for b in weeks] == [("2025-07-28", 3), ("2025-08-04", 1)]
    assert query.histogram(desk, asked("2030"), "day") == []


def test_hits_are_the_filters_claims_that_match(desk: Store) -> None:
    """For jumping through the hits of a search without narrowing the list to them."""
    found = query.hits(desk, asked('source:"example daily"'), "chas")
    assert not isinstance(found, FilterProblem)
    assert [row.quote for row in query.rows(desk, found)] == [CAPTURE]
    assert isinstance(query.hits(desk, Filter(), '"open'), FilterProblem)


@pytest.mark.parametrize(
    ("line", "search"),
    [
        ("", "town"),
        ("town", "chas"),
        ("flag:denied", "town"),
        ("place:chas*", "of"),
        ("-town", "of"),
    ],
)
def test_hits_among_some_claims_are_those_of_the_list(desk: Store, line: str, search: str) -> None:
    """Asked for the claims of a screen only, wherever the list is read from."""
    narrowed = query.searched(asked(line), search)
    assert isinstance(narrowed, Filter)
    every = [row.id for row in query.first(desk, Filter(scope="all"))]
    with query.listed(desk, narrowed, asked(line)) as found:
        assert found.among(every) == set(found.ids(0, len(found)))
        assert found.among(every[:2]) == {*found.ids(0, len(found))} & {*every[:2]}


def test_keys_are_found_by_their_beginning(desk: Store) -> None:
    """Any unambiguous beginning names a claim; the others are told apart in a sentence."""
    row = query.first(desk, Filter(), 1)[0]
    assert query.find(desk, query.short(desk, row.key)) == row.id
    assert query.keys(desk, [row.id, 999]) == (row.key,)
    assert str(query.find(desk, "!")) == 'There is no claim "!".'
    assert "type more" in str(query.KeyProblem("a", ("abc", "abd")))


def test_lists_of_documents_sources_and_tags(judged: Store) -> None:
    """With the number of their claims on the timeline."""
    assert [(d.name, d.published, d.claims) for d in query.documents(judged)] == [
        ("front.txt", "2025-08-03", 3),
        ("border.txt", "2025-08-04", 2),
        ("undated.txt", "", 1),
    ]
    assert [(s.name, s.reliability, s.claims) for s in query.sources(judged)] == [
        ("Example Daily", "", 3),
        ("Example Notes", "C", 1),
        ("Example Wire", "", 2),
    ]
    assert dict(query.tags(judged)) == {"key": 2, "наступ": 2}
    assert dict(query.tags(judged, "k")) == {"key": 2}
    assert query.stats(judged)["on the timeline"] == 6


@pytest.mark.parametrize(("near", "apart"), [(1, 0), (2, 1_000), (4, 1), (1_000, 0), (1_000, 2)])
@pytest.mark.parametrize(
    "line",
    ["chasiv", "exam*", "the", "example -drones", "key", "example key", "flag:claimed example"],
)
def test_the_first_hits_are_the_first_of_the_list(
    desk: Store, monkeypatch: pytest.MonkeyPatch, line: str, near: int, apart: int
) -> None:
    """However many claims are looked at before all are gathered, and however far apart."""
    monkeypatch.setattr("store.query.firsts.APART", apart)
    apply(desk, Tag(keys_of(desk, ROAD, CAPTURE), ("key",)), "ann", NOW)
    monkeypatch.setattr("store.query.firsts.NEAR", near)
    for number in range(1, 5):
        found = [row.id for row in query.first(desk, asked(line), number)]
        assert found == list(query.ids(desk, asked(line)))[:number]


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize(
    "line",
    [
        *("", "2025-07", "2025-07..2025-08 flag:claimed", "verdict:none", "-verdict:verified"),
        *("verdict:none is:unseen", "-flag:denied -has:tag", '-place:"chasiv yar" 2025'),
        *(
            "verdict:none chasiv",
            'source:"example daily" verdict:none',
            "-flag:denied -flag:claimed",
        ),
    ],
)
def test_every_way_to_count_gives_the_same(
    desk: Store, monkeypatch: pytest.MonkeyPatch, line: str, order: str
) -> None:
    """By looking at each claim, heading by heading, or by taking away what is shut out."""
    apply(desk, Judge(keys_of(desk, CAPTURE), "verified"), "ann", NOW)
    apply(desk, Tag(keys_of(desk, ROAD), ("key",)), "ann", NOW)
    filter = asked(f"{line} order:{order}")
    expected = list(query.ids(desk, filter))
    monkeypatch.setattr("store.query.plan.FEW", 0)
    monkeypatch.setattr("store.query.counting.FEW", 0)
    monkeypatch.setattr("store.query.counting.MANY", 0)
    monkeypatch.setattr("store.query.found.FEW", 0)
    monkeypatch.setattr("store.query.columns.MANY", -1)
    monkeypatch.setattr("store.query.listing.HELD", -1)
    assert query.count(desk, filter) == len(expected)
    with query.listed(desk, filter) as listing:
        assert list(listing.ids(0, len(listing))) == expected
        assert sum(claims for _, claims in listing.headings()) == len(expected)
        days = [ordinal_of(row.heading) for row in query.rows(desk, expected)]
        assert listing.days() == Counter(day for day in days if day)
