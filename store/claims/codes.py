"""Words → codes: one letter a word for what it does in its sentence.

The letters are those of ``store.claims.letters``, C a cue, E a verb of happening, # a number, t
part of a date phrase, N a capital word, n any other, v a finite verb of no such class; marks of
punctuation are as they are (quotation marks as ", a joint inside a name as ').

>>> from store.claims.vocabulary import vocabulary
>>> from store.words import cut
>>> words = cut("The army said that 14 fighters fled.")
>>> code(words, vocabulary("en"), vocabulary("en").wordings.scan(words.low), [], [(0, 8)], {0})
'DnCT#nE.'
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from store.claims.letters import GREEK
from store.claims.vocabulary import Vocabulary
from store.wording import Hits
from store.words import Words

_TURNED = {"existential": "R", "degree": "V", "until_now": "n"}
"""What makes another word of a small one: "there is", "that many"."""
_SURE = ("ed", "ing")
_LATIN = {greek: chr(latin) for latin, greek in GREEK.items()}
_CAPITAL = re.compile("[ΔΟΡΑΒΞΠΣΩΤΚΦ]")
# Between a determiner and a noun a verb is none, nor is one in -ed after what opens a phrase.
# So is one in -ed that has no noun behind it: "the wounded were", "records reviewed by".
_NOUN = re.compile(
    "(?<=[DO])[CE](?=[nN])|(?<=[DOP#'])v(?=[nN])|(?<=[DO])[vE](?=[VACEv.,;:])|(?<=[nN])E(?=v)"
)
# "that figure.": before a noun that closes a clause "that" points.
_POINTS = re.compile("T(?=n{1,2}[.;:?!)])|(?<!C)T(?=n{1,2},)")
# "footage that circulated": right behind a noun and before a verb "that" is relative.
_RELATIVE = re.compile("(?<=[nN])T(?=V?[AvEC])")
# "a video that X has verified shows": so it is before two verbs in a row.
_SHOWING = re.compile("(?<=[nN])T(?=[DO]?[nN']{1,4}A?[CEv][CEvA])")
# "the group that controls the road": so does a noun in -s that a noun phrase follows.
_HOLDS = re.compile("(?<=[nN])Tn(?=[DO])")
# «тот утверждает»: right before a verb of saying a determiner stands for a noun.
_ALONE = re.compile("D(?=V?C)")
_QUOTED = re.compile('"n+"$')
_BEHIND = 9
_HEAD = re.compile("[DO#V]*[nN]+")
_JOINT = re.compile("[.—]")


def code(
    words: Words,
    vocabulary: Vocabulary,
    hits: Hits,
    dates: Sequence[tuple[int, int]],
    sentences: Sequence[tuple[int, int]],
    openers: Collection[int],
) -> str:
    """The codes of words; ``openers`` are those that may be capital without being names."""
    codes = list(map(vocabulary.codes.__getitem__, words.forms))
    _name_capitals(codes, words, openers)
    _mark_events(codes, words, hits)
    _mark_cues(codes, words, vocabulary, hits, openers)
    for topic, letter in _TURNED.items():
        for start in hits[topic]:
            codes[start] = letter
    said = _NOUN.sub("n", "".join(codes))
    said = _RELATIVE.sub("W", said)
    codes = list(said if vocabulary.language == "en" else _ALONE.sub("R", said))
    _tell_that(codes, said, words, hits)
    for first, end in dates:
        if not _is_in_name(codes, first, end):
            codes[first:end] = "t" * (end - first)
    _glue(codes, sentences)
    return "".join(codes)


def _tell_that(codes: list[str], said: str, words: Words, hits: Hits) -> None:
    """Tell the "that" which points or is relative from the one before a content."""
    for found in _SHOWING.finditer(said):
        near = range(max(0, found.start() - _BEHIND), found.start())
        if hits["nominal"].keys().isdisjoint(near):  # "a claim by X that Y had fled was denied"
            codes[found.start()] = "W"
    for found in _HOLDS.finditer(said):
        if words.low[found.end() - 1].endswith("s") and words.low[found.start()] == "that":
            codes[found.start() : found.end()] = "Wv"
    for found in _POINTS.finditer(said):
        if words.low[found.start()] == "that":
            codes[found.start()] = "D"


def _is_in_name(codes: list[str], first: int, end: int) -> bool:
    """Whether a word for a date is a part of a name: "Radio Sunday", "the Daily Post"."""
    if end != first + 1 or codes[first] != "N" or not first:
        return False
    return codes[first - 1] == "N" or codes[first - 1 : end + 1] == ["D", "N", "N"]


def _name_capitals(codes: list[str], words: Words, openers: Collection[int]) -> None:
    """Let a small word with a capital inside a sentence be a part of a name: "Just Land"."""
    for found in _CAPITAL.finditer("".join(codes)):
        at = found.start()
        before = words.low[at - 1] if at else "."
        joined = before[0].isalpha() or (before == "–" and codes[at - 2] == "N")
        codes[at] = "N" if joined and at not in openers else _LATIN[ord(codes[at])]


def _mark_events(codes: list[str], words: Words, hits: Hits) -> None:
    for start, hit in hits["event"].items():
        if (hit.label == "verb" and codes[start] in "nNv") or (
            hit.label == "base" and start and _is_plural(codes[start - 1], words.low[start - 1])
        ):
            codes[start] = "E"


def _is_plural(code: str, low: str) -> bool:
    """Whether a verb's plain form can follow a word: a plural, a pronoun, an auxiliary, "to"."""
    return code in "RAX" or low == "to" or (code in "nN" and low.endswith("s"))


def _mark_cues(
    codes: list[str], words: Words, vocabulary: Vocabulary, hits: Hits, openers: Collection[int]
) -> None:
    for start, hit in hits["cite"].items():
        if hit.end == start + 1 and codes[start] in "nEN":
            codes[start] = "C"
    for start in hits["cue"]:
        if codes[start] not in "nENv" or (codes[start] == "N" and start not in openers):
            continue
        if words.low[start] not in vocabulary.nouns_too or _is_verb(
            codes, words.low, start, vocabulary.pasts
        ):
            codes[start] = "C"
    for start in hits["aim"]:
        low = words.low[start]
        if codes[start] == "n" and (low.endswith(_SURE) or _is_verb(codes, words.low, start, ())):
            codes[start] = "v"


def _is_verb(codes: list[str], low: list[str], at: int, pasts: Collection[str]) -> bool:
    """Whether a form that can be a noun as well is a verb here, by its neighbours."""
    before = codes[at - 1] if at else "."
    after = codes[at + 1] if at + 1 < len(codes) else "."
    inflected = low[at].endswith(("s", "ed")) or low[at] in pasts
    if before in "DOP'X#(.;:!?—" or after == "A" or (before == "T" and not low[at].endswith("ed")):
        return False
    judged = before in 'n"' and _is_judged(codes, low, at)
    single = not low[at - 1].endswith("s") or (at > 1 and codes[at - 2] in "DO" and after != "T")
    bare = before == "n" and ((at > 1 and codes[at - 2] == "A") or (not inflected and single))
    if bare or judged:
        return False  # "there are unconfirmed reports that"
    if before == "N" and after in "nN" and not inflected and single:
        return False  # "Iranian state television"
    if before in ',"&' and not inflected:
        return after in 'T"'
    if before == "&":
        return after == "T"
    if after in ".,:":
        return (inflected or _closes(codes, low, at)) and before in "nN"
    if after == "P" and low[at + 1] == "to":
        return before in "RNW" or (before == "n" and (inflected or not single))
    if after == "P":
        return inflected and (low[at].endswith("ed") or low[at + 1] in ("on", "at"))
    if after == "n":
        return inflected and before in "nNVA"
    return after in 'TDOR#"NVt'


def _is_judged(codes: list[str], low: list[str], at: int) -> bool:
    """Whether a noun follows its verdict: 'dismissed as "fantasy" claims', "as baseless claims"."""
    near = "".join(codes[max(0, at - _BEHIND) : at])
    return _QUOTED.search(near) is not None or (near[-2:] == "Sn" and low[at - 2] == "as")


def _closes(codes: list[str], low: list[str], at: int) -> bool:
    """Whether a plural subject stands behind a comma: "…, traders at the market report."."""
    near = "".join(codes[max(0, at - _BEHIND) : at])
    comma = near.rfind(",")
    if comma < 0:
        return False
    head = _HEAD.match(near, comma + 1)
    return head is not None and low[at - len(near) + head.end() - 1].endswith("s")


def _glue(codes: list[str], sentences: Sequence[tuple[int, int]]) -> None:
    """Give an abbreviation's dot and a dash inside a name the code of a joint."""
    said = "".join(codes)
    for first, end in sentences:
        for found in _JOINT.finditer(said, first + 1, end - 1):
            at = found.start()
            named = codes[at - 1] == "N" == codes[at + 1] and "D" in codes[max(first, at - 4) : at]
            if (codes[at] == "." and codes[at + 1] in "Nn#t,CvEA") or (codes[at] == "—" and named):
                codes[at] = "'"
