"""Below the list of problems: the buttons that mend one or let it stand, and the line in which its reason is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from slaeditor.ui.agreement.problem_list import Problem
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.theme import GRID, HALF
from slaeditor.ui.words import tr


class ProblemFoot(QWidget):
    """``mend`` and ``withdraw`` act on the problem shown; ``stand`` is given the reason why it stands; ``back`` gets the keys then."""

    def __init__(
        self,
        mend: Callable[[], object],
        stand: Callable[[str], object],
        withdraw: Callable[[], object],
        back: QWidget,
    ) -> None:
        super().__init__()
        self._back = back
        self._stand = stand
        self._asks = False
        self._problem: Problem | None = None
        self._editable = False
        self.mend = button(tr("Mend"), mend, name="mend")
        self.acknowledge = button(tr("Acknowledge…"), self.ask, name="acknowledge")
        self.acknowledge.setToolTip(tr("Let the warning stand, with a reason that is kept"))
        self.withdraw = button(tr("Withdraw"), withdraw, name="withdraw")
        self.withdraw.setToolTip(tr("Take the acknowledgement back"))
        self.reason = _Reason(self.cancel)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("Why it stands"))
        self.reason.setPlaceholderText(tr("Why does it stand?"))
        self.reason.returnPressed.connect(self._give)
        self.reason.textChanged.connect(lambda _: self._refresh())
        self.give = button(tr("Acknowledge"), self._give, kind="primary", name="give_reason")
        self.leave = button(tr("Cancel"), self.cancel, name="cancel_reason")
        self.why = label("", size="small", tint="muted", wrap=True, name="why_it_stands")
        box = column(self, spacing=HALF)
        box.addWidget(self.why)
        box.addWidget(self.reason)
        row = line(spacing=HALF)
        row.addStretch(1)
        for one in (self.withdraw, self.acknowledge, self.mend, self.leave, self.give):
            row.addWidget(one)
        box.addLayout(row)
        box.setContentsMargins(0, GRID, 0, 0)
        self._refresh()

    def show_problem(self, problem: Problem | None, editable: bool) -> None:
        """What can be done about this one; a reason that is being given to another is given up."""
        if problem != self._problem:
            self._asks = False
            self.reason.clear()
        self._problem, self._editable = problem, editable
        self._refresh()

    def ask(self) -> None:
        """Ask for the reason, here in the pane."""
        if self._problem is None or not self._problem.may_stand or not self._editable:
            return
        self._asks = True
        self._refresh()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Leave the problem as it is."""
        self._asks = False
        self.reason.clear()
        self._refresh()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.reason.text().strip():
            text, self._asks = self.reason.text().strip(), False
            self._stand(text)
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        one, may = self._problem, self._editable
        mendable = one is not None and bool(one.remedy_name)
        stands = one is not None and bool(one.reason)
        self.why.setText(tr("Acknowledged: {reason}", reason=one.reason) if one is not None and stands else "")
        self.why.setVisible(stands)
        self.mend.setText(one.remedy_name if one is not None and mendable else tr("Mend"))
        self.mend.setVisible(not self._asks and mendable and not stands)
        self.mend.setEnabled(may)
        self.acknowledge.setVisible(not self._asks and one is not None and one.may_stand)
        self.acknowledge.setEnabled(may)
        self.withdraw.setVisible(stands)
        self.withdraw.setEnabled(may)
        for widget in (self.reason, self.give, self.leave):
            widget.setVisible(self._asks)
        self.give.setEnabled(bool(self.reason.text().strip()))


class _Reason(QLineEdit):
    """Escape gives the answer up."""

    def __init__(self, cancel: Callable[[], object]) -> None:
        super().__init__()
        self._cancel = cancel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)
