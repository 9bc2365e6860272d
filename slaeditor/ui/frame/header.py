"""The head of the window: where one can be, which agreement this is and how it stands, and the one action that comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QWidget

from slaeditor.model.lifecycle import Status
from slaeditor.model.sentence import say
from slaeditor.ui import theme
from slaeditor.ui.drawn.chip import Chip
from slaeditor.ui.pieces import Elided, button, column, line, rule
from slaeditor.ui.words import tr

PLACES = (
    ("library", say("Library")),
    ("agreement", say("Agreement")),
    ("interview", say("Interview")),
    ("compare", say("Compare")),
    ("what_if", say("What if")),
)


class Header(QFrame):
    """Shows what it is told; emits which place was clicked. ``busy`` shows work that takes long."""

    went = Signal(str)

    def __init__(self, busy: QWidget) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setProperty("kind", "bar")
        self.setFixedHeight(7 * theme.GRID)
        box = line(self, spacing=0)
        box.setContentsMargins(theme.GRID, 0, theme.WIDE, 0)
        self._group = QButtonGroup(self)
        self._places: dict[str, QToolButton] = {}
        for place, words in PLACES:
            tab = QToolButton()
            tab.setObjectName(f"place_{place}")
            tab.setText(tr(words))
            tab.setCheckable(True)
            tab.setProperty("kind", "place")
            tab.setFixedHeight(7 * theme.GRID - 1)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.clicked.connect(lambda _=False, place=place: self.went.emit(place))
            self._group.addButton(tab)
            self._places[place] = tab
            box.addWidget(tab)
        box.addSpacing(theme.GRID)
        divider = rule(vertical=True)
        divider.setFixedHeight(4 * theme.GRID)
        box.addWidget(divider)
        box.addSpacing(theme.WIDE)
        words_box = column(spacing=0)
        self._title = Elided(bold=True)
        self._title.setObjectName("heading_title")
        self._line = Elided(size="small", tint="muted")
        self._line.setObjectName("heading_line")
        self._chip = Chip("heading_status")
        below = line()
        below.addWidget(self._chip)
        below.addWidget(self._line, 1)
        words_box.addStretch()
        words_box.addWidget(self._title)
        words_box.addLayout(below)
        words_box.addStretch()
        box.addLayout(words_box, 1)
        box.addSpacing(theme.WIDE)
        box.addWidget(busy)
        self._act: Callable[[], object] = lambda: None
        self._next = button("", lambda: self._act(), kind="primary", name="next_action", beside=True)
        box.addWidget(self._next)

    def show_place(self, place: str) -> None:
        """Mark the place that is shown; none is marked for one that has no tab."""
        self._group.setExclusive(False)
        for name, tab in self._places.items():
            tab.setChecked(name == place)
        self._group.setExclusive(True)

    def enable(self, place: str, possible: bool) -> None:
        """Let a place be gone to, or not."""
        self._places[place].setEnabled(possible)

    def show_words(self, title: str, below: str, status: Status | None = None, brief: str = "") -> None:
        """The two lines; the status stands before the second one, if there is one to tell. ``brief``: where that does not fit."""
        self._title.set_text(title)
        self._line.set_text(below, brief)
        self._line.setVisible(bool(below))
        self._chip.setVisible(status is not None)
        if status is not None:
            self._chip.show_status(status)

    def show_next(self, words: str, act: Callable[[], object]) -> None:
        """The one action that comes next; hidden when there are no words for it."""
        self._act = act
        self._next.setText(words)
        self._next.setVisible(bool(words))
