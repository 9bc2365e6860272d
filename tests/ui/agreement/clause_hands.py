"""Hands on the field of a clause: opened with a text, read, pointed at, its menu opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.clause_field import ClauseField
from slaeditor.ui.pieces import Elided
from tests.ui.agreement.conftest import OpenStage
from tests.ui.agreement.stage import Stage

SAMPLE = shipped.sample()
CLAUSE = next(one for one in SAMPLE.legal.clauses if one.library_text and one.library_text == one.text)
PLACE = ("legal", "clauses", CLAUSE.id, "text")
INTERVAL = "{value:review.interval_months}"
TEXT = f"Within {INTERVAL} as {{section:targets}} says."
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(stage: OpenStage, text: str, document: Agreement = SAMPLE, **how: bool) -> tuple[Stage, ClauseField]:
    """The clause with this text, as the library has it, and its field with the keys."""
    document = apply(document, SetTerm(PLACE, text))
    document = apply(document, SetTerm((*PLACE[:-1], "library_text"), text))
    st = stage(document, **how)
    st.go(*PLACE)
    return st, st.find(ClauseField, "text")


def shown(field: ClauseField) -> str:
    """The text as it can be read."""
    return chips.words_of(field.source(), field.means)


def editor_of(field: ClauseField) -> QWidget:
    """With what stands below the text."""
    parent = field.parentWidget()
    assert parent is not None
    return parent


def told(field: ClauseField) -> str:
    """What is said below of the chosen reference."""
    line = editor_of(field).findChild(Elided, "told_reference")
    assert line is not None
    return line.text()


def at(field: ClauseField, position: int, end: int | None = None) -> None:
    """Put the cursor there, or mark up to the end."""
    cursor = field.textCursor()
    cursor.setPosition(position)
    if end is not None:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def middle(field: ClauseField, position: int) -> QPoint:
    """A point on the reference behind the position."""
    QApplication.processEvents()
    return field.area_of(position).center().toPoint()


def menu_of(field: ClauseField, position: int) -> dict[str, QAction]:
    """What the right button offers on the reference behind the position."""
    if (before := QApplication.activePopupWidget()) is not None:
        before.close()
    place = middle(field, position)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(field.viewport(), QContextMenuEvent(reason, place, field.viewport().mapToGlobal(place)))
    (menu,) = [one for one in field.findChildren(QMenu, "context_menu") if one.isVisible()]
    return {action.objectName(): action for action in menu.actions()}
