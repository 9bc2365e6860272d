"""The part of the settings about the provider: what each new agreement says of it, and its logo."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QByteArray, QStringListModel, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from slaeditor.model.errors import ParseError
from slaeditor.model.provider import party_fields, signatory_fields
from slaeditor.model.terms import Field, Shape
from slaeditor.ui import theme
from slaeditor.ui.editors import codes
from slaeditor.ui.editors.suggestions import Suggestions
from slaeditor.ui.files import read_file
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.settings.logo import prepared
from slaeditor.ui.settings.rows import add_row
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr

LOGO_HEIGHT = 8 * theme.GRID
CODE = 2


class ProviderSettings(QWidget):
    """Fields from the declarations of the party and its signatory, so that they are called as in the agreement."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._preferences = shell.preferences
        self._box = column(self, spacing=theme.GRID)
        for declared in party_fields():
            self._add("party", declared)
        self._box.addSpacing(theme.GRID)
        self._box.addWidget(label(tr("Who signs for the provider"), bold=True))
        for declared in signatory_fields():
            self._add("signatory", declared)
        self._box.addSpacing(theme.GRID)
        self._logo = QLabel()
        self._none = tr("no logo")
        self._remove = button(tr("Remove"), self._forget_logo, kind="flat", name="settings_logo_remove")
        self._add_logo()
        self._show_logo()

    def _add(self, part: str, declared: Field) -> None:
        field = QLineEdit()
        field.setObjectName(f"settings_{part}_{declared.name}")
        field.setFixedHeight(4 * theme.GRID)
        value = str(getattr(getattr(self._preferences.own, part), declared.name))
        coded = declared.term.shape is Shape.COUNTRY
        field.setText(codes.name(Shape.COUNTRY, value) if coded else value)
        field.setToolTip(tr(declared.term.help))
        below = add_row(self._box, tr(declared.term.label), field, about=tr(declared.term.help))
        if coded:
            field.setCompleter(Suggestions(QStringListModel(sorted(codes.names(Shape.COUNTRY).values()), field), field))
        field.textChanged.connect(lambda text: self._typed(part, declared, text, below, ended=False))
        field.editingFinished.connect(lambda: self._typed(part, declared, field.text(), below, ended=True))

    def _typed(self, part: str, declared: Field, text: str, below: QLabel, *, ended: bool) -> None:
        """Keep what was typed; at the end a country that is none is named so, and is not kept."""
        own = self._preferences.own
        fault = ""
        if declared.term.shape is Shape.COUNTRY and not ended and len(text.strip()) == CODE:
            return  # most names begin with the code of another country
        try:
            value = codes.parse(Shape.COUNTRY, text) if declared.term.shape is Shape.COUNTRY else text.strip()
        except ParseError as error:
            fault = told(error) if ended else ""
        else:
            changed = msgspec.structs.replace(getattr(own, part), **{declared.name: value})
            self._preferences.own = msgspec.structs.replace(own, **{part: changed})
        below.setText(f"! {fault}" if fault else "")
        theme.tint(below, "worse" if fault else "muted")
        below.setVisible(bool(fault))

    def _add_logo(self) -> None:
        holder = QWidget()
        row = line(holder)
        self._logo.setObjectName("settings_logo")
        row.addWidget(self._logo)
        row.addStretch(1)
        row.addWidget(self._remove)
        row.addWidget(button(tr("Choose…"), self._choose_logo, name="settings_logo_choose"))
        add_row(self._box, tr("Logo"), holder, tr("A PNG or JPEG picture; it stands on the cover of every PDF."))

    def _show_logo(self) -> None:
        picture = QPixmap()
        data = self._preferences.logo
        if data and picture.loadFromData(QByteArray(data)):
            if picture.height() > LOGO_HEIGHT:
                picture = picture.scaledToHeight(LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation)
            self._logo.setPixmap(picture)
            self._logo.setFixedHeight(picture.height())
            self._logo.setAccessibleName(tr("The logo that was chosen"))
        else:
            self._logo.setText(self._none)
            self._logo.setFixedHeight(4 * theme.GRID)
            self._logo.setAccessibleName(self._none)
            theme.tint(self._logo, "muted")
        self._remove.setVisible(bool(data))

    def _choose_logo(self) -> None:
        source = self._shell.asker.open_from(tr("Logo"), ("png", "jpg", "jpeg"), tr("Pictures"))
        if source is None:
            return

        def done(result: Ok[bytes] | Err) -> None:
            match result:
                case Ok(picture):
                    self._take_logo(picture)
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(lambda _: prepared(source.name, read_file(source)), done, name=tr("Reading the logo"))

    def _take_logo(self, picture: bytes) -> None:
        before = self._preferences.logo
        self._preferences.logo = picture
        self._show_logo()
        said = tr("The logo stands on the cover of every PDF now.") if picture else tr("The logo was removed.")
        self._shell.say(said, (tr("Undo"), lambda: self._put_back(before, instead_of=picture)))

    def _put_back(self, picture: bytes, *, instead_of: bytes) -> None:
        if self._preferences.logo == instead_of:
            self._preferences.logo = picture
            self._show_logo()

    def _forget_logo(self) -> None:
        self._take_logo(b"")
