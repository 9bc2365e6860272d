"""From a document to its outline: which clauses and annexes there are, in which order and under which numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from slaeditor.export import blocks
from slaeditor.export.blocks import Block, Contents, Outline, Run
from slaeditor.export.context import Context
from slaeditor.export.writing import cover, signatures
from slaeditor.export.writing.sections import (
    acknowledged,
    availability,
    channels,
    contacts,
    definitions,
    escalation,
    examples,
    exclusions,
    history,
    hours,
    identity,
    legal,
    maintenance,
    metrics,
    needs,
    parties,
    priorities,
    remedies,
    responsibilities,
    review,
    services,
    signoff,
    targets,
)
from slaeditor.export.writing.values import SHEET
from slaeditor.export.writing.writer import Writer, letters
from slaeditor.model import paths, text
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.paths import Path
from slaeditor.model.terms import is_empty


class Part(msgspec.Struct, frozen=True):
    """A clause or an annex to be written."""

    path: Path
    title: str
    write: Callable[[Writer], None]
    note: Run | None = None
    states: Path = ()


class Chapter(msgspec.Struct, frozen=True):
    """A clause on one section of the document; it is left out while the section says nothing."""

    section: str
    title: str
    write: Callable[[Writer], None]


CHAPTERS = (
    Chapter("services", "Services", services.clause),
    Chapter("hours", "Hours", hours.clause),
    Chapter("priorities", "Priorities", priorities.clause),
    Chapter("targets", "Service level targets", targets.clause),
    Chapter("channels", "Channels and support tiers", channels.clause),
    Chapter("escalation", "Escalation", escalation.clause),
    Chapter("availability", "Availability and continuity", availability.clause),
    Chapter("maintenance", "Maintenance", maintenance.clause),
    Chapter("exclusions", "Exclusions", exclusions.clause),
    Chapter("metrics", "Metrics and satisfaction", metrics.clause),
    Chapter("remedies", "Service credits and rewards", remedies.clause),
    Chapter("review", "Reporting and review", review.clause),
    Chapter("responsibilities", "Responsibilities", responsibilities.clause),
)
"""The clauses between the term of the agreement and its legal text, in order."""


def outline(document: Agreement, context: Context) -> Outline:
    """The whole document as neutral blocks. Every term that says something and is not internal is in it."""
    clauses, annexes = list(_clauses(document)), list(_annexes(document, context))
    writer = Writer(document, context, _titles(clauses, annexes))
    for number, part in enumerate(clauses, start=1):
        writer.clause(str(number), part.title, part.path, part.note, part.states)
        part.write(writer)
    writer.blocks.append(signatures.page(writer))
    for number, part in enumerate(annexes, start=1):
        writer.annex(letters(number).upper(), part.title, part.path)
        part.write(writer)
    _further(writer, letters(len(annexes) + 1).upper())
    return Outline(
        title=document.identity.title or cover.kind_text(document),
        subject=" ".join(part for part in (cover.kind_text(document), document.identity.number) if part),
        author=document.parties.provider.legal_name,
        language="en",
        blocks=(cover.cover(writer), Contents(), *definitions.linked(document, tuple(writer.blocks))),
    )


def writer(document: Agreement, context: Context) -> Writer:
    """A writer that has written nothing yet but knows what each clause and annex is cited as, for exports with other parts."""
    return Writer(document, context, _titles(list(_clauses(document)), list(_annexes(document, context))))


def _titles(clauses: list[Part], annexes: list[Part]) -> dict[Path, str]:
    titles: dict[Path, str] = {}
    for number, part in enumerate(clauses, start=1):
        titles[part.path] = f"clause {number} ({part.title})" if part.title else f"clause {number}"
    for number, part in enumerate(annexes, start=1):
        titles[part.path] = f"Annex {letters(number).upper()} ({part.title})"
    for path, also in ((("signoff",), signoff.PATH), (("legal",), ("legal", "definitions"))):
        if path not in titles and also in titles:
            titles[path] = titles[also]
    legal_clauses = [number for number, part in enumerate(clauses, start=1) if part.path[:2] == ("legal", "clauses")]
    if legal_clauses:
        first, last = legal_clauses[0], legal_clauses[-1]
        titles[("legal",)] = f"clause {first}" if first == last else f"clauses {first} to {last}"
    return titles


def _clauses(document: Agreement) -> Iterator[Part]:
    yield Part(("parties",), "Parties", parties.clause)
    yield Part(("legal", "definitions"), "Definitions and interpretation", definitions.clause)
    yield Part(("identity",), "Term and basis of this Agreement", identity.clause)
    nothing = Agreement()
    for chapter in CHAPTERS:
        if getattr(document, chapter.section) != getattr(nothing, chapter.section):
            yield Part((chapter.section,), chapter.title, chapter.write)
    for clause in document.legal.clauses:
        path = ("legal", "clauses", clause.id)
        yield Part(path, clause.heading, legal.writer_of(clause, path), legal.topic(clause, path), (*path, "heading"))
    yield Part(("signoff",), "Approval and signature", signoff.clause)


def _annexes(document: Agreement, context: Context) -> Iterator[Part]:
    if document.services.items:
        yield Part(services.DETAILS, "Service descriptions", services.details)
    if contacts.has_any(document):
        yield Part(contacts.PATH, "Contacts and sites", contacts.annex)
    if metric_sheet(document):
        yield Part(SHEET, "Metric sheet", metrics.sheet)
    if document.needs != Agreement().needs:
        yield Part(("needs",), "Needs analysis", needs.annex)
    if examples.has_any(document):
        yield Part(examples.PATH, "Worked examples", examples.annex)
    if context.history:
        yield Part(history.PATH, "Change history", history.annex)
    if context.acknowledged:
        yield Part(acknowledged.PATH, "Acknowledged findings", acknowledged.annex)


def stated(parts: tuple[Block, ...]) -> set[Path]:
    """The places of all terms that the blocks state, the cover's summary left out."""
    found: set[Path] = set()
    for block in parts:
        if isinstance(block, blocks.Cover):
            continue
        for piece in blocks.texts(block):
            found.update((piece.path,) if isinstance(piece, Run) else piece.paths)
    return found


def _further(writer: Writer, letter: str) -> None:
    """What no layout has stated, word for word, so that no term can be lost."""
    found = stated(tuple(writer.blocks)) | {("kind",)}
    nothing = Agreement()
    silent = {name for name in SECTIONS if getattr(writer.document, name) == getattr(nothing, name)}
    left = [
        (path, declared, value)
        for path, declared, value in paths.walk(writer.document)
        if not is_empty(value) and path not in found and path[0] not in silent and not paths.is_internal(path)
    ]
    if left:
        writer.annex(letter, "Further terms", ("#", "further"))
        for path, declared, value in left:
            where = " › ".join(text.place(writer.document, path))
            writer.numbered((Run(f"{where}: "), *writer.values.of(path, declared, value)), path)
