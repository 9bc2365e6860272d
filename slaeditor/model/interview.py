"""The needs analysis as pure functions: what is asked of this customer, what an answer does to the document, and who said it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from slaeditor.model import paths, prune
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import ServiceNeed, Source
from slaeditor.model.agreement.services import Service
from slaeditor.model.edits import Edit, InsertRow, RemoveRow, SetTerm, Several, apply, name_of
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.questions import THEMES, Catalogue, Each, One, Table
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, is_empty

_SERVICES: Path = ("services", "items")
_NEEDS: Path = ("needs", "services")
_SOURCES: Path = ("needs", "sources")


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it is put: ``path`` is the term that it fills, or the table when it has ``columns``.

    ``service`` is the id of the service that it is about, if it is about one.
    """

    id: str
    path: Path
    wording: str
    hint: str = ""
    service: str = ""
    columns: tuple[str, ...] = ()

    @property
    def field(self) -> Field:
        """The declaration of the term: what kind of value an answer is, its unit and suggestions."""
        return paths.field_at(self.path)


class Theme(msgspec.Struct, frozen=True):
    """A theme with the questions that are asked of this customer. Questions about services come service by service."""

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]


class Progress(msgspec.Struct, frozen=True):
    """How many questions of a theme have an answer."""

    theme: str
    answered: int
    asked: int


def themes(document: Agreement) -> tuple[Theme, ...]:
    """All themes, each with what is asked given the answers so far."""
    return tuple(_theme(document, catalogue) for catalogue in THEMES)


def _theme(document: Agreement, catalogue: Catalogue) -> Theme:
    before: list[Question] = []
    after: list[Question] = []
    each: list[Each] = []
    for asked in catalogue.questions:
        match asked:
            case One(place, wording, hint, when):
                if when(document):
                    (after if each else before).append(_question(paths.parse(place), say(wording), hint))
            case Table(place, wording, hint, columns, when):
                if when(document):
                    (after if each else before).append(
                        _question(paths.parse(place), say(wording), hint, columns=columns)
                    )
            case Each():
                each.append(asked)
    needs: dict[str | None, ServiceNeed] = {}
    for need in document.needs.services:
        needs.setdefault(need.service, need)
    about = [
        question
        for service in (document.services.items if each else ())
        for asked in each
        if (question := _about(needs.get(service.id), service, asked)) is not None
    ]
    return Theme(catalogue.id, say(catalogue.title), say(catalogue.intro), (*before, *about, *after))


def _question(path: Path, wording: str, hint: str, service: str = "", columns: tuple[str, ...] = ()) -> Question:
    return Question(
        id=paths.text_of(path), path=path, wording=wording, hint=say(hint), service=service, columns=columns
    )


def _about(need: ServiceNeed | None, service: Service, asked: Each) -> Question | None:
    if not asked.when(need):
        return None
    owner = (*_NEEDS, need.id if need else service.id) if asked.of == "need" else (*_SERVICES, service.id)
    name = service.name or say("this service")
    return _question((*owner, asked.field), say(asked.wording, service=name), asked.hint, service.id, asked.columns)


def need_of(document: Agreement, service: str) -> ServiceNeed | None:
    """What the customer said of the service; None when nothing was asked yet."""
    return next((need for need in document.needs.services if need.service == service), None)


def value(document: Agreement, question: Question) -> Any:
    """The answer so far: the term's value, the rows of a table; None for a question about a service not yet asked about."""
    return paths.find(document, question.path) if paths.exists(document, question.path) else None


def is_answered(document: Agreement, question: Question) -> bool:
    """Whether the question has an answer. A flag or a choice always has a value, so it counts once somebody gave it."""
    found = value(document, question)
    if question.field.kind is Kind.FLAG or (question.field.kind is Kind.CHOICE and not question.field.optional):
        return source_of(document, question.path) is not None
    return not is_empty(found)


def progress(document: Agreement) -> tuple[Progress, ...]:
    """For each theme, how many of its questions have an answer."""
    return tuple(
        Progress(theme.id, sum(is_answered(document, question) for question in theme.questions), len(theme.questions))
        for theme in themes(document)
    )


def answer(
    document: Agreement,
    question: Question,
    value: Any,
    said_by: str,
    said_on: date | None,
    new_id: Callable[[], str],
) -> Edit:
    """The edit that puts an answer into the document, together with who gave it and when.

    ``value`` is a value of the term's type. For a question with columns it is a mapping from column to value and adds
    one row; with a key ``id`` it changes that row instead. ``new_id`` gives ids for new rows. Raises ``EditError`` when
    the value does not fit.
    """
    about = say("answer to “{question}”", question=question.wording)
    if question.columns:
        if not isinstance(value, Mapping):
            raise EditError(
                say(
                    "An answer to “{wording}” is a row with {list}.",
                    wording=question.wording,
                    list=", ".join(question.columns),
                )
            )
        done, place = _row_edits(question, dict(value), new_id)
    else:
        done, place = (SetTerm(question.path, value),), question.path
    edits = (*_row_for(document, question), *done)
    after = apply(document, Several(about, edits))
    return Several(about, (*edits, *sourced(after, (place,), said_by, said_on, new_id)))


def _row_for(document: Agreement, question: Question) -> tuple[InsertRow, ...]:
    """The service's row of needs, if the answer belongs into one that is not there yet."""
    if question.path[:2] != _NEEDS or len(question.path) < 3 or paths.exists(document, question.path[:3]):
        return ()
    return (InsertRow(_NEEDS, ServiceNeed(id=question.path[2], service=question.service)),)


def _row_edits(
    question: Question, cells: dict[str, Any], new_id: Callable[[], str]
) -> tuple[tuple[SetTerm | InsertRow, ...], Path]:
    if "id" in cells:
        place = (*question.path, str(cells.pop("id")))
        return tuple(SetTerm((*place, name), cell) for name, cell in cells.items()), place
    identifier = new_id()
    place = (*question.path, identifier)
    row = question.field.type(id=identifier)
    inserts: tuple[SetTerm | InsertRow, ...] = (
        InsertRow(question.path, row),
        *(SetTerm((*place, name), cell) for name, cell in cells.items()),
    )
    if question.path == _SERVICES:
        inserts = (*inserts, InsertRow(_NEEDS, ServiceNeed(id=identifier, service=identifier)))
    return inserts, place


def cell(question: Question, row: str, column: str) -> Question:
    """The question for one cell of a table's question; its answer is kept like any other."""
    path = (*question.path, row, column)
    return Question(
        id=paths.text_of(path), path=path, wording=paths.field_at(path).term.label, service=question.service
    )


def remove(document: Agreement, question: Question, row: str) -> Edit:
    """The edit that takes a row of a table's question back: with a service go its needs and all that names only it."""
    gone = prune.removal(document, (*question.path, row))
    return Several(name_of(document, RemoveRow((*question.path, row))), (gone,))


def source_of(document: Agreement, path: Path) -> Source | None:
    """Who gave the answer at ``path``: what was noted for the term itself, or else for the row that holds it."""
    by_place = {source.answer: source for source in document.needs.sources}
    for end in range(len(path), 0, -1):
        if end == len(path) or paths.is_row(path[:end]):
            found = by_place.get(paths.text_of(path[:end]))
            if found is not None:
                return found
    return None


def sourced(
    document: Agreement, answers: tuple[Path, ...], said_by: str, said_on: date | None, new_id: Callable[[], str]
) -> tuple[Edit, ...]:
    """The edits that note who gave the answers at these places (of terms or rows) and when.

    Answers inside a row are noted once for the row, as long as one person gives them on one day. An answer taken back
    loses its note; without a name and a day nothing is noted.
    """
    edits: list[Edit] = []
    for edit in _notes(document, answers, said_by, said_on, new_id):
        edits.append(edit)
        document = apply(document, edit)
    return tuple(edits)


def _notes(
    document: Agreement, answers: tuple[Path, ...], said_by: str, said_on: date | None, new_id: Callable[[], str]
) -> Iterator[Edit]:
    known = {source.answer: source for source in document.needs.sources}
    taken = {source.id for source in document.needs.sources}

    def note(place: str) -> Iterator[Edit]:
        old = known.get(place)
        if old is not None and (old.said_by, old.said_on) == (said_by, said_on):
            return
        if old is not None:
            at = (*_SOURCES, old.id)
            known[place] = Source(id=old.id, answer=place, said_by=said_by, said_on=said_on)
            yield Several("", (SetTerm((*at, "said_by"), said_by), SetTerm((*at, "said_on"), said_on)))
            return
        wanted = place.replace("[", ".").replace("]", "")
        identifier = new_id() if wanted in taken else wanted
        known[place] = Source(id=identifier, answer=place, said_by=said_by, said_on=said_on)
        taken.add(identifier)
        yield InsertRow(_SOURCES, known[place])

    for path in answers:
        place = paths.text_of(path)
        row = next((path[:end] for end in range(len(path), 0, -1) if paths.is_row(path[:end])), None)
        if not paths.is_row(path) and is_empty(paths.find(document, path)):
            if place in known:
                yield RemoveRow((*_SOURCES, known.pop(place).id))
        elif not said_by and said_on is None:
            continue
        elif row is None or place in known:
            yield from note(place)
        else:
            held = known.get(paths.text_of(row))
            same = held is not None and (held.said_by, held.said_on) == (said_by, said_on)
            if not same:
                yield from note(paths.text_of(row) if held is None or path == row else place)
