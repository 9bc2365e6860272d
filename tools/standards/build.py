"""Puts the parts together to a standard."""

from __future__ import annotations

import msgspec

from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.agreement.needs import Needs
from slaeditor.model.agreement.priorities import Priorities
from slaeditor.model.agreement.services import Services
from tools.standards import calendars, conduct, people, quality, ranks
from tools.standards.industry import Industry
from tools.standards.playbook import playbook

FEES = (
    "The fee of each Service is a monthly fee, net of value added tax, and includes everything that this Agreement describes as "
    "part of the Service. The Provider invoices the fees of a calendar month after its end. An invoice is due at the end of the "
    "calendar month that follows the month in which the Customer received it. For a part of a month the fee is due in proportion "
    "to the days."
)


def standard(industry: Industry) -> Agreement:
    """The standard of an industry."""
    priorities: Priorities = ranks.priorities(industry)
    place = industry.place
    return Agreement(
        kind=DocumentKind.STANDARD,
        identity=msgspec.structs.replace(
            industry.identity, governing_law=place.law, venue=place.venue, provider_zone=place.zone
        ),
        parties=people.parties(),
        needs=Needs(industry=industry.field),
        services=Services(
            items=tuple(offer.service for offer in industry.offers),
            fee_basis=FEES,
            out_of_scope=(
                "the purchase of hardware and licences that a Service does not name",
                "training beyond the introduction of new users",
                "the development of new functions",
                "support for equipment owned by users",
            ),
        ),
        hours=calendars.hours(industry),
        priorities=priorities,
        targets=quality.targets(industry),
        channels=people.channels(industry),
        escalation=people.escalation(industry),
        availability=quality.availability(industry),
        maintenance=quality.maintenance(industry),
        exclusions=quality.exclusions(industry),
        metrics=quality.metrics(industry),
        remedies=conduct.remedies(industry),
        review=conduct.review(industry),
        responsibilities=conduct.responsibilities(industry),
        legal=conduct.legal(industry),
        signoff=conduct.signoff(),
        playbook=playbook(industry),
    )
