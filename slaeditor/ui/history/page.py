"""The history of the open agreement: what happened when and by whom, and what each revision changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from slaeditor.model.compare import Direction
from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.compare.change_lines import Line, lines, tally
from slaeditor.ui.compare.change_tree import ChangeTree
from slaeditor.ui.compare.sides import Side
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.desk import Desk
from slaeditor.ui.focus_order import follow
from slaeditor.ui.history.lines import Entry, entries
from slaeditor.ui.history.timeline import TimelineList
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import Elided, Empty, button, column, label, line, rule
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr, trn
from slaeditor.ui.wrapped_line import WrappedLine

_SHARE = 220
"""A fifth of the narrowest window, in pixels."""


class HistoryPanel(QWidget):
    """The list with its actions; stands on its own page and beside the agreement."""

    chosen = Signal(int)
    """The revision that is chosen now, 0 for none."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._list = TimelineList("history_list", inset=theme.GRID)
        self._open = button(tr("Open read-only"), self._act_open, kind="flat", name="history_open")
        self._compare = button(tr("Compare with draft"), self._act_compare, kind="flat", name="history_compare")
        self._restore = button(tr("Restore as draft"), self._act_restore, kind="flat", name="history_restore")
        self._none = label(tr("Nothing has happened yet."), tint="muted")
        self._none.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        head = WrappedLine((self._open, self._compare, self._restore), RevisionChanges.HEAD, theme.GRID)
        box = column(self, spacing=0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addWidget(self._none)
        box.addWidget(self._list, 1)
        follow((self._list, self._open, self._compare, self._restore))
        self._list.currentRowChanged.connect(lambda _: self._choose())
        self._list.asked.connect(lambda _: self._act_open())
        offer(self._list, self._menu)
        desk.library_changed.connect(self.read)
        shell.session.loaded.connect(self.read)
        self.read()

    def keys(self) -> QWidget:
        """What takes the keys first: the list; Tab leads from it to what can be done."""
        return self._list

    @property
    def ordinal(self) -> int:
        """The revision that is chosen, 0 for none."""
        return self._list.ordinal

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
        self._list.show_entries(found)
        self._none.setVisible(not found)
        self._choose()

    def _choose(self) -> None:
        for one in (self._open, self._compare, self._restore):
            one.setEnabled(bool(self.ordinal))
        self.chosen.emit(self.ordinal)

    def _menu(self) -> list[Item]:
        words, is_revision = self._list.words, bool(self.ordinal)
        if not words:
            return []
        return [
            Item("open", tr("Open read-only"), self._act_open, is_revision),
            Item("compare", tr("Compare with draft"), self._act_compare, is_revision),
            Item("before", tr("Compare with the revision before"), self._act_before, self.ordinal > 1),
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


class RevisionChanges(QWidget):
    """What one revision changed in the one before it, and for whom it is better."""

    HEAD = 4 * theme.GRID + theme.HALF

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._of: tuple[str, int] = ("", 0)
        self._title = label(bold=True, name="revision_title")
        self._counts = Elided(size="small", tint="muted")
        self._counts.setObjectName("revision_counts")
        self._tree = ChangeTree("revision_changes", tr("What the revision changed"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tree)
        self._stack.addWidget(
            Empty(tr("The first revision"), tr("Nothing came before it, so there is nothing to compare it with."))
        )
        self._stack.addWidget(Empty(tr("No revision"), tr("Choose a revision to see what it changed.")))
        self._stack.addWidget(Empty(tr("No difference"), tr("The revision says the same as the one before it.")))
        none = tr("“Save revision” keeps the agreement as it stands; what the next one changes is shown here.")
        self._stack.addWidget(Empty(tr("No revision yet"), none))
        head = QWidget()
        head.setFixedHeight(self.HEAD)
        words = line(head)
        words.setContentsMargins(theme.WIDE, 0, theme.WIDE, 0)
        words.addWidget(self._title)
        words.addWidget(self._counts, 1)
        box = column(self, spacing=0)
        box.addWidget(head)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)
        self._tree.went.connect(lambda path: shell.go("agreement", path))
        self.show_revision(0)

    def show_revision(self, ordinal: int) -> None:
        """Compare this revision with the one before it."""
        agreement = self._shell.session.agreement
        if (agreement, ordinal) == self._of and ordinal:
            return
        self._of = agreement, ordinal
        self._counts.set_text("")
        self._title.setText(tr("Revision {number}", number=ordinal) if ordinal else "")
        if ordinal < 2:
            self._stack.setCurrentIndex(1 if ordinal else 2 if self._shell.session.revision else 4)
            return
        library = self._shell.library

        def work() -> tuple[Line, ...]:
            return lines(library.revision(agreement, ordinal - 1), library.revision(agreement, ordinal))

        def done(result: Ok[tuple[Line, ...]] | Err) -> None:
            match result:
                case Ok(found):
                    self._show(found, ordinal)
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(lambda _: work(), done, key="revision changes")

    def _show(self, found: Sequence[Line], ordinal: int) -> None:
        counted = tally(found)
        parts = [
            trn(
                "{count} change since revision {before}",
                "{count} changes since revision {before}",
                len(found),
                before=ordinal - 1,
            ),
            tr("{number} better", number=counted[Direction.BETTER]),
            tr("{number} worse", number=counted[Direction.WORSE]),
            tr("{number} neutral for the customer", number=counted[Direction.NEUTRAL]),
        ]
        self._counts.set_text(" · ".join(parts) if found else "")
        self._tree.show_lines(found)
        self._stack.setCurrentIndex(0 if found else 3)


class HistoryPage(Page):
    """The history with the whole room of the window: what happened at the left, what it changed at the right."""

    place = "history"
    needs_document = True

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._panel = HistoryPanel(shell, desk)
        self._changes = RevisionChanges(shell)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setObjectName("history_parts")
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._panel)
        parts.addWidget(self._changes)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 3)
        parts.setSizes([2 * _SHARE, 3 * _SHARE])  # the size hints leave the buttons at the left no room for one line
        column(self).addWidget(parts)
        self._panel.chosen.connect(self._changes.show_revision)
        self._changes.show_revision(self._panel.ordinal)

    def arrive(self, path: Path | None = None) -> None:
        """Look again."""
        self._panel.read()
        self._panel.keys().setFocus()
