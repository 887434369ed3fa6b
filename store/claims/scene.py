"""What notes and denials are read against: the drafts of a page, whose words, and of what kind.

All that is asked of a draft again and again is worked out once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from store.claims.drafts import Draft, of_sentence
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Hop

_PARTY = frozenset(("official", "official-body", "military", "armed-group", "anonymous"))
_CLOSE, _BRIEF = 2, 5 / 3
_SEEN = frozenset(("evidence", "witness"))
_WEIGHED = frozenset(("denied", "disputed", "overstated"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A page and its drafts; in step with them, whose word each is and its paragraph.

    ``denials`` are the drafts that deny, ``verdicts`` those that only say what is to be thought of
    another, ``plain`` those that tell of something and are no opinion, verdict or mere quotation,
    ``parties`` those of a side's body, office or force, or of somebody unnamed, ``seen`` those of
    pictures and witnesses, ``pictured`` those of pictures alone, ``independent`` those of third
    parties whom the vocabulary names;
    ``flow`` is the number of sentences to a paragraph, 0 where paragraphs are items of a list.
    """

    page: Page
    drafts: Sequence[Draft]
    voices: Sequence[str]
    paragraphs: Sequence[int]
    denials: frozenset[int]
    verdicts: frozenset[int]
    plain: frozenset[int]
    parties: frozenset[int]
    seen: frozenset[int]
    pictured: frozenset[int]
    independent: frozenset[int]
    flow: float

    def together(self, index: int) -> list[int]:
        """A draft and those that the same cue makes with it."""
        cue, here = self.drafts[index].cue, of_sentence(self.drafts, self.drafts[index].sentence)
        return [i for i in here if i == index or (cue is not None and self.drafts[i].cue == cue)]

    def beside(self, before: int, index: int) -> bool:
        """Whether two drafts stand together: in a paragraph, or in short ones that follow close."""
        if self.paragraphs[before] == self.paragraphs[index]:
            return True
        apart = self.drafts[index].sentence - self.drafts[before].sentence
        return 0 < self.flow < _BRIEF and 0 <= apart <= _CLOSE

    def likeness(
        self, span: Range, indexes: Sequence[int], plainly: bool = False
    ) -> dict[int, int]:
        """How many topic words each of some drafts shares with a range; plainly: each but once."""
        words = topic_words(self.page, span)
        if plainly:
            words = frozenset(word for word in words if word[0] != "=")
        return {i: shared(words, topic_words(self.page, self.drafts[i].content)) for i in indexes}


def scene(page: Page, drafts: Sequence[Draft], chains: Sequence[Sequence[Hop]]) -> Scene:
    """The scene of a page, whose chains are given in step with its drafts."""
    verdicts = frozenset(_verdicts(page, drafts))
    told = (i for i, draft in enumerate(drafts) if _tells(page, draft))
    return Scene(
        page,
        drafts,
        voices=[chain[-1].name if chain else "" for chain in chains],
        paragraphs=[page.sentences[draft.sentence].paragraph for draft in drafts],
        denials=frozenset(i for i, draft in enumerate(drafts) if _denies(page, draft)),
        verdicts=verdicts,
        plain=frozenset(told) - verdicts,
        parties=_of_kinds([chain[-1:] for chain in chains], _PARTY),
        seen=_of_kinds(chains, _SEEN),
        pictured=_of_kinds(chains, {"evidence"}),
        independent=frozenset(
            i for i, draft in enumerate(drafts) if draft.hops and page.has("third", *draft.hops[-1])
        ),
        flow=_flow(page),
    )


def _of_kinds(chains: Sequence[Sequence[Hop]], kinds: Collection[str]) -> frozenset[int]:
    """The drafts in whose chain a hop of some kinds stands."""
    return frozenset(i for i, chain in enumerate(chains) if any(hop.kind in kinds for hop in chain))


def _flow(page: Page) -> float:
    """How many sentences a paragraph of a page has, 0 if many are items of a list."""
    told = [at for at, sentence in enumerate(page.sentences) if not sentence.heading]
    firsts = {page.sentences[at].paragraph: page.codes[page.ranges[at][0]] for at in reversed(told)}
    items = sum(not code.isalpha() and code != '"' for code in firsts.values())
    return len(told) / len(firsts) if 3 * items < len(firsts) else 0


def holder(drafts: Sequence[Draft], here: Sequence[int], note: Range) -> int | None:
    """The draft in whose claim or cue a note stands."""
    return next((i for i in here if _reaches(drafts[i], note)), None)


def _reaches(draft: Draft, note: Range) -> bool:
    first, end = spoken(draft)
    return first <= note[0] < end


def spoken(draft: Draft) -> Range:
    """A draft's claim with its cue."""
    cue = draft.cue or draft.content
    return min(draft.content[0], cue[0]), max(draft.content[1], cue[1])


def _verdicts(page: Page, drafts: Sequence[Draft]) -> Iterator[int]:
    for hit in page.hits["note"].values():
        if hit.label in _WEIGHED:
            here = of_sentence(drafts, page.sentence_of(hit.start))
            own = holder(drafts, here, (hit.start, hit.end))
            if own is not None and drafts[own].hops:
                yield own


def _denies(page: Page, draft: Draft) -> bool:
    """Whether a draft is itself a denial, which speaks of its target by its relation.

    Who calls a thing by a name denies it if that is a word for untruth ("called it a lie").
    """
    cue = page.vocabulary.cues.get(draft.label)
    if cue is None or draft.cue is None or not cue.denies:
        return False
    return not cue.judges or page.labelled("note", "denied", *spoken(draft))


def _tells(page: Page, draft: Draft) -> bool:
    cue = page.vocabulary.cues.get(draft.label)
    return (cue is None or cue.stance == "plain") and page.quoted[draft.content[0]] < 0
