"""Deciding: verdict, tags, note and grade, on a claim or a selection; and taking it back.

A dialog asks, its answer becomes an edit of the store, and what came of it is told.

>>> subject_of([], 12)
'12 selected claims'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual import on, work

from store.numbers import grouped
from store.query import Chosen, Filter, Row, Term, facets, rows
from tui.apart import Run
from tui.rows import Claims
from tui.screens.ledger import Ledger
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from store.edits import Edit, Keys
    from store.journal import Entry
    from store.query import ClaimCard, DocumentView
    from tui.screens.grade import GradeChoice
    from tui.screens.note import NoteText
    from tui.screens.verdict import VerdictChoice

SELECTED = (Term("is", "selected"),)
FEW = 2_000
"""Claims of a range that are chosen at once: 2 ms."""
FEW_CARDS = 50
"""Claims of a selection whose grades a dialog looks at: 20 ms."""
SAMPLE = 200
"""Claims of a selection that a dialog looks at to say how they stand."""


class Deciding(Ledger):
    """The commands of the groups "Select" and "Judge and tag"."""

    # -- on what ------------------------------------------------------------------------------

    def targets(self) -> Chosen:
        """What a decision is about: the selection, else the claim at the cursor."""
        return self.selection or Chosen.of([self.row.id] if self.row else [])

    def sample(self) -> list[Row]:
        """The rows of the targets, of many the first."""
        if self.selection:
            return rows(self.store, list(islice(self.selection, SAMPLE)))
        return [self.row] if self.row else []

    def subject(self) -> str:
        """What a dialog is about, on one line."""
        return subject_of(self.sample(), len(self.selection))

    def card(self) -> ClaimCard | None:
        """The card of the claim at the cursor."""
        from store.query import claim

        return claim(self.store, self.row.id) if self.row else None

    def document(self, id: int) -> DocumentView | None:
        """A document as it is shown."""
        from store.query import document

        return document(self.store, id)

    def decide(self, edit: Edit, then: Callable[[], object] = lambda: None) -> None:
        """Apply an edit and tell what came of it; ``then`` is done if something did."""

        def decided(entry: Entry) -> None:
            self.told(entry)
            then()

        self.desk.apply(edit, decided)

    def decide_on(self, claims: Chosen, make: Callable[[Keys], Edit]) -> None:
        """Apply the edit that is made for some claims, and tell what came of it."""
        self.desk.apply_to(claims, make, self.told)

    def told(self, entry: Entry) -> None:
        """Something was decided: say it, and show it."""
        self.say(entry.sentence)
        self.changed()

    def changed(self) -> None:
        """The store changed by our own hand: show it at once."""
        self._written = self.store.version()
        self.reload()
        if self.row:
            self.read(self.row.id)

    # -- selecting ----------------------------------------------------------------------------

    @on(Timeline.Toggled)
    def _toggled(self, event: Timeline.Toggled) -> None:
        self.desk.selection = self.selection ^ {event.claim}

    @on(Timeline.Stretched)
    def _stretched(self, event: Timeline.Stretched) -> None:
        self._choose(event.positions, lambda chosen: event.before | chosen)

    def action_select_all(self) -> None:
        """Select every claim shown; none if all are."""
        everything = range(len(self.view.window))
        self._choose(everything, lambda all: Chosen() if all <= self.selection else all)

    def _choose(self, positions: range, selected: Callable[[Chosen], Chosen]) -> None:
        """Select by the claims at some positions: a few at once, many so that no key waits."""
        run, claims = self.runs.start("choosing"), self.view.window.claims
        if len(positions) <= FEW:
            found = claims.ids(positions.start, positions.stop)
            self.desk.selection = selected(Chosen.of(found))
        else:
            self._choose_many(run, claims, positions, selected)

    @work(thread=True, group="choosing")
    def _choose_many(
        self, run: Run, claims: Claims, positions: range, selected: Callable[[Chosen], Chosen]
    ) -> None:
        chosen = Chosen()
        for start in range(positions.start, positions.stop, FEW):
            if run.stopped:
                return
            chosen |= Chosen.of(claims.ids(start, min(start + FEW, positions.stop)))
        self.answer(run, lambda: setattr(self.desk, "selection", selected(chosen)))

    # -- judging ------------------------------------------------------------------------------

    def action_verdict(self) -> None:
        """Set the verdict."""
        from store.edits import Judge
        from tui.screens.verdict import VerdictDialog

        standing = {row.verdict or None for row in self.sample()}
        dialog = VerdictDialog(self.subject(), standing)
        targets = self.targets()

        def judge(choice: VerdictChoice) -> None:
            self.decide_on(targets, lambda keys: Judge(keys, choice.verdict))

        self.ask(dialog, judge)

    def action_tag(self) -> None:
        """Add and remove tags."""
        from store.edits import Tag
        from tui.screens.tags import TagChange, TagDialog

        targets = self.targets()
        known = facets(self.store, Filter(scope="all"), "tag")
        dialog = TagDialog(self.subject(), len(targets), known)
        chosen = Filter(SELECTED, scope="all", selected=targets)
        self.apart("tags", lambda store: facets(store, chosen, "tag"), dialog.stand)

        def tag(change: TagChange) -> None:
            self.decide_on(targets, lambda keys: Tag(keys, change.add, change.remove))

        self.ask(dialog, tag)

    def action_note(self) -> None:
        """Write the note."""
        from store.edits import Note
        from tui.screens.note import NoteDialog

        card, targets = self.card(), self.targets()
        text = card.note if card and not self.selection else ""
        dialog = NoteDialog(self.subject(), text)

        def write(note: NoteText) -> None:
            self.decide_on(targets, lambda keys: Note(keys, note.text))

        self.ask(dialog, write)

    def action_grade(self) -> None:
        """Set the Admiralty grade."""
        from store.query import claim
        from tui.screens.grade import GradeDialog, Standing

        targets = self.targets()
        cards = [card for id in islice(targets, FEW_CARDS) if (card := claim(self.store, id))]
        sources = self._sources(targets)
        standing = Standing(
            source=", ".join(sources[:3]),
            letter=_same(card.letter for card in cards),
            digit=_same(card.digit for card in cards),
            own_letter=any(card.own_letter for card in cards),
            origins=min(map(_origins, cards), default=1),
            claims=len(targets),
            sources=len(sources),
        )
        grade = partial(self._grade, targets, sources)
        self.ask(GradeDialog(self.subject(), standing), grade)

    def _grade(self, targets: Chosen, sources: Sequence[str], choice: GradeChoice) -> None:
        """A source's letter is one edit a source; the claims' own letter and digit are one."""
        from store.edits import Grade, Rate

        own = choice.letter is not None and choice.scope == "claim"
        if choice.letter is not None and not own:
            for source in sources:
                self.decide(Rate(source, choice.letter or None))
        if own or choice.digit is not None:
            letter = choice.letter if own else None
            self.decide_on(targets, lambda keys: Grade(keys, letter, choice.digit))

    def _sources(self, targets: Chosen) -> list[str]:
        chosen = Filter(SELECTED, scope="all", selected=targets)
        return sorted(facet.value for facet in facets(self.store, chosen, "source"))

    # -- taking back --------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last decision."""
        self.desk.undo(self.told)

    def action_redo(self) -> None:
        """Make again what was taken back."""
        self.desk.redo(self.told)


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
