"""Edits in words, for the journal and for the line that tells what was just done.

>>> from store.edits.values import Judge
>>> sentence(Judge(("k3f7", "m2ab"), "verified"))
'judged 2 claims verified'
"""

from __future__ import annotations

from store.edits.values import (
    AddClaim,
    Edit,
    Forget,
    Grade,
    Hide,
    Judge,
    Keys,
    Note,
    Publish,
    Rate,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
)
from store.numbers import counted


def sentence(edit: Edit, title: str = "") -> str:
    """What an edit does, in the past tense and without a full stop.

    ``title`` is that of the document it names; a document that is forgotten stays a hash.
    """
    if isinstance(edit, (AddClaim, Publish, Forget)):
        return _of_document(edit, title)
    if isinstance(edit, (Respan, RemoveClaim)):
        return _of_claim(edit)
    if isinstance(edit, Rate):
        return f"rated {edit.source} {edit.letter}" if edit.letter else f"unrated {edit.source}"
    return _of_claims(edit)


def _of_document(edit: AddClaim | Publish | Forget, title: str) -> str:
    name = (
        f"“{title}”" if title and not isinstance(edit, Forget) else f"document {edit.document[:12]}"
    )
    match edit:
        case AddClaim():
            return f"added a claim at {edit.span.start}-{edit.span.end} of {name}"
        case Publish():
            return f"set the publication date of {name} to {edit.edtf or 'unknown'}"
        case Forget():
            return f"forgot {name} and all its claims; this cannot be undone"


def _of_claim(edit: Respan | RemoveClaim) -> str:
    if isinstance(edit, RemoveClaim):
        return f"removed claim {edit.key[:8]}"
    if edit.span is None:
        return f"gave claim {edit.key[:8]} its own words back"
    return f"changed the words of claim {edit.key[:8]} to {edit.span.start}-{edit.span.end}"


def _of_claims(edit: Judge | Tag | Note | Grade | Redate | Relocate | Rechain | Hide) -> str:
    claims = _claims(edit.keys)
    match edit:
        case Judge():
            return f"judged {claims} {edit.verdict}" if edit.verdict else f"unjudged {claims}"
        case Tag():
            return f"tagged {claims} {_tags(edit)}"
        case Note():
            return (
                f"noted on {claims}: {edit.text}" if edit.text else f"removed the note of {claims}"
            )
        case Grade():
            return f"graded {claims} {_grade(edit)}"
        case Hide():
            return f"{'hid' if edit.hidden else 'showed'} {claims}"
        case _:
            return _corrected(edit, claims)


def _corrected(edit: Redate | Relocate | Rechain, claims: str) -> str:
    match edit:
        case Redate():
            what, value = "date", edit.edtf
        case Relocate():
            what, value = "place", _listed(edit.places, "; ")
        case Rechain():
            what, value = "chain", _listed(edit.chain, " ← ")
    if value is None:
        return f"took back the corrected {what} of {claims}"
    return f"corrected the {what} of {claims} to {value or 'none'}"


def _listed(names: tuple[str, ...] | None, join: str) -> str | None:
    return None if names is None else join.join(names)


def _tags(edit: Tag) -> str:
    return " ".join((*edit.add, *(f"-{tag}" for tag in edit.remove)))


def _grade(edit: Grade) -> str:
    letter = {None: "", "": "(source's letter)"}.get(edit.letter, edit.letter)
    digit = {None: "", "": "(no digit)"}.get(edit.digit, edit.digit)
    return f"{letter}{digit}"


def _claims(keys: Keys) -> str:
    return f"claim {keys[0][:8]}" if len(keys) == 1 else counted(len(keys), "claim")
