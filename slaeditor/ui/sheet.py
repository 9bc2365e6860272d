"""Every style rule of the window, written from the tokens; no page has rules of its own."""

from __future__ import annotations

from slaeditor import resources
from slaeditor.ui.tokens import Colours

READ = ("QLineEdit", "QPlainTextEdit", "QTextEdit")
FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox", "QDateTimeEdit")
VIEWS = ("QTableView", "QListView", "QTreeView", "QTableWidget", "QListWidget", "QTreeWidget")


def rules(c: Colours) -> str:
    """The whole style sheet in one scheme. A ring takes from the padding what it adds to the border, so nothing moves."""
    return "".join(part(c) for part in (_words, _buttons, _fields, _views, _frames, _docks, _bars, _indicators))


def _every(kinds: tuple[str, ...], state: str = "") -> str:
    return ", ".join(kind + state for kind in kinds)


def _words(c: Colours) -> str:
    return f"""
QToolTip {{ border: 1px solid {c.line}; padding: 4px; }}
QLabel[tint="muted"], QLabel[tint="neutral"] {{ color: {c.muted}; }}
QLabel[tint="better"] {{ color: {c.better}; }}
QLabel[tint="worse"] {{ color: {c.worse}; }}
QLabel[tint="finding"] {{ color: {c.finding}; }}
QLabel[tint="accent"] {{ color: {c.accent}; }}
"""


def _buttons(c: Colours) -> str:
    return f"""
QPushButton {{ padding: 6px 12px; border: 1px solid {c.edge}; border-radius: 4px; background: {c.base}; }}
QPushButton:hover {{ background: {c.raised}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 11px; }}
QPushButton:disabled {{ background: transparent; border-color: {c.line}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
  background: {c.accent_strong}; border-color: {c.accent_strong}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; padding: 5px 11px; }}
QPushButton[kind="primary"]:disabled {{ background: transparent; color: {c.muted}; border-color: {c.line}; }}
QPushButton[kind="flat"] {{ background: transparent; border: 2px solid transparent; color: {c.accent}; padding: 3px 7px; }}
QPushButton[kind="flat"]:hover {{ background: {c.raised}; }}
QPushButton[kind="flat"]:pressed {{ background: {c.line}; }}
QPushButton[kind="flat"]:focus {{ border-color: {c.accent}; }}
QPushButton[kind="flat"]:disabled {{ color: {c.muted}; }}
QPushButton[kind="icon"], QToolButton[kind="icon"] {{ background: transparent; border: 2px solid transparent;
  border-radius: 4px; padding: 2px; }}
QPushButton[kind="icon"]:hover, QToolButton[kind="icon"]:hover {{ background: {c.raised}; }}
QPushButton[kind="icon"]:pressed, QToolButton[kind="icon"]:pressed {{ background: {c.line}; }}
QPushButton[kind="icon"]:focus, QToolButton[kind="icon"]:focus {{ border-color: {c.accent}; }}
QPushButton[kind="picker"] {{ text-align: left; outline: none; padding: 5px 8px; font-weight: normal; }}
QPushButton[kind="picker"]:focus {{ padding: 4px 7px; }}
QPushButton[kind="picker"][placeholder="true"] {{ color: {c.muted}; }}
QToolButton[kind="place"] {{ background: transparent; border: 2px solid transparent; padding: 4px 10px; }}
QToolButton[kind="place"]:hover {{ background: {c.raised}; }}
QToolButton[kind="place"]:pressed {{ background: {c.line}; }}
QToolButton[kind="place"]:checked {{ border-bottom-color: {c.accent}; color: {c.accent}; }}
QToolButton[kind="place"]:focus {{ border-color: {c.accent}; border-radius: 4px; }}
QToolButton[kind="place"]:disabled {{ color: {c.muted}; }}
QToolButton#pick {{ border: 1px solid {c.edge}; border-radius: 4px; background: {c.base}; padding: 4px 6px; }}
QToolButton#pick:hover {{ background: {c.raised}; }}
QToolButton#pick:focus {{ border: 2px solid {c.accent}; padding: 3px 5px; }}
"""


def _fields(c: Colours) -> str:
    return f"""
{_every(FIELDS)} {{ border: 1px solid {c.edge}; border-radius: 4px; background: {c.base}; padding: 4px 6px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
{_every(FIELDS, ":hover")} {{ border-color: {c.muted}; }}
{_every(FIELDS, ":focus")} {{ border: 2px solid {c.accent}; padding: 3px 5px; }}
{_every(FIELDS, ":disabled")} {{ background: {c.window}; border-color: {c.line}; }}
QSpinBox#preview_page {{ border: 1px solid transparent; background: transparent; padding: 0 3px; color: {c.muted}; }}
QSpinBox#preview_page:hover {{ border-color: {c.edge}; }}
QSpinBox#preview_page:focus {{ border: 2px solid {c.accent}; padding: 0 2px; color: {c.text}; }}
QSpinBox#preview_page::up-button, QSpinBox#preview_page::down-button {{ width: 0; }}
QSpinBox#preview_page QLineEdit {{ border: none; background: transparent; padding: 0 4px; color: {c.muted}; }}
QDateTimeEdit::up-button, QDateTimeEdit::down-button {{ width: 0; }}
QDateTimeEdit QLineEdit, QDateTimeEdit QLineEdit:focus {{ border: none; background: transparent; padding: 0; }}
QLineEdit[refused="true"], QComboBox[refused="true"] {{ border: 1px solid {c.worse}; }}
QLineEdit[refused="true"]:focus, QComboBox[refused="true"]:focus {{ border: 2px solid {c.worse}; }}
{_every(READ, '[readOnly="true"]')} {{ background: transparent; border-color: transparent; }}
{_every(READ, '[readOnly="true"]:focus')} {{ border-color: {c.accent}; }}
"""


def _views(c: Colours) -> str:
    return f"""
{_every(VIEWS)} {{ border: 2px solid transparent; background: {c.base}; gridline-color: {c.line};
  selection-background-color: {c.selection}; selection-color: {c.text}; outline: none; }}
{_every(VIEWS, ":focus")} {{ border: 1px solid {c.accent}; padding: 1px; }}
QTableView[framed="true"] {{ border: 1px solid {c.edge}; border-radius: 4px; padding: 1px; }}
QTableView[framed="true"]:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QFrame#ticks {{ background: {c.base}; border: 1px solid {c.edge}; border-radius: 4px; }}
QListView#choices {{ border: none; }}
QListView#choices::item {{ padding: 5px 4px; }}
QListView#choices::item:focus {{ padding: 3px 2px; }}
QListView#steps {{ padding-top: 8px; }}
QListView#follows_list, QListView#timeline {{ background: transparent; }}
QListView#follows_list {{ padding-left: 2px; }}
QListView#follows_list:focus {{ padding-left: 3px; }}
QTreeView#revision_changes {{ padding: 8px 8px 0 11px; }}
QTreeView#revision_changes:focus {{ padding: 9px 9px 1px 12px; }}
QListView#timeline, QListView#timeline:focus, QTableView#library_table:focus {{ border-color: transparent; }}
QTableView::item {{ padding: 0 5px; border: none; }}
QTableView::item:selected {{ background: {c.selection}; color: {c.text}; }}
QTableView::item:focus {{ border: 2px solid {c.accent}; padding: 0 3px; }}
QTableView#what_if_list::item {{ padding: 4px 5px; }}
QTableView#what_if_list::item:focus {{ padding: 2px 3px; }}
QListView::item:focus, QTreeView::item:focus {{ border: 2px solid {c.accent}; }}
QTableView Editor, QTableView QLineEdit, QTableView QLineEdit:focus {{ border-radius: 0; padding: 0 4px; }}
QHeaderView::section {{ background: {c.base}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
  padding: 6px 8px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableCornerButton::section, QHeaderView {{ background: {c.base}; border: none; }}
QHeaderView::section:vertical {{ border-bottom: 1px solid {c.line}; border-right: 1px solid {c.line}; padding: 0 8px; }}
"""


def _frames(c: Colours) -> str:
    return f"""
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QFrame[kind="line"] {{ background: {c.line}; border: none; }}
QFrame[kind="bar"] {{ background: {c.base}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[kind="card"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame[kind="toast"] {{ background: {c.raised}; border: 1px solid {c.edge}; border-radius: 6px; }}
QFrame[kind="notice"] {{ background: {c.mark}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[kind="notice"] QPushButton[kind="flat"] {{ color: {c.text}; text-decoration: underline; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _docks(c: Colours) -> str:
    return f"""
QTabBar::tab {{ background: transparent; border: 2px solid transparent; padding: 4px 8px; color: {c.muted}; }}
QMainWindow > QTabBar::tab {{ padding: 4px 5px; }}
QTabBar::tab:hover {{ background: {c.raised}; }}
QTabBar::tab:selected {{ border-bottom-color: {c.accent}; color: {c.text}; }}
QTabBar:focus::tab:selected, QTabBar::tab:focus {{ border-color: {c.accent}; border-radius: 4px; }}
QTabBar QToolButton {{ background: {c.window}; border: none; }}
QTabBar::tear {{ width: 0; border: none; }}
QDockWidget {{ border: none; }}
QFrame[kind="pane"] {{ background: {c.window}; border: none; border-bottom: 1px solid {c.line}; }}
QDockWidget[floating="true"] > QFrame[kind="pane"] {{ border: 1px solid {c.edge}; border-bottom-color: {c.line}; }}
QFrame[kind="pane_body"] {{ border: none; }}
QDockWidget[floating="true"] > QFrame[kind="pane_body"] {{ background: {c.window};
  border: 1px solid {c.edge}; border-top: none; }}
QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {c.accent}; }}
"""


def _bars(c: Colours) -> str:
    return f"""
QMenuBar {{ background: {c.base}; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.raised}; }}
"""


def _indicators(c: Colours) -> str:
    """Boxes and circles to tick: Fusion derives their outline from the window's colour, which on a dark one cannot be seen."""
    icons = resources.path("icons").as_posix()
    scheme = "dark" if c.dark else "light"
    boxes = tuple(f"{kind}::indicator" for kind in ("QCheckBox", "QTreeView", "QListView", "QTableView", "QGroupBox"))

    def in_state(*states: str) -> str:
        return ", ".join(_every(boxes, state) for state in states)

    return f"""
{in_state("")} {{ width: 14px; height: 14px; border: 1px solid {c.edge}; border-radius: 3px; background: {c.base}; }}
{in_state(":checked", ":indeterminate")} {{ border-color: {c.accent}; background: {c.accent}; }}
{in_state(":checked")} {{ image: url("{icons}/tick-{scheme}.svg"); }}
{in_state(":indeterminate")} {{ image: url("{icons}/part-{scheme}.svg"); }}
{in_state(":focus", ":hover")} {{ border-color: {c.accent}; }}
{in_state(":disabled")} {{ border-color: {c.line}; background: {c.window}; }}
{in_state(":checked:disabled")} {{ background: {c.muted}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ border: 1px solid {c.edge}; padding: 3px; }}
QComboBox QAbstractItemView::item {{ padding: 4px 6px; border: 1px solid transparent; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.selection}; color: {c.text}; border-color: {c.accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{scheme}.svg"); width: 16px; height: 16px; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.edge}; border-radius: 8px; background: {c.base}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; }}
QRadioButton::indicator:focus, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QRadioButton, QCheckBox {{ border: 2px solid transparent; border-radius: 4px; padding: 1px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {c.accent}; }}
"""
