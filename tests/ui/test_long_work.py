"""Long work shows how far it is and can be cancelled; cancelled work leaves nothing behind, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from slaeditor.model.canonical import to_json
from slaeditor.model.edits import SetTerm
from slaeditor.ui.frame.busy import PATIENCE_MS, BusyBar
from slaeditor.ui.jobs import JobRunner, Ticket
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import Driver
from tests.ui.fakes import ByHand, Surroundings, document, surroundings
from tests.ui.memory_library import MemoryLibrary


@pytest.fixture
def around() -> Surroundings:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    return surroundings(library)


@pytest.mark.parametrize(
    ("action", "target"), [("export_pdf", "x.pdf"), ("export_xlsx", "x.xlsx"), ("backup", "x.backup")]
)
def test_what_is_cancelled_writes_nothing_and_says_so(
    open_window: OpenWindow, around: Surroundings, action: str, target: str
) -> None:
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    around.answers.path = Path(target)
    window.choose(action)
    assert window.sees("busy")
    window.click("busy_cancel")
    around.long.drain()
    assert around.exports.written == {}
    assert around.library.backups == []
    assert window.passing.startswith("Cancelled: ")
    assert not window.sees("busy")
    assert not window.notice


def test_a_cancelled_import_takes_nothing_in(open_window: OpenWindow, around: Surroundings, tmp_path: Path) -> None:
    window = open_window(around)
    around.answers.path = tmp_path / "agreement.json"
    around.answers.path.write_bytes(to_json(document(title="From a file")))
    window.choose("import")
    window.click("busy_cancel")
    around.long.drain()
    assert len(around.library.kept) == 1
    assert "was not imported" in window.passing


def test_a_backup_tells_how_far_it_is(open_window: OpenWindow, around: Surroundings) -> None:
    window = open_window(around)
    around.answers.path = Path("x.backup")
    seen: list[int] = []
    bar = window.find(QProgressBar, "busy_bar")
    bar.valueChanged.connect(seen.append)
    window.choose("backup")
    around.long.drain()
    assert seen == sorted(seen)
    assert seen[-1] == 66


def test_a_revision_is_never_torn_apart(open_window: OpenWindow, qtbot: QtBot) -> None:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(("identity", "title"), "New"))
    around.shell.session.flush()
    around.short.eager = False
    around.answers.words = "Second"
    window.choose("save")
    qtbot.waitUntil(lambda: window.sees("busy"), timeout=PATIENCE_MS * 20)
    assert not window.can_click("busy_cancel")
    around.short.drain()
    assert len(library.kept["nord"].revisions) == 2
    assert not window.sees("busy")
    around.short.eager = True


def test_short_work_shows_only_when_it_lasts(qtbot: QtBot) -> None:
    short, heavy = JobRunner(ByHand()), JobRunner(ByHand())
    bar = BusyBar(short, heavy)
    qtbot.addWidget(bar)
    job = short.start(lambda _: None, lambda _: None, name="Opening")
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE_MS * 20)
    Driver(bar).click("busy_cancel")
    assert job.ticket.cancelled
    assert not bar.isVisible()
    heavy.start(lambda _: None, lambda _: None, name="Writing")
    assert bar.isVisible()
    for runner in (short, heavy):
        runner.cancel_all()


def test_work_that_nobody_waits_for_ends_by_an_exception() -> None:
    ticket = Ticket(lambda *_: None)
    ticket.go_on()
    ticket.cancel()
    with pytest.raises(Exception, match="Cancelled"):
        ticket.go_on()
