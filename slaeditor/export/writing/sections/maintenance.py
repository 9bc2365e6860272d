"""The clause on maintenance: windows, black-outs, notice and caps."""

from __future__ import annotations

from slaeditor.export.blocks import Cell, Run
from slaeditor.export.writing.tables import Composed, Look, table
from slaeditor.export.writing.values import Values
from slaeditor.export.writing.writer import Writer
from slaeditor.model import text
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path

_GROUPS = (
    ("Notice and cap", ("notice", "notice_channel", "monthly_cap", "overrun")),
    ("Emergency maintenance", ("emergency_definition", "emergency_notice", "emergency_cap")),
)


def clause(writer: Writer) -> None:
    """Windows, black-outs, planned and emergency maintenance."""
    maintenance = writer.document.maintenance
    if maintenance.windows:
        path = ("maintenance", "windows")
        writer.sub("Maintenance windows", path)
        writer.plain(
            (Run("The Provider may take services down for planned maintenance only in the following windows."),)
        )
        look = Look(first=("name",), composed=(_when(writer.values),))
        writer.table(table(writer, path, maintenance.windows, caption="Maintenance windows", look=look))
    if maintenance.blackouts:
        path = ("maintenance", "blackouts")
        writer.sub("Black-out periods", path)
        writer.plain(
            (Run("No planned maintenance takes place in the following periods, first and last day included."),)
        )
        look = Look(composed=(_period(),))
        writer.table(table(writer, path, maintenance.blackouts, caption="Black-out periods", look=look))
    writer.groups(maintenance, ("maintenance",), _GROUPS)


def _when(values: Values) -> Composed:
    def make(row: Window, path: Path) -> Cell:
        every = "every " if row.every is Every.WEEK else "on the " + choice_label(row.every).split(" ")[0] + " "
        runs = [Run(every, path=(*path, "every")), Run(choice_label(row.weekday), path=(*path, "weekday"))]
        runs += [Run(" of the month", path=(*path, "every"))] if row.every is not Every.WEEK else []
        runs += [Run(" at "), Run(str(row.start), path=(*path, "start"))] if row.start is not None else []
        runs += [Run(" "), Run(row.zone, path=(*path, "zone"))] if row.zone else []
        runs += [Run(" for at most "), *values.duration((*path, "duration"), row.duration)] if row.duration else []
        return Cell(tuple(runs))

    return Composed(label="When", takes=("weekday", "every", "start", "zone", "duration"), make=make)


def _period() -> Composed:
    def make(row: Blackout, path: Path) -> Cell:
        runs: list[Run] = []
        for word, name in (("from ", "start"), ("to ", "end")):
            day = getattr(row, name)
            if day is not None:
                words = text.date_text(day)
                runs += [Run((" " if runs else "") + word), Run(words, path=(*path, name))]
        runs.append(Run(", every year on the same dates" if row.yearly else ", once", path=(*path, "yearly")))
        return Cell(tuple(runs))

    return Composed(label="When", takes=("start", "end", "yearly"), make=make)
