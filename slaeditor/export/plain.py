"""The text of an outline alone, for golden tests and for looking at it."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.export.blocks import (
    Annex,
    Block,
    Contents,
    Cover,
    Heading,
    Items,
    Outline,
    PageBreak,
    Paragraph,
    SignaturePage,
    Table,
    TableKind,
    number_of,
)


def plain(outline: Outline) -> str:
    """The text of the outline, a line for each heading, paragraph and row; cells are set apart by “ | ”."""
    return "\n".join(line for block in outline.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Annex():
            note = f" [{block.note.text}]" if isinstance(block, Heading) and block.note and block.note.text else ""
            yield f"{'#' * (block.level if isinstance(block, Heading) else 1)} {number_of(block)} {block.text}{note}"
        case Paragraph():
            yield f"{block.number} {block.text}".strip()
        case Items():
            yield from (f"- {item.text}" for item in block.items)
        case Table():
            yield f"[Table {block.number or '-'}: {block.caption}]"
            if block.kind is not TableKind.RECORD:
                yield " | ".join(
                    f"{column.label}{f' ({column.unit})' if column.unit else ''}" for column in block.columns
                )
            for row in block.rows:
                yield " | ".join(cell.text for cell in row.cells)
        case Cover():
            yield "[Cover]"
            yield from (run.text for run in (block.kind, block.title, block.number, block.label) if run.text)
            yield from (f"{role}: {run.text}" for role, run in block.parties)
            for fact in block.facts:
                yield f"{fact.label}: {' / '.join(line.text for line in fact.lines)}"
            if block.services:
                yield from _lines(block.services)
            yield from ([block.more] if block.more else [])
            yield from (f"{label}: {value}" for label, value in block.revision)
        case SignaturePage():
            yield from _lines(block.heading)
            for paragraph in block.text:
                yield from _lines(paragraph)
            for party in block.blocks:
                yield f"[{party.role}: {party.party.text}]"
                yield from (f"{who.name.text} | {who.title.text} | {who.field}" for who in party.signers)
        case Contents():
            yield "[Contents]"
        case PageBreak():
            yield "[Page]"
