"""The whole job by keyboard alone, in the whole program: from an empty library to PDF, workbook and comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.app import Program
from slaeditor.model.agreement import Agreement
from slaeditor.model.quantities import Duration
from tests.ui.drivers import WindowDriver
from tests.ui.interview.conftest import POPUPS
from tests.ui.keyboard import CTRL, SHIFT, Keyboard

pytestmark = POPUPS


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own is read or written."""
    for name in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "USERPROFILE",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    QStandardPaths.setTestModeEnabled(True)


def test_keys_alone_do_the_whole_job(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(tmp_path / "library.slalib", "Anna Weber", settings=tmp_path / "window.ini")
    shown = program.open_window()
    shown.activateWindow()
    window, keys = WindowDriver(shown), Keyboard(qtbot, shown)

    def document() -> Agreement:
        return shown.shell.session.document

    # a new agreement, from a standard chosen with the arrows
    keys.wait(lambda: window.sees("empty_sample"))
    keys.press(Qt.Key.Key_N, CTRL)
    keys.wait(lambda: window.place == "new")
    keys.type("Güneş Sağlık Grubu A.Ş.")
    keys.tab_to("standard_general")
    keys.until(lambda: "standard_healthcare" in keys.names, Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: window.place == "interview")
    assert document().parties.customer.legal_name == "Güneş Sağlık Grubu A.Ş."

    # the interview: some answers, sheet by sheet
    keys.tab_to("said_by", Qt.Key.Key_Backtab, SHIFT)
    keys.type("Dr. Berg")
    keys.tab_to("steps", Qt.Key.Key_Backtab, SHIFT)
    service = document().services.items[0].id
    steps = window.find(QListWidget, "steps")
    keys.press(Qt.Key.Key_Home)
    keys.until(lambda: steps.currentRow() == 2, Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: window.widget.findChild(QWidget, f"needs.services[{service}].outage_cost") is not None)
    for place, words in (("outage_cost", "40000"), ("tolerable_outage", "1 h"), ("tolerable_data_loss", "0")):
        keys.tab_to(f"needs.services[{service}].{place}")
        keys.write(words)
    keys.press(Qt.Key.Key_Return)
    need = document().needs.services[0]
    assert need.tolerable_outage == Duration(60)

    # the proposal
    keys.tab_to("steps", Qt.Key.Key_Backtab, SHIFT)
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: window.sees("take_chosen"))
    keys.wait(lambda: window.can_click("take_chosen"))
    keys.tab_to("take_chosen")
    keys.press(Qt.Key.Key_Space)
    keys.wait(lambda: window.place == "agreement")
    assert document().needs.links

    # a target is edited in its table
    sections = window.find(QListWidget, "sections")
    keys.tab_to("sections")
    keys.press(Qt.Key.Key_Home)
    keys.until(lambda: "targets" in str(sections.currentItem().data(Qt.ItemDataRole.UserRole)), Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_F6)
    keys.tab_to("rows_items")
    view = window.find(QTableView, "rows_items")
    keys.press(Qt.Key.Key_Home, CTRL)
    heads = [
        str(view.model().headerData(column, Qt.Orientation.Horizontal)) for column in range(view.model().columnCount())
    ]
    keys.until(lambda: heads[view.currentIndex().column()].startswith("Restor"), Qt.Key.Key_Right)
    before = document()
    keys.type("45 min")
    keys.press(Qt.Key.Key_Return)
    assert document().targets != before.targets
    keys.press(Qt.Key.Key_Z, CTRL)
    assert document() == before
    keys.press(Qt.Key.Key_Z, CTRL | SHIFT)

    # a revision
    keys.answer("As talked over")
    keys.press(Qt.Key.Key_S, CTRL)
    keys.wait(lambda: shown.shell.session.revision == 1 and not shown.shell.session.modified)

    # PDF and workbook; the file chooser is the system's own, with its own keys
    for key, name, magic in ((Qt.Key.Key_P, "agreement.pdf", b"%PDF"), (Qt.Key.Key_E, "agreement.xlsx", b"PK")):
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        keys.press(key, CTRL | SHIFT)
        keys.wait(target.exists)
        assert target.read_bytes().startswith(magic)

    # another change, compared with the revision
    keys.type("40 min")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    keys.wait(lambda: window.place == "compare")
    keys.wait(lambda: "40 min" in str(window.table("compare_table")))
    keys.press(Qt.Key.Key_F8)
    here = window.find(QTableView, "compare_table").currentIndex()
    assert "40 min" in "".join(str(here.siblingAtColumn(column).data()) for column in range(here.model().columnCount()))
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: window.place == "agreement")
    assert "rows_items" in keys.names

    shown.close()
    program.close()
