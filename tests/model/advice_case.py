"""A small agreement with a playbook, and answers about two services, for the tests of advice."""

from __future__ import annotations

from typing import Any

from slaeditor.model import partial
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Several, apply

DAYS = ["mon", "tue", "wed", "thu", "fri"]

STANDARD: dict[str, Any] = {
    "identity": {"currency": "EUR", "provider_zone": "Europe/Istanbul"},
    "hours": {
        "calendars": [
            {"id": "office", "name": "Working days", "zone": "Europe/Istanbul", "holiday_country": "TR",
             "week": [{"id": "days", "days": DAYS, "opens": "09:00", "closes": "17:00"}]},
            {"id": "always", "name": "Around the clock", "zone": "Europe/Istanbul",
             "week": [{"id": "all", "days": [*DAYS, "sat", "sun"], "opens": "00:00", "closes": "24:00"}]},
        ],
        "service_hours": "always", "support_hours": "office", "measurement_hours": "always",
    },
    "priorities": {"levels": [{"id": "p1", "code": "P1"}, {"id": "p2", "code": "P2"}]},
    "targets": {"items": [
        {"id": "all-p1", "priority": "p1", "response": "1 h", "restore": "8 h"},
        {"id": "all-p2", "priority": "p2", "response": "2 h@office", "restore": "16 h@office", "compliance": "90"},
    ]},
    "channels": {"items": [
        {"id": "phone", "name": "Phone", "kind": "phone", "address": "+90 312 000 00 00", "hours": "office", "languages": ["en"]},
        {"id": "mail", "name": "E-mail", "kind": "email", "address": "help@provider.example", "hours": "office", "languages": ["tr", "en"]},
    ]},
    "parties": {"contacts": [{"id": "lead", "name": "Desk", "role": "Team leader", "side": "provider"}]},
    "metrics": {"satisfaction": [{"id": "csat", "name": "Survey", "scale_low": 1, "scale_high": 5, "target": "4"}]},
    "playbook": {
        "urgent_rank": 1,
        "criticality": [
            {"id": "c1", "basis": "cost_of_one_hour_down", "threshold": "30000", "criticality": 1, "reason": "one hour costs {}"},
            {"id": "c2", "basis": "worst_harm", "threshold": "4", "criticality": 1, "reason": "an outage endangers people"},
            {"id": "c3", "basis": "tolerable_outage_minutes", "threshold": "240", "criticality": 2,
             "reason": "only {} without it can be borne"},
            {"id": "c4", "basis": "users", "threshold": "100", "criticality": 3, "reason": "{} people use it"},
        ],
        "profiles": [
            {"id": "s1", "criticality": 1, "availability": "99.95", "around_the_clock": True, "restore_test_months": 6, "blackouts": True},
            {"id": "s2", "criticality": 2, "availability": "99.9", "around_the_clock": True, "restore_test_months": 12, "blackouts": True},
            {"id": "s3", "criticality": 3, "availability": "99.5"},
        ],
        "target_profiles": [
            {"id": "t11", "criticality": 1, "priority_rank": 1, "response": "15 min", "update": "30 min", "restore": "2 h",
             "compliance": "95", "minimum_sample": 10},
            {"id": "t12", "criticality": 1, "priority_rank": 2, "response": "30 min", "restore": "8 h", "compliance": "95"},
            {"id": "t31", "criticality": 3, "priority_rank": 1, "response": "1 h", "restore": "8 h"},
            {"id": "t32", "criticality": 3, "priority_rank": 2, "response": "2 h", "restore": "16 h", "compliance": "90"},
        ],
        "credit_profiles": [
            {"id": "r1", "criticality": 1, "shortfall": "0", "credit": "5"},
            {"id": "r2", "criticality": 1, "shortfall": "0.45", "credit": "10"},
        ],
        "escalation_profiles": [
            {"id": "e1", "priority_rank": 1, "after": "30 min", "side": "provider", "role": "Team leader", "method": "Phone"},
            {"id": "e2", "priority_rank": 1, "percent": "100", "base": "restore", "side": "customer", "role": "Head of IT"},
        ],
    },
}  # fmt: skip

ANSWERS: dict[str, Any] = {
    "services": {"items": [{"id": "record", "name": "Patient record"}, {"id": "billing", "name": "Billing"}]},
    "needs": {
        "workday_start": "08:00", "workday_end": "18:00", "urgent_channel": "Phone", "languages": ["tr", "en"], "satisfaction": "4.2",
        "services": [
            {"id": "record", "service": "record", "usage": "around_the_clock", "outage_cost": "40000 EUR", "tolerable_outage": "1 h",
             "tolerable_data_loss": "0 min", "harm": "danger_to_people", "users": 1900},
            {"id": "billing", "service": "billing", "usage": "working_hours", "users": 120, "harm": "work_stops"},
        ],
        "critical_dates": [{"id": "new-year", "name": "New year", "start": "2026-12-20", "end": "2027-01-05", "services": ["record"]}],
    },
}  # fmt: skip


def merged(document: Agreement, *parts: dict[str, Any]) -> Agreement:
    """The document with the parts merged in, one after the other."""
    for part in parts:
        document = apply(document, Several("", tuple(edit for _, edit in partial.merge(document, part))))
    return document


def case() -> Agreement:
    """The standard with the answers."""
    return merged(Agreement(), STANDARD, ANSWERS)
