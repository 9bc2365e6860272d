"""How wide columns and how high rows become, estimated from the text: no program measures type for us here."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from slaeditor.export.xlsx.figures import Figure
from slaeditor.export.xlsx.grid import Content, Grid

NARROWEST, WIDEST = 9.0, 46.0
SHEET = 240.0
"""Characters that a sheet's columns may take together before texts are broken into more lines."""
_GAP = 2.5
"""Characters left free between the text of a column and the next one."""
_FIRST = 28.0
_HEAD_LINES = 3
_LETTERS = 1.18
"""Letters of running text in the width of one digit of the workbook's own type."""
_LINE_HEIGHT = 13.5
ROW = _LINE_HEIGHT + 2
_HIGHEST = 400.0
_MOST_LINES = 12
_COLUMN = 15.0
_BUTTON = 2.0
"""Characters that the button of a filter takes in a head."""
_INDENT = 2.0
"""Characters between a figure and the right edge of its column."""
_BOLD = 1.1


def shown(content: Content) -> str:
    """Roughly what the content looks like in its cell."""
    if not isinstance(content, Figure):
        return content or ""
    if content.format.endswith("%"):
        return f"{float(str(content.number)):.4%}"
    symbol = content.format.partition("]")[0].lstrip("[$") if content.format.startswith("[$") else ""
    return (
        f"{symbol} {content.number:,}" if isinstance(content.number, int | float) else f"{symbol} {content.number}000"
    )


class Need(msgspec.Struct, frozen=True):
    """What a column needs: ``least`` so that no word is broken, ``most`` so that its longest line is not, either."""

    least: float = NARROWEST
    most: float = NARROWEST

    def with_(self, other: Need) -> Need:
        """The need of a column that serves two tables."""
        return Need(max(self.least, other.least), max(self.most, other.most))


def needs(grid: Grid) -> list[Need]:
    """What each column of the table needs."""
    found = []
    for number, head in enumerate(grid.heads):
        contents = {row[number] for row in (*grid.rows, *grid.totals)}  # most of them come back in many rows
        lines = [line for content in contents for line in shown(content).split("\n")]
        words = max((len(word) for line in lines for word in line.split(" ")), default=0)
        indent = _INDENT if any(isinstance(row[number], Figure) for row in grid.rows) else 0.0
        in_head = max(max((len(part) for part in head.split()), default=0), len(head) / _HEAD_LINES) * _BOLD + indent
        least = min(max(words + _GAP, in_head + _BUTTON, NARROWEST), WIDEST)
        longest = max(map(len, lines), default=0) + _GAP
        if number == 0:
            least = max(least, min(longest, _FIRST))  # it names the row
        found.append(Need(least, max(least, longest, min(len(head) + _BUTTON, 16))))
    return found


def widths(columns: Sequence[Need]) -> list[float]:
    """A width for each column: together no more than a sheet's if words allow it, and long texts in as few lines as that leaves."""
    found = [column.least for column in columns]
    room = max(SHEET, _COLUMN * len(columns))
    for lines in range(_MOST_LINES, 0, -1):
        wider = [
            min(
                max(column.least, column.most / lines + (3 if lines > 1 else 0)), max(column.least, WIDEST), column.most
            )
            for column in columns
        ]
        if sum(wider) > room:
            break
        found = wider
    return found


def height(line: Iterable[Content], columns: Iterable[float]) -> float | None:
    """The height in points of a row, None where each of its texts takes one line; not every program finds it out by itself."""
    most = 1
    for content, width in zip(line, columns, strict=False):
        if isinstance(content, str) and (len(content) > width * _LETTERS or "\n" in content):
            letters = max(width * _LETTERS, 4.0)
            most = max(most, sum(_lines(part, letters) for part in content.split("\n")))
    return min(most * _LINE_HEIGHT + 2, _HIGHEST) if most > 1 else None


def _lines(text: str, width: float) -> int:
    lines, room = 1, width
    for word in text.split(" "):
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        more = max(0, math.ceil(len(word) / width) - 1)
        lines += more
        room -= len(word) - more * width + 1
    return lines
