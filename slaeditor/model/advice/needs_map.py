"""What the customer needs beside the terms that answer it: who said what, what serves it, and what nothing serves yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from slaeditor.model import interview, paths, text
from slaeditor.model.advice.proposal import Proposal
from slaeditor.model.advice.unmet import unmet_needs
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.sentence import capital, joined, say
from slaeditor.model.terms import Kind, Row, fields, is_empty


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that calls for terms: its place, what it is called and says, who said it and when, and the terms that answer it.

    ``about`` is the name of the service that it is about, if it is about one. ``missing`` is the sentence that says that nothing
    answers it; empty where something does.
    """

    path: Path
    label: str
    said: str
    about: str = ""
    said_by: str = ""
    said_on: date | None = None
    terms: tuple[Path, ...] = ()
    missing: str = ""


class Group(msgspec.Struct, frozen=True):
    """Needs that belong together, and what the customer said of it all."""

    title: str
    quote: str
    needs: tuple[Need, ...]


class Served(msgspec.Struct, frozen=True):
    """A term that answers needs: what it says, and where it stands."""

    path: Path
    words: str
    where: str


class NeedsMap(msgspec.Struct, frozen=True):
    """Groups of needs, what nothing answers first, and the terms in the order in which the needs name them."""

    groups: tuple[Group, ...]
    terms: tuple[Served, ...]

    @property
    def needs(self) -> tuple[Need, ...]:
        """All of them, in order."""
        return tuple(need for group in self.groups for need in group.needs)

    @property
    def unmet(self) -> int:
        """How many nothing answers."""
        return sum(bool(need.missing) for need in self.needs)

    def only_unmet(self) -> NeedsMap:
        """Without what is answered."""
        groups = ((group, tuple(need for need in group.needs if need.missing)) for group in self.groups)
        return NeedsMap(tuple(Group(group.title, group.quote, needs) for group, needs in groups if needs), ())


def needs_map(document: Agreement, derived: tuple[Proposal, ...]) -> NeedsMap:
    """The map of the document; ``derived`` is all advice on it (``advice.derive``)."""
    answering: dict[Path, dict[Path, None]] = {}
    for need, term in _links(document):
        answering.setdefault(need, {})[term] = None
    linked = set(answering)
    for proposal in derived:
        if not proposal.edits:
            for need in proposal.needs:
                if need not in linked:
                    answering.setdefault(need, {}).update(
                        {term: None for term in proposal.terms if paths.exists(document, term)}
                    )
    missing = {one.need: one.sentence for one in unmet_needs(document, derived)}
    wanted = [path for path in {**missing, **answering} if _says(document, path)]
    order = {path: number for number, (path, _, _) in enumerate(paths.walk(document))} if wanted else {}
    wanted.sort(key=lambda path: (order.get(path, len(order)), path))
    about = {need.id: text.row_name(document, need) for need in document.needs.services}
    needs = [_need(document, path, about, tuple(answering.get(path, ())), missing.get(path, "")) for path in wanted]
    groups = tuple(_grouped(document, needs))
    served = dict.fromkeys(term for group in groups for need in group.needs for term in need.terms)
    return NeedsMap(groups, tuple(_served(document, term) for term in served))


def _links(document: Agreement) -> Iterator[tuple[Path, Path]]:
    for row in document.needs.links:
        try:
            need, term = paths.parse(row.need), paths.parse(row.term)
        except EditError:
            continue
        if paths.exists(document, need) and paths.exists(document, term):
            yield need, term


def _says(document: Agreement, path: Path) -> bool:
    value = paths.find(document, path)
    return value is not False and not is_empty(value)


def _need(document: Agreement, path: Path, about: dict[str, str], terms: tuple[Path, ...], missing: str) -> Need:
    source = interview.source_of(document, path)
    declared = paths.field_at(path)
    label = capital(declared.term.one) if paths.is_row(path) else declared.term.label
    return Need(
        path=path,
        label=label,
        said=_words(document, path),
        about=about.get(path[2], "") if path[:2] == ("needs", "services") else "",
        said_by=source.said_by if source else "",
        said_on=source.said_on if source else None,
        terms=terms,
        missing=missing,
    )


def _grouped(document: Agreement, needs: list[Need]) -> Iterator[Group]:
    unmet = tuple(need for need in needs if need.missing)
    if unmet:
        yield Group(say("Not answered yet"), "", unmet)
    services = {need.id: need for need in document.needs.services}
    for service in document.services.items:
        own = tuple(need for need in needs if not need.missing and _service(services, need.path) == service.id)
        if own:
            said = next((need.words for need in services.values() if need.service == service.id), "")
            yield Group(service.name or say("(no name yet)"), said, own)
    known = {service.id for service in document.services.items}
    rest = tuple(need for need in needs if not need.missing and _service(services, need.path) not in known)
    if rest:
        yield Group(say("The agreement as a whole"), "", rest)


def _service(services: dict[str, Any], path: Path) -> str:
    if path[:2] == ("needs", "services") and len(path) > 2:
        found = services.get(path[2])
        return found.service or "" if found else ""
    return path[2] if path[:2] == ("services", "items") and len(path) > 2 else ""


def _served(document: Agreement, path: Path) -> Served:
    along = text.place(document, path)
    if paths.is_row(path):
        figure = _figure(document, path)
        return (
            Served(path, figure, joined(" › ", along)) if figure else Served(path, along[-1], joined(" › ", along[:-1]))
        )
    words = _words(document, path) or say("not stated")
    return Served(path, say("{term}: {value}", term=along[-1], value=words), joined(" › ", along[:-1] or along))


def _figure(document: Agreement, path: Path) -> str:
    """The first figure that a row promises, with its label; empty when it has none."""
    row = paths.find(document, path)
    for declared in fields(type(row)):
        value = getattr(row, declared.name)
        if declared.kind in (Kind.PERCENT, Kind.DURATION) and not is_empty(value):
            words = text.value_text(document, declared, value)
            return say("{term}: {value}", term=declared.term.label, value=words)
    return ""


def _words(document: Agreement, path: Path) -> str:
    value = paths.find(document, path)
    if paths.is_row(path) and isinstance(value, Row):
        return text.row_name(document, value)
    declared = paths.field_at(path)
    if declared.kind is Kind.FLAG:
        return say("yes") if value else say("no")
    return text.value_text(document, declared, value)
