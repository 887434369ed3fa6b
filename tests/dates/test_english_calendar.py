"""English dates of the calendar, read in news published on a Wednesday."""

from __future__ import annotations

import pytest

from tests.dates.reading import dated

WEDNESDAY = "2025-03-12"

EXPLICIT = [
    ("It fell on 31 July 2024.", {"31 July 2024": "2024-07-31"}),
    ("It fell on July 31st, 2024.", {"July 31st, 2024": "2024-07-31"}),
    ("It fell on the 31st July 2024.", {"the 31st July 2024": "2024-07-31"}),
    ("It fell on Wed., July 31, 2024.", {"Wed., July 31, 2024": "2024-07-31"}),
    ("It fell on Wednesday July 31 2024.", {"Wednesday July 31 2024": "2024-07-31"}),
    ("It fell on 31 Jul 2024.", {"31 Jul 2024": "2024-07-31"}),
    ("It fell on 31-Jul-2024.", {"31-Jul-2024": "2024-07-31"}),
    ("It fell on 31 July, 2024.", {"31 July, 2024": "2024-07-31"}),
    ("It fell 31 JULY 2024 at dawn.", {"31 JULY 2024": "2024-07-31"}),
    ("JULY 31, 2024 — It fell.", {"JULY 31, 2024": "2024-07-31"}),
    ("It fell in July, 2024.", {"July, 2024": "2024-07"}),
    ("It fell in Sept. 2024.", {"Sept. 2024": "2024-09"}),
    ("It fell in the year 1812.", {"the year 1812": "1812"}),
    ("It fell in AD 378.", {"AD 378": "0378"}),
    ("It fell in 378 AD.", {"378 AD": "0378"}),
    ("It fell in 1066.", {"1066": "1066"}),
    ("It fell on the fourteenth of July 1789.", {"the fourteenth of July 1789": "1789-07-14"}),
    ("It fell on the twenty-first of June 1941.", {"the twenty-first of June 1941": "1941-06-21"}),
    ("It fell on July the 4th 1776.", {"July the 4th 1776": "1776-07-04"}),
    ("It fell on 2024-07-31T10:30:00Z.", {"2024-07-31": "2024-07-31"}),
    ("It fell on 2024/07/31.", {"2024/07/31": "2024-07-31"}),
    ("It fell on 31/07/2024.", {"31/07/2024": "2024-07-31"}),
    ("It fell on 31.7.24.", {"31.7.24": "2024-07-31"}),
    ("It fell on 31-07-2024.", {"31-07-2024": "2024-07-31"}),
    ("It fell on 07/31/2024.", {"07/31/2024": "2024-07-31"}),
    ("It fell on 17.XII.1941.", {"17.XII.1941": "1941-12-17"}),
]

DECADES_CENTURIES = [
    ("It was built in the 1920s and 1930s.", {"the 1920s": "192X", "1930s": "193X"}),
    ("It was built in the early 1990s.", {"early 1990s": "199X"}),
    ("It was built in the '80s.", {"the '80s": "198X"}),
    ("It was built in the 80s.", {"the 80s": "198X"}),
    ("It was built in the mid-1980s.", {"mid-1980s": "198X"}),
    ("It was built in the late nineteenth century.", {"late nineteenth century": "18XX"}),
    ("It was built in the eighteenth century.", {"the eighteenth century": "17XX"}),
    ("It was built in the 5th century BC.", {"the 5th century BC": "-0499/-0400"}),
    ("It was built in the early 21st century.", {"early 21st century": "20XX"}),
    (
        "It was built over the 16th and 17th centuries.",
        {"the 16th and 17th centuries": "{15XX,16XX}"},
    ),
    ("It was built in the 1800s.", {"the 1800s": "18XX"}),
    (
        "It was the first decade of the 20th century.",
        {"the first decade of the 20th century": "190X"},
    ),
    ("This century it grew.", {"This century": "20XX"}),
    ("Last century it grew.", {"Last century": "19XX"}),
]

SEASON_QUARTER_HALF = [
    ("The 2022-23 winter was harsh.", {"The 2022-23 winter": "2022-24"}),
    ("It fell in the winter of 1941-42.", {"the winter of 1941-42": "1941-24"}),
    ("It fell in winter 1941/42.", {"winter 1941/42": "1941-24"}),
    ("It fell in early spring 2022.", {"early spring 2022": "2022-21"}),
    ("It fell in the spring.", {"the spring": "2024-21"}),
    ("It fell this spring.", {"this spring": "2025-21"}),
    ("It will fall next summer.", {"next summer": "2025-22"}),
    ("It fell in Q3 2024.", {"Q3 2024": "2024-35"}),
    ("It fell in Q4 of 2024.", {"Q4 of 2024": "2024-36"}),
    ("It fell in the third quarter.", {"the third quarter": "2024-35"}),
    ("It grew in the fourth quarter of last year.", {"the fourth quarter of last year": "2024-36"}),
    ("It grew in the second half of last year.", {"the second half of last year": "2024-41"}),
    ("It grew in the first half of this year.", {"the first half of this year": "2025-40"}),
    ("It grew in H1 2024.", {"H1 2024": "2024-40"}),
    ("It fell in late autumn of 2023.", {"late autumn of 2023": "2023-23"}),
    ("It fell that winter.", {"that winter": "2024-24"}),
    ("It fell in the summer months of 2024.", {"the summer months of 2024": "2024-22"}),
]

WEEK = [
    ("It fell in the week of March 3.", {"the week of March 3": "2025-03-03/2025-03-09"}),
    ("It fell during the week of 3-9 March.", {"the week of 3-9 March": "2025-03-03/2025-03-09"}),
    (
        "It fell in the second week of July 2024.",
        {"the second week of July 2024": "2024-07-08/2024-07-14"},
    ),
    ("It fell in the first week of March.", {"the first week of March": "2025-03-01/2025-03-07"}),
    ("It fell in the week ending March 7.", {"the week ending March 7": "2025-03-01/2025-03-07"}),
    ("It fell over the weekend.", {"the weekend": "2025-03-08/2025-03-09"}),
    ("It fell last weekend.", {"last weekend": "2025-03-08/2025-03-09"}),
    ("They meet this weekend.", {"this weekend": "2025-03-15/2025-03-16"}),
    ("They meet next weekend.", {"next weekend": "2025-03-22/2025-03-23"}),
]

RANGES = [
    ("It burned on July 29-31, 2024.", {"July 29-31, 2024": "2024-07-29/2024-07-31"}),
    (
        "It burned from July 29 through August 2, 2024.",
        {"July 29 through August 2, 2024": "2024-07-29/2024-08-02"},
    ),
    ("It burned 29 July–2 August 2024.", {"29 July–2 August 2024": "2024-07-29/2024-08-02"}),
    ("It burned between June 4 and 6, 2024.", {"June 4 and 6, 2024": "2024-06-04/2024-06-06"}),
    ("It burned between June and August 2024.", {"June and August 2024": "2024-06/2024-08"}),
    ("It burned from June to August 2024.", {"June to August 2024": "2024-06/2024-08"}),
    ("It burned June through August 2024.", {"June through August 2024": "2024-06/2024-08"}),
    ("It burned from 1939 to 1945.", {"1939 to 1945": "1939/1945"}),
    ("It burned from 1939 until 1945.", {"1939 until 1945": "1939/1945"}),
    ("It burned in 1939–1945.", {"1939–1945": "1939/1945"}),
    ("It burned in 1939-45.", {"1939-45": "1939/1945"}),
    ("It burned in the 1914–18 war.", {"1914–18": "1914/1918"}),
    (
        "It burned from 12 December 2023 to 5 January 2024.",
        {"12 December 2023 to 5 January 2024": "2023-12-12/2024-01-05"},
    ),
    (
        "It burned from December 12 to January 5, 2024.",
        {"December 12 to January 5, 2024": "2023-12-12/2024-01-05"},
    ),
    ("It burned from Monday to Wednesday.", {"Monday to Wednesday": "2025-03-10/2025-03-12"}),
    ("It burned Monday through Wednesday.", {"Monday through Wednesday": "2025-03-10/2025-03-12"}),
    ("It burned between 2 and 5 March.", {"2 and 5 March": "2025-03-02/2025-03-05"}),
    ("It burned from 2 to 5 March.", {"2 to 5 March": "2025-03-02/2025-03-05"}),
    ("It burned from 2 March to 5 March.", {"2 March to 5 March": "2025-03-02/2025-03-05"}),
    (
        "It burned from the 2nd to the 5th of March.",
        {"the 2nd to the 5th of March": "2025-03-02/2025-03-05"},
    ),
    (
        "It burned between the 2nd and 5th of March.",
        {"the 2nd and 5th of March": "2025-03-02/2025-03-05"},
    ),
    (
        "It burned from late February to early March.",
        {"late February to early March": "2025-02/2025-03"},
    ),
    ("It burned from March 2022 to the present.", {"March 2022 to the present": "2022-03/.."}),
    (
        "It burned (12 March 1938 – 5 May 1945).",
        {"12 March 1938 – 5 May 1945": "1938-03-12/1945-05-05"},
    ),
    ("It burned (1938–1945).", {"1938–1945": "1938/1945"}),
    ("It burned (March–May 1938).", {"March–May 1938": "1938-03/1938-05"}),
    ("It burned from May to November.", {"May to November": "2024-05/2024-11"}),
]

CLAUSES = [  # the verb behind "that" tells the side, not the one before it
    ("They warned that in summer attacks will grow.", {"summer": "2025-22"}),
    ("They said that in summer attacks grew.", {"summer": "2024-22"}),
]

OPEN = [
    ("By early January the force had grown.", {"early January": "../2025-01"}),
    ("By May the work must be done.", {"May": "../2025-05"}),
    ("It has burned since May.", {"May": "2024-05/.."}),
    ("It has burned since 2014.", {"2014": "2014/.."}),
    ("It has burned since last week.", {"last week": "2025-03-03/.."}),
    ("It has burned since Monday.", {"Monday": "2025-03-10/.."}),
    ("It will burn until 2030.", {"2030": "../2030"}),
    ("It must leave by Friday.", {"Friday": "../2025-03-14"}),
    ("It must leave by 20 March.", {"20 March": "../2025-03-20"}),
    ("By March 5 it had fallen.", {"March 5": "../2025-03-05"}),
    ("By 1943 it had fallen.", {"1943": "../1943"}),
    ("It had fallen before March 5.", {"March 5": "../2025-03-05"}),
    ("It fell after March 5.", {"March 5": "2025-03-05/.."}),
    ("It lasted till 5 March.", {"5 March": "../2025-03-05"}),
    ("It burned from March 5 onward.", {"March 5 onward": "2025-03-05/.."}),
    ("It takes effect starting March 20.", {"March 20": "2025-03-20/.."}),
    ("It will end no later than March 20.", {"March 20": "../2025-03-20"}),
]

APPROX = [
    ("It fell around 5 March.", {"around 5 March": "2025-03-05~"}),
    ("It fell circa 1750.", {"circa 1750": "1750~"}),
    ("It fell c. 1750.", {"c. 1750": "1750~"}),
    ("It fell about 1750.", {"about 1750": "1750~"}),
    ("It fell in or around March 2024.", {"around March 2024": "2024-03~"}),
    ("It fell in mid-March.", {"mid-March": "2025-03"}),
    ("It fell in the middle of March.", {"the middle of March": "2025-03"}),
    ("It fell towards the end of March 2024.", {"the end of March 2024": "2024-03"}),
]

SEVERAL = [
    (
        "It burned on 3, 5 and 7 March 2024.",
        {"3, 5 and 7 March 2024": "{2024-03-03,2024-03-05,2024-03-07}"},
    ),
    (
        "It burned on March 3, 5 and 7, 2024.",
        {"March 3, 5 and 7, 2024": "{2024-03-03,2024-03-05,2024-03-07}"},
    ),
    (
        "It burned on March 3 and April 7, 2024.",
        {"March 3": "2024-03-03", "April 7, 2024": "2024-04-07"},
    ),
    (
        "It burned on March 3, April 7, and May 2, 2024.",
        {"March 3": "2024-03-03", "April 7": "2024-04-07", "May 2, 2024": "2024-05-02"},
    ),
    (
        "It burned in March, April and May 2019.",
        {"March": "2019-03", "April and May 2019": "{2019-04,2019-05}"},
    ),
    ("It burned in 2011 and 2013.", {"2011": "2011", "2013": "2013"}),
    ("It burned in March and again in June 2019.", {"March": "2019-03", "June 2019": "2019-06"}),
    (
        "It burned on the 3rd and 5th of March 2024.",
        {"the 3rd and 5th of March 2024": "{2024-03-03,2024-03-05}"},
    ),
]

AS_OF = [
    ("As of 5 March, it stood.", {"5 March": "2025-03-05"}),
    ("As of Tuesday, it stood.", {"Tuesday": "2025-03-11"}),
    ("As of late 2024, it stood.", {"late 2024": "2024"}),
    ("As at 5 March 2025 it stood.", {"5 March 2025": "2025-03-05"}),
]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        *EXPLICIT,
        *DECADES_CENTURIES,
        *SEASON_QUARTER_HALF,
        *WEEK,
        *RANGES,
        *CLAUSES,
        *OPEN,
        *APPROX,
        *SEVERAL,
        *AS_OF,
    ],
)
def test_phrases_have_their_values(text: str, phrases: dict[str, str]) -> None:
    """Every phrase is found whole, with its value; "" is what gives no date."""
    assert dict(dated(text, WEDNESDAY)) == phrases
