"""CAL."""

from __future__ import annotations

from datetime import date

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import ClosedDay, HalfDay, Opening, Weekday
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.review import Frequency
from slaeditor.model.agreement.targets import Period
from slaeditor.model.quantities import ClockTime, Duration
from tests.checks.case import Case, Change, adding, both, removing, sample, setting, unchanged

_WORK = "hours.calendars[working-hours]"
_WEEK = f"{_WORK}.week[mon-fri]"
_EVE = f"{_WORK}.half_days[eve-republic]"
_COUNTING = sample().hours.counting
_CLAUSE = sample().legal.clauses[0].id
_RULES = "legal.clauses[interpretation].text"
_INTERPRETATION = next(one.text for one in sample().legal.clauses if one.id == "interpretation")


def _time(text: str) -> ClockTime:
    return ClockTime.parse(text)


def _week(opens: str, closes: str, *days: Weekday, overnight: bool = False) -> Opening:
    return Opening(id="more", days=days, opens=_time(opens), closes=_time(closes), overnight=overnight)


def _in_berlin(document: Agreement) -> Agreement:
    """The sample with all its calendars and windows in a zone where the clocks change."""
    hours = document.hours
    calendars = tuple(msgspec.structs.replace(one, zone="Europe/Berlin") for one in hours.calendars)
    windows = tuple(msgspec.structs.replace(one, zone="Europe/Berlin") for one in document.maintenance.windows)
    return msgspec.structs.replace(
        document,
        identity=msgspec.structs.replace(document.identity, provider_zone="Europe/Berlin"),
        hours=msgspec.structs.replace(hours, calendars=calendars),
        maintenance=msgspec.structs.replace(document.maintenance, windows=windows),
    )


def _counting(words: str) -> Change:
    return setting("hours.counting", words)


def _measured(place: str, period: Period) -> Change:
    return setting(f"{place}.period", period)


_RESPONSES = sample().review.reports[0].id
_SURVEY = sample().metrics.satisfaction[0].id
_OFFICE = both(
    *(
        setting(f"hours.service_exceptions[hours-{one}].service_hours", "office-hours")
        for one in ("imaging", "portal", "billing")
    )
)

CASES = [
    Case(
        "CAL-01",
        setting(f"{_WORK}.zone", ""),
        setting(f"{_WORK}.zone", "Turkey"),
        f"{_WORK}.zone",
        says="no time zone is named",
    ),
    Case(
        "CAL-01", setting(f"{_WORK}.zone", "CET"), setting(f"{_WORK}.zone", "UTC"), f"{_WORK}.zone", says="abbreviation"
    ),
    Case(
        "CAL-01",
        setting(f"{_WORK}.zone", "Etc/GMT-3"),
        setting(f"{_WORK}.zone", "Europe/Moscow"),
        f"{_WORK}.zone",
        says="fixed offset",
    ),
    Case(
        "CAL-01",
        setting("identity.provider_zone", "Europe/Istanbul, Europe/Berlin"),
        setting("identity.provider_zone", "Europe/Berlin"),
        "identity.provider_zone",
        says="names several",
    ),
    Case(
        "CAL-01",
        setting("maintenance.windows[sunday].zone", "Europe"),
        setting("maintenance.windows[sunday].zone", "Europe/Vienna"),
        "maintenance.windows[sunday].zone",
        says="“Europe” is none of the IANA names",
    ),
    Case(
        "CAL-01",
        setting("maintenance.windows[sunday].zone", ""),
        setting("maintenance.windows[sunday].zone", "Europe/Vienna"),
        "maintenance.windows[sunday]",
        says="no time zone is named",
    ),
    Case(
        "CAL-02",
        both(setting(f"{_WEEK}.opens", _time("22:00")), setting(f"{_WEEK}.closes", _time("06:00"))),
        both(
            setting(f"{_WEEK}.opens", _time("22:00")),
            setting(f"{_WEEK}.closes", _time("06:00")),
            setting(f"{_WEEK}.overnight", True),
        ),
        f"{_WEEK}.closes",
        says="22:00–06:00",
    ),
    Case(
        "CAL-02",
        setting(f"{_WEEK}.closes", _time("08:00")),
        setting(f"{_WEEK}.closes", _time("08:01")),
        f"{_WEEK}.closes",
    ),
    Case(
        "CAL-02",
        setting(f"{_WEEK}.overnight", True),
        both(setting(f"{_WEEK}.overnight", True), setting(f"{_WEEK}.closes", _time("08:00"))),
        f"{_WEEK}.overnight",
        says="longer than 24 hours",
    ),
    Case("CAL-02", setting(f"{_WORK}.week", ()), unchanged, f"{_WORK}.week", says="never open"),
    Case("CAL-02", setting(f"{_WEEK}.closes", None), setting(f"{_WEEK}.closes", _time("24:00")), f"{_WEEK}.closes"),
    Case("CAL-02", setting(f"{_WEEK}.days", ()), setting(f"{_WEEK}.days", (Weekday.MONDAY,)), f"{_WEEK}.days"),
    Case(
        "CAL-02",
        setting(f"{_EVE}.closes", _time("07:00")),
        setting(f"{_EVE}.closes", _time("09:00")),
        f"{_EVE}.closes",
        says="08:00–07:00",
    ),
    Case(
        "CAL-02",
        setting("maintenance.windows[sunday].duration", Duration(0)),
        setting("maintenance.windows[sunday].duration", Duration(1)),
        "maintenance.windows[sunday].duration",
    ),
    Case(
        "CAL-03",
        setting(f"{_WORK}.holiday_country", ""),
        both(
            setting(f"{_WORK}.holiday_country", ""),
            adding(f"{_WORK}.closed_days", ClosedDay(id="new-year", date=date(2027, 1, 1), name="New Year")),
        ),
        f"{_WORK}.holiday_country",
        says="nothing says whose public holidays",
    ),
    Case(
        "CAL-03",
        setting(f"{_WORK}.holiday_subdivision", "06"),
        unchanged,
        f"{_WORK}.holiday_country",
        says="no public holidays of TR-06 are known",
    ),
    Case(
        "CAL-03",
        setting("hours.calendars[extended-hours].week[mon-sun].days", tuple(Weekday)[:6]),
        unchanged,
        "hours.calendars[extended-hours].holiday_country",
        base=lambda: both(
            setting("hours.calendars[extended-hours].holiday_country", ""),
            setting("channels.items[phone].hours", "extended-hours"),
        )(sample()),
    ),
    Case(
        "CAL-04",
        setting(f"{_WORK}.last_year", 2029),
        setting(f"{_WORK}.last_year", 2030),
        f"{_WORK}.last_year",
        says="known until the end of 2029, but the agreement runs, with its first renewal, until 31 December 2030",
    ),
    Case(
        "CAL-04",
        both(setting(f"{_WORK}.last_year", 2028), setting("identity.renewal", Renewal.NONE)),
        both(setting(f"{_WORK}.last_year", 2029), setting("identity.renewal", Renewal.NONE)),
        f"{_WORK}.last_year",
        witness="from 1 January 2029 on",
    ),
    Case("CAL-04", setting(f"{_WORK}.last_year", None), unchanged, f"{_WORK}.last_year", says="not stated"),
    Case(
        "CAL-05",
        both(_counting("Time is counted in minutes."), setting("maintenance.windows[sunday].zone", "Europe/Berlin")),
        both(_counting("Time is counted in minutes."), setting("maintenance.windows[sunday].zone", "Asia/Riyadh")),
        "hours.counting",
        witness="Fri 15 Jan 2027 12:00 (Europe/Istanbul) is Fri 15 Jan 2027 10:00 (Europe/Berlin)",
    ),
    Case(
        "CAL-05",
        both(_counting("Time is counted in minutes."), setting("parties.customer.country", "DE")),
        both(_counting("Time is counted in minutes."), setting("parties.customer.country", "US")),
        "hours.counting",
        says="Europe/Istanbul, Europe/Berlin",
    ),
    Case(
        "CAL-06",
        setting("maintenance.windows[sunday].start", _time("02:30")),
        setting("maintenance.windows[sunday].start", _time("03:00")),
        "maintenance.windows[sunday].start",
        witness="28 March 2027: 02:00–03:00 does not exist",
        base=lambda: _in_berlin(sample()),
    ),
    Case(
        "CAL-06",
        adding(f"{_WORK}.week", _week("22:00", "02:30", Weekday.SATURDAY, overnight=True)),
        adding(f"{_WORK}.week", _week("22:00", "02:30", Weekday.FRIDAY, overnight=True)),
        f"{_WORK}.week[more].closes",
        says="02:30 does not exist on 28 March 2027",
        base=lambda: _in_berlin(sample()),
    ),
    Case(
        "CAL-06",
        setting("maintenance.windows[sunday].start", _time("02:30")),
        setting("maintenance.windows[sunday].weekday", Weekday.MONDAY),
        "maintenance.windows[sunday].start",
        says="comes twice on 31 October 2027",
        base=lambda: setting("identity.effective", date(2027, 4, 1))(_in_berlin(sample())),
    ),
    Case(
        "CAL-07",
        _counting("Time is counted in minutes."),
        _counting("Time is counted in minutes, also in nights in which the clocks change."),
        "hours.counting",
        says="March has 44,580 minutes",
        base=lambda: _in_berlin(sample()),
    ),
    Case(
        "CAL-08",
        removing(_EVE),
        setting(f"{_EVE}.closes", _time("12:00")),
        f"{_WORK}.half_days",
        says="28 October 2027",
        witness="28 October 2027: Republic Day",
    ),
    Case(
        "CAL-08",
        removing(_EVE),
        both(removing(_EVE), setting(f"{_WEEK}.closes", _time("13:00"))),
        f"{_WORK}.half_days",
    ),
    Case(
        "CAL-09",
        adding(f"{_WORK}.week", _week("17:59", "20:00", Weekday.FRIDAY)),
        adding(f"{_WORK}.week", _week("18:00", "20:00", Weekday.FRIDAY)),
        f"{_WORK}.week[more]",
        says="08:00–18:00 and 17:59–20:00 overlap on Friday",
    ),
    Case(
        "CAL-09",
        adding(f"{_WORK}.week", _week("20:00", "08:30", Weekday.SUNDAY, overnight=True)),
        adding(f"{_WORK}.week", _week("20:00", "08:00", Weekday.SUNDAY, overnight=True)),
        f"{_WEEK}",
        says="overlap on Monday",
    ),
    Case(
        "CAL-09",
        adding(f"{_WORK}.half_days", HalfDay(id="again", eve_of="Republic Day", closes=_time("12:00"))),
        adding(f"{_WORK}.half_days", HalfDay(id="again", eve_of="Victory Day", closes=_time("12:00"))),
        f"{_WORK}.half_days[again]",
    ),
    Case(
        "CAL-09",
        adding(f"{_WORK}.closed_days", ClosedDay(id="lunch", date=date(2027, 2, 1), name="Lunch break")),
        adding(f"{_WORK}.closed_days", ClosedDay(id="lunch", date=date(2027, 2, 1), name="Stocktaking")),
        f"{_WORK}.closed_days[lunch]",
        says="closes a whole day",
    ),
    Case(
        "CAL-10",
        setting("channels.outside_hours", "A fax is read within two business days."),
        setting("channels.outside_hours", "A fax is read within two Working Days."),
        "channels.outside_hours",
        says="“business day” is used in",
        witness="“A fax is read within two business days.”",
    ),
    Case(
        "CAL-10",
        both(
            setting("review.change_procedure", "A change is decided within one month."),
            setting(_RULES, _INTERPRETATION.replace("A month is", "A month has")),
        ),
        setting("review.change_procedure", "A change is decided within one month."),
        "review.change_procedure",
        says="“month”",
    ),
    Case(
        "CAL-10",
        setting("escalation.complaint", "Complaints are answered immediately."),
        both(
            setting("escalation.complaint", "Complaints are answered immediately."),
            setting(_RULES, "“Immediately” means within 15 minutes of elapsed time. A month is a calendar month."),
        ),
        "escalation.complaint",
    ),
    Case(
        "CAL-11",
        _measured("availability.promises[av-portal]", Period.ROLLING_30_DAYS),
        _measured("availability.promises[av-portal]", Period.CALENDAR_MONTH),
        "availability.promises[av-portal].period",
        says="rolling 30 days; but fees are billed",
    ),
    Case(
        "CAL-11",
        _measured("availability.promises[av-portal]", Period.QUARTER),
        both(_measured("availability.promises[av-portal]", Period.QUARTER), setting("remedies.schedules", ())),
        "availability.promises[av-portal].period",
        says="share of the fee of a month",
    ),
    Case(
        "CAL-11",
        setting(f"review.reports[{_RESPONSES}].frequency", Frequency.QUARTERLY),
        setting(f"review.reports[{_RESPONSES}].frequency", Frequency.WEEKLY),
        "targets.items[p2].period",
        says="only given quarterly",
    ),
    Case(
        "CAL-12",
        setting("hours.service_exceptions[hours-billing].support_hours", "working-hours"),
        setting("hours.service_exceptions[hours-billing].support_hours", "office-hours"),
        "hours.service_exceptions[hours-billing].support_hours",
        says="Billing and reporting: support works",
        witness="Mon 4 Jan 2027 08:00 (Europe/Istanbul)",
    ),
    Case(
        "CAL-12",
        setting("hours.service_hours", None),
        setting("hours.service_hours", "working-hours"),
        "hours.service_hours",
        says="“Service hours” is not stated",
    ),
]
