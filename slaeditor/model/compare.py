"""Comparison of any two documents, down to the cell, each change with its direction for the customer."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Direction as MetricDirection
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.remedies import CreditSchedule, Reward
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.paths import Path, exists, find
from slaeditor.model.quantities import Duration, Figure, Money
from slaeditor.model.terms import Better, Field, Kind, Row, fields


class Direction(enum.Enum):
    """What a change means for the customer."""

    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"


class Added(msgspec.Struct, frozen=True):
    """A row that only the new document has; ``path`` is the row's, ``index`` its place in the new table."""

    path: Path
    row: Row
    index: int
    direction: Direction


class Removed(msgspec.Struct, frozen=True):
    """A row that only the old document has; ``index`` is its place in the old table."""

    path: Path
    row: Row
    index: int
    direction: Direction


class Changed(msgspec.Struct, frozen=True):
    """A term whose value differs."""

    path: Path
    old: Any
    new: Any
    direction: Direction


class Renamed(msgspec.Struct, frozen=True):
    """A text by which a row is called and that differs; the row is the same one, and had a name and has one."""

    path: Path
    old: str
    new: str
    direction: Direction = Direction.NEUTRAL


class Moved(msgspec.Struct, frozen=True):
    """A row that stands elsewhere among the rows that both documents have; indexes are those of the whole tables."""

    path: Path
    old: int
    new: int
    direction: Direction = Direction.NEUTRAL


Change = Added | Removed | Changed | Renamed | Moved


def compare(old: Agreement, new: Agreement) -> tuple[Change, ...]:
    """All changes from ``old`` to ``new``, in the order of the sections. Empty exactly when the documents are equal."""
    if old is new:
        return ()
    context = _Context(old, new)
    return tuple(_structs(old, new, (), context))


class _Context:
    """What the direction of a change may depend on beyond its two values."""

    def __init__(self, old: Agreement, new: Agreement) -> None:
        self._documents = (new, old)

    def metric_direction(self, path: Path) -> MetricDirection | None:
        """The better direction of the metric that the term at ``path`` judges; None when none is named or they disagree."""
        for document in self._documents:
            for end in range(len(path) - 1, 1, -1):
                row = find(document, path[:end]) if exists(document, path[:end]) else None
                if isinstance(row, Metric):
                    return row.direction
                if isinstance(row, CreditSchedule | Reward):
                    found = {metric.direction for metric in metric_sheet(document) if metric.id in row.metrics}
                    return found.pop() if len(found) == 1 else None
        return None


def _structs(old: Any, new: Any, path: Path, context: _Context) -> Iterator[Change]:
    if old is new:
        return
    for declared in fields(type(old)):
        before, after = getattr(old, declared.name), getattr(new, declared.name)
        if before is after:
            continue
        here = (*path, declared.name)
        match declared.kind:
            case Kind.GROUP:
                yield from _structs(before, after, here, context)
            case Kind.ROWS:
                yield from _tables(before, after, here, declared, context)
            case Kind.TEXT if declared.term.names and isinstance(old, Row) and before and after and before != after:
                yield Renamed(here, before, after)
            case _ if before != after:
                yield Changed(here, before, after, _direction(declared, before, after, here, context))


def _direction(declared: Field, old: Any, new: Any, path: Path, context: _Context) -> Direction:
    judged = context.metric_direction(path) if declared.term.better is Better.AS_METRIC else None
    return direction(declared, old, new, judged)


def _tables(
    old: tuple[Row, ...], new: tuple[Row, ...], path: Path, declared: Field, context: _Context
) -> Iterator[Change]:
    before = {row.id: (number, row) for number, row in enumerate(old)}
    after = {row.id: (number, row) for number, row in enumerate(new)}
    for number, row in enumerate(old):
        if row.id not in after:
            yield Removed((*path, row.id), row, number, _of_rows(declared, added=False))
    common = [row.id for row in new if row.id in before]
    stays = _longest_rising([before[identifier][0] for identifier in common])
    for rank, identifier in enumerate(common):
        if rank not in stays:
            yield Moved((*path, identifier), before[identifier][0], after[identifier][0])
    for number, row in enumerate(new):
        if row.id not in before:
            yield Added((*path, row.id), row, number, _of_rows(declared, added=True))
        else:
            yield from _structs(before[row.id][1], row, (*path, row.id), context)


def _longest_rising(numbers: list[int]) -> set[int]:
    """The ranks of a longest rising subsequence: the rows that did not move, so that the fewest are said to have moved."""
    tails: list[int] = []
    ranks: list[int] = []
    previous: list[int] = []
    for rank, number in enumerate(numbers):
        place = bisect_left(tails, number)
        if place == len(tails):
            tails.append(number)
            ranks.append(rank)
        else:
            tails[place] = number
            ranks[place] = rank
        previous.append(ranks[place - 1] if place else -1)
    found: set[int] = set()
    rank = ranks[-1] if ranks else -1
    while rank >= 0:
        found.add(rank)
        rank = previous[rank]
    return found


def _of_rows(declared: Field, *, added: bool) -> Direction:
    if declared.term.better is Better.NEUTRAL:
        return Direction.NEUTRAL
    return Direction.BETTER if (declared.term.better is Better.HIGHER) is added else Direction.WORSE


def direction(declared: Field, old: Any, new: Any, metric: MetricDirection | None = None) -> Direction:
    """What a change of one term means for the customer; ``metric`` is the better direction of the metric it judges, if any.

    Neutral where none is declared, where one value is missing, or where it depends (two clocks, two currencies).
    """
    better = declared.term.better
    if better is Better.AS_METRIC:
        if metric is None:
            return Direction.NEUTRAL
        better = Better.HIGHER if metric is MetricDirection.HIGHER_IS_BETTER else Better.LOWER
    if better is Better.NEUTRAL:
        return Direction.NEUTRAL
    rising = _order(declared, old, new)
    if not rising:
        return Direction.NEUTRAL
    return Direction.BETTER if (rising > 0) is (better is Better.HIGHER) else Direction.WORSE


def _order(declared: Field, old: Any, new: Any) -> int:
    """1 when ``new`` is the greater, -1 when it is the smaller, 0 when neither is sure."""
    match old, new:
        case (Duration(), Duration()):
            return new.against(old) or 0
        case (Money(), Money()):
            return 0 if old.currency != new.currency else (new.amount > old.amount) - (new.amount < old.amount)
        case (Figure(), Figure()):
            return (new > old) - (new < old)
        case (enum.Enum(), enum.Enum()):
            members = list(declared.type)
            return (members.index(new) > members.index(old)) - (members.index(new) < members.index(old))
        case (int(), int()):
            return (new > old) - (new < old)
        case (tuple(), tuple()):
            return (set(new) > set(old)) - (set(new) < set(old))
        case _:
            return 0
