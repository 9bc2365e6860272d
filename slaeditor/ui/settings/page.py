"""The settings: who works here, how the window looks, where agreements are kept, and the provider's own details."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import Elided, button, column, label, line
from slaeditor.ui.settings.preferences import Begin, Look
from slaeditor.ui.settings.provider import ProviderSettings
from slaeditor.ui.settings.rows import add_row, begin_group
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import languages as languages_of_window
from slaeditor.ui.words import tr

WIDTH = 88 * theme.GRID
LIBRARY_ENDING = "slalib"


class SettingsPage(Page):
    """Every change holds at once and is remembered; there is nothing to confirm."""

    place = "settings"

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._preferences = shell.preferences
        self._name = QLineEdit()
        self._library = Elided(middle=True)
        self._usual = button(
            tr("Use the usual place"), self._forget_library, kind="flat", name="settings_library_usual"
        )
        self._build()
        self._preferences.changed.connect(self._changed)  # a method, which is forgotten with the page
        self._refresh()

    def heading(self) -> tuple[str, str]:
        """What this is about."""
        return tr("Settings"), tr("Changes take effect at once")

    def arrive(self, path: Path | None = None) -> None:
        """Begin with the first field."""
        self._name.setFocus()

    def _build(self) -> None:
        inside = QWidget()
        inside.setFixedWidth(WIDTH)
        box = column(inside, margin=theme.WIDER, spacing=theme.GRID)
        box.addWidget(label(tr("You"), size="heading", bold=True))
        self._name.setObjectName("settings_name")
        self._name.setText(self._preferences.author)
        self._name.setFixedHeight(4 * theme.GRID)
        self._name.setPlaceholderText(self._shell.user())
        self._name.textEdited.connect(lambda words: setattr(self._preferences, "author", words))
        add_row(box, tr("Your name"), self._name, tr("It stands in the history beside what you do."))
        begin_group(box, tr("Window"))
        looks = ((Look.SYSTEM, tr("as the system")), (Look.LIGHT, tr("light")), (Look.DARK, tr("dark")))
        colours = tr("Light or dark; or what the system has, and then it changes with the system.")
        add_row(box, tr("Colours"), self._choice("look", looks), about=colours, stretch=False)
        languages = (("", tr("as the system")), *languages_of_window())
        about = tr("The language of the window. In which languages an agreement is made out is said in the agreement.")
        add_row(box, tr("Language"), self._choice("language", languages), about=about, stretch=False)
        begin_group(box, tr("Library"))
        begins = ((Begin.LAST, tr("the library used last")), (Begin.DEFAULT, tr("the default library")))
        about = tr("Which library is opened when the program is started.")
        add_row(box, tr("Begin with"), self._choice("begin", begins), about=about, stretch=False)
        self._library.setObjectName("settings_library")
        self._library.setFixedHeight(4 * theme.GRID)
        place = QWidget()
        with_buttons = line(place)
        with_buttons.addWidget(self._library, 1)
        with_buttons.addWidget(self._usual)
        with_buttons.addWidget(button(tr("Choose…"), self._choose_library, name="settings_library_choose"))
        hint = tr("The file that is opened when no other is asked for, and when the one used last cannot be found.")
        add_row(box, tr("Default library"), place, hint)
        begin_group(box, tr("Exports"))
        printed = ((False, tr("not printed")), (True, tr("printed as an annex")))
        about = tr("Warnings that were acknowledged, with the reasons: whether PDF and Excel have an annex of them.")
        add_row(box, tr("Acknowledged findings"), self._choice("annex", printed), about, stretch=False)
        begin_group(box, tr("Provider"))
        box.addWidget(label(tr("A new agreement begins with these details."), tint="muted", wrap=True))
        box.addWidget(ProviderSettings(self._shell))
        box.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setObjectName("settings_area")
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inside)
        column(self).addWidget(area)

    def _choice(self, what: str, choices: tuple[tuple[Any, str], ...]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"settings_{what}")
        box.setFixedHeight(4 * theme.GRID)
        for value, words in choices:
            box.addItem(words, value)
        values = [value for value, _ in choices]
        present = getattr(self._preferences, what)
        box.setCurrentIndex(values.index(present) if present in values else 0)
        box.activated.connect(lambda number: setattr(self._preferences, what, choices[number][0]))
        return box

    def _changed(self, _what: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._library.set_text(str(self._preferences.default_library))
        self._usual.setVisible(self._preferences.has_own_default)

    def _choose_library(self) -> None:
        found: FilePath | None = self._shell.asker.open_from(tr("Default library"), (LIBRARY_ENDING,), tr("Library"))
        if found is not None:
            self._preferences.default_library = found

    def _forget_library(self) -> None:
        self._preferences.default_library = None
