"""Taking proposals: the one edit that applies the chosen ones, links needs to terms and remembers what was considered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from slaeditor.model import paths
from slaeditor.model.advice.proposal import Proposal
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Link
from slaeditor.model.agreement.playbook import Considered
from slaeditor.model.edits import Edit, InsertRow, RemoveRow, SetTerm, Several, apply
from slaeditor.model.paths import Path
from slaeditor.model.prune import mending
from slaeditor.model.sentence import counted

_LINKS = ("needs", "links")
_CONSIDERED = ("playbook", "considered")


def accept(
    document: Agreement,
    proposals: tuple[Proposal, ...],
    chosen: Collection[str],
    settled: tuple[Proposal, ...],
    again: Callable[[Agreement, str], Proposal | None],
) -> Several:
    """See ``advice.accept``.

    ``settled`` are proposals that the document says already; ``again`` derives one afresh, on what those before it made
    of the document.
    """
    edits: list[Edit] = []
    now = document

    def do(edit: Edit) -> None:
        nonlocal now
        edits.append(edit)
        now = apply(now, edit)

    taken: set[str] = set()
    blocked: set[str] = set()
    for proposal in proposals:
        if proposal.id not in chosen:
            continue
        fresh = again(now, proposal.id)
        if fresh is None or not set(fresh.requires) <= taken:
            blocked.add(proposal.id)
            continue
        taken.add(proposal.id)
        for edit in fresh.edits:
            do(edit)
        for edit in tuple(_links(now, fresh)):
            do(edit)
    for edit in _emptied(document, now):
        do(edit)
    for edit in mending(document, now):
        do(edit)
    for proposal in (*proposals, *settled):
        if proposal.id not in blocked:
            do(_remember(now, proposal, proposal.id in taken or proposal in settled))
    return Several(counted("taking {count} proposal", "taking {count} proposals", len(taken)), tuple(edits))


def _links(document: Agreement, proposal: Proposal) -> Iterator[Edit]:
    wanted = {
        f"{proposal.id}.{number}": (paths.text_of(need), paths.text_of(place))
        for number, (need, place) in enumerate(_pairs(document, proposal), start=1)
    }
    for row in document.needs.links:
        if row.id.rpartition(".")[0] == proposal.id and row.id not in wanted:
            yield RemoveRow((*_LINKS, row.id))
    held = {row.id for row in document.needs.links}
    for identifier, (need, place) in wanted.items():
        if identifier in held:
            yield SetTerm((*_LINKS, identifier, "need"), need)
            yield SetTerm((*_LINKS, identifier, "term"), place)
            yield SetTerm((*_LINKS, identifier, "why"), str(proposal.reason))
        else:
            yield InsertRow(_LINKS, Link(id=identifier, need=need, term=place, why=str(proposal.reason)))


def _pairs(document: Agreement, proposal: Proposal) -> Iterator[tuple[Path, Path]]:
    places = [place for place in proposal.terms if paths.exists(document, place)]
    for need in proposal.needs:
        yield from ((need, place) for place in places[:1])


def _emptied(before: Agreement, after: Agreement) -> Iterator[Edit]:
    """Rows that stood for services, priorities or metrics which all got rows of their own: left empty, they would mean all."""
    for path, declared, rows in paths.tables(after):
        names = [name for name in ("services", "priorities", "metrics") if name in declared.type.__struct_fields__]
        for row in rows:
            place = (*path, row.id)
            if paths.exists(before, place):
                old = paths.find(before, place)
                if any(getattr(old, name) and not getattr(row, name) for name in names):
                    yield RemoveRow(place)


def _remember(document: Agreement, proposal: Proposal, taken: bool) -> Edit:
    place = (*_CONSIDERED, proposal.id)
    if not paths.exists(document, place):
        return InsertRow(_CONSIDERED, Considered(id=proposal.id, basis=proposal.basis, taken=taken))
    return Several("", (SetTerm((*place, "basis"), proposal.basis), SetTerm((*place, "taken"), taken)))
