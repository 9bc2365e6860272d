"""Two windows on one library: neither overwrites the other, and nothing is lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.model.edits import SetTerm
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


@pytest.mark.parametrize(("taken", "kept"), [("Keep mine", "Mine"), ("Take the other", "Theirs")])
def test_of_two_windows_neither_overwrites_the_other(
    open_window: OpenWindow, library: MemoryLibrary, qtbot: QtBot, taken: str, kept: str
) -> None:
    here, there = surroundings(library), surroundings(library)
    window, other = open_window(here), open_window(there)
    window.open("Kliniken Nord")
    other.open("Kliniken Nord")
    there.shell.session.do(SetTerm(TITLE, "Theirs"))
    there.shell.session.flush()
    here.shell.session.do(SetTerm(TITLE, "Mine"))
    qtbot.waitUntil(lambda: "Both versions are kept" in window.notice)
    assert library.kept["nord"].document.identity.title == "Theirs"
    window.answer("Compare")
    assert window.place == "compare"
    assert "Mine" in str(window.table("compare_table"))
    assert "Theirs" in str(window.table("compare_table"))
    assert window.heading[1].endswith("not saved: there are two versions")
    window.answer(taken)
    assert not window.notice
    here.shell.session.flush()
    assert library.kept["nord"].document.identity.title == kept
    if taken == "Take the other":
        window.choose("undo")
        assert here.shell.session.document.identity.title == "Mine"


def test_a_window_sees_that_another_saved(open_window: OpenWindow, library: MemoryLibrary, qtbot: QtBot) -> None:
    here, there = surroundings(library), surroundings(library)
    window, other = open_window(here), open_window(there)
    window.open("Kliniken Nord")
    other.open("Kliniken Nord")
    here.shell.session.do(SetTerm(TITLE, "Mine"))
    here.shell.session.flush()
    qtbot.waitUntil(lambda: there.shell.session.document.identity.title == "Mine", timeout=10_000)
    title, standing = other.heading
    assert title == "Kliniken Nord · Mine"
    assert standing.startswith("SLA-1 · changed since revision 1 · all typing saved")
    assert there.said[-1] == ("Another window saved this agreement; you see it as it is now.", False)
    assert not other.possible("undo")
    there.shell.session.do(SetTerm(TITLE, "Theirs"))
    there.shell.session.flush()
    qtbot.waitUntil(lambda: here.shell.session.document.identity.title == "Theirs", timeout=10_000)
    assert not window.notice, "all that was done here is saved: there is nothing to ask"
    window.choose("undo")
    assert here.shell.session.document.identity.title == "Mine", "what was done here is in reach of undo"
    window.choose("undo")
    assert here.shell.session.document.identity.title == "Clinical IT"
    assert not other.notice


def test_what_is_not_understood_is_not_left_behind_unasked(
    open_window: OpenWindow, library: MemoryLibrary, qtbot: QtBot
) -> None:
    here, there = surroundings(library), surroundings(library)
    window, other = open_window(here), open_window(there)
    window.open("Kliniken Nord")
    other.open("Kliniken Nord")
    here.shell.session.set_unparsed(("identity", "cure_days"), "a few")
    there.shell.session.do(SetTerm(TITLE, "Theirs"))
    there.shell.session.flush()
    qtbot.waitUntil(lambda: "Both versions are kept" in window.notice, timeout=10_000)
    assert here.shell.session.unparsed


def test_closing_in_a_conflict_loses_nothing(open_window: OpenWindow, library: MemoryLibrary, qtbot: QtBot) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    library.save_draft("nord", document(title="Theirs"), library.kept["nord"].version)
    around.shell.session.do(SetTerm(TITLE, "Mine"))
    window.widget.close()
    titles = {kept.document.identity.title for kept in library.kept.values()}
    assert titles == {"Theirs", "Tills", "Kept from a conflict: Mine"}
