"""The Agreement place on a stage: a real session and page, ports that do nothing, work that is done at once."""

from __future__ import annotations

import itertools
from typing import Any, TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from slaeditor.export.pdf import Box, Printed
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Past
from slaeditor.model.errors import UserError
from slaeditor.model.paths import Path, find
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.session import Session
from slaeditor.ui.shell import Shell
from tests.ui.fakes import ByHand, FixedClock

W = TypeVar("W", bound=QWidget)


class NoLibrary:
    """A library in which nothing has happened."""

    def events(self, agreement: str) -> tuple[()]:
        """None."""
        return ()

    def revisions(self, agreement: str) -> tuple[()]:
        """None."""
        return ()

    def past(self, agreement: str, customer: str) -> Past:
        """An agreement that has only just begun."""
        return Past()


class NoExports:
    """Remembers what was to be rendered and gives back ``pdf``."""

    def __init__(self) -> None:
        self.pdf = b""
        self.places: dict[Path, tuple[int, float]] = {}
        self.boxes: list[tuple[Path, Box]] = []
        self.rendered: list[Agreement] = []

    def preview(self, document: Agreement, stand: object) -> Printed:
        """The same PDF for everything."""
        self.rendered.append(document)
        if not self.pdf:
            raise UserError("There is no PDF on this stage.")
        return Printed(self.pdf, self.places, self.boxes)


class Stage:
    """A page with a document, and what a person does with it. Widgets are found by their object names."""

    def __init__(self, document: Agreement, base: Agreement | None = None, *, read_only: bool = False) -> None:
        numbers = itertools.count(1)
        self.runner = JobRunner(ByHand(eager=True))
        self.saved: list[Agreement] = []
        self.kept: dict[str, str] = {}

        def save(agreement: str, document: Agreement, version: int) -> int:
            self.saved.append(document)
            return version + 1

        self.session = Session(
            self.runner, save, lambda _, texts: self.kept.update(texts), lambda: f"new-{next(numbers)}"
        )
        self.exports = NoExports()
        self.shell = Shell(
            session=self.session,
            runner=self.runner,
            heavy=self.runner,
            library=cast(Any, NoLibrary()),
            standards=cast(Any, None),
            exports=cast(Any, self.exports),
            clock=FixedClock(),
            asker=cast(Any, None),
            user=lambda: "Tester",
            version=lambda: "0",
        )
        self.session.open("a1", document, version=1, revision=int(base is not None), base=base, read_only=read_only)
        self.page = AgreementPage(self.shell, Desk(self.shell))
        self.page.resize(1440, 800)
        self.edits = 0
        self.session.changed.connect(self._count)

    @property
    def document(self) -> Agreement:
        """The document as it is now."""
        return self.session.document

    def value(self, *path: str) -> Any:
        """What the document has there."""
        return find(self.document, path)

    def show(self) -> Stage:
        """Bring the page before the person."""
        self.page.show()
        self.page.arrive()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        return self

    def go(self, *path: str) -> None:
        """Go to a term, as search and the docks do."""
        self._activate()
        assert self.page.go_to(path), path
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget with that name."""
        found = [one for one in self.page.findChildren(kind, name) if one.isVisibleTo(self.page)]
        assert len(found) == 1, (name, found)
        return found[0]

    def focus(self) -> QWidget:
        """Where the keys go."""
        self._activate()
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def keys(self, text: str) -> None:
        """Type; letters that QTest has no key for come as an input method would send them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus(), letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.focus(), event)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.focus(), key, modifier)

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        """Click on it."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point or widget.rect().center()
        )

    def choose_cell(self, table: QTableView, row: int, column: int) -> None:
        """Click on a cell."""
        table.scrollTo(table.model().index(row, column))
        self.click(table.viewport(), table.visualRect(table.model().index(row, column)).center())

    def close(self) -> None:
        """The person is gone."""
        self.session.close()
        self.page.close()
        self.page.deleteLater()
        self.runner.cancel_all()

    def _activate(self) -> None:
        """Without a window system a popup stays the active window after it is closed."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            self.page.activateWindow()
            QTest.qWaitForWindowActive(self.page)

    def _count(self) -> None:
        self.edits += 1


def child(widget: QWidget, kind: type[W], name: str) -> W:
    """A widget inside another, by name."""
    found = widget.findChild(kind, name)
    assert isinstance(found, kind), name
    return found
