"""The start: all agreements of the library, found by filter and by any word in them, with details beside the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.model import paths
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.desk import Desk
from slaeditor.ui.history_lines import Entry, entries
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.key_terms import key_terms
from slaeditor.ui.library_details import WIDTH, Details
from slaeditor.ui.library_model import LibraryModel
from slaeditor.ui.library_table import LibraryTable
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import Empty, button, column, filter_tab, line, rule
from slaeditor.ui.ports import Group, Hit, LibraryRow, Query
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

SEARCH_MS = 120
DETAILS_MS = 40
"""Who walks through the list with the arrow keys does not wait for each document to be read."""

GROUPS = (
    (Group.ALL, "All"),
    (Group.DRAFT, "Draft"),
    (Group.IN_REVIEW, "In review"),
    (Group.IN_FORCE, "In force"),
    (Group.REVIEW_DUE, "Review due"),
    (Group.EXPIRING, "Expiring"),
    (Group.STANDARDS, "Standards"),
)


@dataclass(frozen=True)
class Found:
    """What one look into the library brought: the rows to show, and where the words sought stand."""

    rows: Sequence[LibraryRow]
    hits: Mapping[str, Hit] = field(default_factory=dict)


class LibraryPage(Page):
    """Reads the library off the GUI thread whenever filter, words or library change; keeps the selection."""

    place = "library"

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._count: int | None = None
        self._opening = True
        self._model = LibraryModel(self)
        self._hits: Mapping[str, Hit] = {}
        self._table = LibraryTable(self._model)
        self._details = Details(self.act)
        self._search = QLineEdit()
        self._groups = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._build()
        self._wait.timeout.connect(self.read)
        self._rest = QTimer(self, singleShot=True, interval=DETAILS_MS)
        self._rest.timeout.connect(self._read_details)
        self._search.textChanged.connect(lambda _: self._wait.start())
        self._search.returnPressed.connect(self._table.setFocus)
        self._groups.idClicked.connect(lambda _: self.read())
        self._table.opened.connect(self._open)
        self._table.selectionModel().currentRowChanged.connect(self._select)
        desk.library_changed.connect(self.read)
        self.read()

    @property
    def selected(self) -> str:
        """The id of the selected agreement, or nothing."""
        row = self._model.row_at(self._table.currentIndex())
        return row.id if row else ""

    def heading(self) -> tuple[str, str]:
        """The library and how much is in it."""
        if self._count is None:
            return tr("Library"), tr("opening …") if self._opening else tr("not opened")
        words = tr("1 agreement") if self._count == 1 else tr("{number} agreements", number=f"{self._count:,}")
        return tr("Library"), f"{words} · {FilePath(self._shell.library.place).name}"

    def arrive(self, path: Path | None = None) -> None:
        """Look again, as anything may have been done elsewhere."""
        if self._count is not None:
            self.read()
        self._take_keys()

    def act(self, name: str) -> None:
        """Open, find, compare and show the history of what is selected."""
        match name:
            case "find":
                self._search.setFocus()
                self._search.selectAll()
            case "open" if self.selected:
                self._open(self.selected)
            case "history" | "compare" if self.selected:
                self._desk.open(self.selected, name)
            case _:
                pass

    def read(self) -> None:
        """Read the library anew for the present filter and words."""
        query = Query(group=GROUPS[self._groups.checkedId()][0])
        text = self._search.text().strip()
        library = self._shell.library

        def look() -> Found:
            rows = library.rows(query)
            if not text:
                return Found(rows)
            hits: dict[str, Hit] = {}
            for hit in library.search(text):
                hits.setdefault(hit.agreement, hit)
            named = {row.id for row in library.rows(Query(group=query.group, text=text))}
            return Found([row for row in rows if row.id in hits or row.id in named], hits)

        def done(result: Ok[Found] | Err) -> None:
            match result:
                case Ok(found):
                    self._show(found, query, bool(text))
                case Err(error):
                    self._opening = False
                    self.heading_changed.emit()
                    self._shell.report(error)

        self._shell.runner.start(lambda _: look(), done, key="library")

    def _build(self) -> None:
        self._search.setObjectName("library_search")
        self._search.setPlaceholderText(tr("Search all texts"))
        self._search.setAccessibleName(tr("Search all texts"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedHeight(4 * theme.GRID)
        self._search.setMinimumWidth(30 * theme.GRID)
        bar = line(spacing=0)
        bar.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, theme.GRID)
        bar.addWidget(self._search, 1)
        bar.addSpacing(theme.WIDE)
        for number, (group, words) in enumerate(GROUPS):
            bar.addWidget(filter_tab(self._groups, number, f"filter_{group.name.lower()}", tr(words)))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._details)
        split.setStretchFactor(0, 1)
        split.setSizes([140 * theme.GRID - WIDTH, WIDTH])
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(Empty(tr("Nothing found"), tr("No agreement matches the filter and the words.")))
        self._stack.addWidget(QWidget())
        self._stack.setCurrentIndex(3)
        box: QVBoxLayout = column(self, spacing=0)
        box.addLayout(bar)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)

    def _nothing(self) -> Empty:
        self._begin = button(tr("New agreement"), lambda: self._shell.go("new"), kind="primary", name="empty_new")
        return Empty(
            tr("No agreement yet"),
            tr(
                "Begin one from a standard, or look at a finished one: the agreement of a hospital with its IT provider."
            ),
            self._begin,
            button(tr("Open the sample"), self._sample, name="empty_sample"),
        )

    def _sample(self) -> None:
        self._desk.create(self._shell.standards.sample, "agreement")

    def _show(self, found: Found, query: Query, sought: bool) -> None:
        before = self.selected
        self._hits = found.hits
        self._table.show_found(sought)
        self._model.show_rows(found.rows, found.hits)
        everything = query.group is Group.ALL and not sought
        first = self._count is None
        if everything or self._count is None:
            self._count = len(found.rows)
            self.heading_changed.emit()
        self._stack.setCurrentIndex(0 if found.rows else 1 if everything else 2)
        index = self._model.index_of(before)
        if not index.isValid() and found.rows:
            index = self._model.index(0, 0)
        self._table.setCurrentIndex(index)
        self._select(index)
        if first and not self._search.hasFocus():
            # What is hidden takes no focus, so only now the keys can be where the first row is.
            self._take_keys()

    def _take_keys(self) -> None:
        """The keys go to the agreements, or where there are none to what can be done about it."""
        (self._begin if self._stack.currentIndex() == 1 else self._table).setFocus()

    def _select(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._shell.bus.selected.emit(row.id if row else "")
        if row is None:
            return
        self._details.show_row(row)
        self._rest.start()

    def _read_details(self) -> None:
        agreement, library = self.selected, self._shell.library
        if not agreement:
            return

        def read() -> tuple[Sequence[tuple[str, str]], Sequence[Entry]]:
            return key_terms(library.working(agreement).document), entries(library.events(agreement))

        def show(result: Ok[tuple[Sequence[tuple[str, str]], Sequence[Entry]]] | Err) -> None:
            match result:
                case Ok((terms, past)) if self.selected == agreement:
                    self._details.show_terms(terms)
                    self._details.show_past(past)
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
