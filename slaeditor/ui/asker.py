"""Questions and file choosers as dialogs; the rest of the window knows them as the port ``Asker``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

# The dialogs themselves are imported when one is needed: the window appears sooner without them.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Dialogs:
    """Asks above the window that is active; remembers the folder used last."""

    def __init__(self, folder: Path, parent: Callable[[], QWidget | None]) -> None:
        self._folder = folder
        self._parent = parent

    def message(self, title: str, text: str, initial: str = "") -> str | None:
        """A line of text, None when the person thinks better of it."""
        from slaeditor.ui.questions import Question

        dialog = Question(title, text, self._parent())
        dialog.line.setText(initial)
        dialog.line.selectAll()
        return dialog.line.text() if dialog.exec() else None

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The number of the choice taken, None for none."""
        from slaeditor.ui.questions import Choosing

        dialog = Choosing(title, text, choices, self._parent())
        return dialog.taken if dialog.exec() else None

    def save_to(self, title: str, name: str, ending: str, kind: str) -> Path | None:
        """Where to write a file; the chooser asks before replacing one."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getSaveFileName(self._parent(), title, str(self._folder / name), f"{kind} (*.{ending})")
        return self._remember(found)

    def open_from(self, title: str, endings: Sequence[str], kind: str) -> Path | None:
        """Which file to read."""
        from PySide6.QtWidgets import QFileDialog

        pattern = " ".join(f"*.{ending}" for ending in endings)
        found, _ = QFileDialog.getOpenFileName(self._parent(), title, str(self._folder), f"{kind} ({pattern})")
        return self._remember(found)

    def printer(self, title: str, prepare: Callable[[QPrinter], object], pages: int) -> QPrinter | None:
        """Which printer, and which pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._parent())
        dialog.setWindowTitle(title)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() else None

    def reveal(self, path: Path) -> None:
        """Show a file or folder with the system's own program."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_several(self, title: str, endings: Sequence[str], kind: str) -> Sequence[Path]:
        """Which files to read, none when the person thinks better of it."""
        from PySide6.QtWidgets import QFileDialog

        pattern = " ".join(f"*.{ending}" for ending in endings)
        found, _ = QFileDialog.getOpenFileNames(self._parent(), title, str(self._folder), f"{kind} ({pattern})")
        return [path for path in map(self._remember, found) if path is not None]

    def folder(self, title: str) -> Path | None:
        """Which folder to write into."""
        from PySide6.QtWidgets import QFileDialog

        found = QFileDialog.getExistingDirectory(self._parent(), title, str(self._folder))
        if found:
            self._folder = Path(found)
        return Path(found) if found else None

    def _remember(self, found: str) -> Path | None:
        if not found:
            return None
        path = Path(found)
        self._folder = path.parent
        return path
