"""The main screen: header, timeline, source, card, a line to type in, footer.

Every key comes through ``action_run``, which says why a command cannot run, or finds its action:
on the panel that the command belongs to, else here.

>>> MainScreen.HORIZONTAL_BREAKPOINTS[-1]
(100, '-wide')
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus
from textual.reactive import var
from textual.widget import Widget

from store.numbers import grouped
from store.plain import printable
from store.query import Chosen
from store.timeline import day_of, heading
from tui.card import published_words
from tui.commands import BY_ID, COMMANDS, Place, Situation, key_names, reason
from tui.keys import bindings
from tui.remembered import SHARES
from tui.screens.finding import Finding
from tui.screens.ledger import Ledger
from tui.screens.looking import Looking
from tui.shown import Reading, Standing
from tui.widgets.card import CardPanel
from tui.widgets.footer import CommandBar
from tui.widgets.header import HeaderLine
from tui.widgets.histogram import HistogramLine
from tui.widgets.line import Line
from tui.widgets.source import SourceText
from tui.widgets.stepping import Stepping
from tui.widgets.timeline import Timeline
from tui.widgets.welcome import Welcome

WIDE, HIGH = 100, 20
WIDTHS = [(0, "-narrow"), (WIDE, "-wide")]
HEIGHTS = [(0, "-short"), (HIGH, "-high")]
PANELS: tuple[Place, ...] = ("timeline", "source", "card")


class MainScreen(Finding, Looking):
    """Composes the panels and lets them share the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("screen")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "#timeline"

    place: var[Place] = var[Place]("timeline")
    heading: var[str] = var("")
    day: var[str] = var("")
    ranging: var[bool] = var(False)
    share: var[int] = var(55, init=False)
    standing: var[Standing] = var(Standing)

    def __init__(self) -> None:
        super().__init__()
        # As place and size will have it: each change of a class works out all styles anew, 50 ms.
        width, height = self.app.size
        looks = "-wide" if width >= WIDE else "-narrow", "-high" if height >= HIGH else "-short"
        self.add_class("-on-timeline", *looks, update=False)

    def compose(self) -> ComposeResult:
        """The panels, each bound to what it shows."""
        yield HeaderLine(id="header").data_bind(MainScreen.standing)
        yield HistogramLine(id="histogram").data_bind(Ledger.histogram, MainScreen.day)
        with Container(id="panels"):
            yield Timeline(id="timeline").data_bind(Ledger.view, Ledger.selection, Ledger.hits)
            with Container(id="reader"):
                yield SourceText(id="source").data_bind(Ledger.reading)
                yield CardPanel(id="card").data_bind(Ledger.reading)
        yield Welcome(id="welcome")
        yield Line(id="line")
        yield CommandBar(id="bar").data_bind(MainScreen.place)

    def on_mount(self) -> None:
        """Name the panels and begin on the timeline."""
        self.watch(self.timeline, "cursor", self._tell_place, init=False)
        self.query_one(Welcome).store_path = str(self.store.path)
        self.timeline.border_title = "timeline"
        self.query_one(CardPanel).border_title = "claim"
        self.share = self.desk.remembered.share
        self._share_out()

    # -- commands -----------------------------------------------------------------------------

    @property
    def situation(self) -> Situation:
        """What the commands look at to know whether they can run."""
        return Situation(
            claims=len(self.view.window),
            readonly=self.store.readonly,
            marked=self.source.marked is not None,
            search=bool(self.hits.search),
            empty=self.has_class("-empty"),
            acting=self.acting,
        )

    def action_run(self, id: str, key: str) -> None:
        """Run a command, or say why it cannot run."""
        command = BY_ID[id]
        if why := reason(command, self.situation):
            self.say(why, problem=True)
            return
        if command.whole and not self.view.window.whole:
            self.on_whole(partial(self.action_run, id, key))
            return
        if not hasattr(Stepping, f"action_{id}"):
            self.timeline.follow()
        panel: Widget = self if command.place == "screen" else self.query_one(f"#{command.place}")
        act = getattr(panel, f"action_{id}", None) or getattr(self, f"action_{id}")
        act(*([key] if command.takes_key else []))
        self.ranging = self.timeline.ranging

    @on(CommandBar.Clicked)
    def _command_clicked(self, event: CommandBar.Clicked) -> None:
        self.action_run(event.command.id, event.command.keys[0])

    def action_help(self) -> None:
        """All keys; Enter on one runs it."""
        from tui.screens.help import HelpDialog

        shown = [command._replace(keys=key_names(command)) for command in COMMANDS]
        self.ask(HelpDialog(shown), lambda id: self.action_run(id, BY_ID[id].keys[0]))

    def action_palette(self) -> None:
        """Every command by name."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Light or dark."""
        self.desk.turn_theme()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    @on(Welcome.DemoWanted)
    def _demo_wanted(self) -> None:
        self.desk.exit("demo")

    def action_back(self) -> None:
        """Close the topmost thing; then clear selection, search, filters, one after the other."""
        if self.acting:
            self.desk.stop_acting()
        elif self.source.marked:
            self.source.unmark()
        elif self.has_class("-zoomed"):
            self.action_zoom()
        elif self.place != "timeline":
            self.go_panel("timeline")
        elif self.selection:
            self.timeline.end_range()
            self.desk.selection = Chosen()
        elif self.hits.search:
            self.search("")
        elif self.filter.terms:
            self.narrow(replace(self.filter, terms=()))

    # -- panels -------------------------------------------------------------------------------

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        if event.widget.id in (*PANELS, "histogram", "welcome"):
            self.place = event.widget.id

    def watch_place(self, place: Place) -> None:
        """Tell the style sheet which panel is in use: a zoomed or short screen shows it alone."""
        for panel in (*PANELS, "histogram"):
            self.set_class(panel == place, f"-on-{panel}", update=False)
        if self.is_mounted:
            self.update_node_styles()

    def go_panel(self, place: Place) -> None:
        """Move into a panel, which may have to be shown first; an empty store has but one."""
        place = "welcome" if self.has_class("-empty") else place
        self.place = place
        self.call_after_refresh(self.query_one(f"#{place}").focus)

    def action_bars(self) -> None:
        """Into the bars, and back."""
        self.go_panel("timeline" if self.place == "histogram" else "histogram")

    def action_next_panel(self) -> None:
        """Next panel."""
        self._step_panel(1)

    def action_previous_panel(self) -> None:
        """Previous panel."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        here = PANELS.index(self.place) if self.place in PANELS else 0
        self.go_panel(PANELS[(here + step) % len(PANELS)])

    @on(Timeline.Opened)
    def action_read(self) -> None:
        """Into the source."""
        self.go_panel("source")

    def action_zoom(self) -> None:
        """The panel alone, or all again."""
        self.toggle_class("-zoomed")
        self._share_out()

    def action_narrower(self) -> None:
        """A smaller timeline."""
        self._resize(-1)

    def action_wider(self) -> None:
        """A larger timeline."""
        self._resize(1)

    def _resize(self, step: int) -> None:
        place = SHARES.index(self.share) + step
        self.share = SHARES[max(0, min(place, len(SHARES) - 1))]
        self.desk.keep(self.desk.remembered._replace(share=self.share))

    def watch_share(self) -> None:
        """Another share of the screen."""
        self._share_out()

    def on_resize(self) -> None:
        """Side by side, or one above the other."""
        self._share_out()

    def _share_out(self) -> None:
        """The timeline takes its share of the width; of the height where panels are stacked."""
        alone = self.has_class("-short") or self.has_class("-zoomed")
        wide, share = self.has_class("-wide"), f"{self.share}%"
        styles = self.timeline.styles
        styles.width = share if wide and not alone else "100%"
        styles.height = "100%" if wide or alone else share

    # -- what header and titles tell ----------------------------------------------------------

    def compute_standing(self) -> Standing:
        """What the header tells."""
        return Standing(
            shown=len(self.view.window) if self.view.window.whole else self.counted,
            total=self.total,
            selected=len(self.selection),
            ranging=self.ranging,
            search=self.hits.search,
            hits=len(self.hits) if self.hits.counted else None,
            filter=self.filter,
            place=self.heading,
            readonly=self.desk.store.readonly,
            arrived=self.arrived,
            acting=f"{self.acting} {self.acted} %" if self.acting else "",
        )

    def _tell_place(self, position: int) -> None:
        window = self.view.window
        if not len(window):
            self.heading = self.day = ""
        else:
            under = window.lines.number_of(position)
            self.day = day_of(under)
            number = f"{grouped(position + 1)}/{grouped(len(window))}" if window.whole else "…"
            self.heading = f"{heading(under)}  {number}"
        self._show_welcome()

    def _show_welcome(self) -> None:
        """The page of an empty store, in place of the panels."""
        empty = not self.total and not self.filter.terms and self.filter.scope == "timeline"
        changed = empty != self.has_class("-empty")
        self.set_class(empty, "-empty")
        if changed:
            self.go_panel("timeline")

    def watch_reading(self, reading: Reading) -> None:
        """Where the text comes from and when it was published, on the border."""
        if view := reading.document:
            self.source.border_title = Content(printable(view.source))
            self.source.border_subtitle = Content(published_words(view.published))
        elif self.is_mounted:
            self.source.border_title, self.source.border_subtitle = "source", ""
