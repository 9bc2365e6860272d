"""DOC: who the parties are, how long they are bound, and by which documents, languages and law."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.parties import Side
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.model.sentence import counted, joined, say
from slaeditor.model.summary import add_months, expiry, fold
from slaeditor.model.terms import field
from slaeditor.model.text import date_text, language_name

TABLE = Table()
_MASTER = ("master_title", "master_date", "master_precedence")
_SIDES = ((Side.PROVIDER, say("Provider")), (Side.CUSTOMER, say("Customer")))


@TABLE.rule(
    "DOC-01",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("{label} is missing in {words}; without it the signature does not say who is bound."),
    reads=("parties",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, words in missing(subject, "DOC-01"):
        yield Hit((path,), {"label": label, "words": words})


@TABLE.rule(
    "DOC-02",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("Provider and Customer are the same party: both have the {what} “{value}”."),
    reads=("parties",),
)
def _(subject: Subject) -> Iterator[Hit]:
    one, other = subject.document.parties.provider, subject.document.parties.customer
    for name, what in (("legal_name", say("legal name")), ("registration", say("registration number"))):
        mine, yours = getattr(one, name), getattr(other, name)
        same_country = name == "legal_name" or one.country == other.country
        if _bare(mine) and _bare(mine) == _bare(yours) and same_country:
            paths = (("parties", "customer", name), ("parties", "provider", name))
            yield Hit(paths, {"what": what, "value": yours}, witness=f"{mine} = {yours}" if mine != yours else "")
            return


def _bare(name: str) -> str:
    """Letters and digits only, small and without marks."""
    return "".join(c for c in fold(name) if c.isalnum())


@TABLE.rule(
    "DOC-03",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The agreement ends before it begins: its initial term is {months} months."),
    reads=("identity",),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if identity.initial_months is not None and identity.initial_months <= 0:
        since = date_text(identity.effective) if identity.effective else "–"
        witness = say("Effective date: {date}", date=since)
        yield Hit(
            (("identity", "initial_months"), ("identity", "effective")), {"months": identity.initial_months}, witness
        )


@TABLE.rule(
    "DOC-04",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say(
        "The agreement takes effect on {effective}, but was last signed on {signed}, and nothing is said about the time between."
    ),
    reads=("identity",),
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    identity, past = subject.document.identity, subject.past
    signatures = past.state.signatures if past is not None else ()
    if not signatures or identity.effective is None or identity.timing_statement.strip():
        return
    last = max(one.on for one in signatures)
    if last != identity.effective:
        yield Hit(
            (("identity", "timing_statement"), ("identity", "effective")),
            {"effective": date_text(identity.effective), "signed": date_text(last)},
            counted(
                "{count} day between the two", "{count} days between the two", abs((identity.effective - last).days)
            ),
        )


@TABLE.rule(
    "DOC-05",
    Severity.ERROR,
    Fault.DEAD,
    say("Notice of non-renewal can never be given in time: it takes {notice} days, but {term} has {days}."),
    reads=("identity",),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    notice = identity.non_renewal_notice_days
    if identity.renewal is not Renewal.AUTOMATIC or notice is None:
        return
    ends = expiry(subject.document)
    renewed = ends if ends is not None and ends.year < 8000 else subject.first
    terms = [
        (identity.initial_months, subject.first, say("the initial term"), "initial_months"),
        (identity.renewal_months, renewed, say("a renewal term"), "renewal_months"),
    ]
    for months, begins, name, term in terms:
        if months is None or not 0 < months <= 1200:
            continue
        days = (add_months(begins, months) - begins).days
        if notice >= days:
            yield Hit(
                (("identity", "non_renewal_notice_days"), ("identity", term)),
                {"notice": notice, "term": name, "days": days},
                say("{notice} days ≥ {days} days from {date}", notice=notice, days=days, date=date_text(begins)),
            )


@TABLE.rule(
    "DOC-06",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("The agreement renews itself, but it does not say how long before the end of a term it can be stopped."),
    reads=("identity",),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if identity.renewal is Renewal.AUTOMATIC and identity.non_renewal_notice_days is None:
        ends = expiry(subject.document)
        witness = say("Renewed without end after {date}", date=date_text(ends)) if ends else ""
        yield Hit((("identity", "non_renewal_notice_days"), ("identity", "renewal")), witness=witness)


@TABLE.rule(
    "DOC-07",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("The agreement stands under a master agreement, but “{label}” is empty."),
    reads=("identity",),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if not any(getattr(identity, name) for name in _MASTER):
        return
    for name in _MASTER:
        if not getattr(identity, name) and not (subject.is_standard and name == "master_date"):
            yield Hit((("identity", name),), {"label": field(type(identity), name).term.label})


@TABLE.rule(
    "DOC-08",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place} is in {other}, but the agreement is in {currency} and has no rule of conversion."),
    reads=("identity", "services", "remedies"),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if not identity.currency or identity.conversion_rule.strip():
        return
    for path, amount in _amounts(subject):
        if amount.currency != identity.currency:
            values = {"place": subject.words(path), "other": amount.currency, "currency": identity.currency}
            yield Hit((path, ("identity", "currency")), values, str(amount))


def _amounts(subject: Subject) -> Iterator[tuple[Path, Money]]:
    """What is charged and credited. What an hour down costs the customer is no amount that anyone pays by the agreement."""
    document = subject.document
    found = [
        *((("services", "items", one.id, "monthly_fee"), one.monthly_fee) for one in document.services.items),
        *((("remedies", "occurrences", one.id, "amount"), one.amount) for one in document.remedies.occurrences),
        (("remedies", "minimum"), document.remedies.minimum),
    ]
    return ((path, amount) for path, amount in found if amount is not None)


@TABLE.rule(
    "DOC-09",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The signature page is not complete: {what}."),
    reads=("parties",),
    standards=False,
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, words in missing(subject, "DOC-09"):
        yield Hit((path,), {"what": say("{label} is missing in {words}", label=label, words=words)})
    signatories = subject.document.parties.signatories
    for side, name in _SIDES:
        if signatories and not any(one.side is side for one in signatories):
            yield Hit((("parties", "signatories"),), {"what": say("nobody signs for the {party}", party=name)})


@TABLE.rule(
    "DOC-10",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("The agreement is made out in {languages}, but it does not say which of them prevails."),
    reads=("identity",),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    several = tuple(dict.fromkeys(identity.languages))
    if len(several) < 2 or identity.prevailing_language in several:
        return
    names = [language_name(one) for one in several]
    stated = identity.prevailing_language
    witness = say("{language} is none of them", language=language_name(stated)) if stated else ""
    paths = (("identity", "prevailing_language"), ("identity", "languages"))
    yield Hit(paths, {"languages": joined(", ", names)}, witness)


@TABLE.rule(
    "DOC-11",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("“{label}” is empty, and there is no master agreement from which it could follow."),
    reads=("identity",),
    standards=False,
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if identity.master_title.strip():
        return
    for name in ("governing_law", "venue"):
        if not getattr(identity, name).strip():
            yield Hit((("identity", name),), {"label": field(type(identity), name).term.label})
