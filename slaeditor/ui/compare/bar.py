"""The filters of a comparison: kind with counts, section, and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QWidget

from slaeditor.ui import theme
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.filter import Choice, Which, counts, sections
from slaeditor.ui.pieces import ElidedBox, filter_tab, line
from slaeditor.ui.words import tr

KINDS = tuple(Which)


class FilterBar(QWidget):
    """``choice`` is what is asked for; ``changed`` tells that it is another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds = QButtonGroup(self)
        self._sections = ElidedBox()
        self._words = _Words()
        row = line(self, spacing=0)
        row.setContentsMargins(theme.WIDE, 0, theme.WIDE, theme.GRID)
        for number, which in enumerate(KINDS):
            row.addWidget(filter_tab(self._kinds, number, f"compare_{which.name.lower()}"))
        row.addStretch(1)
        self._sections.setObjectName("compare_section")
        self._sections.setAccessibleName(tr("Section"))
        self._sections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sections.setMinimumContentsLength(20)
        self._words.setObjectName("compare_words")
        self._words.setAccessibleName(tr("Filter by words"))
        self._words.setPlaceholderText(tr("Filter by words"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(30 * theme.GRID)
        for widget in (self._sections, self._words):
            widget.setFixedHeight(4 * theme.GRID)
            row.addSpacing(theme.GRID)
            row.addWidget(widget)
        self._kinds.idClicked.connect(lambda _: self.changed.emit())
        self._sections.activated.connect(lambda _: self.changed.emit())
        self._words.textChanged.connect(lambda _: self.changed.emit())
        self.show_counts(())

    @property
    def choice(self) -> Choice:
        """What is asked for."""
        return Choice(KINDS[self._kinds.checkedId()], self._sections.currentData() or "", self._words.text())

    def show_counts(self, lines: Sequence[Line]) -> None:
        """Say of each filter how many of these lines it shows, and offer their sections."""
        found = counts(lines, self.choice)
        words = {
            Which.ALL: tr("All"),
            Which.FIGURES: tr("Figures only"),
            Which.WORSE: tr("▼ Worse"),
            Which.BETTER: tr("▲ Better"),
        }
        full = {Which.WORSE: tr("Worse for the customer"), Which.BETTER: tr("Better for the customer")}
        for number, which in enumerate(KINDS):
            tab = self._kinds.button(number)
            tab.setText(f"{words[which]} {found[which]}")
            tab.setToolTip(full.get(which, ""))
            tab.setAccessibleName(f"{full.get(which, words[which])}: {found[which]}")
        here = self.choice.section
        offered = sections(lines, self.choice)
        with QSignalBlocker(self._sections):
            self._sections.clear()
            self._sections.addItem(tr("All sections ({number})", number=sum(offered.values())), "")
            for section, number in offered.items():
                self._sections.addItem(f"{section} ({number})", section)
            # A section whose last change is gone stays chosen no longer.
            self._sections.setCurrentIndex(max(self._sections.findData(here), 0))


class _Words(QLineEdit):
    """Escape empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
