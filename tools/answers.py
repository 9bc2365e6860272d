"""Answers for pictures of the interview: what a customer with a few services, or with twenty, might have said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from slaeditor.model import interview
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Harm, Intensity
from slaeditor.model.quantities import Duration, Money
from slaeditor.ui.session import Session

SAID_BY = "Kerstin Vogt, head of pharmacy"
SAID_ON = date(2026, 11, 23)

MANY = (
    "Goods in", "Price labels", "Loyalty cards", "Cash logistics", "Staff planning", "Time clocks", "Web shop", "Click and collect",
    "Customer service", "Document archive", "E-mail", "Telephony", "File shares", "Reporting", "Returns", "Cold chain monitoring",
)  # fmt: skip


def _tell(session: Session, place: str, value: Any) -> None:
    questions = (question for theme in interview.themes(session.document) for question in theme.questions)
    question = next(question for question in questions if question.id == place)
    session.do(interview.answer(session.document, question, value, SAID_BY, SAID_ON, session.new_id))


def tell(session: Session) -> None:
    """What an outage of the first services means."""
    _tell(session, "needs.priorities", ("the safety of patients", "deliveries on the same day"))
    _tell(session, "needs.users", 640)
    for service, (cost, outage, harm) in zip(session.document.services.items, _said(), strict=False):
        place = f"needs.services[{service.id}]"
        _tell(session, f"{place}.outage_cost", Money.parse(cost, "EUR"))
        _tell(session, f"{place}.tolerable_outage", Duration.parse(outage))
        _tell(session, f"{place}.harm", harm)
        _tell(session, f"{place}.usage", Intensity.AROUND_THE_CLOCK)


def _said() -> Iterator[tuple[str, str, Harm]]:
    yield "40000", "1 h", Harm.DANGER_TO_PEOPLE
    yield "12000", "2 h", Harm.WORK_STOPS
    yield "300", "8 h", Harm.ANNOYANCE


def tell_of_many(session: Session) -> None:
    """The same of the first services, and sixteen more of which little is known."""
    tell(session)
    for number, name in enumerate(MANY):
        _tell(session, "services.items", {"name": name})
        service = session.document.services.items[-1].id
        _tell(session, f"needs.services[{service}].users", 12 + 7 * number)
        _tell(session, f"needs.services[{service}].tolerable_outage", Duration.parse(f"{4 + number} h"))


def tell_more(session: Session) -> None:
    """Of every service how much of its data may be lost, when it is used and which rules it has to satisfy."""
    for number, service in enumerate(session.document.services.items):
        place = f"needs.services[{service.id}]"
        _tell(session, f"{place}.tolerable_data_loss", Duration.parse(f"{5 * (number + 1)} min"))
        _tell(session, f"{place}.usage", Intensity.WORKING_HOURS if number % 2 else Intensity.AROUND_THE_CLOCK)
        _tell(session, f"{place}.regulation", "Apothekenbetriebsordnung § 22")


def first_service(document: Agreement) -> str:
    """The key of the first service's sheet."""
    return f"services/{document.services.items[0].id}"
