"""A small agreement with credits of every sort, and strategies for agreements and months of results like it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Availability, AvailabilityPromise
from slaeditor.model.agreement.priorities import Priorities, Priority
from slaeditor.model.agreement.remedies import (
    Basis,
    CreditSchedule,
    Cumulation,
    OccurrenceCredit,
    Remedies,
    Reward,
    Threshold,
)
from slaeditor.model.agreement.services import Service, Services
from slaeditor.model.agreement.targets import Target, Targets
from slaeditor.model.arithmetic.results import Happened, Measured, Result
from slaeditor.model.quantities import Duration, Money, Number, Percent

MAIL, ERP, P1 = "availability:p:mail", "availability:p:erp", "restore:p1"
METRICS = (MAIL, ERP, P1)


def euros(amount: str | Decimal) -> Money:
    return Money(Decimal(amount), "EUR")


def ladder(*pairs: tuple[str, str]) -> tuple[Threshold, ...]:
    return tuple(
        Threshold(id=f"t{n}", below=Number(below), credit=Percent(credit)) for n, (below, credit) in enumerate(pairs)
    )


LADDER = ladder(("99.9", "5"), ("99.5", "10"), ("99", "20"))
LATE = ladder(("95", "1"), ("90", "3"))


def agreement(**remedies: Any) -> Agreement:
    """Mail for 1,000 and ERP for 3,000 a month, credits of 5, 10 and 20 % of the service's fee, 1 and 3 % of all for late restores."""
    given: dict[str, Any] = {
        "schedules": (
            CreditSchedule(id="mail", metrics=(MAIL,), thresholds=LADDER),
            CreditSchedule(id="erp", metrics=(ERP,), thresholds=LADDER),
            CreditSchedule(id="late", metrics=(P1,), basis=Basis.WHOLE_FEE, thresholds=LATE),
        )
    }
    return msgspec.structs.replace(
        Agreement(),
        services=Services(
            items=(
                Service(id="mail", name="E-mail", monthly_fee=euros("1000")),
                Service(id="erp", name="ERP", monthly_fee=euros("3000")),
            )
        ),
        priorities=Priorities(levels=(Priority(id="p1", code="P1"),)),
        targets=Targets(
            items=(Target(id="p1", priority="p1", restore=Duration(240), compliance=Percent("95")),),
        ),
        availability=Availability(
            promises=(AvailabilityPromise(id="p", services=("mail", "erp"), percent=Percent("99.9")),), digits=3
        ),
        remedies=Remedies(**given | remedies),
    )


def month(mail: str = "100", erp: str = "100", late: str = "100", event: str = "", events: int = 0) -> Measured:
    """Results of the three metrics; ``event`` is the one that caused all misses."""
    values = zip(METRICS, (mail, erp, late), strict=True)
    return Measured(
        tuple(Result(metric, Number(value), event) for metric, value in values),
        (Happened("event", events),) if events else (),
    )


_percents = st.decimals(0, 100, places=1).map(Percent)
_amounts = st.decimals(0, 100_000, places=2).map(euros)
_values = st.one_of(st.decimals(94, 100, places=3), st.decimals(0, 100, places=3)).map(Number)


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Threshold, ...]:
    """Worse results never earn less."""
    levels = sorted(draw(st.sets(st.decimals(50, 100, places=2), max_size=4)), reverse=True)
    credits = sorted(draw(st.lists(st.decimals(0, 100, places=1), min_size=len(levels), max_size=len(levels))))
    return tuple(
        Threshold(id=f"t{n}", below=Number(level), credit=Percent(credit))
        for n, (level, credit) in enumerate(zip(levels, credits, strict=True))
    )


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """Any fees, ladders, shares, caps and minimum."""
    schedules = tuple(
        CreditSchedule(
            id=metric,
            metrics=(metric,),
            basis=draw(st.sampled_from(Basis)),
            thresholds=draw(ladders()),
            weight=draw(st.none() | _percents),
        )
        for metric in METRICS
    )
    found = agreement(
        schedules=schedules,
        occurrences=(OccurrenceCredit(id="event", name="Event", amount=draw(_amounts), most=draw(st.none() | st.integers(0, 9))),),
        cumulation=draw(st.sampled_from(Cumulation)),
        monthly_cap=draw(st.none() | _percents),
        yearly_cap=draw(st.none() | _percents),
        minimum=draw(st.none() | _amounts),
        rewards=(
            Reward(
                id="good", name="Good", metrics=(MAIL,), at_least=Number("99.5"), months=draw(st.none() | st.integers(1, 3)),
                earn_back=draw(_percents), limit=draw(st.none() | _percents),
            ),
        ),
    )  # fmt: skip
    fees = [draw(_amounts), draw(_amounts)]
    items = tuple(
        msgspec.structs.replace(service, monthly_fee=fee)
        for service, fee in zip(found.services.items, fees, strict=True)
    )
    return msgspec.structs.replace(found, services=Services(items=items))


@st.composite
def measured(draw: st.DrawFn) -> Measured:
    """Any results of some of the metrics, with or without common events."""
    results = tuple(
        Result(metric, draw(_values), draw(st.sampled_from(("", "a", "b"))))
        for metric in METRICS
        if draw(st.booleans())
    )
    return Measured(results, (Happened("event", draw(st.integers(0, 12))),))
