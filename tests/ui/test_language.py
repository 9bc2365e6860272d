"""The window in another language: which one a person gets, what changes with it, and what never does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from slaeditor import shipped
from slaeditor.export.context import Context
from slaeditor.export.outline import outline
from slaeditor.export.plain import plain
from slaeditor.model import paths
from slaeditor.model.canonical import content_hash
from slaeditor.model.lifecycle import Status
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.terms import Kind, Shape
from slaeditor.ui import dates, words
from slaeditor.ui.editors import codes, typed
from slaeditor.ui.frame.actions import ACTIONS
from slaeditor.ui.tongue import chosen
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.memory_library import NOW
from tests.ui.tour import furnished


@pytest.fixture
def turkish() -> Iterator[None]:
    assert words.use("tr") == "tr"
    yield
    words.use("en")


def test_the_person_decides_then_the_system_then_it_is_english() -> None:
    assert chosen("tr", ["en-GB"]) == "tr"
    assert chosen("", ["de-CH", "tr-TR", "en-US"]) == "tr"
    assert chosen("", ["en-US", "tr-TR"]) == "en"
    assert chosen("", ["ja"]) == "en"
    assert chosen("xx", []) == "en"


def test_languages_are_called_by_their_own_names() -> None:
    assert words.languages()[0] == ("en", "English")
    assert ("tr", "Türkçe") in words.languages()


def test_the_window_speaks_turkish_and_qt_with_it(turkish: None, open_window: OpenWindow) -> None:
    driver = open_window(surroundings(furnished()))
    assert driver.menu_text("new") == "Ye&ni anlaşma…"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "İptal"
    buttons.deleteLater()
    assert dates.day(date(2027, 5, 3)) == "3 May 2027"
    assert dates.day(date(2027, 8, 3)) == "3 Ağu 2027"


def test_english_is_itself_again() -> None:
    words.use("tr")
    words.use("en")
    assert words.tr("&File") == "&File"
    assert words.trn("{count} change", "{count} changes", 1) == "1 change"
    assert words.trn("{count} change", "{count} changes", 1200) == "1,200 changes"


def test_capitals_keep_the_dot(turkish: None) -> None:
    assert words.capital("iş günü") == "İş günü"
    assert words.capital("ışık") == "Işık"


def test_documents_do_not_change_with_the_window() -> None:
    document = shipped.sample()
    context = Context(revision="1", status=Status.DRAFT, exported=NOW, content_hash=content_hash(document))
    before = plain(outline(document, context))
    words.use("tr")
    try:
        assert plain(outline(document, context)) == before
        assert content_hash(document) == context.content_hash
        assert "service level" in before.casefold()
    finally:
        words.use("en")


def test_every_value_can_be_typed_again_as_it_is_shown(turkish: None) -> None:
    document = shipped.sample()
    seen = 0
    for path, declared, value in paths.walk(document):
        if declared.kind in (Kind.ROWS, Kind.GROUP) or value is None or path[-1] == "note":
            continue
        shown = typed.text_of(document, declared, value)
        if declared.kind is Kind.REFERENCE and "(" in shown:
            continue
        assert typed.parse(document, declared, shown) == value, (path, shown)
        seen += 1
    assert seen > 1_000


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("4 sa", Duration(240)),
        ("4 SAAT", Duration(240)),
        ("90 dk", Duration(90)),
        ("30 DAKİKA", Duration(30)),
        ("1 sa 30 dk", Duration(90)),
        ("2 iş günü", Duration(2, Unit.WORKING_DAYS, "office")),
        ("2 İŞ GÜNÜ", Duration(2, Unit.WORKING_DAYS, "office")),
        ("2 wd", Duration(2, Unit.WORKING_DAYS, "office")),
    ],
)
def test_lengths_are_understood_in_both_languages(text: str, length: Duration) -> None:
    assert Duration.parse(text, length.calendar) == length


def test_words_for_codes_are_understood_in_both_languages(turkish: None) -> None:
    assert codes.name(Shape.COUNTRY, "DE") == "Almanya"
    for word in ("Almanya", "ALMANYA", "Germany", "de"):
        assert codes.parse(Shape.COUNTRY, word) == "DE"
    for word in ("İngilizce", "ingilizce", "English", "EN"):
        assert codes.parse(Shape.LANGUAGE, word) == "en"


@pytest.mark.parametrize("code", [code for code, _ in words.languages()])
def test_no_key_stands_twice_in_a_menu(code: str) -> None:
    words.use(code)
    try:
        keys: dict[str, list[str]] = {"": [_key(words.tr(menu)) for menu in dict.fromkeys(one.menu for one in ACTIONS)]}
        for one in ACTIONS:
            keys.setdefault(one.menu, []).append(_key(words.tr(one.text)))
        for menu, found in keys.items():
            twice = {key for key in found if found.count(key) > 1}
            assert not twice, f"{code}, menu {menu}: {twice}"
    finally:
        words.use("en")


def _key(text: str) -> str:
    return text.partition("&")[2][:1].casefold()


def test_undo_is_named_in_turkish(turkish: None) -> None:
    named = words.tr("&Undo {what}", what=words.tr("change of {place}", place="P1"))
    assert named == "&Geri al: P1 değişikliği"


PROBE = """
import sys
from decimal import Decimal
from slaeditor.model.quantities import Duration, Money, Percent, exact
from slaeditor.model.summary import fold
from slaeditor.shipped import sample
from slaeditor.model.canonical import content_hash
import locale
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
print(fold("İSTANBUL ISPARTA ığdır"), "TITLE".lower(), "title".upper(), sorted(["ı", "i", "z", "ç", "c"]))
print(exact("1.234,5"), Percent.parse("99,95"), Money.parse("46.500,25 TL", "EUR"), Duration.parse("2 İŞ GÜNÜ", "c"))
print(f"{Decimal('1234567.5'):,}", content_hash(sample()))
"""


def probed(language: str) -> str:
    surroundings_of = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": "", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=surroundings_of, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


def test_a_turkish_machine_reads_writes_and_sorts_as_any_other() -> None:
    assert probed("tr_TR.UTF-8") == probed("C.UTF-8")


def test_a_turkish_machine_gets_a_turkish_window(tmp_path: Path) -> None:
    asked = "from slaeditor.ui import words; print(words.use(''), words.tr('&File'))"
    env = {**os.environ, "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=True, cwd=tmp_path, timeout=120
    )
    assert done.stdout.split() == ["tr", "&Dosya"]
