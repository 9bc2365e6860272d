"""Words broken into the lines of a label in a drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

SEPARATOR = " · "


def wrapped(words: str, width: int, face: QFont, most: int = 2) -> tuple[str, ...]:
    """The words in at most so many lines of that width; what does not fit is cut with an ellipsis."""
    metrics = QFontMetrics(face)
    lines: list[str] = []
    rest = [word for word in words.split(" ") if word]  # not between the parts of an amount
    while rest and len(lines) < most:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    if rest:
        lines[-1] = " ".join([lines[-1], *rest])
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def separated(words: str, width: int, face: QFont, most: int = 3) -> tuple[str, ...]:
    """Words that dots separate, broken at the dots first, which no line begins or ends with; see ``wrapped``."""
    metrics = QFontMetrics(face)
    lines: list[str] = []
    for part in words.split(SEPARATOR):
        joined = f"{lines[-1]}{SEPARATOR}{part}" if lines else part
        if lines and metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    broken = [line for part in lines for line in wrapped(part, width, face)]
    return tuple(broken) if len(broken) <= most else wrapped(words, width, face, most)
