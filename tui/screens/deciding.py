"""Deciding: what a person sets, corrects, adds, hides and takes back, on a claim or a selection.

A dialog asks, its answer becomes an edit of the store, and what came of it is told.

>>> subject_of([], 12)
'12 selected claims'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from store.model import Span
from store.query import ClaimCard, Filter, Row, Term, claim, count, document, facets, keys, rows
from tui.render import grouped
from tui.screens.ledger import Ledger
from tui.widgets.source import SourceText
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from store.edits import Edit
    from tui.screens.correct import Correction
    from tui.screens.grade import GradeChoice

SELECTED = (Term("is", "selected"),)
DECIDED = (Term("has", "verdict"), Term("has", "tag"), Term("has", "note"))
SAMPLE = 200
"""Claims of a selection that a dialog looks at to say how they stand."""


class Deciding(Ledger):
    """The commands of the groups "Select" and "Judge and tag"."""

    # -- on what ------------------------------------------------------------------------------

    def targets(self) -> tuple[str, ...]:
        """The keys of what a decision is about: the selection, else the claim at the cursor."""
        if self.selection:
            return keys(self.store, sorted(self.selection))
        return (self.row.key,) if self.row else ()

    def sample(self) -> list[Row]:
        """The rows of the targets, of many the first."""
        if self.selection:
            return rows(self.store, sorted(self.selection)[:SAMPLE])
        return [self.row] if self.row else []

    def subject(self) -> str:
        """What a dialog is about, on one line."""
        return subject_of(self.sample(), len(self.selection))

    def card(self) -> ClaimCard | None:
        """The card of the claim at the cursor."""
        return claim(self.store, self.row.id) if self.row else None

    def decide(self, edit: Edit) -> bool:
        """Apply an edit and tell what came of it; whether something did."""
        entry = self.desk.apply(edit)
        if entry is None:
            return False
        self.say(entry.sentence)
        self.changed()
        return True

    def changed(self) -> None:
        """The store changed by our own hand: show it at once."""
        self._written = self.store.version()
        self.reload()
        if self.row:
            self.read(self.row.id)

    # -- selecting ----------------------------------------------------------------------------

    @on(Timeline.Chosen)
    def _chosen(self, event: Timeline.Chosen) -> None:
        self.desk.selection = event.ids

    def action_select_all(self) -> None:
        """Select every claim shown; none if all are."""
        everything = frozenset(self.view.window.ids)
        self.desk.selection = frozenset() if everything <= self.selection else everything

    # -- judging ------------------------------------------------------------------------------

    def action_verdict(self) -> None:
        """Set the verdict."""
        from store.edits import Judge
        from tui.screens.verdict import VerdictDialog

        standing = {row.verdict or None for row in self.sample()}
        dialog = VerdictDialog(self.subject(), standing)
        targets = self.targets()
        self.ask(dialog, lambda choice: self.decide(Judge(targets, choice.verdict)))

    def action_tag(self) -> None:
        """Add and remove tags."""
        from store.edits import Tag
        from tui.screens.tags import TagChange, TagDialog

        targets = self.targets()
        now = frozenset(self.selection or ({self.row.id} if self.row else ()))
        chosen = Filter(SELECTED, scope="all", selected=now)
        current = facets(self.store, chosen, "tag")
        known = facets(self.store, Filter(scope="all"), "tag")

        def tag(change: TagChange) -> None:
            self.decide(Tag(targets, change.add, change.remove))

        self.ask(TagDialog(self.subject(), len(targets), current, known), tag)

    def action_note(self) -> None:
        """Write the note."""
        from store.edits import Note
        from tui.screens.note import NoteDialog

        card, targets = self.card(), self.targets()
        text = card.note if card and not self.selection else ""
        dialog = NoteDialog(self.subject(), text)
        self.ask(dialog, lambda note: self.decide(Note(targets, note.text)))

    def action_grade(self) -> None:
        """Set the Admiralty grade."""
        from tui.screens.grade import GradeDialog, Standing

        cards = self._cards()
        sources = {card.row.source for card in cards}
        standing = Standing(
            source=", ".join(sorted(sources)),
            letter=_same(card.letter for card in cards),
            digit=_same(card.digit for card in cards),
            own_letter=any(card.own_letter for card in cards),
            origins=min(map(_origins, cards), default=1),
            claims=len(cards),
            sources=len(sources),
        )
        self.ask(GradeDialog(self.subject(), standing), partial(self._grade, cards))

    def _grade(self, cards: Sequence[ClaimCard], choice: GradeChoice) -> None:
        """A source's letter is one edit a source; a claim's grade one for each grade it had."""
        from store.edits import Grade, Rate

        own = choice.letter is not None and choice.scope == "claim"
        if choice.letter is not None and not own:
            for source in dict.fromkeys(card.row.source for card in cards):
                self.decide(Rate(source, choice.letter or None))
        if choice.digit is None and not own:
            return
        wanted: dict[tuple[str, str], list[str]] = {}
        for card in cards:
            letter = choice.letter if own else card.own_letter
            digit = card.digit if choice.digit is None else choice.digit
            wanted.setdefault((letter or "", digit), []).append(card.row.key)
        for (letter, digit), graded in wanted.items():
            self.decide(Grade(tuple(graded), letter or None, digit or None))

    def _cards(self) -> list[ClaimCard]:
        ids = sorted(self.selection) or ([self.row.id] if self.row else [])
        return [card for id in ids if (card := claim(self.store, id))]

    # -- correcting ---------------------------------------------------------------------------

    def action_event_date(self) -> None:
        """Correct the event date."""
        from store.edits import Redate
        from tui.screens.eventdate import EventDateDialog

        row, targets = self.row, self.targets()
        if row is None:
            return
        dialog = EventDateDialog(self.subject(), row.edtf, row.by_hand, self.desk.parse_date)
        self.ask(dialog, lambda date: self.decide(Redate(targets, date.edtf)))

    def action_publication(self) -> None:
        """Correct the document's publication date; its dates are resolved again."""
        from store.edits import Publish, preview
        from tui.screens.publication import PublicationDialog

        view = document(self.store, self.row.document) if self.row else None
        if view is None:
            return
        published = view.published
        dialog = PublicationDialog(
            view.title or view.name,
            published.edtf if published else "",
            published.basis if published else "",
            self.desk.parse_date,
            lambda edtf: preview(self.store, Publish(view.identity, edtf)),
        )
        self.ask(dialog, lambda date: self.decide(Publish(view.identity, date.edtf)))

    def action_correct(self) -> None:
        """Correct place, chain or words."""
        from tui.screens.correct import Correctable, CorrectDialog

        card = self.card()
        view = document(self.store, card.row.document) if card else None
        if card is None or view is None:
            return
        known = [place.value for place in facets(self.store, Filter(scope="all"), "place")]
        places = tuple(place.name for place in card.places)
        chain = tuple(hop.name for hop in card.chain)
        claim_ = Correctable(card.row.quote, view.text, card.span, places, chain, known)
        self.ask(CorrectDialog(claim_), partial(self._correct, card.row.key))

    def _correct(self, key: str, correction: Correction) -> None:
        from store.edits import Rechain, Relocate, Respan
        from tui.screens import correct

        match correction:
            case correct.PlaceCorrection(places):
                self.decide(Relocate((key,), places))
            case correct.ChainCorrection(hops):
                self.decide(Rechain((key,), hops))
            case correct.SpanCorrection(span):
                self.decide(Respan(key, span))
            case _:
                self.action_event_date()

    # -- adding and taking away ---------------------------------------------------------------

    def action_add(self) -> None:
        """Add the words marked in the source as a claim, and go to it."""
        from store.edits import AddClaim

        view, marked = self.reading.document, self.source.marked
        if view is None or marked is None:
            return
        span = _trimmed(view.text, marked)
        if self.decide(AddClaim(view.identity, span)):
            self.source.unmark()
            again = document(self.store, view.id)
            marks = again.marks if again else ()
            added = [m.claim for m in marks if m.style == "claim" and m.span == span]
            self.go_to(added[0] if added else None)

    def action_hide(self) -> None:
        """Hide what is no claim, or show it again."""
        from store.edits import Hide
        from tui.screens.confirm import hide_dialog

        targets = self.targets()
        hidden = all(row.hidden for row in self.sample())
        dialog = hide_dialog(self.subject(), len(targets), hidden)
        self.ask(dialog, lambda _: self.decide(Hide(targets, not hidden)))

    def action_forget(self) -> None:
        """Forget the whole document, after a question."""
        from store.edits import Forget
        from tui.screens.confirm import forget_dialog

        view = document(self.store, self.row.document) if self.row else None
        if view is None:
            return
        here = Filter((Term("doc", view.identity),), scope="all")
        decided = Filter((*here.terms, *DECIDED), scope="all")
        dialog = forget_dialog(
            view.title or view.name, count(self.store, here), count(self.store, decided)
        )
        self.ask(dialog, lambda _: self.decide(Forget(view.identity)))

    # -- taking back --------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last decision."""
        self._turned("Undone", self.desk.undo())

    def action_redo(self) -> None:
        """Make again what was taken back."""
        self._turned("Done again", self.desk.redo())

    def _turned(self, what: str, sentence: str | None) -> None:
        if sentence is not None:
            self.say(f"{what}: {sentence}")
            self.changed()

    # -- going --------------------------------------------------------------------------------

    @on(SourceText.Followed)
    def _followed(self, event: SourceText.Followed) -> None:
        self.go_to(event.claim)

    def go_to(self, wanted: int | None) -> None:
        """Put the cursor on a claim; once the order that is being read is there."""
        self.after_order(partial(self._go_to, wanted))

    def _go_to(self, wanted: int | None) -> None:
        position = None if wanted is None else self.view.window.find(wanted)
        if position is None:
            self.say(
                "That claim is not among those shown; Esc clears the filters, A adds analysis."
            )
        else:
            self.timeline.go(position)


def subject_of(sample: Sequence[Row], selected: int) -> str:
    """What a dialog is about: a claim's words, or how many are selected."""
    if selected > 1 or not sample:
        return f"{grouped(selected)} selected claims"
    return sample[0].quote


def _same(values: Iterable[str]) -> str:
    """The value that all have, empty where they differ."""
    several = set(values)
    return several.pop() if len(several) == 1 else ""


def _origins(card: ClaimCard) -> int:
    """Independent origins known: the claim's own, and those that corroborate it."""
    return 1 + len({r.key for r in card.relations if r.kind == "corroborates" and r.incoming})


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
