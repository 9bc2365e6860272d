"""The look of the window: spacing, type sizes and colours, light and dark, applied in this one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor import resources

GRID: Final = 8
"""Everything stands on multiples of this many pixels; half of it only inside a control."""

HALF: Final = GRID // 2
WIDE: Final = 2 * GRID
WIDER: Final = 3 * GRID

SIZES: Final = {"title": 1.5, "heading": 1.2, "body": 1.0, "small": 0.9}
"""Type sizes as multiples of the system's own."""


@dataclass(frozen=True)
class Colours:
    """One scheme. Text on ``window`` or ``base`` has a contrast of at least 4.5:1 in each of the text colours."""

    dark: bool
    window: str
    base: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    better: str
    worse: str
    neutral: str
    finding: str
    mark: str


LIGHT: Final = Colours(
    dark=False, window="#f5f6f8", base="#ffffff", raised="#eceff3", line="#d7dce3", text="#1c2229", muted="#56606b",
    accent="#1d5fa7", on_accent="#ffffff", selection="#dbe8f7", better="#1a7445", worse="#b3261e", neutral="#56606b",
    finding="#8a5500", mark="#fdeebc",
)  # fmt: skip

DARK: Final = Colours(
    dark=True, window="#1f2226", base="#181a1d", raised="#2a2e33", line="#3a4047", text="#e6e8ea", muted="#a4adb6",
    accent="#7ab4f5", on_accent="#10161d", selection="#2b415c", better="#62cf97", worse="#ff8f86", neutral="#a4adb6",
    finding="#f0bd66", mark="#5a4a14",
)  # fmt: skip


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
        self._app.setStyleSheet(_sheet(_current))
        self.changed.emit()


_current = LIGHT


def colours() -> Colours:
    """The colours of the scheme in use, for what paints by hand."""
    return _current


def colour(name: str) -> QColor:
    """One colour of the scheme in use, by its field name."""
    return QColor(getattr(_current, name))


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


def _sheet(c: Colours) -> str:
    return f"""
QToolTip {{ border: 1px solid {c.line}; padding: 4px; }}
QLabel[tint="muted"], QLabel[tint="neutral"] {{ color: {c.muted}; }}
QLabel[tint="better"] {{ color: {c.better}; }}
QLabel[tint="worse"] {{ color: {c.worse}; }}
QLabel[tint="finding"] {{ color: {c.finding}; }}
QLabel[tint="accent"] {{ color: {c.accent}; }}
QPushButton {{ padding: 6px 12px; border: 1px solid {c.line}; border-radius: 4px; background: {c.base}; }}
QPushButton:hover {{ background: {c.raised}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border-color: {c.accent}; }}
QPushButton:disabled {{ background: transparent; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent}; border-color: {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: transparent; color: {c.muted}; border-color: {c.line}; }}
QPushButton[kind="flat"] {{ background: transparent; border-color: transparent; color: {c.accent}; padding: 4px 8px; }}
QPushButton[kind="flat"]:hover {{ background: {c.raised}; }}
QPushButton[kind="flat"]:focus {{ border-color: {c.accent}; }}
QPushButton[kind="flat"]:disabled {{ color: {c.muted}; }}
QToolButton[kind="place"] {{ background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 12px 4px; }}
QToolButton[kind="place"]:hover {{ background: {c.raised}; }}
QToolButton[kind="place"]:checked {{ border-bottom-color: {c.accent}; color: {c.accent}; }}
QToolButton[kind="place"]:focus {{ background: {c.raised}; }}
QToolButton[kind="place"]:disabled {{ color: {c.muted}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QDateEdit {{
  border: 1px solid {c.line}; border-radius: 4px; background: {c.base}; padding: 4px 6px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QDateEdit:focus {{
  border-color: {c.accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {{ background: {c.window}; }}
QTableView, QListView, QTreeView, QTableWidget, QListWidget, QTreeWidget {{
  border: none; background: {c.base}; gridline-color: {c.line};
  selection-background-color: {c.selection}; selection-color: {c.text}; outline: none; }}
QTableView::item {{ padding: 0 5px; border: none; }}
QTableView::item:selected {{ background: {c.selection}; color: {c.text}; }}
QHeaderView::section {{ background: {c.base}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
  padding: 6px 8px; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
{_indicators(c)}
QFrame[kind="line"] {{ background: {c.line}; border: none; }}
QFrame[kind="bar"] {{ background: {c.base}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[kind="card"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame[kind="notice"] {{ background: {c.mark}; border: none; border-bottom: 1px solid {c.line}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QStatusBar {{ border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: none; }}
QMenuBar {{ background: {c.base}; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.raised}; }}
"""


def _indicators(c: Colours) -> str:
    """Boxes and circles to tick: Fusion derives their outline from the window's colour, which on a dark one cannot be seen."""
    icons = resources.path("icons").as_posix()
    scheme = "dark" if c.dark else "light"
    boxes = [f"{kind}::indicator" for kind in ("QCheckBox", "QTreeView", "QListView", "QTableView", "QGroupBox")]

    def in_state(*states: str) -> str:
        return ", ".join(box + state for box in boxes for state in states)

    return f"""
{in_state("")} {{ width: 14px; height: 14px; border: 1px solid {c.muted}; border-radius: 3px; background: {c.base}; }}
{in_state(":checked", ":indeterminate")} {{ border-color: {c.accent}; background: {c.accent}; }}
{in_state(":checked")} {{ image: url("{icons}/tick-{scheme}.svg"); }}
{in_state(":indeterminate")} {{ image: url("{icons}/part-{scheme}.svg"); }}
{in_state(":focus", ":hover")} {{ border-color: {c.accent}; }}
{in_state(":disabled")} {{ border-color: {c.line}; background: {c.window}; }}
{in_state(":checked:disabled")} {{ background: {c.muted}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{scheme}.svg"); width: 16px; height: 16px; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.muted}; border-radius: 8px; background: {c.base}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; }}
QRadioButton::indicator:focus, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QRadioButton:focus {{ color: {c.accent}; }}
QCheckBox:focus {{ color: {c.accent}; }}
"""
