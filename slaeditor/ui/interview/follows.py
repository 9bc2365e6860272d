"""Beside the questions, live: what follows from the answers, service by service, with the reasons, and what nothing answers yet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.interview.insight import About, Insight
from slaeditor.ui.interview.wrapped import BODY, LOOK, TARGET, TITLE, WrappedList
from slaeditor.ui.pieces import button, column, label
from slaeditor.ui.words import told, tr, trn


class Follows(QWidget):
    """Shows an insight; ``wanted`` names the answer behind the line that was chosen, ``mapped`` asks for the map of needs."""

    wanted = Signal(object)  # Path
    mapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("follows")
        self._insight: Insight | None = None
        self._service = ""
        box = column(self)
        box.setContentsMargins(theme.GRID, theme.WIDE, theme.HALF, theme.GRID)
        title = label(tr("What follows"), size="heading", bold=True)
        self._summary = label(tint="muted", wrap=True, name="follows_summary")
        for words in (title, self._summary):  # the list and the button have margins of their own
            words.setContentsMargins(theme.GRID, 0, 0, 0)
            box.addWidget(words)
        self._model = QStandardItemModel(self)
        self._list = WrappedList()
        self._list.setObjectName("follows_list")
        self._list.setAccessibleName(tr("What follows from the answers"))
        self._list.setModel(self._model)
        self._list.activated.connect(self._chosen)
        self._list.clicked.connect(self._chosen)
        box.addWidget(self._list, 1)
        self._map = button(tr("Map of needs and terms"), self.mapped.emit, kind="flat", name="follows_map")
        self._map.setToolTip(tr("Every need beside the terms that answer it, in the agreement"))
        box.addWidget(self._map, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(0)  # where there is no list, the words stay above
        self.setMinimumWidth(30 * theme.GRID)
        self.show_insight(None)

    def show_insight(self, insight: Insight | None, service: str = "") -> None:
        """Show what follows: for one service with all reasons, or else for each in short; None while nothing is known."""
        if (insight, service) == (self._insight, self._service) and self._summary.text():
            return
        place = self._list.verticalScrollBar().value() if service == self._service else 0
        self._insight, self._service = insight, service
        self._model.clear()
        for about in self._shown():
            self._add_long(about) if service else self._add_short(about)
        self._summary.setText(self._summary_now())
        self._list.setVisible(self._model.rowCount() > 0)
        self._map.setVisible(self._model.rowCount() > 0)
        box = self.layout()
        if box is not None:
            box.setAlignment(self._summary, Qt.AlignmentFlag.AlignTop)
        self._list.verticalScrollBar().setValue(place)

    def _shown(self) -> tuple[About, ...]:
        found = self._insight.about if self._insight else ()
        return tuple(about for about in found if self._service in ("", about.service))

    def _summary_now(self) -> str:
        shown = self._shown()
        if not shown and self._service:
            return tr("Say what an outage of this service means, and its criticality and its terms appear here.")
        if not shown:
            return tr("Say what an outage of a service means, and its criticality and its terms appear here.")
        said = sum(len(about.conclusions) for about in shown)
        unmet = sum(len(about.unmet) for about in shown)
        words = trn("{count} conclusion", "{count} conclusions", said)
        if unmet:
            words += ", " + trn("{count} need unanswered", "{count} needs unanswered", unmet)
        return words

    def _add_short(self, about: About) -> None:
        critical = next((one for one in about.conclusions if one.group == "criticality"), None)
        self._item("head", about.name or tr("The agreement as a whole"), critical.reason if critical else "", ())
        for one in about.conclusions:
            if one is not critical:
                self._item("done" if one.stands else "line", one.title, "", one.need)
        if about.unmet:
            count = len(about.unmet)
            words = trn("{count} need unanswered", "{count} needs unanswered", count)
            self._item("unmet", words, "", about.unmet[0].need)

    def _add_long(self, about: About) -> None:
        self._item("head", about.name, "", ())
        for one in about.conclusions:
            self._item("done" if one.stands else "line", one.title, one.reason, one.need)
        for need in about.unmet:
            self._item("unmet", tr("Not answered yet"), told(need.sentence), need.need)

    def _item(self, look: str, title: str, body: str, target: Path) -> None:
        item = QStandardItem()
        state = {"done": tr("in the agreement"), "line": tr("follows"), "unmet": ""}.get(look, "")
        item.setData(". ".join(part for part in (title, state, body) if part), Qt.ItemDataRole.AccessibleTextRole)
        for role, value in ((TITLE, title), (BODY, body), (LOOK, look), (TARGET, target)):
            item.setData(value, role)
        item.setSelectable(False)
        self._model.appendRow(item)

    def _chosen(self, index: QModelIndex) -> None:
        if index.data(LOOK) != "head" and (target := index.data(TARGET)):
            self.wanted.emit(tuple(target))
