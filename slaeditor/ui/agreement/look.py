"""Style rules that only the Agreement place needs, in the colours of the scheme in use."""

from __future__ import annotations

from slaeditor.ui.theme import colours


def sheet() -> str:
    """The rules."""
    c = colours()
    return f"""
QLineEdit[refused="true"] {{ border: 1px solid {c.worse}; background: {c.base}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="picker"] {{ text-align: left; padding: 5px 8px; border: 1px solid {c.line}; border-radius: 4px;
  background: {c.base}; font-weight: normal; }}
QPushButton[kind="picker"]:focus {{ border-color: {c.accent}; }}
QTableView[framed="true"] {{ border: 1px solid {c.line}; border-radius: 4px; }}
QTableView Editor, QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; }}
QTabBar::tab {{ background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 10px; color: {c.muted}; }}
QTabBar::tab:hover {{ background: {c.raised}; }}
QTabBar::tab:selected {{ border-bottom-color: {c.accent}; color: {c.text}; }}
QTabBar::tab:focus {{ background: {c.raised}; }}
QTableCornerButton::section, QHeaderView {{ background: {c.base}; border: none; }}
QHeaderView::section:vertical {{ border-bottom: 1px solid {c.line}; border-right: 1px solid {c.line}; padding: 0 8px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QToolButton#pick {{ border: 1px solid {c.line}; border-radius: 4px; background: {c.base}; padding: 4px 6px; }}
QToolButton#pick:focus {{ border-color: {c.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar QToolButton {{ background: {c.window}; border: none; }}
QDockWidget {{ border: none; }}
QDockWidget::title {{ padding: 4px 8px; background: {c.window}; }}
QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
"""
