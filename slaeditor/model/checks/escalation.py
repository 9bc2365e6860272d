"""ESC, the steps in time: whether each comes before the target is missed, after the one below it, and at a time that is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from slaeditor.model import text
from slaeditor.model.agreement.escalation import Path as Ladder
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import overtaken
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.targets import label, place, row
from slaeditor.model.edits import SetTerm
from slaeditor.model.ladder import judged
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold

TABLE = Table()
READS = ("identity", "parties", "services", "hours", "priorities", "targets", "escalation")


@dataclass(frozen=True)
class At:
    """The time of a step, exact, on the clock that counts it."""

    amount: Decimal
    clock: tuple[Unit, str | None]

    @property
    def whole(self) -> Duration:
        """The time in whole minutes or working days, never earlier than it is."""
        return Duration(int(self.amount.to_integral_value(ROUND_CEILING)), *self.clock)


def at(step: Step, target: Target) -> At | None:
    """When the step comes for that target: after its own time, or at its percent of one of the target's times."""
    limit: Duration | None = step.after
    if limit is None and step.percent is not None and step.base is not None:
        limit = getattr(target, step.base.value)
    if limit is None:
        return None
    share = step.percent.value / 100 if step.after is None and step.percent is not None else Decimal(1)
    return At(limit.amount * share, (limit.unit, limit.calendar))


def paths_of(subject: Subject) -> Iterator[tuple[Ladder, Path, list[Target]]]:
    """The escalation paths, where each stands, and the targets for incidents that it belongs to."""
    for one in subject.document.escalation.paths:
        targets = [target for target in judged(subject.document, one) if target.work is Work.INCIDENT]
        yield one, ("escalation", "paths", one.id), targets


def called(subject: Subject, step: Step) -> str:
    """Who is called in: the role, or the contact where there is none."""
    contact = next((one for one in subject.document.parties.contacts if one.id == step.contact), None)
    return step.role.strip() or (contact.name if contact is not None else "") or say("a step without a role")


def when(subject: Subject, step: Step) -> str:
    """After 30 minutes (elapsed time); at 50% of “Restore”."""
    if step.after is not None:
        return say("after {length}", length=text.duration_text(subject.document, step.after))
    if step.percent is None or step.base is None:
        return say("at no stated time")
    return say("at {percent} of “{base}”", percent=step.percent, base=label(step.base.value))


def _place(path: Path, step: Step) -> Path:
    return (*path, "steps", step.id, "after" if step.after is not None or step.percent is None else "percent")


@TABLE.rule(
    "ESC-01",
    Severity.ERROR,
    Fault.DEAD,
    say("{path}: {step} is called in {when}, when “{time}” of {row} ({length}) is over."),
    reads=READS,
    remedy=say("Mark it as after breach"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for one, path, targets in paths_of(subject):
        for step in one.steps:
            if step.after_breach:
                continue
            for target in targets:
                time = "restore" if target.restore is not None else "resolve"
                if step.after is None and step.base is not None and step.base.value == "resolve":
                    time = "resolve"
                limit: Duration | None = getattr(target, time)
                moment = at(step, target)
                if limit is not None and moment is not None and _never_before(subject, moment, limit):
                    values = {
                        "path": one.name,
                        "step": called(subject, step),
                        "when": when(subject, step),
                        "time": label(time),
                        "row": row(subject, target),
                        "length": text.duration_text(subject.document, limit),
                    }
                    case = overtaken(subject, moment.whole, limit)
                    witness = case.witness(called(subject, step), label(time)) if case is not None else ""
                    remedy = SetTerm((*path, "steps", step.id, "after_breach"), True)
                    yield Hit((_place(path, step), place(target, time)), values, witness, remedy)
                    break


def _never_before(subject: Subject, moment: At, limit: Duration) -> bool:
    """Whether the step never comes before the limit has run out, whatever the start."""
    if moment.clock == (limit.unit, limit.calendar):
        return moment.amount >= limit.amount
    order = moment.whole.against(limit)
    if order is not None:
        return order >= 0
    return overtaken(subject, limit, moment.whole) is None and overtaken(subject, moment.whole, limit) is not None


@TABLE.rule(
    "ESC-02",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{path}: {step}, called in {when}, {why} {below}, called in {before}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """The steps of the two sides are two ladders: both may be called in at the same time."""
    for one, path, targets in paths_of(subject):
        for side in dict.fromkeys(step.side for step in one.steps):
            steps = [step for step in one.steps if step.side is side]
            for below, step in pairwise(steps):
                witness = next(
                    (said for target in targets if (said := _not_later(subject, below, step, target)) is not None), None
                )
                same = fold(step.role).strip() == fold(below.role).strip() != "" and step.contact != below.contact
                if witness is None and not same:
                    continue
                why = say("does not come later than") if witness is not None else say("has the same role as")
                values = {
                    "path": one.name,
                    "step": called(subject, step),
                    "when": when(subject, step),
                    "why": why,
                    "below": called(subject, below),
                    "before": when(subject, below),
                }
                where = _place(path, step) if witness is not None else (*path, "steps", step.id, "role")
                yield Hit((where, _place(path, below)), values, witness or "")


def _not_later(subject: Subject, below: Step, step: Step, target: Target) -> str | None:
    """The proof that the step can come no later than the one below it, empty when the figures say it; None when it never does."""
    first, second = at(below, target), at(step, target)
    if first is None or second is None:
        return None
    if first.clock == second.clock:
        return "" if second.amount <= first.amount else None
    case = overtaken(subject, first.whole, second.whole)
    return case.witness(called(subject, below), called(subject, step)) if case is not None else None


@TABLE.rule(
    "ESC-03",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{path}: {step} is called in {when}, before “First response” of {row} is due ({length})."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """A step at a percent of the response is there to save the response and is not meant."""
    for one, path, targets in paths_of(subject):
        step = one.steps[0] if one.steps else None
        if step is None or (step.after is None and step.base is not None and step.base.value == "response"):
            continue
        for target in targets:
            moment, limit = at(step, target), target.response
            if moment is None or limit is None:
                continue
            if moment.clock == (limit.unit, limit.calendar):
                early, witness = moment.amount < limit.amount, ""
            else:
                case = overtaken(subject, limit, moment.whole)
                early = case is not None
                witness = case.witness(label("response"), called(subject, step)) if case is not None else ""
            if early:
                values = {
                    "path": one.name,
                    "step": called(subject, step),
                    "when": when(subject, step),
                    "row": row(subject, target),
                    "length": text.duration_text(subject.document, limit),
                }
                yield Hit((_place(path, step), place(target, "response")), values, witness)
                break


@TABLE.rule(
    "ESC-08",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{path}: nothing says for sure when {step} is called in; {why}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one, path, targets in paths_of(subject):
        for step in one.steps:
            where: Path = (*path, "steps", step.id)
            if step.after is not None and step.percent is not None:
                field, why = "percent", say("the step has both a time and a percent")
            elif step.after is not None:
                continue
            elif step.percent is None:
                field, why = "after", say("the step has neither a time nor a percent")
            elif step.base is None:
                field, why = "base", say("nothing says of which target the {percent} are", percent=step.percent)
            elif targets and all(getattr(target, step.base.value) is None for target in targets):
                field, why = "base", say("no target of the path has a time for “{base}”", base=label(step.base.value))
            else:
                continue
            yield Hit(((*where, field),), {"path": one.name, "step": called(subject, step), "why": why})
