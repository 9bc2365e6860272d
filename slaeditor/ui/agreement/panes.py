"""The panes beside the forms: docks that can be moved, floated, put in tabs, closed, and come back as they were left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFrame,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QTabBar,
    QTabWidget,
    QWidget,
)

from slaeditor.ui.agreement.pane_bar import PaneBar
from slaeditor.ui.focus_order import focus_on
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import restyle
from slaeditor.ui.words import tr

Area = Qt.DockWidgetArea
STATE: Final = 1
"""The version of what ``state`` gives; one of another version is not restored."""

SIDES: Final = (Area.LeftDockWidgetArea, Area.RightDockWidgetArea, Area.BottomDockWidgetArea)


class Panes(QMainWindow):
    """A main window inside the page, because it knows best how to arrange docks. ``changed``: which panes can be seen."""

    changed = Signal()
    placed = Signal(object)  # the side that a pane was put to
    dragged = Signal()  # an edge, by a person

    def __init__(self, centre: QWidget) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("agreement_docks")
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.setTabPosition(Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea)
        # however wide a form would like to be, the docks keep their width
        centre.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setCentralWidget(centre)
        self._centre = centre
        self.docks: dict[str, QDockWidget] = {}
        self._bars: dict[str, PaneBar] = {}
        self._keys: dict[str, QWidget] = {}
        self._seen: set[str] = set()
        self._kept: QByteArray | None = None
        self._floats: list[QDockWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._arranged)

    @property
    def seen(self) -> frozenset[str]:
        """The panes that can be seen: neither closed nor behind another tab."""
        return frozenset(self._seen)

    def add(
        self,
        name: str,
        title: str,
        inner: QWidget,
        *,
        keys: QWidget,
        words: QWidget | None = None,
        tools: Sequence[QWidget] = (),
    ) -> None:
        """One more pane, in tabs with those that there are; ``keys`` takes the keys in it."""
        dock = QDockWidget(title)
        dock.setObjectName(f"dock_{name}")
        body = QFrame()
        body.setProperty("kind", "pane_body")
        column(body, spacing=0).addWidget(inner)
        dock.setWidget(body)
        dock.setAllowedAreas(Area.LeftDockWidgetArea | Area.RightDockWidgetArea | Area.BottomDockWidgetArea)
        bar = PaneBar(dock, words, tools)
        dock.setTitleBarWidget(bar)
        bar.asked.connect(partial(self._offer, name))
        bar.away.connect(partial(self.close_pane, name))
        self.docks[name], self._bars[name], self._keys[name] = dock, bar, keys
        self._put(dock, Area.RightDockWidgetArea)
        dock.visibilityChanged.connect(partial(self._saw, name))
        dock.topLevelChanged.connect(lambda _: self._frame(name))
        dock.dockLocationChanged.connect(lambda _: self._timer.start())

    def reset(self) -> None:
        """All panes in tabs at the right, the first in front."""
        for dock in self.docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        for dock in self.docks.values():
            self._put(dock, Area.RightDockWidgetArea)
        next(iter(self.docks.values())).raise_()

    def open_pane(self, name: str) -> None:
        """Bring a pane into sight and give it the keys."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        self._keys[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not dock.isFloating():  # the keys of another window come when it has become the active one
            focus_on(dock)

    def close_pane(self, name: str) -> None:
        """Take a pane out of sight."""
        here = QApplication.focusWidget()
        inside = here is not None and self.docks[name].isAncestorOf(here)
        self.docks[name].close()
        if inside:
            focus_on(self._centre)

    def toggle(self, name: str) -> None:
        """Close a pane that can be seen; open another."""
        if name in self._seen:
            self.close_pane(name)
        else:
            self.open_pane(name)

    def place(self, name: str, area: Area) -> None:
        """Let a pane stand at that side, in tabs with what stands there."""
        dock = self.docks[name]
        dock.setFloating(False)
        self.removeDockWidget(dock)
        self._put(dock, area)
        dock.raise_()
        self.placed.emit(area)

    def stand_apart(self, name: str) -> None:
        """Take a pane out of its tabs; it stays at its side, beside them."""
        dock = self.docks[name]
        area = self.dockWidgetArea(dock)
        across = Qt.Orientation.Horizontal if area is Area.BottomDockWidgetArea else Qt.Orientation.Vertical
        self.removeDockWidget(dock)
        self.addDockWidget(area, dock, across)
        dock.show()

    def float_pane(self, name: str, floating: bool) -> None:
        """Let a pane stand in a window of its own, or bring it back."""
        dock = self.docks[name]
        dock.setFloating(floating)
        dock.show()
        dock.raise_()

    def state(self) -> QByteArray:
        """The arrangement, to be kept."""
        return self.saveState(STATE) if self._kept is None else self._kept

    def restore(self, state: QByteArray) -> bool:
        """Arrange the panes as they were; False when that is not to be understood."""
        return self.restoreState(state, STATE)

    def event(self, event: QEvent) -> bool:
        """A press that is taken here begins to drag an edge: everything else belongs to a pane."""
        done = super().event(event)
        if event.type() == QEvent.Type.MouseButtonPress and event.isAccepted():
            self.dragged.emit()
        return done

    def tab_bars(self) -> list[QTabBar]:
        """The tabs above panes that stand in one place."""
        return self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def hideEvent(self, event: QHideEvent) -> None:
        """Panes in windows of their own go and come with the page."""
        super().hideEvent(event)
        if not event.spontaneous() and self._kept is None:
            self._kept = self.saveState(STATE)
            self._floats = [dock for dock in self.docks.values() if dock.isFloating() and dock.isVisible()]
            for dock in self._floats:
                dock.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """As ``hideEvent``."""
        super().showEvent(event)
        for dock in self._floats:
            dock.show()
        self._kept, self._floats = None, []
        self._timer.start()

    def _put(self, dock: QDockWidget, area: Area) -> None:
        others = [one for one in self.at(area) if one is not dock]
        self.addDockWidget(area, dock)
        if others:
            self.tabifyDockWidget(others[-1], dock)
        dock.show()

    def at(self, area: Area) -> list[QDockWidget]:
        """The panes that stand at that side."""
        return [
            dock
            for dock in self.docks.values()
            if not dock.isFloating() and not dock.isHidden() and self.dockWidgetArea(dock) is area
        ]

    def _in_tabs(self, dock: QDockWidget) -> bool:
        beside = [one for one in self.tabifiedDockWidgets(dock) if not one.isHidden() and not one.isFloating()]
        return bool(beside) and not dock.isFloating()

    def _saw(self, name: str, seen: bool) -> None:
        (self._seen.add if seen else self._seen.discard)(name)
        self._timer.start()

    def _arranged(self) -> None:
        for name, dock in self.docks.items():
            self._bars[name].show_title(not self._in_tabs(dock))
        for bar in self.tab_bars():
            bar.setAccessibleName(tr("Panes"))
        self.changed.emit()

    def _frame(self, name: str) -> None:
        """A window of its own has an outline."""
        body, edge = self.docks[name].widget(), int(self.docks[name].isFloating())
        body.setContentsMargins(edge, 0, edge, edge)
        for part in (self._bars[name], body):
            restyle(part)
        self._timer.start()

    def _offer(self, name: str) -> None:
        menu = self.menu_of(name)
        anchor = self._bars[name].menu
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def menu_of(self, name: str) -> QMenu:
        """Everything that can be done with a pane, for whoever does not drag it."""
        dock = self.docks[name]
        menu = QMenu(self)
        menu.setObjectName(f"dock_{name}_places")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        floating = dock.isFloating()
        words = (tr("At the &left"), tr("At the &right"), tr("&Below the form"))
        for area, text in zip(SIDES, words, strict=True):
            action = menu.addAction(text, partial(self.place, name, area))
            action.setCheckable(True)
            action.setChecked(not floating and self.dockWidgetArea(dock) is area)
        own = menu.addAction(tr("In a &window of its own"), partial(self.float_pane, name, not floating))
        own.setCheckable(True)
        own.setChecked(floating)
        menu.addSeparator()
        apart = menu.addAction(tr("Beside its &tabs"), partial(self.stand_apart, name))
        apart.setEnabled(self._in_tabs(dock))
        menu.addAction(tr("&Close"), partial(self.close_pane, name))
        return menu
