"""The part for a table on a tab of its own: a bespoke one, a sheet of cells, or a list of names beside the form of a row."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from slaeditor.model.terms import Field
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.part import Part
from slaeditor.ui.forms.registry import BESPOKE


def table(declared: Field, context: Context, parent: QWidget) -> Part:
    """A new part for the table, to stand in ``parent``."""
    from slaeditor.ui.forms.grid import Grid, fits_in_cells
    from slaeditor.ui.forms.records import Records

    if (bespoke := BESPOKE.get(declared.type)) is not None:
        return bespoke(declared, context)
    return Grid(declared, context) if fits_in_cells(declared) else Records(declared, context, parent)
