"""The annex with a worked example for each priority, computed by the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from slaeditor.export.blocks import Cell, Column, Role, Run, Table, TableRow
from slaeditor.export.writing.sections import targets
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Side
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.paths import Path
from slaeditor.model.what_if.calling import Updates
from slaeditor.model.what_if.examples import Example, examples
from slaeditor.model.what_if.words import counting, moment_text, zoned

PATH: Path = ("#", "examples")
When = Callable[[datetime], str]
_UPDATES = 3
"""So many status updates are listed."""


def has_any(document: Agreement) -> bool:
    """Whether there is anything to work an example of."""
    return bool(document.priorities.levels and document.targets.items)


def annex(writer: Writer) -> None:
    """What the examples are for, then a row for each promise of each example."""
    found = table(writer)
    if found is None:
        writer.plain((Run("The times of this Agreement cannot be counted yet, so no examples are given."),), depth=0)
        return
    writer.plain(
        (
            Run(
                "The following examples show how times are counted under this Agreement, public holidays included. "
                "They explain its terms and do not change them."
            ),
        ),
        depth=0,
        role=Role.NOTE,
    )
    writer.table(found)


def table(writer: Writer) -> Table | None:
    """All examples in one table, a band of it for each; None when no time is promised. One zone for all stands in the head."""
    found = examples(writer.document, public_holidays)
    zones = {str(at.tzinfo) for one in found for at in _moments(one)}
    zone = zones.pop() if len(zones) == 1 else ""
    when = moment_text if zone else zoned
    rows = [row for one in found for row in _rows(writer.document, one, when)]
    if not rows:
        return None
    columns = (
        Column(label="Example", name="example", width=40, group=True),
        Column(label="What", name="what", width=26),
        Column(label="Agreed", name="agreed", width=24),
        Column(label="At the latest", name="due", unit=zone, width=34),
        Column(label="How it is counted", name="counted", width=60, detail=True),
    )
    return Table(path=PATH, caption="Worked examples", columns=columns, rows=tuple(rows))


def _moments(example: Example) -> Iterator[datetime]:
    answer = example.answer
    moments = [one.at for one in answer.dues] + [one.at for one in answer.calls]
    yield from (at for at in moments if at is not None)


def _rows(document: Agreement, example: Example, when: When) -> Iterator[TableRow]:
    """First response, status updates, workaround, restore, resolve; then each step of escalation."""
    answer = example.answer
    head = _head(document, example)
    place = (*PATH, example.priority.id)
    for number, due in enumerate(answer.dues):
        if number == 1 and answer.updates is not None and answer.updates.at:
            yield _row(place, head, "Status updates", *_updates(answer.updates, when), "")
        if due.at is not None and due.clock is not None:
            agreed = f"{due.limit.length()} ({due.clock.name})"
            yield _row(place, head, due.what.label, agreed, when(due.at), " ".join(counting(due)))
    for call in answer.calls:
        if call.at is not None:
            side = "Provider" if call.step.side is Side.PROVIDER else "Customer"
            yield _row(place, head, f"{call.step.role or call.contact} ({side})", call.how, when(call.at), "")


def _head(document: Agreement, example: Example) -> str:
    answer = example.answer
    name = example.priority.code or example.priority.name
    on = answer.service.name if answer.service is not None else ""
    if answer.target is not None and not answer.target.services:
        on = targets.general(answer.target, document.targets.items).lower()
    recorded = zoned(answer.start.at or answer.report.moment)
    return f"Priority {name}: an incident{f' on {on}' if on else ''}, recorded {recorded}"


def _updates(told: Updates, when: When) -> tuple[str, str]:
    shown = "\n".join(when(at) for at in told.at[:_UPDATES])
    more = " and so on" if told.more or len(told.at) > _UPDATES else ""
    clock = f" ({told.clock.name})" if told.clock is not None else ""
    return f"every {told.limit.length()}{clock}", shown + more


def _row(place: Path, *texts: str) -> TableRow:
    return TableRow((*place, texts[1]), tuple(Cell((Run(str(text)),) if text else ()) for text in texts))
