"""SVC."""

from __future__ import annotations

from slaeditor.model.agreement.exclusions import Exclusion, ExclusionKind
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.services import Service, WorkloadLimit
from slaeditor.model.quantities import Duration, Percent
from tests.checks.case import Case, adding, both, removing, sample, setting, unchanged

_NEW = adding("services.items", Service(id="archive", name="Archive"))
_METRIC = "metrics.items[backlog]"


def _metric(reported_in: str | None) -> Metric:
    return Metric(id="backlog", name="Backlog", reported_in=reported_in)


_GENERAL = [one.id for one in sample().targets.items if not one.services]
_REPORT = sample().review.reports[0].id

CASES = [
    Case(
        "SVC-01",
        both(*(removing(f"targets.items[{one}]") for one in _GENERAL), _NEW),
        _NEW,
        "services.items[archive]",
        says="nothing is promised",
    ),
    Case(
        "SVC-01",
        both(_NEW, setting("services.items[archive].criticality", 2)),
        both(_NEW, setting("services.items[archive].criticality", 3)),
        "services.items[archive]",
        says="no availability",
    ),
    Case(
        "SVC-01",
        both(
            *(removing(f"targets.items[{one}]") for one in _GENERAL),
            setting("services.items[portal].criticality", 1),
        ),
        setting("services.items[portal].criticality", 1),
        "services.items[portal]",
        says="no times",
    ),
    Case(
        "SVC-02",
        setting("targets.items[critical-p1].services", ("patient-record", "laboratori")),
        setting("targets.items[critical-p1].services", ("patient-record",)),
        "targets.items[critical-p1].services",
        says="laboratori",
    ),
    Case(
        "SVC-02",
        removing("availability.promises[av-portal]"),
        unchanged,
        "remedies.schedules[credit-portal].metrics",
        says="metric",
    ),
    Case(
        "SVC-03",
        adding("metrics.items", _metric(None)),
        adding("metrics.items", _metric(_REPORT)),
        _METRIC,
    ),
    Case(
        "SVC-04",
        setting("services.items[portal].name", "Laboratory  System"),
        setting("services.items[portal].name", "Laboratory system of the portal"),
        "services.items[portal].name",
    ),
    Case(
        "SVC-05",
        setting("targets.items[critical-p1].restore", Duration(180)),
        setting("targets.items[critical-p1].restore", Duration(120)),
        "targets.items[critical-p1].restore",
        witness="3 hours (elapsed time) against 2 hours (elapsed time)",
    ),
    Case(
        "SVC-05",
        setting("availability.promises[av-patient-record].percent", Percent("99.8")),
        setting("availability.promises[av-patient-record].percent", Percent("99.9")),
        "availability.promises[av-patient-record].percent",
        witness="99.8% against 99.9%",
    ),
    Case(
        "SVC-06",
        setting("services.items[patient-record].components[database].availability", Percent("99.9")),
        setting("services.items[patient-record].components[database].availability", Percent("99.98")),
        "availability.promises[av-patient-record].percent",
        witness="99.99% × Database cluster 99.9%",
        says="99.88%",
    ),
    Case(
        "SVC-06",
        unchanged,
        adding("exclusions.items", Exclusion(id="x", kind=ExclusionKind.THIRD_PARTY, text="x", services=("imaging",))),
        "availability.promises[av-imaging].percent",
        witness="Image storage 99.9%",
    ),
    Case(
        "SVC-07",
        setting("services.items[laboratory].components[database].restore", Duration(61)),
        setting("services.items[laboratory].components[database].restore", Duration(60)),
        "services.items[laboratory].components[database].restore",
        witness="Database cluster not before Fri 1 Jan 2027 01:01",
    ),
    Case(
        "SVC-07",
        setting("services.items[laboratory].components[database].response", Duration(10, calendar="working-hours")),
        both(
            setting("services.items[laboratory].components[database].response", Duration(10, calendar="working-hours")),
            setting("services.items[laboratory].components[database].serial", False),
        ),
        "services.items[laboratory].components[database].response",
        witness="A report of",
    ),
    Case(
        "SVC-07",
        unchanged,
        setting("services.items[imaging].components[image-storage].restore", Duration(120)),
        "services.items[imaging].components[image-storage].restore",
        says="4 hours (elapsed time)",
    ),
    Case(
        "SVC-08",
        setting("targets.items[p1].restore", Duration(121)),
        setting("targets.items[p1].restore", Duration(120)),
        "targets.items[p1].restore",
        witness="bearable until due Fri 1 Jan 2027 02:00",
    ),
    Case(
        "SVC-08",
        setting("targets.items[critical-p1].restore", Duration(60, calendar="working-hours")),
        setting("targets.items[critical-p1].restore", Duration(60, calendar="around-the-clock")),
        "targets.items[critical-p1].restore",
        witness="2027",
    ),
    Case(
        "SVC-09",
        setting("services.items[portal].workload", ()),
        setting("services.items[portal].workload", (WorkloadLimit(id="u", metric="Users", limit=1),)),
        "services.items[portal].workload",
    ),
    *(
        Case("SVC-10", setting(place, " "), setting(place, "x"), place)
        for place in ("services.items[portal].outcome", "services.items[portal].unavailable_when")
    ),
]
