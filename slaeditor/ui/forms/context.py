"""What the forms of one page share: the session, the last revision to compare with, and the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Finding
from slaeditor.model.edits import Edit
from slaeditor.model.errors import EditError, ParseError
from slaeditor.model.paths import Path
from slaeditor.model.tables import COLLECTIONS
from slaeditor.model.terms import Field, Row
from slaeditor.ui.editors import typed
from slaeditor.ui.forms.widths import Widths
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.session import Session
from slaeditor.ui.words import told, tr


class Context(QObject):
    """``findings_changed`` asks every visible form to show them in place; ``said`` is a sentence for the person,
    ``went`` the place of a term that the person wants to go to, ``left_for`` another place of the window.

    ``today`` tells the date; ``runner`` does what takes longer than a key may. ``month`` is the one that a person has turned to,
    ``widths`` are those that a person has dragged.
    """

    findings_changed = Signal()
    said = Signal(str)
    went = Signal(object)  # Path
    left_for = Signal(str)  # the id of a place of the window

    def __init__(
        self, session: Session, today: Callable[[], date], runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.today = today
        self.runner = runner
        self.month: tuple[int, int] | None = None
        self.widths = Widths()
        self._findings: Mapping[Path, Finding] = {}

    @property
    def document(self) -> Agreement:
        """The document being shown."""
        return self.session.document

    @property
    def base(self) -> Agreement | None:
        """The last revision, if there is one."""
        return self.session.base

    @property
    def read_only(self) -> bool:
        """Whether the document is only read."""
        return self.session.read_only

    def do(self, edit: Edit, *, typing: bool = False) -> None:
        """Edit the document."""
        self.session.do(edit, typing=typing)

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Show these; of several at one place the first. What is said of a whole row is shown at its first term, too."""
        found: dict[Path, Finding] = {}
        of_rows: dict[Path, Finding] = {}
        for finding in findings:
            for path in finding.paths:
                found.setdefault(path, finding)
                row = value_at(self.document, path)
                if isinstance(row, Row):
                    of_rows.setdefault((*path, typed.columns_of(type(row))[0].name), finding)
        self._findings = of_rows | found
        self.findings_changed.emit()

    def collections(self) -> tuple[Any, ...]:
        """The tables whose rows are shown by name elsewhere; another table object means that names may have changed."""
        return tuple(paths.find(self.document, place) for place in COLLECTIONS.values())

    def finding(self, path: Path) -> Finding | None:
        """The gravest finding at exactly this place."""
        return self._findings.get(path)

    def refusal(self, path: Path, declared: Field) -> tuple[str, str] | None:
        """Text that was typed there and not understood, and why; None when there is none."""
        text = self.session.unparsed.get(path)
        return None if text is None else (text, why_refused(self.document, declared, text))

    def base_value(self, path: Path) -> Any:
        """What the last revision has there; ``NOWHERE`` when it has no such row, or there is no revision."""
        return value_at(self.base, path)


NOWHERE = object()
"""Stands for a value whose place does not exist."""


def value_at(document: Agreement | None, path: Path) -> Any:
    """The value at the path, or ``NOWHERE``."""
    if document is None:
        return NOWHERE
    try:
        return paths.find(document, path)
    except EditError:
        return NOWHERE


def why_refused(document: Agreement, declared: Field, text: str) -> str:
    """The sentence of the ``ParseError``; since the document may have changed, the text may have become a value."""
    try:
        typed.parse(document, declared, text)
    except ParseError as error:
        return told(error)
    return tr("“{text}” was not understood when it was typed; confirm it with Enter.", text=text)
