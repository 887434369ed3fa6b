"""The settings file: what it may hold, and words for what is wrong with it.

    # ~/.config/conflict-tui/settings.toml
    [limits]
    text = 20_000_000      # characters of one document

>>> configured(Path("/none")).limits == Limits()
True
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from store.errors import ConflictError
from store.limits import Limits

TABLES = ("limits",)


@dataclass(eq=False)
class SettingsError(ConflictError):
    """A settings file that cannot be used: which, at what line (0: the file), what was expected."""

    path: Path
    line: int
    problem: str

    def __str__(self) -> str:
        at = f", line {self.line}" if self.line else ""
        return f"{self.path}{at}: {self.problem}."


@dataclass(frozen=True, slots=True)
class Configured:
    """What a person has set, the rest being as we ship it."""

    limits: Limits = field(default_factory=Limits)


def configured(path: Path) -> Configured:
    """What a settings file says; all as shipped where there is none. Raises SettingsError."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Configured()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise SettingsError(path, 0, f"cannot be read: {why}") from error
    tables = _parsed(path, text)
    for name, table in tables.items():
        if name not in TABLES or not isinstance(table, dict):
            expected = ", ".join(f"[{each}]" for each in TABLES)
            raise SettingsError(path, _line(text, name), f"“{name}” is no table of {expected}")
    return Configured(_limits(path, text, tables.get("limits", {})))


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.rstrip().count("\n") + 1
        problem = re.sub(r" \(at [^()]*\)", "", str(error))
        raise SettingsError(path, line, f"it is no TOML: {problem}") from error


def _limits(path: Path, text: str, table: dict[str, Any]) -> Limits:
    names = [each.name for each in fields(Limits)]
    for name, value in table.items():
        if name not in names:
            problem = f"there is no limit “{name}”; expected is one of {', '.join(names)}"
            raise SettingsError(path, _line(text, name), problem)
        if type(value) is not int or value < 1:
            problem = f"{name} must be a whole number above 0, as in {name} = {_shipped(name)}"
            raise SettingsError(path, _line(text, name), problem)
    return Limits(**table)


def _shipped(name: str) -> str:
    return f"{getattr(Limits(), name):_}"


def _line(text: str, name: str) -> int:
    """The line on which a table begins or a key is set; 0 if it is not found."""
    begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}\b")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if begins.match(line)), 0)
