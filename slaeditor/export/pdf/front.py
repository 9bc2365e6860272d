"""The cover with its key terms on one page, and the table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from slaeditor.export.blocks import Cover, Run
from slaeditor.export.pdf import styles
from slaeditor.export.pdf.composing import Composer, baseline, seg, stacked
from slaeditor.export.pdf.grid import table
from slaeditor.export.pdf.paging import Page, Placed, pages
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Rule, Strip
from slaeditor.model.paths import Path

_LABELS = 96.0
_GUTTER = 30.0
_NUMBER = re.compile(r"(\d+|[A-Z]+\.\d+|\d+\.\d+) ")


def cover(composer: Composer, block: Cover, room: float) -> list[Strip]:
    """The cover; where the services do not fit on the page, the last ones are left to the clause on services."""
    count = len(block.services.rows) if block.services else 0
    shown = count
    while stacked(strips := _cover(composer, block, shown, count)) > room and shown:
        shown -= 1
    return strips


def _cover(composer: Composer, block: Cover, shown: int, count: int) -> list[Strip]:
    strips = composer.text((block.kind,), styles.COVER_KIND, gap=0.0)
    strips.insert(0, _rule(composer, 1.6))
    strips[1].gap = 16.0
    if block.title.text:
        strips += composer.text((block.title,), styles.COVER_TITLE, gap=6.0)
    if block.number.text:
        strips += composer.text((Run("No. "), block.number), styles.COVER_LABEL, gap=6.0)
    for role, run in block.parties:
        strips += _line(composer, role, [(run,)], styles.COVER_PARTY, gap=26.0 if role == block.parties[0][0] else 8.0)
    strips.append(_rule(composer, 0.5, gap=24.0))
    for fact in block.facts:
        strips += _line(composer, fact.label, [line.runs for line in fact.lines], styles.BODY, gap=7.0)
    if block.services and shown:
        some = msgspec.structs.replace(block.services, rows=block.services.rows[:shown])
        services = table(composer, some)
        services[0].gap = 16.0
        strips += services
    if block.services and (block.more or shown < count):
        words = block.more if shown == count else "Further services are named in the clause on services."
        strips += composer.text((Run(words),), styles.NOTE, gap=2.0)
    strips.append(_rule(composer, 0.5, gap=12.0))
    lines_of = [*block.revision, *([("Classification", block.label.text)] if block.label.text else [])]
    for label, value in lines_of:
        strips += _line(composer, label, [(Run(value),)], styles.COVER_LABEL, gap=3.0)
    return strips


def _rule(composer: Composer, weight: float, *, gap: float = 0.0) -> Strip:
    strip = Strip(weight, [], gap=gap)
    strip.rules.append(Rule(0.0, 0.0, composer.measure, 0.0, weight, styles.ACCENT))
    return strip


def _line(
    composer: Composer, label: str, texts: Sequence[tuple[Run, ...]], style: styles.Style, *, gap: float
) -> list[Strip]:
    strips: list[Strip] = []
    for number, runs in enumerate(texts):
        strips += composer.text(runs, style, x=_LABELS, gap=1.0 if number else gap)
    if strips:
        strips[0].segs.insert(0, seg(0.0, baseline(style), label, styles.COVER_LABEL))
    return strips


class Entry(NamedTuple):
    """A line of the contents: its level, its text, and the place it leads to."""

    level: int
    text: str
    place: Path


def contents(composer: Composer, entries: Sequence[Entry], labels: Sequence[str], room: float) -> list[Page]:
    """The contents in two columns, with page labels at the right; without labels (not known yet) it takes the same room."""
    heading = composer.text((Run("Contents"),), styles.CLAUSE)[0]
    heading.height += 8.0
    column = (composer.measure - _GUTTER) / 2
    columns = pages(_entries(Composer(column), entries, labels), room - heading.height)
    found: list[Page] = []
    for number, one in enumerate(columns):
        if number % 2 == 0:
            found.append(Page())
            found[-1].add(heading)
        shift = (number % 2) * (column + _GUTTER)
        for strip, y, _ in one.placed:
            strip.segs = [seg._replace(x=seg.x + shift) for seg in strip.segs]
            found[-1].placed.append(Placed(strip, y + heading.height, False))
    return found


def _entries(composer: Composer, entries: Sequence[Entry], labels: Sequence[str]) -> list[Strip]:
    strips: list[Strip] = []
    for number, entry in enumerate(entries):
        style = styles.ENTRY if entry.level else styles.ENTRY_CLAUSE
        mark, _, text = entry.text.partition(" ") if _NUMBER.match(entry.text) else ("", "", entry.text)
        x = 24.0 + 10.0 * entry.level if mark else 0.0
        measure = composer.measure - 26.0 - x
        set_lines = lines(shape((Run(text, target=entry.place),), style), measure)
        label = seg(0.0, baseline(style), labels[number], style) if labels else None
        for row, line in enumerate(set_lines):
            strip = Strip(style.leading, [one._replace(x=one.x + x, y=baseline(style)) for one in line.segs])
            strip.gap = 0.0 if row or entry.level else 3.6
            strip.glue = row < len(set_lines) - 1
            if mark and not row:
                strip.segs.insert(0, seg(x - 24.0, baseline(style), mark, style))
            if label and row == len(set_lines) - 1:
                strip.segs.append(label._replace(x=composer.measure - label.width, target=entry.place))
            strips.append(strip)
        if not entry.level and number + 1 < len(entries) and entries[number + 1].level:
            strips[-1].glue = True
    return strips
