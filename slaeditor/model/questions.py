"""The questions of the needs analysis, in customers' words: which term each fills, and when it is asked."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.identity import Level, Renewal
from slaeditor.model.agreement.needs import Intensity, ServiceNeed


def _always(document: Agreement) -> bool:
    return True


def _of_any_service(need: ServiceNeed | None) -> bool:
    return True


class One(msgspec.Struct, frozen=True):
    """A question for one term, named by its place."""

    place: str
    wording: str
    hint: str = ""
    when: Callable[[Agreement], bool] = _always


class Each(msgspec.Struct, frozen=True):
    """A question asked of every service; ``of`` says which row holds the answer: ``need`` or ``service``.

    With ``columns`` the answers are rows of a table of that row.
    """

    of: str
    field: str
    wording: str
    hint: str = ""
    columns: tuple[str, ...] = ()
    when: Callable[[ServiceNeed | None], bool] = _of_any_service


class Table(msgspec.Struct, frozen=True):
    """A question whose answers are rows; ``columns`` are the fields asked of each."""

    place: str
    wording: str
    hint: str
    columns: tuple[str, ...]
    when: Callable[[Agreement], bool] = _always


class Catalogue(msgspec.Struct, frozen=True):
    """The questions of one theme."""

    id: str
    title: str
    intro: str
    questions: tuple[One | Each | Table, ...]


def _renews(document: Agreement) -> bool:
    return document.identity.renewal is Renewal.AUTOMATIC


def _has_master(document: Agreement) -> bool:
    return bool(document.identity.master_title)


def _in_several_languages(document: Agreement) -> bool:
    return len(document.identity.languages) > 1


def _is_group(document: Agreement) -> bool:
    return document.identity.level is Level.CUSTOMER_GROUP or bool(document.parties.affiliates)


def _at_certain_hours(need: ServiceNeed | None) -> bool:
    return need is not None and need.usage in (Intensity.WORKING_HOURS, Intensity.EXTENDED_HOURS)


BUSINESS = Catalogue(
    "business",
    "Your business",
    "What you do, and what matters most in it.",
    (
        One("needs.industry", "What does your organisation do?", "In a word or two."),
        One("needs.priorities", "What matters most to you?", "First things first, a line each."),
        One("needs.users", "How many people use the services in all?", "A round figure is enough."),
        One("needs.site_count", "At how many places?"),
        One(
            "needs.critical_infrastructure",
            "Does the law call what you run critical infrastructure?",
            "Hospitals, power, water, transport, banks … above certain sizes.",
        ),
        One(
            "needs.regulation",
            "Which laws or standards do your systems have to satisfy?",
            "A line each; none is an answer too.",
        ),
    ),
)

SERVICES = Catalogue(
    "services",
    "Services and what they mean",
    "Each service in turn: what people do with it, and what happens without it.",
    (
        Table(
            "services.items",
            "Which services is this about?",
            "As people call them. Each gets a few questions of its own.",
            ("name", "description"),
        ),
        Each("need", "process", "What do people do with {service}?", "The work that stands on it."),
        Each(
            "need", "words", "What happens when {service} is down?", "In your own words; we keep them as you said them."
        ),
        Each("need", "user_group", "Who uses {service}?"),
        Each("need", "users", "How many people use {service}?"),
        Each(
            "need",
            "outage_cost",
            "What does an hour without {service} cost you?",
            "Lost income, overtime, penalties. A rough figure is better than none.",
        ),
        Each(
            "need",
            "tolerable_outage",
            "How long can you be without {service} before it really hurts?",
            "For example 4 h or 30 min.",
        ),
        Each(
            "need",
            "tolerable_data_loss",
            "If {service} had to be restored from a copy: how much of the latest work may be lost?",
            "0 min for none at all.",
        ),
        Each("need", "harm", "What is the worst that an outage of {service} does, beyond money?"),
        Each("need", "infrastructure", "Is {service} part of critical infrastructure?"),
        Each("need", "regulation", "Is there a rule that demands something of {service}?", "Which, and what."),
        Each("service", "personal_data", "Does {service} hold data about persons?"),
        Each("service", "outcome", "What do you achieve with {service}?", "The business outcome, in a sentence."),
        Each(
            "service",
            "unavailable_when",
            "When would you say that {service} is down?",
            "What must be impossible for it to count as down.",
        ),
        Each(
            "service",
            "components",
            "What does {service} stand on?",
            "Suppliers, links, storage …, with what they promise.",
            ("name", "supplier", "internal", "availability", "response", "restore", "serial"),
        ),
        Each("service", "monthly_fee", "What does {service} cost a month?", "Net of taxes."),
        Table(
            "needs.processes",
            "Which of your processes stand on them?",
            "The most important first.",
            ("name", "priority", "services", "without"),
        ),
    ),
)

WHEN = Catalogue(
    "when",
    "When you work",
    "Working hours, seasons and the days on which nothing may go wrong.",
    (
        One("needs.workday_start", "When does ordinary work begin?"),
        One("needs.workday_end", "When does it end?"),
        One("identity.provider_zone", "In which time zone is that?", "The one that counts if you work in several."),
        Each("need", "usage", "When is {service} used?"),
        Each(
            "need",
            "usage_hours",
            "Exactly when is {service} used?",
            "Empty for ordinary working hours.",
            (),
            _at_certain_hours,
        ),
        Each("need", "usage_remark", "Are there exceptions for {service}?", "Emergencies, month ends …"),
        Table(
            "needs.critical_dates",
            "When would an outage hurt most?",
            "Seasons, month ends, days of the week.",
            ("name", "recurrence", "detail", "start", "end", "services"),
        ),
    ),
)

USERS = Catalogue(
    "users",
    "Users and help",
    "Where people are, and how they want to be helped.",
    (
        Table(
            "parties.customer.sites", "Where do people work?", "Each place by its name.", ("name", "address", "country")
        ),
        Each("need", "sites", "Where is {service} used?", "Leave it empty for everywhere."),
        One("needs.tickets_month", "How many reports and requests do you expect a month?", "In all."),
        Each("need", "tickets_month", "How many of them about {service}?"),
        One("needs.languages", "Which languages do your users need to be helped in?"),
        One("needs.urgent_channel", "How do you want to report what cannot wait?"),
        Table(
            "priorities.impacts",
            "What makes a problem serious for you?",
            "The most serious first; say how anybody can tell.",
            ("code", "label", "test", "measure", "lowest", "highest"),
        ),
        Table(
            "priorities.urgencies", "And what makes it urgent?", "The most pressing first.", ("code", "label", "test")
        ),
    ),
)

CONTRACT = Catalogue(
    "contract",
    "Contract and people",
    "Whose names stand in the agreement, how long it lasts and under which law.",
    (
        One("parties.customer.legal_name", "What is your organisation's legal name?", "As in the commercial register."),
        One("parties.customer.short_name", "What is it called for short?"),
        One("parties.customer.registration", "Under which number is it registered?"),
        One("parties.customer.tax_number", "What is its tax number?"),
        One("parties.customer.address", "Where is its registered office?"),
        One("parties.customer.country", "In which country?"),
        One("identity.level", "Is the agreement for one customer or for a group of customers?"),
        Table(
            "parties.affiliates",
            "Which companies belong to it?",
            "Those for whose benefit it is made.",
            ("name", "registration", "address", "country"),
            _is_group,
        ),
        One("parties.provider.legal_name", "And who provides the services?", "Our own legal name."),
        One("parties.provider.short_name", "What is the provider called for short?"),
        One("parties.provider.registration", "Under which number is the provider registered?"),
        One("parties.provider.tax_number", "What is the provider's tax number?"),
        One("parties.provider.address", "Where is the provider's registered office?"),
        One("parties.provider.country", "In which country is the provider?"),
        One("identity.number", "What number does the agreement bear?"),
        One("identity.title", "What is it called?"),
        One("identity.effective", "From when shall it hold?", "The first day."),
        One("identity.initial_months", "For how many months?"),
        One("identity.renewal", "And then?", "It ends, or it goes on by itself."),
        One("identity.renewal_months", "By how many months does it go on?", "", _renews),
        One("identity.non_renewal_notice_days", "How many days before may either side say no?", "", _renews),
        One("identity.master_title", "Does it stand under another contract?", "A master agreement, by its title."),
        One("identity.master_date", "From which day is that contract?", "", _has_master),
        One("identity.master_precedence", "Which of the two prevails, and in what?", "A full sentence.", _has_master),
        One("identity.governing_law", "Which law governs it?", "For example: Turkish law."),
        One("identity.venue", "Which courts decide?"),
        One("identity.currency", "In which currency are the fees?"),
        One("identity.languages", "In which languages is it made out?"),
        One("identity.prevailing_language", "Which of them decides if they differ?", "", _in_several_languages),
        Table(
            "parties.signatories",
            "Who signs?",
            "For both sides, in the order of signing.",
            ("name", "title", "side", "order", "authority"),
        ),
        Table(
            "parties.contacts",
            "Whom do we turn to, and for what?",
            "Daily work, complaints, escalation, review, emergencies, the contract.",
            ("name", "role", "side", "purposes", "email", "phone", "hours"),
        ),
    ),
)

SATISFACTION = Catalogue(
    "satisfaction",
    "Satisfaction and wishes",
    "How content you are today, and how we shall keep in touch.",
    (
        One("needs.satisfaction", "How content are you with the services today?", "From 1 (poor) to 5 (excellent)."),
        One("needs.satisfaction_remark", "Why?", "What pleases and what annoys."),
        Each("need", "satisfaction", "And with {service}?", "From 1 (poor) to 5 (excellent)."),
        Table(
            "metrics.satisfaction",
            "How shall we ask your users?",
            "When, on which scale, and what we promise of the answers.",
            ("name", "scale_low", "scale_high", "target", "sampling", "minimum_responses", "period", "below"),
        ),
        One(
            "remedies.monthly_cap",
            "How much of a month's fee should be at stake if we fail?",
            "All credits of a month together.",
        ),
        One("remedies.yearly_cap", "And of a year's?", "All credits of a year together."),
        Table(
            "review.reports",
            "What do you want reported, and when?",
            "",
            ("name", "content", "frequency", "due", "recipient", "format"),
        ),
        Table("review.meetings", "How often shall we meet?", "", ("name", "frequency", "attendees", "agenda")),
        One(
            "review.interval_months",
            "After how many months shall we go through the agreement again?",
            "Twelve at most.",
        ),
        One("review.next_review", "When for the first time?"),
    ),
)

THEMES = (BUSINESS, SERVICES, WHEN, USERS, CONTRACT, SATISFACTION)
"""The themes in the order in which they are asked."""
