"""Small parts that every page is put together from: labels, buttons, boxes on the grid, empty states."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui import theme

L = TypeVar("L", bound=QBoxLayout)


def _plain(layout: L, margin: int, spacing: int) -> L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def column(owner: QWidget | None = None, *, margin: int = 0, spacing: int = theme.GRID) -> QVBoxLayout:
    """A vertical layout on the grid."""
    return _plain(QVBoxLayout(owner) if owner else QVBoxLayout(), margin, spacing)


def line(owner: QWidget | None = None, *, margin: int = 0, spacing: int = theme.GRID) -> QHBoxLayout:
    """A horizontal layout on the grid."""
    return _plain(QHBoxLayout(owner) if owner else QHBoxLayout(), margin, spacing)


def label(
    text: str = "", *, size: str = "body", bold: bool = False, tint: str = "", wrap: bool = False, name: str = ""
) -> QLabel:
    """A label that never reads its text as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setObjectName(name)
    if size != "body" or bold:
        theme.sized(made, size, bold=bold)
    if tint:
        theme.tint(made, tint)
    return made


def button(
    text: str, act: Callable[[], object], *, kind: str = "", name: str = "", beside: bool = False
) -> QPushButton:
    """A push button; ``kind`` is primary, flat or nothing. One ``beside`` the work leaves the keys there when it is clicked."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if beside:
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _=False: act())
    return made


def filter_tab(group: QButtonGroup, number: int, name: str, text: str = "") -> QToolButton:
    """One of several filters of which one holds, at first that with number 0."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setCheckable(True)
    made.setProperty("kind", "place")
    made.setFixedHeight(4 * theme.GRID)
    made.setChecked(number == 0)
    group.addButton(made, number)
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """A hair line between two parts."""
    made = QFrame()
    made.setProperty("kind", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


class Elided(QWidget):
    """One line of text that is cut with an ellipsis where it does not fit; the whole of it is its tool tip.

    ``middle`` cuts there: of a path the end says most.
    """

    def __init__(
        self, text: str = "", *, size: str = "body", bold: bool = False, tint: str = "text", middle: bool = False
    ) -> None:
        super().__init__()
        self._text, self._brief, self._about = text, "", ""
        self._cut = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self._tint = tint
        theme.sized(self, size, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, brief: str = "", about: str = "") -> None:
        """Show another text; ``brief`` is what is shown of it where the whole does not fit, ``about`` is said to who asks."""
        if (text, brief, about) != (self._text, self._brief, self._about):
            self._text, self._brief, self._about = text, brief, about
            self.setAccessibleDescription(about)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It may be cut down to nearly nothing."""
        return QSize(4 * theme.GRID, QFontMetrics(self.font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(theme.colour(self._tint))
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._text, self._cut, self.width())
        if shown != self._text and self._brief:
            shown = metrics.elidedText(self._brief, self._cut, self.width())
        whole = self._text if shown != self._text else ""
        self.setToolTip("\n".join(part for part in (whole, self._about) if part))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


_WIDEST = 60 * theme.GRID


class ElidedBox(QComboBox):
    """A box to choose from that cuts what is chosen with an ellipsis where it does not fit, not in the middle of a letter.

    Its tip begins with the whole of it then.
    """

    def event(self, event: QEvent) -> bool:
        """The tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
            if self.fontMetrics().horizontalAdvance(self.currentText()) > room:
                QToolTip.showText(event.globalPos(), f"{self.currentText()}\n{self.toolTip()}".strip(), self)
                return True
        return super().event(event)

    def showPopup(self) -> None:
        """The list is as wide as the longest of its words, whatever is chosen now."""
        lines = self.view()
        lines.setMinimumWidth(min(_WIDEST, lines.sizeHintForColumn(0) + 3 * theme.GRID))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box as its style draws it, with the words that fit."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        if self.currentIndex() < 0 and self.placeholderText():
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class Empty(QWidget):
    """What stands where there is nothing yet: a sentence, and what one can do about it."""

    def __init__(self, title: str, text: str, *buttons: QPushButton) -> None:
        super().__init__()
        box = column(self, margin=theme.WIDER)
        box.addStretch(2)
        for part in (label(title, size="heading", bold=True), label(text, tint="muted", wrap=True)):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(part)
        row = line()
        row.addStretch()
        for one in buttons:
            row.addWidget(one)
        row.addStretch()
        box.addSpacing(theme.GRID)
        box.addLayout(row)
        box.addStretch(3)
