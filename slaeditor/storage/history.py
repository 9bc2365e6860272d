"""The append-only events of each agreement, chained by their hashes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from slaeditor.model.admission import admit
from slaeditor.model.events import GENESIS, Event, decode, encode, link
from slaeditor.model.lifecycle import Period, State, periods, step
from slaeditor.model.sentence import say
from slaeditor.storage import heads, schema
from slaeditor.storage.prepared import Prepared
from slaeditor.storage.records import Damaged

_ADD = Prepared(insert(schema.events))
_OF = select(schema.events).where(schema.events.c.agreement == bindparam("wanted")).order_by(schema.events.c.sequence)
_TERMS = select(schema.revisions.c.ordinal, schema.revisions.c.effective, schema.revisions.c.expires).where(
    schema.revisions.c.agreement == bindparam("wanted")
)


def append(connection: Connection, key: int, sequence: int, chain: str, event: Event) -> dict[str, Any]:
    """Adds an event after ``sequence`` others that end in the hash ``chain``; returns the columns that changed by it."""
    digest = append_body(connection, key, sequence, chain, encode(event))
    return {"sequence": sequence + 1, "chain": digest}


def append_body(connection: Connection, key: int, sequence: int, chain: str, body: bytes) -> str:
    """Adds the canonical JSON of an event to a chain; returns the hash of the new link."""
    digest = link(chain, body)
    _ADD.run(
        connection,
        {"agreement": key, "sequence": sequence + 1, "previous": chain, "hash": digest, "body": body.decode()},
    )
    return digest


def record(connection: Connection, agreement: str, event: Event) -> State:
    """Adds an event if it may follow now (``UserError`` otherwise), and returns the new state."""
    head = heads.find(connection, agreement)
    before = heads.state_of(head)
    admit(before, event)
    state = step(before, event)
    values = append(connection, head.key, head.sequence, head.chain, event)
    if state.contracts != before.contracts:
        write_periods(connection, head.key, state)
    heads.change(connection, head.key, {**values, **heads.of_state(state)})
    return state


def read(connection: Connection, key: int, chain: str) -> tuple[Event, ...]:
    """All events of an agreement, oldest first; ``Damaged`` when the chain does not hold or does not end in ``chain``."""
    events: list[Event] = []
    previous = GENESIS
    for number, row in enumerate(connection.execute(_OF, {"wanted": key}), 1):
        if row.sequence != number or row.previous != previous or link(previous, row.body.encode()) != row.hash:
            raise Damaged(
                say("The history of this agreement is broken at entry {number}.", number=number),
                remedy=say("Restore a backup."),
            )
        previous = row.hash
        events.append(decode(row.body))
    if previous != chain:
        raise Damaged(say("The end of this agreement's history is missing."), remedy=say("Restore a backup."))
    return tuple(events)


def periods_of(connection: Connection, key: int, state: State) -> tuple[Period, ...]:
    """When which revision is in force, from the state and the revisions' own dates."""
    terms = {row.ordinal: (row.effective, row.expires) for row in connection.execute(_TERMS, {"wanted": key})}
    return periods(state, terms)


def write_periods(connection: Connection, key: int, state: State) -> None:
    """Renews the copy of the periods that the list is filtered by."""
    connection.execute(delete(schema.periods).where(schema.periods.c.agreement == key))
    found = periods_of(connection, key, state)
    if found:
        connection.execute(
            insert(schema.periods),
            [{"agreement": key, "ordinal": p.ordinal, "start": p.start, "end": p.end} for p in found],
        )
