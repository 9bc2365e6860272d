"""Where a lane of the ladder is drawn: with labels on both sides of its rails, or where there is little room all beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Side
from slaeditor.model.ladder import Lane, Mark, Rung
from slaeditor.ui.drawn.ladder_words import title, when
from slaeditor.ui.drawn.layout import spread
from slaeditor.ui.drawn.lines import separated, wrapped
from slaeditor.ui.theme import GRID, HALF, WIDE, font

NARROW = 52 * GRID
HEAD, FOOT = 5 * GRID, 2 * GRID
PILL = 20
_HALF = 7 * GRID + HALF
_GUTTER = 2 * GRID
_SCALE, _RAILS = 7 * GRID, 3 * GRID
_ROOM_AFTER = Decimal("1.16")


@dataclass(frozen=True)
class Label:
    """A step's lines, and the box that they stand in."""

    rung: Rung
    area: QRect
    title: tuple[str, ...]
    when: tuple[str, ...]


@dataclass(frozen=True)
class Pill:
    """A target's name and length, and where its time really is."""

    mark: Mark
    area: QRect
    true: float


@dataclass(frozen=True)
class Placed:
    """One lane from ``top`` to ``end``; its rails are at ``left`` and ``right``, its scale is written in ``scale`` (x, width)."""

    lane: Lane
    top: int
    end: int
    left: int
    right: int
    scale: tuple[int, int]
    beside: bool
    labels: tuple[Label, ...] = field(default=())
    pills: tuple[Pill, ...] = field(default=())

    def y(self, at: Decimal | None) -> float:
        """Where a time is."""
        share = (at or Decimal(0)) / (self.lane.last * _ROOM_AFTER)
        return self.top + HEAD + float(share) * (self.end - self.top - HEAD)


def place(document: Agreement, lane: Lane, top: int, width: int) -> Placed:
    """The lane in a drawing of that width, beginning at ``top``."""
    if width < NARROW:
        return _beside(document, lane, top, width)
    middle = width // 2
    room = middle - _HALF - _GUTTER
    columns = [[_label(document, rung, lane, room, side=False) for rung in _on(lane, side)] for side in Side]
    high = max(sum(label.area.height() + HALF for label in column) for column in columns)
    bare = Placed(
        lane, top, top + HEAD + max(18 * GRID, high + 3 * GRID, (len(lane.marks) + 1) * 5 * GRID),
        middle - _HALF, middle + _HALF, (middle - _HALF, 2 * _HALF), False,
    )  # fmt: skip
    labels: list[Label] = []
    for side, column in zip(Side, columns, strict=True):
        left = 0 if side is Side.PROVIDER else width - room
        labels += _put(bare, column, left)
    wanted = [bare.y(Decimal(mark.limit.amount)) for mark in lane.marks]
    pills = [
        Pill(mark, QRect(bare.left + 2, round(y) - PILL // 2, 2 * (_HALF - 2), PILL), true)
        for mark, true, y in zip(lane.marks, wanted, spread(wanted, 3 * GRID, 0, 1e6), strict=True)
    ]
    return Placed(
        lane, top, bare.end, bare.left, bare.right, bare.scale, False, _in_order(lane, labels), tuple(pills)
    )  # fmt: skip


def _beside(document: Agreement, lane: Lane, top: int, width: int) -> Placed:
    """Scale, rails, then labels and targets below each other."""
    left = _SCALE + _RAILS + _GUTTER
    labels = [_label(document, rung, lane, width - left, side=True) for rung in lane.rungs]
    high = sum(label.area.height() + HALF for label in labels) + len(lane.marks) * 3 * GRID
    bare = Placed(
        lane, top, top + HEAD + max(18 * GRID, high + 2 * GRID), _SCALE, _SCALE + _RAILS, (0, _SCALE - GRID), True
    )  # fmt: skip
    things: list[tuple[Decimal, int, Label | Mark]] = [(one.rung.at or Decimal(0), 1, one) for one in labels]
    things += [(Decimal(mark.limit.amount), 0, mark) for mark in lane.marks]
    things.sort(key=lambda one: one[:2])
    heights = [one.area.height() if isinstance(one, Label) else PILL for _, _, one in things]
    tops = _tops([bare.y(at) for at, _, _ in things], heights, top + HEAD - GRID)
    done: list[Label] = []
    pills: list[Pill] = []
    for (at, _, one), y in zip(things, tops, strict=True):
        if isinstance(one, Label):
            done.append(Label(one.rung, QRect(left, y, width - left, one.area.height()), one.title, one.when))
        else:
            pills.append(Pill(one, QRect(left, y, min(18 * GRID, width - left), PILL), bare.y(at)))
    return Placed(
        lane, top, bare.end, bare.left, bare.right, bare.scale, True, _in_order(lane, done), tuple(pills)
    )  # fmt: skip


def _on(lane: Lane, side: Side) -> list[Rung]:
    return [rung for rung in lane.rungs if rung.step.side is side]


def _label(document: Agreement, rung: Rung, lane: Lane, width: int, *, side: bool) -> Label:
    """The step's words in lines of that width; its box has no place yet."""
    face, small = font("body", bold=True), font("small")
    inner = width - GRID
    above = wrapped(title(document, rung.step, side=side), inner, face)
    below = separated(when(rung, lane), inner, small)
    high = len(above) * QFontMetrics(face).height() + len(below) * QFontMetrics(small).height() + HALF
    return Label(rung, QRect(0, 0, width, high), above, below)


def _put(lane: Placed, column: Sequence[Label], left: int) -> list[Label]:
    tops = _tops(
        [lane.y(one.rung.at) for one in column], [one.area.height() for one in column], lane.top + HEAD - WIDE
    )  # fmt: skip
    return [
        Label(one.rung, QRect(left, y, one.area.width(), one.area.height()), one.title, one.when)
        for one, y in zip(column, tops, strict=True)
    ]


def _tops(wanted: Sequence[float], heights: Sequence[int], low: float) -> list[int]:
    """The upper edges of boxes whose middles come as near to the wanted ones as they can."""
    gaps = [(one + other) / 2 + HALF for one, other in pairwise(heights)]
    first = low + heights[0] / 2 if heights else low
    return [round(y - high / 2) for y, high in zip(spread(wanted, gaps, first, 1e6), heights, strict=True)]


def _in_order(lane: Lane, labels: Sequence[Label]) -> tuple[Label, ...]:
    ids = [rung.step.id for rung in lane.rungs]
    return tuple(sorted(labels, key=lambda one: ids.index(one.rung.step.id)))
