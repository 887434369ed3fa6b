r"""Front matter, in YAML or TOML, which stays part of the text; YAML's values are known by spans.

>>> text = "---\ntitle: Bridge hit\npublished: 2025-08-03\n---\nIt was hit."
>>> body, metadata = front_matter(text)
>>> text[body:], metadata["published"].value, metadata["title"].span.cut(text)
('It was hit.', '2025-08-03', 'Bridge hit')
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

import yaml

from store.model import Span
from store.readers.values import FIELDS, Metadata, Stated

_FENCE = re.compile(r"---[ \t]*\r?\n")
_TOML = re.compile(r"\+{3}[ \t]*\r?\n(.*?)^\+{3}[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
# Longer front matter is not that of an article, and a nested one would take long to read.
_LONGEST = 16_000


@dataclass(frozen=True, slots=True)
class Broken:
    """Why front matter cannot be read."""

    sentence: str


def front_matter(text: str) -> tuple[int, Metadata] | Broken:
    """Where the text begins after its front matter, and what that states; (0, {}) without one."""
    if text.startswith("+++"):
        return _of_toml(text)
    fence = _FENCE.match(text)
    end = _END.search(text, fence.end(), _LONGEST) if fence else None
    if fence is None or end is None:
        return 0, {}
    try:
        # Composed and not constructed: every scalar stays the text it is, with its place.
        node = yaml.compose(text[fence.end() : end.start()], Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Broken(_fault(error))
    except RecursionError:
        return Broken("Its front matter is nested too deeply.")
    if not isinstance(node, yaml.MappingNode):
        return 0, {}
    return end.end(), _metadata(text, node, fence.end())


def _of_toml(text: str) -> tuple[int, Metadata] | Broken:
    """The same of front matter in TOML, whose values have no place in the text."""
    found = _TOML.match(text, 0, _LONGEST)
    if found is None:
        return 0, {}
    try:
        read = tomllib.loads(found[1].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Broken(f"Its front matter cannot be read: {error}.")
    stated = {
        name.lower(): Stated(
            ", ".join(map(str, value)) if isinstance(value, list) else str(value),
            how=f"front matter {name}",
        )
        for name, value in read.items()
        if not isinstance(value, dict)
    }
    return found.end(), _fields(stated)


def _metadata(text: str, node: yaml.MappingNode, offset: int) -> Metadata:
    found = {
        key.value.lower(): _stated(text, key.value, value, offset)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }
    return _fields(found)


def _fields(found: dict[str, Stated]) -> Metadata:
    if "date" in found:
        found.setdefault("published", found["date"])
    return {name: found[name] for name in FIELDS if name in found and found[name].value}


def _stated(text: str, name: str, node: yaml.Node, offset: int) -> Stated:
    if isinstance(node, yaml.SequenceNode):
        parts = [part.value for part in node.value if isinstance(part, yaml.ScalarNode)]
        return Stated(", ".join(parts), how=f"front matter {name}")
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return Stated("")
    how = f"front matter {name}"
    span = Span(node.start_mark.index + offset, node.end_mark.index + offset)
    if node.style in ("'", '"'):
        span = Span(span.start + 1, span.end - 1)
    return Stated(node.value, span if span.cut(text) == node.value else None, how)


def _fault(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    # The fence is line 1, and marks count from 0.
    at = f" (line {mark.line + 2})" if mark else ""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return f"Its front matter cannot be read{at}: {problem}."
