"""The answer as a picture that can be shown to a customer: headline, what is to be known, the ruler, its legend."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from slaeditor.ui import theme
from slaeditor.ui.drawn.legend import Legend
from slaeditor.ui.drawn.time_ruler import TimeRuler
from slaeditor.ui.drawn.time_ruler_marks import entries
from slaeditor.ui.forms.part import scrolled
from slaeditor.ui.pieces import column, label, line
from slaeditor.ui.what_if.finding import Found
from slaeditor.ui.what_if.told import differing_words, headline, remarks


class Shown(QWidget):
    """Shows a ``Found``; ``ruler`` is the drawing in it."""

    def __init__(self, *tools: QWidget) -> None:
        super().__init__()
        self.setObjectName("what_if_picture")
        self._headline = label(size="heading", bold=True, wrap=True, name="what_if_headline")
        self._remarks = label(tint="muted", wrap=True, name="what_if_remarks")
        self._differing = label(tint="finding", wrap=True, name="what_if_differing")
        self.ruler = TimeRuler()
        self._legend = Legend()
        self._drawn = drawn = QWidget()
        inner = column(drawn, spacing=theme.HALF)
        inner.setContentsMargins(theme.WIDE, 0, theme.WIDE, theme.GRID)
        inner.addWidget(self.ruler)
        inner.addWidget(self._legend)
        inner.addStretch(1)
        self._area = scrolled(drawn, "what_if_area")
        self._head = QWidget()
        head = column(self._head, spacing=theme.HALF)
        head.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, 0)
        first = line(spacing=0)
        first.addWidget(self._headline, 1)
        self._tools = tools
        for tool in tools:
            first.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(first)
        for one in (self._remarks, self._differing):
            head.addWidget(one)
        self._bring = QTimer(self, singleShot=True, interval=0)
        self._bring.timeout.connect(self._bring_band)
        box = column(self, spacing=0)
        box.addWidget(self._head)
        box.addWidget(self._area, 1)

    @property
    def wanted_height(self) -> int:
        """So high that nothing has to be scrolled."""
        drawn = self.ruler.height() + self._legend.height() if not self.ruler.isHidden() else 12 * theme.GRID
        return self._head.sizeHint().height() + drawn + 3 * theme.GRID

    def as_picture(self) -> QPixmap:
        """All of it, also what is scrolled out of sight."""
        inner = self._drawn
        ratio = self.devicePixelRatioF()
        top = self._head.height()
        high = top + self._legend.geometry().bottom() + theme.GRID
        whole = QPixmap(round(max(self._head.width(), inner.width()) * ratio), round(high * ratio))
        whole.setDevicePixelRatio(ratio)
        whole.fill(theme.colour("window"))
        painter = QPainter(whole)
        for one in (self._headline, self._remarks, self._differing):
            if one.isVisible():
                painter.drawPixmap(one.mapTo(self._head, QPoint()), one.grab())
        painter.drawPixmap(QPoint(0, top), inner.grab(QRect(0, 0, inner.width(), high - top)))
        painter.end()
        return whole

    def show_found(self, found: Found) -> None:
        """Show another answer."""
        self._headline.setText(headline(found.answer))
        said = " ".join(remarks(found.answer))
        self._remarks.setText(said)
        self._remarks.setToolTip(found.answer.start.rule)
        self._remarks.setVisible(bool(said))
        self._differing.setText(differing_words(found.differing, found.name) if found.name else "")
        self._differing.setVisible(bool(found.name))
        for tool in self._tools:
            tool.setEnabled(found.picture is not None)
        self.ruler.setVisible(found.picture is not None)
        self._legend.setVisible(found.picture is not None)
        self.ruler.show_picture(found.picture, found.dimmed, found.name)
        if found.picture is not None:
            self._legend.show_entries(
                entries(found.picture, dimmed=found.name if found.dimmed else "", shortened=self.ruler.shortened)
            )
        self._bring.start()

    def _bring_band(self) -> None:
        """The ruler itself matters more than the highest flag."""
        bar = self._area.verticalScrollBar()
        if bar.maximum():
            top, bottom = self.ruler.band
            bar.setValue((top + bottom) // 2 - self._area.viewport().height() * 3 // 5)
