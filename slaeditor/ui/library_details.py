"""Beside the library's table: what the selected agreement says and what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QWidget

from slaeditor.ui import dates, theme
from slaeditor.ui.history_lines import Entry
from slaeditor.ui.library_model import status_words
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.ports import LibraryRow
from slaeditor.ui.words import tr

WIDTH = 40 * theme.GRID
MOST_ENTRIES = 6


class Details(QScrollArea):
    """Filled twice: at once from the row, then with what had to be read from the document."""

    def __init__(self, act: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(WIDTH - 4 * theme.GRID)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        box = column(inside, margin=theme.WIDE)
        self._customer = label(size="heading", bold=True, wrap=True, name="details_customer")
        self._title = label(wrap=True, tint="muted", name="details_title")
        box.addWidget(self._customer)
        box.addWidget(self._title)
        box.addSpacing(theme.GRID)
        row = line()
        row.addWidget(button(tr("Open"), lambda: act("open"), name="details_open"))
        row.addWidget(button(tr("Compare"), lambda: act("compare"), kind="flat", name="details_compare"))
        row.addWidget(button(tr("History"), lambda: act("history"), kind="flat", name="details_history"))
        row.addStretch()
        box.addLayout(row)
        box.addSpacing(theme.GRID)
        self._terms = QGridLayout()
        self._terms.setContentsMargins(0, 0, 0, 0)
        self._terms.setHorizontalSpacing(theme.WIDE)
        self._terms.setVerticalSpacing(theme.HALF)
        self._terms.setColumnStretch(1, 1)
        box.addLayout(self._terms)
        box.addSpacing(theme.WIDE)
        self._past = label(tr("History"), bold=True)
        box.addWidget(self._past)
        self._entries = column(spacing=0)
        box.addLayout(self._entries)
        box.addStretch()
        self.setWidget(inside)

    def show_row(self, row: LibraryRow) -> None:
        """What the list itself knows."""
        self._customer.setText(row.customer or tr("(no customer)"))
        self._title.setText(" · ".join(part for part in (row.title, row.number) if part))
        facts = [
            (tr("Status"), status_words(row)),
            (tr("Revision"), str(row.revision) if row.revision else tr("none yet")),
            (tr("In force today"), tr("revision {number}", number=row.in_force) if row.in_force else ""),
            (tr("Takes effect"), dates.day(row.effective)),
            (tr("Term ends"), dates.day(row.expires)),
            (tr("Next review"), dates.day(row.next_review)),
            (tr("Open findings"), str(row.findings) if row.findings else tr("none")),
            (tr("Last change"), dates.moment(row.updated_at)),
        ]
        self._fill(facts)
        self.show_past(())

    def show_terms(self, terms: Sequence[tuple[str, str]]) -> None:
        """The key terms of the document, below."""
        for name, words in terms:
            self._add(tr(name), words)

    def show_past(self, entries: Sequence[Entry]) -> None:
        """The newest entries of the history."""
        _clear(self._entries)
        self._past.setVisible(bool(entries))
        for entry in entries[:MOST_ENTRIES]:
            self._entries.addWidget(label(entry.what, wrap=True))
            self._entries.addWidget(
                label(f"{entry.by}, {dates.moment(entry.at)}", size="small", tint="muted", wrap=True)
            )
            self._entries.addSpacing(theme.GRID)

    def _fill(self, facts: Sequence[tuple[str, str]]) -> None:
        _clear(self._terms)
        for name, words in facts:
            if words:
                self._add(name, words)

    def _add(self, name: str, words: str) -> None:
        left = label(name, tint="muted", size="small")
        left.setContentsMargins(0, 1, 0, 0)  # the smaller letters stand on the same line
        right = label(words, wrap=True)
        right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = self._terms.rowCount()
        self._terms.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
        self._terms.addWidget(right, row, 1, Qt.AlignmentFlag.AlignTop)


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
