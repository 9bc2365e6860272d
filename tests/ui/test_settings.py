"""The settings: every change holds at once, is remembered, and reaches what it is about."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Party, Side, Signatory
from slaeditor.model.errors import UserError
from slaeditor.model.provider import OwnDetails, with_own_details
from slaeditor.ui.settings.logo import ROOM, prepared
from slaeditor.ui.settings.page import SettingsPage
from slaeditor.ui.settings.preferences import MOST_RECENT, Begin, Look, Preferences
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings

OWN = OwnDetails(
    party=Party(legal_name="Şahin Bilişim A.Ş.", registration="HRB 1", address="Ankara", country="TR"),
    signatory=Signatory(id="x", name="Elif Şahin", title="Genel müdür"),
)


def png(width: int = 64, height: int = 32, kind: str = "PNG") -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(target, kind)
    return target.getvalue()


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


# What is kept


def test_what_is_set_is_there_again(kept: QSettings, tmp_path: Path) -> None:
    first = Preferences(kept)
    first.author = "  Elif   Şahin "
    first.look, first.begin = Look.DARK, Begin.DEFAULT
    first.default_library = tmp_path / "شركة.slalib"
    first.own, first.logo = OWN, png()
    kept.sync()
    again = Preferences(QSettings(kept.fileName(), QSettings.Format.IniFormat))
    assert again.author == "Elif Şahin"
    assert (again.look, again.begin) == (Look.DARK, Begin.DEFAULT)
    assert again.default_library == tmp_path / "شركة.slalib"
    assert again.own == OWN
    assert again.logo == png()


def test_nothing_set_is_the_usual(kept: QSettings) -> None:
    fresh = Preferences(kept, lambda: Path("usual"))
    assert (fresh.author, fresh.look, fresh.begin, fresh.logo) == ("", Look.SYSTEM, Begin.LAST, b"")
    assert fresh.default_library == Path("usual")
    assert not fresh.has_own_default
    assert fresh.own == OwnDetails()


def test_what_cannot_be_understood_counts_as_not_set(kept: QSettings) -> None:
    for key, value in (
        ("window/theme", "pink"),
        ("library/begin", 7),
        ("provider/details", "{"),
        ("provider/logo", "?"),
        ("library/recent", 3),
    ):
        kept.setValue(key, value)
    found = Preferences(kept)
    assert (found.look, found.begin, found.own, found.logo, found.recent) == (
        Look.SYSTEM,
        Begin.LAST,
        OwnDetails(),
        b"",
        (),
    )


def test_the_library_used_last_comes_first(kept: QSettings) -> None:
    found = Preferences(kept)
    for number in range(MOST_RECENT + 3):
        found.remember(Path(f"{number}.slalib"))
    found.remember(Path("5.slalib"))
    assert found.recent[:2] == (Path("5.slalib"), Path(f"{MOST_RECENT + 2}.slalib"))
    assert len(found.recent) == MOST_RECENT
    found.forget(Path("5.slalib"))
    assert Path("5.slalib") not in found.recent
    one = Preferences()
    one.remember(Path("only"))
    assert one.recent == (Path("only"),)


# The provider's own details


def test_a_new_agreement_begins_with_the_providers_details() -> None:
    made = with_own_details(Agreement(), OWN)
    assert made.parties.provider == OWN.party
    (signs,) = made.parties.signatories
    assert (signs.name, signs.title, signs.side) == ("Elif Şahin", "Genel müdür", Side.PROVIDER)
    assert with_own_details(made, OWN) == made


def test_details_that_are_empty_change_nothing() -> None:
    document = with_own_details(Agreement(), OWN)
    assert with_own_details(document, OwnDetails()) is document
    only = with_own_details(document, OwnDetails(party=Party(legal_name="Other")))
    assert only.parties.provider == msgspec.structs.replace(OWN.party, legal_name="Other")
    assert only.parties.signatories == document.parties.signatories


def test_the_window_puts_them_into_a_new_agreement(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("settings")
    window.type_into("settings_party_legal_name", "Sahin AS")
    window.find(QLineEdit, "settings_party_country").setText("Germany")  # typing would bring up the suggestions
    window.type_into("settings_signatory_name", "Elif")
    window.choose("new")
    window.type_into("new_customer", "Kliniken Nord")
    window.click("new_begin")
    parties = around.shell.session.document.parties
    assert (parties.provider.legal_name, parties.provider.country) == ("Sahin AS", "DE")
    assert [one.name for one in parties.signatories] == ["Elif"]


def test_a_country_that_is_none_is_named_and_not_kept(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("settings")
    window.find(QLineEdit, "settings_party_country").setText("Atlantis")  # typing would bring up the suggestions
    assert around.shell.preferences.own.party.country == ""
    window.find(QLineEdit, "settings_party_country").editingFinished.emit()
    assert around.shell.preferences.own.party.country == ""
    assert any("Atlantis" in one.text() for one in window.widget.findChildren(QLabel) if one.isVisible())


# The logo


def test_a_logo_is_made_small_and_plain() -> None:
    found = prepared("logo.jpg", png(4000, 2000, "JPEG"))
    with Image.open(BytesIO(found)) as image:
        assert (image.format, image.mode) == ("PNG", "RGBA")
        assert image.size == (ROOM.height() * 2, ROOM.height())
    assert prepared("logo.jpg", png(4000, 2000, "JPEG")) == found
    assert prepared("again.png", found) == found


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG or JPEG"),
        (png(kind="GIF"), "no PNG or JPEG"),
        (png()[:50], "damaged"),
        (png(8, 8), "too small"),
        (png(1600, 20), "too long"),
        (png(12_100, 1100), "pixels"),
        (b"\x89PNG" + bytes(10_000_001), "larger than"),
    ],
)
def test_a_picture_that_is_no_logo_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as found:
        prepared("odd.png", data)
    assert "The logo was not changed." in str(found.value)


def test_the_logo_is_chosen_and_removed_and_taken_back(open_window: OpenWindow, tmp_path: Path) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("settings")
    assert not window.sees("settings_logo_remove")
    around.answers.path = tmp_path / "logo.png"
    around.answers.path.write_bytes(png())
    window.click("settings_logo_choose")
    taken = around.shell.preferences.logo
    assert taken
    window.click("settings_logo_remove")
    assert around.shell.preferences.logo == b""
    window.click("toast_choice_0")
    assert around.shell.preferences.logo == taken
    around.answers.path.write_bytes(b"nothing")
    window.click("settings_logo_choose")
    assert "no PNG or JPEG" in window.notice
    assert around.shell.preferences.logo == taken


# The rest of the page


def test_choices_hold_at_once(open_window: OpenWindow, tmp_path: Path) -> None:
    around = surroundings()
    window = open_window(around)
    told: list[str] = []
    around.shell.preferences.changed.connect(told.append)
    window.choose("settings")
    look = window.find(QComboBox, "settings_look")
    look.setCurrentIndex(2)
    look.activated.emit(2)
    assert around.shell.preferences.look is Look.DARK
    window.type_into("settings_name", "Elif")
    assert around.shell.preferences.author == "Elif"
    around.answers.path = tmp_path / "mine.slalib"
    window.click("settings_library_choose")
    assert around.shell.preferences.default_library == tmp_path / "mine.slalib"
    assert window.elided("settings_library") == str(tmp_path / "mine.slalib")
    window.click("settings_library_usual")
    assert not around.shell.preferences.has_own_default
    assert {"look", "author", "default_library"} <= set(told)


def test_settings_of_a_window_that_is_gone_stand_in_nobodys_way(open_window: OpenWindow, qtbot: QtBot) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("settings")
    page = window.widget.findChild(SettingsPage)
    assert page is not None
    with qtbot.capture_exceptions() as faults:
        delete(page)  # as when its window is closed, or opened anew in another language
        around.shell.preferences.look = Look.DARK
    assert not faults
    assert around.shell.preferences.look is Look.DARK


def test_in_the_settings_undo_is_the_fields_own(open_window: OpenWindow) -> None:
    from slaeditor.model.edits import SetTerm
    from tests.ui.fakes import document
    from tests.ui.memory_library import MemoryLibrary

    library = MemoryLibrary()
    library.add("nord", document())
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(("identity", "title"), "Other"))
    assert window.possible("undo")
    window.choose("settings")
    assert not window.possible("undo")
