"""Libraries for pictures: dozens of agreements in every stage of their life, or ten thousand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.events import Approved, Issued, Need, Rejected, Signatory, Signed, Submitted, Terminated
from slaeditor.model.lifecycle import Status
from slaeditor.storage.library import Library

COUNT = 10_000
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """One agreement of the picture: days count from today, ``stage`` is how far it has come, ``drafted`` has changes after that."""

    customer: str
    standard: str
    title: str
    effective: int
    months: int
    review: int | None
    stage: Status
    findings: int = 0
    drafted: bool = False
    revisions: int = 1


S = Status
DOZENS = (
    Kept("Alpenblick Kliniken GmbH", "healthcare", "Clinical systems and picture archive", -420, 36, 24, S.IN_FORCE, 0, True, 3),
    Kept("Bergmann Logistik SE", "managed-hosting", "Warehouse platform", -700, 24, -9, S.IN_FORCE, 2),
    Kept("Brauerei Sonnenthal", "general", "Office workplaces", -90, 36, 95, S.IN_FORCE),
    Kept("Çınar Tekstil A.Ş.", "retail", "Stores and online shop", -30, 24, 180, S.IN_FORCE, 0, False, 2),
    Kept("Delta Pharma S.A.", "healthcare", "Laboratory information systems", 40, 36, 220, S.SIGNED),
    Kept("Eesti Raudtee AS", "public-sector", "Ticketing and passenger information", 60, 48, 200, S.ISSUED, 0, False, 4),
    Kept("Fjord Energi AS", "managed-hosting", "Grid control hosting", -340, 12, 12, S.IN_FORCE, 1),
    Kept("Greenfields Council", "public-sector", "Citizen services", 90, 36, 300, S.APPROVED),
    Kept("Hafenbetriebe Nord", "managed-hosting", "Terminal operations", 30, 36, 150, S.IN_REVIEW, 3, False, 2),
    Kept("Hôpital Saint-Rémy", "healthcare", "Patient records", -1400, 36, None, S.IN_FORCE),
    Kept("İzmir Liman İşletmesi", "managed-hosting", "Port community system", -200, 36, 165, S.IN_FORCE, 0, False, 2),
    Kept("Kaffeehaus Lenz OHG", "retail", "Point of sale", -380, 12, -40, S.IN_FORCE, 5),
    Kept("Landkreis Ostheide", "public-sector", "Administration workplaces", 120, 48, 400, S.IN_REVIEW, 1),
    Kept("Meridian Insurance plc", "general", "Claims handling", -800, 36, 1, S.IN_FORCE, 0, True, 5),
    Kept("Nordlicht Energie GmbH", "managed-hosting", "Metering platform", -60, 24, 130, S.DRAFT, 7),
    Kept("Ολυμπία Ναυτιλιακή Α.Ε.", "managed-hosting", "Fleet management", -150, 36, 50, S.IN_FORCE),
    Kept("Polskie Apteki Sp. z o.o.", "healthcare", "Pharmacy network", -250, 36, 70, S.IN_FORCE, 2, False, 3),
    Kept("Quartier Immobilien AG", "general", "Tenant portal", 15, 24, 190, S.DRAFT, 4),
    Kept("Reiseland Büros GmbH", "retail", "Booking systems", -600, 36, 30, S.TERMINATED),
    Kept("Stadtwerke Brennerau", "public-sector", "Customer portal and billing", -1000, 60, 85, S.IN_FORCE, 0, False, 2),
    Kept("Tekniska Museet", "general", "Exhibition and collection systems", -20, 24, 160, S.SIGNED),
    Kept("Universität Wiesenau", "public-sector", "Campus management", -500, 48, 45, S.IN_FORCE, 3),
    Kept("Vinothek Adler KG", "retail", "Shop and mail order", 10, 12, 170, S.DRAFT, 9, False, 0),
    Kept("Wärmepumpen Hartwig GmbH", "general", "Service and spare parts", -45, 24, 110, S.IN_FORCE),
    Kept("مستشفى الأندلس", "healthcare", "Hospital information system", -80, 36, 60, S.IN_FORCE),
    Kept("Żeglarz Transport S.A.", "managed-hosting", "Dispatching", 200, 36, 500, S.ISSUED),
)  # fmt: skip
PLACES = (
    "Aarhus", "Ankara", "Antwerpen", "Basel", "Bergen", "Bilbao", "Bologna", "Bremen", "Brno", "Bursa", "Córdoba", "Debrecen", "Gdańsk",
    "Gent", "Göteborg", "Graz", "Groningen", "İzmir", "Jena", "Kayseri", "Kiel", "Kraków", "Leeds", "Liège", "Łódź", "Lyon", "Malmö",
    "Nantes", "Odense", "Oulu", "Plovdiv", "Porto", "Rennes", "Salzburg", "Tartu", "Torino", "Utrecht", "Vigo", "Wrocław", "Zürich",
)  # fmt: skip
TRADES = (
    "Airport", "Archives", "Bakeries", "Breweries", "Ceramics", "Clinics", "Dairies", "Energy", "Ferries", "Foundries", "Freight",
    "Furniture", "Insurance", "Laboratories", "Libraries", "Mills", "Museums", "Opticians", "Pharmacies", "Printing", "Railways", "Schools",
    "Shipping", "Theatres", "Waterworks",
)  # fmt: skip
FORMS = ("Group", "Ltd", "Partners", "Holding", "Works", "Union", "Trust", "Services", "Brothers", "Co.")


def fill(library: Library, now: datetime, author: str) -> None:
    """Put the dozens in."""
    for number, kept in enumerate(DOZENS, start=11):
        base = shipped.begin(kept.standard, kept.customer, f"SLA-2026-{number:04}")
        document = _changed(base, kept, now)
        _put(library, document, kept, now, author)


def crowd(place: Path, now: datetime, author: str, count: int = COUNT) -> None:
    """A library of so many agreements, of which little more than the list is known."""
    empty = Agreement()
    shapes = cycle(DOZENS)
    with Library(place) as library:
        hasty = library.database.engine.raw_connection()
        hasty.cursor().execute("PRAGMA synchronous=OFF")  # a library for a picture may be lost
        hasty.close()
        for number, kept in zip(range(1, count + 1), shapes, strict=False):
            one = _numbered(kept, number)
            document = paths.replace(empty, ("identity", "number"), f"SLA-2026-{number:05}")
            _put(library, _changed(document, one, now), one, now, author)


def _numbered(kept: Kept, number: int) -> Kept:
    """Another one like it, of another customer; of two in a row no name begins alike."""
    customer = f"{PLACES[number % 40]} {TRADES[number // 40 % 25]} {FORMS[number // 1000 % 10]}"
    review = None if kept.review is None else kept.review + number % 23
    return replace(kept, customer=customer, review=review, revisions=min(kept.revisions, 1))


def _changed(document: Agreement, kept: Kept, now: datetime) -> Agreement:
    today = now.date()
    for path, value in (
        (("identity", "title"), kept.title),
        (("identity", "effective"), today + kept.effective * DAY),
        (("identity", "initial_months"), kept.months),
        (("review", "next_review"), None if kept.review is None else today + kept.review * DAY),
        (("parties", "customer", "legal_name"), kept.customer),
    ):
        document = paths.replace(document, path, value)
    return document


def _put(library: Library, document: Agreement, kept: Kept, now: datetime, author: str) -> None:
    at = now - timedelta(days=max(20, 30 - kept.effective))
    made = library.create(document, author=author, at=at)
    version = made.version
    for number in range(1, kept.revisions + 1):
        at += 3 * DAY
        document = paths.replace(document, ("identity", "cure_days"), 10 + number)
        message = (
            "First revision" if number == 1 else ("As discussed on the phone", "Prices of the new year")[number % 2]
        )
        _, version = library.commit(
            made.id, document, author=author, message=message, at=at, expected_version=version, findings=kept.findings
        )
    for event in _events(library.state(made.id).revision, kept, at, now) if kept.revisions else ():
        library.record(made.id, event)
    if kept.drafted or not kept.revisions:
        draft = paths.replace(document, ("identity", "cure_days"), 30)
        library.save_draft(made.id, draft, version, at=at + DAY, findings=kept.findings)


def _events(revision: str, kept: Kept, at: datetime, now: datetime) -> Iterator[
    Submitted | Approved | Rejected | Issued | Signed | Terminated
]:  # fmt: skip
    """What happened until the agreement came to its stage."""
    stages = list(Status)
    far = len(stages) if kept.stage is Status.TERMINATED else stages.index(kept.stage)
    need = Need("legal", "Head of legal", "The cap of credits is above the usual")
    who = Signatory("s1", "Anna Weber", "provider")
    if far >= stages.index(Status.IN_REVIEW):
        if kept.revisions > 1:
            yield Submitted(at=at + DAY, by="Anna Weber", revision=revision, needed=(need,))
            yield Rejected(at=at + 2 * DAY, by="Jonas Berg", revision=revision, reason="the notice period is too short")
        yield Submitted(at=at + 3 * DAY, by="Anna Weber", revision=revision, needed=(need,))
    if far >= stages.index(Status.APPROVED):
        yield Approved(at=at + 4 * DAY, by="Jonas Berg", revision=revision, need="legal")
    if far >= stages.index(Status.ISSUED):
        yield Issued(at=at + 5 * DAY, by="Anna Weber", revision=revision, signatories=(who,))
    if far >= stages.index(Status.SIGNED):
        on = at + 6 * DAY
        yield Signed(at=on, by="Anna Weber", revision=revision, signatory="s1", on=on.date())
    if kept.stage is Status.TERMINATED:
        yield Terminated(at=now - 5 * DAY, by="Anna Weber", on=now.date() - 2 * DAY, reason="the offices were closed")
