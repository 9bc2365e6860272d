"""The row of an agreement: finding it, and the columns that follow from a document or from the events."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, func, literal_column, or_, select, update

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import State
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold, summarise
from slaeditor.storage.prepared import Prepared
from slaeditor.storage.records import Changes
from slaeditor.storage.schema import agreements, blobs


class Head(NamedTuple):
    """An agreement's row without what the list shows, the ``base`` of its newest revision's document, and how many
    agreements are ``waiting`` to be indexed."""

    key: int
    id: str
    number: str
    updated_at: str
    state: str
    revision: int
    hash: str
    stored: str
    sequence: int
    chain: str
    drafted: bool
    version: int
    indexed: int
    base: str | None
    waiting: int


_others = agreements.alias()
_BASE = select(blobs.c.base).where(blobs.c.hash == agreements.c.stored).scalar_subquery()
_WAITING = select(func.count()).select_from(_others).where(_others.c.indexed != _others.c.version).scalar_subquery()
_BY_ID = Prepared(
    select(*(agreements.c[name] for name in Head._fields[:-2]), _BASE, _WAITING).where(
        agreements.c.id == bindparam("wanted")
    )
)
_CHANGED = (
    select(agreements.c.id, agreements.c.changed)
    .where(agreements.c.changed > bindparam("token"))
    .order_by(agreements.c.changed)
)
NEXT_CHANGE = select(
    func.coalesce(func.max(agreements.c.changed), literal_column("0")) + literal_column("1")
).scalar_subquery()
"""The library's next change number."""

_SET = Prepared(update(agreements).where(agreements.c.key == bindparam("wanted")).values(changed=NEXT_CHANGE))

_state_encoder = msgspec.json.Encoder(order="sorted")
_state_decoder = msgspec.json.Decoder(State)


def find(connection: Connection, agreement: str) -> Head:
    """The agreement with that id; ``UserError`` when there is none."""
    row = _BY_ID.first(connection, {"wanted": agreement})
    if row is None:
        raise UserError(say("There is no agreement “{agreement}” in this library.", agreement=agreement))
    head = Head(*row)
    return head._replace(drafted=bool(head.drafted))


def change(connection: Connection, key: int, values: dict[str, Any]) -> None:
    """Sets columns of an agreement and counts the change."""
    _SET.run(connection, {"wanted": key, **values})


def of_document(document: Agreement) -> dict[str, Any]:
    """The columns that follow from a document."""
    summary = summarise(document)
    words = (summary.customer, summary.number, summary.title, summary.provider)
    return {
        "kind": summary.kind,
        "number": summary.number,
        "title": summary.title,
        "customer": summary.customer,
        "provider": summary.provider,
        "effective": summary.effective,
        "expires": summary.expires,
        "next_review": summary.next_review,
        "words": " " + " ".join(fold(" ".join(words)).split()),
    }


def of_state(state: State) -> dict[str, Any]:
    """The columns that follow from the events."""
    return {
        "state": _state_encoder.encode(state).decode(),
        "stage": state.stage.value,
        "ending": state.ending.value if state.ending else None,
        "ended": state.ended,
        "archived": state.archived,
        "revision": state.ordinal,
        "hash": state.revision,
    }


def state_of(head: Head) -> State:
    """The state as kept in the row."""
    return _state_decoder.decode(head.state)


def named(connection: Connection, name: str) -> str:
    """The id of the agreement with that id or number; ``UserError`` when there is none, or more than one."""
    found = (
        connection.execute(
            select(agreements.c.id).where(or_(agreements.c.id == name, agreements.c.number == name)).limit(2)
        )
        .scalars()
        .all()
    )
    if not found:
        raise UserError(say("There is no agreement “{name}” in this library.", name=name))
    if len(found) > 1:
        raise UserError(
            say("More than one agreement has the number “{name}”.", name=name), remedy=say("Name it by its id.")
        )
    return str(found[0])


def next_number(connection: Connection, prefix: str) -> str:
    """The first number with the prefix after the highest in use, in four digits or more."""
    used = connection.execute(
        select(agreements.c.number).where(agreements.c.number.startswith(prefix, autoescape=True))
    )
    tails = (number.removeprefix(prefix) for number in used.scalars())
    highest = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    return f"{prefix}{highest + 1:04}"


def changes_since(connection: Connection, token: int) -> Changes:
    """The agreements changed after the token, and the next token."""
    rows = connection.execute(_CHANGED, {"token": token}).all()
    return Changes(token=rows[-1].changed if rows else token, agreements=tuple(row.id for row in rows))
