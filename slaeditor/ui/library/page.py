"""The start: all agreements of the library, found by filter and by any word in them, with details beside the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QSplitter, QWidget

from slaeditor.model import paths
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.compare.sides import Side
from slaeditor.ui.desk import Desk
from slaeditor.ui.focus_order import follow
from slaeditor.ui.history.lines import Entry, entries
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.library.bar import LibraryBar
from slaeditor.ui.library.columns import called
from slaeditor.ui.library.details import WIDTH, Details
from slaeditor.ui.library.key_terms import key_terms
from slaeditor.ui.library.menu import pop_up, window_action
from slaeditor.ui.library.model import LibraryModel
from slaeditor.ui.library.search import MOST_PLACES, Found, look
from slaeditor.ui.library.stack import LibraryStack
from slaeditor.ui.library.table import LibraryTable
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import column, label, rule
from slaeditor.ui.records import Group, Hit, LibraryRow, Query
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr, trn

# What a first look does not need is imported when it is.
if TYPE_CHECKING:
    from slaeditor.ui.library.drop import Veil
    from slaeditor.ui.library.files import Files

DETAILS_MS = 40
"""Who walks through the list with the arrow keys does not wait for each document to be read."""


FILES = ("slaj", "json", "pdf")
COUNTS_MS = 20
"""The list is painted before it is asked how many each filter would show."""


class LibraryPage(Page):
    """Reads the library off the GUI thread whenever filter, words or library change; keeps the selection."""

    place = "library"

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._count: int | None = None
        self._opening = True
        self._found: Found | None = None
        self._told: tuple[str, ...] | None = None
        self._model = LibraryModel(shell.clock.today, self)
        self._hits: Mapping[str, Hit] = {}
        self._bar = LibraryBar()
        self._rule = rule()
        self._more = label(size="small", tint="muted", name="library_more")
        self._table = LibraryTable(self._model)
        self._details = Details(self.act, lambda ordinal: desk.open_revision(ordinal, self._table.current))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._stack = LibraryStack(
            self._split,
            (lambda: shell.go("new"), self._sample, lambda: self.act("open_files")),
            (lambda: self._bar.take_all(words=False), lambda: self._bar.take_all(words=True)),
        )
        self._box = column(self, spacing=0)
        self._files: Files | None = None
        self._veil: Veil | None = None
        self._build()
        self._rest = QTimer(self, singleShot=True, interval=DETAILS_MS)
        self._rest.timeout.connect(self._read_details)
        self._count_them = QTimer(self, singleShot=True, interval=COUNTS_MS)
        self._count_them.timeout.connect(self._read_counts)
        self._bar.changed.connect(self.read)
        self._bar.left.connect(self._table.setFocus)
        self._table.opened.connect(self._open)
        self._table.chosen.connect(self._choose)
        self._table.menu_wanted.connect(lambda place: pop_up(self, place))
        desk.library_changed.connect(lambda: self.read() if self.isVisible() else None)
        self.setAcceptDrops(True)
        self.read()

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected agreements, the one that the keyboard stands on first."""
        return self._in_order(self._table.selected)

    def _in_order(self, rows: Sequence[LibraryRow]) -> tuple[str, ...]:
        here, found = self._table.current, [row.id for row in rows]
        if here in found:
            found.insert(0, found.pop(found.index(here)))
        return tuple(found)

    def heading(self) -> tuple[str, str]:
        """The library and how much is in it."""
        if self._count is None:
            return tr("Library"), tr("opening …") if self._opening else tr("not opened")
        words = trn("{count} agreement", "{count} agreements", self._count)
        return tr("Library"), f"{words} · {FilePath(self._shell.library.place).name}"

    def arrive(self, path: Path | None = None) -> None:
        """Look again, as anything may have been done elsewhere."""
        if self._count is not None:
            self.read()
        self._take_keys()

    def recall(self, settings: QSettings) -> None:
        """The columns and the splitter of the last time."""
        self._table.restore(settings)
        kept = settings.value("library/split")
        if isinstance(kept, QByteArray):
            self._split.restoreState(kept)

    def remember(self, settings: QSettings) -> None:
        """Remember them."""
        self._table.keep(settings)
        settings.setValue("library/split", self._split.saveState())

    def act(self, name: str) -> None:
        """What menus and buttons ask for, about what is selected."""
        chosen = self.selected
        match name:
            case "find":
                self._bar.begin()
            case "open" if chosen:
                self._open(chosen[0])
            case "history" | "compare" if chosen:
                self._desk.open(chosen[0], name)
            case "compare_two" if len(chosen) == 2:
                self._compare_two()
            case "export_each" if chosen:
                window_action(self, name).trigger()
            case "open_files":
                self._take(self._shell.asker.open_several(tr("Open or verify"), FILES, tr("Agreements and PDFs")))

    def read(self) -> None:
        """Read the library anew for the present filter and words."""
        group, text, library = self._bar.group, self._bar.text, self._shell.library

        def done(result: Ok[Found] | Err) -> None:
            match result:
                case Ok(found):
                    self._show(found)
                    self._found = found
                    self._count_them.start()
                case Err(error):
                    self._opening = False
                    self.heading_changed.emit()
                    self._shell.report(error)

        self._shell.runner.start(lambda _: look(library, group, text), done, key="library")

    def _build(self) -> None:
        self._more.setContentsMargins(theme.WIDE, theme.HALF, theme.WIDE, theme.HALF)
        self._more.hide()
        self._split.setChildrenCollapsible(False)
        listed = QWidget()
        below = column(listed, spacing=0)
        below.addWidget(self._table, 1)
        below.addWidget(self._more)
        self._split.addWidget(listed)
        self._split.addWidget(self._details)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([180 * theme.GRID - WIDTH, WIDTH])
        self._box.addWidget(self._bar)
        self._box.addWidget(self._rule)
        self._box.addWidget(self._stack, 1)

    def _show(self, found: Found) -> None:
        before = self.selected
        self._hits = found.hits
        first = self._count is None
        if found.query == Query():
            self._tell_count(len(found.rows))
        for part in (self._bar, self._rule):
            part.setVisible(not found.is_empty)  # there is nothing to seek or to filter in it
        more = found.more and len(found.rows) < (self._count or 0)
        self._more.setVisible(more)
        if more:
            self._more.setText(tr("These are the {number} best places; more words narrow them.", number=MOST_PLACES))
        if self._model.show_rows(found.rows, found.hits):
            self._table.select(before, before[0] if before else "")
        self._choose()
        self._stack.show_found(found, 0)
        if first and not self._bar.is_typed_in():
            # What is hidden takes no focus, so only now the keys can be where the first row is.
            self._take_keys()

    def _read_counts(self) -> None:
        if (found := self._found) is not None:
            work = partial(self._shell.library.counts, found.query)
            self._desk.run(work, partial(self._show_counts, found), key="library counts")

    def _show_counts(self, found: Found, counts: Mapping[Group, int]) -> None:
        self._bar.show_counts(counts)
        if found.is_empty and any(counts.values()):
            for part in (self._bar, self._rule):
                part.show()  # standards are there
        if not found.query.text:
            self._tell_count(counts[Group.ALL])
        self._stack.show_found(found, counts[Group.ALL])

    def _tell_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.heading_changed.emit()

    def _take_keys(self) -> None:
        """The keys go to the agreements, or where there are none to what can be done about it."""
        (self._stack.begins or self._table).setFocus()

    def _choose(self) -> None:
        """Tell what is selected; reading its document waits until the keys rest."""
        rows = self._table.selected
        chosen = self._in_order(rows)
        if chosen != self._told:
            self._told = chosen
            self._shell.bus.selected.emit(chosen)
        self._details.show_rows(rows, self._model.today)
        if len(rows) == 1:
            self._rest.start()

    def _read_details(self) -> None:
        chosen, library = self.selected, self._shell.library
        if len(chosen) != 1:
            return
        (agreement,) = chosen

        def read() -> tuple[Sequence[tuple[str, str]], Sequence[Entry]]:
            return key_terms(library.working(agreement).document), entries(library.events(agreement))

        def show(result: Ok[tuple[Sequence[tuple[str, str]], Sequence[Entry]]] | Err) -> None:
            match result:
                case Ok((terms, past)) if self.selected == chosen:
                    self._details.show_document(terms, past)
                case Err(error):
                    self._shell.report(error)
                case _:
                    pass

        self._shell.runner.start(lambda _: read(), show, key="details")

    def _open(self, agreement: str) -> None:
        """Open it where the words sought were found."""
        hit = self._hits.get(agreement)
        path: Path | None = None
        if hit is not None:
            try:
                path = paths.parse(hit.path)
            except EditError:
                path = None  # a text that stands for no single term
        self._desk.open(agreement, path=path)

    def _sample(self) -> None:
        self._desk.create(self._shell.standards.sample, "agreement")

    def _compare_two(self) -> None:
        library = self._shell.library
        old, new = (
            Side.of_agreement(library, row.id, " · ".join(part for part in (row.number, called(row)) if part))
            for row in self._table.selected
        )
        self._shell.bus.compared.emit(old, new)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped: say so."""
        from slaeditor.ui.library.drop import Veil, files_in

        if not files_in(event.mimeData()):
            return
        if self._veil is None:
            self._veil = Veil(self)
            self._veil.dropped.connect(self._take)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._veil.cover()

    def _take(self, files: Sequence[FilePath]) -> None:
        from slaeditor.ui.library.files import Files

        if not files:
            return
        if self._files is None:
            self._files = Files(self._shell, self._desk)
            self._box.insertWidget(self._box.indexOf(self._stack), self._files)
            order = (self._bar, self._files, self._stack)
            self._files.told.connect(lambda: follow(order))
        self._files.take(files)
