"""The tag dialog (`t`): several tags at once, `-tag` removes, known tags complete what is typed.

>>> read_tags("key, -old to-call")
TagChange(add=('key', 'to-call'), remove=('old',))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from store.numbers import grouped
from store.plain import printable
from store.query import Facet
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, words
from tui.widgets.typing import TypedLine

_LAST = re.compile(r"(?:^|[\s,])(-?)#?([^\s,]*)$")
SHOWN = 200


@dataclass(frozen=True, slots=True)
class TagChange:
    """The tags to add and those to remove, in the order typed."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def read_tags(line: str) -> TagChange:
    """What a typed line asks for; spaces and commas part tags.

    A tag named twice counts as it was named last.
    """
    wanted: dict[str, bool] = {}
    for word in re.split(r"[\s,]+", printable(line)):
        tag = word.removeprefix("-").removeprefix("#")
        wanted.pop(tag, None)
        wanted[tag] = not word.startswith("-")
    wanted.pop("", None)
    return TagChange(
        tuple(tag for tag, on in wanted.items() if on),
        tuple(tag for tag, on in wanted.items() if not on),
    )


def completed(line: str, tag: str) -> str:
    """The line with its last word replaced by a whole tag, ready for the next one.

    >>> completed("key -o", "old-news")
    'key -old-news '
    """
    found = _LAST.search(line)
    start, minus = (found.start(1), found[1]) if found else (len(line), "")
    return f"{line[:start]}{minus}{tag} "


def last_word(line: str) -> tuple[bool, str]:
    """Whether the word being typed removes, and that word, small letters."""
    found = _LAST.search(line)
    return (bool(found[1]), found[2].casefold()) if found else (False, "")


class TagDialog(Dialog[TagChange]):
    """Tag the subject, ``claims`` claims; ``known`` are all tags, ``stand`` tells theirs.

    Each tag comes with the number of claims that have it.
    """

    heading = "Tags"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("tag"),
        Binding("tab", "complete", "complete", priority=True),
        Binding("down", "suggest(1)", show=False, priority=True),
        Binding("up", "suggest(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        subject: str,
        claims: int,
        known: Sequence[Facet] = (),
        current: Sequence[Facet] | None = None,
    ) -> None:
        super().__init__(subject)
        self.claims, self.known, self.current = claims, known, current
        self._suggested: tuple[Facet, ...] = ()
        self._moved = False

    def body(self) -> ComposeResult:
        """The tags that stand, the line to type, what it comes to, and the known tags."""
        yield Static(self._standing(), id="standing")
        yield TypedLine(placeholder="key  to-call  -old", id="typed", compact=True)
        yield Static(id="outcome", classes="quiet")
        suggestions = Choices((), id="suggestions")
        suggestions.can_focus = False
        yield suggestions

    def on_mount(self) -> None:
        """Suggest before the first key."""
        self._suggest("")

    def stand(self, current: Sequence[Facet]) -> None:
        """These are the subject's tags; told when they are known."""
        self.current = current
        if self.is_attached:
            self.query_one("#standing", Static).update(self._standing())
            self._suggest(self.query_one("#typed", Input).value)

    @on(Input.Changed, "#typed")
    def follow(self, event: Input.Changed) -> None:
        """Keep suggestions and outcome in step with the line."""
        self._suggest(event.value)

    def action_suggest(self, step: int) -> None:
        """Move the cursor in the suggestions; Enter then completes."""
        choices = self.query_one("#suggestions", Choices)
        choices.action_move("down" if step > 0 else "up")
        self._moved = choices.highlighted is not None

    def action_complete(self) -> None:
        """Put the suggestion under the cursor in place of the word being typed."""
        at = self.query_one("#suggestions", Choices).highlighted
        if at is None:
            return
        line = self.query_one("#typed", Input)
        line.value = completed(line.value, self._suggested[at].value)
        line.cursor_position = len(line.value)

    def action_accept(self) -> None:
        """Complete where the cursor was moved into the suggestions, else give the change."""
        if self._moved:
            self.action_complete()
            return
        change = read_tags(self.query_one("#typed", Input).value)
        self.dismiss(change if change != TagChange() else None)

    def clicked(self, name: str) -> None:
        """A click on a suggestion completes."""
        del name
        self.action_complete()

    def _suggest(self, line: str) -> None:
        self._moved = False
        removing, typed = last_word(line)
        pool = (self.current or ()) if removing else self.known
        self._suggested = matching(pool, typed)
        self.query_one("#suggestions", Choices).show(
            Content.assemble(words(row.value), (f"  {grouped(row.claims)}", "dim"))
            for row in self._suggested
        )
        self.query_one("#outcome", Static).update(outcome(read_tags(line)))

    def _standing(self) -> Content:
        if not self.current:
            told = "looking for tags…" if self.current is None else "no tags yet"
            return Content.styled(told, "dim")
        shown = (
            row.value
            if row.claims == self.claims
            else f"{row.value} ({grouped(row.claims)} of {grouped(self.claims)})"
            for row in self.current
        )
        return Content.assemble(("now  ", "dim"), words("  ".join(shown)))


def matching(pool: Sequence[Facet], typed: str) -> tuple[Facet, ...]:
    """The tags that hold what is typed: those that begin with it first, then the more used."""
    held = (row for row in pool if typed in row.value.casefold())
    ranked = sorted(held, key=lambda row: (not row.value.casefold().startswith(typed), -row.claims))
    return tuple(ranked[:SHOWN])


def outcome(change: TagChange) -> Content:
    """What Enter will do, in words."""
    parts = [("adds", change.add), ("removes", change.remove)]
    said = [f"{verb} {', '.join(tags)}" for verb, tags in parts if tags]
    return words(" · ".join(said) or "spaces part tags, -tag removes")
