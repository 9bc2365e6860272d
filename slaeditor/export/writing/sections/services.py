"""The clause on the services, and the annex that describes each of them."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.tables import cell, table
from slaeditor.export.writing.values import Runs, bold, sentence
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.agreement.services import Service
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.model.terms import Kind, field, is_empty

PATH: Path = ("services", "items")
DETAILS: Path = ("#", "services")

_OVERVIEW = ("code", "name", "criticality", "users", "monthly_fee")
_SAYS = {
    "description": "{}",
    "outcome": "{}",
    "unavailable_when": "The service counts as unavailable when {}.",
    "criticality": "The service has criticality {} on the scale from 1 (highest) to 5.",
    "criticality_reason": "{}",
    "users": "It may be used by up to {} users.",
    "user_group": "Its users are: {}.",
    "sites": "It is provided at {}.",
    "monthly_fee": "Its fee, net of taxes, is {}.",
}
_GROUPS = (
    ("", ("description",)),
    ("Business outcome", ("outcome",)),
    ("Unavailability", ("unavailable_when",)),
    ("Criticality", ("criticality", "criticality_reason")),
    ("Users and sites", ("users", "user_group", "sites")),
    ("Fee", ("monthly_fee",)),
)


def clause(writer: Writer) -> None:
    """The services in scope with their fees, what the fees include, what is outside."""
    services = writer.document.services
    if services.items:
        writer.sub("Services in scope", PATH)
        writer.plain(
            (
                Run("The Provider shall provide the following services to the Customer. Each of them is described in "),
                Run(writer.values.titles[DETAILS], target=DETAILS),
                Run("."),
            )
        )
        writer.table(_overview(writer))
    writer.groups(services, ("services",), (("Fees", ("fee_basis",)),))
    if services.out_of_scope:
        place = ("services", "out_of_scope")
        writer.sub("Out of scope", place)
        writer.plain((Run("The following is outside the scope of this Agreement:"),))
        writer.points([(Run(text, path=place),) for text in services.out_of_scope])


def _overview(writer: Writer) -> Table:
    services = writer.document.services.items
    names = [name for name in _OVERVIEW if any(not is_empty(getattr(service, name)) for service in services)]
    columns, rows = [], []
    for name in names:
        declared = field(Service, name)
        right = declared.kind in (Kind.COUNT, Kind.MONEY)
        width = max(len(declared.term.label), *(len(str(getattr(service, name))) for service in services))
        columns.append(
            Column(
                label=declared.term.label,
                name=name,
                unit="" if name == "monthly_fee" else declared.term.unit,  # its label says of what time it is
                width=min(width, 40),
                align=Align.RIGHT if right else Align.LEFT,
            )
        )
    for service in services:
        path = (*PATH, service.id)
        cells = [
            cell(writer.values, (*path, name), field(Service, name), getattr(service, name), unit_in_head=True)
            for name in names
        ]
        cells = [
            Cell(tuple(Run(run.text, path=run.path, target=path) for run in one.runs), one.value)
            if name == "name"
            else one
            for name, one in zip(names, cells, strict=True)
        ]
        rows.append(TableRow(path, tuple(cells)))
    fees = [service.monthly_fee for service in services if service.monthly_fee]
    if len(fees) > 1 and len({fee.currency for fee in fees}) == 1:
        total = Money(sum((fee.amount for fee in fees), Decimal(0)), fees[0].currency)
        cells = [Cell(()) for _ in names]
        cells[names.index("name") if "name" in names else 0] = Cell((Run("All services", bold=True),))
        cells[names.index("monthly_fee")] = Cell((Run(str(total), bold=True),), total)
        rows.append(TableRow((), tuple(cells), total=True))
    return Table(path=PATH, caption="Services in scope", columns=tuple(columns), rows=tuple(rows))


def details(writer: Writer) -> None:
    """The annex: each service in sentences, with its components and workload limits."""
    for service in writer.document.services.items:
        _service(writer, service, (*PATH, service.id))


def _service(writer: Writer, service: Service, path: Path) -> None:
    title = " · ".join(part for part in (service.code, service.name) if part) or "(service without a name)"
    writer.sub(title, path)
    known = {declared.name: (place, declared, value) for place, declared, value in unempty(service, path)}
    for title, names in _GROUPS:
        runs: list[Run] = []
        for name in names:
            if name in known:
                place, declared, value = known[name]
                runs += [Run(" ")] * bool(runs)
                runs += sentence(_SAYS[name], writer.values.of(place, declared, value))
        if runs:
            writer.plain((*(bold((Run(f"{title}. "),)) if title else ()), *runs))
    for name, words in (("in_scope", "In scope:"), ("out_of_scope", "Out of scope:")):
        place = (*path, name)
        texts: tuple[str, ...] = getattr(service, name)
        if texts:
            writer.plain(bold((Run(words),)))
            writer.points([(Run(text, path=place),) for text in texts])
    writer.plain(_personal_data(service, path))
    name = service.name or "service"
    place = (*path, "components")
    writer.table(table(writer, place, service.components, caption=f"Components and dependencies: {name}"))
    place = (*path, "workload")
    writer.table(table(writer, place, service.workload, caption=f"Workload limits: {name}"))


def _personal_data(service: Service, path: Path) -> Runs:
    words = (
        "Personal data are processed in the service."
        if service.personal_data
        else "No personal data are processed in the service."
    )
    return (*bold((Run("Personal data. "),)), Run(words, path=(*path, "personal_data")))
