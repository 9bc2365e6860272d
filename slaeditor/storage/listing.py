"""The library's list: which agreements there are, and what each of them is today."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from slaeditor.model.lifecycle import Status, status
from slaeditor.model.summary import fold
from slaeditor.storage.records import Filter, Group, Order, Row
from slaeditor.storage.schema import agreements, instant, periods
from slaeditor.storage.searching import begins

_C = agreements.c
PART = 500
_COLUMNS = (
    _C.id,
    _C.number,
    _C.title,
    _C.customer,
    _C.provider,
    _C.stage,
    _C.ending,
    _C.ended,
    _C.starts,
    _C.ends,
    _C.revision,
    _C.key,
    _C.effective,
    _C.expires,
    _C.next_review,
    _C.findings,
    _C.drafted,
    _C.archived,
    _C.updated_at,
)
_UNDER_WAY = (Status.IN_REVIEW.value, Status.APPROVED.value, Status.ISSUED.value)
_LIFE = {status: number for number, status in enumerate(Status)}
_ORDERS: dict[Order, ColumnElement[object]] = {
    Order.CUSTOMER: _C.words,
    Order.NUMBER: _C.number,
    Order.TITLE: func.lower(_C.title),
    Order.REVISION: _C.revision,
    Order.EFFECTIVE: _C.effective,
    Order.EXPIRES: _C.expires,
    Order.NEXT_REVIEW: _C.next_review,
    Order.FINDINGS: _C.findings,
    Order.UPDATED: _C.updated_at,
}


def listed(connection: Connection, wanted: Filter) -> tuple[Row, ...]:
    """The lines that the filter lets through, in its order; dates that are not known come last."""
    by = _ORDERS.get(wanted.order, _C.words)
    question = (
        select(*_COLUMNS)
        .where(*_conditions(wanted))
        .order_by(by.desc().nulls_last() if wanted.descending else by.nulls_last(), _C.key)
    )
    newest = select(periods.c.agreement, func.max(periods.c.ordinal)).where(_now(wanted.today))
    running = {row[0]: row[1] for row in connection.execute(newest.group_by(periods.c.agreement))}

    # Many lines share their dates and stages, and looking up is quicker than working out.
    @cache
    def current(stage: str, ending: str | None, ended: date | None, starts: date | None, ends: date | None) -> Status:
        return status(Status(stage), Status(ending) if ending else None, ended, wanted.today, starts, ends)

    lines = [
        Row(
            id_,
            wanted.kind,
            number,
            title,
            customer,
            provider,
            current(stage, ending, ended, starts, ends),
            revision,
            running.get(key, 0),
            effective,
            expires,
            next_review,
            findings,
            drafted,
            archived,
            instant(updated_at),
        )
        # In one call, ten thousand rows would keep every other thread waiting until all are made.
        for part in connection.execute(question).partitions(PART)
        for (
            id_, number, title, customer, provider, stage, ending, ended, starts, ends, revision, key,
            effective, expires, next_review, findings, drafted, archived, updated_at,
        ) in part
    ]  # fmt: skip
    if wanted.order is Order.STATUS:
        lines.sort(key=lambda line: _LIFE[line.status], reverse=wanted.descending)
    return tuple(lines)


def counted(connection: Connection, wanted: Filter) -> dict[Group, int]:
    """How many lines each group would list, whatever the group of the filter is."""
    each = {group: func.count().filter(and_(*_group(wanted, group))) for group in Group if group is not Group.ALL}
    question = select(func.count(), *each.values()).select_from(agreements).where(*_everywhere(wanted))
    return dict(zip((Group.ALL, *each), map(int, connection.execute(question).one()), strict=True))


def counted_one(connection: Connection, wanted: Filter) -> int:
    """How many lines the filter lets through."""
    question = select(func.count()).select_from(agreements).where(*_conditions(wanted))
    return int(connection.execute(question).scalar_one())


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    return [*_everywhere(wanted), *_group(wanted, wanted.group)]


def _everywhere(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [_C.kind == wanted.kind]
    named = list(begins(fold(wanted.text).split()))
    conditions += [or_(and_(*named), _C.id.in_(wanted.also))] if named and wanted.also else named
    if not wanted.archived:
        conditions.append(_C.archived.is_(False))
    return conditions


def _group(wanted: Filter, group: Group) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    today = wanted.today
    open_ = or_(_C.ended.is_(None), _C.ended > today)
    match group:
        case Group.ALL:
            pass
        case Group.DRAFT:
            conditions.append(or_(_C.drafted.is_(True), and_(_C.stage == Status.DRAFT.value, open_)))
        case Group.IN_REVIEW:
            conditions += [_C.stage.in_(_UNDER_WAY), open_]
        case Group.IN_FORCE:
            conditions.append(_running(_now(today)))
        case Group.REVIEW_DUE:
            conditions += [_C.next_review <= today + timedelta(days=wanted.review_days), open_]
        case Group.EXPIRING:
            last = today + timedelta(days=wanted.expiry_days)
            # What a later signed revision continues does not expire.
            conditions += [_running(_now(today), periods.c.end <= last), ~_running(periods.c.end.is_(None))]
            conditions.append(~_running(periods.c.end > last))
    return conditions


def _now(today: date) -> ColumnElement[bool]:
    return and_(periods.c.start <= today, or_(periods.c.end.is_(None), periods.c.end >= today))


def _running(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(periods.c.agreement == _C.key, *conditions)
