"""Clause text: references are coloured, say what they stand for, and are put in from a list instead of typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.clause_text import reference_beside
from slaeditor.model.errors import EditError
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.model.terms import Field, Kind, field, is_empty
from slaeditor.model.text import place, row_name, value_text
from slaeditor.ui.editors.fields import TextField
from slaeditor.ui.editors.long import LongEditor
from slaeditor.ui.session import Session
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr


def meaning(document: Agreement, what: str, where: str) -> str | None:
    """What a reference in clause text stands for, in words; None when it leads nowhere."""
    if what == "section":
        return field(Agreement, where).term.label if where in SECTIONS else None
    if what == "clause":
        return next((clause.heading for clause in document.legal.clauses if clause.id == where), None)
    try:
        path = paths.parse(where)
        declared, value = paths.field_at(path), paths.find(document, path)
    except EditError:
        return None
    return " › ".join(place(document, path)) + ": " + (value_text(document, declared, value) or tr("(empty)"))


def candidates(document: Agreement) -> list[tuple[str, str]]:
    """Everything that clause text may refer to: words and the reference, sections and clauses first."""
    found = [(field(Agreement, name).term.label, f"{{section:{name}}}") for name in SECTIONS]
    found += [(row_name(document, clause), f"{{clause:{clause.id}}}") for clause in document.legal.clauses]
    for path, declared, value in paths.walk(document):
        if declared.kind is Kind.FLAG or is_empty(value) or paths.is_internal(path) or path[0] in ("legal", "needs"):
            continue
        words = " › ".join(place(document, path))
        found.append((f"{words}: {value_text(document, declared, value)}"[:160], f"{{value:{paths.text_of(path)}}}"))
    return found


class _References(QSyntaxHighlighter):
    """Colours references; those that lead nowhere in the colour of a finding."""

    def __init__(self, text: QTextDocument, session: Session) -> None:
        super().__init__(text)
        self._session = session

    def highlightBlock(self, text: str) -> None:
        """One paragraph."""
        for found in REFERENCE_IN_TEXT.finditer(text):
            known = meaning(self._session.document, found[1], found[2]) is not None
            look = QTextCharFormat()
            look.setForeground(colour("accent" if known else "worse"))
            look.setBackground(colour("raised"))
            look.setFontUnderline(not known)
            self.setFormat(found.start(), found.end() - found.start(), look)


class _ClauseField(TextField):
    """Says on hovering what a reference stands for."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(6, 24, parent)
        self._session = session
        self.look = _References(self.document(), session)

    def event(self, event: QEvent) -> bool:
        """The tooltip of the reference under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deleting takes a reference away as a whole: half of one would stand for nothing."""
        cursor = self.textCursor()
        before = event.key() == Qt.Key.Key_Backspace
        if (before or event.key() == Qt.Key.Key_Delete) and not cursor.hasSelection() and not self.isReadOnly():
            whole = reference_beside(cursor.block().text(), cursor.positionInBlock(), before=before)
            if whole is not None:
                start = cursor.block().position()
                cursor.setPosition(start + whole[0])
                cursor.setPosition(start + whole[1], QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
        super().keyPressEvent(event)

    def words_at(self, point: QPoint) -> str:
        """What the reference there stands for; empty when there is none."""
        cursor = self.cursorForPosition(point)
        for found in REFERENCE_IN_TEXT.finditer(cursor.block().text()):
            if found.start() <= cursor.positionInBlock() <= found.end():
                return meaning(self._session.document, found[1], found[2]) or tr("This reference leads nowhere.")
        return ""


class ClauseEditor(LongEditor):
    """A clause: paragraphs and references in braces."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.box.setDirection(QBoxLayout.Direction.TopToBottom)
        self.insert = QPushButton(tr("Insert reference…"), self)
        self.insert.setObjectName("insert_reference")
        self.insert.setProperty("kind", "flat")
        self.insert.setToolTip(tr("Figures never stand in legal text: refer to the term that holds them."))
        self.insert.clicked.connect(self.choose)
        self.box.addWidget(self.insert, 0, Qt.AlignmentFlag.AlignLeft)

    def make_field(self) -> TextField:
        """A higher one that knows references."""
        return _ClauseField(self.session, self)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be put in."""
        super().set_read_only(read_only)
        self.insert.setVisible(not read_only)

    def refresh(self) -> None:
        """A reference may lead elsewhere or nowhere now."""
        assert isinstance(self.field, _ClauseField)
        self._filling = True
        self.field.look.rehighlight()
        self._filling = False

    def choose(self) -> None:
        """Offer everything that can be referred to."""
        chooser = ReferenceChooser(candidates(self.document), self)
        chooser.accepted.connect(lambda: self.field.insertPlainText(chooser.chosen()))
        chooser.open()


class ReferenceChooser(QDialog):
    """A list that narrows while one types."""

    def __init__(self, offered: list[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reference_chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Insert reference"))
        self.resize(560, 400)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Section, clause or term"))
        self.filter.setAccessibleName(tr("Filter"))
        self.list = QListWidget(self)
        self.list.setObjectName("references")
        self.list.setAccessibleName(tr("What can be referred to"))
        for words, reference in offered:
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, reference)
            item.setToolTip(reference)
        self.list.setCurrentRow(0)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.accept)
        self.list.itemActivated.connect(lambda _: self.accept())
        layout.addWidget(self.filter)
        layout.addWidget(self.list)

    def chosen(self) -> str:
        """The reference chosen, as it stands in the text."""
        item = self.list.currentItem()
        return "" if self.list.currentRow() < 0 or item.isHidden() else str(item.data(Qt.ItemDataRole.UserRole))

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        first = None
        for number in range(self.list.count()):
            item = self.list.item(number)
            hidden = not all(word in item.text().casefold() for word in words)
            item.setHidden(hidden)
            first = item if first is None and not hidden else first
        if first is not None:
            self.list.setCurrentItem(first)
