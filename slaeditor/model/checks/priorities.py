"""PRI: levels that anybody can tell apart, a matrix without holes or surprises, and priorities that mean something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from slaeditor.model.agreement.priorities import LevelRow, MatrixCell
from slaeditor.model.agreement.targets import Target
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.summary import fold
from slaeditor.model.terms import field

TABLE = Table()
_MATRIX: Path = ("priorities", "matrix")
_TIMES = ("response", "update", "workaround", "restore", "resolve")
_LIKE = 3
_A_THIRD = 3


def _cells(subject: Subject) -> dict[tuple[str, str], MatrixCell]:
    return {(one.impact, one.urgency): one for one in subject.document.priorities.matrix if one.impact and one.urgency}


@TABLE.rule(
    "PRI-01",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("The matrix does not say which priority follows from impact “{impact}” and urgency “{urgency}”."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    cells = _cells(subject)
    for impact in subject.document.priorities.impacts:
        for urgency in subject.document.priorities.urgencies:
            cell = cells.get((impact.id, urgency.id))
            if cell is None or cell.priority is None:
                path = _MATRIX if cell is None else (*_MATRIX, cell.id, "priority")
                yield Hit((path,), {"impact": impact.label, "urgency": urgency.label})


@TABLE.rule(
    "PRI-02",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The matrix gives {graver} only {lower}, but {milder} {higher}."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.priorities
    rank = {identifier: number for number, identifier in enumerate(subject.priorities)}
    cells = _cells(subject)
    along: list[tuple[Sequence[LevelRow], Sequence[LevelRow], bool]] = [
        (section.impacts, section.urgencies, True),
        (section.urgencies, section.impacts, False),
    ]
    for graded, fixed, by_impact in along:
        for same in fixed:
            for grave, mild in pairwise(graded):
                keys = [(one.id, same.id) if by_impact else (same.id, one.id) for one in (grave, mild)]
                one, other = (cells.get(key) for key in keys)
                if one is None or other is None or one.priority not in rank or other.priority not in rank:
                    continue
                if rank[one.priority] > rank[other.priority]:
                    codes = [subject.priorities[cell.priority or ""].code for cell in (one, other)]
                    named = [_both(level, same) if by_impact else _both(same, level) for level in (grave, mild)]
                    values = {"graver": named[0], "milder": named[1], "lower": codes[0], "higher": codes[1]}
                    paths = ((*_MATRIX, one.id, "priority"), (*_MATRIX, other.id, "priority"))
                    yield Hit(
                        paths, values, say("{lower} is a lower priority than {higher}", lower=codes[0], higher=codes[1])
                    )


def _both(impact: LevelRow, urgency: LevelRow) -> str:
    return say("“{impact}” with urgency “{urgency}”", impact=impact.label, urgency=urgency.label)


@TABLE.rule(
    "PRI-03",
    Severity.WARNING,
    Fault.DEAD,
    say("No cell of the matrix yields {priority}, so no incident can have it."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    yielded = {one.priority for one in subject.document.priorities.matrix}
    if len(yielded) > (None in yielded):
        for identifier, priority in subject.priorities.items():
            if identifier not in yielded:
                yield Hit((("priorities", "levels", identifier),), {"priority": priority.code})


@TABLE.rule(
    "PRI-04",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("The matrix yields {priority}, but there are no targets for incidents of that priority with {services}."),
    reads=("priorities", "targets", "services"),
)
def _(subject: Subject) -> Iterator[Hit]:
    timed = {service for service, _ in subject.incident_targets}
    yielded = {one.priority for one in subject.document.priorities.matrix}
    for identifier, priority in subject.priorities.items():
        without = [
            service.name
            for service in subject.document.services.items
            if service.id in timed and (service.id, identifier) not in subject.incident_targets
        ]
        if identifier in yielded and without:
            values = {"priority": priority.code, "services": joined(", ", without)}
            yield Hit((("priorities", "levels", identifier),), values)


def _levels(subject: Subject) -> Iterator[tuple[Path, LevelRow]]:
    section = subject.document.priorities
    for name, levels in (("impacts", section.impacts), ("urgencies", section.urgencies)):
        for level in levels:
            yield ("priorities", name, level.id), level


@TABLE.rule(
    "PRI-05",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("The level “{level}” has no objective test: nobody can tell by a fact whether it holds."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, level in _levels(subject):
        if not level.test.strip() and level.lowest is None and level.highest is None:
            yield Hit(((*path, "test"),), {"level": level.label})


@TABLE.rule(
    "PRI-06",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("The ranges of “{one}” and “{other}” {fault} ({measure})."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    ranged: dict[tuple[str, str], list[tuple[int, Path, LevelRow]]] = defaultdict(list)
    for path, level in _levels(subject):
        if level.lowest is not None or level.highest is not None:
            ranged[path[1], fold(level.measure).strip()].append((level.lowest or 0, path, level))
    for levels in ranged.values():
        levels.sort(key=lambda one: one[0])
        for lowest, path, level in levels:
            if level.highest is not None and level.highest < lowest:
                values = {"one": level.label, "other": level.label, "fault": say("end before they begin")}
                yield Hit(((*path, "highest"),), {**values, "measure": level.measure}, f"{lowest}–{level.highest}")
        for (_, path, level), (after, next_path, following) in pairwise(levels):
            values = {"one": level.label, "other": following.label, "measure": level.measure}
            end = level.highest
            if end is None or end >= after:
                yield Hit(
                    ((*path, "highest"), (*next_path, "lowest")),
                    {**values, "fault": say("overlap")},
                    say("{number} is in both", number=after),
                )
            elif after > end + 1:
                gap = f"{end + 1}" if after == end + 2 else f"{end + 1}–{after - 1}"
                yield Hit(
                    ((*path, "highest"), (*next_path, "lowest")),
                    {**values, "fault": say("leave a hole between them")},
                    say("{number} is in neither", number=gap),
                )


@TABLE.rule(
    "PRI-07",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{label}” is empty: it is open who acts when impact, urgency or priority are in question."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.priorities
    for name in ("set_by", "validated_by", "disputed_by"):
        if not getattr(section, name).strip():
            yield Hit((("priorities", name),), {"label": field(type(section), name).term.label})


@TABLE.rule(
    "PRI-08",
    Severity.HINT,
    Fault.HYGIENE,
    say("{priorities} have the same targets; fewer priorities would say the same."),
    reads=("priorities", "targets"),
)
def _(subject: Subject) -> Iterator[Hit]:
    alike: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for target in subject.document.targets.items:
        times = tuple(getattr(target, name) for name in _TIMES)
        if target.priority in subject.priorities and any(time is not None for time in times):
            alike[(target.work, frozenset(target.services), *times)].append(target)
    for targets in alike.values():
        codes = list(dict.fromkeys(subject.priorities[target.priority or ""].code for target in targets))
        if len(codes) >= _LIKE:
            yield Hit(tuple(("targets", "items", one.id) for one in targets), {"priorities": joined(", ", codes)})


@TABLE.rule(
    "PRI-09",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{what}."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    levels = subject.document.priorities.levels
    seen: dict[str, str] = {}
    for level in levels:
        code = fold(level.code).strip()
        if code and seen.setdefault(code, level.id) != level.id:
            what = say("Two priorities have the code {code}", code=level.code)
            yield Hit(
                (("priorities", "levels", level.id, "code"), ("priorities", "levels", seen[code], "code")),
                {"what": what},
            )
    numbered = [(level, re.fullmatch(r"(\D*)(\d{1,4})", level.code.strip())) for level in levels]
    for (_, one), (level, other) in pairwise(numbered):
        if one is None or other is None or one[1] != other[1] or int(other[2]) <= int(one[2]) + 1:
            continue
        missing = f"{one[1]}{int(one[2]) + 1}"
        what = say(
            "After {before} comes {after}; there is no {missing}", before=one[0], after=other[0], missing=missing
        )
        yield Hit((("priorities", "levels", level.id, "code"),), {"what": what}, missing)


@TABLE.rule(
    "PRI-10",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("More than a third of the matrix yields {priority}: where everything is critical, nothing is."),
    reads=("priorities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    cells = [one for one in subject.document.priorities.matrix if one.priority in subject.priorities]
    for identifier, priority in list(subject.priorities.items())[:1]:
        highest = [one for one in cells if one.priority == identifier]
        if len(highest) * _A_THIRD > len(cells):
            witness = say("{count} of {all} cells", count=len(highest), all=len(cells))
            yield Hit((_MATRIX, ("priorities", "levels", identifier)), {"priority": priority.code}, witness)
