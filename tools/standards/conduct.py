"""Money, reports, duties, legal text and sign-off: the parts of a standard that say what follows and who answers for what."""

from __future__ import annotations

from slaeditor.model.agreement.legal import Legal
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import (
    Basis,
    ChronicFailure,
    CreditSchedule,
    Cumulation,
    Remedies,
    Threshold,
)
from slaeditor.model.agreement.responsibilities import Duty, Responsibilities
from slaeditor.model.agreement.review import Frequency, Meeting, Report, Review
from slaeditor.model.agreement.signoff import Approver, Condition, SignOff
from slaeditor.model.quantities import Duration, Number, Percent
from tools.standards import library
from tools.standards.figures import elapsed, working
from tools.standards.industry import Industry

DELIVERY = "Head of Service Delivery"
DIRECTOR = "Director of Services"
FINANCE = "Finance Director"
LEGAL = "Legal Counsel"


def _thresholds(pairs: tuple[tuple[str, str], ...]) -> tuple[Threshold, ...]:
    return tuple(Threshold(id=f"below-{below}", below=Number(below), credit=Percent(credit)) for below, credit in pairs)


def remedies(industry: Industry) -> Remedies:
    """Section 14."""
    credits = industry.credits
    availability = tuple(
        CreditSchedule(
            id=f"credit-{offer.service.id}",
            name=f"Availability of {offer.service.name}",
            metrics=(f"availability:av-{offer.service.id}:{offer.service.id}",),
            basis=Basis.SERVICE_FEE,
            thresholds=_thresholds(offer.thresholds),
        )
        for offer in industry.offers
        if offer.thresholds
    )
    late = tuple(
        CreditSchedule(
            id=f"credit-restore-{target}",
            name=f"Incidents restored in time: {_target_name(industry, target)}",
            metrics=(f"restore:{target}",),
            basis=Basis.WHOLE_FEE,
            thresholds=_thresholds(pairs),
        )
        for target, pairs in credits.late.items()
    )
    return Remedies(
        schedules=(*availability, *late),
        occurrences=credits.occurrences,
        fee_month="of the month in which the Service Level was missed",
        cumulation=Cumulation.HIGHEST_ONLY,
        monthly_cap=Percent(credits.monthly_cap),
        yearly_cap=Percent(credits.yearly_cap),
        rewards=credits.rewards,
        claim=credits.claim,
        claim_days=credits.claim_days,
        claim_from=credits.claim_from,
        evidence="the service level report and the records on which it rests",
        nature=credits.nature,
        liability=(
            "Service Credits count towards the limit of liability and are deducted from damages that are due for the same "
            "event. The caps on Service Credits do not limit damages."
        ),
        rounding="to the smallest unit of the currency, halves away from zero, once for each Service Credit",
        action_plan=credits.action_plan,
        chronic=(*_repeated(industry), *credits.chronic),
    )


def _repeated(industry: Industry) -> tuple[ChronicFailure, ...]:
    """Three missed months of six, for each service with a promise of its own, so that misses of different services are not added."""
    return tuple(
        ChronicFailure(
            id=f"repeated-{offer.service.id}",
            name=f"{offer.service.name} missed repeatedly",
            metrics=(f"availability:av-{offer.service.id}:{offer.service.id}",),
            missed=3,
            of=6,
            right=industry.credits.repeated,
            within_days=industry.credits.rights_days,
        )
        for offer in industry.offers
        if offer.percent
    )


def _target_name(industry: Industry, identifier: str) -> str:
    target = next(target for target in industry.targets if target.id == identifier)
    words = {"p1": "Priority 1", "p2": "Priority 2"}[target.priority or ""]
    names = {offer.service.id: offer.service.name for offer in industry.offers}
    return f"{words}, {' and '.join(names[service] for service in target.services)}" if target.services else words


def review(industry: Industry) -> Review:
    """Section 15."""
    conduct = industry.conduct
    return Review(
        reports=(
            Report(
                id="service-level-report",
                name="Service level report",
                content=(
                    "Result of every Service Level, Downtime and Excluded Time with their causes, late cases, open problems, "
                    "workload against its limits, Service Credits with their calculation, complaints, planned maintenance"
                ),
                frequency=Frequency.MONTHLY,
                due=working("5 wd"),
                recipient="The Customer’s head of IT",
                format="PDF and Excel",
            ),
            Report(
                id="continuity-report",
                name="Continuity report",
                content="Backups, restore tests with the times reached, changes of the continuity plan, open risks",
                frequency=Frequency.HALF_YEARLY,
                due=working("15 wd"),
                recipient="The Customer’s head of IT",
                format="PDF",
            ),
            *conduct.reports,
        ),
        meetings=(
            Meeting(
                id="operations-meeting",
                name="Operations meeting",
                frequency=Frequency.MONTHLY,
                attendees=("the Provider’s service manager", "the Customer’s head of IT"),
                agenda=("the last service level report", "open Incidents and their causes", "planned maintenance and changes"),
            ),
            Meeting(
                id="service-review",
                name="Service review",
                frequency=Frequency.QUARTERLY,
                attendees=(
                    "the Provider’s director", "the Provider’s service manager", "the Customer’s chief information officer",
                    "the Customer’s head of IT",
                ),
                agenda=(
                    "Service Levels of the quarter and their trend", "satisfaction and complaints", "corrective-action plans",
                    "workload and expected changes of need", "improvement plan",
                ),
            ),
            *conduct.meetings,
        ),
        interval_months=conduct.interval_months,
        change_procedure=(
            "A party that wishes a change states in writing what is to change, why and from when. The Provider adds the effect on "
            "the Services, the Service Levels, the fees and the dates. The parties decide in the next service review, or "
            "earlier if they agree, and record an accepted change as a revision of this Agreement."
        ),
        change_notice_days=conduct.change_notice_days,
        improvement_plan=(
            "The Provider maintains an improvement plan that names for each measure its aim, its owner, its date and its measured "
            "effect. The plan is reviewed in each service review. Service Levels that were missed more than once since the last "
            "service review, causes of repeated Incidents and the lowest results of the satisfaction survey enter it."
        ),
    )  # fmt: skip


def _duty(
    identifier: str, name: str, accountable: Side, responsible: str, deadline: Duration | None = None, *,
    consulted: str = "", informed: str = "", targets: tuple[str, ...] = (),
) -> Duty:  # fmt: skip
    return Duty(
        id=identifier, name=name, accountable=accountable, responsible=responsible, consulted=consulted, informed=informed,
        deadline=deadline, targets=targets,
    )  # fmt: skip


PROVIDER, CUSTOMER = Side.PROVIDER, Side.CUSTOMER


def responsibilities(industry: Industry) -> Responsibilities:
    """Section 16."""
    incidents = tuple(target.id for target in industry.targets)
    times = ("request-p3", "request-p4")
    changes = ("change-p3", "change-p4")
    desk, head = "the Customer’s IT duty desk", "the Customer’s head of IT"
    manager, contracts = "the Provider’s service manager", "the Provider’s contract office"
    duty = _duty
    return Responsibilities(
        duties=(
            duty("report-facts", "State the facts that decide Impact and Urgency when reporting an Incident", CUSTOMER,
                 "the person who reports", informed="the Provider’s service desk"),
            duty("give-access", "Give the access to rooms, systems and persons that work on an Incident needs", CUSTOMER,
                 desk, elapsed("30 min"), informed="the Provider’s service desk", targets=incidents),
            duty("approve-requests", "Approve Service Requests that need the Customer’s consent", CUSTOMER, head,
                 working("1 wd"), informed="the person who made the request", targets=times),
            duty("approve-changes", "Decide on changes that are put before the Customer", CUSTOMER, head, working("3 wd"),
                 consulted="the users concerned", informed="the Provider’s service desk", targets=changes),
            duty("name-contacts", "Keep the list of contacts and authorised persons up to date", CUSTOMER, head,
                 working("2 wd"), informed="the Provider’s service desk"),
            duty("own-equipment", "Maintain the equipment, power and networks of its own sites", CUSTOMER, desk,
                 informed="the Provider’s service desk"),
            duty("announce-workload", "Announce a workload that is expected to exceed a limit", CUSTOMER, head,
                 working("10 wd"), consulted=manager),
            duty("monitor", "Monitor the Services and record Incidents", PROVIDER, "the Provider’s service desk",
                 informed=desk),
            duty("inform-users", "Inform the users of outages, their progress and their end", CUSTOMER, desk,
                 consulted="the Provider’s service desk"),
            duty("back-up", "Back up Customer Data and test their restoration", PROVIDER, "the Provider’s operations team",
                 informed=head),
            duty("report-levels", "Measure the Service Levels and give the service level report", PROVIDER, manager,
                 working("5 wd"), informed=head),
            duty("contest-report", "State reasons when a record or a report is contested", CUSTOMER, head, working("20 wd"),
                 informed=manager),
            duty("critical-updates", "Install security updates that their manufacturer rates as critical", PROVIDER,
                 "the Provider’s operations team", working("5 wd"), consulted=desk, informed=head),
            duty("security-notice", "Tell the Customer of a security event", PROVIDER, "the Provider’s security officer",
                 elapsed("24 h"), informed="the Customer’s emergency contact"),
            duty("breach-notice", "Tell the Customer of a breach of Personal Data", PROVIDER,
                 "the Provider’s data protection officer", elapsed("24 h"), informed="the Customer’s emergency contact"),
            duty("repeat-restore-test", "Repeat a restore test that failed", PROVIDER, "the Provider’s operations team",
                 working("20 wd"), informed=head),
            duty("audit-notice", "Announce an examination", CUSTOMER, head, working("15 wd"), informed=manager),
            duty("complaint-answer", "Answer complaints in substance", PROVIDER, manager, working("5 wd"), informed=head),
            duty("return-data", "Return Customer Data at the end of a Service", PROVIDER, "the Provider’s operations team",
                 working("20 wd"), consulted=head),
            duty("erase-data", "Erase copies of Customer Data after the confirmation of their return", PROVIDER,
                 "the Provider’s operations team", working("20 wd"), informed=head),
            duty("keep-agreement", "Keep this Agreement and its revisions on file", PROVIDER, contracts,
                 informed="the Customer’s contract office"),
            *industry.duties,
        ),
        effect=(
            "For as long as the Customer does not perform a duty after the Provider’s message that it is due, the times of the "
            "targets that depend on it do not run. Other duties of the Customer that are not performed have no effect on the Service "
            "Levels. A duty of the Provider that is not performed excuses nothing."
        ),
    )  # fmt: skip


def legal(industry: Industry) -> Legal:
    """Section 17."""
    return Legal(clauses=library.clauses_of(industry.name), definitions=library.definitions_of(industry.name))


def signoff() -> SignOff:
    """Section 18."""
    return SignOff(
        approvers=(
            Approver(id="delivery", role=DELIVERY, when=Condition.ALWAYS),
            Approver(id="director", role=DIRECTOR, when=Condition.ON_DEVIATION),
            Approver(id="finance", role=FINANCE, when=Condition.ON_DEVIATION),
            Approver(id="legal", role=LEGAL, when=Condition.ON_LEGAL_CHANGE),
        ),
        counterparts=2,
    )
