"""Every regular expression of ``store`` and ``tui``: those written out and those that are made.

A call of ``re`` whose pattern is a literal is read from the source. Any other is watched in a
process of its own that imports everything and reads the sample articles:

    python -m tests.regexes.found       the made ones, a line of JSON each
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
ANCHORED = {"match", "fullmatch"}


@dataclass(frozen=True)
class Site:
    """A call of ``re``: where it is, and its pattern if that is written out.

    ``anchored`` where the match begins at one place only: nothing is searched for.
    """

    path: str
    line: int
    end: int
    pattern: re.Pattern[Any] | None
    anchored: bool

    @property
    def name(self) -> str:
        """Where it is, to be clicked on."""
        return f"{self.path}:{self.line}"


def sites() -> Iterator[Site]:
    """Every call of ``re`` in the two packages."""
    sources = [path for room in ("store", "tui") for path in sorted((ROOT / room).rglob("*.py"))]
    for path in sources:
        tree = ast.parse(path.read_text("utf-8"))
        used = _uses(tree)
        for node, name in _calls(tree):
            how = used.get(name, set()) if name else {_attribute(node)}
            place = str(path.relative_to(ROOT))
            last = node.end_lineno or node.lineno
            yield Site(place, node.lineno, last, _literal(node), bool(how) and how <= ANCHORED)


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str | None]]:
    """Calls of ``re``, with the name that a compiled pattern is given."""
    named = {
        node.value: node.targets[0].id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _attribute(node) in CALLS and _is_re(node):
            yield node, named.get(node, "") if _attribute(node) == "compile" else None


def _attribute(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _is_re(node: ast.Call) -> bool:
    func = node.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id == "re"
    )


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """How each name of a module is used: by which methods, or otherwise."""
    used: dict[str, set[str]] = {}
    inside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.setdefault(node.value.id, set()).add(node.attr)
            inside.add(node.value)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in inside:
            used.setdefault(node.id, set()).add("")
    return used


def _literal(node: ast.Call) -> re.Pattern[Any] | None:
    """The pattern that a call names in full, with its flags."""
    try:
        pattern = ast.literal_eval(node.args[0])
    except ValueError:
        return None
    flags = [word.value for word in node.keywords if word.arg == "flags"]
    flags += node.args[1:] if _attribute(node) == "compile" else node.args[2:]
    written = " | ".join(ast.unparse(flag) for flag in flags if "re." in ast.unparse(flag))
    return re.compile(pattern, eval(written or "0", {"re": re}))


# -- those that are made --------------------------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """An expression that was compiled: where, and what it is."""

    path: str
    line: int
    pattern: re.Pattern[str]

    def at(self, site: Site) -> bool:
        """Whether it was compiled there."""
        return self.path == site.path and site.line <= self.line <= site.end


def made() -> list[Made]:
    """What was compiled while everything was tried."""
    command = [sys.executable, "-m", "tests.regexes.found"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [Made(path, line, re.compile(pattern, flags)) for path, line, pattern, flags in lines]


def _watch() -> None:
    seen = set()
    compiled = re._compile  # type: ignore[attr-defined]

    def compile_and_tell(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_globals.get("__name__") == "re" and frame.f_back:
            frame = frame.f_back
        place = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and place.is_relative_to(ROOT):
            seen.add((str(place.relative_to(ROOT)), frame.f_lineno, pattern, int(flags)))
        return compiled(pattern, flags)

    re._compile = compile_and_tell  # type: ignore[attr-defined]
    _try_everything()
    for each in sorted(seen):
        print(json.dumps(each))


def _try_everything() -> None:
    import store
    import tui

    for room in (store, tui):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    from store.pipeline import analyse
    from store.readers import ReadProblem, read
    from store.samples import articles

    for document in read(articles()):
        assert not isinstance(document, ReadProblem)
        analyse(document)


if __name__ == "__main__":
    _watch()
