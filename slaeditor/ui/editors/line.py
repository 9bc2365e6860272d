"""Everything that is typed in one line: text, codes, figures, money, times and moments; durations with their clock, dates with a picker."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QStringListModel, Qt
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QMenu, QToolButton, QWidget, QWidgetAction

from slaeditor.model.errors import ParseError
from slaeditor.model.quantities import Duration
from slaeditor.model.references import rows_of
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.editors import codes, typed
from slaeditor.ui.editors.choose import Combo
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.fields import LineField
from slaeditor.ui.editors.suggestions import Suggestions
from slaeditor.ui.session import Session
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import put_icon
from slaeditor.ui.words import told, tr

_WIDTHS = {
    Kind.COUNT: 128, Kind.NUMBER: 128, Kind.PERCENT: 128, Kind.MONEY: 192, Kind.DURATION: 128, Kind.TIME: 96, Kind.DATE: 144,
    Kind.INSTANT: 256,
}  # fmt: skip
_HINTS = {
    Kind.DURATION: say("4 h, 90 min, 2 wd"),
    Kind.TIME: say("e.g. 09:30"),
    Kind.DATE: say("e.g. 2027-01-31"),
}


class LineEditor(Editor):
    """A value typed in one line. It reaches the document while it is typed; text that is no value never does.

    When typing leads from one value through others to no value, the document gets back the one that it had.
    """

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.field = LineField(self)
        self.take(self.field)
        if declared.kind in _WIDTHS:
            self.field.setMaximumWidth(_WIDTHS[declared.kind])
            self.box.addStretch(0)
            self.field.setPlaceholderText(tr(_HINTS.get(declared.kind, "")))
        elif declared.term.shape is Shape.CURRENCY:
            self.field.setMaximumWidth(192)
            self.box.addStretch(0)
        self._value: Any = None
        self._before: Any = None
        self._marked = False
        self.field.textEdited.connect(self._typed)
        self.field.left.connect(self.finish)
        self.field.given_up.connect(self._give_up)
        self.field.entered.connect(self._begin)

    @property
    def holds_refused(self) -> bool:
        """Whether it shows text that is marked as not understood."""
        return self._marked

    def parse(self, text: str) -> Any:
        """The value of the text; ``ParseError`` when it has none."""
        return typed.parse(self.document, self.declared, text)

    def written(self, value: Any) -> str:
        """The value as text."""
        return typed.text_of(self.document, self.declared, value)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show a value."""
        if not force and value == self._value and (self.field.hasFocus() or self._marked):
            return
        self._value = self._before = value
        self._show_marked("")
        self.field.keeps_undo = False
        text = self.written(value)
        if text != self.field.text():
            self.field.setText(text)
            if not self.field.hasFocus():
                self.field.setCursorPosition(0)

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def fill_refused(self, text: str, sentence: str) -> None:
        """Show again what was typed and not understood."""
        self.field.setText(text)
        self._show_marked(sentence)
        self.field.keeps_undo = True

    def finish(self) -> None:
        """Write the value tidily, or mark the text as not understood."""
        text = self.field.text()
        try:
            value = self.parse(text)
        except ParseError as error:
            if not self.field.isReadOnly():
                self._show_marked(told(error))
                self.refused.emit(text, told(error))
        else:
            tidy = self.written(value)
            if tidy != text:
                self.field.setText(tidy)
            self._before = self._value
        self.left.emit()

    def refresh(self) -> None:
        """Show names anew, unless somebody types."""
        if not self.field.hasFocus() and not self._marked:
            self.fill(self._value, force=True)

    def set_read_only(self, read_only: bool) -> None:
        """The text can still be marked and copied."""
        self.field.setReadOnly(read_only)

    def _begin(self) -> None:
        if self.field.completer() is None and (words := self._words()):
            completer = Suggestions(QStringListModel(words, self), self)
            completer.activated.connect(self._typed)
            self.field.setCompleter(completer)

    def _words(self) -> list[str]:
        shape = self.declared.term.shape
        if shape in codes.CODED and self.declared.kind is Kind.TEXT:
            return sorted(codes.names(shape).values())
        return list(self.declared.term.suggestions)

    def _typed(self, text: str) -> None:
        try:
            value = self.parse(text)
        except ParseError as error:
            self.field.keeps_undo = True
            self._enter(self._before)
            if self._marked:
                self._show_marked(told(error))
                self.refused.emit(text, told(error))
            else:
                self.unclear.emit(text)
            return
        self.field.keeps_undo = False
        self.unclear.emit("")
        if self._marked:
            self._show_marked("")
            self.refused.emit("", "")
        self._enter(value)

    def _enter(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.entered.emit(value, True)

    def _give_up(self) -> None:
        self.fill(self._value, force=True)
        self.refused.emit("", "")

    def _show_marked(self, sentence: str) -> None:
        self._marked = bool(sentence)
        if self.field.property("refused") != self._marked:
            self.field.setProperty("refused", self._marked)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


class DurationEditor(LineEditor):
    """A length typed as people say it, and beside it the clock that counts it."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self._clock: str | None = None
        self._clock_shown = True
        self.clock = Combo(self)
        self.clock.setObjectName("clock")
        self.clock.setMinimumContentsLength(12)
        self.clock.setMinimumWidth(96)
        self.field.setMinimumWidth(80)
        self.clock.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.clock.wanted.connect(self._offer)
        self.clock.activated.connect(self._choose)
        self.box.insertWidget(1, self.clock)

    def keep_clock_to_itself(self) -> None:
        """Show the clock only where it is not the one that always runs: people say “4 hours” and mean just that."""
        self._clock_shown = False
        self.clock.setVisible(self._clock is not None)

    def parse(self, text: str) -> Any:
        """The length in the clock beside it."""
        value = typed.parse(self.document, self.declared, text, self._clock)
        if isinstance(value, Duration) and value.calendar != self._clock:
            self._show_clock(value.calendar)
        return value

    def written(self, value: Any) -> str:
        """The length alone; its clock stands beside it."""
        return told(value.short()) if isinstance(value, Duration) else ""

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show length and clock."""
        if force or value != self._value or not self.field.hasFocus():
            self._show_clock(value.calendar if isinstance(value, Duration) else None if force else self._clock)
        super().fill(value, force=force)

    def refresh(self) -> None:
        """The calendar may be called otherwise."""
        self._show_clock(self._clock)

    def set_read_only(self, read_only: bool) -> None:
        """Neither length nor clock can be changed."""
        super().set_read_only(read_only)
        self.clock.setDisabled(read_only)

    def describe(self, name: str, description: str) -> None:
        """The clock has a name of its own."""
        super().describe(name, description)
        self.clock.setAccessibleName(tr("{name}: clock", name=name))

    def _show_clock(self, calendar: str | None) -> None:
        self._clock = calendar
        self.clock.show_only(typed.clock_name(self.document, calendar), calendar)
        if not self._clock_shown:
            self.clock.setVisible(calendar is not None)

    def _offer(self) -> None:
        calendars = [(row_name(self.document, row), row.id) for row in rows_of(self.document, "calendars")]
        self.clock.offer([(typed.clock_name(self.document, None), None), *calendars], self._clock)

    def _choose(self, index: int) -> None:
        self._clock = self.clock.itemData(index)
        try:
            value = self.parse(self.field.text())
        except ParseError:
            self.finish()
            return
        if self._marked:
            self._show_marked("")
            self.refused.emit("", "")
        if value != self._value:
            self._value = self._before = value
            self.entered.emit(value, False)


class DateEditor(LineEditor):
    """A date, typed or picked from a month; it may be empty."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.button = QToolButton(self)
        put_icon(self.button, "calendar", "muted")
        self.button.setObjectName("pick")
        self.button.setToolTip(tr("Pick from a calendar"))
        self.button.setAccessibleName(tr("Pick {name} from a calendar", name=declared.term.label))
        self.button.clicked.connect(self._pick)
        self.box.insertWidget(1, self.button)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be picked."""
        super().set_read_only(read_only)
        self.button.setDisabled(read_only)

    def _pick(self) -> None:
        menu = QMenu(self)
        month = QCalendarWidget(menu)
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if isinstance(self._value, date):
            month.setSelectedDate(QDate(self._value.year, self._value.month, self._value.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(month)
        menu.addAction(action)

        def picked(day: QDate) -> None:
            menu.close()
            self.field.setText(f"{day.year():04d}-{day.month():02d}-{day.day():02d}")
            self._typed(self.field.text())
            self.finish()

        month.activated.connect(picked)
        month.clicked.connect(picked)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        month.setFocus()
