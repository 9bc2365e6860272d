"""The window on a stage: the real program on a library that is made for pictures, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
from PIL import Image
from PySide6.QtCore import QEventLoop, QMimeData, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from slaeditor import shipped
from slaeditor.app import Program
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import open_findings
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.lifecycle import Status
from slaeditor.model.paths import Path as Place
from slaeditor.model.quantities import Percent
from slaeditor.storage.library import Library
from slaeditor.ui.ports import Stand
from slaeditor.ui.records import Query
from tools import shelves

W = TypeVar("W", bound=QWidget)

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
USER = "Anna Weber"
PATIENCE = 30.0
QUIET_MS = 200

CUSTOMERS = (
    ("Aegean Ferries S.A.", "retail", date(2026, 3, 1), 36),
    ("Bäckerei Früh GmbH", "retail", date(2025, 1, 1), 24),
    ("Gmina Łódź", "public-sector", date(2026, 7, 1), 48),
    ("Hansen Shipping A/S", "managed-hosting", date(2027, 1, 1), 36),
    ("Kent Cleaning Ltd", "general", None, None),
    ("Müller & Söhne KG", "general", date(2026, 2, 1), 24),
    ("Ostsee Reederei AG", "managed-hosting", date(2024, 6, 1), 36),
    ("Stadtwerke Elbe", "public-sector", date(2026, 10, 1), 24),
    ("Süd Apotheken eG", "healthcare", date(2026, 5, 1), 12),
)


class StillClock:
    """It is always half past ten on the same Monday."""

    def now(self) -> datetime:
        """The moment."""
        return NOW

    def today(self) -> date:
        """The day."""
        return NOW.date()


def furnish(place: Path, shelf: str = "furnished") -> None:
    """A library with the sample in two revisions and a draft; alone (one), with a few agreements around it, or with dozens.

    The one with many has ten thousand, and not the sample.
    """
    if shelf == "many":
        shelves.crowd(place, NOW, USER)
        return
    with Library(place) as library:
        at = NOW - timedelta(days=40)
        sample = shipped.sample()
        kept = library.create(sample, author=USER, at=at)
        _, version = library.commit(
            kept.id,
            sample,
            author=USER,
            message="As proposed after the interview",
            at=at,
            expected_version=kept.version,
        )
        second = _edited(
            sample, (("identity", "non_renewal_notice_days"), 120), (("remedies", "monthly_cap"), Percent("12"))
        )
        _, version = library.commit(
            kept.id,
            second,
            author="Jonas Berg",
            message="Longer notice and a lower cap, as agreed on the phone",
            at=NOW - timedelta(days=12),
            expected_version=version,
        )
        draft = _edited(second, (("identity", "cure_days"), 20), (("remedies", "monthly_cap"), Percent("15")))
        library.save_draft(kept.id, draft, version, at=NOW - timedelta(hours=1), findings=len(open_findings(draft)))
        if shelf == "dozens":
            shelves.fill(library, NOW, USER)
        for number, (customer, standard, effective, months) in enumerate(CUSTOMERS if shelf != "one" else (), start=1):
            made = shipped.begin(standard, customer, f"SLA-2026-{number:04}")
            made = _edited(
                made,
                (("identity", "effective"), effective),
                (("identity", "initial_months"), months),
                (("review", "next_review"), date(2026, 12, 1) + timedelta(days=17 * number) if effective else None),
            )
            when = NOW - timedelta(days=60 - number)
            begun = library.create(made, author=USER, at=when)
            missing = len(open_findings(made))
            version = library.save_draft(begun.id, made, begun.version, at=when, findings=missing)
            if number % 3:
                library.commit(
                    begun.id,
                    made,
                    author=USER,
                    message="First revision",
                    at=when,
                    expected_version=version,
                    findings=missing,
                )


def _edited(document: Agreement, *terms: tuple[Place, object]) -> Agreement:
    for path, value in terms:
        document = apply(document, SetTerm(path, value))
    return msgspec.structs.replace(document)


class Stage:
    """One window of one size, and the few things that a scene does with it."""

    def __init__(self, library: Path, width: int, height: int, language: str = "en") -> None:
        kept = library.with_suffix(".ini")
        settings = QSettings(str(kept), QSettings.Format.IniFormat)
        settings.setValue("window/language", language)
        settings.sync()
        self._program = Program(library, USER, clock=StillClock(), settings=kept)
        self.window = self._program.open_window()
        self.window.resize(width, height)
        self.front: QWidget = self.window
        """What the picture shows."""
        self.wait()

    @property
    def document(self) -> Agreement:
        """The document that is open."""
        return self.window.shell.session.document

    def find(self, kind: type[W], name: str) -> W:
        """A widget by its object name, the one that can be seen if there are several."""
        found = self.window.findChildren(kind, name)
        if not found:
            raise LookupError(f"there is no {kind.__name__} called {name}")
        return next((one for one in found if one.isVisible()), found[0])

    def open(self, customer: str, place: str = "agreement") -> None:
        """Open the agreement of a customer, once it is in the list."""
        view = self.find(QTableView, "library_table")
        self.until(lambda: view.model().rowCount() > 0)
        model = view.model()
        row = next(row for row in range(model.rowCount()) if customer in str(model.index(row, 0).data()))
        view.setCurrentIndex(model.index(row, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.until(lambda: self.window.place == "agreement")
        if place != "agreement":
            self.go(place)
        self.wait()

    def go(self, place: str, path: Place | None = None) -> None:
        """Show a place, and there a term."""
        self.window.go(place, path)
        self.wait()

    def save_elsewhere(self, path: Place, value: object) -> None:
        """Change a term of the open agreement as another window would."""
        session = self.window.shell.session
        with Library(Path(self.window.shell.library.place)) as library:
            working = library.load(session.agreement)
            changed = _edited(working.document, (path, value))
            library.save_draft(working.id, changed, working.version, at=NOW, session="Jonas Berg")

    def files(self) -> list[Path]:
        """A PDF of the library's second revision, one of an agreement that it does not have, an agreement file, another PDF."""
        shell, folder = self.window.shell, Path(self.window.shell.library.place).parent
        library = shell.library
        row = next(row for row in library.rows(Query()) if row.number == shipped.sample().identity.number)
        other = _edited(shipped.sample(), (("identity", "number"), "SLA-2025-0417"))
        written = {
            "Gunes r2.pdf": shell.exports.render(
                "pdf", library.revision(row.id, 2), Stand(row.id, 2, Status.DRAFT, False)
            ),
            "Gunes 2025.pdf": shell.exports.render("pdf", other, Stand("", 1, Status.DRAFT, False)),
            "Gunes.slaj": library.agreement_file(row.id),
        }
        for name, data in written.items():
            (folder / name).write_bytes(data)
        Image.new("RGB", (210, 297), "white").save(folder / "Minutes.pdf")
        return [*(folder / name for name in written), folder / "Minutes.pdf"]

    def drop(self, files: list[Path], *, let_go: bool = True) -> None:
        """Drag files over the page that is shown, and let them go there."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        page = self.window.page(self.window.place)
        given = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page, QDragEnterEvent(page.rect().center(), *given))
        if let_go:
            veil = self.find(QWidget, "drop_veil")
            QApplication.sendEvent(veil, QDragEnterEvent(veil.rect().center(), *given))
            QApplication.sendEvent(veil, QDropEvent(QPointF(veil.rect().center()), *given))
        self.wait()

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the program go on until something is so."""
        for _ in range(int(PATIENCE * 1000 / 20)):
            if ready():
                return
            self._turn(20)
        raise TimeoutError("the window did not come to that")

    def wait(self) -> None:
        """Let the program go on until nothing is under way and nothing new begins."""
        self._turn(QUIET_MS)
        shell = self.window.shell
        self.until(lambda: shell.runner.idle and shell.heavy.idle)
        self._turn(QUIET_MS)
        self.until(lambda: shell.runner.idle and shell.heavy.idle)

    def close(self) -> None:
        """End the program."""
        self.window.close()
        QApplication.processEvents()
        self._program.close()

    @staticmethod
    def _turn(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
