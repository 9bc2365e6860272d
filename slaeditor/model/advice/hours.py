"""Proposals for hours: the working day, the time zone and holidays, and the hours of each service."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint
from slaeditor.model.advice.rows import give_own_row, own_row_id
from slaeditor.model.advice.working import always_open, around_the_clock, office, supported_in, used_in
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import ServiceHours
from slaeditor.model.agreement.needs import Intensity
from slaeditor.model.choices import choice_label
from slaeditor.model.edits import Edit, InsertRow, SetTerm
from slaeditor.model.sentence import say
from slaeditor.model.text import row_name_by_id

_CALENDARS = ("hours", "calendars")
_EXCEPTIONS = ("hours", "service_exceptions")


def propose(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    """Hours for the whole agreement, then for each service."""
    yield from _working_day(document)
    yield from _zone(document)
    yield from _calendar_that_never_closes(document, found)
    for case in found:
        yield from _service(case)


def _working_day(document: Agreement) -> Iterator[Proposal]:
    """Ordinary support is open while the customer works. A calendar with several openings a day is left to people."""
    begins, ends = document.needs.workday_start, document.needs.workday_end
    calendar = office(document)
    row = next((one for one in document.hours.calendars if one.id == calendar), None)
    if begins is None or ends is None or begins >= ends or row is None or len(row.week) != 1 or row.week[0].overnight:
        return
    path = (*_CALENDARS, row.id, "week", row.week[0].id)
    yield Proposal(
        id="hours:working-day",
        group="hours",
        title=say("{row}: {begins}–{ends}", row=row.name, begins=begins, ends=ends),
        reason=say(
            "The customer's ordinary work lasts from {begins} to {ends}, so support is open in those hours.",
            begins=begins,
            ends=ends,
        ),
        needs=(("needs", "workday_start"), ("needs", "workday_end")),
        terms=((*path, "opens"), (*path, "closes")),
        basis=fingerprint(begins, ends),
        edits=changing(document, (SetTerm((*path, "opens"), begins), SetTerm((*path, "closes"), ends))),
    )


def _zone(document: Agreement) -> Iterator[Proposal]:
    """All calendars read the customer's time zone and close on its public holidays."""
    zone, country = document.identity.provider_zone, document.parties.customer.country
    if not document.hours.calendars or not (zone or country):
        return
    edits: list[Edit] = []
    for calendar in document.hours.calendars:
        path = (*_CALENDARS, calendar.id)
        if zone:
            edits.append(SetTerm((*path, "zone"), zone))
        if country and calendar.holiday_country:
            edits.append(SetTerm((*path, "holiday_country"), country))
    yield Proposal(
        id="hours:zone",
        group="hours",
        title=say("Time zone and public holidays of the calendars"),
        reason=_because_of(zone, country),
        needs=answered(document, ("identity", "provider_zone"), ("parties", "customer", "country")),
        terms=(_CALENDARS,),
        basis=fingerprint(zone, country),
        edits=changing(document, tuple(edits)),
    )


def _because_of(zone: str, country: str) -> str:
    if not zone:
        return say("The customer works by its own public holidays.")
    if not country:
        return say("The parties' times are those of {zone}.", zone=zone)
    return say(
        "The parties' times are those of {zone}, and calendars with public holidays keep those of the customer's "
        "country ({country}).",
        zone=zone,
        country=country,
    )


def _calendar_that_never_closes(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    wanting = tuple(case for case in found if used_in(case) == around_the_clock(document).id)
    if always_open(document) is not None or not wanting:
        return
    calendar = around_the_clock(document)
    yield Proposal(
        id="hours:around-the-clock",
        group="hours",
        title=say("A calendar that never closes"),
        reason=say(
            "{service} is used day and night, and no calendar of the agreement is always open.",
            service=wanting[0].service.name,
        ),
        needs=tuple(case.place("usage") for case in wanting),
        terms=((*_CALENDARS, calendar.id),),
        basis=fingerprint(tuple(case.service.id for case in wanting)),
        edits=(InsertRow(_CALENDARS, calendar),),
    )


def _service(case: Case) -> Iterator[Proposal]:
    document, service = case.document, case.service
    use, support = used_in(case), supported_in(case)
    if use is None or support is None:
        return
    hours = document.hours
    holding = next((row for row in hours.service_exceptions if service.id in row.services), None)
    held = (holding.service_hours, holding.support_hours) if holding else (None, None)
    now = (held[0] or hours.service_hours, held[1] or hours.support_hours)
    edits: tuple[Edit, ...] = ()
    identifier = own_row_id(document, _EXCEPTIONS, service.id, service.id)
    if now != (use, support):
        wanted = ServiceHours(id=identifier, services=(service.id,), service_hours=use, support_hours=support)
        edits = give_own_row(document, _EXCEPTIONS, service.id, wanted)
    missing = always_open(document) is None and around_the_clock(document).id in (use, support)
    names = [
        say("around the clock") if missing else row_name_by_id(document, "calendars", one) for one in (use, support)
    ]
    yield Proposal(
        id=f"hours:{service.id}",
        group="hours",
        title=say(
            "{service}: usable “{use}”, supported “{support}”", service=service.name, use=names[0], support=names[1]
        ),
        reason=say(
            "{service} is used {when}; with {because}, it is supported {hours}.",
            service=service.name,
            when=_when(case),
            because=case.because,
            hours=say("in the same hours") if use == support else say("in ordinary support hours"),
        ),
        needs=answered(document, case.place("usage"), case.place("usage_hours"), *case.decided_by),
        terms=((*_EXCEPTIONS, identifier),) if holding or edits else (("hours", "support_hours"),),
        basis=fingerprint(case.derived, case.need.usage, case.need.usage_hours),
        edits=changing(document, edits),
        requires=("hours:around-the-clock",) if missing else (),
    )


def _when(case: Case) -> str:
    usage = case.need.usage
    assert usage is not None  # without it no hours are proposed
    match usage:
        case Intensity.WORKING_HOURS:
            return say("in working hours")
        case Intensity.EXTENDED_HOURS:
            return say("in extended hours")
        case Intensity.AROUND_THE_CLOCK:
            return choice_label(usage)
