"""How long an article takes from text to claims, and how cost grows with length.

Run as ``python -m benchmarks.extract``. The articles are put together from sentence patterns with a
fixed seed; the readings leave out loading the vocabulary, which is done once. Time is that of the
processor, so that what else the machine does counts little. The figures depend on the machine:
compare two readings of one machine, never two machines.
"""

from __future__ import annotations

import random
import statistics
import time

from store import dates, sentences
from store.claims import RuleExtractor
from store.model import Claim, Document, Publication

_PUBLISHED = Publication("2024-05-16", "given")
_PATTERNS = (
    "On {day}, the {body} announced the capture of {place}, a town near {place}.",
    "According to {person}, {n} {thing} were destroyed over {place} overnight.",
    "“We held the line until dawn. Then they came back,” {person} told {outlet}.",
    "{outlet}, citing {person}, reported that {n} {thing} had entered the village of {place}.",
    "The {body} denied that its troops had left {place}, but the report could not be verified.",
    "Residents of {place} said that {n} people were killed and that the market burned on {day}.",
    "Analysts warn that the rebels could reach {place} within weeks.",
    "The situation underscores how quickly the border has become part of the front.",
    "A source close to the talks said a second exchange may follow; {place} is still closed.",
    "Flights from {place} were suspended on {day} and have not resumed.",
    "The road between the two towns has long been a lifeline for farmers who sell there.",
    "For the families who stayed behind, the days are ruled by queues and by rumour.",
    "Neither side has shown much interest in the plan that mediators put on the table.",
    "The war has emptied schools, and the harvest rots in fields that nobody dares to enter.",
    "It is a pattern that has held since the rains ended and the roads dried out.",
    "Few doubt that the price of bread matters more here than any line on a map.",
)
_WORDS = {
    "day": ("May 3", "Tuesday", "12 May", "Sunday", "April 30"),
    "body": ("defence ministry", "General Staff", "army", "interior ministry"),
    "place": ("Tell Zahra", "Sotk", "Wad Halima", "Arvi", "Gombe Fari", "Lusan"),
    "person": ("the governor, Pavel Orlov", "Brig. Gen. Saleh Amin", "a local activist"),
    "outlet": ("the agency Nord", "the station Radio Delta", "the channel Qamar 24"),
    "thing": ("drones", "vehicles", "fighters", "tanks"),
    "n": ("three", "14", "at least 40", "dozens of", "1,060"),
}
_HOSTILE = {
    "one long sentence": "the army said that the town fell and ",
    "quotation marks": "“said ‘that «the ",
    "commas and names": "Pavel Orlov, the governor, ",
    "capital words": "Tell Zahra Arvi ",
    "semicolons": "said that it fell; ",
}


def article(length: int, seed: int = 7) -> str:
    """An article of at least ``length`` characters, the same for the same seed."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        paragraphs.append(" ".join(filled(chance) for _ in range(3)))
    return "\n\n".join(paragraphs)


def filled(chance: random.Random) -> str:
    """A sentence as news has them."""
    pattern = chance.choice(_PATTERNS)
    return pattern.format(**{name: chance.choice(words) for name, words in _WORDS.items()})


def read(text: str) -> tuple[Claim, ...]:
    """The claims of a text, by way of sentences, date phrases and their datings."""
    document = Document("a.txt", b"", text, "Example", published=_PUBLISHED)
    split = sentences.split(text)
    phrases = dates.recognise(text, split, "en")
    dates.resolve(phrases, _PUBLISHED)
    return RuleExtractor().extract(document, split, phrases)


def seconds(text: str, times: int) -> list[float]:
    """How long some readings of a text take, in seconds."""
    found = []
    for _ in range(times):
        start = time.process_time()
        read(text)
        found.append(time.process_time() - start)
    return found


def main() -> None:
    """Print the readings."""
    read(article(1_000))
    for length in (4_000, 40_000, 400_000):
        text = article(length)
        took = statistics.median(seconds(text, max(3, 200_000 // length)))
        rate = len(text) / took / 1000
        print(f"article {len(text):>9,} characters {1000 * took:9.1f} ms {rate:8.0f} KB/s")
    for name, piece in _HOSTILE.items():
        small, large = (piece * (size // len(piece)) for size in (20_000, 80_000))
        growth = min(seconds(large, 5)) / min(seconds(small, 5))  # what else runs only adds
        print(f"hostile {name:<20} four times the length takes {growth:5.1f} times the time")


if __name__ == "__main__":
    main()
