"""The main window: places as pages in a stack, the head above them, menus and the notice bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from slaeditor.model.errors import UserError
from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.accessible import give_roles
from slaeditor.ui.compare.sides import Side
from slaeditor.ui.desk import Desk
from slaeditor.ui.focus_order import focus_on
from slaeditor.ui.frame import actions, next_step
from slaeditor.ui.frame.busy import BusyBar
from slaeditor.ui.frame.commands import Commands
from slaeditor.ui.frame.conflicts import question_of
from slaeditor.ui.frame.everywhere import Everywhere
from slaeditor.ui.frame.header import PLACES, Header
from slaeditor.ui.frame.heading import Heading, heading
from slaeditor.ui.frame.leaving import Leaving
from slaeditor.ui.frame.notice import Notice
from slaeditor.ui.frame.toasts import Choice
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.library.page import LibraryPage
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import column
from slaeditor.ui.records import Changes, Conflict
from slaeditor.ui.settings.libraries import Libraries
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

POLL_MS = 2_000
PageFactory = Callable[[Shell, Desk], Page]


class Window(QMainWindow):
    """One window on one library. Pages other than the library are made when they are first gone to."""

    another = Signal()
    closed = Signal()

    def __init__(self, shell: Shell, pages: Mapping[str, PageFactory], settings: QSettings) -> None:
        super().__init__()
        give_roles()
        self.setObjectName("window")
        self.setWindowTitle("slaeditor")
        self.setMinimumSize(960, 600)
        self._shell, self._settings, self._factories = shell, settings, dict(pages)
        self._token = -1
        self.desk = Desk(shell, self)
        self._pages: dict[str, Page] = {}
        self._tab = "library"  # where what has no tab of its own leads back to
        self._stack = QStackedWidget()
        self._header = Header(BusyBar(shell.runner, shell.heavy))
        self._notice = Notice()
        body = QWidget()
        box = column(body, spacing=0)
        box.addWidget(self._header)
        box.addWidget(self._notice)
        box.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._commands = Commands(shell, self.desk, self)
        self._actions = actions.build(self, self.act)
        self._everywhere = Everywhere(shell, self.desk, body, self._actions, settings)
        self._leaving = Leaving(shell, self.decide, self.close)
        self.libraries = Libraries(shell, self._actions["library_new"], self)
        self._factories["library"] = LibraryPage
        self._connect()
        self._restore()
        self.go("library")
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)
        self._poll.start()
        self._look()

    @property
    def shell(self) -> Shell:
        """What the window was handed."""
        return self._shell

    @property
    def place(self) -> str:
        """The id of the page that is shown."""
        page = self._stack.currentWidget()
        return page.place if isinstance(page, Page) else ""

    def page(self, place: str) -> Page:
        """The page of a place, made if it was not needed before."""
        if place not in self._pages:
            page = self._factories[place](self._shell, self.desk)
            page.setObjectName(f"page_{place}")
            page.heading_changed.connect(self.refresh)
            self._pages[place] = page
            self._stack.addWidget(page)
            page.recall(self._settings)
        return self._pages[place]

    def go(self, place: str, path: Path | None = None) -> None:
        """Show a place, and there the term at ``path``."""
        before = self._stack.currentWidget()
        page = self.page(place)
        if page.needs_document and not self._shell.session.is_open:
            return
        if isinstance(before, Page) and before is not page:
            self._shell.session.end_typing()
            before.leave()
        self._tab = place if any(place == tab for tab, _ in PLACES) else self._tab
        self._stack.setCurrentWidget(page)
        page.arrive(path)
        focus_on(page)
        self.refresh()
        self._everywhere.toasts.settle()

    def act(self, name: str) -> None:
        """Do what was chosen from the menu, by its id in ``actions``."""
        match name:
            case "library" | "agreement" | "interview" | "compare" | "what_if" | "new" | "settings":
                self.go(name)
            case "undo" | "redo":
                self._back_or_forth(name)
            case "palette" | "message" | "full_screen" | "close" | "quit" | "explain" | "guide":
                self._everywhere.act(name, self.place)
            case "library_open" | "library_new":
                self.libraries.act(name)
            case "window":
                self.another.emit()
            case next_step.BACK:
                self.go(self._tab)
            case next_step.DRAFT:
                self.desk.open(self._shell.session.agreement)
            case "refresh":
                self.desk.library_changed.emit()
                self._look()
            case "previous" | "next" | "open" | "find" | "history" | "open_files" | "compare_two":
                self._on_page(name)
            case _ if actions.page_action(name):
                self.page(self.place).act(name)
            case _:
                self._commands.act(name, self.place)
        if name not in ("find", "palette"):
            self.refresh()

    def refresh(self) -> None:
        """Bring head, title and menus up to date."""
        session = self._shell.session
        page = self.page(self.place) if self.place else None
        situation = actions.Situation(
            place=self.place,
            open=session.is_open,
            read_only=session.read_only,
            modified=session.modified,
            can_undo=session.can_undo,
            can_redo=session.can_redo,
            selected=len(self._commands.targets),
            seen=page.seen if page else frozenset(),
        )
        actions.refresh(self._actions, situation)
        self._actions["undo"].setText(tr("&Undo {what}", what=session.undo_text) if session.can_undo else tr("&Undo"))
        self._actions["redo"].setText(tr("&Redo {what}", what=session.redo_text) if session.can_redo else tr("&Redo"))
        self._header.show_place(self.place)
        for place, _ in PLACES:
            self._header.enable(place, self._actions[place].isEnabled())
        own = page.heading() if page else None
        head = Heading(*own) if own else heading(session, self.desk.status, page.standing if page else "")
        self._header.show_words(head.title, head.below, head.status, head.brief)
        self.setWindowTitle(f"{head.title} – slaeditor" if head.title else "slaeditor")
        words, act = next_step.next_step(self.place, session, page.problem_count if page else 0)
        self._header.show_next(words, lambda: self.act(act))

    def tell(self, text: str, fault: bool, choices: Sequence[Choice] = ()) -> None:
        """Show a sentence: in passing, or in the bar if it tells of a fault."""
        if fault:
            self._notice.tell(text)
        else:
            self._everywhere.toasts.show(text, choices)

    def decide(self, text: str, choices: Sequence[Choice]) -> None:
        """Show a sentence in the bar, with choices that stay until one is taken."""
        self._notice.ask(text, choices)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing else wants dismisses a passing message, or else a fault that was told, or else leads back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not (self._everywhere.toasts.dismiss() or self._notice.give_way()) and self.place in next_step.ASIDE:
            self.act(next_step.BACK)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing does not ask: what is not saved is saved now, and a version in conflict is kept as a draft of its own."""
        if not self._leaving.allowed():
            event.ignore()
            return
        self._poll.stop()
        self.desk.settle()
        for page in self._pages.values():
            page.leave()
        self._shell.runner.finish()
        self._shell.session.rest()
        self._shell.runner.close()
        self._shell.heavy.close()
        self.remember()
        self._settings.sync()
        super().closeEvent(event)
        self.closed.emit()

    def remember(self) -> None:
        """Keep where the window stands and how it is divided, for the next one that opens."""
        for page in self._pages.values():
            page.remember(self._settings)
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._everywhere.leave()

    def rescue(self) -> bool:
        """Save what can be saved after a bug; whether everything is in the library now."""
        self._shell.session.flush()
        return not self._shell.session.unsaved

    def _connect(self) -> None:
        session, bus = self._shell.session, self._shell.bus
        self._header.went.connect(self.go)
        bus.went.connect(self.go)
        bus.said.connect(self.tell)
        bus.selected.connect(self._commands.aim)
        bus.selected.connect(self.refresh)
        bus.compared.connect(self._compare)
        session.loaded.connect(self._loaded)
        session.state_changed.connect(self.refresh)
        session.failed.connect(self._failed)
        self.desk.status_changed.connect(self.refresh)
        self.desk.conflict.connect(self._ask_conflict)

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            room = self.screen().availableSize() * 0.9
            self.resize(QSize(180 * theme.GRID, 112 * theme.GRID).boundedTo(room))

    def _on_page(self, name: str) -> None:
        if name in ("open", "find", "open_files", "compare_two") or (name == "history" and self.place == "library"):
            if name in ("find", "open_files"):
                self.go("library")
            page = self.page("library")
        elif name == "history":
            self.go("history")
            return
        else:
            page = self.page(self.place)
        page.act(name)

    def _back_or_forth(self, name: str) -> None:
        """Undo or redo, and say of what: it may stand on a page that is not shown."""
        session = self._shell.session
        if name == "undo":
            said, did = tr("Undone: {what}", what=session.undo_text), session.undo()
        else:
            said, did = tr("Done again: {what}", what=session.redo_text), session.redo()
        if did:
            self.tell(said, fault=False)

    def _compare(self, old: Side, new: Side) -> None:
        from slaeditor.ui.compare.page import ComparePage  # the library appears sooner without it

        page = self.page("compare")
        if isinstance(page, ComparePage):
            page.compare(old, new)
        self.go("compare")

    def _loaded(self) -> None:
        self._notice.dismiss()
        if not self._shell.session.is_open:
            self.go("library")
        self.refresh()

    def _failed(self, error: UserError) -> None:
        self._notice.tell(tr("{error} Your changes are kept here and saved as soon as it is possible.", error=error))

    def _ask_conflict(self, conflict: Conflict) -> None:
        self._notice.ask(*question_of(conflict, self._commands, self.desk))

    def _look(self) -> None:
        """Ask what other windows did meanwhile; the first look only learns where to count from."""
        token = self._token
        if token >= 0 and not self._shell.runner.idle:
            return

        def done(result: Ok[Changes] | Err) -> None:
            # A library that cannot be read is told of by what the person does, not by every look at it.
            if isinstance(result, Ok):
                self._token = result.value.token
                if token >= 0:
                    self.desk.notice_change(result.value.agreements)

        self._shell.runner.start(lambda _: self._shell.library.changes_since(max(token, 0)), done)
