"""Which sheets the workbook has and what stands on each: tables gathered for the people who run the agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from slaeditor.export.blocks import Cell, Run, Table, TableKind, TableRow
from slaeditor.export.writing import cover
from slaeditor.export.writing.sections import acknowledged, examples, history, priorities, services, targets, worked
from slaeditor.export.writing.sections.availability import general_base
from slaeditor.export.writing.sections.hours import days_text
from slaeditor.export.writing.writer import Writer
from slaeditor.export.xlsx import levels
from slaeditor.export.xlsx.gather import (
    Part,
    Place,
    changed,
    further,
    listing,
    nested,
    plain,
    record,
    said,
    terms,
)
from slaeditor.export.xlsx.grid import FURTHER
from slaeditor.model import text
from slaeditor.model.agreement.escalation import Path as Ladder
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.agreement.hours import Calendar, ClosedDay, HalfDay, Opening
from slaeditor.model.agreement.parties import Contact
from slaeditor.model.agreement.services import Component, Service, WorkloadLimit
from slaeditor.model.paths import Path
from slaeditor.model.summary import expiry


class Listing(msgspec.Struct, frozen=True):
    """A table of a sheet; ``name`` is its name in the workbook, empty for a record or grid, which is no list."""

    table: Table
    name: str = ""


class Sheet(msgspec.Struct, frozen=True):
    """A sheet with its tables from top to bottom."""

    name: str
    says: str
    parts: tuple[Listing, ...]


Found = Iterator[tuple[Table | None, str]]


class Plan(msgspec.Struct, frozen=True):
    """A sheet to be filled; ``fill`` gives its tables, those without rows as None, each with its name in the workbook."""

    name: str
    says: str
    fill: Callable[[Writer], Found]


def _overview(writer: Writer) -> Found:
    document, context = writer.document, writer.context
    front = cover.cover(writer)
    lines: list[tuple[str, Cell, Path]] = [(role, Cell((run,)), run.path) for role, run in front.parties]
    lines += [
        (label, Cell((Run(said),)), ("#", "revision")) for label, said in front.revision if label != "Content hash"
    ]
    lines.append(("Content hash (SHA-256)", Cell((Run(context.content_hash),)), ("#", "revision")))
    yield record(("#", "revision"), "This document", lines), ""
    if front.services:
        yield msgspec.structs.replace(front.services, caption=f"Services {front.more}".strip()), "SLA_Headlines"
    basis = terms(writer, document.identity, ("identity",), "Term and basis")
    if basis and (ends := expiry(document)):
        last = Cell((Run(text.date_text(ends)),), ends)
        rows = list(basis.rows)
        after = next((n for n, row in enumerate(rows, 1) if row.path == ("identity", "initial_months")), len(rows))
        rows.insert(after, TableRow(("#", "ends"), (Cell((Run("Last day of the initial term"),)), last)))
        basis = msgspec.structs.replace(basis, rows=tuple(rows))
    yield basis, ""
    for table in said(writer, history.annex):
        yield table, "SLA_History"
    if writer.context.acknowledged:
        for table in said(writer, acknowledged.annex):
            yield table, "SLA_Acknowledged"


def _targets(writer: Writer) -> Found:
    path: Path = ("targets", "items")
    items = writer.document.targets.items
    general = {item.id: Cell((Run(targets.general(item, items)),)) for item in items}
    table = plain(writer.values, path, "Service level targets", items)
    yield (
        table and changed(table, "services", lambda row, cell: cell if cell.runs else general[row.path[-1]]),
        "SLA_Targets",
    )


def _examples(writer: Writer) -> Found:
    if examples.has_any(writer.document):
        yield examples.table(writer), "SLA_Examples"


def _matrix(writer: Writer) -> Found:
    section = writer.document.priorities
    for table in said(writer, priorities.clause):
        if table.kind is TableKind.GRID:
            yield table, ""
        elif table.path == priorities.PATH:
            yield table, "SLA_Combinations"
    yield plain(writer.values, ("priorities", "levels"), "Priorities", section.levels), "SLA_Priorities"
    yield plain(writer.values, ("priorities", "impacts"), "Impact levels", section.impacts), "SLA_Impact"
    yield plain(writer.values, ("priorities", "urgencies"), "Urgency levels", section.urgencies), "SLA_Urgency"
    yield terms(writer, section, ("priorities",), "Setting and changing a priority"), ""


def _metrics(writer: Writer) -> Found:
    yield levels.metric_table(writer), "SLA_Metrics"


def _calendars(writer: Writer) -> Found:
    document, values = writer.document, writer.values
    hours, path = document.hours, ("hours", "calendars")
    named = Part(Calendar, ("name",))
    yield terms(writer, hours, ("hours",), "Use of the calendars"), ""
    yield plain(values, path, "Calendars", hours.calendars), "SLA_Calendars"
    week = nested(values, path, "Weekly hours", hours.calendars, named, "week", Part(Opening))
    yield week and changed(week, "days", lambda row, cell: _days(cell)), "SLA_Week"
    yield nested(values, path, "Half days", hours.calendars, named, "half_days", Part(HalfDay)), "SLA_HalfDays"
    yield (
        nested(values, path, "Extra closed days", hours.calendars, named, "closed_days", Part(ClosedDay)),
        "SLA_ClosedDays",
    )
    exceptions = ("hours", "service_exceptions")
    yield plain(values, exceptions, "Hours of single services", hours.service_exceptions), "SLA_ServiceHours"
    yield plain(values, ("targets", "pauses"), "Pauses of the clock", document.targets.pauses), "SLA_Pauses"
    yield terms(writer, document.targets, ("targets",), "Counting of the times"), ""


def _days(cell: Cell) -> Cell:
    """Monday to Friday rather than five names, in the words of the clause on hours."""
    return Cell((Run(days_text(cell.value), path=cell.paths[0]),), cell.value) if cell.value else cell


def _availability(writer: Writer) -> Found:
    document, values = writer.document, writer.values
    promised, upkeep = document.availability, document.maintenance
    promises = plain(values, ("availability", "promises"), "Availability", promised.promises)
    yield (
        promises and changed(promises, "base", lambda row, cell: cell if cell.runs else general_base(writer)),
        "SLA_Availability",
    )
    yield worked.allowance(writer), "SLA_Allowance"
    yield plain(values, ("availability", "continuity"), "Continuity", promised.continuity), "SLA_Continuity"
    yield terms(writer, promised, ("availability",), "Measurement"), ""
    yield plain(values, ("maintenance", "windows"), "Maintenance windows", upkeep.windows), "SLA_Windows"
    yield plain(values, ("maintenance", "blackouts"), "Black-out periods", upkeep.blackouts), "SLA_Blackouts"
    yield terms(writer, upkeep, ("maintenance",), "Maintenance"), ""
    yield plain(values, ("exclusions", "items"), "Exclusions", document.exclusions.items), "SLA_Exclusions"
    yield terms(writer, document.exclusions, ("exclusions",), "Proof of exclusions"), ""


def _escalation(writer: Writer) -> Found:
    document, path = writer.document, ("escalation", "paths")
    contacts = {contact.id: contact for contact in document.parties.contacts}
    lines: list[list[Place | None]] = []
    for ladder in document.escalation.paths:
        place: Place = ((*path, ladder.id), ladder)
        lines += [[place, None, None]] * (not ladder.steps)
        for step in ladder.steps:
            contact = contacts.get(step.contact or "")
            who = (("parties", "contacts", contact.id), contact) if contact else None
            lines.append([place, ((*path, ladder.id, "steps", step.id), step), who])
    parts = (Part(Ladder), Part(Step), Part(Contact, ("phone", "email")))
    if lines:
        yield listing(writer.values, path, "Escalation steps", parts, lines), "SLA_Escalation"


def _channels(writer: Writer) -> Found:
    document, values = writer.document, writer.values
    yield plain(values, ("channels", "items"), "Channels", document.channels.items), "SLA_Channels"
    yield plain(values, ("channels", "tiers"), "Support tiers", document.channels.tiers), "SLA_Tiers"
    yield terms(writer, document.channels, ("channels",), "Reports outside the hours"), ""
    yield plain(values, ("parties", "contacts"), "Contacts", document.parties.contacts), "SLA_Contacts"
    yield terms(writer, document.escalation, ("escalation",), "Complaints"), ""


def _penalties(writer: Writer) -> Found:
    section, values = writer.document.remedies, writer.values
    yield levels.bands(writer), "SLA_Credits"
    yield plain(values, ("remedies", "occurrences"), "Credits per event", section.occurrences), "SLA_EventCredits"
    yield terms(writer, section, ("remedies",), "Computation, caps and settlement"), ""
    yield levels.rewards(writer), "SLA_EarnBack"
    yield plain(values, ("remedies", "chronic"), "Chronic failure", section.chronic), "SLA_ChronicFailure"
    yield worked.worked_invoice(writer), "SLA_Invoice"


def _reviews(writer: Writer) -> Found:
    document, values = writer.document, writer.values
    review, duties = document.review, document.responsibilities
    yield plain(values, ("review", "reports"), "Reports", review.reports), "SLA_Reports"
    yield plain(values, ("review", "meetings"), "Review meetings", review.meetings), "SLA_Meetings"
    yield terms(writer, review, ("review",), "Review of the agreement"), ""
    yield plain(values, ("responsibilities", "duties"), "Duties", duties.duties), "SLA_Duties"
    yield terms(writer, duties, ("responsibilities",), "Effect of duties"), ""
    surveys = ("metrics", "satisfaction")
    yield plain(values, surveys, "Satisfaction surveys", document.metrics.satisfaction), "SLA_Surveys"


def _services(writer: Writer) -> Found:
    section, values, path = writer.document.services, writer.values, services.PATH
    named = Part(Service, ("name",))
    if section.items:
        yield from ((table, "SLA_Services") for table in said(writer, services.clause))
    yield (
        nested(values, path, "Components and dependencies", section.items, named, "components", Part(Component)),
        "SLA_Components",
    )
    yield nested(values, path, "Workload limits", section.items, named, "workload", Part(WorkloadLimit)), "SLA_Workload"
    shown = ("code", "name", "criticality", "users", "monthly_fee")
    yield plain(values, path, "Scope", section.items, leave=shown[:1] + shown[2:]), "SLA_Scope"
    yield terms(writer, section, ("services",), "Fees and scope"), ""


SHEETS = (
    Plan("Overview", "What is agreed, in short, and how this document came about", _overview),
    Plan("Targets", "Times by service, priority and kind of work", _targets),
    Plan("Matrix", "Impact and urgency yield the priority", _matrix),
    Plan("Metrics", "What is measured, how, and the agreed levels", _metrics),
    Plan("Calendars", "Open hours, closed and half days, how time is counted", _calendars),
    Plan("Availability", "Availability, continuity, maintenance, exclusions", _availability),
    Plan("Escalation", "Who is called in, and when", _escalation),
    Plan("Channels", "How to report, who works on it, whom to reach", _channels),
    Plan("Penalties", "Credits, caps, earn-back, chronic failure", _penalties),
    Plan("Reviews", "Reports, meetings, duties, surveys", _reviews),
    Plan("Examples", "How the times are counted, worked out for each priority", _examples),
    Plan("Services", "Fees, components, workload limits, scope", _services),
)  # fmt: skip
"""The sheets in order; the last one, with what none of them holds, follows by itself."""


def sheets(writer: Writer) -> tuple[Sheet, ...]:
    """All sheets of the workbook. Every figure that is not internal stands in one of them."""
    found = [
        Sheet(plan.name, plan.says, tuple(Listing(table, name) for table, name in plan.fill(writer) if table))
        for plan in SHEETS
    ]
    rest = further(writer, [part.table for sheet in found for part in sheet.parts], FURTHER)
    parts = (Listing(rest, "SLA_FurtherTerms"),) if rest else ()
    return (*found, Sheet("Further terms", "Every other figure of the agreement", parts))
