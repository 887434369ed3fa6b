"""Every command once: its keys, what it is called, when it can run.

Bindings, footer, palette and help page follow from this table; nothing else knows a key.

>>> [command.id for command in COMMANDS if "v" in command.keys]
['verdict']
>>> reason(BY_ID["verdict"], Situation(claims=3, readonly=True))
'This store is open for reading only.'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Place = Literal["screen", "timeline", "source", "card", "histogram", "welcome"]
Need = Literal["claim", "writing", "peace", "marked", "search", "empty"]

_KEY_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


class Situation(NamedTuple):
    """What decides whether a command can run: counts and switches, no widgets.

    ``acting`` says on what something is being decided, "" where nothing is.
    """

    claims: int = 0
    readonly: bool = False
    marked: bool = False
    search: bool = False
    empty: bool = False
    acting: str = ""


class Command(NamedTuple):
    """One thing a person can do.

    ``id`` names the action, ``place`` the panel in which its ``keys`` work ("screen": in all).
    ``title`` is its name in the palette, ``help`` its line on the help page. ``bar`` is its word
    in the footer, if it stands there, and ``mate`` a command whose key is shown beside its own.
    ``takes_key`` where the action wants to know which of its keys was pressed; ``whole`` where it
    waits for the whole list, when only the claims around the cursor are there yet.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    bar: str = ""
    mate: str = ""
    takes_key: bool = False
    whole: bool = False
    needs: tuple[Need, ...] = ()
    group: str = ""
    place: Place = "screen"

    @property
    def shown(self) -> str:
        """Its first key as a person would write it, and its mate's: ``Enter``, ``^d``, ``j/k``."""
        own = key_name(self.keys[0])
        return f"{own}/{BY_ID[self.mate].shown}" if self.mate else own


def key_name(key: str) -> str:
    """A key as a person would write it.

    >>> key_name("ctrl+d"), key_name("pagedown"), key_name("G")
    ('^d', 'PgDn', 'G')
    """
    if key.startswith("ctrl+"):
        return f"^{key_name(key.removeprefix('ctrl+'))}"
    if key.startswith("shift+"):
        return f"⇧{key_name(key.removeprefix('shift+'))}"
    return _KEY_NAMES.get(key, key)


def key_names(command: Command) -> tuple[str, ...]:
    """All its keys as a person would write them; digits in a row as ``1–9``.

    >>> key_names(BY_ID["chip"]), key_names(BY_ID["page_down"])
    (('1–9',), ('PgDn', '^f'))
    """
    if len(command.keys) > 2 and all(key.isdigit() for key in command.keys):
        return (f"{command.keys[0]}–{command.keys[-1]}",)
    return tuple(key_name(key) for key in command.keys)


def reason(command: Command, situation: Situation) -> str:
    """Why the command cannot run now, as a sentence; empty when it can."""
    lacking: Mapping[Need, tuple[bool, str]] = {
        "writing": (situation.readonly, "This store is open for reading only."),
        "peace": (
            bool(situation.acting),
            f"{situation.acting} are being decided on; Esc stops.",
        ),
        "claim": (situation.claims == 0, "There is no claim here to act on."),
        "marked": (not situation.marked, "Mark the claim's words in the source first, with Space."),
        "empty": (not situation.empty, "The demo is offered where a store is empty."),
        "search": (not situation.search, "Nothing is searched for; / starts a search."),
    }
    return next((lacking[need][1] for need in command.needs if lacking[need][0]), "")


def _command(
    id_: str, keys: str, title: str, help_: str, *, bar: str = "", mate: str = ""
) -> Command:
    return Command(id_, tuple(keys.split()), title, help_, bar, mate)


def _group(
    group: str, place: Place, needs: tuple[Need, ...], *commands: Command
) -> Iterable[Command]:
    return (c._replace(group=group, place=place, needs=(*needs, *c.needs)) for c in commands)


def _needing(need: Need, command: Command) -> Command:
    return command._replace(needs=(need,))


def _knowing_key(command: Command) -> Command:
    return command._replace(takes_key=True)


def _whole(command: Command) -> Command:
    return command._replace(whole=True)


_C = _command

COMMANDS: tuple[Command, ...] = (
    *_group(
        "Move",
        "timeline",
        (),
        _C("down", "j down", "down", "next claim", bar="move", mate="up"),
        _C("up", "k up", "up", "previous claim"),
        _C("page_down", "pagedown ctrl+f", "page down", "one page down"),
        _C("page_up", "pageup ctrl+b", "page up", "one page up"),
        _C("half_down", "ctrl+d", "half a page down", "half a page down"),
        _C("half_up", "ctrl+u", "half a page up", "half a page up"),
        _whole(_C("first", "g home", "first claim", "first claim")),
        _whole(_C("last", "G end", "last claim", "last claim")),
        _whole(_C("next_day", "]", "next date", "next date heading")),
        _whole(_C("previous_day", "[", "previous date", "previous date heading")),
        _whole(_C("next_month", "}", "next month", "next month")),
        _whole(_C("previous_month", "{", "previous month", "previous month")),
    ),
    *_group(
        "Move",
        "screen",
        ("claim",),
        _C("jump", "J", "jump to a date", "jump to a date: aug 2, 2025-07, yesterday"),
        _C("next_unseen", "U", "next unseen", "next claim you have not seen"),
    ),
    *_group(
        "Move",
        "timeline",
        ("claim",),
        _C("read", "enter l right", "read", "into the source, to read and to mark", bar="source"),
    ),
    *_group(
        "Find",
        "screen",
        (),
        _C("search", "/", "search", 'search as you type: words, "phrases", begin*', bar="search"),
        _needing("search", _C("next_hit", "n", "next hit", "next hit of the search")),
        _needing("search", _C("previous_hit", "N", "previous hit", "previous hit of the search")),
        _needing("search", _C("only_hits", "&", "hits only", "show the hits alone")),
        _C("filter", "f", "filter", "choose flags, tags, sources, places, dates", bar="filter"),
        _C("filter_line", "F", "filter line", 'write a filter: flag:denied place:"Chasiv Yar"'),
        _C(
            "chip", "1 2 3 4 5 6 7 8 9", "switch filter", "switch a filter off, and on again"
        )._replace(takes_key=True),
        _C("only_selected", "S", "selected only", "show the selected claims alone, and back"),
        _C("analysis", "A", "analysis", "analysis, forecasts, reactions on and off"),
        _C("fold", "z", "fold", "fold what several documents tell, or show each"),
        _C("take_in", "R", "take in", "take in what was loaded meanwhile"),
        _C("order", "o", "order", "newest first, or oldest first"),
    ),
    *_group(
        "Select",
        "timeline",
        ("claim",),
        _C("select", "space", "select", "select the claim, or no longer"),
        _whole(_C("select_range", "V", "select a range", "select a range: V, move, V")),
        _whole(_C("select_all", "ctrl+a", "select all", "select every claim shown")),
    ),
    *_group(
        "Judge and tag",
        "screen",
        ("writing", "peace", "claim"),
        _C("tag", "t", "tag", "add tags; -tag removes one", bar="tag"),
        _C("verdict", "v", "verdict", "your verdict", bar="verdict"),
        _C("note", "m", "note", "your note"),
        _C("grade", "r", "grade", "Admiralty grade: source A–F, claim 1–6"),
        _C("event_date", "e", "event date", "correct the event date by hand"),
        _C("publication", "p", "publication date", "the publication date of the document"),
        _C("correct", "C", "correct", "correct place, chain or wording by hand"),
        _C("hide", "H", "hide", "hide what is no claim, or show it again"),
        _C("forget", "X", "forget", "forget the whole document"),
    ),
    *_group(
        "Judge and tag",
        "screen",
        ("writing", "peace"),
        _C("undo", "u", "undo", "take back the last decision", bar="undo"),
        _C("redo", "ctrl+r", "redo", "make it again"),
    ),
    *_group(
        "Look closer",
        "screen",
        ("claim",),
        _C("why", "w", "why", "why this date", bar="why"),
        _C("chain", "c", "chain", "through whom it reached us"),
        _C("editions", "D", "editions", "editions of the document, and its copies elsewhere"),
        _C("contradictions", "x", "related", "claims that contradict or repeat this one"),
        _C("copy", "y", "copy", "copy the claim, or the words marked"),
        _C("open_source", "O", "open address", "open the source's address in a browser"),
        _C("export", "E", "export", "write what is shown to a file"),
    ),
    *_group(
        "In the source",
        "source",
        (),
        _C("line_down", "j down", "line down", "one line down", bar="lines", mate="line_up"),
        _C("line_up", "k up", "line up", "one line up"),
        _C("word_left", "h left", "word left", "one word left", bar="words", mate="word_right"),
        _C("word_right", "l right", "word right", "one word right"),
        _C("letter_right", "shift+right", "letter right", "one letter right"),
        _C("letter_left", "shift+left", "letter left", "one letter left"),
        _C("text_page_down", "pagedown ctrl+f", "page down", "one page down"),
        _C("text_page_up", "pageup ctrl+b", "page up", "one page up"),
        _C("text_half_down", "ctrl+d", "half a page down", "half a page down"),
        _C("text_half_up", "ctrl+u", "half a page up", "half a page up"),
        _C("text_start", "g home", "start", "start of the document"),
        _C("text_end", "G end", "end", "end of the document"),
        _C("mark", "space", "mark", "begin to mark words here, or stop", bar="mark"),
        _C("follow", "enter", "this claim", "go to the claim under the cursor", bar="this claim"),
    ),
    *_group(
        "In the source",
        "source",
        ("writing", "peace", "marked"),
        _C("add", "a", "add", "add the marked words as a claim", bar="add claim"),
    ),
    *_group(
        "Screen",
        "card",
        (),
        _C(
            "card_down",
            "j down",
            "card down",
            "one line of the card down",
            bar="lines",
            mate="card_up",
        ),
        _C("card_up", "k up", "card up", "one line of the card up"),
    ),
    *_group(
        "In the bars",
        "histogram",
        ("claim",),
        _C("bar_left", "h left", "bar left", "one bar to the left", bar="bars", mate="bar_right"),
        _C("bar_right", "l right", "bar right", "one bar to the right"),
        _C("finer", "k up", "finer", "finer: months, weeks, days", bar="finer", mate="coarser"),
        _C("coarser", "j down", "coarser", "coarser: weeks, months, years"),
        _C("range", "space", "range", "begin a range of days here, or give it up", bar="range"),
        _C("only_range", "enter", "these days", "show these days alone", bar="these days"),
    ),
    *_group(
        "Screen",
        "welcome",
        ("empty",),
        _C("demo", "enter", "demo", "open the demo, from an empty store", bar="demo"),
    ),
    *_group(
        "Screen",
        "screen",
        (),
        _C("next_panel", "tab", "next panel", "next panel"),
        _C("previous_panel", "shift+tab", "previous panel", "previous panel"),
        _C("bars", "b", "bars", "into the bars over the timeline, and back"),
        _C("zoom", "+", "zoom", "this panel on the whole screen, and back"),
        _C("narrower", "<", "smaller timeline", "a smaller timeline"),
        _C("wider", ">", "larger timeline", "a larger timeline"),
        _C(
            "back",
            "escape",
            "back",
            "stop, close; then clear selection, search, filters",
        ),
        _C("journal", "L", "journal", "every decision so far"),
        _C("theme", "T", "light or dark", "light or dark"),
        _C("help", "?", "help", "all keys", bar="help"),
        _C("palette", "ctrl+p", "palette", "every command by name"),
        _C("quit", "q", "quit", "leave; everything is saved"),
    ),
)
"""Every command, in the order of the help page."""

BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})
"""The commands by their id."""
