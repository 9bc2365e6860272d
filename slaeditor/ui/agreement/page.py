"""The Agreement place: the sections at the left, the form of one of them, and the docks at the right."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from slaeditor.model import paths
from slaeditor.model.checks import Finding
from slaeditor.model.checks.acknowledging import acknowledgement
from slaeditor.model.compare import Change
from slaeditor.model.paths import Path
from slaeditor.ui.agreement.arrangement import Arrangement
from slaeditor.ui.agreement.changes import ChangesDock
from slaeditor.ui.agreement.following import Following, term_of
from slaeditor.ui.agreement.forms import Forms
from slaeditor.ui.agreement.preview import PreviewDock
from slaeditor.ui.agreement.problem_list import Problem, problems, standing_words
from slaeditor.ui.agreement.problems import ProblemsDock
from slaeditor.ui.agreement.review import Review, Reviewer
from slaeditor.ui.agreement.section_list import SectionList
from slaeditor.ui.agreement.section_menu import section_menu
from slaeditor.ui.agreement.states import section_states
from slaeditor.ui.context_menu import offer
from slaeditor.ui.desk import Desk
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.part import scrolled
from slaeditor.ui.history.page import HistoryPanel
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import column
from slaeditor.ui.shell import Shell
from slaeditor.ui.spoken import place as place_words
from slaeditor.ui.words import tr

WIDTHS = "agreement/widths"


class AgreementPage(Page):
    """Every form is made when its section is first gone to, and kept."""

    place = "agreement"
    needs_document = True

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell = shell
        self._session = shell.session
        self.context = Context(shell.session, shell.clock.today, shell.runner, self)
        self._found: tuple[Finding, ...] = ()
        self._before: tuple[Finding, ...] | None = None
        self._listed: tuple[Problem, ...] = ()
        self._checked = False
        self._here = False
        self._problem_count = 0
        self._last_focus: QWidget | None = None
        self.sections = SectionList()
        self._forms = Forms(self.context)
        self.preview = PreviewDock(shell, desk)
        self.problems = ProblemsDock(self.context, shell.user)
        self.changes = ChangesDock(self.context)
        self.history = HistoryPanel(shell, desk)
        self._lay_out()
        self._reviewer = Reviewer(shell, self)
        self._reviewer.reviewed.connect(self._reviewed)
        self.sections.chosen.connect(self._chosen)
        self.problems.went.connect(self.go_to)
        self.changes.went.connect(self.go_to)
        offer(
            self.sections.list,
            lambda: section_menu(self.sections.current, self.panes, self.problems, self.changes, self.preview),
        )
        self.preview.went.connect(self.go_to)
        self.following = Following(self._forms)
        self.following.moved.connect(self.preview.follow)
        self.context.said.connect(shell.say)
        self.context.went.connect(self._lead)
        self.context.left_for.connect(shell.go)
        self.context.findings_changed.connect(self._show_messages)
        self._session.changed.connect(self._changed)
        self._session.loaded.connect(self._loaded)
        self._session.unparsed_changed.connect(self._unparsed)
        self._session.state_changed.connect(self._rebased)
        self._base = self._session.base
        if self._session.is_open:
            self._loaded()

    @property
    def section(self) -> str:
        """The name of the section that is shown."""
        form = self._forms.current
        return form.name if form else ""

    def arrive(self, path: Path | None = None) -> None:
        """Show the document as it has become meanwhile."""
        self._refresh()
        if path:
            self.go_to(path)
        elif not self._here:
            before = self._last_focus
            (before if before is not None and isValid(before) and before.isVisible() else self.sections.list).setFocus()
        self._here = True
        self._reviewer.soon(0)

    def leave(self) -> None:
        """What is being typed is complete; the keys will come back to where they were."""
        here = QApplication.focusWidget()
        self._last_focus = here if here is not None and self.isAncestorOf(here) else None
        self._here = False
        self._finish()

    def go_to(self, path: Path) -> bool:
        """Open section, tab and row of the term at ``path`` and give it the focus; False when there is no such place."""
        if not path:
            return False
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while len(path) > 1 and not paths.exists(self._session.document, path):
            path = path[:-1]
        self._show(path[0])
        self.sections.choose(path[0])
        self.preview.follow(path)
        return self._forms.form(path[0]).reveal(path)

    def check_now(self) -> None:
        """Check and compare the document as it is, off the GUI thread."""
        self._reviewer.review_now()

    def act(self, name: str) -> None:
        """Panes, by the ids of their actions; a key goes to a pane, the menu opens and closes it."""
        kind, _, pane = name.partition("_")
        match kind:
            case "pane":
                self.panes.toggle(pane)
            case "key":
                self.panes.open_pane(pane.removeprefix("pane_"))
            case "zoom":
                self.preview.act(name)
        match name:
            case "next_pane":
                self.arrangement.step(1)
            case "previous_pane":
                self.arrangement.step(-1)
            case "reset_layout":
                self._reset_layout()

    def _reset_layout(self) -> None:
        """Panes, edges and columns as at first; forms are made anew, as they hold the widths of their tables."""
        shown = self.section
        self._finish()
        self.arrangement.reset()
        self.context.widths.forget()
        self._forms.forget()
        self._show(shown)
        self._forms.make_ahead()

    def recall(self, settings: QSettings) -> None:
        """Divided as it was left."""
        self.arrangement.recall(settings)
        self.context.widths.read(str(settings.value(WIDTHS, "{}")))

    def remember(self, settings: QSettings) -> None:
        """Keep how it is divided."""
        self.arrangement.remember(settings)
        settings.setValue(WIDTHS, self.context.widths.text())

    def _lead(self, path: Path) -> None:
        """Follow a reference, and offer the way back to where it was followed."""
        here = term_of(QApplication.focusWidget())
        self.go_to(path)
        if here:
            there = " › ".join(place_words(self._session.document, path))
            self._shell.say(tr("Gone to {place}.", place=there), (tr("Back"), lambda: self.go_to(here)))

    @property
    def standing(self) -> str:
        """Whether the agreement can be issued, and what keeps it from that; empty until the checks have run."""
        return standing_words(self._listed) if self._checked and not self._session.read_only else ""

    @property
    def problem_count(self) -> int:
        """Findings, and what was typed and not understood."""
        return self._problem_count

    def _lay_out(self) -> None:
        self.arrangement = Arrangement(self.sections, self._forms)
        self.panes = self.arrangement.panes
        self.docks = self.panes.docks
        self.panes.add(
            "preview",
            tr("Preview"),
            self.preview,
            keys=self.preview.paper,
            words=self.preview.words,
            tools=self.preview.tools,
        )
        self.panes.add("problems", tr("Problems"), self.problems, keys=self.problems.tree, words=self.problems.count)
        self.panes.add("changes", tr("Changes"), self.changes, keys=self.changes.tree, words=self.changes.count)
        self.panes.add("history", tr("History"), scrolled(self.history, "history_area"), keys=self.history.keys())
        self.docks["preview"].raise_()
        self.panes.changed.connect(self.heading_changed)
        column(self, spacing=0).addWidget(self.arrangement)

    @property
    def seen(self) -> frozenset[str]:
        """The panes that can be seen."""
        return self.panes.seen

    def _show(self, name: str) -> None:
        if name == self.section:
            return
        self._finish()
        self._forms.show_section(name)
        self.preview.follow((name,))

    def _chosen(self, name: str) -> None:
        if self._session.is_open:
            self._show(name)

    def _finish(self) -> None:
        if (form := self._forms.current) is not None:
            form.finish()
        self._session.end_typing()

    def _refresh(self) -> None:
        if (form := self._forms.current) is not None:
            form.refresh()

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if changes and changes[0].path[0] == self.section:
            self.preview.follow(changes[0].path)
        for path in [path for path in self._session.unparsed if not paths.exists(self._session.document, path)]:
            self._session.set_unparsed(path, None)
        self._forms.rest()
        if self.isVisible():
            self._refresh()
            self.preview.stale()
        self._reviewer.soon()

    def _loaded(self) -> None:
        shown = self.section or "identity"
        self._forms.forget()
        self._found, self._before, self._listed, self._checked = (), None, (), False
        self._base = self._session.base
        self.context.set_findings(())
        if not self._session.is_open:
            return
        self._show_states()
        self._show(shown)
        self.sections.choose(shown)
        self.preview.forget()
        self._reviewer.soon(0)

    def _rebased(self) -> None:
        """A revision was saved: changes are counted from there now."""
        if self._session.base is not self._base:
            self._base = self._session.base
            self._refresh()
            self._reviewer.soon(0)

    def _reviewed(self, found: Review) -> None:
        self._found, self._before, self._checked = found.findings, found.before, True
        self.changes.show_lines(found.changes)
        open_ones = (one for one in self._found if acknowledgement(self._session.document, one) is None)
        self.context.set_findings(open_ones)
        self._show_states()
        self._forms.make_ahead()

    def _unparsed(self) -> None:
        self._show_messages()
        self._show_states()

    def _show_messages(self) -> None:
        if (form := self._forms.current) is not None:
            form.show_messages()

    def _show_states(self) -> None:
        document, unparsed = self._session.document, dict(self._session.unparsed)
        listed = problems(document, self._found, unparsed, self._before)
        found = [one.finding for one in listed if one.is_open and one.finding is not None]
        self.sections.show_states(section_states(document, self._session.base, found, unparsed, checked=self._checked))
        self.problems.show_problems(listed)
        count = sum(one.keeps_from_issuing for one in listed)
        said = self.standing
        self._listed = listed
        if count != self._problem_count or said != self.standing:
            self._problem_count = count
            self.heading_changed.emit()
        self.docks["problems"].setWindowTitle(tr("Problems · {count}", count=count) if count else tr("Problems"))
