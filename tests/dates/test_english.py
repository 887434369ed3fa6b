"""Every family of English date phrases, read in news published on a Wednesday."""

from __future__ import annotations

import pytest

from tests.dates.reading import dated

WEDNESDAY = "2025-03-12"

FAMILIES = [
    # Dates that say their year.
    ("It fell on July 31, 2024.", "July 31, 2024", "2024-07-31"),
    ("It fell on Wednesday, 31 July 2024.", "Wednesday, 31 July 2024", "2024-07-31"),
    ("It fell on the 31st of July 2024.", "the 31st of July 2024", "2024-07-31"),
    ("It fell in July of 2024.", "July of 2024", "2024-07"),
    ("It fell in 2024.", "2024", "2024"),
    ("It was built in the 1990s.", "the 1990s", "199X"),
    ("It was built in the nineties.", "the nineties", "199X"),
    ("It was built in the 19th century.", "the 19th century", "18XX"),
    ("It fell in 218 BC.", "218 BC", "-0217"),
    ("It fell on 2024-07-31.", "2024-07-31", "2024-07-31"),
    ("It fell on 31.07.2024.", "31.07.2024", "2024-07-31"),
    ("It fell on 7/31/24.", "7/31/24", "2024-07-31"),
    ("It fell in autumn 2018.", "autumn 2018", "2018-23"),
    ("It fell in the third quarter of 2024.", "the third quarter of 2024", "2024-35"),
    ("It fell in the first half of 2024.", "the first half of 2024", "2024-40"),
    # Dates that leave it out.
    ("It fell on March 5.", "March 5", "2025-03-05"),
    ("It fell on Feb. 14.", "Feb. 14", "2025-02-14"),
    ("It fell in January.", "January", "2025-01"),
    ("It fell in December.", "December", "2024-12"),
    ("It will open on March 20.", "March 20", "2025-03-20"),
    ("The exchange may take place in April, he added.", "April", "2025-04"),
    ("He may have left in April.", "April", "2024-04"),
    ("It fell in May.", "May", "2024-05"),
    ("It fell in the summer.", "the summer", "2024-22"),
    ("It fell in the fall.", "the fall", "2024-23"),
    ("It fell last fall.", "last fall", "2024-23"),
    ("Fall 2024 was dry.", "Fall 2024", "2024-23"),
    ("It fell in the fall of 2024.", "the fall of 2024", "2024-23"),
    ("It fell in the fall of last year.", "the fall of last year", "2024-23"),
    ("It fell last summer.", "last summer", "2024-22"),
    ("It fell last May.", "last May", "2024-05"),
    ("It fell in May last year.", "May last year", "2024-05"),
    ("It fell in May of the previous year.", "May of the previous year", "2024-05"),
    # Weekdays.
    ("It fell on Wednesday.", "Wednesday", "2025-03-12"),
    ("It fell on Tuesday.", "Tuesday", "2025-03-11"),
    ("It fell last Sunday.", "last Sunday", "2025-03-09"),
    ("It fell last Wednesday.", "last Wednesday", "2025-03-05"),
    ("They will meet on Friday.", "Friday", "2025-03-14"),
    ("Talks were postponed until Friday.", "Friday", "2025-03-14"),
    ("It could open as soon as Friday.", "Friday", "2025-03-14"),
    ("They meet next Friday.", "next Friday", "2025-03-14"),
    ("It fell on Tuesday of last week.", "Tuesday of last week", "2025-03-04"),
    # Counted from the publication.
    ("It fell today.", "today", "2025-03-12"),
    ("It fell yesterday afternoon.", "yesterday afternoon", "2025-03-11"),
    ("They meet tomorrow.", "tomorrow", "2025-03-13"),
    ("It fell the day before yesterday.", "the day before yesterday", "2025-03-10"),
    ("It fell this morning.", "this morning", "2025-03-12"),
    ("It fell last night.", "last night", "2025-03-11"),
    ("A second call may follow tonight.", "tonight", "2025-03-12"),
    ("It fell last week.", "last week", "2025-03-03/2025-03-09"),
    ("They meet next week.", "next week", "2025-03-17/2025-03-23"),
    ("It fell last month.", "last month", "2025-02"),
    ("It fell last year.", "last year", "2024"),
    ("It fell earlier this week.", "earlier this week", "2025-03-10/2025-03-16"),
    ("It fell three days ago.", "three days ago", "2025-03-09"),
    ("It fell two weeks ago.", "two weeks ago", "2025-02-24/2025-03-02"),
    ("It fell six years ago.", "six years ago", "2019"),
    # Parts of days.
    ("It fell overnight.", "overnight", "2025-03-11/2025-03-12"),
    ("It fell overnight into Tuesday.", "overnight into Tuesday", "2025-03-10/2025-03-11"),
    ("It fell in the early hours of Tuesday.", "the early hours of Tuesday", "2025-03-11"),
    ("It fell on Tuesday at around 9 p.m.", "Tuesday at around 9 p.m.", "2025-03-11"),
    ("It fell on the night of March 5.", "the night of March 5", "2025-03-05"),
    ("It fell on the night of March 8 to 9.", "the night of March 8 to 9", "2025-03-08/2025-03-09"),
    # Ranges, lists and open ends.
    ("It burned March 3-5.", "March 3-5", "2025-03-03/2025-03-05"),
    ("It burned from March 3 to March 5.", "March 3 to March 5", "2025-03-03/2025-03-05"),
    ("It burned from March 3 to 5, 2021.", "March 3 to 5, 2021", "2021-03-03/2021-03-05"),
    ("It burned between March 3 and 5.", "March 3 and 5", "2025-03-03/2025-03-05"),
    ("It burned between 2011 and 2013.", "2011 and 2013", "2011/2013"),
    ("It burned in 1957-58.", "1957-58", "1957/1958"),
    (
        "It burned between December 29 and January 3.",
        "December 29 and January 3",
        "2024-12-29/2025-01-03",
    ),
    (
        "It burned from November to February 1942.",
        "November to February 1942",
        "1941-11/1942-02",
    ),
    ("It burned on 3 and 5 March.", "3 and 5 March", "{2025-03-03,2025-03-05}"),
    ("It burned between Friday and Monday.", "Friday and Monday", "2025-03-07/2025-03-10"),
    ("It has burned since March 3.", "March 3", "2025-03-03/.."),
    ("It has burned since Tuesday.", "Tuesday", "2025-03-11/.."),
    ("It will burn until March 20.", "March 20", "../2025-03-20"),
    ("It will stay closed until Monday.", "Monday", "../2025-03-17"),
    ("They will come no earlier than September.", "September", "2025-09/.."),
    ("It burned in the past three days.", "the past three days", "2025-03-09/2025-03-12"),
    ("It burned for the third day in a row.", "the third day in a row", "2025-03-10/2025-03-12"),
    ("It burned in the past day.", "the past day", "2025-03-11/2025-03-12"),
    ("It burned during the past 24 hours.", "the past 24 hours", "2025-03-11/2025-03-12"),
    ("It burned in the last 48 hours.", "the last 48 hours", "2025-03-10/2025-03-12"),
    ("It burned over the past night.", "the past night", "2025-03-11/2025-03-12"),
    # Shades.
    ("It fell in late January.", "late January", "2025-01"),
    ("It fell in mid-January.", "mid-January", "2025-01"),
    ("It fell at the end of December.", "the end of December", "2024-12"),
    ("It fell around March 3.", "around March 3", "2025-03-03~"),
    ("As of March 3, it stood.", "March 3", "2025-03-03"),
    # No dates.
    ("It lasted two days.", "two days", ""),
    ("It will be over in a week.", "a week", "2025-03-17/2025-03-23"),
    ("They meet every Friday.", "every Friday", ""),
    ("It is quiet now.", "now", ""),
]

STORY = [
    ("It fell on July 3. The previous day, it burned.", "The previous day", "2024-07-02"),
    ("It fell on July 3. Three days earlier, it burned.", "Three days earlier", "2024-06-30"),
    ("It fell on July 3. The next day, it burned.", "The next day", "2024-07-04"),
    ("It fell on July 3. It burned that day.", "that day", "2024-07-03"),
    (
        "It fell on July 3. The previous week it burned.",
        "The previous week",
        "2024-06-24/2024-06-30",
    ),
    ("It fell in May 2019. The following year it burned.", "The following year", "2020"),
    ("It fell on July 3. It burned two days after July 9.", "two days after July 9", "2024-07-11"),
    ("It fell on July 3. A week earlier it burned.", "A week earlier", "2024-06-24/2024-06-30"),
    ("It fell on July 3. A day earlier the road was open.", "A day earlier", "2024-07-02"),
    ("It fell on July 3. Two days earlier shells came.", "Two days earlier", "2024-07-01"),
    ("It fell on July 3. The week before, it burned.", "The week before", "2024-06-24/2024-06-30"),
    ("It fell on July 3, and yesterday it burned.", "yesterday", "2025-03-11"),
]


@pytest.mark.parametrize(("text", "phrase", "edtf"), FAMILIES)
def test_a_phrase_has_its_span_and_value(text: str, phrase: str, edtf: str) -> None:
    """One phrase is found, with its edges but not with its preposition, and valued."""
    assert dated(text, WEDNESDAY) == [(phrase, edtf)]


@pytest.mark.parametrize(("text", "phrase", "edtf"), STORY)
def test_some_phrases_count_from_the_story(text: str, phrase: str, edtf: str) -> None:
    """“The next day” follows the date just told, "yesterday" the publication."""
    assert dated(text, WEDNESDAY)[-1] == (phrase, edtf)
