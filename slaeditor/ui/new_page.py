"""A new agreement: which standard it starts from, and who the customer is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QScrollArea, QWidget

from slaeditor.model.paths import Path
from slaeditor.model.provider import with_own_details
from slaeditor.ui import theme
from slaeditor.ui.desk import Desk
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr

WIDTH = 76 * theme.GRID


class NewPage(Page):
    """Two questions; the interview asks the rest."""

    place = "new"

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._standards = tuple(shell.standards.standards())
        self._group = QButtonGroup(self)
        self._customer = QLineEdit()
        self._making = False  # what was typed stays to be seen meanwhile
        self._begin = button(tr("Begin"), self._create, kind="primary", name="new_begin")
        self._build()
        self._customer.textChanged.connect(lambda _: self._check())
        self._check()

    def heading(self) -> tuple[str, str]:
        """What this is about."""
        return tr("New agreement"), tr("The interview follows; everything can be changed later")

    def arrive(self, path: Path | None = None) -> None:
        """Begin with the customer's name."""
        self._customer.setFocus()

    def leave(self) -> None:
        """The next agreement is another customer's."""
        if self._making:
            self._making = False
            self._customer.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the name to the standards, and begins from there."""
        here = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif here is self._customer:
            self._to_standards()
        elif isinstance(here, QRadioButton):
            self._create()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        inside = QWidget()
        inside.setFixedWidth(WIDTH)
        box = column(inside, margin=theme.WIDER)
        title = label(tr("Who is the customer?"), size="heading", bold=True)
        self._customer.setObjectName("new_customer")
        self._customer.setAccessibleName(tr("Customer's legal name"))
        self._customer.setPlaceholderText(tr("Legal name, as in the commercial register"))
        self._customer.setFixedHeight(4 * theme.GRID)
        title.setBuddy(self._customer)
        box.addWidget(title)
        box.addWidget(self._customer)
        box.addSpacing(theme.WIDER)
        box.addWidget(label(tr("Which standard does it start from?"), size="heading", bold=True))
        for number, standard in enumerate(self._standards):
            choice = QRadioButton(told(standard.title))
            choice.setObjectName(f"standard_{standard.id}")
            choice.setAccessibleDescription(told(standard.description))
            choice.setChecked(number == 0)
            theme.sized(choice, "body", bold=True)
            self._group.addButton(choice, number)
            about = label(told(standard.description), tint="muted", wrap=True)
            about.setContentsMargins(theme.WIDER, 0, 0, 0)
            both = column(spacing=theme.HALF)
            both.addWidget(choice)
            both.addWidget(about)
            box.addLayout(both)
            box.addSpacing(theme.GRID)
        box.addSpacing(theme.WIDER)
        row = line()
        row.addWidget(self._begin)
        row.addWidget(button(tr("Back"), lambda: self._shell.go("library"), kind="flat", name="new_back"))
        row.addStretch()
        box.addLayout(row)
        box.addStretch()
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inside)
        column(self).addWidget(area)

    def _to_standards(self) -> None:
        """The standard is half of the answer: beginning from the name would decide it silently."""
        chosen = self._group.checkedButton()
        if chosen is not None and self._customer.text().strip():
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _check(self) -> None:
        ready = bool(self._customer.text().strip()) and bool(self._standards)
        self._begin.setEnabled(ready and not self._making)

    def _create(self) -> None:
        customer = self._customer.text().strip()
        if not customer or not self._standards:
            return
        if self._making:
            return
        standard = self._standards[self._group.checkedId()]
        self._making = True
        self._check()
        own = self._shell.preferences.own
        self._desk.create(
            lambda: with_own_details(self._shell.standards.begin(standard.id, customer), own), failed=self._failed
        )

    def _failed(self) -> None:
        self._making = False
        self._check()
