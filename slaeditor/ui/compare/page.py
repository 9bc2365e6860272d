"""Any two of revision, draft, standard, agreement and file, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import Direction
from slaeditor.model.paths import Path
from slaeditor.model.taking_back import all_taken_back
from slaeditor.ui import theme
from slaeditor.ui.compare import finding_words
from slaeditor.ui.compare.bar import FilterBar
from slaeditor.ui.compare.change_lines import Line, lines, tally
from slaeditor.ui.compare.effect_words import formula, headline
from slaeditor.ui.compare.filter import as_text, chosen
from slaeditor.ui.compare.model import CompareModel
from slaeditor.ui.compare.side_picker import SidePicker
from slaeditor.ui.compare.sides import Side, load_both
from slaeditor.ui.compare.table import CompareTable
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import Elided, Empty, button, column, line, rule
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr, trn

if TYPE_CHECKING:
    from slaeditor.model.checks.acknowledging import Difference

FOLLOW_MS = 300


class ComparePage(Page):
    """Compares off the GUI thread; a side that is the open draft is followed as it changes."""

    place = "compare"

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._lines: Sequence[Line] = ()
        self._shown: Sequence[Line] = ()
        self._labels = ("", "")
        self._base: Agreement | None = None
        """The old side, where the new one is the open draft: its changes can be taken back."""
        self._findings: Difference | None = None
        self._shown_of = ""
        self._old = SidePicker(shell, "compare_old", tr("Old side"))
        self._new = SidePicker(shell, "compare_new", tr("New side"))
        self._model = CompareModel(self)
        self._table = CompareTable(self._model)
        self._counts = Elided(size="small", tint="muted")
        self._counts.setObjectName("compare_counts")
        self._filters = FilterBar()
        self._money = Elided(size="small", tint="muted")
        self._money.setObjectName("compare_money")
        self._stack = QStackedWidget()
        self._acts: list[QPushButton] = []
        """What can be done with the changes that are shown."""
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._build()
        self._follow.timeout.connect(self.read)
        self._old.picked.connect(self.read)
        self._new.picked.connect(self.read)
        self._filters.changed.connect(self._show)
        self._table.opened.connect(self._open)
        self._table.copied.connect(self._copy)
        offer(self._table, self._menu)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._explain())
        shell.session.changed.connect(self._changed)

    def heading(self) -> tuple[str, str] | None:
        """The two sides, when they are not simply those of the open agreement."""
        if self._shell.session.is_open:
            return None
        return tr("Compare"), ""

    def compare(self, old: Side, new: Side) -> None:
        """Compare these two."""
        self._shown_of = self._shell.session.agreement
        self._offer()
        self._old.take(old)
        self._new.take(new)
        self.read()

    def arrive(self, path: Path | None = None) -> None:
        """Begin with the last revision and the draft of the open agreement."""
        session = self._shell.session
        if self._shown_of != session.agreement or not self._old.side or not self._new.side:
            self._shown_of = session.agreement
            self._offer()
            if session.is_open:
                if session.base is not None:
                    self._old.take(Side.of_revision(session.revision, session.base))
                self._new.take(Side.of_session(session))
        else:
            self._offer()
        self.read()
        self._table.setFocus()

    def act(self, name: str) -> None:
        """Next and previous change."""
        self._table.step(1 if name == "next" else -1)

    def swap(self) -> None:
        """The old side becomes the new one."""
        old, new = self._old.side, self._new.side
        self._old.take(new)
        self._new.take(old)
        self.read()

    def read(self) -> None:
        """Compare again."""
        old, new = self._side(self._old), self._side(self._new)
        if old is None or new is None:
            self._lines = ()
            self._show()
            self._stack.setCurrentIndex(1)
            return

        def work() -> tuple[Agreement, Agreement, tuple[Line, ...]]:
            before, after = load_both(old, new)
            return before, after, lines(before, after)

        def done(result: Ok[tuple[Agreement, Agreement, tuple[Line, ...]]] | Err) -> None:
            match result:
                case Ok((before, after, found)):
                    self._lines, self._labels = found, (old.label, new.label)
                    self._base = before if new.live else None
                    self._findings = None
                    self._show()
                    self._examine(before, after)
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(lambda _: work(), done, name=tr("Comparing"), key="compare")

    def _examine(self, before: Agreement, after: Agreement) -> None:
        """What became of the findings, once the changes are shown."""

        def work() -> Difference:
            from slaeditor.model.checks import findings  # the window stands sooner without them
            from slaeditor.model.checks.acknowledging import difference

            return difference(findings(before), findings(after), after)

        def done(result: Ok[Difference] | Err) -> None:
            if isinstance(result, Ok):
                self._findings = result.value
                self._count()

        self._shell.runner.start(lambda _: work(), done, key="compare_findings")

    def _side(self, picker: SidePicker) -> Side | None:
        side = picker.side
        if side is not None and side.live:
            return Side.of_session(self._shell.session)
        return side

    def _build(self) -> None:
        top = line()
        top.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, theme.GRID)
        swap = button("⇄", self.swap, kind="flat", name="compare_swap")
        swap.setAccessibleName(tr("Swap the sides"))
        swap.setToolTip(tr("Swap the sides"))
        top.addWidget(self._old, 1)
        top.addWidget(swap)
        top.addWidget(self._new, 1)
        below = line()
        below.setContentsMargins(theme.WIDE, 0, theme.WIDE, theme.GRID)
        below.addWidget(self._counts, 1)
        for words, act, name in (
            (tr("Copy as text"), lambda: self._copy(()), "compare_copy"),
            (tr("Previous"), lambda: self.act("previous"), "compare_previous"),
            (tr("Next"), lambda: self.act("next"), "compare_next"),
        ):
            self._acts.append(button(words, act, kind="flat", name=name))
            below.addWidget(self._acts[-1])
        self._stack.addWidget(self._table)
        self._stack.addWidget(
            Empty(
                tr("Nothing to compare yet"),
                tr("Choose an old and a new side above: a revision, a draft, a standard or a file."),
            )
        )
        same = Empty(tr("No difference"), tr("Both sides say the same."))
        same.setObjectName("compare_same")
        self._stack.addWidget(same)
        self._stack.addWidget(
            Empty(tr("No such change"), tr("The two sides differ, but not in what the filter shows."))
        )
        self._stack.setCurrentIndex(1)
        box = column(self, spacing=0)
        box.addLayout(top)
        box.addWidget(self._filters)
        box.addLayout(below)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)
        self._foot = QWidget()
        foot = line(self._foot)
        foot.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, theme.GRID)
        foot.addWidget(self._money, 1)
        self._foot.hide()
        box.addWidget(self._foot)
        self._show()
        self._stack.setCurrentIndex(1)
        for widget in (self._old, self._new):
            widget.setFixedHeight(4 * theme.GRID)
        self._table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _offer(self) -> None:
        self._old.offer()
        self._new.offer()

    def _show(self) -> None:
        self._filters.show_counts(self._lines)
        shown = chosen(self._lines, self._filters.choice)
        self._shown = shown
        self._foot.setVisible(any(one.effect for one in shown))
        self._model.show_lines(shown, *self._labels)
        self._table.refill()
        self._stack.setCurrentIndex(0 if shown else 3 if self._lines else 2)
        self._count()
        for one in self._acts:
            one.setEnabled(bool(shown))
        self._explain()

    def _count(self) -> None:
        """The changes by what they mean for the customer, and what became of the findings."""
        counted = tally(self._lines)
        parts = [
            trn("{count} change", "{count} changes", len(self._lines)),
            tr("{number} better", number=counted[Direction.BETTER]),
            tr("{number} worse", number=counted[Direction.WORSE]),
            tr("{number} neutral for the customer", number=counted[Direction.NEUTRAL]),
        ]
        parts.append(finding_words.counted(self._findings))
        words = " · ".join(part for part in parts if part) if self._lines else ""
        self._counts.set_text(words, about=finding_words.listed(self._findings))

    def _explain(self) -> None:
        """Below the table: where the money of the present change comes from."""
        here = self._table.here
        if here is not None and here.effect is not None:
            self._money.set_text(f"{headline(here.effect)}. {formula(here.effect)}")
        else:
            self._money.set_text(tr("No sum of money follows from this change alone."))

    def _menu(self) -> list[Item]:
        chosen_lines = self._table.selected_lines()
        if not chosen_lines:
            return []
        session = self._shell.session
        path = chosen_lines[0].path
        edit = None
        if self._base is not None and session.is_open and not session.read_only:
            edit = all_taken_back(self._base, session.document, [one.path for one in chosen_lines])
        one = len(chosen_lines) == 1
        undo = tr("Undo this change") if one else tr("Undo these {count} changes", count=len(chosen_lines))
        return [
            Item("go", tr("Go to the term"), lambda: self._open(path), session.is_open and one),
            Item("back", undo, lambda: edit is not None and session.do(edit), edit is not None),
            Item("copy", tr("Copy"), lambda: self._copy(chosen_lines), rule_before=True),
            Item("copy_all", tr("Copy all that is shown"), lambda: self._copy(())),
        ]

    def _copy(self, lines: Sequence[Line]) -> None:
        """Copy these lines, or all that are shown."""
        taken = lines or self._shown
        if not taken:
            return
        QGuiApplication.clipboard().setText(f"{self._labels[0]} → {self._labels[1]}\n\n{as_text(taken)}\n")
        self._shell.say(trn("{count} change copied.", "{count} changes copied.", len(taken)))

    def _changed(self, _changes: object) -> None:
        if self.isVisible() and any(side is not None and side.live for side in (self._old.side, self._new.side)):
            self._follow.start()

    def _open(self, path: Path) -> None:
        if self._shell.session.is_open:
            self._shell.go("agreement", path)
