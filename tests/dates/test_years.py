"""The year of a date that leaves it out, and what happens where nothing tells it."""

from __future__ import annotations

import pytest

from tests.dates.reading import dated, read

HISTORY = (
    "The war began in June 1943. In November 1943 the front froze. "
    "In January the thaw came. On 29 February the bridge fell. "
    "By November 1945 it was over; a treaty of 1870 had foreseen it. In May they marched home. "
    "A memorial was opened in 1949. It burned in 1951."
)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [("January", "1944-01"), ("29 February", "1944-02-29"), ("May", "1946-05")],
)
def test_a_history_is_told_from_its_own_dates(phrase: str, value: str) -> None:
    """Months follow the story over the new year; an aside to another century does not move it."""
    assert dict(dated(HISTORY, "2019-03-01"))[phrase] == value


ANALYSIS = (
    "Talks resumed on Tuesday. There is a precedent.\n\n"
    "The talks in Korea opened on 10 July 1951. They broke down on 23 August. The armistice was "
    "signed on 27 July 1953. Prisoners had come home in April.\n\n"
    "Back in the valley, shells fell on 2 September, and another round is planned for October."
)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("23 August", "1951-08-23"),
        ("April", "1953-04"),
        ("2 September", "2025-09-02"),
        ("October", "2025-10"),
    ],
)
def test_an_old_war_is_told_inside_of_news(phrase: str, value: str) -> None:
    """Paragraphs about a past war keep to its years, those about the present to the present."""
    assert dict(dated(ANALYSIS, "2025-09-15"))[phrase] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They gave them until mid-November to leave.", "../2025-11"),
        ("The case is heard in December.", "2025-12"),
        ("The talks are set for Washington in December.", "2025-12"),
        ("He was said to be planning to come in December.", "2025-12"),
        ("The town fell in December.", "2024-12"),
        ("They shot last October.", "2024-10"),
        ("It was told when Daniel P. Davison will go in February.", "2026-02"),
    ],
)
def test_the_verb_tells_the_side(text: str, value: str) -> None:
    """What verbs look ahead to lies ahead; the last October is a year off in November."""
    assert dated(text, "2025-11-02")[0][1] == value


def test_a_29_february_falls_in_a_leap_year() -> None:
    """A date exists in the year that is chosen for it."""
    values = dict(dated("He came in 1943, in 1944 and left in 1945. It fell on 29 February.", ""))
    assert values["29 February"] == "1944-02-29"


def test_a_weekday_that_is_said_narrows_the_year() -> None:
    """Friday, July 4 is a date of 2014 rather than of 2015 in the middle of 2015."""
    assert dict(dated("It fell on Friday, July 4.", "2015-08-01"))["Friday, July 4"] == "2014-07-04"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The town fell on December 2.", "2025-12-04", "2025-12-02"),
        ("The town fell on December 30.", "2026-01-04", "2025-12-30"),
        ("The vote will be held on January 4.", "2025-12-30", "2026-01-04"),
        ("The vote is due by February.", "2025-01-06", "../2025-02"),
        ("The town fell on March 3, 2020, and on March 9.", "2025-12-04", "2020-03-09"),
    ],
)
def test_news_is_told_from_its_publication(text: str, published: str, value: str) -> None:
    """The last such date, or the next where the verb looks ahead; a year in the sentence wins."""
    assert dated(text, published)[-1][1] == value


def test_without_publication_the_year_stays_open() -> None:
    """Nothing is guessed: the year is unknown, and a caution says so."""
    phrase, dating = read("The town fell on July 31.", "")[0]
    assert (dating.edtf, dating.earliest, dating.latest) == ("XXXX-07-31", "", "")
    assert dating.cautions == ("date-unresolved",)
    assert phrase.text == "July 31"


@pytest.mark.parametrize("text", ["It fell yesterday.", "It fell on Friday.", "It fell last week."])
def test_without_publication_a_present_is_unknown(text: str) -> None:
    """What counts from the publication gives no date without it; the clock is not read."""
    assert [(d.edtf, d.cautions) for _, d in read(text, "")] == [("", ("date-unresolved",))]


def test_a_full_date_in_the_text_may_stand_in() -> None:
    """Full dates of the text are an anchor for the others, which are then marked as inferred."""
    dating = read("It began on July 3, 2024. The town fell on July 31.", "")[1][1]
    assert (dating.edtf, dating.cautions) == ("2024-07-31", ("date-inferred",))


@pytest.mark.parametrize(
    ("published", "value", "cautions"),
    [("2025-08-01", "2025-07-08", ()), ("", "2025-07-08", ("date-ambiguous",))],
)
def test_figures_are_read_by_the_publication(
    published: str, value: str, cautions: tuple[str, ...]
) -> None:
    """7/8/2025 was July 8 if that is past and August 7 is not; else both readings are told."""
    dating = read("It fell on 7/8/2025.", published)[0][1]
    assert (dating.edtf, dating.alternatives) == (value, ("2025-08-07",))
    assert dating.cautions == cautions


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On July 31, the ministry announced the capture.", "announcement"),
        ("As of July 31, the town held.", "as-of"),
        ("The town fell on July 31, officials said.", "event"),
    ],
)
def test_a_date_has_a_role(text: str, role: str) -> None:
    """A date may be that of the event, of a state, or of the words about it."""
    assert read(text, "2025-08-03")[0][1].role == role
