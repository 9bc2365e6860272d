"""One sheet of the interview: its title, and the questions below one another, with the keys to go through them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from slaeditor.model.agreement.needs import Source
from slaeditor.model.paths import Path
from slaeditor.ui import dates, focus_order, theme
from slaeditor.ui.interview.answer_field import AnswerField
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.blocks import BlockWidget, FormBlock
from slaeditor.ui.interview.rows_block import RowsBlock
from slaeditor.ui.interview.services_block import ServicesBlock
from slaeditor.ui.interview.steps import Block, ByService, Form, Rows, Step
from slaeditor.ui.pieces import column, label
from slaeditor.ui.words import told, tr

_WIDEST = 96 * theme.GRID

MANY = 3
"""From so many answers of one person on, they are told once above."""

MOMENT_MS = 20
"""How long a large sheet is made before the window may answer again."""


class Sheet(QScrollArea):
    """Enter goes to the next question and, after the last, on (``finished``)."""

    finished = Signal()

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._asking = asking
        self._step: Step | None = None
        self._blocks: list[BlockWidget] = []
        self._work: Iterator[None] | None = None
        self._above: tuple[QWidget, ...] = ()
        self._ordered: tuple[QWidget, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on_making)
        self._body = QWidget()
        self._body.setMaximumWidth(_WIDEST)
        self._box = column(self._body, spacing=theme.WIDER)
        self._box.setContentsMargins(theme.WIDER, theme.WIDER, theme.WIDER, theme.WIDER)
        head = column(spacing=theme.HALF)
        self._title = label(size="title", bold=True, wrap=True, name="sheet_title")
        self._intro = label(tint="muted", wrap=True, name="sheet_intro")
        head.addWidget(self._title)
        head.addWidget(self._intro)
        self._usual = label(size="small", tint="muted", wrap=True, name="sheet_said")
        head.addWidget(self._usual)
        self._box.addLayout(head)
        self._box.addStretch(1)
        self.setWidget(self._body)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def key(self) -> str:
        """The key of the step that is shown; empty for none."""
        return self._step.key if self._step else ""

    def show_step(self, step: Step, only: Sequence[Path] | None = None) -> None:
        """Show a step; of the same step only what is different is made anew. ``only`` are the terms that have another value, if
        nothing else has changed.

        What takes longer than a moment goes on after the window has answered, from the top to the bottom.
        """
        if only is not None and self._work is None and step == self._step:
            self._refresh_at(only)
            return
        same = self._step is not None and self._step.key == step.key
        self._title.setText(told(step.title) or tr("(no name yet)"))
        self._intro.setText(told(step.intro))
        self._intro.setVisible(bool(step.intro))
        if not same:
            self._clear(0)
            self.verticalScrollBar().setValue(0)
        self._step = step
        self._work = self._fill(step)
        self._go_on_making()

    def follow(self, above: QWidget) -> None:
        """Tab leads from ``above`` to the first question."""
        self._above = (above,)

    def finish(self) -> None:
        """Show the sheet to its end now."""
        self._later.stop()
        if self._work is not None:
            for _ in self._work:
                pass
            self._done()

    def refresh_names(self) -> None:
        """Rows may be called otherwise now."""
        for field in self.fields():
            field.refresh_names()

    def refresh_below(self) -> None:
        """Somebody else speaks now."""
        self._tell_usual()
        for field in self.fields():
            field.refresh_below()

    def fields(self) -> Iterator[AnswerField]:
        """Every question that is shown, in order."""
        for block in self._blocks:
            yield from block.fields()

    def enter(self, path: Path = ()) -> None:
        """Put the keys into the question about the term at ``path``, or else into the first."""
        if path:
            self.finish()
        stops = list(self._stops())
        wanted = next(
            (
                field.editor
                for field in self.fields()
                if path and path[: len(field.question.path)] == field.question.path
            ),
            next(
                (field.editor for field in self.fields() if path and field.question.path[: len(path)] == path),
                stops[0] if stops else None,
            ),
        )
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            if path:
                self.ensureWidgetVisible(wanted, 0, 6 * theme.GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; in texts of several lines, where it makes a line, Ctrl+Enter does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            event.accept()
            return
        super().keyPressEvent(event)

    def go_on(self) -> None:
        """To the next question, or beyond the last."""
        self.finish()
        here = QApplication.focusWidget()
        if here is not None and any(block.isAncestorOf(here) and block.enter_at(here) for block in self._blocks):
            return
        here = QApplication.focusWidget()
        stops = [stop for block in self._blocks for stop in block.onward()]
        place = next(
            (
                number
                for number, stop in enumerate(stops)
                if here is not None and (stop is here or stop.isAncestorOf(here))
            ),
            -1,
        )
        if place + 1 < len(stops):
            stops[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(stops[place + 1], 0, 6 * theme.GRID)
        else:
            self.finished.emit()

    def _refresh_at(self, places: Sequence[Path]) -> None:
        for field in self.fields():
            asked = field.question.path
            if any(asked == place[: len(asked)] or place == asked[: len(place)] for place in places):
                field.refresh()
        for block in self._blocks:
            block.name_rows()

    def _stops(self) -> Iterator[QWidget]:
        for block in self._blocks:
            yield from block.stops()

    def _fill(self, step: Step) -> Iterator[None]:
        for number, block in enumerate(step.blocks):
            if number < len(self._blocks) and not self._blocks[number].takes(block):
                self._clear(number)
            if number == len(self._blocks):
                made = widget_for(block, self._asking)
                made.urgent.connect(self.finish)
                made.grown.connect(self._show_whole)
                self._blocks.append(made)
                self._box.insertWidget(number + 1, made)
            yield from self._blocks[number].show_block(block)
            self._blocks[number].show()
        self._clear(len(step.blocks))

    def _show_whole(self, new: QWidget) -> None:
        """What was added is seen to its end, once it has its place."""
        QTimer.singleShot(0, new, lambda: self.ensureWidgetVisible(new, 0, 6 * theme.GRID))

    def _go_on_making(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for _ in self._work or ():
            if clock.elapsed() >= MOMENT_MS:
                self._later.start()
                return
        self._done()

    def _tell_usual(self) -> bool:
        """Say once who gave most answers of the sheet, if they are many and not of now; whether that is another than before."""
        found = [source for field in self.fields() if (source := field.source()) is not None]
        counted = Counter((source.said_by, source.said_on) for source in found)
        (by, on), count = counted.most_common(1)[0] if counted else (("", None), 0)
        before, usual = self._asking.usual, None
        if count >= MANY and not self._asking.speaker.is_now(by, on):
            usual = Source(id="usual", said_by=by, said_on=on)
            who = ", ".join(part for part in (by, dates.day(on)) if part)
            self._usual.setText(tr("Where nothing else is noted: said by {name}", name=who))
        self._usual.setVisible(usual is not None)
        self._asking.usual = usual
        return usual != before

    def _done(self) -> None:
        if self._tell_usual():
            for field in self.fields():
                field.refresh_below()
        self._work = None
        self._later.stop()
        self._set_tab_order()

    def _clear(self, beginning: int) -> None:
        for old in self._blocks[beginning:]:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self._blocks[beginning:]

    def _set_tab_order(self) -> None:
        """Questions are made long after what stands below them, so their turn has to be said: after what stands above."""
        stops = (*self._above, *self._stops())
        if stops != self._ordered:
            self._ordered = stops
            focus_order.follow(stops)


def widget_for(block: Block, asking: Asking) -> BlockWidget:
    """The widget that shows such a block."""
    match block:
        case Form():
            return FormBlock(asking)
        case ByService():
            return ServicesBlock(asking)
        case Rows():
            return RowsBlock(asking)
