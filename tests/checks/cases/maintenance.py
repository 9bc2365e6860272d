"""MNT."""

from __future__ import annotations

from datetime import date

from slaeditor.model.agreement.exclusions import Exclusion
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Every, Window
from slaeditor.model.agreement.needs import CriticalDate, Recurrence
from slaeditor.model.quantities import ClockTime, Duration, Unit
from tests.checks.case import Case, Change, adding, both, removing, sample, setting, unchanged

_SUNDAY = "maintenance.windows[sunday]"


def _at(weekday: Weekday, start: str, minutes: int = 120) -> Change:
    return both(
        setting(f"{_SUNDAY}.weekday", weekday),
        setting(f"{_SUNDAY}.start", ClockTime.parse(start)),
        setting(f"{_SUNDAY}.duration", Duration(minutes)),
    )


def _days(number: int) -> Duration:
    return Duration(number, Unit.WORKING_DAYS, "working-hours")


def _emergency(definition: bool, cap: bool, notice: bool) -> Change:
    return both(
        *([] if definition else [setting("maintenance.emergency_definition", "")]),
        *([] if cap else [setting("maintenance.emergency_cap", None)]),
        *([] if notice else [setting("maintenance.emergency_notice", None)]),
    )


_WEDNESDAY = adding(
    "maintenance.windows",
    Window(
        id="wednesday",
        name="Wednesday",
        weekday=Weekday.WEDNESDAY,
        start=ClockTime.parse("03:00"),
        duration=Duration(60),
        zone="Europe/Istanbul",
    ),
)
_MOVING = adding(
    "needs.critical_dates",
    CriticalDate(
        id="moving", name="The move", recurrence=Recurrence.ONCE, start=date(2027, 3, 6), end=date(2027, 3, 7)
    ),
)
_NIGHT_SHIFTS = ("hotline", "phone", "portal", "email", "chat")
_BY_DAY = both(
    setting("channels.tiers[l1].hours", "working-hours"),
    setting("channels.tiers[l2].hours", "working-hours"),
    setting("hours.service_exceptions[hours-patient-record].support_hours", "working-hours"),
    setting("hours.service_exceptions[hours-laboratory].support_hours", "working-hours"),
)

CASES = [
    Case(
        "MNT-01",
        removing("maintenance.blackouts[turn-of-year]"),
        unchanged,
        _SUNDAY,
        says="“Sunday night” falls into “Turn of the year”",
        witness="Sun 3 Jan 2027 02:00 (Europe/Istanbul)",
    ),
    Case(
        "MNT-01",
        _at(Weekday.MONDAY, "10:00"),
        _at(Weekday.MONDAY, "02:00"),
        _SUNDAY,
        says="“Booking peak on Mondays”, when the customer needs Patient portal most",
    ),
    Case(
        "MNT-01",
        _at(Weekday.WEDNESDAY, "12:00"),
        both(_at(Weekday.WEDNESDAY, "12:00"), setting(f"{_SUNDAY}.services", ("portal",))),
        _SUNDAY,
        says="“End of the month”",
        witness="Wed 27 Jan 2027 12:00",
    ),
    Case(
        "MNT-01",
        _MOVING,
        both(_MOVING, setting(f"{_SUNDAY}.weekday", Weekday.MONDAY)),
        _SUNDAY,
        says="“The move”",
        witness="Sun 7 Mar 2027",
    ),
    Case(
        "MNT-02",
        setting("maintenance.notice", Duration(7 * 1440)),
        setting("maintenance.notice", Duration(7 * 1440 - 1)),
        "maintenance.notice",
        says="“Sunday night” (a week)",
    ),
    Case(
        "MNT-02",
        setting("maintenance.notice", _days(6)),
        setting("maintenance.notice", _days(5)),
        "maintenance.notice",
        says="6 working days",
    ),
    Case(
        "MNT-02",
        setting("maintenance.notice", Duration(50 * 60 + 1, calendar="working-hours")),
        setting("maintenance.notice", Duration(50 * 60, calendar="working-hours")),
        "maintenance.notice",
    ),
    Case(
        "MNT-02",
        setting("maintenance.notice", _days(21)),
        setting("maintenance.notice", _days(20)),
        "maintenance.notice",
        says="(four weeks)",
        base=lambda: setting(f"{_SUNDAY}.every", Every.FIRST)(sample()),
    ),
    Case(
        "MNT-03",
        setting("maintenance.monthly_cap", None),
        both(setting("maintenance.monthly_cap", None), setting(f"{_SUNDAY}.counts_as_downtime", True)),
        "maintenance.monthly_cap",
        says="“Sunday night”",
    ),
    Case("MNT-04", _emergency(False, True, True), unchanged, "maintenance.emergency_definition", says="what it is"),
    Case(
        "MNT-04",
        _emergency(True, False, True),
        _emergency(False, False, False),
        "maintenance.emergency_cap",
        says="how much of it does not count as downtime",
    ),
    Case(
        "MNT-04",
        both(
            _emergency(False, False, False),
            adding(
                "exclusions.items", Exclusion(id="urgent", name="Urgent works", text="Emergency maintenance of storage")
            ),
        ),
        both(
            _emergency(False, False, False),
            adding("exclusions.items", Exclusion(id="urgent", name="Urgency", text="Emergency calls of storage")),
        ),
        "maintenance.emergency_definition",
    ),
    Case(
        "MNT-05",
        setting("maintenance.monthly_cap", Duration(599)),
        setting("maintenance.monthly_cap", Duration(600)),
        "maintenance.monthly_cap",
        says="add up to 10 h, more than the monthly cap of 9 hours 59 minutes",
    ),
    Case(
        "MNT-05",
        _WEDNESDAY,
        both(
            _WEDNESDAY,
            setting("maintenance.windows[wednesday].every", Every.FIRST),
            setting(f"{_SUNDAY}.every", Every.LAST),
        ),
        "maintenance.monthly_cap",
        says="add up to 1",
    ),
    Case(
        "MNT-06",
        setting("maintenance.notice_channel", ""),
        both(setting("maintenance.notice_channel", ""), setting("maintenance.notice", None)),
        "maintenance.notice_channel",
        says="how and to whom",
    ),
    Case(
        "MNT-06",
        setting("maintenance.notice_channel", "e-mail"),
        setting("maintenance.notice_channel", "e-mail to bt@gunessaglik.example"),
        "maintenance.notice_channel",
        says="to whom (“e-mail”)",
    ),
    Case(
        "MNT-07",
        setting("maintenance.overrun", ""),
        both(setting("maintenance.overrun", ""), removing(_SUNDAY)),
        "maintenance.overrun",
    ),
    Case(
        "MNT-08",
        both(_BY_DAY, *(setting(f"channels.items[{one}].hours", "working-hours") for one in _NIGHT_SHIFTS)),
        both(_BY_DAY, *(setting(f"channels.items[{one}].hours", "working-hours") for one in _NIGHT_SHIFTS[1:])),
        _SUNDAY,
        witness="Sun 10 Jan 2027 02:00 (Europe/Istanbul)",
    ),
    Case(
        "MNT-09",
        _at(Weekday.TUESDAY, "08:00", 600),
        _at(Weekday.TUESDAY, "08:00", 599),
        _SUNDAY,
        says="takes up all support hours of Tuesday (Working hours)",
        witness="Maintenance 08:00–18:00, support 08:00–18:00",
    ),
    Case(
        "MNT-09",
        _at(Weekday.TUESDAY, "06:00", 18 * 60),
        both(_at(Weekday.TUESDAY, "06:00", 18 * 60), setting(f"{_SUNDAY}.services", ("laboratory",))),
        _SUNDAY,
        witness="Maintenance 06:00–24:00",
    ),
]
