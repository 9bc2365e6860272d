"""Section 13, metrics and satisfaction: the metric sheet. What follows from targets and availability is not typed again."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.agreement.targets import Period
from slaeditor.model.quantities import Number
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Direction(enum.Enum):
    """Which result of a metric is the better one."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"


class Instrument(enum.Enum):
    """How satisfaction is asked."""

    CSAT = "CSAT"
    NPS = "NPS"
    CES = "CES"


class Metric(Row, frozen=True, kw_only=True):
    """A metric of its own, beside those that follow from sections 7 and 10."""

    code: Annotated[str, term("Metric no.", "The number in the metric sheet.")] = ""
    name: Annotated[str, term("Metric", "What it is called.", names=True, obligatory=True)] = ""
    definition: Annotated[str, term("Definition", "What is measured.", shape=Shape.LONG, obligatory=True)] = ""
    formula: Annotated[str, term("Formula", "How the result is computed.", obligatory=True)] = ""
    unit: Annotated[str, term("Unit", "Of the result.", suggestions=("%", "minutes", "hours", "count", "score"))] = ""
    direction: Annotated[Direction, term("Direction", "Which result is the better one.")] = Direction.HIGHER_IS_BETTER
    minimum: Annotated[Number | None, term("Minimum level", "Below it (or above it, if lower is better) credits arise.", better=Better.AS_METRIC)] = None
    target: Annotated[Number | None, term("Target level", "What is aimed at.", better=Better.AS_METRIC)] = None
    coverage_hours: Annotated[str | None, term("Coverage hours", "The hours to which the metric applies.", refers="calendars")] = None
    measurement_hours: Annotated[str | None, term("Measurement hours", "The hours in which it is measured.", refers="calendars")] = None
    measuring_point: Annotated[str, term("Measuring point", "Where it is measured.")] = ""
    period: Annotated[Period, term("Period", "Over which it is computed.")] = Period.CALENDAR_MONTH
    source: Annotated[str, term("Data source", "The record from which it is computed.", obligatory=True)] = ""
    measured_by: Annotated[str, term("Measured by", "Who measures.")] = ""
    reported_in: Annotated[str | None, term("Reported in", "The report that shows it.", refers="reports")] = None
    owner: Annotated[str, term("Owner", "Who answers for it.", obligatory=True)] = ""
    weight: Annotated[Number | None, term("Weight", "Share among all metrics, where results are joined.")] = None


class Satisfaction(Row, frozen=True, kw_only=True):
    """How the users' satisfaction is asked and what is promised of it."""

    name: Annotated[str, term("Survey", "What it is called.", names=True)] = ""
    instrument: Annotated[Instrument, term("Instrument", "CSAT, NPS or CES.")] = Instrument.CSAT
    scale_low: Annotated[int | None, term("Scale from", "The worst answer.")] = None
    scale_high: Annotated[int | None, term("Scale to", "The best answer.")] = None
    target: Annotated[Number | None, term("Target", "The average that is promised.", better=Better.HIGHER)] = None
    sampling: Annotated[str, term("Asked", "When and whom the survey asks.")] = ""
    minimum_responses: Annotated[int | None, term("Minimum answers", "With fewer answers in a period the result does not count.", better=Better.LOWER)] = None
    period: Annotated[Period, term("Period", "Over which it is computed.")] = Period.QUARTER
    below: Annotated[str, term("Below the target", "What the provider does then.", shape=Shape.LONG)] = ""
    owner: Annotated[str, term("Owner", "Who answers for it.")] = ""
    source: Annotated[str, term("Data source", "The record from which it is computed.")] = ""


class Metrics(Section, frozen=True, kw_only=True):
    """Section 13."""

    items: Annotated[tuple[Metric, ...], rows("Further metrics", "metric", "Metrics beside those that follow from targets and availability.", added=Better.HIGHER)] = ()
    satisfaction: Annotated[tuple[Satisfaction, ...], rows("Satisfaction", "survey", "How satisfied the users are.", added=Better.HIGHER)] = ()
    time_source: Annotated[str, term("Source of time metrics", "The record from which response and resolution are computed.", "Response, restore and resolution are computed from {}.")] = ""
    availability_source: Annotated[str, term("Source of availability", "The record from which availability is computed.", "Availability is computed from {}.")] = ""
    owner: Annotated[str, term("Owner", "Who answers for the metrics that follow from targets and availability.", "{} answers for the metrics that follow from the targets and from availability.")] = ""
    reported_in: Annotated[str | None, term("Reported in", "The report that shows them.", "They are shown in the report “{}”.", refers="reports")] = None
