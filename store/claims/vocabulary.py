"""The vocabulary of claims in one language, read from TOML and made ready to look up.

>>> vocabulary("en").cues["deny"].keeps
True
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from store import lexicon, places
from store.claims.conjugate import conjugated
from store.claims.inflect import noun_forms, verb_forms
from store.claims.letters import KINDS, Codes
from store.model import HedgeKind
from store.wording import Term, Wordings


@dataclass(frozen=True, slots=True)
class CueClass:
    """What a class of cues says: see the head of ``cues.toml``."""

    label: str
    stance: str = "plain"
    hedge: HedgeKind | None = None
    keeps: bool = False
    weak: bool = False
    transitive: bool = False
    papers: bool = False
    clausal: bool = False
    infinitive: bool = False
    figures: bool = False
    judges: bool = False
    tells: bool = False
    hears: bool = False
    denies: bool = False
    counters: bool = False
    revises: bool = False
    silent: bool = False

    @property
    def rank(self) -> int:
        """When it is tried: what asks for most is tried first, what asks for nothing last."""
        if self.judges:
            return 0
        return 1 if self.clausal or self.figures or self.hears else 2


_TRAITS = frozenset(field.name for field in fields(CueClass)) - {"label"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the rules look up: wordings by topic, and the codes of small words.

    ``codes`` are those of words as written, ``nouns_too`` cues that are as often nouns,
    ``participles`` irregular ones that are never a past tense, ``pasts`` irregular past tenses,
    ``lore`` what is known of places.
    """

    language: str
    wordings: Wordings
    codes: Codes
    cues: Mapping[str, CueClass]
    nouns_too: frozenset[str]
    participles: frozenset[str]
    pasts: frozenset[str]
    lore: places.Lore


_GRAMMAR = (
    *("listener", "no_subject", "existential", "but", "as", "question", "bare", "ours", "issue"),
    *("negator", "about", "generic", "surfaced", "degree", "until_now", "whose", "visible"),
)
_LINKS = frozenset(
    (
        "attribution",
        "cite",
        "carried",
        "medium",
        "occasion",
        "turn",
        "handed",
        "nominal",
        "told",
        "agentless",
    )
)


@lru_cache(maxsize=16)
def vocabulary(language: str, overlay: Path | None = None) -> Vocabulary:
    """The vocabulary of a language with a user's own laid over it; English for one we lack.

    A language needs more than words here: how its verbs and nouns end is told by ours.
    """
    if language != "en" and language not in lexicon.languages("cues"):
        return vocabulary("en", overlay)
    read = {
        topic: lexicon.read(topic, language, overlay)
        for topic in ("grammar", "cues", "actors", "hedges", "events", "commentary")
    }
    classes = {label: _cue_class(label, part) for label, part in read["cues"].items()}
    sides = lexicon.read("sides", "en", overlay)["sides"]
    entries = [
        *_cue_entries(read["cues"], classes, language),
        *_actor_entries(read["actors"], language),
        *_hedge_entries(read["hedges"]),
        *_event_entries(read["events"], language),
        *_listed(read["commentary"]),
        *((word, Term(topic, "")) for topic in _GRAMMAR for word in read["grammar"].get(topic, ())),
        *places.entries(language, overlay),
        *((word, Term("side", side)) for side, words in sides.items() for word in words),
    ]
    grammar = read["grammar"]
    small = {word: code for topic, code in KINDS.items() for word in grammar.get(topic, ())}
    nouns = (part.get("noun_too", ()) for part in read["cues"].values())
    verbs = [verb.split() for part in read["cues"].values() for verb in part.get("verbs", ())]
    return Vocabulary(
        language,
        Wordings(entries, read["hedges"].get("lists", {})),
        Codes(small, grammar.get("endings", {})),
        classes,
        frozenset(word for words in nouns for word in words),
        frozenset(forms[2] for forms in verbs if len(forms) == 3 and forms[1] != forms[2]),
        frozenset(forms[1] for forms in verbs if len(forms) == 3),
        places.lore(language, overlay),
    )


def _cue_class(label: str, part: Mapping[str, Any]) -> CueClass:
    return CueClass(label, **{trait: part[trait] for trait in _TRAITS & part.keys()})


def _cue_entries(
    cues: Mapping[str, Any], classes: Mapping[str, CueClass], language: str
) -> Iterator[tuple[str, Term]]:
    """The wordings of cues; one that is in several classes has the labels of all of them."""
    heard: dict[tuple[str, str], list[str]] = {}
    forms = verb_forms if language == "en" else partial(conjugated, language=language)
    for label, part in cues.items():
        topic = label if label in _LINKS else "aim" if classes[label].silent else "cue"
        verbs = (form for verb in part.get("verbs", ()) for form in forms(verb))
        for form in (*verbs, *part.get("forms", ())):
            heard.setdefault((topic, form), []).append(label)
        for form in part.get("own", ()):
            yield form, Term("own", label)
        for word in part.get("own_before", ()):
            yield word, Term("own_before", "")
        for noun in part.get("nouns", ()):
            yield from ((form, Term("nominal", label)) for form in noun_forms(noun))
    for (topic, form), labels in heard.items():
        ordered = sorted(dict.fromkeys(labels), key=lambda label: classes[label].rank)
        yield form, Term(topic, " ".join(ordered))


def _actor_entries(actors: Mapping[str, Any], language: str) -> Iterator[tuple[str, Term]]:
    for kind, nouns in actors["kinds"].items():
        for noun in nouns:
            forms = noun_forms(noun) if language == "en" else (noun,)
            yield from ((form, Term("actor", kind)) for form in forms)
    for mark in actors.get("anonymity", {}).get("marks", ()):
        yield mark, Term("anonymous", "")
    for mark in actors.get("anonymity", {}).get("asked", ()):
        yield mark, Term("withheld", "")
    for name in actors.get("independent", {}).get("names", ()):
        yield name, Term("third", "")
    for name, forms in actors.get("names", {}).items():
        yield from ((form, Term("named", name)) for form in forms)


def _hedge_entries(hedges: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for kind, part in hedges.items():
        if kind == "lists":
            continue
        if kind == "pointers":
            yield from ((word, Term(topic, "")) for topic, words in part.items() for word in words)
            continue
        yield from ((wording, Term("hedge", kind)) for wording in part.get("inside", ()))
        yield from ((wording, Term("note", kind)) for wording in part.get("notes", ()))
        yield from ((wording, Term("condition", kind)) for wording in part.get("conditions", ()))


def _event_entries(events: Mapping[str, Any], language: str) -> Iterator[tuple[str, Term]]:
    for verb in events.get("verbs", ()):
        forms = verb_forms(verb) if language == "en" else (verb,)
        plain = language == "en" and forms[0] not in verb.split()[1:]
        yield forms[0], Term("event", "base" if plain else "verb")
        yield from ((form, Term("event", "verb")) for form in forms[1:])
    for form in events.get("forms", ()):
        yield form, Term("event", "verb")
    for topic in (
        "judgement",
        "view",
        "image",
        "pictured",
        "standing",
        "harmless",
        "formerly",
        "part",
        "responsibility",
        "bears_out",
        "until",
        "same_event",
    ):
        yield from ((word, Term(topic, "")) for word in events.get(topic, ()))
    for topic in (
        "number",
        "many",
        "scale",
        "bound",
        "toll",
        "negative",
        "future",
        "outcome",
        "target",
        "cause",
        "folk",
    ):
        for label, words in events.get(topic, {}).items():
            yield from ((word, Term(topic, label)) for word in words)
    for topic in ("nouns", "counted"):
        for noun in events.get(topic, ()):
            forms = noun_forms(noun) if language == "en" else (noun,)
            label = "noun" if topic == "nouns" else ""
            name = "event" if topic == "nouns" else "counted"
            yield from ((form, Term(name, label)) for form in forms)


def _listed(part: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for topic, wordings in part.items():
        yield from ((wording, Term(topic, "")) for wording in wordings)
