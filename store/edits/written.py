"""Edits as the journal writes them: JSON, named by what they do.

>>> from store.edits.values import Judge
>>> written([Judge(("k3f7",), "verified")])
'[{"act": "judge", "keys": ["k3f7"], "verdict": "verified"}]'
>>> read(written([Judge(("k3f7",), "verified")]))
(Judge(keys=('k3f7',), verdict='verified'),)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, get_args

from store.edits.values import Edit
from store.model import Span

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_NAMES: dict[type[Edit], str] = {
    kind: _CAPITAL.sub("-", kind.__name__).lower() for kind in get_args(Edit)
}
_KINDS = {name: kind for kind, name in _NAMES.items()}


def name(edit: Edit) -> str:
    """The word for what an edit does, as it stands in the journal."""
    return _NAMES[type(edit)]


def written(edits: Iterable[Edit]) -> str:
    """Edits as JSON, byte for byte the same for the same edits."""
    return json.dumps([{"act": name(edit)} | _fields(edit) for edit in edits], ensure_ascii=False)


def read(journalled: str) -> tuple[Edit, ...]:
    """The edits behind their JSON."""
    return tuple(_edit(dict(entry)) for entry in json.loads(journalled))


def _fields(edit: Edit) -> dict[str, Any]:
    return {field.name: getattr(edit, field.name) for field in fields(edit)}


def _edit(entry: dict[str, Any]) -> Edit:
    kind = _KINDS[entry.pop("act")]
    return kind(**{field: _value(field, value) for field, value in entry.items()})


def _value(field: str, value: Any) -> Any:
    if isinstance(value, list):
        return Span(*value) if field == "span" else tuple(value)
    return value
