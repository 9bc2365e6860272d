"""F1: a card beside the field says all that its declaration knows, Escape closes it; without a field the guide opens."""

from __future__ import annotations

import re

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import field_at
from slaeditor.model.quantities import Percent
from slaeditor.model.terms import Kind
from slaeditor.ui.editors import typed
from slaeditor.ui.frame.explanation import explanation
from slaeditor.ui.frame.guide import PLACES, GuideText
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.standard_of import standard_of
from tests.filled import filled_document, one_leaf_of_each
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import FewStandards, Surroundings, surroundings
from tests.ui.memory_library import MemoryLibrary

CAP = ("remedies", "monthly_cap")


def facts(
    document: Agreement, path: tuple[str, ...], *, base: Agreement | None = None, standard: Agreement | None = None
) -> dict[str, str]:
    found = explanation(document, path, base=base, standard=standard)
    assert found is not None
    return dict(found.facts)


# What is said


def test_every_term_has_its_label_and_help() -> None:
    document = filled_document()
    for path, declared, _ in one_leaf_of_each(document):
        found = explanation(document, path)
        assert found is not None
        assert (found.title, found.help) == (declared.term.label, declared.term.help)
        assert declared.term.unit in ("", dict(found.facts).get("Unit", "")) or declared.kind is Kind.MONEY
        assert ("Needed" in dict(found.facts)) == declared.term.obligatory
        assert not [part for part in ("None.", ": .", "..") if part in found.spoken], found.spoken


@pytest.mark.parametrize(
    "path",
    [
        ("identity", "effective"),
        CAP,
        ("services", "items", "imaging", "monthly_fee"),
        ("targets", "items", "p1", "restore"),
    ],
)
def test_what_can_be_written_is_understood(path: tuple[str, ...]) -> None:
    examples = facts(shipped.sample(), path)["You can write"].split(" · ")
    assert len(examples) > 1
    for example in examples:
        assert typed.parse(shipped.sample(), field_at(path), example)


def test_the_standard_and_the_last_revision_are_named() -> None:
    base = shipped.sample()
    document = apply(base, SetTerm(CAP, Percent("12")))
    found = facts(document, CAP, base=base, standard=shipped.standard("healthcare"))
    assert found["Last revision"] == str(base.remedies.monthly_cap)
    assert found["Standard"] == str(shipped.standard("healthcare").remedies.monthly_cap)
    assert facts(document, ("identity", "effective"), standard=shipped.standard("healthcare"))["Standard"] == (
        "says nothing here"
    )
    assert "Standard" not in facts(document, CAP)


def test_internal_terms_say_so() -> None:
    assert "Internal" in facts(shipped.sample(), ("identity", "note"))
    assert "Internal" not in facts(shipped.sample(), CAP)


def test_what_is_no_term_has_no_explanation() -> None:
    assert explanation(shipped.sample(), ("nothing",)) is None


def test_the_standard_is_found_by_hash_or_title() -> None:
    standards = FewStandards()
    there = standards.document("healthcare")
    identity = msgspec.structs.replace(Agreement().identity, origin_standard=there.identity.title)
    document = msgspec.structs.replace(Agreement(), identity=identity)
    assert standard_of(document, standards) == there
    assert standard_of(Agreement(), standards) is None
    other = msgspec.structs.replace(identity, origin_standard="Somebody else's")
    assert standard_of(msgspec.structs.replace(document, identity=other), standards) is None


# In the window


@pytest.fixture
def around() -> Surroundings:
    library = MemoryLibrary()
    library.add("nord", shipped.sample(), "First revision")
    return surroundings(library)


def opened(open_window: OpenWindow, around: Surroundings) -> WindowDriver:
    window = open_window(around)
    window.widget.activateWindow()
    QTest.qWaitForWindowActive(window.widget)
    window.open("Güneş")
    return window


def shown(window: WindowDriver) -> bool:
    return any(one.isVisible() for one in window.widget.findChildren(QWidget, "popover"))


def test_the_card_opens_beside_the_field_and_escape_closes_it(open_window: OpenWindow, around: Surroundings) -> None:
    window = opened(open_window, around)
    around.shell.go("agreement", CAP)
    field = QApplication.focusWidget()
    assert field is not None
    window.choose("explain")
    assert window.label("popover_title") == field_at(CAP).term.label
    assert QApplication.focusWidget() is field
    card = window.find(QWidget, "popover")
    assert window.widget.rect().contains(card.geometry())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown(window)
    window.choose("explain")
    assert shown(window)
    window.choose("explain")
    assert not shown(window)


def test_the_card_goes_when_the_keys_go_elsewhere(open_window: OpenWindow, around: Surroundings) -> None:
    window = opened(open_window, around)
    around.shell.go("agreement", CAP)
    window.choose("explain")
    around.shell.go("agreement", ("identity", "title"))
    assert not shown(window)


def test_a_question_of_the_interview_is_explained(open_window: OpenWindow, around: Surroundings) -> None:
    window = opened(open_window, around)
    window.choose("interview")
    field = next(
        one for one in window.widget.findChildren(QWidget) if one.objectName().startswith("answer:") and one.isVisible()
    )
    field.findChildren(QWidget)[0].setFocus()
    here = QApplication.focusWidget()
    while here is not None and not here.objectName().startswith("answer:"):
        here = here.parentWidget()
    if here is None:
        keys = next(one for one in field.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        keys.setFocus()
    window.choose("explain")
    assert shown(window)


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
def test_without_a_field_the_guide_opens_at_the_page(open_window: OpenWindow, around: Surroundings) -> None:
    window = open_window(around)
    window.choose("explain")
    assert window.find(QWidget, "guide").isVisible()
    parts = window.find(QListWidget, "guide_parts")
    assert parts.currentItem().text() == "Library"
    QTest.keyClick(parts, Qt.Key.Key_Escape)
    assert not window.find(QWidget, "guide").isVisible()
    window.choose("settings")
    window.choose("guide")
    assert parts.currentItem().text() == "Settings"


def test_the_guide_has_a_part_for_every_place(qapp: QApplication) -> None:
    assert set(PLACES) == {"library", *PAGES}
    text = GuideText()
    headings = [words for _, words in text.headings()]
    assert [words for words in PLACES.values() if words not in headings] == []
    assert all(text.go_to(words) for words in PLACES.values())
    assert not text.go_to("No such part")
    text.deleteLater()


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
def test_the_guide_leads_to_the_rules_of_the_checks(open_window: OpenWindow, around: Surroundings) -> None:
    window = open_window(around)
    window.choose("guide")
    window.find(GuideText, "guide_text").anchorClicked.emit(QUrl("checks.md"))
    parts, checks = window.find(QListWidget, "guide_parts"), window.find(GuideText, "guide_checks")
    assert parts.currentItem().text() == "The checks"
    assert checks.isVisible()
    assert "SVC-07" in checks.toPlainText()
    assert all(checks.go_to(words) for _, words in checks.headings())
    parts.setCurrentRow(0)
    assert not checks.isVisible()


def test_every_link_of_the_guide_leads_somewhere(qapp: QApplication) -> None:
    text = GuideText()
    links = set(re.findall(r'href="([^"]+)"', text.toHtml()))
    heads = {words.casefold().replace(" ", "-") for _, words in text.headings()}
    assert len(links) > 10
    assert [one for one in links if one.removeprefix("#") not in heads and one != "checks.md"] == []
    text.deleteLater()


def test_every_setting_is_explained(open_window: OpenWindow, around: Surroundings) -> None:
    window = open_window(around)
    window.widget.activateWindow()
    QTest.qWaitForWindowActive(window.widget)
    window.choose("settings")
    page = window.find(QWidget, "page_settings")
    fields = [
        one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert len(fields) > 12
    for field in fields:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not field:
            continue
        window.choose("explain")
        assert shown(window), field.objectName()
        assert not window.widget.findChildren(QWidget, "guide")
        assert window.label("popover_title"), field.objectName()
        assert window.label("popover_help"), field.objectName()
        window.choose("explain")
    authority = window.find(QWidget, "settings_signatory_authority")
    authority.setFocus()
    window.choose("explain")
    assert window.label("popover_title") == "Authority"
    assert window.label("popover_help").startswith("What the power to sign rests on")
