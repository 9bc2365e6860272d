"""What happens when there is a bug: it is logged, the drafts are saved, and the person is told so."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QApplication

from slaeditor.ui.frame.rescued import Rescued

log = logging.getLogger(__name__)


class CrashGuard(QObject):
    """Takes ``sys.excepthook``'s place. Of bugs that come while one is being told, only the log hears.

    ``save`` saves what is open and tells what became of it; ``leave`` ends the program.
    """

    def __init__(
        self,
        save: Callable[[], Sequence[Rescued]],
        place_of_log: str,
        *,
        leave: Callable[[], object] = QApplication.quit,
        version: Callable[[], str] = lambda: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._leave, self._version = save, leave, version
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
        rescued: Sequence[Rescued] | None = None
        try:
            rescued = self._save()
        finally:
            self.tell(words, rescued)
            self._telling = False

    def tell(self, words: str, rescued: Sequence[Rescued] | None) -> None:
        """Show what happened and what became of the work (None: the saving failed, too)."""
        from slaeditor.ui.frame.crash_dialog import CrashDialog

        dialog = CrashDialog(rescued, report(words, self._version()), self._place, QApplication.activeWindow())
        go_on = dialog.exec()
        dialog.deleteLater()
        if not go_on:
            self._leave()


def report(words: str, version: str) -> str:
    """What a developer needs: versions and the traceback; nothing of any agreement."""
    import platform  # only when there is something to report

    head = f"slaeditor {version}\nPython {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{head}\n\n{words}"
