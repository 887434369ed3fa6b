"""The palette: every command by its name; those that cannot run now are left out.

>>> issubclass(Palette, Provider)
True
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.commands import COMMANDS, Command, key_name, reason

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Palette(Provider):
    """Offers the commands of the main screen."""

    async def discover(self) -> Hits:
        """All of them, in the order of the help page."""
        for command, key in self._offered():
            yield DiscoveryHit(_title(command, key), self._run(command, key), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or help fits what is typed."""
        matcher = self.matcher(query)
        for command, key in self._offered():
            title = _title(command, key)
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            if score > 0:
                shown = matcher.highlight(title)
                yield Hit(score, shown, self._run(command, key), help=command.help)

    @property
    def _main(self) -> MainScreen:
        return cast("MainScreen", self.screen)

    def _offered(self) -> Iterator[tuple[Command, str]]:
        """Every command that can run, with its key; one that takes its key, with each of them."""
        situation = self._main.situation
        for command in COMMANDS:
            if command.id == "palette" or reason(command, situation):
                continue
            for key in command.keys if command.takes_key else command.keys[:1]:
                yield command, key

    def _run(self, command: Command, key: str) -> Callable[[], None]:
        return partial(self._main.action_run, command.id, key)


def _title(command: Command, key: str) -> str:
    return f"{command.title}  {key_name(key)}"
