"""Where the flags of a time ruler stand: the provider's above it, the customer's below, none over the pole of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from slaeditor.model.agreement.parties import Side
from slaeditor.model.what_if.picture import Event, Kind, Picture
from slaeditor.ui.drawn.time_axis import TimeAxis, axis, staircase
from slaeditor.ui.drawn.time_ruler_words import title, when
from slaeditor.ui.theme import GRID, HALF, font
from slaeditor.ui.words import tr

NAMES = 14 * GRID
"""The room at the left for what the lanes are called."""

FLAG, STEP = 4 * GRID + HALF, 5 * GRID
WIDEST = 26 * GRID
DAYS, STRIP, TICKS = 3 * GRID, 3 * GRID, 3 * GRID
_FAR = 4 * GRID
_GAP = HALF


@dataclass(frozen=True)
class Flag:
    """An event's two lines in ``area``, and the place of its pole; ``dimmed`` ones are of the document laid below."""

    event: Event
    area: QRect
    pole: float
    title: str
    when: str
    dimmed: bool = False


@dataclass(frozen=True)
class Layout:
    """``top`` and ``bottom`` are the edges of the ruler itself, ``far`` is where it is broken off, if it is."""

    axis: TimeAxis
    flags: tuple[Flag, ...]
    marks: tuple[tuple[Event, float], ...]
    top: int
    bottom: int
    right: int
    height: int
    far: int | None

    def span(self, picture: Picture) -> tuple[int, int]:
        """From where to where the picture reaches; less than the whole ruler while something is dragged along it."""
        return max(NAMES, round(self.axis.x(picture.begin))), min(self.right, round(self.axis.x(picture.end)))


def lay_out(
    picture: Picture, width: int, dimmed: Sequence[Event] = (), dimmed_name: str = "", kept: TimeAxis | None = None
) -> Layout:
    """The layout for a width; ``kept`` is an axis to go on with, as while something is dragged along it."""
    bold, small = QFontMetrics(font("body", bold=True)), QFontMetrics(font("small"))
    reference = picture.near[0].at if picture.near and picture.near[0].at else picture.begin
    shown: list[tuple[Event, bool]] = [(one, False) for one in (*picture.near, *picture.far)]
    shown += [(one, True) for one in dimmed if one.at is not None and one.at > picture.begin]
    late = [one for one, _ in shown if one.at is not None and one.at > picture.end]
    room = _widest(picture, shown, reference, bold, small, dimmed_name)
    behind = _FAR + (len(late) - 1) * _FAR if late else 0
    right = max(NAMES + 20 * GRID, width - room - behind - GRID)
    scale = kept or axis(picture, NAMES, right)
    order = sorted(late, key=lambda one: one.at.timestamp() if one.at else 0)
    found: list[tuple[Event, float, str, str, int, bool]] = []
    marks: list[tuple[Event, float]] = []
    for event, is_dimmed in shown:
        assert event.at is not None
        far = event in order and event.at > picture.end
        pole = right + _FAR * (1 + order.index(event)) if far else min(max(scale.x(event.at), NAMES), right)
        if event.kind is Kind.UPDATE or (is_dimmed and event.kind is not Kind.PROMISE):
            if not is_dimmed:  # of what lies below only the promises; the table tells the rest
                marks.append((event, pole))
            continue
        first, second = title(event), _second(event, event.at, reference, dimmed_name if is_dimmed else "")
        wide = min(WIDEST, max(bold.horizontalAdvance(first), small.horizontalAdvance(second)) + 2 * GRID)
        found.append((event, pole, first, second, wide, is_dimmed))
    found.sort(key=lambda one: one[1])
    above = [one for one in found if one[0].side is Side.PROVIDER]
    below = [one for one in found if one[0].side is Side.CUSTOMER]
    rows_above, rows_below = (staircase([(one[1], one[4]) for one in each], _GAP) for each in (above, below))
    top = HALF + (max(rows_above, default=-1) + 1) * STEP + GRID
    bottom = top + DAYS + STRIP * len(picture.strips) + TICKS
    flags = [
        Flag(event, QRect(round(pole), top - GRID - (row + 1) * STEP, wide, FLAG), pole, first, second, is_dimmed)
        for (event, pole, first, second, wide, is_dimmed), row in zip(above, rows_above, strict=True)
    ] + [
        Flag(event, QRect(round(pole), bottom + GRID + HALF + row * STEP, wide, FLAG), pole, first, second, is_dimmed)
        for (event, pole, first, second, wide, is_dimmed), row in zip(below, rows_below, strict=True)
    ]
    height = bottom + GRID + max(1, max(rows_below, default=-1) + 1) * STEP + GRID
    flags.sort(key=lambda one: (one.event.at.timestamp() if one.event.at else 0, one.dimmed))
    return Layout(scale, tuple(flags), tuple(marks), top, bottom, right, height, right if late else None)


def _second(event: Event, at: datetime, reference: datetime, name: str) -> str:
    words = when(at, reference)
    if event.late:
        words = tr("{when} · after the miss", when=words)
    return f"{words} · {name}" if name else words


def _widest(
    picture: Picture,
    shown: Sequence[tuple[Event, bool]],
    reference: datetime,
    bold: QFontMetrics,
    small: QFontMetrics,
    name: str,
) -> int:
    """The room that the flags of the last third need behind their poles."""
    widths = [
        max(
            bold.horizontalAdvance(title(one)),
            small.horizontalAdvance(_second(one, one.at, reference, name if dim else "")),
        )
        for one, dim in shown
        if one.at is not None and one.kind is not Kind.UPDATE
    ]
    return min(WIDEST, max(widths, default=0) + 2 * GRID)
