"""Files that were dropped or chosen: one after another taken in or verified, and below one another what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.ui import theme
from slaeditor.ui.compare.sides import Side
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import Err, Ok, Ticket
from slaeditor.ui.library.empty import Picture
from slaeditor.ui.library.file_lines import Line, Offer, Outcome, Taken, Tone, content, is_pdf, line, take
from slaeditor.ui.pieces import button, column, label
from slaeditor.ui.pieces import line as row_of
from slaeditor.ui.records import Verdict
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr, trn

ICONS = {
    Tone.GOOD: ("circle-check", "better"),
    Tone.CAREFUL: ("circle-alert", "finding"),
    Tone.BAD: ("circle-x", "worse"),
}
MOST_SHOWN = 28 * theme.GRID
"""What is taller than this scrolls."""


class Files(QFrame):
    """Hidden until there is something to tell; one agreement file alone is simply imported and opened."""

    told = Signal()  # there are other buttons in it than before

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("files")
        self.setProperty("kind", "bar")
        self._shell, self._desk = shell, desk
        box = column(self, spacing=0)
        top = row_of()
        top.setContentsMargins(theme.WIDE, theme.HALF, theme.GRID, 0)
        self._title = label(bold=True, name="files_title")
        top.addWidget(self._title, 1)
        self._close = button(tr("Dismiss"), self.hide, kind="flat", name="files_close")
        top.addWidget(self._close)
        box.addLayout(top)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._area.setWidget(self._inside)
        box.addWidget(self._area)
        self.hide()

    def take(self, sources: Sequence[Path]) -> None:
        """Take in and verify these files, and say what came of each."""
        library, heavy = self._shell.library, self._shell.heavy
        found: list[tuple[Path, Outcome]] = []

        def work(ticket: Ticket) -> bytes | None:
            """What an agreement file that comes alone holds; of all others what came of them is found."""
            if len(sources) == 1:
                data = content(sources[0])
                if not is_pdf(data):
                    return data
            for number, source in enumerate(sources):
                if ticket.cancelled:
                    break
                ticket.report(number / len(sources), tr("Reading {name}", name=source.name))
                found.append((source, take(library, source)))
            return None

        def tell() -> None:
            """Also of those that were read before the rest was cancelled."""
            if found:
                self._show(found)
            if any(isinstance(outcome, Taken) for _, outcome in found):
                self._desk.library_changed.emit()

        def done(result: Ok[bytes | None] | Err) -> None:
            match result:
                case Ok(bytes() as data):
                    self._desk.import_file(sources[0].name, data)
                case Ok():
                    tell()
                case Err(error):
                    refused = tr("“{name}” was not imported: {error}", name=sources[0].name, error=told(error))
                    self._shell.report(UserError(refused))

        heavy.start(work, done, name=tr("Reading the files"), stopped=tell)

    def _show(self, found: Sequence[tuple[Path, Outcome]]) -> None:
        self._title.setText(trn("{count} file", "{count} files", len(found)))
        self._inside = QWidget()
        box = column(self._inside, spacing=0)
        box.setContentsMargins(theme.WIDE, 0, theme.GRID, theme.GRID)
        offers = [one for source, outcome in found for one in self._add(box, line(source.name, outcome), outcome)]
        self._area.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self._fit()
        self.show()
        self.told.emit()
        (offers or [self._close])[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._inside.heightForWidth(self.width()) if self._inside.hasHeightForWidth() else 0
        self._area.setFixedHeight(min(max(needed, 0), MOST_SHOWN))

    def _add(self, box: QVBoxLayout, one: Line, outcome: Outcome) -> list[QPushButton]:
        row = row_of()
        offers: list[QPushButton] = []
        icon, role = ICONS[one.tone]
        row.addWidget(Picture(icon, 2 * theme.GRID, role), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(label(one.name, bold=True))
        words.addWidget(label(one.words, wrap=True, name="file_words"))
        words.addStretch()
        row.addLayout(words, 1)
        for offer in one.offers:
            made = button(
                _words(offer, one), partial(self._do, offer, one, outcome), kind="flat", name=f"file_{offer.value}"
            )
            made.setAccessibleName(f"{made.text()}: {one.name}")
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            offers.append(made)
        held = QWidget()
        held.setLayout(row)
        row.setContentsMargins(0, theme.HALF, 0, theme.HALF)
        row.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(held)
        return offers

    def _do(self, offer: Offer, one: Line, outcome: Outcome) -> None:
        library = self._shell.library
        match offer, outcome:
            case Offer.OPEN, _:
                self._desk.open(one.agreement)
            case Offer.REVISION, _:
                self._desk.open_revision(one.ordinal, one.agreement)
            case Offer.COPY, Taken(data=data):
                self._desk.import_file(one.name, data, copy=True)
            case Offer.IMPORT, Verdict(document=Agreement() as document):
                self._desk.create(lambda: document, "agreement")
            case Offer.COMPARE, Verdict(document=Agreement() as document):
                self._shell.bus.compared.emit(
                    Side(one.name, document=document, sealed=True),
                    Side.of_agreement(library, one.agreement, tr("In the library")),
                )
            case _:
                pass


def _words(offer: Offer, one: Line) -> str:
    match offer:
        case Offer.OPEN:
            return tr("Open")
        case Offer.REVISION:
            return tr("Open revision {number}", number=one.ordinal)
        case Offer.IMPORT:
            return tr("Import it")
        case Offer.COPY:
            return tr("Import as a copy")
        case Offer.COMPARE:
            return tr("Compare")
