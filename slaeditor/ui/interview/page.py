"""The interview: themes at the side, one sheet of questions in the middle, and beside it what follows from the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from slaeditor.model.compare import Change, Changed
from slaeditor.model.interview import Question
from slaeditor.model.paths import Path
from slaeditor.model.terms import Row
from slaeditor.ui import theme
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.follows import Follows
from slaeditor.ui.interview.foot import Foot
from slaeditor.ui.interview.insight import Insight, look
from slaeditor.ui.interview.proposals import Proposals
from slaeditor.ui.interview.sheet import Sheet
from slaeditor.ui.interview.speaker import SaidBar, Speaker, last_speaker
from slaeditor.ui.interview.step_list import StepList
from slaeditor.ui.interview.steps import PROPOSAL, Step, step_of, steps
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import column, line, rule
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

LOOK_MS = 150
"""After the last keystroke until what follows is worked out again."""

_SOURCES: Path = ("needs", "sources")
_ROOMY = 160 * theme.GRID


class InterviewPage(Page):
    """Reads the session and edits it; which sheet is shown and who speaks is all that it knows itself."""

    place = "interview"
    needs_document = True

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._session = shell, shell.session
        self._speaker = Speaker(shell.clock.today(), self)
        self._asking = Asking(shell.session, self._speaker, self)
        self._asking.said.connect(shell.say)
        self._steps: tuple[Step, ...] = ()
        self._key = ""
        self._insight: Insight | None = None
        self._here = False
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._session.loaded.connect(self._loaded)
        self._session.changed.connect(self._changed)
        self._session.unparsed_changed.connect(self._unparsed)
        self._speaker.changed.connect(self._sheet.refresh_below)
        self._loaded()

    @property
    def key(self) -> str:
        """The key of the step that is shown."""
        return self._key

    @property
    def steps(self) -> tuple[Step, ...]:
        """The sheets as they are asked now."""
        return self._steps

    def rows(self, table: Question) -> tuple[Row, ...]:
        """The rows that answer the question as it stands now."""
        return self._asking.rows(table)

    def arrive(self, path: Path | None = None) -> None:
        """Show the question about a term, or go on where one was."""
        self._here = True
        if not self._speaker.said_by:
            self._speaker.set(last_speaker(self._session.document), self._speaker.said_on)
        self._refresh()
        if path and (found := step_of(self._steps, path)) is not None:
            self.go(found.key)
            self._sheet.enter(path)
        else:
            self.go(self._key)
            nobody = self._key != PROPOSAL and not self._speaker.said_by and not self._session.read_only
            self._said.enter() if nobody else self.enter()  # who answers comes before what
        self.look()

    def leave(self) -> None:
        """What is hidden is not kept up to date."""
        self._here = False
        self._timer.stop()
        self._sheet.finish()

    def go(self, key: str) -> None:
        """Show a sheet, or the proposals, and put the keys into it."""
        self._session.end_typing()
        moved = key != self._key
        self._key = key
        if key == PROPOSAL:
            self._stack.setCurrentWidget(self._proposals)
            self._proposals.begin()
        else:
            self._stack.setCurrentWidget(self._asked)
        self._refresh()
        if moved and not self._list.hasFocus():
            self.enter()

    def enter(self) -> None:
        """The keys go to the first question, or to what can be ticked."""
        if self._key == PROPOSAL:
            self._proposals.enter()
        else:
            self._sheet.enter()

    def look(self) -> None:
        """Work out what follows from the document as it is now, off the GUI thread."""
        document = self._session.document

        def done(result: Ok[Insight] | Err) -> None:
            match result:
                case Ok(insight):
                    self._insight = insight
                    self._show_insight()
                    self._show_list()
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(lambda _: look(document), done, key="insight")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The themes get more room where there is some."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self._list.setFixedWidth((33 if roomy else 31) * theme.GRID)
        self._foot.set_roomy(roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list of themes, or after who speaks, goes into the sheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list.hasFocus():
                self.enter()
                return
            if self._said.isAncestorOf(self._focus()):
                self._sheet.enter()
                return
        super().keyPressEvent(event)

    def _build(self) -> None:
        box = line(self, spacing=0)
        self._list = StepList()
        self._list.chosen.connect(self.go)
        box.addWidget(self._list)
        box.addWidget(rule(vertical=True))
        self._stack = QStackedWidget()
        self._asked = QSplitter(Qt.Orientation.Horizontal)
        self._asked.setObjectName("asked")
        self._asked.setChildrenCollapsible(False)
        self._asked.addWidget(self._middle())
        self._follows = Follows()
        self._follows.wanted.connect(self._show_answer)
        self._follows.mapped.connect(lambda: self._shell.go("agreement", ("needs", "links")))
        self._asked.addWidget(self._follows)
        self._asked.setStretchFactor(0, 5)
        self._asked.setStretchFactor(1, 3)
        self._proposals = Proposals(self._shell)
        self._proposals.back.connect(self._first_open)
        self._proposals.went.connect(self._go_to)
        self._stack.addWidget(self._asked)
        self._stack.addWidget(self._proposals)
        box.addWidget(self._stack, 1)
        for keys, by in (("Alt+Right", 1), ("Alt+Left", -1)):
            self._shortcut(keys, lambda by=by: self._theme(by))
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            self._shortcut(keys, lambda by=by: self._step(by))

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(48 * theme.GRID)
        box = column(middle, spacing=0)
        bar = column(margin=0)
        bar.setContentsMargins(theme.WIDER, theme.WIDE, theme.WIDER, theme.GRID)
        self._said = SaidBar(self._session, self._speaker)
        self._said.setMaximumWidth(90 * theme.GRID)
        bar.addWidget(self._said)
        box.addLayout(bar)
        self._sheet = Sheet(self._asking)
        self._sheet.follow(self._said)
        self._sheet.finished.connect(lambda: self._step(1))
        box.addWidget(self._sheet, 1)
        box.addWidget(rule())
        self._foot = Foot()
        self._foot.stepped.connect(self._step)
        self._foot.pasting.connect(self._paste_answers)
        box.addWidget(self._foot)
        return middle

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self

    def _shortcut(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _loaded(self) -> None:
        self._speaker.set(last_speaker(self._session.document), self._shell.clock.today())
        self._key = ""
        self._insight = None
        self._show_insight()
        if self._here:
            self._refresh()
            self.go(self._key)
            self.look()

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if not self._here:
            return
        values = all(isinstance(change, Changed) and change.path[:2] != _SOURCES for change in changes)
        self._refresh([change.path for change in changes] if values else None)
        if not values:
            self._sheet.refresh_names()
            self._said.show_speaker()
        if self._key == PROPOSAL:
            self._proposals.refresh()
        self._timer.start()

    def _unparsed(self) -> None:
        if self._here:
            self._show_list()

    def _refresh(self, only: list[Path] | None = None) -> None:
        """Everything that the document decides at once; what follows from it comes a moment later."""
        self._steps = steps(self._session.document)
        keys = [step.key for step in self._steps]
        if self._key != PROPOSAL and self._key not in keys:
            self._key = self._key.partition("/")[0] if self._key.partition("/")[0] in keys else keys[0]
        if self._key != PROPOSAL:
            place = keys.index(self._key)
            self._sheet.show_step(self._steps[place], only)
            self._show_insight()
            onward = self._steps[place + 1].title if place + 1 < len(keys) else tr("Proposed terms")
            self._foot.show_way(onward, back=place > 0)
        self._said.show_speaker()
        self._show_list()

    def _show_insight(self) -> None:
        self._follows.show_insight(self._insight, self._key.partition("/")[2])

    def _show_list(self) -> None:
        insight = self._insight
        progress = insight.progress if insight else {}
        places = self._session.unparsed if self._steps else ()
        marked = {found.key for place in places if (found := step_of(self._steps, place)) is not None}
        self._list.show_steps(self._steps, self._key, progress, insight.offered if insight else 0, marked)

    def _step(self, by: int) -> None:
        """To the next sheet, or the one before."""
        keys = [*(step.key for step in self._steps), PROPOSAL]
        place = keys.index(self._key) + by
        if 0 <= place < len(keys):
            self.go(keys[place])

    def _theme(self, by: int) -> None:
        """To the next theme, past the services of this one; backwards first to its own beginning."""
        themes = [*dict.fromkeys(step.theme for step in self._steps), PROPOSAL]
        now, _, service = self._key.partition("/")
        place = themes.index(now) + (0 if by < 0 and service else by)
        if 0 <= place < len(themes):
            self.go(themes[place])

    def _show_answer(self, path: Path) -> None:
        found = step_of(self._steps, path)
        if found is not None:
            self.go(found.key)
            self._sheet.enter(path)

    def _go_to(self, path: Path) -> None:
        """The question, where it is one; otherwise the term in the agreement."""
        asked = path[0] == "needs" or any(q.path == path for step in self._steps for q in step.questions())
        self._show_answer(path) if asked else self._shell.go("agreement", path)

    def _paste_answers(self) -> None:
        if not self._asking.paste_facts(QGuiApplication.clipboard().text()):
            self._shell.say(tr("Copy two columns first: what is asked, and the answer."))

    def _first_open(self) -> None:
        """The first sheet with a question that nobody answered."""
        progress = self._insight.progress if self._insight else {}
        unanswered = [step.key for step in self._steps if len(set(progress.get(step.key, (0, 1)))) == 2]
        self.go(unanswered[0] if unanswered else self._steps[0].key)
