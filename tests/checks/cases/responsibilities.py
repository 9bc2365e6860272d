"""LEG: responsibilities and legal terms."""

from collections.abc import Callable
from typing import Any

from slaeditor.model.agreement.exclusions import Exclusion, ExclusionKind
from slaeditor.model.agreement.parties import Side
from tests.checks.case import Case, FileCase, adding, both, removing, sample, setting, unchanged

DUTIES = "responsibilities.duties"
CLAUSE = "legal.clauses[customer-duties].text"
IMAGE_STORAGE = "services.items[imaging].components[image-storage]"


def excluding(text: str, kind: ExclusionKind = ExclusionKind.THIRD_PARTY, *services: str) -> Exclusion:
    return Exclusion(id="others", name="Others", kind=kind, text=text, services=services)


CASES = [
    Case(
        "LEG-01",
        setting(DUTIES, ()),
        unchanged,
        at="targets.pauses[customer-answer]",
        witness="only the Customer can give",
        says="The clock stops for an act of the Customer",
    ),
    Case(
        "LEG-01",
        setting(DUTIES, ()),
        both(setting(DUTIES, ()), setting("targets.pauses[agreed-date].reason", "a strike goes on")),
        at="targets.pauses[agreed-date]",
    ),
    Case(  # a duty of its own excuses nobody
        "LEG-01",
        setting(f"{DUTIES}[give-access].accountable", Side.PROVIDER),
        setting(f"{DUTIES}[give-access].accountable", Side.CUSTOMER),
        at=f"{DUTIES}[give-access].accountable",
        witness="P1",
        says="Give the access",
    ),
    Case(
        "LEG-02",
        setting(f"{DUTIES}[monitor].accountable", None),
        setting(f"{DUTIES}[monitor].accountable", Side.CUSTOMER),
        at=f"{DUTIES}[monitor].accountable",
        says="“Monitor the Services and record Incidents”",
    ),
    Case(
        "LEG-03",
        adding("exclusions.items", excluding("A failure of a third party.")),
        adding("exclusions.items", excluding("A failure of a third party that is not a component of the Service.")),
        at="exclusions.items[others]",
        witness="Image storage: Storage supplier",
        says="Imaging archive",
    ),
    Case(
        "LEG-03",
        adding("exclusions.items", excluding("Any failure of a supplier", ExclusionKind.INTERNET)),
        adding("exclusions.items", excluding("The failure of a line", ExclusionKind.INTERNET)),
        at="exclusions.items[others]",
    ),
    Case(  # nobody else provides the service
        "LEG-03",
        adding("exclusions.items", excluding("A failure of a third party.")),
        both(
            adding("exclusions.items", excluding("A failure of a third party.")),
            setting(f"{IMAGE_STORAGE}.internal", True),
        ),
        at="exclusions.items[others]",
    ),
    Case(
        "LEG-03",
        adding("exclusions.items", excluding("A failure of a third party.", ExclusionKind.THIRD_PARTY, "imaging")),
        adding("exclusions.items", excluding("A failure of a third party.", ExclusionKind.THIRD_PARTY, "billing")),
        at="exclusions.items[others]",
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "If the Customer has failed to report, the month counts as missed."),
        setting(CLAUSE, "If the Customer has failed to report an Incident, the time does not run."),
        at=CLAUSE,
        witness="the Customer has failed to report",
        says="gives a duty to the Customer; by “Reporting and review › Reports” it is that of the Provider.",
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Customer shall back up the Customer Data every night."),
        setting(CLAUSE, "The Provider shall back up the Customer Data every night."),
        at=CLAUSE,
        says="Back up Customer Data",
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Provider shall give access to the rooms, systems and persons concerned."),
        setting(CLAUSE, "The Provider shall give access to its records."),
        at=CLAUSE,
        says="it is that of the Customer",
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Customer shall announce planned maintenance."),
        setting(CLAUSE, "The Customer shall announce planned maintenance of its own networks."),
        at=CLAUSE,
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Customer shall report the Service Levels."),
        setting(CLAUSE, "The Customer shall report a service that is down."),
        at=CLAUSE,
        says="Reporting and review › Reports",
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Customer shall measure the availability of the Services."),
        both(
            setting(CLAUSE, "The Customer shall measure the availability of the Services."),
            setting("availability.measured_by", "the Customer"),
        ),
        at=CLAUSE,
    ),
    Case(
        "LEG-04",
        setting(CLAUSE, "The Customer shall deliver the service level report."),
        setting(CLAUSE, "The Customer shall examine the service level report."),
        at=CLAUSE,
    ),
    Case(
        "LEG-05",
        setting("remedies.liability", ""),
        both(
            setting("remedies.liability", ""),
            setting("legal.clauses[liability].text", "Service Credits count towards this limit."),
        ),
        at="remedies.liability",
        base=lambda: setting("legal.clauses[liability].text", "Liability is limited to a yearly fee.")(sample()),
    ),
    Case(
        "LEG-06",
        both(removing("legal.clauses[force-majeure]"), removing("legal.definitions[force-majeure-event]")),
        removing("legal.clauses[force-majeure]"),
        at="exclusions.items[force-majeure].text",
        says="Exclusions › Force majeure",
    ),
    Case(  # an exclusion can name the events itself
        "LEG-06",
        both(removing("legal.clauses[force-majeure]"), removing("legal.definitions[force-majeure-event]")),
        both(
            removing("legal.clauses[force-majeure]"),
            removing("legal.definitions[force-majeure-event]"),
            setting("exclusions.items[force-majeure].text", "Earthquake, flood, war or an order of an authority."),
        ),
        at="exclusions.items[force-majeure].text",
    ),
    Case(
        "LEG-07",
        removing("legal.clauses[exit]"),
        unchanged,
        at="legal.clauses",
        says="Patient record and medication module processes personal data, and no clause is about exit.",
    ),
    Case(
        "LEG-07",
        setting("legal.clauses", ()),
        both(
            setting("legal.clauses", ()),
            *(
                setting(f"services.items[{service}].personal_data", False)
                for service in ("patient-record", "laboratory", "imaging", "portal", "billing")
            ),
        ),
        at="legal.clauses",
        says="data protection, security and exit",
    ),
]


def accountable(value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["responsibilities"]["duties"][0]["accountable"] = value

    return change


FILE_CASES = [FileCase("LEG-02", accountable(["provider", "customer"]), accountable("provider"), "State the facts")]
