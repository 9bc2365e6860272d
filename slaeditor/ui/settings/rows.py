"""Rows of the settings: a label, its control, and below it what it is for or why it was refused."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from slaeditor.ui import theme
from slaeditor.ui.pieces import column, label, line

LABELS = 20 * theme.GRID


def begin_group(box: QVBoxLayout, words: str) -> None:
    """Room, and the name of what follows."""
    box.addSpacing(theme.WIDE)
    box.addWidget(label(words, size="heading", bold=True))


def add_row(
    box: QVBoxLayout, words: str, control: QWidget, hint: str = "", *, about: str = "", stretch: bool = True
) -> QLabel:
    """A label at the left and its control at the right; returns the line below, which is hidden while it is empty.

    ``about`` explains the control to who asks, where the hint below it does not.
    """
    name = label(words, wrap=True)
    name.setFixedWidth(LABELS)
    name.setBuddy(control)
    control.setAccessibleName(words)
    control.setAccessibleDescription(hint or about)
    control.setWhatsThis(about or hint)
    row = line(spacing=theme.WIDE)
    row.addWidget(name)
    row.addWidget(control, 1 if stretch else 0)
    if not stretch:
        row.addStretch(1)
    both = column(spacing=theme.HALF)
    both.addLayout(row)
    below = label(hint, tint="muted", size="small", wrap=True)
    below.setContentsMargins(LABELS + theme.WIDE, 0, 0, 0)
    if not hint:  # to show it before it stands in the page would open a window for it
        below.hide()
    both.addWidget(below)
    box.addLayout(both)
    return below
