"""One term in a form: label, editor, unit, what the last revision says, and what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.model.checks import Severity
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Shape, is_empty
from slaeditor.ui.compare.brief import brief
from slaeditor.ui.editors import registry, typed
from slaeditor.ui.forms.context import NOWHERE, Context
from slaeditor.ui.forms.library_mark import LibraryMark
from slaeditor.ui.pieces import Elided, label
from slaeditor.ui.spoken import place_text, with_references
from slaeditor.ui.theme import GRID, HALF, tint
from slaeditor.ui.words import told, tr

_WIDE = 640
_WAS = 60
"""Of an old text that is longer, what differs is shown."""


class FieldRow(QWidget):
    """Binds an editor to a place in the document. ``label`` stands beside it in the form."""

    def __init__(self, declared: Field, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self.context = context
        self.path: Path = ()
        self._shown: Any = NOWHERE
        self._mark: Elided | None = None
        self._message: QLabel | None = None
        self._library: LibraryMark | None = None
        term = declared.term
        self.editor = registry.make(declared, context.session, self)
        self.editor.keys().setObjectName(declared.name)
        self.editor.keys().setProperty("term", True)
        self.label = label(tr(term.label) + (" *" if term.obligatory else ""), wrap=True)
        self.label.setBuddy(self.editor.keys())
        help = tr(term.help)
        self._help = help + (" " + tr("Needed before the agreement can be issued.") if term.obligatory else "")
        for widget in (self.label, self.editor, self.editor.keys()):
            widget.setToolTip(self._help)
            widget.setWhatsThis(self._help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        self._line = QHBoxLayout()
        self._line.setSpacing(GRID)
        self._line.addWidget(self.editor)
        layout.addLayout(self._line)
        if term.internal:
            tint(self.label, "muted")
            if declared.name != "note":  # which is called internal already
                self.label.setText(tr("{label} (internal)", label=tr(term.label)))
        if term.unit and declared.kind is not Kind.MONEY:
            self._line.addWidget(label(tr(term.unit), tint="muted"))
        if _is_narrow(declared):
            self._line.addStretch(1)
            self._line.setStretchFactor(self.editor, 0)
        else:
            self.setMaximumWidth(_WIDE)
        self.editor.entered.connect(self._entered)
        self.editor.refused.connect(self._refused)
        self.editor.unclear.connect(self._unclear)
        self.editor.left.connect(context.session.end_typing)
        self.editor.went.connect(context.went)

    def place(self, path: Path) -> None:
        """Stand for another place; what is shown there follows by ``show_value``."""
        if path != self.path:
            self.path = path
            self._shown = NOWHERE

    def show_value(self, value: Any, base: Any) -> None:
        """Show the document's value; nothing happens when it is already shown."""
        if value is self._shown:
            self._show_base(base)
            return
        force = self._shown is NOWHERE
        self._shown = value
        self.editor.fill(value, force=force)
        if (refusal := self.context.refusal(self.path, self.declared)) is not None:
            self.editor.fill_refused(*refusal)
        self._show_base(base)
        self.show_messages()

    def show_messages(self) -> None:
        """Show in place what is wrong here, and name it for those who do not see."""
        refusal = self.context.refusal(self.path, self.declared)
        if refusal is None and self.editor.holds_refused:
            self.editor.fill(self._shown, force=True)
        finding = self.context.finding(self.path)
        sentence = refusal[1] if refusal else told(finding.sentence) if finding else ""
        term = self.declared.term
        self.editor.describe(tr(term.label), f"{self._help} {sentence}".strip())
        if not sentence and self._message is None:
            return
        if self._message is None:
            self._message = label(size="small", wrap=True, name=f"message_{self.declared.name}")
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._message)
        grave = refusal is not None or (finding is not None and finding.severity is Severity.ERROR)
        self._message.setText(f"{'✕' if grave else '!'} {sentence}")
        tint(self._message, "worse" if grave else "finding")
        self._message.setVisible(bool(sentence))

    def refresh_names(self) -> None:
        """Rows may be called otherwise now."""
        if self.declared.term.refers or self.declared.kind is Kind.DURATION or self.declared.term.shape is Shape.RICH:
            self.editor.refresh()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.editor.set_read_only(read_only)

    def _show_base(self, base: Any) -> None:
        self._show_library()
        differs = base is not NOWHERE and base is not self._shown and base != self._shown
        if not differs and self._mark is None:
            return
        if self._mark is None:
            self._mark = Elided(size="small", tint="accent")
            self._mark.setObjectName(f"was_{self.declared.name}")
            self._mark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            if _is_narrow(self.declared):  # in what the field leaves of the line
                self._line.insertWidget(self._line.count() - 1, self._mark, 100)
            else:
                layout = self.layout()
                assert isinstance(layout, QVBoxLayout)
                layout.insertWidget(1, self._mark)  # beside it there would be no room left for the text
        self._mark.setVisible(differs)
        if differs:
            was, now = self._written(base) or tr("empty"), self._written(self._shown)
            self._mark.set_text(
                "● " + tr("was {value}", value=" ".join(was.split())),
                "● " + tr("was {value}", value=brief(was, now, _WAS)[0]),
            )
            self._mark.setAccessibleDescription(tr("In the last revision: {value}", value=was))
            if _is_narrow(self.declared):
                self._mark.setMaximumWidth(self._mark.sizeHint().width())

    def _written(self, value: Any) -> str:
        """A value as one line could say it; empty for none."""
        document = self.context.document
        words = "" if is_empty(value) else typed.text_of(document, self.declared, value)
        if self.declared.term.shape is Shape.PATH:
            return place_text(document, words)
        return with_references(document, words) if self.declared.term.shape is Shape.RICH else words

    def _show_library(self) -> None:
        if self.declared.term.shape is not Shape.RICH or self.declared.term.internal:
            return
        if self._library is None:
            self._library = LibraryMark(self.context, self)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._library)
        self._library.show_at(self.path)

    def _entered(self, value: Any, typing: bool) -> None:
        if not self.path:
            return
        if not typing:
            self.context.session.end_typing()
        self._shown = value
        self.context.session.set_unparsed(self.path, None)
        self.context.do(SetTerm(self.path, value), typing=typing)
        if not typing:
            self.context.session.end_typing()
        self._show_base(self.context.base_value(self.path))

    def _unclear(self, text: str) -> None:
        if self.path:
            self.context.session.note_typing(self.path, text)

    def _refused(self, text: str, sentence: str) -> None:
        if self.path:
            self.context.session.set_unparsed(self.path, text if sentence else None)
            self.show_messages()


def _is_narrow(declared: Field) -> bool:
    match declared.kind:
        case Kind.TEXT:
            return declared.term.shape is Shape.CURRENCY
        case Kind.TEXTS | Kind.REFERENCES | Kind.CHOICES:
            return False
        case _:
            return True
