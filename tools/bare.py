"""What the scenes with nothing in them, and with more than fits, do to the document, where no time is drawn."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea

from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.legal import Clause
from slaeditor.model.agreement.remedies import Threshold
from slaeditor.model.agreement.services import Service
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Number, Percent
from slaeditor.ui.agreement.page import AgreementPage
from tools.answers import MANY
from tools.stage import Stage

SERVICES, PROMISES = ("services", "items"), ("availability", "promises")
THRESHOLDS = ("remedies", "schedules", "credit-laboratory", "thresholds")
CLAUSES = ("legal", "clauses")


def _set(stage: Stage, path: Path, value: object, shown: Path = ()) -> None:
    stage.window.shell.session.do(SetTerm(path, value))
    stage.find(AgreementPage, "page_agreement").go_to(shown or path)
    stage.wait()


def no_thresholds(stage: Stage) -> None:
    """A schedule of credits without a step."""
    _set(stage, THRESHOLDS, ())


def many_thresholds(stage: Stage) -> None:
    """Twelve steps close to one another, and one that is not complete."""
    steps = tuple(
        Threshold(id=f"s{n}", below=Number(f"{99.95 - n * 0.05:.2f}"), credit=Percent(str(2 + 2 * n)))
        for n in range(12)
    )
    _set(stage, THRESHOLDS, (*steps, Threshold(id="new")))
    stage.find(QScrollArea, "detail").verticalScrollBar().setValue(0)  # to the drawing, above the table


def no_promises(stage: Stage) -> None:
    """Nothing is promised to be available."""
    _set(stage, PROMISES, ())


def many_promises(stage: Stage) -> None:
    """A promise for each of twenty-one services."""
    many_services(stage)
    more = tuple(
        AvailabilityPromise(id=f"p{number}", services=(f"x{number}",), percent=Percent(f"99.{10 + number}"))
        for number in range(len(MANY))
    )
    _set(stage, PROMISES, (*stage.document.availability.promises, *more))


def no_services(stage: Stage) -> None:
    """An agreement about nothing."""
    _set(stage, SERVICES, ())


def many_services(stage: Stage) -> None:
    """Sixteen more services, one with a long name, one without any."""
    more = [Service(id=f"x{number}", name=name, code=name[:3].upper()) for number, name in enumerate(MANY)]
    long = Service(id="long", name="Exchange of findings, letters and pictures with the practices of the region")
    _set(stage, SERVICES, (*stage.document.services.items, *more, long, Service(id="nameless")), (*SERVICES, "long"))


def new_clause(stage: Stage) -> None:
    """A clause that nobody has written yet."""
    clause = Clause(id="new")
    _set(stage, CLAUSES, (*stage.document.legal.clauses, clause), (*CLAUSES, "new", "text"))


def nothing_called_so(stage: Stage) -> None:
    """The line that goes anywhere, with words that nothing is called."""
    stage.window.act("palette")
    QTest.keyClicks(stage.find(QLineEdit, "palette_line"), "quarterly unicorn")
    stage.wait()


def against_itself(stage: Stage) -> None:
    """Two sides that say the same."""
    for name in ("compare_old", "compare_new"):
        box = stage.find(QComboBox, name)
        box.setCurrentIndex(0)
        box.activated.emit(0)
    stage.wait()
