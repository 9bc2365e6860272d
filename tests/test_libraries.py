"""Libraries: the one used last is opened; one that is missing or broken is a sentence, and nothing is lost or made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.app import Program, usual_library
from slaeditor.beginning import first_library
from slaeditor.model.edits import SetTerm
from slaeditor.storage.library import Library
from slaeditor.storage.records import Filter
from slaeditor.ui import words
from slaeditor.ui.settings.preferences import Begin, Look, Preferences
from slaeditor.ui.theme import Theme
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import document
from tests.ui.memory_library import NOW

Start = Callable[..., tuple[Program, WindowDriver]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Start]:
    """Starts the program with the person's own files in a folder of the test's."""
    for name in ("HOME", "XDG_DATA_HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    programs: list[Program] = []

    def started(library: Path | None = None) -> tuple[Program, WindowDriver]:
        program = Program(library, "Anna Weber", settings=tmp_path / "window.ini")
        programs.append(program)
        return program, WindowDriver(program.open_window())

    yield started
    for program in programs:
        for window in list(program.windows):
            window.close()
        program.close()


def library_of(place: Path, customer: str) -> Path:
    with Library(place) as library:
        library.create(document(customer=customer), author="Anna Weber", at=NOW)
    return place


def now(program: Program) -> WindowDriver:
    return WindowDriver(program.windows[-1])


def shows(program: Program, customer: str) -> bool:
    rows = now(program).table("library_table")
    return len(rows) == 1 and customer in rows[0][0]


def choices(window: WindowDriver) -> list[str]:
    """What the notice bar offers."""
    return [one.text() for one in window.find(QWidget, "notice").findChildren(QAbstractButton) if one.isVisible()]


# Which one is first


def test_the_library_used_last_is_first(tmp_path: Path) -> None:
    preferences = Preferences(usual_library=lambda: tmp_path / "usual")
    assert first_library(None, preferences) == (None, "")
    preferences.remember(tmp_path / "last")
    (tmp_path / "last").touch()
    assert first_library(None, preferences) == (tmp_path / "last", "")
    assert first_library(tmp_path / "given", preferences) == (tmp_path / "given", "")


def test_the_default_one_is_first_if_the_person_wants_it_so(tmp_path: Path) -> None:
    preferences = Preferences(usual_library=lambda: tmp_path / "usual")
    (tmp_path / "last").touch()
    (tmp_path / "mine").touch()
    preferences.remember(tmp_path / "last")
    preferences.default_library = tmp_path / "mine"
    preferences.begin = Begin.DEFAULT
    assert first_library(None, preferences) == (tmp_path / "mine", "")


def test_of_one_that_is_gone_a_sentence_tells(tmp_path: Path) -> None:
    preferences = Preferences(usual_library=lambda: tmp_path / "usual")
    preferences.remember(tmp_path / "gone")
    place, said = first_library(None, preferences)
    assert place is None
    assert "gone" in said
    assert "cannot be found" in said
    (tmp_path / "mine").touch()
    preferences.default_library = tmp_path / "mine"
    assert first_library(None, preferences)[0] == tmp_path / "mine"


# In the window


def test_what_was_open_last_is_open_again(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    place = library_of(tmp_path / "Müller & Söhne.slalib", "Kliniken Nord")
    program, _ = start(place)
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)
    qtbot.waitUntil(lambda: program.preferences.recent == (place,))
    program.windows[0].close()
    again, window = start()
    qtbot.waitUntil(lambda: shows(again, "Kliniken Nord"), timeout=20_000)
    assert not window.notice


def test_another_library_takes_the_place_of_the_open_one(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = library_of(tmp_path / "1.slalib", "Kliniken Nord"), library_of(tmp_path / "2.slalib", "شركة الشمال")
    program, window = start(first)
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)
    window.open("Kliniken Nord")
    qtbot.waitUntil(lambda: window.place == "agreement", timeout=20_000)
    session = program.windows[0].shell.session
    session.do(SetTerm(("identity", "title"), "Last words"))
    program.change_library(program.windows[0], second)
    qtbot.waitUntil(lambda: len(program.windows) == 1 and shows(program, "شركة الشمال"), timeout=20_000)
    with Library(first) as kept:
        (row,) = kept.agreements(Filter(today=NOW.date()))
        assert kept.load(row.id).document.identity.title == "Last words"
    qtbot.waitUntil(lambda: program.preferences.recent == (second, first))
    menu = now(program).find(QMenu, "menu_recent_libraries")
    holder = now(program).find(QMenu, "menu_file")
    holder.aboutToShow.emit()
    assert [action.text().partition("  –")[0] for action in menu.actions()] == ["&1  1.slalib"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)


def test_a_missing_library_is_told_and_forgotten(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    place = library_of(tmp_path / "1.slalib", "Kliniken Nord")
    program, window = start(place)
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)
    gone = tmp_path / "gone.slalib"
    program.preferences.remember(gone)
    program.change_library(program.windows[0], gone)
    qtbot.waitUntil(lambda: "gone.slalib" in window.notice, timeout=20_000)
    assert gone not in program.preferences.recent
    assert not gone.exists()
    assert shows(program, "Kliniken Nord")


def test_a_broken_library_offers_the_default_one(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.slalib"
    broken.write_bytes(b"no library at all" * 100)
    program, window = start(broken)
    qtbot.waitUntil(lambda: "Open the default library" in choices(window), timeout=20_000)
    assert "broken.slalib" in window.notice
    assert broken.read_bytes() == b"no library at all" * 100
    window.answer("Open the default library")
    qtbot.waitUntil(lambda: len(program.windows) == 1 and now(program).sees("empty_sample"), timeout=20_000)
    assert program.windows[0].shell.library.place == str(usual_library())


def test_one_used_last_that_is_gone_is_told_once_and_not_made_anew(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    preferences, _ = start(tmp_path / "x.slalib")
    gone = tmp_path / "gone.slalib"
    qtbot.waitUntil(lambda: preferences.preferences.recent != (), timeout=20_000)
    preferences.preferences.remember(gone)
    program, window = start()
    qtbot.waitUntil(lambda: "cannot be found" in window.notice, timeout=20_000)
    assert "gone.slalib" in window.notice
    assert not gone.exists()
    window.answer("Dismiss")
    assert not window.notice
    assert program.windows[0].shell.library.place == str(usual_library())


def test_a_new_library_is_made_only_where_there_is_none(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = library_of(tmp_path / "1.slalib", "Kliniken Nord")
    program, window = start(place)
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)
    asker = program.windows[0].shell.asker
    monkeypatch.setattr(asker, "save_to", lambda *_: place)
    window.choose("library_new")
    assert "exists already" in window.notice
    assert shows(program, "Kliniken Nord")
    monkeypatch.setattr(asker, "save_to", lambda *_: tmp_path / "new")
    window.choose("library_new")
    qtbot.waitUntil(lambda: now(program).sees("empty_sample"), timeout=20_000)
    assert (tmp_path / "new.slalib").exists()


def test_quit_closes_every_window(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program, window = start(library_of(tmp_path / "1.slalib", "Kliniken Nord"))
    program.open_window()
    assert len(program.windows) == 2
    window.choose("quit")
    qtbot.waitUntil(lambda: not program.windows)


def test_settings_reach_the_program_at_once(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program, _ = start(tmp_path / "1.slalib")
    assert program.name() == "Anna Weber"
    program.preferences.author = "Elif Şahin"
    assert program.name() == "Elif Şahin"
    assert program.windows[0].shell.user() == "Elif Şahin"


def test_another_language_opens_the_window_anew_where_it_was(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program, window = start(library_of(tmp_path / "1.slalib", "Kliniken Nord"))
    qtbot.waitUntil(lambda: shows(program, "Kliniken Nord"), timeout=20_000)
    window.open("Kliniken Nord")
    qtbot.waitUntil(lambda: window.place == "agreement", timeout=20_000)
    program.windows[0].shell.session.do(SetTerm(("identity", "title"), "Son söz"))
    window.choose("settings")
    before = program.windows[0]
    try:
        program.preferences.language = "tr"
        qtbot.waitUntil(lambda: len(program.windows) == 1 and program.windows[0] is not before, timeout=20_000)
        again = now(program)
        qtbot.waitUntil(lambda: again.place == "settings", timeout=20_000)
        assert program.windows[0].shell.session.document.identity.title == "Son söz"
        assert again.menu_text("quit") not in ("&Quit", "")
        assert again.find(QComboBox, "settings_language").currentText() == "Türkçe"
    finally:
        words.use("en")


def test_colours_are_those_of_the_settings_at_once_and_at_the_next_start(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    theme = Theme(qapp, force_dark=False)
    settings = tmp_path / "window.ini"
    try:
        program = Program(tmp_path / "1.slalib", "Anna Weber", settings=settings, theme=theme)
        seen = []
        for look in (Look.DARK, Look.LIGHT, Look.DARK):
            program.preferences.look = look
            seen.append(theme.colours.dark)
        assert seen == [True, False, True]
        program.close()
        theme.force(dark=False)
        Program(tmp_path / "1.slalib", "Anna Weber", settings=settings, theme=theme).close()
        assert theme.colours.dark
    finally:
        theme.force(dark=False)
        theme.deleteLater()
