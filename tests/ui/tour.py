"""A walk through the window: every page, section, tab, sheet of the interview, pane and dialog, once."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path, tables
from slaeditor.model.quantities import Percent
from slaeditor.model.terms import Kind, fields
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.forms.section_form import SectionForm
from slaeditor.ui.frame.crash_dialog import CrashDialog
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.frame.window import Window
from slaeditor.ui.interview.page import InterviewPage
from slaeditor.ui.interview.sheet import Sheet
from slaeditor.ui.questions import Choosing, Question
from tests.ui.fakes import Surroundings
from tests.ui.memory_library import MemoryLibrary


def furnished() -> MemoryLibrary:
    """A library with the sample in a revision and a changed draft, and an agreement that nobody was asked about yet."""
    library = MemoryLibrary()
    sample = shipped.sample()
    library.add("sample", sample, "As proposed")
    draft = apply(sample, SetTerm(("remedies", "monthly_cap"), Percent("12")))
    library.save_draft("sample", draft, library.kept["sample"].version)
    library.add("begun", shipped.begin("healthcare", "Kliniken Süd", "SLA-2"))
    return library


def tour(window: Window, around: Surroundings) -> Iterator[tuple[str, QWidget]]:
    """The name of each stop and the widget that is looked at there."""
    window.activateWindow()
    _settle()
    yield "library", window
    for place in ("new", "settings"):
        window.go(place)
        yield _at(place), window
    window.desk.open("begun", "interview")
    interview = window.findChild(InterviewPage)
    assert interview is not None
    interview.go("proposal")
    yield _at("proposal"), window
    window.desk.open("sample")
    page = window.findChild(AgreementPage)
    assert page is not None
    for path in places(around.shell.session.document):
        page.go_to(path)
        yield _at(f"agreement {'.'.join(path)}"), window
    page.go_to(("remedies",))
    form = page.findChild(SectionForm, "section_remedies")
    assert form is not None
    form.bar.setCurrentIndex(form.tabs.index("#invoice"))
    yield _at("agreement worked invoice"), window
    for name in page.arrangement.panes.docks:
        page.arrangement.panes.open_pane(name)
        yield _at(f"pane {name}"), window
    window.go("interview")
    for step in interview.steps:
        interview.go(step.key)
        for sheet in interview.findChildren(Sheet):
            sheet.finish()
        yield _at(f"interview {step.key}"), window
    for place in ("compare", "what_if", "history"):
        window.go(place)
        yield _at(place), window
    window.act("palette")
    yield _at("palette"), window
    (QApplication.activePopupWidget() or QWidget()).close()
    around.shell.say("Something was done.", ("Undo", lambda: None))
    window.tell("Something stood in the way.", fault=True)
    yield _at("messages"), window
    window.decide("Two versions of this agreement are kept: which one goes on?", [("Keep mine", lambda: None)])
    yield _at("decision"), window
    page.go_to(("identity", "title"))
    window.act("explain")
    yield _at("explanation"), window
    window.act("guide")
    guide = window.findChild(QWidget, "guide")
    assert guide is not None
    yield _at("guide"), guide
    guide.close()
    window.desk.open_revision(1)
    yield _at("old revision"), window
    around.shell.session.close()
    around.library.kept.clear()
    window.act("refresh")
    yield _at("empty library"), window
    few, many = ("One", "Two"), tuple(f"Choice {number}" for number in range(30))
    for dialog in (
        Question("Save revision", "What changed?", window),
        Choosing("Import", "Which one?", few, window),
        Choosing("Import", "Which one?", many, window),
        CrashDialog((Rescued("SLA-2027-0001", saved=True),), "Traceback", "/var/log/slaeditor.log", window),
        CrashDialog((Rescued("IT services", saved=False, copy="copy.json"),), "Traceback", "the log", window),
    ):
        dialog.open()
        yield _at(dialog.objectName()), dialog
        dialog.close()
        dialog.deleteLater()


def places(document: Agreement) -> Iterator[Path]:
    """Each section, each of its tabs, and the first row of every table, nested ones too."""
    for section in SECTIONS:
        yield (section,)
        for one in fields(type(getattr(document, section))):
            if one.kind in (Kind.GROUP, Kind.ROWS):
                yield (section, one.name)
    seen: set[tuple[str, ...]] = set()
    for path, declared, rows in tables(document):
        kind = (path[0], declared.name, declared.type.__name__)
        if rows and kind not in seen:
            seen.add(kind)
            yield (*path, rows[0].id)


def _at(name: str) -> str:
    _settle()
    return name


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
