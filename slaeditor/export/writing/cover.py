"""The cover: what the document is, between whom, and its key terms on one page."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.export.blocks import Align, Cell, Column, Cover, Fact, Run, Table, TableRow, Texted
from slaeditor.export.writing.sections.services import PATH as SERVICES
from slaeditor.export.writing.tables import cell
from slaeditor.export.writing.values import Runs
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model import text
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.summary import expiry
from slaeditor.model.terms import field

_MOST = 12
"""Services on the cover; the others stand in the clause on services."""


def kind_text(document: Agreement) -> str:
    """What the document is called in general."""
    if document.kind is DocumentKind.STANDARD:
        return "Standard Service Level Agreement"
    return "Service Level Agreement"


def cover(writer: Writer) -> Cover:
    """The cover of the document."""
    document, context = writer.document, writer.context
    parties = [
        (role, Run(party.legal_name or "[not yet named]", path=("parties", side, "legal_name")))
        for role, side, party in (
            ("Provider", "provider", document.parties.provider),
            ("Customer", "customer", document.parties.customer),
        )
    ]
    rest = len(document.services.items) - _MOST
    return Cover(
        kind=Run(kind_text(document), path=("kind",)),
        title=Run(document.identity.title, path=("identity", "title")),
        number=Run(document.identity.number, path=("identity", "number")),
        label=Run(document.identity.confidentiality, path=("identity", "confidentiality")),
        parties=tuple(parties),
        facts=tuple(_facts(writer)),
        services=_services(writer),
        more=f"and {rest} further service{'' if rest == 1 else 's'}, see the clause on services" if rest > 0 else "",
        revision=(
            ("Revision", context.revision),
            ("Status", context.status.value),
            ("Made on", text.date_text(context.exported.date())),
            ("Content hash", context.content_hash[:12]),
        ),
    )


def _facts(writer: Writer) -> Iterator[Fact]:
    document = writer.document
    identity = document.identity
    if term := _term(document):
        yield Fact("Term", (Texted(term),))
    hours = [
        (*prefix, *runs)
        for name, prefix in (
            ("service_hours", (Run("Services: "),)),
            ("support_hours", (Run("Support: "),)),
            ("measurement_hours", (Run("Measurement: "),)),
        )
        for place, declared, value in unempty(document.hours, ("hours",), (name,))
        for runs in (writer.values.of(place, declared, value),)
    ]
    if hours:
        yield Fact("Hours", tuple(Texted(line) for line in hours))
    remedies = document.remedies
    caps = [
        Run(f"at most {value} of the fee of the {word}", path=("remedies", name))
        for name, word, value in (
            ("monthly_cap", "month", remedies.monthly_cap),
            ("yearly_cap", "year", remedies.yearly_cap),
        )
        if value is not None
    ]
    if caps:
        yield Fact("Service credits", (Texted((*caps[:1], *((Run("; "), *caps[1:]) if caps[1:] else ()))),))
    if document.review.interval_months:
        words = text.with_unit(document.review.interval_months, "months")
        yield Fact("Review", (Texted((Run("every "), Run(words, path=("review", "interval_months")))),))
    if identity.governing_law:
        law = [Run(identity.governing_law, path=("identity", "governing_law"))]
        law += [Run("; venue "), Run(identity.venue, path=("identity", "venue"))] if identity.venue else []
        yield Fact("Governing law", (Texted(tuple(law)),))


def _term(document: Agreement) -> Runs:
    identity = document.identity
    runs: list[Run] = []
    if identity.effective:
        runs += [Run("from "), Run(text.date_text(identity.effective), path=("identity", "effective"))]
    if ends := expiry(document):
        runs.append(Run(f" to {text.date_text(ends)}"))
    if identity.initial_months:
        months = Run(text.with_unit(identity.initial_months, "months"), path=("identity", "initial_months"))
        runs += [Run(" ("), months, Run(")")] if runs else [months]
    if runs and identity.renewal is Renewal.AUTOMATIC:
        runs.append(Run(", renewed automatically", path=("identity", "renewal")))
    return tuple(runs)


def _services(writer: Writer) -> Table | None:
    document = writer.document
    if not document.services.items:
        return None
    first = document.priorities.levels[0] if document.priorities.levels else None
    promised = {name: promise for promise in document.availability.promises for name in promise.services}
    rows = [
        TableRow(
            (*SERVICES, service.id), tuple(_cells(writer, service, promised.get(service.id), first.id if first else ""))
        )
        for service in document.services.items[:_MOST]
    ]
    mark = f" {first.code}" if first and first.code else ""
    columns = (
        Column(label="Service", width=34),
        Column(label="Availability", width=12, align=Align.RIGHT),
        Column(label=f"Response{mark}", width=14, align=Align.RIGHT),
        Column(label=f"Restore{mark}", width=14, align=Align.RIGHT),
        Column(label="Monthly fee", width=16, align=Align.RIGHT),
    )
    shown = [number for number in range(len(columns)) if any(row.cells[number].runs for row in rows)]
    return Table(
        path=SERVICES,
        caption="",
        columns=tuple(columns[number] for number in shown),
        rows=tuple(TableRow(row.path, tuple(row.cells[number] for number in shown)) for row in rows),
    )


def _cells(writer: Writer, service: Service, promise: AvailabilityPromise | None, first: str) -> Iterator[Cell]:
    place = (*SERVICES, service.id)
    yield Cell((Run(service.name or "(service without a name)", path=(*place, "name")),), service.name)
    if promise and promise.percent is not None:
        path = ("availability", "promises", promise.id, "percent")
        yield Cell((Run(str(promise.percent), path=path),), promise.percent)
    else:
        yield Cell(())
    target = _target(writer.document, service.id, first)
    for name in ("response", "restore"):
        value = getattr(target, name) if target else None
        if target is None or value is None:
            yield Cell(())
        else:  # with its clock: an hour of working hours is no hour of elapsed time
            yield cell(writer.values, ("targets", "items", target.id, name), field(Target, name), value)
    fee = service.monthly_fee
    yield Cell((Run(str(fee), path=(*place, "monthly_fee")),), fee) if fee else Cell(())


def _target(document: Agreement, service: str, priority: str) -> Target | None:
    """The incident target of the highest priority for the service: its own row, or the one for all others."""
    rows = [row for row in document.targets.items if row.priority == priority and row.work is Work.INCIDENT]
    own = next((row for row in rows if service in row.services), None)
    return own or next((row for row in rows if not row.services), None)
