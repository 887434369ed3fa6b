"""Correcting: dates, places, chains and words by hand; claims and documents added or taken away.

>>> trimmed("a claim ", Span(1, 8))
Span(start=2, end=7)
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from store.dating import Span
from store.query import Filter, Term, count, facets
from tui.screens.deciding import Deciding
from tui.widgets.source import SourceText

if TYPE_CHECKING:
    from tui.screens.correct import Correction
    from tui.screens.eventdate import EventDate

DECIDED = (Term("has", "verdict"), Term("has", "tag"), Term("has", "note"))


class Correcting(Deciding):
    """The rest of the group "Judge and tag", and adding a claim from the source."""

    def action_event_date(self) -> None:
        """Correct the event date."""
        from store.edits import Redate
        from tui.screens.eventdate import EventDateDialog

        row, targets = self.row, self.targets()
        if row is None:
            return
        by_hand = "date" in row.corrected
        parse = partial(self.desk.parse_date, near=row.latest or row.earliest)
        dialog = EventDateDialog(self.subject(), row.edtf, by_hand, parse)

        def redate(date: EventDate) -> None:
            self.decide_on(targets, lambda keys: Redate(keys, date.edtf))

        self.ask(dialog, redate)

    def action_publication(self) -> None:
        """Correct the document's publication date; its dates are resolved again."""
        from store.edits import Publish, preview
        from tui.screens.publication import PublicationDialog

        view = self.document(self.row.document) if self.row else None
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
        view = self.document(card.row.document) if card else None
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
        from tui.screens.span import SpanCorrection

        match correction:
            case correct.PlaceCorrection(places):
                self.decide(Relocate((key,), places))
            case correct.ChainCorrection(hops):
                self.decide(Rechain((key,), hops))
            case SpanCorrection(span):
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
        span = trimmed(view.text, marked)
        self.decide(AddClaim(view.identity, span), partial(self._added, view.id, span))

    def _added(self, document_id: int, span: Span) -> None:
        self.source.unmark()
        again = self.document(document_id)
        marks = again.marks if again else ()
        added = [m.claim for m in marks if m.style == "claim" and m.span == span]
        self.go_to(added[0] if added else None)

    def action_hide(self) -> None:
        """Hide what is no claim, or show it again; ``u`` takes either back."""
        from store.edits import Hide

        hidden = all(row.hidden for row in self.sample())
        self.decide_on(self.targets(), lambda keys: Hide(keys, not hidden))

    def action_forget(self) -> None:
        """Forget the whole document, after a question."""
        from store.edits import Forget
        from tui.screens.confirm import forget_dialog

        view = self.document(self.row.document) if self.row else None
        if view is None:
            return
        here = Filter((Term("doc", view.identity),), scope="all")
        decided = Filter((*here.terms, *DECIDED), scope="all")
        dialog = forget_dialog(
            view.title or view.name, count(self.store, here), count(self.store, decided)
        )
        self.ask(dialog, lambda _: self.decide(Forget(view.identity)))

    @on(SourceText.Followed)
    def _followed(self, event: SourceText.Followed) -> None:
        self.go_to(event.claim)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
