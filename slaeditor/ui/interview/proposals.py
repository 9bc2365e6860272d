"""The end of the interview: what is proposed, compared with the document, to take in whole, in part or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from slaeditor.model import advice
from slaeditor.model.advice.needs_map import NeedsMap
from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import Direction
from slaeditor.model.edits import Several
from slaeditor.ui import theme
from slaeditor.ui.interview.insight import OfferGroup, offers
from slaeditor.ui.interview.offer_tree import OfferTree
from slaeditor.ui.jobs import Err, Ok, Ticket
from slaeditor.ui.needs_view import NeedsView
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr, trn


class Proposals(QWidget):
    """Works the offers out off the GUI thread whenever it is shown or the document changes.

    Where nothing is offered it shows which needs are answered; ``went`` names the one, or the term, that was chosen there.
    """

    back = Signal()
    went = Signal(object)  # Path

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposals")
        self._shell = shell
        self._groups: tuple[OfferGroup, ...] = ()
        self._left_out: set[str] = set()
        self._afresh = False
        self._of: Agreement | None = None
        self._wants_keys = False
        box = column(self, margin=theme.WIDER, spacing=theme.WIDE)
        box.setContentsMargins(theme.WIDER, theme.WIDER, theme.WIDER, theme.WIDE)
        head = column(spacing=theme.HALF)
        head.addWidget(label(tr("Proposed terms"), size="title", bold=True, name="proposals_title"))
        self._intro = label(tint="muted", wrap=True, name="proposals_intro")
        head.addWidget(self._intro)
        box.addLayout(head)
        self._stack = QStackedWidget()
        self._waiting = label(tr("Working out what follows …"), tint="muted", name="proposals_waiting")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tree = OfferTree()
        self.tree.ticked.connect(self._ticked)
        self._nothing = QWidget()
        self._nothing.setObjectName("proposals_nothing")
        self._why = label(size="heading", bold=True, wrap=True, name="nothing_title")
        self._words = label(tint="muted", wrap=True, name="nothing_words")
        self._again = button(tr("Propose everything again"), self.again, name="propose_again")
        back = button(tr("Back to the questions"), self.back.emit, name="back_to_questions")
        self._onward = button(
            tr("To the agreement"), lambda: self._shell.go("agreement"), kind="primary", name="to_agreement"
        )
        self._needs = NeedsView()
        self._needs.went.connect(self.went)
        inside = column(self._nothing, spacing=theme.GRID)
        inside.addWidget(self._why)
        inside.addWidget(self._words)
        ways = line()
        for way in (self._onward, back, self._again):
            ways.addWidget(way)
        ways.addStretch()
        inside.addLayout(ways)
        inside.addSpacing(theme.WIDE)
        inside.addWidget(self._needs, 1)
        for page in (self._waiting, self.tree, self._nothing):
            self._stack.addWidget(page)
        box.addWidget(self._stack, 1)
        foot = line()
        self._tally = label(tint="muted", wrap=True, name="tally")
        self._all = button(tr("Choose all"), lambda: self.tree.choose(True), kind="flat", name="choose_all")
        self._none = button(tr("Choose none"), lambda: self.tree.choose(False), kind="flat", name="choose_none")
        self._take = button(tr("Take chosen"), self.take, kind="primary", name="take_chosen")
        self._take.setToolTip(tr("Ctrl+Enter"))
        foot.addWidget(self._tally, 1)
        for part in (self._all, self._none, self._take):
            foot.addWidget(part)
        box.addLayout(foot)

    def enter(self) -> None:
        """The keys go to what can be ticked, or to the way on; later, if that is still being worked out."""
        self._wants_keys = self._stack.currentWidget() is self._waiting
        if self._stack.currentWidget() is self.tree:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._stack.currentWidget() is self._nothing:
            self._onward.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """The person comes here anew: everything new is offered and ticked."""
        self._left_out.clear()
        self._afresh = False
        self._of = None
        self.refresh()

    def refresh(self) -> None:
        """Work out the offers for the document as it is now."""
        document, afresh = self._shell.session.document, self._afresh
        if document is self._of:
            return
        self._of = document
        self._stack.setCurrentWidget(self._waiting)
        self._show_foot(shown=False)

        def done(result: Ok[tuple[tuple[OfferGroup, ...], NeedsMap]] | Err) -> None:
            match result:
                case Ok((groups, needs)):
                    self._show(groups, needs)
                    if self._wants_keys:
                        self.enter()
                case Err(error):
                    self._shell.report(error)

        def work(_: Ticket) -> tuple[tuple[OfferGroup, ...], NeedsMap]:
            found = offers(document, afresh=afresh)
            return found, NeedsMap((), ()) if found else advice.whole_map(document)

        self._shell.runner.start(work, done, name=tr("Working out the proposals"), key="offers", can_stop=False)

    def again(self) -> None:
        """Offer everything that the document does not say, also what was considered before."""
        self._afresh = True
        self._of = None
        self.refresh()

    def take(self) -> None:
        """Take what is ticked as one step, set the rest aside, and go to the agreement."""
        session = self._shell.session
        document, chosen = session.document, self.tree.chosen()
        proposed = tuple(offer.proposal for group in self._groups for offer in group.offers)
        self._take.setEnabled(False)

        def done(result: Ok[Several] | Err) -> None:
            match result:
                case Ok(edit) if session.document is document:
                    session.do(edit)
                    self._shell.say(self._said(len(chosen)), self._shell.undo_choice())
                    self._shell.go("agreement")
                case Ok():
                    self.refresh()  # somebody typed meanwhile: what was ticked is offered again, on the document of now
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(
            lambda _: advice.accept(document, proposed, chosen),
            done,
            name=tr("Taking the proposals"),
            key="accept",
            stopped=lambda: self._take.setEnabled(True),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes what is chosen."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._take.isEnabled():
            self.take()
            return
        super().keyPressEvent(event)

    def _said(self, count: int) -> str:
        if not count:
            return tr("The proposals are set aside; each comes back when an answer behind it changes.")
        return trn(
            "{count} proposal is in the agreement now. Undo takes all of it back.",
            "{count} proposals are in the agreement now. Undo takes all of it back.",
            count,
        )

    def _show(self, groups: tuple[OfferGroup, ...], needs: NeedsMap) -> None:
        self._groups = groups
        if not groups:
            self._show_nothing(needs)
            return
        self.tree.show_offers(groups, self._left_out)
        self._stack.setCurrentWidget(self.tree)
        self._show_foot(shown=True)
        considered = bool(self._shell.session.document.playbook.considered)
        self._intro.setText(
            tr("Everything that follows and that the agreement does not say yet, also what was set aside before.")
            if self._afresh
            else tr("Only what follows from answers that are new or have changed. What you leave out is set aside.")
            if considered
            else tr(
                "What follows from the answers, compared with the agreement as it is. What you leave out is set aside."
            )
        )
        self._ticked()

    def _show_nothing(self, needs: NeedsMap) -> None:
        document = self._shell.session.document
        if not document.playbook.criticality:
            title = tr("There are no rules to propose from")
            words = tr("This agreement was begun without a standard, so nothing can be derived from the answers.")
        elif not document.needs.services:
            title = tr("Nothing follows yet")
            words = tr("Say what an outage of at least one service means; the proposed terms then appear here.")
        else:
            title = tr("Nothing new follows from the answers")
            words = tr(
                "The agreement says what they call for, or it was set aside and no answer behind it has changed."
            )
        self._why.setText(title)
        self._words.setText(words)
        self._again.setVisible(bool(document.playbook.considered) and not self._afresh)
        self._needs.show_map(needs)
        self._stack.setCurrentWidget(self._nothing)
        self._intro.setText("")
        self._show_foot(shown=False)

    def _show_foot(self, *, shown: bool) -> None:
        for part in (self._tally, self._all, self._none, self._take):
            part.setVisible(shown)
        self._intro.setVisible(bool(self._intro.text()))

    def _ticked(self) -> None:
        chosen = set(self.tree.chosen())
        found = [offer for group in self._groups for offer in group.offers]
        self._left_out = {offer.proposal.id for offer in found} - chosen
        changes = [change.direction for offer in found if offer.proposal.id in chosen for change in offer.changes]
        self._tally.setText(
            tr(
                "{chosen} of {all} chosen; changed terms: {better} better, {worse} worse, {neutral} neutral for the customer",
                chosen=len(chosen),
                all=len(found),
                better=changes.count(Direction.BETTER),
                worse=changes.count(Direction.WORSE),
                neutral=changes.count(Direction.NEUTRAL),
            )
        )
        self._take.setText(tr("Take chosen") if chosen else tr("Set all aside"))
        self._take.setEnabled(True)
        self._intro.setVisible(bool(self._intro.text()))
