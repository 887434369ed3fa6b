"""Vocabulary as data: TOML files by language and topic, with a user's own files laid over them.

A shipped file is ``store/lexicons/LANGUAGE/TOPIC.toml``; a user's file of the same name under the
overlay folder is merged over it: tables merge, lists grow, anything else is replaced.

>>> sorted(read("dates", "en"))[:1] != []
True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from store.conflict import ConflictError

SHIPPED = Path(__file__).parent / "lexicons"


class LexiconError(ConflictError):
    """A vocabulary file that cannot be used: which, at what line (0: the file), and why."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(path, line, problem)
        self.path, self.line, self.problem = path, line, problem

    def __str__(self) -> str:
        at = f", line {self.line}" if self.line else ""
        return f"{self.path}{at}: {self.problem}"


def read(topic: str, language: str, overlay: Path | None = None) -> dict[str, Any]:
    """The entries of a topic in a language, the user's laid over ours.

    Raises LexiconError for a file that is no TOML or whose entries do not fit ours in type.
    """
    merged: dict[str, Any] = {}
    for path in files(topic, language, overlay):
        merged = _merge(merged, _parse(path), path)
    return merged


def files(topic: str, language: str, overlay: Path | None = None) -> Iterator[Path]:
    """The files that make up a topic in a language, ours first."""
    for root in (SHIPPED, overlay):
        if root is not None and (path := root / language / f"{topic}.toml").is_file():
            yield path


def languages(topic: str, overlay: Path | None = None) -> tuple[str, ...]:
    """The languages that have a file on a topic, in alphabetical order."""
    roots = [SHIPPED] if overlay is None else [SHIPPED, overlay]
    return tuple(sorted({p.parent.name for root in roots for p in root.glob(f"*/{topic}.toml")}))


def unread(path: Path) -> LexiconError | None:
    """The first setting of a user's file that nothing reads, misspelt perhaps.

    The parts of a topic are those that ours have in some language; places have areas of any name,
    and cues classes of any name, whose settings are known.
    """
    topic, classes = path.stem, path.stem == "cues"
    shipped = [_parse(ours) for ours in sorted(SHIPPED.glob(f"*/{topic}.toml"))]
    known = {key for file in shipped for key in _settings(file, classes)}
    if path.parent.name == "world" or not shipped:
        return None
    for key in _settings(_parse(path), classes):
        if key not in known:
            said = ", ".join(sorted(known))
            return LexiconError(path, line_of(path, key), f"nothing reads {key}; there is: {said}")
    return None


def _settings(file: Mapping[str, Any], classes: bool) -> list[str]:
    """The parts of a file; of one that is made of classes, all that these have."""
    parts = [part for part in file.values() if isinstance(part, dict)] if classes else [file]
    return [key for part in parts for key in part]


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        end = path.read_text("utf-8").rstrip().count("\n") + 1  # "at end of document" has no number
        raise LexiconError(path, int(found[1]) if found else end, str(error)) from error
    except UnicodeDecodeError as error:
        raise LexiconError(path, 0, f"is not UTF-8 ({error.reason})") from error


def _merge(ours: Mapping[str, Any], theirs: Mapping[str, Any], path: Path) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in theirs.items():
        if key in merged:
            merged[key] = _joined(merged[key], value, key, path)
        else:
            merged[key] = _of_a_kind(ours.values(), value, key, path)
    return merged


def _joined(old: Any, new: Any, key: str, path: Path) -> Any:
    _of_a_kind([old], new, key, path)
    if isinstance(old, dict):
        return _merge(old, new, path)
    if isinstance(old, list):
        return old + [_of_a_kind(old, item, key, path) for item in new if item not in old]
    return new


def _of_a_kind(others: Iterable[Any], new: Any, key: str, path: Path) -> Any:
    """What is new, if those beside it are of no one kind or it is of theirs; or raise."""
    others = list(others)
    kinds = {type(each): each for each in others}
    if len(kinds) == 1 and type(new) not in kinds:
        problem = f"{key} must be {_kind(others[0])}, not {_kind(new)}"
        raise LexiconError(path, line_of(path, key), problem)
    for name, value in new.items() if isinstance(new, dict) else ():
        beside = [each[name] for each in others if isinstance(each, dict) and name in each]
        _of_a_kind(beside, value, name, path)
    for item in new if isinstance(new, list) else ():
        listed = [one for each in others if isinstance(each, list) for one in each]
        _of_a_kind(listed, item, key, path)
    return new


def _kind(value: Any) -> str:
    """What a value is called by somebody who edits the file."""
    kinds = {dict: "a table", list: "a list", str: "a text", bool: "true or false", int: "a number"}
    return kinds.get(type(value), type(value).__name__)


def line_of(path: Path, key: str) -> int:
    """The line on which a key is set in a file, 0 if it is not found there."""
    setting = re.compile(rf"\s*\[*\[?[\w.\"]*\b{re.escape(key)}\b")
    lines = path.read_text("utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if setting.match(line)), 0)
