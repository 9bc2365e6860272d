"""Part of a document as plain data, such as a script writes it, and the edits that bring it into a document."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_builtins
from slaeditor.model.edits import Edit, InsertRow, SetTerm
from slaeditor.model.errors import DocumentError, ParseError
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Money, Unit
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, field


def merge(document: Agreement, data: object) -> tuple[tuple[Path, Edit], ...]:
    """The edits that ``data`` asks for, each with the place that it fills (of a term, or of a row that it adds).

    ``data`` is shaped like the document and holds only what is to be said. A row with the id of an existing one changes
    just the terms that it names; a row with another id is added at the end. Durations may be written as they are typed,
    "4 h" or "2 wd @office" (the id of the calendar that counts), and money as "18000 EUR". Raises ``DocumentError``
    that names the place of whatever does not fit.
    """
    return tuple(_group(document, Agreement, _mapping(data, ()), ()))


def _mapping(data: object, path: Path) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise DocumentError(say("{place} must hold terms by name, as in {{…}}.", place=_place(path)))
    return data


def _place(path: Path) -> str:
    return paths.text_of(path) if path else say("The document")


def _group(document: Agreement, owner: Any, data: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Edit]]:
    for name, value in data.items():
        declared = _declared(owner, name, path)
        here = (*path, name)
        if declared.kind is Kind.GROUP:
            yield from _group(document, declared.type, _mapping(value, here), here)
        elif declared.kind is Kind.ROWS:
            yield from _table(document, declared, value, here)
        else:
            yield here, SetTerm(here, _value(declared, value, here))


def _declared(owner: Any, name: str, path: Path) -> Field:
    try:
        return field(owner, name)
    except KeyError as error:
        raise DocumentError(
            say(
                "“{name}” is not a term of {place}.",
                name=name,
                place=paths.text_of(path) if path else say("the document"),
            )
        ) from error


def _table(document: Agreement, declared: Field, data: object, path: Path) -> Iterator[tuple[Path, Edit]]:
    if not isinstance(data, list):
        raise DocumentError(say("{place} must be a list of rows, as in [{{…}}].", place=_place(path)))
    seen: set[str] = set()
    for number, item in enumerate(data, start=1):
        row = dict(_mapping(item, path))
        identifier = row.pop("id", None)
        if not isinstance(identifier, str) or not paths.ID_PATTERN.fullmatch(identifier) or identifier in seen:
            raise DocumentError(
                say(
                    "Row {number} of {place} needs an “id” of its own: letters, digits, dashes.",
                    number=number,
                    place=_place(path),
                )
            )
        seen.add(identifier)
        here = (*path, identifier)
        if paths.exists(document, here):
            yield from _group(document, declared.type, row, here)
        else:
            yield here, InsertRow(path, _new_row(declared, {"id": identifier, **row}, here))


def _new_row(declared: Field, data: dict[str, Any], path: Path) -> Any:
    return _converted(_plain(declared.type, data, path), declared.type, path)


def _plain(owner: Any, data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The row as it stands in canonical JSON, with what was typed for short written out."""
    plain: dict[str, Any] = {}
    for name, value in data.items():
        if name == "id":
            plain[name] = value
            continue
        declared = _declared(owner, name, path)
        here = (*path, name)
        if declared.kind is Kind.ROWS:
            if not isinstance(value, list):
                raise DocumentError(say("{place} must be a list of rows, as in [{{…}}].", place=_place(here)))
            plain[name] = [_plain(declared.type, _mapping(row, here), here) for row in value]
            found = [row.get("id") for row in plain[name]]
            if len(set(found)) != len(found):
                raise DocumentError(say("Two rows of {place} have the same “id”.", place=_place(here)))
        else:
            plain[name] = _short(declared, value, here)
    return plain


def _short(declared: Field, value: Any, path: Path) -> Any:
    """A duration or an amount from its short writing; anything else as it is."""
    if not isinstance(value, str) or declared.kind not in (Kind.DURATION, Kind.MONEY):
        return value
    try:
        if declared.kind is Kind.MONEY:
            money = Money.parse(value, "")
            return {"amount": str(money.amount), "currency": money.currency}
        length, _, calendar = (part.strip() for part in value.partition("@"))
        typed = Duration.parse(length, calendar or None)
        return {"amount": typed.amount, "unit": Unit(typed.unit).value, "calendar": typed.calendar}
    except ParseError as error:
        raise DocumentError(say("{place}: {error}", place=_place(path), error=error)) from error


def _value(declared: Field, value: Any, path: Path) -> Any:
    kind: Any = declared.type
    if declared.kind in (Kind.TEXTS, Kind.CHOICES, Kind.REFERENCES):
        kind = types.GenericAlias(tuple, (declared.type, ...))
    return _converted(_short(declared, value, path), kind | None if declared.optional else kind, path)


def _converted(data: Any, kind: Any, path: Path) -> Any:
    try:
        return from_builtins(data, kind)
    except DocumentError as error:
        sentence = str(error).replace(" (at the top).", ".")
        raise DocumentError(say("{place}: {sentence}", place=_place(path), sentence=sentence)) from error
