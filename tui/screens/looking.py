"""Looking closer: why a date, through whom, what speaks against it; copy, open, export.

>>> is_web("https://example.org/a"), is_web("javascript:alert(1)")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from store.errors import StoreError
from store.numbers import grouped
from store.plain import printable
from store.query import Filter, Term, rows
from store.timeline import heading
from tui.card import published_words
from tui.screens.correcting import Correcting

if TYPE_CHECKING:
    from store.query import CardHop, ClaimCard, DocumentView
    from tui.screens.contradictions import Contradiction
    from tui.screens.export import ExportChoice
    from tui.screens.why import Why


class Looking(Correcting):
    """The commands of the group "Look closer"."""

    def action_why(self) -> None:
        """Why this date."""
        from tui.screens.why import WhyDialog

        if card := self.card():
            self.app.push_screen(WhyDialog(card.row.quote, self._why(card)))

    def _why(self, card: ClaimCard) -> Why:
        from store.query import explain
        from tui.screens.why import Why

        row, sentences = card.row, explain(self.store, card.row.id)
        by_hand = row.edtf if "date" in row.corrected else ""
        if card.date is None:
            return Why(sentences, value=row.edtf, by_hand=by_hand)
        dating = card.date.dating
        anchor = f"{dating.anchor} ({dating.anchor_kind})" if dating.anchor else ""
        return Why(
            sentences,
            phrase=card.date.words,
            rule=dating.rule,
            anchor=anchor,
            value=dating.edtf,
            earliest=dating.earliest,
            latest=dating.latest,
            alternatives=dating.alternatives,
            cautions=dating.cautions,
            by_hand=by_hand,
        )

    def action_chain(self) -> None:
        """Through whom it reached us."""
        from store.query import tellings
        from tui.screens.chain import ChainDialog, ChainHop

        card = self.card()
        view = self.document(card.row.document) if card else None
        if card and view:
            hops = [
                ChainHop(hop.name, hop.kind, _wording(hop, card, view), hop.anonymous)
                for hop in card.chain
            ]
            told = tellings(self.store, card.row.id)
            self.ask(ChainDialog(card.row.quote, view.source, hops, told), self._follow_chain)

    def _follow_chain(self, chosen: Term | int) -> None:
        """Show what else somebody of the chain says, or go to another telling."""
        if isinstance(chosen, Term):
            self.desk.filter = self.filter.having(chosen.field, chosen.value)
        else:
            self.go_to(chosen)

    def action_editions(self) -> None:
        """The editions of the document, what changed between them, and its copies elsewhere."""
        from store.query import copies, editions
        from tui.screens.editions import EditionsDialog

        if self.row:
            document = self.row.document
            told, others = editions(self.store, document), copies(self.store, document)
            self.ask(EditionsDialog(told[-1].title, told, others), self.go_to)

    def action_contradictions(self) -> None:
        """The claims that contradict or repeat this one."""
        from tui.screens.contradictions import ContradictionsDialog

        if card := self.card():
            related = list(self._related(card))
            self.ask(ContradictionsDialog(card.row.quote, related), self.go_to)

    def _related(self, card: ClaimCard) -> Iterator[Contradiction]:
        from tui.screens.contradictions import Contradiction

        others = {row.id: row for row in rows(self.store, [r.claim for r in card.relations])}
        for relation in card.relations:
            if row := others.get(relation.claim):
                said = f"{relation.kind} this" if relation.incoming else f"this {relation.kind}"
                date = heading(row.heading)
                yield Contradiction(row.id, said, date, row.flag, row.origin, row.quote)

    # -- out of the screen --------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the words marked in the source, else the claim with where it stands."""
        view, marked = self.reading.document, self.source.marked
        if view and marked:
            self.app.copy_to_clipboard(printable(marked.cut(view.text)))
            self.say("Copied the marked words.")
        elif (card := self.card()) and (view := self.document(card.row.document)):
            self.app.copy_to_clipboard(citation(card, view))
            self.say("Copied the claim and where it stands.")

    def action_open_source(self) -> None:
        """Open the source's address in a browser."""
        view = self.document(self.row.document) if self.row else None
        if view is None or not is_web(view.url):
            self.say("This document has no web address.")
        else:
            self.app.open_url(view.url)
            self.say(f"Asked the browser for {view.url}")

    def action_export(self) -> None:
        """Write what is shown, or what is selected, to a file."""
        from tui.screens.export import ExportDialog

        dialog = ExportDialog(
            claims=len(self.view.window),
            selected=len(self.selection),
            path=str(Path.cwd() / "claims.csv"),
            exists=lambda path: Path(path).expanduser().exists(),
        )
        self.ask(dialog, self._export)

    @work(thread=True, group="export")
    def _export(self, choice: ExportChoice) -> None:
        from store.export import FORMATS, written

        wanted = replace(self.filter, selected=self.selection)
        if choice.selected:
            wanted = Filter((Term("is", "selected"),), scope="all", selected=self.selection)
        path = Path(choice.path).expanduser()
        try:
            with self.store.worker() as store, written(path) as out:
                claims = FORMATS[choice.format].write(store, wanted, out)
        except (OSError, StoreError) as error:
            words = f"{path}: {error.strerror}." if isinstance(error, OSError) else str(error)
            self.app.call_from_thread(self.say, words, problem=True)
        else:
            self.app.call_from_thread(self.say, f"{grouped(claims)} claims are in {path}.")

    def action_journal(self) -> None:
        """Every decision so far."""
        from store.journal import log
        from tui.screens.journal import JournalDialog

        self.app.push_screen(JournalDialog(log(self.store)))


def _wording(hop: CardHop, card: ClaimCard, view: DocumentView) -> str:
    """The words for a hop, with its cue where that stands beside them."""
    if hop.span is None:
        return ""
    cue = card.cue or hop.span
    start, end = min(hop.span.start, cue.start), max(hop.span.end, cue.end)
    apart = end - start - len(hop.span.cut(view.text)) - len(cue.cut(view.text))
    return view.text[start:end] if apart <= 1 else hop.span.cut(view.text)


def is_web(url: str) -> bool:
    """Whether an address is one for a browser, and no more than that."""
    return re.fullmatch(r"https?://[^\s\x00-\x20\x7f-\x9f]+", url) is not None


def citation(card: ClaimCard, view: DocumentView) -> str:
    """The claim's words and where they stand, for another text: no borders, no marks."""
    where = [view.source, view.title, published_words(view.published), view.url]
    lines = [f"“{printable(card.row.quote)}”", ", ".join(printable(part) for part in where if part)]
    return "\n".join([*lines, f"{card.row.edtf or 'no date'} · {card.row.flag} · {card.row.key}"])
