"""From commands to what Textual wants: the bindings of a widget, an entry of the palette.

>>> [binding.key for binding in bindings("timeline") if "next_day" in binding.action]
['right_square_bracket']
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, Command, Place


def bindings(place: Place) -> list[BindingType]:
    """The bindings of the widget that ``place`` names, one for every key of its commands.

    Each runs the command through the screen, which says why when it cannot run.
    """
    return [
        binding
        for command in COMMANDS
        if command.place == place
        for key in command.keys
        for binding in _binding(command, key)
    ]


def _binding(command: Command, key: str) -> list[Binding]:
    run = f"screen.run('{command.id}', '{key}')"
    made = Binding(key, run, command.title, show=False, id=f"{command.id}.{key}")
    return list(Binding.make_bindings([made]))
