"""What a report is promised, by instants counted by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.channels import Channel, Channels
from slaeditor.model.agreement.escalation import Base, Escalation, Path, Step
from slaeditor.model.agreement.hours import Calendar, ClosedDay, HalfDay, Hours, Opening, Weekday
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.priorities import MatrixCell, Priorities, Priority
from slaeditor.model.agreement.services import Service, Services
from slaeditor.model.agreement.targets import Target, Targets, Work
from slaeditor.model.clock import counting
from slaeditor.model.clock.changes import changes
from slaeditor.model.quantities import ClockTime, Duration, Percent, Unit
from slaeditor.model.what_if import words
from slaeditor.model.what_if.answer import Answer, answer
from slaeditor.model.what_if.clocks import Clocks
from slaeditor.model.what_if.due import What, share
from slaeditor.model.what_if.picture import Kind, events
from slaeditor.model.what_if.report import Report

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = tuple(Weekday)
OFFICE = Calendar(
    id="office",
    name="Office hours",
    zone="Europe/Berlin",
    week=(Opening(id="o", days=WEEK[:5], opens=ClockTime(540), closes=ClockTime(1020)),),
    holiday_country="DE",
    closed_days=(ClosedDay(id="c", date=datetime(2028, 5, 26).date(), name="Bridge day"),),
    half_days=(HalfDay(id="h", name="Christmas Eve", date=datetime(2027, 12, 24).date(), closes=ClockTime(720)),),
    last_year=2028,
)
ALWAYS = Calendar(
    id="always",
    name="Around the clock",
    zone="Europe/Berlin",
    week=(Opening(id="o", days=WEEK, opens=ClockTime(0), closes=ClockTime(1440)),),
)
NEVER = Calendar(id="never", name="Never", zone="Europe/Berlin")
HOME = Hours(calendars=(OFFICE, ALWAYS, NEVER, Calendar(id="lost", name="Lost")), support_hours="office")
P1, P2 = Priority(id="p1", code="P1"), Priority(id="p2", code="P2")
PRIORITIES = Priorities(levels=(P1, P2), matrix=(MatrixCell(id="m", impact="i", urgency="u", priority="p2"),))
NAMES = {"first": 15, "restore": 60}


def holidays(country: str, _subdivision: str, year: int) -> dict[Any, str]:
    assert country == "DE"
    return {datetime(year, 5, 1).date(): "Labour Day", datetime(year, 5, 25).date(): "Ascension Day"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def office(amount: int, unit: Unit = Unit.MINUTES) -> Duration:
    return Duration(amount, unit, "office")


def document(*targets: Target, **sections: Any) -> Agreement:
    return Agreement(hours=HOME, priorities=PRIORITIES, targets=Targets(items=targets), **sections)


def asked(made: Agreement, moment: str, **more: Any) -> Answer:
    more.setdefault("priority", "p1")
    return answer(made, Report(at(moment), **more), holidays)


def moments(found: Answer) -> dict[str, str | None]:
    """Local times by the names of the times."""
    return {one.what.value: f"{one.at:%Y-%m-%d %H:%M}" if one.at else None for one in found.dues}


WHOLE = Target(
    id="t",
    priority="p1",
    response=Duration(30),
    update=office(120),
    workaround=office(240),
    restore=office(480),
    resolve=office(3, Unit.WORKING_DAYS),
)


@pytest.mark.parametrize(
    ("update", "says"),
    [
        (office(120), "every 2 hours"),
        (office(60), "every hour"),
        (Duration(1), "every minute"),
        (office(1, Unit.WORKING_DAYS), "every working day"),
    ],
)
def test_a_status_update_comes_every_hour_and_not_every_1_hour(update: Duration, says: str) -> None:
    whole = msgspec.structs.replace(WHOLE, update=update, restore=office(3, Unit.WORKING_DAYS))
    found = asked(document(whole), "2028-04-28 16:00")
    assert {one.how for one in events(found) if one.kind is Kind.UPDATE} == {says}


def test_every_time_is_counted_on_its_own_clock() -> None:
    """Friday 16:00 before a holiday on Monday: one hour of Friday counts, then Tuesday."""
    found = asked(document(WHOLE), "2028-04-28 16:00")
    assert moments(found) == {
        "response": "2028-04-28 16:30",
        "workaround": "2028-05-02 12:00",
        "restore": "2028-05-02 16:00",
        "resolve": "2028-05-04 16:00",
    }
    assert found.updates is not None
    assert [f"{one:%d %H:%M}" for one in found.updates.at] == ["02 10:00", "02 12:00", "02 14:00"]
    restore = found.due(What.RESTORE)
    assert restore is not None
    assert words.counting(restore) == (
        "Counts Fri 28 Apr 16:00–17:00; closed Sat 29 Apr – Sun 30 Apr, Mon 1 May (Labour Day); counts Tue 2 May 09:00–16:00.",
    )
    resolve = found.due(What.RESOLVE)
    assert resolve is not None
    assert words.counting(resolve) == (
        "Counts 3 working days: Tue 2 May, Wed 3 May, Thu 4 May; closed Mon 1 May (Labour Day).",
    )


def test_a_night_in_which_the_clocks_change_is_as_long_as_it_is() -> None:
    """Eight elapsed hours from Saturday 23:00: one hour is skipped in March, one comes twice in October."""
    made = document(Target(id="t", priority="p1", restore=Duration(480), resolve=Duration(480, calendar="always")))
    spring = asked(made, "2027-03-27 23:00")
    assert moments(spring) == {"restore": "2027-03-28 08:00", "resolve": "2027-03-28 08:00"}
    autumn = asked(made, "2027-10-30 23:00")
    assert moments(autumn) == {"restore": "2027-10-31 06:00", "resolve": "2027-10-31 06:00"}
    assert words.counting(spring.dues[0])[1] == "The clocks go forward by 60 minutes on Sun 28 Mar at 02:00."
    assert words.counting(autumn.dues[0])[1] == "The clocks go back by 60 minutes on Sun 31 Oct at 03:00."
    doubled = asked(document(Target(id="t", priority="p1", restore=Duration(210))), "2027-10-30 23:00").dues[0]
    assert doubled.at is not None
    assert words.zoned(doubled.at) == "Sun 31 October 2027, 02:30 UTC+02:00 Europe/Berlin"


def test_the_changes_of_a_zone_are_found_to_the_second() -> None:
    found = changes(BERLIN, at("2027-01-01"), at("2028-01-01"))
    assert [(one.at.isoformat(), one.shift) for one in found] == [
        ("2027-03-28T03:00:00+02:00", timedelta(hours=1)),
        ("2027-10-31T02:00:00+01:00", timedelta(hours=-1)),
    ]
    assert changes(BERLIN, at("2027-03-28T03:00"), at("2027-10-31T01:59")) == ()
    assert changes(ZoneInfo("Europe/Istanbul"), at("2027-01-01"), at("2028-01-01")) == ()


def test_a_leap_day_is_a_day_like_any_other() -> None:
    """29 February 2028 is a Tuesday."""
    made = document(Target(id="t", priority="p1", restore=office(600), resolve=office(2, Unit.WORKING_DAYS)))
    assert moments(asked(made, "2028-02-28 10:00")) == {"restore": "2028-02-29 12:00", "resolve": "2028-03-01 10:00"}


def test_half_days_and_extra_closed_days_are_named() -> None:
    made = document(Target(id="t", priority="p1", restore=office(240)))
    eve = asked(made, "2027-12-24 10:00").dues[0]
    assert f"{eve.at:%d %H:%M}" == "27 11:00"
    assert words.counting(eve)[1] == "Fri 24 Dec has hours of its own (Christmas Eve)."
    bridge = asked(made, "2028-05-24 15:00").dues[0]
    assert f"{bridge.at:%d %H:%M}" == "29 11:00"
    assert (
        "closed Thu 25 May (Ascension Day), Fri 26 May (Bridge day), Sat 27 May – Sun 28 May"
        in words.counting(bridge)[0]
    )


def test_pauses_move_every_time_but_the_first_response() -> None:
    """An hour is paused on Tuesday, one at night, which is closed anyway; working days get the open hour after their end."""
    pauses = ((at("2028-05-02 10:00"), at("2028-05-02 11:00")), (at("2028-05-02 20:00"), at("2028-05-02 21:00")))
    made = document(
        msgspec.structs.replace(WHOLE, response=office(120)),
        escalation=Escalation(
            paths=(
                Path(
                    id="p",
                    priorities=("p1",),
                    steps=(
                        Step(id="half", percent=Percent("50"), base=Base.RESTORE),
                        Step(id="first", percent=Percent("150"), base=Base.RESPONSE),
                    ),
                ),
            )
        ),
    )
    found = asked(made, "2028-04-28 16:00", pauses=pauses)
    assert moments(found) == {
        "response": "2028-05-02 10:00",
        "workaround": "2028-05-02 13:00",
        "restore": "2028-05-02 17:00",
        "resolve": "2028-05-04 17:00",
    }
    assert {one.step.id: f"{one.at:%d %H:%M}" for one in found.calls} == {"half": "02 13:00", "first": "02 11:00"}
    assert [one.late for one in found.calls] == [True, False]
    restore = found.due(What.RESTORE)
    assert restore is not None
    assert "paused Tue 2 May 10:00–11:00" in words.counting(restore)[0]
    assert sum((one.length for one in restore.stretches if one.counts.value == "counted"), timedelta()) == timedelta(
        hours=8
    )


def test_a_report_after_the_cut_off_counts_as_of_the_next_working_day() -> None:
    early = msgspec.structs.replace(OFFICE, cut_off=ClockTime(960))
    made = msgspec.structs.replace(
        document(Target(id="t", priority="p1", resolve=office(1, Unit.WORKING_DAYS))), hours=Hours(calendars=(early,))
    )
    found = asked(made, "2027-06-10 16:30").dues[0]
    assert f"{found.at:%d %H:%M}" == "14 09:00"
    assert found.days == (datetime(2027, 6, 14).date(),)


def test_a_holiday_whose_date_is_an_estimate_is_told_so() -> None:
    made = document(Target(id="t", priority="p1", restore=office(480)))
    found = answer(
        made,
        Report(at("2027-05-11 16:00"), priority="p1"),
        lambda *_: {datetime(2027, 5, 12).date(): "Feast (estimated)"},
    )
    assert words.counting(found.dues[0]) == (
        "Counts Tue 11 May 16:00–17:00; closed Wed 12 May (Feast); counts Thu 13 May 09:00–16:00.",
        "The date of Feast is an estimate.",
    )


# rows of targets


def test_a_service_has_its_own_row_or_that_of_all() -> None:
    made = document(
        Target(id="all", priority="p1", restore=Duration(120)),
        Target(id="own", priority="p1", services=("a",), restore=Duration(60)),
        Target(id="change", priority="p1", work=Work.CHANGE, resolve=Duration(600)),
        Target(id="single", priority="p2", services=("a",), restore=Duration(240)),
        services=Services(items=(Service(id="a", name="Archive"), Service(id="b", name="Billing"))),
    )

    def row(**more: Any) -> str | None:
        found = asked(made, "2027-06-10 10:00", **more)
        return found.target.id if found.target else None

    assert (row(), row(service="a"), row(service="b")) == ("all", "own", "all")
    assert row(work=Work.CHANGE, service="a") == "change"
    assert asked(made, "2027-06-10 10:00", service="a").service == Service(id="a", name="Archive")
    lacking = asked(made, "2027-06-10 10:00", priority="p2")
    assert lacking.missing[0] == "For incidents of P2 times are promised only for single services; choose one."
    lacking = asked(made, "2027-06-10 10:00", priority="p2", service="b")
    assert lacking.missing[0] == "For incidents of P2 no times are promised for this service."
    lacking = asked(made, "2027-06-10 10:00", work=Work.REQUEST)
    assert lacking.missing[0] == "No times are promised for service requests of P1."
    assert not lacking.dues


def test_the_matrix_yields_the_priority() -> None:
    made = document(Target(id="t", priority="p2", restore=Duration(60)))
    found = asked(made, "2027-06-10 10:00", priority=None, impact="i", urgency="u")
    assert found.priority == P2
    assert moments(found) == {"restore": "2027-06-10 11:00"}
    for more, why in (
        ({"impact": "i", "urgency": "x"}, "The matrix yields no priority for this impact and urgency."),
        ({"impact": "i"}, "Impact and urgency are needed for a priority."),
    ):
        lacking = asked(made, "2027-06-10 10:00", priority=None, **more)
        assert (lacking.priority, lacking.dues, lacking.missing) == (None, (), (why,))
    assert asked(made, "2027-06-10 10:00", priority="gone").missing == ("The agreement has no such priority.",)
    assert asked(Agreement(), "2027-06-10 10:00").missing == ("The agreement has no priorities.",)


def test_what_is_not_promised_is_said() -> None:
    found = asked(document(Target(id="t", priority="p1", response=Duration(30))), "2027-06-10 10:00")
    assert found.missing == (
        "No workaround is promised.",
        "No time to restore is promised.",
        "No time to resolve is promised.",
        "No status updates are promised.",
        "No escalation is agreed for P1.",
    )


@pytest.mark.parametrize(
    ("calendar", "why"),
    [
        ("never", "“Never” has no open hours for so long."),
        ("lost", "“Lost” has no time zone."),
        ("gone", "The hours in which it is counted are not in the agreement."),
    ],
)
def test_hours_that_cannot_be_counted_in_are_said(calendar: str, why: str) -> None:
    made = document(
        Target(id="t", priority="p1", restore=Duration(60, calendar=calendar), update=Duration(60, calendar=calendar)),
        escalation=Escalation(
            paths=(Path(id="p", priorities=("p1",), steps=(Step(id="s", after=Duration(5, calendar=calendar)),)),)
        ),
    )
    found = asked(made, "2027-06-10 10:00")
    assert (found.dues[0].at, found.dues[0].trouble) == (None, why)
    assert (found.calls[0].at, found.calls[0].trouble) == (None, why)
    assert found.updates is not None
    assert (found.updates.at, found.updates.trouble) == ((), why)


def test_holidays_that_are_not_known_yet_are_said() -> None:
    made = document(Target(id="t", priority="p1", resolve=office(10, Unit.WORKING_DAYS)))
    assert (
        asked(made, "2028-12-20 10:00").missing[-1]
        == "The holidays of “Office hours” are known to the end of 2028 only."
    )
    assert not any("known" in one for one in asked(made, "2028-06-20 10:00").missing)


# the start of the clock


def channels(*found: Channel, rule: str = "The next opening counts.") -> Agreement:
    return document(
        Target(id="t", priority="p1", restore=Duration(60)), channels=Channels(items=found, outside_hours=rule)
    )


PHONE = Channel(id="phone", name="Phone", hours="office")
HOTLINE = Channel(id="hotline", name="Hotline", hours="always", priorities=("p1",))


def test_a_report_to_an_unstaffed_channel_waits_and_the_staffed_ones_are_named() -> None:
    found = asked(channels(PHONE, HOTLINE), "2028-04-29 10:00", channel="phone")
    assert moments(found) == {"restore": "2028-05-02 10:00"}
    assert found.start.at == at("2028-05-02 09:00")
    assert found.start.why == ("Phone is not staffed then (Office hours).",)
    assert found.start.rule == "The next opening counts."
    assert [one.id for one in found.start.staffed] == ["hotline"]
    assert not asked(channels(PHONE), "2028-05-02 10:00", channel="phone").start.why


def test_an_agreement_without_a_rule_for_unstaffed_channels_is_told_so() -> None:
    found = asked(channels(PHONE, rule=""), "2028-04-29 10:00", channel="phone")
    assert found.start.why[1].startswith("The agreement does not say when the clock then starts")


def test_a_channel_that_starts_no_clock_hands_on_to_its_fallback() -> None:
    chat = Channel(id="chat", name="Chat", hours="office", starts_clock=False, fallback="mail")
    mail = Channel(id="mail", name="E-mail", hours="office", priorities=("p2",), fallback="phone")
    found = asked(channels(chat, mail, PHONE), "2028-05-02 10:00", channel="chat")
    assert found.start.by == PHONE
    assert found.start.why == (
        "A report by Chat does not start the clock.",
        "The same report by E-mail is counted instead.",
        "E-mail does not accept P1.",
        "The same report by Phone is counted instead.",
    )
    assert moments(found) == {"restore": "2028-05-02 11:00"}


def test_a_circle_of_fallbacks_starts_no_clock() -> None:
    chat = Channel(id="chat", name="Chat", starts_clock=False, fallback="talk")
    talk = Channel(id="talk", name="Talk", services=("other",), fallback="chat")
    found = asked(channels(chat, talk, HOTLINE), "2028-05-02 10:00", channel="chat", service="one")
    assert found.start.at is None
    assert found.start.why[-1] == "Nothing starts the clock."
    assert "Talk is not for this service." in found.start.why
    assert (found.dues, found.calls) == ((), ())


def test_monitoring_starts_the_clock_at_any_hour() -> None:
    assert asked(channels(PHONE), "2028-04-29 03:00").start.at == at("2028-04-29 03:00")


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        answer(document(), Report(datetime(2027, 1, 1)))


# escalation


def test_steps_stand_on_their_own_clocks_on_both_sides() -> None:
    steps = (
        Step(id="late", percent=Percent("125"), base=Base.RESTORE, side=Side.CUSTOMER),
        Step(id="half", percent=Percent("50"), base=Base.RESTORE),
        Step(id="soon", after=Duration(45), side=Side.CUSTOMER),
        Step(id="nothing"),
        Step(id="lacking", percent=Percent("50"), base=Base.RESPONSE),
    )
    made = document(
        Target(id="t", priority="p1", restore=office(480)),
        escalation=Escalation(
            paths=(Path(id="p", priorities=("p1",), steps=steps), Path(id="q", priorities=("p2",), steps=steps))
        ),
    )
    found = asked(made, "2028-04-28 13:00").calls
    assert [(one.step.id, f"{one.at:%d %H:%M}" if one.at else None, one.late) for one in found] == [
        ("soon", "28 13:45", False),
        ("half", "02 09:00", False),
        ("late", "02 15:00", True),
        ("nothing", None, False),
        ("lacking", None, False),
    ]
    assert [one.trouble for one in found[3:]] == [
        "The agreement does not say when.",
        "The target that it is a share of is not promised.",
    ]


@given(
    percent=st.integers(1, 99),
    limit=st.integers(1, 4000),
    start=st.integers(0, 60 * 24 * 300),
)
def test_a_share_is_counted_back_from_the_end_and_never_closed(percent: int, limit: int, start: int) -> None:
    """The same instant as the clock's own backwards search, which starts from the deadline."""
    moment = at("2027-03-01") + timedelta(minutes=start)
    clock = Clocks(document(), moment, holidays).of("office")
    assert not isinstance(clock, str)
    found = clock.asked(lambda compiled: (compiled, share(compiled, office(limit), Decimal(percent), moment)))
    assert found is not None
    compiled, instant = found
    end = counting.deadline(compiled, moment, timedelta(minutes=limit))
    passed = timedelta(seconds=limit * 60 * percent // 100)
    assert instant == counting.backwards(compiled, end, timedelta(minutes=limit) - passed)
    assert counting.is_open(compiled, instant)


def test_the_sample_answers_for_every_service_priority_channel_and_kind_of_work() -> None:
    """Nothing is left without either an instant or a reason, and no time comes before the clock starts."""
    made = shipped.sample()
    count = 0
    for service in (None, *(one.id for one in made.services.items)):
        for priority in made.priorities.levels:
            for channel in (None, *(one.id for one in made.channels.items)):
                for work in Work:
                    found = answer(made, Report(at("2027-10-28 12:40"), work, service, priority.id, channel=channel))
                    assert found.start.at is not None
                    assert found.dues or found.missing
                    for due in found.dues:
                        assert due.at is not None
                        assert due.at > found.start.at
                        assert due.stretches[-1].end == due.at
                    assert all(one.at is not None or one.trouble for one in found.calls)
                    count += 1
    assert count == 6 * 4 * 6 * 3
