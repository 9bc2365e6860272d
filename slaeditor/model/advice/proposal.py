"""A proposal: edits that answer what the customer said, with the reason and the needs behind them."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_builtins
from slaeditor.model.edits import Edit, InsertRow, MoveRow, RemoveRow, SetTerm, Several, apply
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.model.terms import Row, fields, is_empty

GROUPS = {
    "criticality": say("How critical each service is"),
    "scope": say("Users, sites and workload"),
    "hours": say("Service and support hours"),
    "targets": say("Response and restoration"),
    "availability": say("Availability"),
    "continuity": say("Recovery and backup"),
    "channels": say("Channels and languages"),
    "escalation": say("Escalation"),
    "maintenance": say("No maintenance on critical dates"),
    "credits": say("Credits"),
    "satisfaction": say("Satisfaction"),
}
"""The groups of proposals and their titles, in the order in which they are shown and applied."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed, and why.

    ``id`` is stable: the same question about the same service or priority always has the same. ``reason`` is a full
    sentence with its figures. ``needs`` are the answers that decided it, ``terms`` the places that will answer them.
    ``basis`` is the fingerprint of all answers that went into it: while it stays the same, the proposal is not made
    twice. ``requires`` are proposals without which it cannot be taken. ``remark`` is for the
    account manager alone: unlike the reason, it is not kept with the term. ``edits`` is empty when the document already
    says what would be proposed.
    """

    id: str
    group: str
    title: str
    reason: str
    needs: tuple[Path, ...]
    terms: tuple[Path, ...]
    basis: str
    edits: tuple[Edit, ...]
    requires: tuple[str, ...] = ()
    remark: str = ""


def fingerprint(*answers: Any) -> str:
    """16 hexadecimal digits that change when an answer does."""
    plain = msgspec.json.encode(to_builtins(answers), order="sorted")
    return hashlib.sha256(plain).hexdigest()[:16]


def answered(document: Agreement, *places: Path) -> tuple[Path, ...]:
    """Those of the places that hold an answer, each once."""
    return tuple(
        place for place in dict.fromkeys(places) if paths.exists(document, place) and _says(paths.find(document, place))
    )


def _says(value: Any) -> bool:
    return value is not False and not is_empty(value)


def changing(document: Agreement, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits without those that would leave the document as it is."""
    kept: list[Edit] = []
    for edit in edits:
        after = apply(document, edit)
        if after is not document:
            kept.append(edit)
        document = after
    return tuple(kept)


def row_edits(document: Agreement, table: Path, wanted: Row) -> tuple[Edit, ...]:
    """The edits that give the row with the id of ``wanted`` its terms, or put it at the end of its table.

    Terms that ``wanted`` leaves empty or as a new row has them keep what they say.
    """
    path = (*table, wanted.id)
    if not paths.exists(document, path):
        return (InsertRow(table, wanted),)
    return tuple(
        SetTerm((*path, declared.name), value)
        for declared in fields(type(wanted))
        if says(wanted, declared.name, value := getattr(wanted, declared.name))
    )


def says(row: Row, name: str, value: Any) -> bool:
    """Whether the term is neither empty nor a choice or flag that every new row has."""
    known = type(row).__struct_fields__
    defaults = type(row).__struct_defaults__
    at = known.index(name) - (len(known) - len(defaults))
    return not is_empty(value) and (at < 0 or defaults[at] != value)


def touched(edits: tuple[Edit, ...]) -> tuple[Path, ...]:
    """The places that the edits change, rows that they add included."""
    found: list[Path] = []
    for edit in edits:
        match edit:
            case SetTerm(path, _) | RemoveRow(path) | MoveRow(path, _):
                found.append(path)
            case InsertRow(path, row, _):
                found.append((*path, row.id))
            case Several(_, inner):
                found.extend(touched(inner))
    return tuple(found)
