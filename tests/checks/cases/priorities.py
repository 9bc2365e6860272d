"""PRI."""

from __future__ import annotations

from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.quantities import Duration
from tests.checks.case import Case, Change, adding, both, removing, sample, setting, unchanged

_P5 = adding("priorities.levels", Priority(id="p5", code="P5"))
_CELLS = [one.id for one in sample().priorities.matrix]
_HIGHEST = [one.id for one in sample().priorities.matrix if one.priority == "p1"]
_OTHERS = [one for one in _CELLS if one not in _HIGHEST]
_TIMES = ("response", "update", "workaround", "restore", "resolve")


def _as_p2(row: str) -> list[Change]:
    like = next(one for one in sample().targets.items if one.id == "p2")
    return [setting(f"targets.items[{row}].{name}", getattr(like, name)) for name in _TIMES]


CASES = [
    Case(
        "PRI-01",
        setting("priorities.matrix[i1-high].priority", None),
        unchanged,
        "priorities.matrix[i1-high].priority",
        says="High (now)",
    ),
    Case("PRI-01", removing("priorities.matrix[i4-low]"), unchanged, "priorities.matrix", says="No effect on work"),
    Case(
        "PRI-02",
        setting("priorities.matrix[i1-high].priority", "p3"),
        setting("priorities.matrix[i1-high].priority", "p1"),
        "priorities.matrix[i1-high].priority",
        witness="P3",
    ),
    Case("PRI-03", _P5, both(_P5, setting("priorities.matrix[i4-low].priority", "p5")), "priorities.levels[p5]"),
    Case(
        "PRI-04",
        removing("targets.items[p3]"),
        both(removing("targets.items[p3]"), *(setting(f"priorities.matrix[{one}].priority", "p4") for one in _CELLS)),
        "priorities.levels[p3]",
        says="Patient portal",
    ),
    Case(
        "PRI-05",
        setting("priorities.urgencies[high].test", ""),
        both(setting("priorities.urgencies[high].test", ""), setting("priorities.urgencies[high].lowest", 1)),
        "priorities.urgencies[high].test",
    ),
    Case(
        "PRI-06",
        setting("priorities.impacts[i2].lowest", 20),
        setting("priorities.impacts[i2].lowest", 21),
        "priorities.impacts[i3].highest",
        witness="20 is in both",
    ),
    Case(
        "PRI-06",
        setting("priorities.impacts[i2].lowest", 51),
        setting("priorities.impacts[i2].lowest", 21),
        "priorities.impacts[i3].highest",
        witness="21–50 is in neither",
    ),
    Case(
        "PRI-06",
        setting("priorities.impacts[i2].highest", 20),
        setting("priorities.impacts[i2].highest", 21),
        "priorities.impacts[i2].highest",
        witness="21–20",
    ),
    *(
        Case("PRI-07", setting(place, ""), setting(place, "somebody"), place)
        for place in ("priorities.set_by", "priorities.validated_by", "priorities.disputed_by")
    ),
    Case(
        "PRI-08",
        both(*_as_p2("p3"), *_as_p2("p4")),
        both(*_as_p2("p3"), *_as_p2("p4"), setting("targets.items[p4].resolve", Duration(1))),
        "targets.items[p2]",
        says="P2, P3, P4",
    ),
    Case(
        "PRI-09",
        setting("priorities.levels[p3].code", " p2"),
        setting("priorities.levels[p3].code", "P3"),
        "priorities.levels[p3].code",
        says="Two priorities",
    ),
    Case(
        "PRI-09",
        setting("priorities.levels[p4].code", "P5"),
        setting("priorities.levels[p4].code", "Low"),
        "priorities.levels[p4].code",
        witness="P4",
    ),
    Case(
        "PRI-10",
        both(*(setting(f"priorities.matrix[{one}].priority", "p1") for one in _OTHERS[: 5 - len(_HIGHEST)])),
        both(*(setting(f"priorities.matrix[{one}].priority", "p1") for one in _OTHERS[: 4 - len(_HIGHEST)])),
        "priorities.matrix",
        witness="5 of 12",
    ),
]
