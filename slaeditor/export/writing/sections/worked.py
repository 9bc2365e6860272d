"""Tables that are worked out from the agreement: the downtime that its percents allow, and the invoice of a month as an example."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.writer import Writer
from slaeditor.model.arithmetic.example import example
from slaeditor.model.arithmetic.invoice import invoice
from slaeditor.model.arithmetic.lengths import Length, Promised, allowances
from slaeditor.model.arithmetic.lines import Line, Weight, lines
from slaeditor.model.arithmetic.steps import Kind
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.quantities import Money, plain

ALLOWANCE = ("#", "allowance")
INVOICE = ("#", "invoice")
_MINUTE = Decimal(60)
_HUNDREDTH = Decimal("0.01")


def year_of(writer: Writer) -> int:
    """The year that is worked out: the first of the agreement, or that of the export."""
    return (writer.document.identity.effective or writer.context.exported.date()).year


def allowance(writer: Writer) -> Table | None:
    """Minutes of downtime by the length of the period; None where no promise can be counted."""
    found = allowances(writer.document, year_of(writer), public_holidays)
    if not found:
        return None
    columns = (
        Column(label="Promise", name="promise", width=30, group=True),
        Column(label="Period", name="period", width=44),
        Column(label="Base time", name="base", unit="min", width=14, align=Align.RIGHT),
        Column(label="Downtime allowed", name="allowed", unit="min", width=18, align=Align.RIGHT),
    )
    rows = tuple(
        _length(writer, promised, length, number)
        for number, promised in enumerate(found)
        for length in (*promised.lengths, promised.year)
    )
    return Table(path=ALLOWANCE, caption=f"Downtime allowed in {year_of(writer)}", columns=columns, rows=rows)


def _length(writer: Writer, promised: Promised, length: Length, number: int) -> TableRow:
    names = ", ".join(writer.values.name("services", one) for one in promised.services)
    words = f"{promised.percent} of {promised.calendar.name}: {names}" if names else f"{promised.percent}"
    allowed = minutes(length.allowed)
    cells = (
        Cell((Run(words),)),
        Cell((Run(length.words()),)),
        Cell((Run(f"{length.base // 60:,}"),), length.base // 60),
        Cell((Run(f"{allowed:,.2f}"),), allowed),
    )
    return TableRow((*ALLOWANCE, str(number)), cells)


def minutes(seconds: Decimal) -> Decimal:
    """Minutes with at most two places, cut, so that they never promise more: 43.2, 21.6."""
    return Decimal(plain((seconds / _MINUTE).quantize(_HUNDREDTH, ROUND_DOWN)))


def worked_invoice(writer: Writer) -> Table | None:
    """The invoice of a month in which two metrics are missed; None without fees, or where nothing is credited."""
    found = invoice(writer.document, example(writer.document))
    if found.fee is None or not found.sum_of(Kind.CREDIT, Kind.EVENT):
        return None
    columns = (
        Column(label="Step", name="step", width=76),
        Column(label="Amount", name="amount", unit=found.fee.currency, width=16, align=Align.RIGHT),
    )
    rows = tuple(_line(line, number) for number, line in enumerate(lines(found)))
    return Table(path=INVOICE, caption="Example of an invoice", columns=columns, rows=rows)


def _line(line: Line, number: int) -> TableRow:
    amount = Cell((), None) if line.amount is None else Cell((Run(_bare(line.amount)),), line.amount.amount)
    return TableRow((*INVOICE, str(number)), (Cell((Run(str(line.words)),)), amount), total=line.weight is Weight.SUM)


def _bare(amount: Money) -> str:
    """The amount without its currency, which stands in the head, and with a true minus."""
    return str(amount).removeprefix(amount.currency).strip().replace("-", "−")
