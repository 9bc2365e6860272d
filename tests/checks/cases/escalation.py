"""ESC."""

from __future__ import annotations

from slaeditor.model.agreement.escalation import Base, EscalationKind, Path, Step
from slaeditor.model.agreement.parties import Side
from slaeditor.model.quantities import Duration, Percent, Unit
from tests.checks.case import Case, Change, adding, both, removing, sample, setting, unchanged

_P1 = "escalation.paths[path-p1]"
_P2 = "escalation.paths[path-p2]"
_DIRECTOR = f"{_P1}.steps[director]"


def _days(number: int) -> Duration:
    return Duration(number, Unit.WORKING_DAYS, "working-hours")


def _office(minutes: int) -> Duration:
    return Duration(minutes, calendar="working-hours")


def _lonely(kind: EscalationKind) -> Change:
    return both(
        setting(f"{_P1}.kind", kind),
        removing(f"{_P1}.steps[head-of-it]"),
        removing(f"{_P1}.steps[chief-information-officer]"),
    )


_REPEATED = setting(f"{_P1}.steps[service-manager].contact", "team-leader")

CASES = [
    Case(
        "ESC-01",
        setting(f"{_DIRECTOR}.after", Duration(60)),
        setting(f"{_DIRECTOR}.after", Duration(59)),
        f"{_DIRECTOR}.after",
        says="Priority 1: Director is called in after 1 hour (elapsed time), when “Restore” of Patient record",
    ),
    Case(
        "ESC-01",
        setting(f"{_P2}.steps[director].percent", Percent("100")),
        setting(f"{_P2}.steps[director].percent", Percent("99.5")),
        f"{_P2}.steps[director].percent",
        says="at 100% of “Restore”",
    ),
    Case(
        "ESC-01",
        setting(f"{_DIRECTOR}.after", _days(1)),
        both(setting(f"{_DIRECTOR}.after", _days(1)), setting(f"{_DIRECTOR}.after_breach", True)),
        f"{_DIRECTOR}.after",
        base=lambda: setting("targets.items[critical-p1].restore", Duration(50))(sample()),
        witness="A report of ",
    ),
    Case(
        "ESC-01",
        setting(f"{_P2}.steps[director].base", Base.RESOLVE),
        both(
            setting(f"{_P2}.steps[director].base", Base.RESOLVE),
            setting(f"{_P2}.steps[director].percent", Percent("50")),
        ),
        f"{_P2}.steps[director].percent",
        base=lambda: setting(f"{_P2}.steps[director].percent", Percent("100"))(sample()),
    ),
    Case(
        "ESC-02",
        setting(f"{_P1}.steps[service-manager].after", Duration(30)),
        setting(f"{_P1}.steps[service-manager].after", Duration(31)),
        f"{_P1}.steps[service-manager].after",
        says="Service manager, called in after 30 minutes (elapsed time), does not come later than Team leader",
    ),
    Case(
        "ESC-02",
        setting(f"{_P2}.steps[service-manager].percent", Percent("25")),
        setting(f"{_P2}.steps[service-manager].percent", Percent("25.5")),
        f"{_P2}.steps[service-manager].percent",
    ),
    Case(
        "ESC-02",
        setting("escalation.paths[path-p4].steps[head-of-it].side", Side.PROVIDER),
        unchanged,
        "escalation.paths[path-p4].steps[head-of-it].after",
        witness="A report of ",
        base=lambda: setting("escalation.paths[path-p4].steps[head-of-it].after", Duration(96 * 60))(sample()),
    ),
    Case(
        "ESC-02",
        setting(f"{_P1}.steps[service-manager].role", "Team Leader"),
        setting(f"{_P1}.steps[service-manager].role", "Leader of the team leaders"),
        f"{_P1}.steps[service-manager].role",
        says="has the same role as",
    ),
    Case(
        "ESC-03",
        setting(f"{_P1}.steps[team-leader].after", Duration(29)),
        setting(f"{_P1}.steps[team-leader].after", Duration(30)),
        f"{_P1}.steps[team-leader].after",
        says="before “First response” of P1 · incident is due (30 minutes (elapsed time))",
    ),
    Case(
        "ESC-03",
        setting(f"{_P2}.steps[team-leader].percent", Percent("12")),
        both(
            setting(f"{_P2}.steps[team-leader].percent", Percent("12")),
            setting(f"{_P2}.steps[team-leader].base", Base.RESPONSE),
        ),
        f"{_P2}.steps[team-leader].percent",
    ),
    Case(
        "ESC-03",
        setting("targets.items[p1].response", _office(15)),
        setting("targets.items[p1].response", Duration(15)),
        f"{_P1}.steps[team-leader].after",
        witness="A report of ",
    ),
    Case(
        "ESC-04",
        setting("escalation.paths", ()),
        unchanged,
        "escalation.paths",
        says="“Escalation paths” is empty",
    ),
    Case(
        "ESC-04",
        setting(f"{_P2}.priorities", ("p1",)),
        setting(f"{_P2}.priorities", ("p1", "p2")),
        "escalation.paths",
        says="These have no escalation path: P2.",
    ),
    Case("ESC-04", setting(f"{_P2}.steps", ()), unchanged, "escalation.paths", says="P2"),
    Case(
        "ESC-04",
        setting(f"{_P2}.services", ("imaging",)),
        both(
            setting(f"{_P2}.services", ("imaging",)),
            adding("escalation.paths", Path(id="rest", priorities=("p2",), steps=(Step(id="one", role="All"),))),
        ),
        f"{_P2}.services",
        says="P2 of Patient record and medication module, Laboratory system, Patient portal, Billing and reporting has no",
    ),
    Case("ESC-04", setting(f"{_DIRECTOR}.role", " "), unchanged, f"{_DIRECTOR}", says="has no role"),
    Case(
        "ESC-04",
        setting(f"{_DIRECTOR}.contact", None),
        setting(f"{_DIRECTOR}.contact", "provider-contracts"),
        f"{_DIRECTOR}",
        says="Director has nobody named to call",
    ),
    Case(
        "ESC-04",
        both(setting("parties.contacts[director].email", ""), setting("parties.contacts[director].phone", "")),
        setting("parties.contacts[director].email", ""),
        "parties.contacts[director]",
        says="neither phone nor e-mail",
    ),
    Case(
        "ESC-05",
        _REPEATED,
        unchanged,
        f"{_P1}.steps[service-manager].contact",
        says="Team leader on duty is called in twice",
    ),
    Case(
        "ESC-05",
        setting("parties.contacts[director].email", "Ekip@Karya.example"),
        setting("parties.contacts[provider-contracts].email", "ekip@karya.example"),
        f"{_DIRECTOR}.contact",
    ),
    Case(
        "ESC-06",
        setting("parties.contacts[director].hours", "working-hours"),
        setting("parties.contacts[director].hours", "around-the-clock"),
        "parties.contacts[director].hours",
        says="Director on duty is called in for P1, P2 at any hour, but can be reached only in Working hours",
        witness="Not from Mon 4 Jan 2027 18:00 (Europe/Istanbul) to Tue 5 Jan 2027 08:00",
    ),
    Case(
        "ESC-06",
        setting("parties.contacts[team-leader].hours", "working-hours"),
        both(
            setting("parties.contacts[team-leader].hours", "working-hours"),
            *(removing(f"escalation.paths[path-{one}].steps[team-leader]") for one in ("p1", "p2")),
        ),
        "parties.contacts[team-leader].hours",
    ),
    Case("ESC-07", _lonely(EscalationKind.HIERARCHICAL), _lonely(EscalationKind.FUNCTIONAL), f"{_P1}.steps"),
    Case(
        "ESC-07",
        _lonely(EscalationKind.HIERARCHICAL),
        both(_lonely(EscalationKind.HIERARCHICAL), setting(f"{_P2}.priorities", ("p1", "p2"))),
        f"{_P1}.steps",
    ),
    Case(
        "ESC-08",
        setting(f"{_P2}.steps[director].base", None),
        setting(f"{_P2}.steps[director].base", Base.RESOLVE),
        f"{_P2}.steps[director].base",
        says="nothing says of which target the 90% are",
    ),
    Case(
        "ESC-08",
        setting(f"{_P2}.steps[director].percent", None),
        both(setting(f"{_P2}.steps[director].percent", None), setting(f"{_P2}.steps[director].after", _office(400))),
        f"{_P2}.steps[director].after",
        says="neither a time nor a percent",
    ),
    Case(
        "ESC-08",
        setting(f"{_P2}.steps[director].after", _office(400)),
        unchanged,
        f"{_P2}.steps[director].percent",
        says="both a time and a percent",
    ),
    Case(
        "ESC-08",
        both(setting("targets.items[p2].restore", None), setting("targets.items[critical-p2].restore", None)),
        setting("targets.items[p2].restore", None),
        f"{_P2}.steps[director].base",
        says="no target of the path has a time for “Restore”",
    ),
]
