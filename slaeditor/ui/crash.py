"""What happens when there is a bug: it is logged, the draft is saved, and the person is told so."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from slaeditor.ui.words import tr

log = logging.getLogger(__name__)


class CrashGuard(QObject):
    """Takes ``sys.excepthook``'s place. Of bugs that come while one is being told, only the log hears."""

    def __init__(self, save: Callable[[], bool], place_of_log: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._place = place_of_log
        self._telling = False

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        log.critical("a bug\n%s", words)
        if self._telling:
            return
        self._telling = True
        saved = False
        try:
            saved = self._save()
        finally:
            self.tell(words, saved=saved)
            self._telling = False

    def tell(self, words: str, *, saved: bool) -> None:
        """Show what happened, and what became of the work."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Critical, "slaeditor", tr("Something went wrong in the program."))
        box.setObjectName("crash")
        box.setTextFormat(Qt.TextFormat.PlainText)
        kept = (
            tr("Your draft was saved. You can go on; if the program behaves oddly, start it anew.")
            if saved
            else tr("The draft could not be saved just now. Export the agreement as a file before you go on.")
        )
        box.setInformativeText(kept + " " + tr("The log is in {place}.", place=self._place))
        box.setDetailedText(words)
        box.exec()
