"""What there is to say of a document, worked out off the GUI thread whenever it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Examination, Finding, Past
from slaeditor.model.errors import UserError
from slaeditor.ui.compare.change_lines import Line, lines
from slaeditor.ui.forms.allowance import warm_up, year_of
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.shell import Shell

CHECK_MS = 200


@dataclass(frozen=True)
class Review:
    """What there is to say of a document: its findings, those of the last revision, and what differs from it.

    Without a revision there is nothing to compare with (None).
    """

    document: Agreement
    findings: tuple[Finding, ...]
    before: tuple[Finding, ...] | None
    changes: tuple[Line, ...] | None


class Examiner:
    """Checks and compares; remembers what cannot have changed. One thread at a time asks it."""

    def __init__(self) -> None:
        self._now, self._then = Examination(), Examination()

    def review(self, document: Agreement, base: Agreement | None, past: Past | None = None) -> Review:
        """Check and compare."""
        before = None if base is None else self._then.findings(base, past)
        found = self._now.findings(document, past)
        return Review(document, found, before, None if base is None else lines(base, document))


class Reviewer(QObject):
    """``reviewed`` gives the ``Review`` of the document as it is; one of an older document is not told."""

    reviewed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._warm = False
        self._examiner = Examiner()
        self._past: Past | None = None
        self._past_of: tuple[str, int] = ("", 0)
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

        agreement, revision = session.agreement, session.revision
        self._shell.runner.start(
            lambda _: self._examiner.review(document, base, self._history(agreement, revision, document)),
            done,
            key="review",
        )

    def _history(self, agreement: str, revision: int, document: Agreement) -> Past | None:
        """What became of the agreement before, read once for every revision; None when it cannot be read now."""
        if self._past_of != (agreement, revision):
            try:
                self._past = self._shell.library.past(agreement, document.parties.customer.legal_name)
            except UserError:
                return None  # that the library cannot be read is told by what the person does
            self._past_of = (agreement, revision)
        return self._past

    def _warm_up(self, document: Agreement) -> None:
        """Once the page stands, prepare what its first drawing of downtime would wait for."""
        if not self._warm:
            self._warm = True
            year = year_of(document, self._shell.clock.today())
            self._shell.runner.start(lambda _: warm_up(document, year), lambda _: None)
