"""VER."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from slaeditor.model.agreement.exclusions import Exclusion
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.canonical import content_hash
from slaeditor.model.checks import Filed, Past
from slaeditor.model.events import Approved
from slaeditor.model.lifecycle import State, Status
from slaeditor.model.quantities import Duration, Percent
from tests.checks.case import Case, adding, both, removing, sample, setting, unchanged

_AT = datetime(2026, 12, 1, tzinfo=UTC)
_HASH = content_hash(sample())
_BROKEN = setting("priorities.matrix[i1-high].priority", None)
_SIGNED = Past(signed=sample())
_FILED = Past(filed=Filed(_HASH))


def _state(**given: Any) -> Past:
    return Past(State(**given))


_OTHER = both(setting("identity.number", "SLA-2026-0009"), setting("identity.renewal_months", 12))(sample())
_RESTORE = "targets.items[p1].restore"

CASES = [
    Case(
        "VER-01",
        setting("identity.title", "Another title"),
        unchanged,
        "signoff.approvers",
        witness=_HASH[:12],
        past=_state(approvals=(Approved(at=_AT, by="A", revision=_HASH, need="legal"),)),
    ),
    Case(
        "VER-02",
        _BROKEN,
        unchanged,
        "identity.number",
        witness="PRI-01",
        says="issued",
        past=_state(stage=Status.ISSUED, revision=content_hash(_BROKEN(sample()))),
    ),
    Case(
        "VER-03",
        setting(_RESTORE, Duration(90)),
        both(setting(_RESTORE, Duration(90)), setting("targets.items[p1].note", "asked for by the customer in March")),
        _RESTORE,
        witness="2 hours (elapsed time) → 90 minutes (elapsed time)",
        past=_SIGNED,
    ),
    Case(
        "VER-04",
        unchanged,
        setting("identity.effective", date(2026, 1, 1)),
        "services.items[portal]",
        witness="1 January 2027",
        says="SLA-2026-0009",
        past=Past(others=(("SLA-2026-0009", _OTHER),)),
        base=lambda: both(setting("identity.initial_months", 12), setting("identity.renewal", Renewal.NONE))(sample()),
    ),
    Case(
        "VER-05",
        setting("identity.title", "X"),
        unchanged,
        "identity.number",
        says="another hash",
        past=Past(filed=Filed(_HASH)),
    ),
    Case(
        "VER-05",
        unchanged,
        unchanged,
        "identity.number",
        says="no hash",
        past=Past(filed=Filed("")),
        past_of_innocent=_FILED,
    ),
    Case(
        "VER-06",
        unchanged,
        unchanged,
        "identity.number",
        witness="D R",
        past=Past(filed=Filed(_HASH, "D R A F T")),
        past_of_innocent=_FILED,
    ),
    Case(
        "VER-07",
        setting(_RESTORE, Duration(121)),
        setting(_RESTORE, Duration(119)),
        _RESTORE,
        witness="121 minutes (elapsed time) instead of 2 hours",
        past=_SIGNED,
    ),
    Case(
        "VER-07",
        removing("availability.promises[av-portal]"),
        setting("availability.promises[av-portal].percent", Percent("99.6")),
        "availability.promises",
        witness="was removed",
        past=_SIGNED,
    ),
    Case(
        "VER-07",
        adding("exclusions.items", Exclusion(id="e", name="Strikes", text="strikes of its own staff")),
        unchanged,
        "exclusions.items[e]",
        witness="“Strikes” was added",
        past=_SIGNED,
    ),
    Case(
        "VER-08",
        setting("identity.effective", date(2026, 12, 31)),
        setting("identity.effective", date(2027, 1, 1)),
        "identity.effective",
        witness="1 day earlier",
        past=_SIGNED,
    ),
]
