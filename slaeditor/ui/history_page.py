"""The history of the open agreement: what happened when and by whom; a revision can be opened, compared and restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui import dates, theme
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.desk import Desk
from slaeditor.ui.focus_order import follow
from slaeditor.ui.history_lines import Entry, entries
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.library_model import Index
from slaeditor.ui.marked import draw, laid_out
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import button, column, label, line, rule
from slaeditor.ui.shell import Shell
from slaeditor.ui.sides import Side
from slaeditor.ui.words import tr

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class EntryCell(QStyledItemDelegate):
    """What happened, and below it by whom and when; a revision stands out by its weight."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Two lines."""
        entry: Entry = index.data(ENTRY_ROLE)
        view = self.parent()
        style = view.style() if isinstance(view, QWidget) else None
        if style is not None:
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        area = option.rect.adjusted(theme.WIDE, theme.GRID, -theme.WIDE, 0)
        font = theme.font("body", bold=bool(entry.ordinal))
        draw(painter, area, laid_out(entry.what, font, 10_000, wrap=False), theme.colour("text"))
        below = area.adjusted(0, 20, 0, 0)
        who = f"{entry.by} · {dates.moment(entry.at)}"
        draw(painter, below, laid_out(who, theme.font("small"), 10_000, wrap=False), theme.colour("muted"))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines on the grid."""
        return QSize(20 * theme.GRID, 7 * theme.GRID)


class HistoryPanel(QWidget):
    """The list with its actions; stands on its own page and beside the agreement."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._list = QListWidget()
        self._list.setObjectName("history_list")
        self._list.setAccessibleName(tr("History"))
        self._list.setItemDelegate(EntryCell(self._list))
        self._open = button(tr("Open read-only"), self._act_open, kind="flat", name="history_open")
        self._compare = button(tr("Compare with draft"), self._act_compare, kind="flat", name="history_compare")
        self._restore = button(tr("Restore as draft"), self._act_restore, kind="flat", name="history_restore")
        self._none = label(tr("Nothing has happened yet."), tint="muted")
        self._none.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        bar = line(spacing=0)
        bar.setContentsMargins(theme.GRID, theme.HALF, theme.GRID, theme.HALF)
        for one in (self._open, self._compare, self._restore):
            bar.addWidget(one)
        bar.addStretch()
        box = column(self, spacing=0)
        box.addLayout(bar)
        box.addWidget(rule())
        box.addWidget(self._none)
        box.addWidget(self._list, 1)
        follow((self._list, self._open, self._compare, self._restore))
        self._list.currentRowChanged.connect(lambda _: self._enable())
        self._list.itemActivated.connect(lambda _: self._act_open())
        offer(self._list, self._menu)
        desk.library_changed.connect(self.read)
        shell.session.loaded.connect(self.read)
        self.read()

    def keys(self) -> QWidget:
        """What takes the keys first: the list; Tab leads from it to what can be done."""
        return self._list

    @property
    def ordinal(self) -> int:
        """The revision that is selected, 0 for none."""
        items = self._list.selectedItems()
        entry: Entry | None = items[0].data(ENTRY_ROLE) if items else None
        return entry.ordinal if entry else 0

    def read(self) -> None:
        """Read the history anew."""
        agreement = self._shell.session.agreement
        if not agreement:
            self._show(())
            return

        def done(result: Ok[tuple[Entry, ...]] | Err) -> None:
            match result:
                case Ok(found):
                    self._show(found)
                case Err(error):
                    self._shell.report(error)

        library = self._shell.library
        self._shell.runner.start(lambda _: entries(library.events(agreement)), done, key=f"history {id(self)}")

    def _show(self, found: Sequence[Entry]) -> None:
        before = self.ordinal
        self._list.clear()
        for entry in found:
            item = QListWidgetItem()
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.what}, {entry.by}, {dates.moment(entry.at)}")
            item.setToolTip(entry.what)
            self._list.addItem(item)
            if before and entry.ordinal == before:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0 and found:
            self._list.setCurrentRow(0)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        self._enable()

    def _enable(self) -> None:
        for one in (self._open, self._compare, self._restore):
            one.setEnabled(bool(self.ordinal))

    def _menu(self) -> list[Item]:
        items = self._list.selectedItems()
        if not items:
            return []
        entry: Entry = items[0].data(ENTRY_ROLE)
        is_revision = bool(entry.ordinal)
        words = f"{entry.what}, {entry.by}, {dates.moment(entry.at)}"
        return [
            Item("open", tr("Open read-only"), self._act_open, is_revision),
            Item("compare", tr("Compare with draft"), self._act_compare, is_revision),
            Item("before", tr("Compare with the revision before"), self._act_before, entry.ordinal > 1),
            Item("restore", tr("Restore as draft"), self._act_restore, is_revision, rule_before=True),
            Item("copy", tr("Copy"), lambda: QGuiApplication.clipboard().setText(words), rule_before=True),
        ]

    def _act_before(self) -> None:
        ordinal, agreement, library = self.ordinal, self._shell.session.agreement, self._shell.library
        self._shell.bus.compared.emit(
            Side.of_revision(ordinal - 1, read=lambda: library.revision(agreement, ordinal - 1)),
            Side.of_revision(ordinal, read=lambda: library.revision(agreement, ordinal)),
        )

    def _act_open(self) -> None:
        if self.ordinal:
            self._desk.open_revision(self.ordinal)

    def _act_restore(self) -> None:
        if self.ordinal:
            self._desk.restore(self.ordinal)

    def _act_compare(self) -> None:
        ordinal, agreement, library = self.ordinal, self._shell.session.agreement, self._shell.library
        if ordinal:
            self._shell.bus.compared.emit(
                Side.of_revision(ordinal, read=lambda: library.revision(agreement, ordinal)),
                Side.of_session(self._shell.session),
            )


class HistoryPage(Page):
    """The history with the whole room of the window."""

    place = "history"
    needs_document = True

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._panel = HistoryPanel(shell, desk)
        column(self).addWidget(self._panel)

    def arrive(self, path: Path | None = None) -> None:
        """Look again."""
        self._panel.read()
        self._panel.keys().setFocus()
