"""A document with something in every term, made from the declarations, and a different value for any of its terms."""

from __future__ import annotations

import enum
import itertools
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent
from slaeditor.model.terms import Field, Kind, Shape, fields

ROWS = 2
"""Rows in every table."""

_REFERRED = {
    "calendars": "calendar-1", "services": "service-1", "sites": "site-1", "contacts": "contact-1", "impacts": "impact-level-1",
    "urgencies": "urgency-level-1", "priorities": "priority-1", "targets": "target-1", "channels": "channel-1",
    "reports": "report-1", "metrics": "metric-1",
}  # fmt: skip


def filled_document(rows: int = ROWS) -> Agreement:
    """Every term filled, ``rows`` rows in every table, every reference leading somewhere."""
    counter = itertools.count(11)
    document: Agreement = _filled(Agreement, counter, rows)
    return document


def _filled(owner: Any, counter: itertools.count[int], rows: int, **given: Any) -> Any:
    for declared in fields(owner):
        if declared.kind is Kind.GROUP:
            given[declared.name] = _filled(declared.type, counter, rows)
        elif declared.kind is Kind.ROWS:
            one = declared.term.one.replace(" ", "-")
            given[declared.name] = tuple(
                _filled(declared.type, counter, rows, id=f"{one}-{number}") for number in range(1, rows + 1)
            )
        else:
            given[declared.name] = value_for(declared, next(counter))
    return owner(**given)


def value_for(declared: Field, number: int) -> Any:
    """A plausible value of the field, different for different numbers wherever the kind allows."""
    term = declared.term
    match declared.kind:
        case Kind.TEXT:
            return _text(declared, number)
        case Kind.TEXTS:
            if term.shape is Shape.LANGUAGE:
                return (("tr", "en"), ("en", "de"), ("el", "pl"))[number % 3]
            return (f"{term.label} {number} ş", f"{term.label} {number} ğ")
        case Kind.FLAG:
            return number % 2 == 0
        case Kind.COUNT:
            return number
        case Kind.NUMBER:
            return Number(Decimal(number) + Decimal("0.25"))
        case Kind.PERCENT:
            return Percent(Decimal(number % 97) + Decimal("0.75"))
        case Kind.MONEY:
            return Money(Decimal(number * 100), "EUR")
        case Kind.DURATION:
            return Duration(number, calendar="calendar-1" if number % 2 else None)
        case Kind.TIME:
            return ClockTime(number % 1440)
        case Kind.DATE:
            return date(2027, 1, 1) + timedelta(days=number)
        case Kind.INSTANT:
            return datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        case Kind.CHOICE:
            return list(declared.type)[number % len(declared.type)]
        case Kind.CHOICES:
            return (list(declared.type)[number % len(declared.type)],)
        case Kind.REFERENCE:
            return _REFERRED[term.refers]
        case Kind.REFERENCES:
            return (_REFERRED[term.refers],)
        case _:
            raise AssertionError(f"{declared.kind} is no single value")


def _text(declared: Field, number: int) -> str:
    match declared.term.shape:
        case Shape.EMAIL:
            return f"desk{number}@provider.example"
        case Shape.PHONE:
            return f"+90 312 000 {number:04d}"
        case Shape.LANGUAGE:
            return ("tr", "en", "de")[number % 3]
        case Shape.COUNTRY:
            return ("TR", "GR", "PL")[number % 3]
        case Shape.CURRENCY:
            return ("EUR", "TRY")[number % 2]
        case Shape.ZONE:
            return ("Europe/Istanbul", "Europe/Athens", "Europe/Warsaw")[number % 3]
        case Shape.PATH:
            return ("services.items[service-1].name", "needs.industry")[number % 2]
        case Shape.RICH:
            return f"Passage {number} on {{value:identity.initial_months}} and {{section:targets}}."
        case _:
            return f"{declared.term.label} {number} İş ñ"


def other_value(declared: Field, value: Any) -> Any:
    """A value of the field that differs from ``value``, its references still leading somewhere."""
    if declared.kind in (Kind.REFERENCE, Kind.REFERENCES):
        second = _REFERRED[declared.term.refers].removesuffix("1") + "2"
        return second if declared.kind is Kind.REFERENCE else (second,)
    if declared.kind is Kind.TEXT and declared.term.shape is Shape.PATH:
        return "parties.customer.legal_name"
    for number in range(4000, 4009):
        if (candidate := value_for(declared, number)) != value:
            return candidate
    if isinstance(value, enum.Enum | tuple):
        raise AssertionError(f"{declared.name} has but one choice")
    raise AssertionError(f"no other value for {declared.name}")


def one_leaf_of_each(document: Agreement) -> list[tuple[Path, Field, Any]]:
    """Every leaf of the document type once: the terms of the first row of every table stand for their column."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for path, declared, value in paths.walk(document):
        column = tuple(part for number, part in enumerate(path) if not _is_id(path, number))
        if column not in seen:
            seen.add(column)
            found.append((path, declared, value))
    return found


def _is_id(path: Path, number: int) -> bool:
    return paths.is_row(path[: number + 1])


def change(document: Agreement, path: Path, declared: Field, value: Any) -> Agreement:
    """The document with another value in this one leaf."""
    return apply(document, SetTerm(path, other_value(declared, value)))
