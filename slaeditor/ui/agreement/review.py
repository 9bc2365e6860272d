"""What there is to say of a document, worked out off the GUI thread whenever it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Finding, findings
from slaeditor.ui.compare.change_lines import Line, lines
from slaeditor.ui.forms.allowance import warm_up, year_of
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.shell import Shell

CHECK_MS = 200


@dataclass(frozen=True)
class Review:
    """What there is to say of a document: its findings, and what differs from the last revision (None: there is none)."""

    document: Agreement
    findings: tuple[Finding, ...]
    changes: tuple[Line, ...] | None


def review(document: Agreement, base: Agreement | None) -> Review:
    """Check and compare."""
    return Review(document, findings(document), None if base is None else lines(base, document))


class Reviewer(QObject):
    """``reviewed`` gives the ``Review`` of the document as it is; one of an older document is not told."""

    reviewed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._warm = False
        self._timer = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._timer.timeout.connect(self.review_now)

    def soon(self, milliseconds: int = CHECK_MS) -> None:
        """Review when nothing has changed for so long."""
        self._timer.start(milliseconds)

    def review_now(self) -> None:
        """Begin to review the document as it is."""
        session = self._shell.session
        document, base = session.document, session.base
        if not session.is_open:
            return

        def done(result: Ok[Review] | Err) -> None:
            if isinstance(result, Ok) and result.value.document is session.document:
                self.reviewed.emit(result.value)
                self._warm_up(document)

        self._shell.runner.start(lambda _: review(document, base), done, key="review")

    def _warm_up(self, document: Agreement) -> None:
        """Once the page stands, prepare what its first drawing of downtime would wait for."""
        if not self._warm:
            self._warm = True
            year = year_of(document, self._shell.clock.today())
            self._shell.runner.start(lambda _: warm_up(document, year), lambda _: None)
