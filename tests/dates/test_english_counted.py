"""English dates counted from a present, and what is no date, in news of a Wednesday."""

from __future__ import annotations

import pytest

from tests.dates.reading import dated

WEDNESDAY = "2025-03-12"

WEEKDAY = [
    ("It fell this Monday.", {"this Monday": "2025-03-10"}),
    ("It fell on Monday of this week.", {"Monday of this week": "2025-03-10"}),
    ("It fell early Tuesday.", {"early Tuesday": "2025-03-11"}),
    ("It fell late on Monday.", {"late on Monday": "2025-03-10"}),
    ("It fell Monday night.", {"Monday night": "2025-03-10"}),
    ("It fell on Monday and Tuesday.", {"Monday": "2025-03-10", "Tuesday": "2025-03-11"}),
    ("Their talks are due to start on Thursday.", {"Thursday": "2025-03-13"}),
    ("The next convoy leaves on Thursday.", {"Thursday": "2025-03-13"}),
    ("The port, closed in May, may reopen on Friday.", {"May": "2024-05", "Friday": "2025-03-14"}),
    ("They are to meet Saturday.", {"Saturday": "2025-03-15"}),
    ("The president is scheduled to arrive Saturday.", {"Saturday": "2025-03-15"}),
    ("It fell a week ago Monday.", {"a week ago Monday": "2025-03-03"}),
    ("It fell Monday a week ago.", {"Monday a week ago": "2025-03-03"}),
    ("They meet a week from Friday.", {"a week from Friday": "2025-03-21"}),
    ("They meet Friday week.", {"Friday week": "2025-03-21"}),
    ("They will meet this coming Friday.", {"this coming Friday": "2025-03-14"}),
    ("It fell on the previous Friday.", {"the previous Friday": "2025-03-07"}),
    ("It fell the Friday before last.", {"the Friday before last": "2025-02-28"}),
    ("The week before last it fell.", {"The week before last": "2025-02-24/2025-03-02"}),
    ("The year before last it fell.", {"The year before last": "2023"}),
    ("The month before last it fell.", {"The month before last": "2025-01"}),
]

PARTS_OF_DAY = [
    ("It fell at dawn on Tuesday.", {"dawn on Tuesday": "2025-03-11"}),
    ("It fell on Tuesday at dawn.", {"Tuesday": "2025-03-11"}),
    (
        "It fell in the night from Monday to Tuesday.",
        {"Monday to Tuesday": "2025-03-10/2025-03-11"},
    ),
    ("It fell in the night between 8 and 9 March.", {"8 and 9 March": "2025-03-08/2025-03-09"}),
    (
        "It fell on the night of 8/9 March 2025.",
        {"the night of 8/9 March 2025": "2025-03-08/2025-03-09"},
    ),
    ("It fell during the night of March 8-9.", {"the night of March 8-9": "2025-03-08/2025-03-09"}),
    (
        "It fell overnight from Monday to Tuesday.",
        {"overnight from Monday to Tuesday": "2025-03-10/2025-03-11"},
    ),
    ("It fell overnight on March 9.", {"overnight on March 9": "2025-03-08/2025-03-09"}),
    ("It fell overnight March 8-9.", {"overnight March 8-9": "2025-03-08/2025-03-09"}),
    ("It fell at 3:15 a.m. on March 5.", {"at 3:15 a.m. on March 5": "2025-03-05"}),
    ("It fell at 03:15 on 5 March.", {"at 03:15 on 5 March": "2025-03-05"}),
    ("It fell at 3 p.m. local time on Tuesday.", {"at 3 p.m. local time on Tuesday": "2025-03-11"}),
    ("It fell at noon on Tuesday.", {"at noon on Tuesday": "2025-03-11"}),
    (
        "It fell shortly after midnight on Tuesday.",
        {"shortly after midnight on Tuesday": "2025-03-11"},
    ),
    ("It fell this afternoon.", {"this afternoon": "2025-03-12"}),
    ("It fell yesterday evening.", {"yesterday evening": "2025-03-11"}),
    ("It fell late last night.", {"late last night": "2025-03-11"}),
    ("It fell on the evening of March 5.", {"the evening of March 5": "2025-03-05"}),
    ("It fell in the predawn hours of March 5.", {"March 5": "2025-03-05"}),
    ("It fell before dawn on Tuesday.", {"before dawn on Tuesday": "2025-03-11"}),
]

DEICTIC = [
    ("It fell a day earlier.", {"a day earlier": "2025-03-11"}),
    ("It fell the day before.", {"the day before": "2025-03-11"}),
    ("It fell earlier today.", {"earlier today": "2025-03-12"}),
    ("It fell earlier this month.", {"earlier this month": "2025-03"}),
    ("It fell late last month.", {"late last month": "2025-02"}),
    ("It fell earlier this year.", {"earlier this year": "2025"}),
    ("It will end later this year.", {"later this year": "2025"}),
    ("It will end by the end of the year.", {"the end of the year": "../2025"}),
    ("It will end by the end of the month.", {"the end of the month": "../2025-03"}),
    ("It will end next month.", {"next month": "2025-04"}),
    ("It fell in recent days.", {"recent days": ""}),
    ("It fell at the start of this month.", {"the start of this month": "2025-03"}),
    ("It will fall in the coming days.", {"the coming days": ""}),
]

OFFSETS = [
    ("It burned in the past week.", {"the past week": "2025-03-05/2025-03-12"}),
    ("It fell 10 days ago.", {"10 days ago": "2025-03-02"}),
    ("It fell a month ago.", {"a month ago": "2025-02"}),
    ("It fell more than two years ago.", {"two years ago": "2023"}),
    ("It fell about three weeks ago.", {"about three weeks ago": "2025-02-17/2025-02-23"}),
    ("It fell nearly a decade ago.", {"nearly a decade ago": "2015"}),
    ("It fell half a year ago.", {"half a year ago": "2024-09"}),
    ("It fell a year and a half ago.", {"a year and a half ago": "2023-09"}),
    ("It fell two and a half years ago.", {"two and a half years ago": "2022-09"}),
    ("It fell 48 hours ago.", {"48 hours ago": "2025-03-10"}),
    ("It will fall in two weeks' time.", {"two weeks' time": "2025-03-24/2025-03-30"}),
    ("It will fall two days from now.", {"two days from now": "2025-03-14"}),
    (
        "It fell on 3 July 2024. Two days later it burned.",
        {"3 July 2024": "2024-07-03", "Two days later": "2024-07-05"},
    ),
    (
        "It fell on 3 July 2024. Six months later it burned.",
        {"3 July 2024": "2024-07-03", "Six months later": "2025-01"},
    ),
    (
        "It fell on 3 July 2024. The week after, it burned.",
        {"3 July 2024": "2024-07-03", "The week after": "2024-07-08/2024-07-14"},
    ),
    (
        "It fell on 3 July 2024 and three years before that it burned.",
        {"3 July 2024": "2024-07-03", "three years before": "2021"},
    ),
    (
        "It fell on 3 July 2024. Two days afterwards it burned.",
        {"3 July 2024": "2024-07-03", "Two days afterwards": "2024-07-05"},
    ),
    (
        "It fell on 3 July 2024. Within two days it burned.",
        {"3 July 2024": "2024-07-03", "two days": ""},
    ),
    (
        "It fell on 3 July 2024. After three weeks it burned.",
        {"3 July 2024": "2024-07-03", "three weeks": ""},
    ),
    (
        "It fell on 3 July 2024. The same day it burned.",
        {"3 July 2024": "2024-07-03", "The same day": "2024-07-03"},
    ),
    (
        "It fell on 3 July 2024. Later that month it burned.",
        {"3 July 2024": "2024-07-03", "Later that month": "2024-07"},
    ),
    (
        "It fell on 3 July 2024. By the end of that year it burned.",
        {"3 July 2024": "2024-07-03", "the end of that year": "../2024"},
    ),
    (
        "It fell on 3 July 2024. The next morning it burned.",
        {"3 July 2024": "2024-07-03", "The next morning": "2024-07-04"},
    ),
    (
        "It fell on 3 July 2024. On the following Monday it burned.",
        {"3 July 2024": "2024-07-03", "the following Monday": "2024-07-08"},
    ),
    (
        "It fell on 3 July 2024. The following month it burned.",
        {"3 July 2024": "2024-07-03", "The following month": "2024-08"},
    ),
    ("It fell on 3 July 2024, a day after the vote.", {"3 July 2024": "2024-07-03", "a day": ""}),
    (
        "It fell in 1943. In March of that year it burned.",
        {"1943": "1943", "March of that year": "1943-03"},
    ),
    (
        "It fell in 1943. In March the next year it burned.",
        {"1943": "1943", "March the next year": "1944-03"},
    ),
    (
        "It fell in 1943. In the spring of the following year it burned.",
        {"1943": "1943", "the spring of the following year": "1944-21"},
    ),
    (
        "It fell in June 1943. On the 14th it burned.",
        {"June 1943": "1943-06", "the 14th": "1943-06-14"},
    ),
]

TERMS = [
    ("He will leave in ten days.", {"ten days": "2025-03-22"}),
    ("The talks will resume in two weeks.", {"two weeks": "2025-03-24/2025-03-30"}),
    ("The bridge was rebuilt in two weeks.", {"two weeks": ""}),
    ("It will be over in two hours.", {"two hours": ""}),
]

SETS = [
    ("They meet every day.", {"every day": ""}),
    ("They meet each year.", {"each year": ""}),
    ("They meet on Fridays.", {"Fridays": ""}),
    ("They meet twice a week.", {"a week": ""}),
    ("They meet weekly.", {"weekly": ""}),
    ("They meet every two weeks.", {"every two weeks": ""}),
]

GUARDS = [
    (
        "In March 2022 troops left, and in 2023 people fled.",
        {"March 2022": "2022-03", "2023": "2023"},
    ),
    ("On July 9, 2023 drones fell.", {"July 9, 2023": "2023-07-09"}),
    ("On July 9, 14 drones fell on 1500 people.", {"July 9": "2024-07-09"}),
    ("Some 1,200 of the 2000 tanks and 1945 men are gone.", {}),
    ("The T-72 and the BMP-2 in unit 1812 and room 2023 burned.", {}),
    ("He scored 2-1 on page 1945.", {}),
    ("A 2014 report says it.", {"2014": "2014"}),
    ("In the 2020 election it won.", {"2020": "2020"}),
    ("The May 2014 election.", {"May 2014": "2014-05"}),
    ("The 5 March attack.", {"The 5 March": "2025-03-05"}),
    ("The Sept. 11 attacks came.", {"Sept. 11": "2024-09-11"}),
]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        *WEEKDAY,
        *PARTS_OF_DAY,
        *DEICTIC,
        *OFFSETS,
        *TERMS,
        *SETS,
        *GUARDS,
    ],
)
def test_phrases_have_their_values(text: str, phrases: dict[str, str]) -> None:
    """Every phrase is found whole, with its value; "" is what gives no date."""
    assert dict(dated(text, WEDNESDAY)) == phrases
