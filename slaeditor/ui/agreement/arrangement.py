"""How the Agreement place is divided: sections, form, panes; as a person left it, or each with its share of the width."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

from slaeditor.ui.agreement.panes import SIDES, Panes
from slaeditor.ui.agreement.section_list import SectionList
from slaeditor.ui.focus_order import focus_on, tab_through
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import GRID

LEAST_FORM = 44 * GRID
PANES, SPLIT, OWN = "agreement/panes", "agreement/sections", "agreement/own"


def shares(width: int) -> tuple[int, int]:
    """The widths of sections and panes in a page of that width, while nobody has dragged them."""
    return (34 if width >= 150 * GRID else 32) * GRID, max(38 * GRID, min(64 * GRID, width * 28 // 100))


class Arrangement(QWidget):
    """Until a person drags an edge, a wider page gives each part its share; from then on the edges are theirs."""

    def __init__(self, sections: SectionList, forms: QStackedWidget) -> None:
        super().__init__()
        self._sections, self._forms = sections, forms
        forms.setMinimumWidth(LEAST_FORM)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("agreement_split")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(sections)
        self._split.addWidget(forms)
        self._split.setStretchFactor(1, 1)
        holder = QWidget()
        column(holder, spacing=0).addWidget(self._split)
        self.panes = Panes(holder)
        column(self, spacing=0).addWidget(self.panes)
        self._own = False
        self._split.splitterMoved.connect(self._dragged)
        self.panes.dragged.connect(self._dragged)
        self.panes.placed.connect(self._share_side)
        self._last: dict[str, QWidget] = {}

    def reset(self) -> None:
        """Everything back where it was at first."""
        self._own = False
        self.panes.reset()
        self._share()

    def recall(self, settings: QSettings) -> None:
        """Stand as it did when ``remember`` was called last."""
        panes, split = settings.value(PANES), settings.value(SPLIT)
        if isinstance(panes, QByteArray) and self.panes.restore(panes):
            self._own = str(settings.value(OWN, "")).lower() == "true"
            if self._own and isinstance(split, QByteArray):
                self._split.restoreState(split)

    def remember(self, settings: QSettings) -> None:
        """Keep how it stands."""
        settings.setValue(PANES, self.panes.state())
        settings.setValue(SPLIT, self._split.saveState())
        settings.setValue(OWN, self._own)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everybody gets a share of what there is now."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self._own:
            self._share()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through sections, form and panes from the left to the right, although forms are made last."""
        return tab_through(self, self._part_of, forward) or super().focusNextPrevChild(forward)

    def step(self, by: int) -> None:
        """The keys go to the next part (1) or the previous one (-1): sections, form, each pane that can be seen."""
        parts: dict[str, QWidget] = {"sections": self._sections, "form": self._forms}
        parts |= {name: dock for name, dock in self.panes.docks.items() if name in self.panes.seen}
        here = QApplication.focusWidget()
        names = list(parts)
        at = next((name for name, part in parts.items() if here is not None and part.isAncestorOf(here)), None)
        if at is not None and here is not None:
            self._last[at] = here
        following = names[(names.index(at) + by) % len(names)] if at is not None else names[0]
        part, before = parts[following], self._last.get(following)
        if part.isWindow():
            part.activateWindow()
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif following == "sections":
            self._sections.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif following in self.panes.docks:
            self.panes.open_pane(following)
        else:
            focus_on(part)

    def _part_of(self, widget: QWidget) -> int:
        """Sections, form, the tabs of the panes, the panes; those behind a tab cannot be seen and are none."""
        if self._sections.isAncestorOf(widget):
            return 0
        if self._forms.isAncestorOf(widget):
            return 1
        pane = next((name for name, dock in self.panes.docks.items() if dock.isAncestorOf(widget)), "")
        return 2 if not pane else 3 if pane in self.panes.seen else -1

    def _dragged(self) -> None:
        self._own = True

    def _share(self) -> None:
        sections, panes = shares(self.width())
        self._split.setSizes([sections, max(LEAST_FORM, self.width() - panes - sections)])
        for side in SIDES:
            self._share_side(side)

    def _share_side(self, side: Qt.DockWidgetArea) -> None:
        below = side is Qt.DockWidgetArea.BottomDockWidgetArea
        size = self.height() * 3 // 10 if below else shares(self.width())[1]
        if there := self.panes.at(side):
            self.panes.resizeDocks(there[:1], [size], Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
