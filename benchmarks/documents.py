"""The documents that are measured: of a size that agreements have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.storage.library import Library

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 2)
_CITIES = ("Ankara", "İzmir", "Kayseri", "Łódź", "Athens", "Sofia", "Zürich", "Málaga", "Oslo", "Bursa")
_TRADES = ("Hospitals", "Retail", "Logistics", "Insurance", "University", "Energy", "Railways", "Publishing")


def numbered(document: Agreement, number: int) -> Agreement:
    """The document as that of customer ``number``: another name, number, date and title."""
    customer = f"{_CITIES[number % 10]} {_TRADES[number % 8]} {number}"
    for path, value in (
        (("kind",), DocumentKind.AGREEMENT),
        (("identity", "number"), f"SLA-{number:06d}"),
        (("identity", "title"), f"Service level agreement {number}"),
        (("identity", "effective"), date(2024, 1, 1) + timedelta(days=number % 900)),
        (("review", "next_review"), date(2026, 9, 1) + timedelta(days=number % 200)),
        (("parties", "customer", "legal_name"), customer),
    ):
        document = paths.replace(document, path, value)
    return document


def crowded(services: int) -> Agreement:
    """The sample with so many services, each with its needs, targets and availability."""
    document = shipped.sample()
    places = (("services", "items"), ("needs", "services"), ("targets", "items"), ("availability", "promises"))
    for path in places:
        rows = paths.find(document, path)
        copies = -(-services // len(document.services.items))
        document = paths.replace(
            document,
            path,
            tuple(
                msgspec.structs.replace(row, id=row.id if not copy else f"{row.id}-{copy}")
                for copy in range(copies)
                for row in rows
            )[: max(services, len(rows))],
        )
    return document


def fill(path: Path, document: Agreement, count: int) -> Library:
    """A library of ``count`` agreements, each with one revision, known to the search."""
    library = Library(path)
    for number in range(count):
        one = numbered(document, number)
        working = library.create(one, author="Elif Şahin", at=NOW)
        library.commit(
            working.id, one, author="Elif Şahin", message="First draft", at=NOW, expected_version=working.version
        )
    while library.index(200):
        pass
    return library
