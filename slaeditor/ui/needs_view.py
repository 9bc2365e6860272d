"""The needs of the customer as a drawn map, or as a list that says the same; all of them, or what nothing answers yet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedWidget, QWidget

from slaeditor.model.advice.needs_map import NeedsMap
from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.drawn.needs_chart import NeedsChart, need_words, said_words, summary, term_words, who_words
from slaeditor.ui.interview.wrapped import BODY, LOOK, TARGET, TITLE, WrappedList
from slaeditor.ui.pieces import column, filter_tab, label, line
from slaeditor.ui.words import told, tr

_NARROW = 56 * theme.GRID
"""Where there is less room than this, the list is shown: a map of two columns could not be read."""


class NeedsView(QWidget):
    """Shows a ``NeedsMap``; ``went`` names the need or the term that was chosen."""

    went = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("needs_view")
        self._shown: NeedsMap | None = None
        box = column(self)
        bar = line()
        self._which = QButtonGroup(self)
        self._all = filter_tab(self._which, 0, "needs_all")
        self._unmet = filter_tab(self._which, 1, "needs_unmet")
        self._form = QButtonGroup(self)
        self._map = filter_tab(self._form, 0, "needs_map", tr("Map"))
        self._list = filter_tab(self._form, 1, "needs_list", tr("List"))
        for one in (self._all, self._unmet):
            bar.addWidget(one)
        bar.addStretch()
        for one in (self._map, self._list):
            bar.addWidget(one)
        self._bar = QWidget()
        column(self._bar).addLayout(bar)
        box.addWidget(self._bar)
        self._summary = label(tint="muted", wrap=True, name="needs_summary")
        box.addWidget(self._summary)
        self.chart = NeedsChart()
        self._area = QScrollArea()
        self._area.setObjectName("needs_area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inner = column(inside)
        inner.setContentsMargins(0, theme.HALF, theme.GRID, 0)
        inner.addWidget(self.chart)
        inner.addStretch(1)
        self._area.setWidget(inside)
        self._model = QStandardItemModel(self)
        self.list = WrappedList()
        self.list.setObjectName("needs_lines")
        self.list.setAccessibleName(tr("Needs and the terms that answer them"))
        self.list.setModel(self._model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.list)
        box.addWidget(self._stack, 1)
        self.chart.opened.connect(lambda key: self._go(self.chart.path_of(key)))
        self.chart.chosen.connect(self._in_sight)
        self.list.activated.connect(self._picked)
        self.list.clicked.connect(self._picked)
        for group in (self._which, self._form):
            group.idClicked.connect(lambda _: self._refresh())
        self._refresh()

    def show_map(self, shown: NeedsMap | None) -> None:
        """Show this map; None while it is being worked out."""
        if shown != self._shown or not self._summary.text():
            self._shown = shown
            self._refresh()

    def enter(self) -> None:
        """The keys go to what is shown."""
        shown = self._stack.currentWidget()
        (self.chart if shown is self._area else self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room is a list's."""
        super().resizeEvent(event)
        self._arrange()

    def _refresh(self) -> None:
        shown = self._shown
        unmet = shown.unmet if shown else 0
        needs = len(shown.needs) if shown else 0
        self._all.setText(tr("All {count}", count=needs))
        self._unmet.setText(tr("Not answered {count}", count=unmet))
        self._unmet.setEnabled(bool(unmet))
        if not unmet:
            self._all.setChecked(True)
        if shown is None:
            self._summary.setText(tr("Working out which needs are answered …"))
        elif not needs:
            self._summary.setText(tr("Nothing the customer has said calls for a term yet."))
        else:
            self._summary.setText(summary(shown))
        wanted = (shown.only_unmet() if self._unmet.isChecked() else shown) if shown else NeedsMap((), ())
        self.chart.show_map(wanted)
        self._fill(wanted)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() >= _NARROW
        self._bar.setVisible(bool(self._shown and self._shown.needs))
        self._stack.setVisible(self._shown is None or bool(self._shown.needs))
        for one in (self._map, self._list):
            one.setVisible(room)
        self._stack.setCurrentWidget(self._area if room and self._map.isChecked() else self.list)

    def _fill(self, shown: NeedsMap) -> None:
        terms = {term.path: term for term in shown.terms}
        self._model.clear()
        for group in shown.groups:
            title = told(group.title)
            self._add("head", title, tr("“{words}”", words=group.quote) if group.quote else "", title, ())
            for need in group.needs:
                about, missing = (need.about, tr("no term answers this yet")) if need.missing else ("", "")
                body = " · ".join(part for part in (about, who_words(need), missing) if part)
                self._add("unmet" if need.missing else "need", said_words(need), body, need_words(need), need.path)
                for path in need.terms:
                    if path in terms:
                        term = terms[path]
                        self._add("term", told(term.words), told(term.where), term_words(term), path)

    def _add(self, look: str, title: str, body: str, words: str, path: Path) -> None:
        item = QStandardItem(words)
        item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        for role, value in ((TITLE, title), (BODY, body), (LOOK, look), (TARGET, path)):
            item.setData(value, role)
        if look == "head":
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._model.appendRow(item)

    def _picked(self, index: QModelIndex) -> None:
        if path := index.data(TARGET):
            self._go(tuple(path))

    def _go(self, path: Path) -> None:
        if path:
            self.went.emit(path)

    def _in_sight(self, key: str) -> None:
        area = self.chart.area_of(key)
        self._area.ensureVisible(area.center().x(), area.center().y(), 0, area.height())
