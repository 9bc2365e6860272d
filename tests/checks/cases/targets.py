"""TGT."""

from __future__ import annotations

from typing import Any

from slaeditor.model.agreement.targets import Obligation, Target
from slaeditor.model.quantities import Duration, Percent, Unit
from tests.checks.case import Case, FileCase, adding, both, removing, sample, setting, unchanged

_CLAUSE = sample().legal.clauses[0].id


def _office(minutes: int) -> Duration:
    return Duration(minutes, calendar="working-hours")


def _days(number: int) -> Duration:
    return Duration(number, Unit.WORKING_DAYS, "working-hours")


def _guarantee(obligation: Obligation) -> Any:
    return both(
        setting("targets.items[p2].obligation", obligation),
        setting(
            f"legal.clauses[{_CLAUSE}].text",
            "The Provider guarantees the time of {value:targets.items[p2].restore}.\n\nIt does not guarantee other times.",
        ),
    )


def _both_words(words: str) -> Any:
    return setting(f"legal.clauses[{_CLAUSE}].text", words)


_NO_REQUESTS = both(removing("targets.items[request-p3]"), removing("targets.items[request-p4]"))
_NO_WORKAROUND = setting("targets.items[p2].workaround", None)
_SCOPE = "services.items[portal].in_scope"

CASES = [
    Case(
        "TGT-01",
        both(_NO_WORKAROUND, setting("targets.items[p2].restore", _office(30))),
        both(_NO_WORKAROUND, setting("targets.items[p2].restore", _office(61))),
        "targets.items[p2].restore",
        says="“Restore” is due within 30 minutes (Working hours), but “First response” only within 1 hour",
    ),
    Case(
        "TGT-01",
        setting("targets.items[p1].response", _days(2)),
        setting("targets.items[p1].response", Duration(60)),
        "targets.items[p1].restore",
        witness="A report of ",
    ),
    Case(
        "TGT-01",
        setting("targets.items[critical-p1].workaround", Duration(61)),
        setting("targets.items[critical-p1].workaround", Duration(60)),
        "targets.items[critical-p1].restore",
        says="“Workaround”",
    ),
    Case(
        "TGT-02",
        setting("targets.items[p2].restore", _office(60)),
        setting("targets.items[p2].restore", _office(61)),
        "targets.items[p2].restore",
        says="within 1 hour",
    ),
    Case(
        "TGT-02",
        setting("targets.items[request-p3].resolve", _office(240)),
        setting("targets.items[request-p3].resolve", Duration(240)),
        "targets.items[request-p3].resolve",
    ),
    Case(
        "TGT-03",
        setting("targets.items[critical-p2].restore", Duration(59)),
        setting("targets.items[critical-p2].restore", Duration(60)),
        "targets.items[critical-p2].restore",
        says="59 minutes (elapsed time), sooner than within 1 hour",
    ),
    Case(
        "TGT-03",
        both(setting("targets.items[p1].response", _office(120)), setting("targets.items[p2].response", Duration(240))),
        both(setting("targets.items[p1].response", _office(120)), setting("targets.items[p2].response", _office(240))),
        "targets.items[p2].response",
        witness="(Europe/Istanbul)",
    ),
    Case(
        "TGT-03",
        both(
            setting("targets.items[critical-p2].restore", None),
            setting("targets.items[critical-p3].restore", Duration(30)),
        ),
        both(
            setting("targets.items[critical-p2].restore", None),
            setting("targets.items[critical-p3].restore", Duration(90)),
        ),
        "targets.items[critical-p3].restore",
    ),
    Case(
        "TGT-04",
        setting("targets.items[p2].resolve", Duration(10, Unit.WORKING_DAYS)),
        setting("targets.items[p2].resolve", _days(10)),
        "targets.items[p2].resolve",
        says="10 working days",
    ),
    Case(
        "TGT-04",
        setting("maintenance.notice", Duration(5, Unit.WORKING_DAYS)),
        setting("maintenance.notice", Duration(5 * 1440)),
        "maintenance.notice",
    ),
    Case(
        "TGT-06",
        both(setting("targets.items[p2].response", _office(480)), setting("targets.items[p2].restore", Duration(1440))),
        both(setting("targets.items[p2].response", _office(480)), setting("targets.items[p2].restore", _office(1440))),
        "targets.items[p2].restore",
        witness="A report of ",
        says="24 hours (elapsed time)",
    ),
    Case(
        "TGT-07",
        setting("targets.items[p1].response", _office(30)),
        setting("targets.items[p1].response", Duration(30, calendar="around-the-clock")),
        "targets.items[p1].response",
        witness="Reported ",
        says="Imaging archive (PACS), Patient portal can be used around the clock",
    ),
    Case(
        "TGT-07",
        setting("targets.items[p1].restore", _office(120)),
        both(
            setting("targets.items[p1].restore", _office(120)),
            *(
                setting(f"hours.service_exceptions[hours-{one}].service_hours", "office-hours")
                for one in ("imaging", "portal", "billing")
            ),
        ),
        "targets.items[p1].restore",
    ),
    Case(
        "TGT-08",
        setting("targets.items[p2].compliance", None),
        setting("targets.items[p2].compliance", Percent("100")),
        "targets.items[p2].compliance",
    ),
    Case(
        "TGT-09",
        setting("targets.items[p2].minimum_sample", None),
        setting("targets.items[p2].minimum_sample", 3),
        "targets.items[p2].minimum_sample",
        witness="With 3 cases, one miss gives 66.67%; only from 20 cases on",
    ),
    Case(
        "TGT-09",
        setting("targets.items[p2].minimum_sample", 0),
        both(setting("targets.items[p2].minimum_sample", 0), setting("targets.items[p2].compliance", Percent("100"))),
        "targets.items[p2].minimum_sample",
    ),
    Case(
        "TGT-10",
        setting("targets.stop_event", ""),
        setting("targets.stop_event", "the ticket is closed"),
        "targets.stop_event",
        says="“The clock stops for good”",
    ),
    Case("TGT-10", setting("targets.auto_reply_counts", True), unchanged, "targets.auto_reply_counts"),
    Case(
        "TGT-11",
        both(setting("targets.items[p2].restore", None), setting("targets.items[p2].workaround", None)),
        setting("targets.items[p2].restore", None),
        "targets.items[p2].restore",
    ),
    Case(
        "TGT-12",
        setting("targets.pauses[customer-answer].maximum", None),
        setting("targets.pauses[customer-answer].maximum", _days(30)),
        "targets.pauses[customer-answer].maximum",
        says="for how long at most",
    ),
    Case(
        "TGT-12",
        both(setting("targets.pauses[agreed-date].reason", " "), setting("targets.pauses[agreed-date].reminder", "")),
        both(
            setting("targets.pauses[agreed-date].reason", "the office moves"),
            setting("targets.pauses[agreed-date].reminder", "By phone"),
        ),
        "targets.pauses[agreed-date].reason",
        says="(“pause no. 3”), but the agreement does not say for what reason and how the customer is reminded",
    ),
    Case(
        "TGT-13",
        setting("targets.items[p2].update", _office(481)),
        setting("targets.items[p2].update", _office(480)),
        "targets.items[p2].update",
    ),
    Case(
        "TGT-13",
        setting("targets.items[critical-p1].update", _office(30)),
        setting("targets.items[critical-p1].update", Duration(30)),
        "targets.items[critical-p1].update",
        witness="A report of ",
    ),
    Case(
        "TGT-14",
        adding("targets.items", Target(id="again", priority="p2", obligation=Obligation.REASONABLE_EFFORTS)),
        adding("targets.items", Target(id="again", priority="p2")),
        "targets.items[again].obligation",
    ),
    Case(
        "TGT-14",
        _guarantee(Obligation.REASONABLE_EFFORTS),
        _guarantee(Obligation.SHALL),
        f"legal.clauses[{_CLAUSE}].text",
        says="guarantees",
    ),
    Case(
        "TGT-14",
        _both_words("The Provider guarantees the times of {section:targets} and uses reasonable efforts to meet them."),
        _both_words(
            "The Provider guarantees the times of {section:targets}. It uses reasonable efforts to be friendly."
        ),
        f"legal.clauses[{_CLAUSE}].text",
        says="reasonable efforts",
    ),
    Case(
        "TGT-15",
        setting("priorities.levels[p1].meaning", "All stop work; a P1 is restored within 3 hours."),
        setting("priorities.levels[p1].meaning", "All stop work; a P1 is restored within 2 hours."),
        "priorities.levels[p1].meaning",
        says="says “3 hours” for P1, but the table of targets says 1 hour (elapsed time), ",
    ),
    Case(
        "TGT-15",
        setting("channels.outside_hours", "We respond to P2 in 45 min."),
        setting("channels.outside_hours", "We respond to P2 in 45 min or, after a P3, later."),
        "channels.outside_hours",
    ),
    Case(
        "TGT-15",
        _both_words("Incidents of Priority P1 shall be restored within 90 minutes."),
        _both_words("Incidents of Priority P1 shall be restored within 60 minutes, those of Priority P2 later."),
        f"legal.clauses[{_CLAUSE}].text",
        says="“90 minutes”",
    ),
    Case(
        "TGT-16",
        setting("targets.items[p1].restore", Duration(571)),
        setting("targets.items[p1].restore", Duration(570)),
        "targets.items[p1].restore",
        says="9 hours 30 minutes in Office hours",
    ),
    Case(
        "TGT-16",
        setting("targets.items[p1].restore", _days(2)),
        setting("targets.items[p1].restore", _days(1)),
        "targets.items[p1].restore",
    ),
    Case(
        "TGT-17",
        setting("targets.items[change-p3].resolve", None),
        setting("targets.items[change-p3].restore", None),
        "targets.items[change-p3].resolve",
        says="Changes have no time",
    ),
    Case(
        "TGT-17",
        both(_NO_REQUESTS, setting(_SCOPE, ("Service requests of the wards",))),
        both(_NO_REQUESTS, setting(_SCOPE, ("Bookings of the wards",))),
        "targets.items",
        says="Service requests have no time by which they are fulfilled, although “Services › ",
    ),
]


def _resolve(value: Any) -> Any:
    def change(data: dict[str, Any]) -> None:
        next(one for one in data["targets"]["items"] if one["id"] == "p2")["resolve"] = value

    return change


FILE_CASES = [
    FileCase(
        "TGT-05",
        _resolve({"amount": 3, "unit": "days"}),
        _resolve({"amount": 3, "unit": "working_days", "calendar": "working-hours"}),
        says="“3 days”",
    ),
    FileCase("TGT-05", _resolve("3 days"), _resolve({"amount": 4320, "unit": "minutes", "calendar": None})),
]
