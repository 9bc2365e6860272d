"""The libraries in the File menu: open another one, begin a new one, or go back to one that was open lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from slaeditor.model.errors import UserError
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

ENDING = "slalib"


class Libraries(QObject):
    """``wanted`` gives the library that is to take the place of the open one, and whether it is to be made first."""

    wanted = Signal(object, bool)

    def __init__(self, shell: Shell, after: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        holder = next((one for one in after.associatedObjects() if isinstance(one, QMenu)), None)
        assert holder is not None
        self._recent = QMenu(tr("&Recent libraries"), holder)
        self._recent.setObjectName("menu_recent_libraries")
        holder.insertMenu(holder.actions()[holder.actions().index(after) + 1], self._recent)
        holder.aboutToShow.connect(self._fill)  # not sooner: to know the library's place may mean to open it

    def act(self, name: str) -> None:
        """Do the action of the menu with this id."""
        asker, kind = self._shell.asker, tr("Library")
        if name == "library_open":
            found = asker.open_from(tr("Open library"), (ENDING,), kind)
            if found is not None:
                self.wanted.emit(found, False)
            return
        place = asker.save_to(tr("New library"), f"{tr('Agreements')}.{ENDING}", ENDING, kind)
        if place is None:
            return
        place = place if place.suffix else place.with_suffix(f".{ENDING}")
        if place.exists():
            remedy = tr("Open it, or choose another name.")
            self._shell.report(
                UserError(
                    tr("“{name}” exists already.", name=place.name), kept=tr("It was not touched."), remedy=remedy
                )
            )
        else:
            self.wanted.emit(place, True)

    def _fill(self) -> None:
        here = Path(self._shell.library.place)
        others = [one for one in self._shell.preferences.recent if one != here]
        self._recent.clear()
        for number, place in enumerate(others, start=1):
            words = f"{place.name}  –  {place.parent}".replace("&", "&&")
            action = self._recent.addAction(f"&{number}  {words}")
            action.triggered.connect(partial(self.wanted.emit, place, False))
        self._recent.setEnabled(bool(others))
