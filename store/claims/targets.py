"""Which claims a note speaks of: "could not be verified", "declined to comment", "this is false".

In its own sentence a note speaks of the claims before it, or of what it goes on to name ("retracted
a report that …"). Any other note speaks of claims before it: of both sides where it says so, of
those that share most words with it, else of the last. One that opens a paragraph and points back at
nothing speaks of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.drafts import WINDOW, Draft, after_sentence, before_sentence, of_sentence
from store.claims.likeness import shared, topic_words
from store.claims.openings import start
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.scene import Scene, holder
from store.model import HedgeKind

_REACH = 2
_POINTED = 3
_NAMED = 12
_FAR = 4
_SURE = 2
_PLAIN = frozenset(("denied", "no-comment"))


def targets(scene: Scene, note: Range, kind: HedgeKind) -> list[int]:
    """The drafts that a note speaks of, by index."""
    page, drafts = scene.page, scene.drafts
    number = page.sentence_of(note[0])
    here = of_sentence(drafts, number)
    own = holder(drafts, here, note)
    if own in scene.denials:
        return []
    if (
        kind == "unverified"
        and own is None
        and (about := _described(scene, here, note)) is not None
    ):
        return [about]
    if own is not None and _keeps(page, drafts[own], note, kind):
        return [own]
    if beside := _beside(scene, here, note, kind, own):
        return beside
    if kind == "corrected" and (withdrawn := _corrected(scene, number)) is not None:
        return withdrawn
    if note[0] < start(page, number):  # a label, which speaks of nothing before it
        return _following(scene, number)
    return _elsewhere(scene, number, note, kind)


def _described(scene: Scene, here: Sequence[int], note: Range) -> int | None:
    """The draft whose source a note describes: "videos, which X could not verify, show …"."""
    for i in here:
        source, cue = scene.drafts[i].source, scene.drafts[i].cue
        if source and cue and note[0] < cue[0] and "W" in scene.page.codes[source[0] : note[0]]:
            return i
    return None


def spoken_of(scene: Scene, words: Range, kind: HedgeKind) -> list[int]:
    """The drafts of other sentences that words point back to: "if this is true"."""
    return _elsewhere(scene, scene.page.sentence_of(words[0]), words, kind)


def _keeps(page: Page, draft: Draft, note: Range, kind: HedgeKind) -> bool:
    """Whether a note in a claim speaks of that claim, as ", without proof" and "no proof that" do.

    What says no more than the note ("No comment") is no claim that it could speak of.
    """
    trails = kind == "unverified" and page.codes[note[0] - 1] == ","
    first, end = draft.content
    more = page.codes[first : note[0]] + page.codes[note[1] : end]
    says = any(code.isalpha() or code == "#" for code in more)
    heralds = draft.label == "nominal" and draft.cue is not None and draft.cue[0] == note[0]
    return says and (draft.cue is None or kind == "corrected" or trails or heralds)


def _beside(
    scene: Scene, here: Sequence[int], note: Range, kind: HedgeKind, own: int | None
) -> list[int]:
    """The claims of a note's own sentence that it speaks of; none of its own voice."""
    page, drafts = scene.page, scene.drafts
    if kind == "denied" and (carried := _carried(scene, here, note)):
        return carried
    before = [
        i
        for i in here
        if drafts[i].content[1] <= note[0]
        and (own is None or (i < own and scene.voices[i] != scene.voices[own]))
    ]
    if before:
        both = page.has("both", note[0], page.ranges[page.sentence_of(note[0])][1])
        return before if both else scene.together(before[-1])
    if own is not None:
        return []
    after = [i for i in here if note[1] <= drafts[i].content[0] <= note[1] + _NAMED]
    named = after and (drafts[after[0]].label == "nominal" or _heralds(page, note))
    return list(after) if named or kind == "denied" else []


def _carried(scene: Scene, here: Sequence[int], note: Range) -> list[int]:
    """The claim of a noun that a note ends with: "rejected as baseless claims that …"."""
    cues = ((i, scene.drafts[i].cue) for i in here if scene.drafts[i].label == "nominal")
    return [i for i, cue in cues if cue and note[0] < cue[0] <= note[1]]


def _heralds(page: Page, note: Range) -> bool:
    """Whether a colon stands after a note: "Fake: …"."""
    return ":" in page.codes[note[1] - 1 : note[1] + 1]


def _corrected(scene: Scene, number: int) -> list[int] | None:
    """The claim that a correction speaks of, by its words or those of whose word it was.

    None where nothing says which it is; a document's correction of itself speaks of any claim.
    """
    page, drafts = scene.page, scene.drafts
    span = page.ranges[number]
    own = page.has("self", *span)
    home = page.sentences[number].paragraph
    near = range(min(len(drafts), WINDOW)) if own else before_sentence(drafts, number)
    scores = scene.likeness(span, near)
    words = topic_words(page, span)
    for i in near:
        if not own and home - scene.paragraphs[i] > _FAR:
            scores[i] = 0
        elif not own:
            scores[i] += 2 * sum(shared(words, topic_words(page, hop)) for hop in drafts[i].hops)
    best = max(scores.values(), default=0)
    if best < (1 if own and page.has("event", *span) else _SURE):
        return [] if own else None
    alike = [i for i in near if scores[i] == best and (own or i not in scene.verdicts)]
    return alike[:1] if own else alike[-1:]


def _elsewhere(scene: Scene, number: int, note: Range, kind: HedgeKind) -> list[int]:
    """The claims of other sentences that a note speaks of: its paragraph's, else those before."""
    page = scene.page
    span = page.ranges[number]
    if _speaks_of_none(page, span, kind):
        return []
    home = page.sentences[number].paragraph
    pointed = kind in ("unverified", "no-comment") and page.has("claimed", *span)
    reach = _REACH * (1 + pointed)
    before = before_sentence(scene.drafts, number)
    near = [i for i in before if home - scene.paragraphs[i] <= reach]
    same = [i for i in near if scene.paragraphs[i] == home]
    if page.has("both", *span):
        return _both(scene, number, near, same)
    if same and page.has("several", *span):
        return [i for i in same if i not in scene.verdicts]
    if named := _named(scene, span, near, same):
        return named
    if plain := [i for i in same if i in scene.plain]:
        return _last(scene, number, plain, kind)
    if same or (number and page.sentences[number - 1].paragraph == home):
        # it speaks of a sentence of its paragraph, even if no claim was found there
        return _last(scene, number, same, kind) if same else []
    return _above(scene, number, near, (note, kind, pointed))


def _named(scene: Scene, span: Range, near: Sequence[int], same: Sequence[int]) -> list[int]:
    """The claims above a note's paragraph, if it names what they tell of, not what is in it."""
    scores = scene.likeness(span, [i for i in near if i in scene.plain], plainly=True)
    here = max((score for i, score in scores.items() if i in same), default=0)
    best = max(scores.values(), default=0)
    if best < _SURE or best <= here:
        return []
    return [max(i for i, score in scores.items() if score == best)]


def _speaks_of_none(page: Page, span: Range, kind: HedgeKind) -> bool:
    """Whether a sentence speaks of its speaker ("He would not elaborate") or of how things are."""
    if kind == "disputed":
        return page.has("analysis", *span)
    same = kind == "no-comment" and _same_speaker(page, span[0])
    return same and not page.has("asked", *span)


def _above(
    scene: Scene, number: int, near: Sequence[int], aim: tuple[Range, HedgeKind, bool]
) -> list[int]:
    """The claims of the paragraphs before that a note speaks of which opens its own."""
    page, (note, kind, pointed) = scene.page, aim
    span = page.ranges[number]
    told = [i for i in near if i in scene.plain]
    if pointed and told:
        return told[-_POINTED:]
    about = (note[0], span[1]) if kind == "no-comment" else span
    if found := _most_alike(scene, told or near, about):
        return found
    home = page.sentences[number].paragraph
    last = [i for i in told if home - scene.paragraphs[i] <= 1]
    if last and (page.has("heads", *span) or kind in _PLAIN):
        telling = [i for i in last if page.has("event", *scene.drafts[i].content)] or last
        return [i for i in last if scene.drafts[i].sentence == scene.drafts[telling[-1]].sentence]
    return _following(scene, number) if kind in ("unverified", "disputed") else []


def _same_speaker(page: Page, first: int) -> bool:
    """Whether a sentence opens with a pronoun for who has just spoken; no "there", no "nobody"."""
    other = page.at("existential", first) or page.at("negative", first)
    return page.codes[first] == "R" and not other


def _last(scene: Scene, number: int, same: Sequence[int], kind: HedgeKind) -> list[int]:
    """The claims of a note's paragraph that it speaks of: the most alike, else the last."""
    page, drafts = scene.page, scene.drafts
    scores = scene.likeness(page.ranges[number], same)
    best = max(same, key=lambda i: (scores[i], i))
    last = [i for i in same if drafts[i].sentence == drafts[same[-1]].sentence]
    if page.has("latest", *page.ranges[number]):
        return last
    if scores[best] > max(scores[i] for i in last):
        last = [i for i in same if drafts[i].sentence == drafts[best].sentence]
    elif number - drafts[last[-1]].sentence > _REACH and not scores[best]:
        return []
    if kind != "no-comment":
        return last
    return [i for i in same if i in last or scene.voices[i] == scene.voices[last[-1]] != ""]


def _following(scene: Scene, number: int) -> list[int]:
    """The claims after a note in its paragraph."""
    home = scene.page.sentences[number].paragraph
    after = (i for i in after_sentence(scene.drafts, number) if i not in scene.verdicts)
    return [i for i in after if scene.paragraphs[i] == home]


def _both(scene: Scene, number: int, near: Sequence[int], same: Sequence[int]) -> list[int]:
    """The claims that a note on several speaks of: of its paragraph, else those that follow it."""
    if same:
        return _two_sided(scene, near, scene.page.ranges[number])
    after = _following(scene, number)
    if len({scene.voices[i] for i in after if scene.voices[i]}) > 1:
        return after
    return _two_sided(scene, near, scene.page.ranges[number]) or after


def _two_sided(scene: Scene, near: Sequence[int], span: Range) -> list[int]:
    """The claims of the last paragraphs, back to the second voice among them.

    Where the note speaks of sides, only those of their bodies and forces count.
    """
    page, drafts = scene.page, scene.drafts
    voices: set[Range | None] = set()
    found: list[int] = []
    paragraph, home = -1, page.sentences[page.sentence_of(span[0])].paragraph
    speak = scene.plain | scene.denials
    if page.has("sides", *span):
        speak = scene.parties - scene.verdicts
    for i in reversed([i for i in near if i in speak]):
        here = scene.paragraphs[i]
        source = drafts[i].source
        third = here == home and source not in voices and page.has("two", *span)
        over = here != paragraph or third
        if over and len(voices) > 1:
            break
        paragraph = here
        found.append(i)
        if source is None or source[1] - source[0] > 1 or page.codes[source[0]] not in "OR":
            voices.add(source)
    return found[::-1]


def _most_alike(scene: Scene, near: Sequence[int], span: Range) -> list[int]:
    """The claim that shares most words with a note, the last one if several do."""
    scores = scene.likeness(span, near)
    best = max(scores.values(), default=0)
    return [max(i for i, score in scores.items() if score == best)] if best else []
