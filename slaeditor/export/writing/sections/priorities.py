"""The clause on priorities: the levels, the matrix as a grid, and who decides."""

from __future__ import annotations

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableKind, TableRow
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.priorities import LevelRow, MatrixCell
from slaeditor.model.paths import Path

PATH: Path = ("priorities", "matrix")


def clause(writer: Writer) -> None:
    """Impact, urgency, priorities, matrix, decisions."""
    priorities = writer.document.priorities
    look = Look(first=("code", "label", "test"), detail=("examples", "measure", "lowest", "highest"))
    for title, name in (("Impact", "impacts"), ("Urgency", "urgencies")):
        levels: tuple[LevelRow, ...] = getattr(priorities, name)
        if levels:
            path = ("priorities", name)
            writer.sub(title, path)
            writer.table(table(writer, path, levels, caption=f"{title} levels", look=look))
    if priorities.levels:
        path = ("priorities", "levels")
        writer.sub("Priorities", path)
        writer.table(table(writer, path, priorities.levels, caption="Priorities"))
    if priorities.matrix:
        writer.sub("Priority matrix", PATH)
        writer.plain((Run("Impact and urgency of a report together yield its priority."),))
        _matrix(writer)
    writer.groups(
        priorities, ("priorities",),
        (("Setting and changing a priority", ("set_by", "validated_by", "disputed_by", "downgrade")),),
    )  # fmt: skip


def _matrix(writer: Writer) -> None:
    priorities = writer.document.priorities
    impacts = {level.id for level in priorities.impacts}
    urgencies = {level.id for level in priorities.urgencies}
    grid: dict[tuple[str, str], MatrixCell] = {}
    odd: list[MatrixCell] = []
    for one in priorities.matrix:
        key = (one.impact or "", one.urgency or "")
        if one.impact in impacts and one.urgency in urgencies and key not in grid and one.priority:
            grid[key] = one
        else:
            odd.append(one)
    if grid:
        writer.table(_grid(writer, grid))
    writer.table(table(writer, PATH, odd, caption="Further combinations of impact and urgency", look=Look()))


def _grid(writer: Writer, grid: dict[tuple[str, str], MatrixCell]) -> Table:
    priorities = writer.document.priorities
    head = Column(label="Impact ↓   Urgency →", name="impact", width=24)
    columns = [
        Column(label=_level(level), name=level.id, width=10, align=Align.CENTRE) for level in priorities.urgencies
    ]
    rows = []
    for impact in priorities.impacts:
        cells = [Cell((Run(_level(impact), bold=True),))]
        for urgency in priorities.urgencies:
            one = grid.get((impact.id, urgency.id))
            if one is None or one.priority is None:
                cells.append(Cell(()))
                continue
            place = (*PATH, one.id)
            run = writer.values.reference("priorities", one.priority, (*place, "priority"))
            # the cell's row and column are where it stands; they are claimed without words of their own
            cells.append(Cell((run, Run("", path=(*place, "impact")), Run("", path=(*place, "urgency"))), one.priority))
        rows.append(TableRow(("priorities", "impacts", impact.id), tuple(cells)))
    return Table(path=PATH, caption="Priority matrix", columns=(head, *columns), rows=tuple(rows), kind=TableKind.GRID)


def _level(level: LevelRow) -> str:
    return " · ".join(part for part in (level.code, level.label) if part) or "(level without a name)"
