"""The look of the workbook: one family of type, one accent; each style is made once and shared by all cells."""

from __future__ import annotations

import enum
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

ACCENT = "1D5FA7"
_INK, _MUTED, _TINT, _LINE = "1B232C", "56606B", "EAF1F9", "D5DBE2"
FAMILY = "Calibri"
"""Every Excel has it, and LibreOffice sets a typeface of the same widths where it is missing."""
SIZE = 10


class Role(enum.IntEnum):  # its numbers are quick keys; every cell asks for its style by one
    """What a cell is for."""

    TITLE = enum.auto()
    SAYS = enum.auto()
    CAPTION = enum.auto()
    HEAD = enum.auto()
    FIGURE_HEAD = enum.auto()
    TEXT = enum.auto()
    FIGURE = enum.auto()
    LABEL = enum.auto()
    TERM_FIGURE = enum.auto()
    GRID = enum.auto()
    TOTAL = enum.auto()
    TOTAL_FIGURE = enum.auto()
    LINK = enum.auto()


def _font(**more: Any) -> Font:
    return Font(name=FAMILY, family=2, size=more.pop("size", SIZE), color=more.pop("color", _INK), **more)


_BELOW = Side(style="thin", color=_LINE)
_ROW = Border(bottom=_BELOW)
_UNDER = Border(bottom=Side(style="medium", color=ACCENT))
_SUM = Border(top=Side(style="thin", color=_INK))
_BAND = PatternFill("solid", fgColor=_TINT)
_TOP = Alignment(vertical="top", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
_HEAD = Alignment(vertical="bottom", wrap_text=True)
_FIGURE_HEAD = Alignment(horizontal="right", vertical="bottom", wrap_text=True, indent=1)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)

_LOOKS: dict[Role, dict[str, Any]] = {
    Role.TITLE: {"font": _font(size=16, bold=True, color=ACCENT)},
    Role.SAYS: {"font": _font(color=_MUTED)},
    Role.CAPTION: {"font": _font(size=12, bold=True, color=ACCENT)},
    Role.HEAD: {"font": _font(bold=True), "fill": _BAND, "border": _UNDER, "alignment": _HEAD},
    Role.FIGURE_HEAD: {"font": _font(bold=True), "fill": _BAND, "border": _UNDER, "alignment": _FIGURE_HEAD},
    Role.TEXT: {"font": _font(), "border": _ROW, "alignment": _TOP},
    Role.FIGURE: {"font": _font(), "border": _ROW, "alignment": _RIGHT},
    Role.LABEL: {"font": _font(bold=True), "border": _ROW, "alignment": _TOP},
    Role.TERM_FIGURE: {"font": _font(), "border": _ROW, "alignment": _LEFT},
    Role.GRID: {"font": _font(bold=True), "border": Border(_BELOW, _BELOW, _BELOW, _BELOW), "alignment": _CENTRE},
    Role.TOTAL: {"font": _font(bold=True), "border": _SUM, "alignment": _TOP},
    Role.TOTAL_FIGURE: {"font": _font(bold=True), "border": _SUM, "alignment": _RIGHT},
    Role.LINK: {"font": _font(color=ACCENT, underline="single"), "border": _ROW, "alignment": _TOP},
}


class Looks:
    """The styles of one workbook, made when first wanted."""

    def __init__(self, workbook: Workbook) -> None:
        self._sheet = workbook.worksheets[0]
        self._known: dict[tuple[Role, str, bool], int] = {}

    def number(self, role: Role, number_format: str = "General", *, quoted: bool = False) -> int:
        """The number of the style in the workbook; ``quoted`` marks a text that would become a formula when somebody edits it."""
        key = (role, number_format, quoted)
        if key not in self._known:
            model: Any = WriteOnlyCell(self._sheet)
            for name, value in _LOOKS[role].items():
                setattr(model, name, value)
            model.number_format = number_format
            model.quotePrefix = quoted
            self._known[key] = model.style_id
        return self._known[key]
