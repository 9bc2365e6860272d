"""The look of the window: spacing, type sizes and colours, light and dark, applied in this one place."""

from __future__ import annotations

from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from slaeditor.ui.icons import drawn
from slaeditor.ui.sheet import rules
from slaeditor.ui.tokens import DARK, LIGHT, Colours

__all__ = ["DARK", "GRID", "HALF", "LIGHT", "RADIUS", "RING", "WIDE", "WIDER", "Colours", "Theme", "colour", "colours"]

GRID: Final = 8
"""Everything stands on multiples of this many pixels; half of it only inside a control."""

HALF: Final = GRID // 2
RING: Final = 2
"""How thick the ring of the focus is."""
RADIUS: Final = HALF
WIDE: Final = 2 * GRID
WIDER: Final = 3 * GRID

SIZES: Final = {"title": 1.5, "heading": 1.2, "body": 1.0, "small": 0.9}
"""Type sizes as multiples of the system's own."""


class Theme(QObject):
    """The scheme in use; follows the system's. ``changed`` asks everything that paints by hand to do so again."""

    changed = Signal()

    def __init__(self, app: QApplication, force_dark: bool | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._forced = force_dark
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def colours(self) -> Colours:
        """The colours of the scheme in use."""
        return colours()

    def force(self, *, dark: bool | None) -> None:
        """Take one scheme whatever the system's is; None follows the system again."""
        self._forced = dark
        self.apply()

    def apply(self) -> None:
        """Put the scheme on the whole application."""
        global _current
        dark = self._forced
        if dark is None:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        _current = DARK if dark else LIGHT
        self._app.setPalette(_palette(_current))
        self._app.setStyleSheet(rules(_current))
        for holder, (name, role) in list(_holders.items()):
            if isValid(holder):
                holder.setIcon(icon(name, role))
        self.changed.emit()


_current = LIGHT
_holders: WeakKeyDictionary[QAbstractButton | QAction, tuple[str, str]] = WeakKeyDictionary()


def colours() -> Colours:
    """The colours of the scheme in use, for what paints by hand."""
    return _current


def colour(name: str) -> QColor:
    """One colour of the scheme in use, by its field name."""
    return QColor(getattr(_current, name))


def icon(name: str, role: str = "text") -> QIcon:
    """An icon of the set, in a colour of the scheme in use; ``put_icon`` also follows a switch of scheme."""
    return drawn(name, getattr(_current, role), _current.muted)


def put_icon(holder: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the scheme; an empty name takes it away."""
    if not name:
        _holders.pop(holder, None)
        holder.setIcon(QIcon())
    elif _holders.get(holder) != (name, role):
        _holders[holder] = (name, role)
        holder.setIcon(icon(name, role))


def ring(painter: QPainter, area: QRect) -> None:
    """Draw the ring of the focus just inside ``area``, for what paints by hand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent"), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.restore()


def sized(widget: QWidget, size: str, *, bold: bool = False) -> None:
    """Give a widget one of the type sizes."""
    widget.setFont(font(size, bold=bold))


def font(size: str, *, bold: bool = False) -> QFont:
    """The application's font in one of the type sizes."""
    found = QFont(QApplication.font())
    found.setPointSizeF(found.pointSizeF() * SIZES[size])
    if bold:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def tint(widget: QWidget, role: str) -> None:
    """Colour a label by meaning: muted, better, worse, neutral, finding, accent. Follows the scheme, as it is a style rule."""
    if widget.property("tint") != role:
        widget.setProperty("tint", role)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the rules look at a widget again: a property that they ask for has changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # otherwise its style has yet to look at it
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, c.window), (role.WindowText, c.text), (role.Base, c.base), (role.AlternateBase, c.window),
        (role.Text, c.text), (role.Button, c.raised), (role.ButtonText, c.text), (role.BrightText, c.worse),
        (role.Highlight, c.accent), (role.HighlightedText, c.on_accent), (role.Link, c.accent), (role.LinkVisited, c.accent),
        (role.PlaceholderText, c.muted), (role.ToolTipBase, c.raised), (role.ToolTipText, c.text), (role.Accent, c.accent),
        (role.Light, c.base), (role.Midlight, c.raised), (role.Mid, c.line), (role.Dark, c.line), (role.Shadow, c.line),
    ):  # fmt: skip
        palette.setColor(which, QColor(value))
    faint = QColor(c.muted)
    faint.setAlpha(140)
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faint)
    return palette
