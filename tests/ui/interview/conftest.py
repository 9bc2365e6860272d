"""A window on one agreement, with the interview open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import Surroundings, surroundings
from tests.ui.interview.driver import InterviewDriver
from tests.ui.memory_library import MemoryLibrary


class Talk(InterviewDriver):
    """The interview with all around it: the window, its session, its library."""

    def __init__(self, around: Surroundings, open_window: OpenWindow) -> None:
        self.around = around
        self.window = open_window(around)
        self.window.widget.activateWindow()
        assert QTest.qWaitForWindowActive(self.window.widget), "without an active window nothing has the keys"
        self.open("a1")
        super().__init__(self.window)

    def open(self, agreement: str) -> None:
        """Go to the interview of an agreement, as one gets there from New."""
        window = self.window.widget
        assert isinstance(window, Window)
        window.desk.open(agreement, "interview")

    @property
    def document(self) -> Agreement:
        """The document as the session has it."""
        return self.around.shell.session.document


POPUPS = pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard", extend=True)
"""What the offscreen platform says when a list pops up."""

Begin = Callable[[Agreement], Talk]


@pytest.fixture
def begin(open_window: OpenWindow) -> Begin:
    """Opens a document in a window and goes to the interview."""

    def begun(document: Agreement) -> Talk:
        library = MemoryLibrary()
        library.add("a1", document)
        return Talk(surroundings(library), open_window)

    return begun


@pytest.fixture
def talk(begin: Begin) -> Talk:
    """The interview for a hospital, begun from the shipped standard."""
    return begin(shipped.begin("healthcare", "Kliniken Nord", "SLA-7"))


def source(talk: Talk, place: str) -> tuple[str, date | None]:
    """Who gave the answer, and when."""
    found = next(one for one in talk.document.needs.sources if one.answer == place)
    return found.said_by, found.said_on


def first_service(talk: Talk) -> tuple[str, str]:
    """Id and name of the first service."""
    service = talk.document.services.items[0]
    return service.id, service.name
