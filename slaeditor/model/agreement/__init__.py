"""The agreement: one frozen value whose eighteen sections, and the playbook behind them, are declared a file each."""

from __future__ import annotations

import enum
from typing import Annotated, Final

import msgspec

from slaeditor.model.agreement.availability import Availability
from slaeditor.model.agreement.channels import Channels
from slaeditor.model.agreement.escalation import Escalation
from slaeditor.model.agreement.exclusions import Exclusions
from slaeditor.model.agreement.hours import Hours
from slaeditor.model.agreement.identity import Identity
from slaeditor.model.agreement.legal import Legal
from slaeditor.model.agreement.maintenance import Maintenance
from slaeditor.model.agreement.metrics import Metrics
from slaeditor.model.agreement.needs import Needs
from slaeditor.model.agreement.parties import Parties
from slaeditor.model.agreement.playbook import Playbook
from slaeditor.model.agreement.priorities import Priorities
from slaeditor.model.agreement.remedies import Remedies
from slaeditor.model.agreement.responsibilities import Responsibilities
from slaeditor.model.agreement.review import Review
from slaeditor.model.agreement.services import Services
from slaeditor.model.agreement.signoff import SignOff
from slaeditor.model.agreement.targets import Targets
from slaeditor.model.terms import term

FORMAT: Final = 1
"""The format that this program writes; older ones are upcast when read."""


class DocumentKind(enum.Enum):
    """An agreement with a customer, or a standard from which agreements start."""

    AGREEMENT = "agreement"
    STANDARD = "standard"


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """The document: everything that an export needs is in it."""

    format: int = FORMAT
    kind: Annotated[DocumentKind, term("Kind of document", "An agreement with a customer, or a standard from which agreements start.")] = DocumentKind.AGREEMENT
    identity: Annotated[Identity, term("Identity and term", "What the agreement is called, how long it binds and under which law.")] = Identity()
    parties: Annotated[Parties, term("Parties", "Who promises, to whom, who speaks for them and who signs.")] = Parties()
    needs: Annotated[Needs, term("Needs analysis", "What the customer said, and which terms answer it.")] = Needs()
    services: Annotated[Services, term("Services", "What is provided, what it stands on and for how much.")] = Services()
    hours: Annotated[Hours, term("Hours", "Calendars of open hours, and which is used for what.")] = Hours()
    priorities: Annotated[Priorities, term("Priorities", "Impact and urgency, the matrix that joins them, and who decides.")] = Priorities()
    targets: Annotated[Targets, term("Targets", "How soon the provider responds, informs, restores and resolves.")] = Targets()
    channels: Annotated[Channels, term("Channels and tiers", "How reports reach support and who works on them.")] = Channels()
    escalation: Annotated[Escalation, term("Escalation", "Who is called in, on both sides, and when.")] = Escalation()
    availability: Annotated[Availability, term("Availability and continuity", "How much of the time services work, and what remains after a disaster.")] = Availability()
    maintenance: Annotated[Maintenance, term("Maintenance", "When services may be taken down, after which notice, and when not.")] = Maintenance()
    exclusions: Annotated[Exclusions, term("Exclusions", "Causes for which the provider does not answer.")] = Exclusions()
    metrics: Annotated[Metrics, term("Metrics and satisfaction", "What is measured beside times and availability.")] = Metrics()
    remedies: Annotated[Remedies, term("Penalties and rewards", "What a missed level costs, what earns it back, and where both end.")] = Remedies()
    review: Annotated[Review, term("Reporting and review", "What is reported, when the parties meet and how the agreement changes.")] = Review()
    responsibilities: Annotated[Responsibilities, term("Responsibilities", "Who does what, on both sides.")] = Responsibilities()
    legal: Annotated[Legal, term("Legal text", "Clauses and definitions.")] = Legal()
    signoff: Annotated[SignOff, term("Sign-off", "Whose approval a revision needs, and how it is signed.")] = SignOff()
    playbook: Annotated[Playbook, term("Playbook", "Limits and rules of advice; internal.", internal=True)] = Playbook()


SECTIONS: Final = (
    "identity", "parties", "needs", "services", "hours", "priorities", "targets", "channels", "escalation", "availability",
    "maintenance", "exclusions", "metrics", "remedies", "review", "responsibilities", "legal", "signoff",
)  # fmt: skip
"""The sections in the order of the agreement; the first has number 1."""
