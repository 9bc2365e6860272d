"""Canonical JSON of a document, its content hash, and the reading of older formats."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

import msgspec

from slaeditor.model import upcasts
from slaeditor.model.agreement import FORMAT, Agreement
from slaeditor.model.errors import DocumentError
from slaeditor.model.paths import ID_PATTERN, tables, text_of
from slaeditor.model.quantities import TEXT_TYPES, ClockTime, Figure
from slaeditor.model.sentence import Sentence, say
from slaeditor.model.terms import Kind, fields

_MAX_BYTES = 50_000_000


def _encode_hook(value: object) -> str:
    if isinstance(value, Figure):
        return value.text
    if isinstance(value, (ClockTime, Sentence)):  # a sentence in a document is its English
        return str(value)
    raise TypeError(f"{type(value).__name__} is no kind of value")


def _decode_hook(kind: type, value: object) -> object:
    if not isinstance(value, str):
        raise ValueError(f"Expected a text such as {'09:30' if kind is ClockTime else '99.95'}, got {value!r}")
    if issubclass(kind, ClockTime):
        if not re.fullmatch(ClockTime.pattern, value):
            raise ValueError(f"“{value}” is not a time of day such as 09:30")
        return ClockTime.parse(value)
    if issubclass(kind, Figure):
        if not re.fullmatch(Figure.pattern, value):
            raise ValueError(f"“{value}” is not a decimal number such as 99.95")
        return kind(value)
    raise TypeError(f"{kind} is no kind of value")


_encoder = msgspec.json.Encoder(enc_hook=_encode_hook, order="sorted")


_written: dict[str, tuple[Any, msgspec.Raw]] = {}
"""The sections last written and their JSON. An edit leaves all others the very objects that they were."""


def to_json(document: Agreement) -> bytes:
    """The complete canonical JSON: UTF-8, keys sorted, no blanks, decimals as text. Equal documents give equal bytes."""
    return _encoder.encode({name: _section_json(name, getattr(document, name)) for name in Agreement.__struct_fields__})


def _section_json(name: str, section: Any) -> msgspec.Raw:
    known = _written.get(name)
    if known is None or known[0] is not section:
        known = _written[name] = section, msgspec.Raw(_encoder.encode(section))
    return known[1]


def from_builtins(data: object, kind: type[Any]) -> Any:
    """A value of the document's types from plain lists and dicts; ``DocumentError`` says what is wrong and where."""
    try:
        return msgspec.convert(data, kind, dec_hook=_decode_hook)
    except msgspec.ValidationError as error:
        raise DocumentError(_sentence(error)) from error


def to_builtins(value: object) -> Any:
    """Plain lists, dicts, texts and numbers, as they stand in the JSON."""
    return msgspec.to_builtins(value, enc_hook=_encode_hook, builtin_types=())


def from_json(data: bytes) -> Agreement:
    """The document in ``data``, of this or an older format.

    Raises ``DocumentError`` with one sentence for bad JSON, a wrong type, an unknown or newer format, an unknown term or an id used twice.
    """
    if len(data) > _MAX_BYTES:
        raise DocumentError(
            say(
                "The file holds {size:,} bytes; a document has at most {most:,}.",
                size=len(data),
                most=_MAX_BYTES,
            )
        )
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("This is not JSON: {error}.", error=error)) from error
    except RecursionError as error:
        raise DocumentError(say("This is not a document: its JSON is nested too deeply.")) from error
    if not isinstance(raw, dict) or "format" not in raw:
        raise DocumentError(say("This JSON is not a slaeditor document: it has no “format”."))
    version = raw["format"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DocumentError(say("The format {version!r} of this document is unknown.", version=version))
    if version > FORMAT:
        raise DocumentError(
            say("This document has format {version}; this program reads up to {known}.", version=version, known=FORMAT),
            remedy=say("A newer slaeditor can open it."),
        )
    current = upcasts.upcast(raw, version, FORMAT)
    document: Agreement = from_builtins(current, Agreement)
    _refuse_unknown(current, Agreement, "")
    check_ids(document)
    return document


def _sentence(error: Exception) -> str:
    text, _, place = str(error).partition(" - at ")
    where = place.strip("`").removeprefix("$.").removeprefix("$") or "the top"
    return f"{text[:1].upper()}{text[1:]} (at {where})."


def _refuse_unknown(raw: Any, owner: Any, place: str) -> None:
    """A misspelt term must not vanish without a word."""
    known = {declared.name: declared for declared in fields(owner)}
    for name, value in raw.items():
        if name not in known and name in owner.__struct_fields__:
            continue  # the id of a row, the format of the document
        if name not in known:
            raise DocumentError(say("“{place}{name}” is not a term of the document.", place=place, name=name))
        declared = known[name]
        if declared.kind is Kind.GROUP:
            _refuse_unknown(value, declared.type, f"{place}{name}.")
        elif declared.kind is Kind.ROWS:
            for number, row in enumerate(value):
                _refuse_unknown(row, declared.type, f"{place}{name}[{row.get('id', number)}].")


def check_ids(document: Agreement) -> None:
    """``DocumentError`` when two rows of one table, or two tables' rows that are referred to alike, share an id, or an id is malformed."""
    for path, declared, table in tables(document):
        seen: set[str] = set()
        for row in table:
            if not ID_PATTERN.fullmatch(row.id):
                raise DocumentError(
                    say(
                        "The id “{id}” in {place} may hold letters, digits, point, colon, dash and underscore only.",
                        id=row.id,
                        place=text_of(path),
                    )
                )
            if row.id in seen:
                raise DocumentError(
                    say(
                        "Two {one} rows in {place} have the same id “{id}”.",
                        one=declared.term.one,
                        place=text_of(path),
                        id=row.id,
                    )
                )
            seen.add(row.id)


class _Plan(msgspec.Struct, frozen=True):
    """Where a type holds internal terms: its own, and the fields to look into."""

    internal: tuple[str, ...]
    groups: tuple[tuple[str, Any], ...]
    tables: tuple[tuple[str, Any], ...]


_plans: dict[Any, _Plan] = {}


def _plan(owner: Any) -> _Plan:
    if owner not in _plans:
        public = [declared for declared in fields(owner) if not declared.term.internal]
        _plans[owner] = _Plan(
            tuple(declared.name for declared in fields(owner) if declared.term.internal),
            tuple((declared.name, declared.type) for declared in public if declared.kind is Kind.GROUP),
            tuple((declared.name, declared.type) for declared in public if declared.kind is Kind.ROWS),
        )
    return _plans[owner]


class _Sealed(msgspec.Struct, frozen=True):
    """A section or row with its public and its internal JSON, and the same of the rows in its tables."""

    value: Any
    public: msgspec.Raw
    internal: msgspec.Raw
    rows: dict[tuple[str, str], _Sealed]


_sections: dict[str, _Sealed] = {}
"""The sections last sealed. An edit leaves all others, and all other rows, the very objects that they were."""


def _seal(value: Any, owner: Any, known: _Sealed | None) -> _Sealed:
    """Public and internal JSON apart, taken from what is ``known`` wherever that is about the same object."""
    if known is not None and known.value is value:
        return known
    plan = _plan(owner)
    public: dict[str, Any] = {name: getattr(value, name) for name in owner.__struct_fields__}
    internal: dict[str, Any] = {name: public.pop(name) for name in plan.internal}
    rows: dict[tuple[str, str], _Sealed] = {}
    for name, kind in plan.groups:
        group = _seal(public[name], kind, None)
        public[name], internal[name] = group.public, group.internal
    for name, kind in plan.tables:
        if not public[name]:
            continue
        sealed = [_seal(row, kind, known.rows.get((name, row.id)) if known else None) for row in public[name]]
        rows |= {(name, row.value.id): row for row in sealed}
        public[name] = [row.public for row in sealed]
        internal[name] = {row.value.id: row.internal for row in sealed}
    return _Sealed(value, msgspec.Raw(_encoder.encode(public)), msgspec.Raw(_encoder.encode(internal)), rows)


def sealed_json(document: Agreement) -> bytes:
    """The JSON that leaves the house: internal terms left out and replaced by their digest.

    Its SHA-256 is the content hash, so a copy inside a PDF verifies itself without giving internal notes away.
    """
    plan = _plan(Agreement)
    public: dict[str, Any] = {name: getattr(document, name) for name in Agreement.__struct_fields__}
    internal: dict[str, Any] = {name: public.pop(name) for name in plan.internal}
    for name, kind in plan.groups:
        sealed = _sections[name] = _seal(public[name], kind, _sections.get(name))
        public[name], internal[name] = sealed.public, sealed.internal
    public["internal_sha256"] = hashlib.sha256(_encoder.encode(internal)).hexdigest()
    return _encoder.encode(public)


def open_sealed(data: bytes) -> Agreement:
    """The document inside a sealed copy, its internal terms empty; ``DocumentError`` when it is none."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("This is not JSON: {error}.", error=error)) from error
    if not isinstance(raw, dict) or "internal_sha256" not in raw:
        raise DocumentError(say("This is not the sealed copy of a slaeditor document."))
    del raw["internal_sha256"]
    return from_json(msgspec.json.encode(raw))


def without_internal(document: Agreement) -> Agreement:
    """The document as it leaves the house, its internal terms empty."""
    return open_sealed(sealed_json(document))


def content_hash(document: Agreement) -> str:
    """SHA-256 of the sealed JSON, 64 hexadecimal digits. Any change of any term, internal ones too, changes it."""
    return hashlib.sha256(sealed_json(document)).hexdigest()


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the document, with labels and help as title and description."""

    def hook(kind: type) -> dict[str, Any]:
        if kind in TEXT_TYPES:
            return {"type": "string", "pattern": kind.pattern}
        raise TypeError(f"{kind} is no kind of value")

    (body,), components = msgspec.json.schema_components([Agreement], schema_hook=hook, ref_template="#/$defs/{name}")
    for owner in _struct_types():
        properties = components[owner.__name__]["properties"] if owner.__name__ in components else {}
        for declared in fields(owner):
            properties[declared.name] = {
                "title": declared.term.label,
                "description": declared.term.help,
                **properties[declared.name],
            }
        if owner.__name__ in components:
            components[owner.__name__]["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "slaeditor agreement",
        **body,
        "$defs": components,
    }


@cache
def _struct_types() -> tuple[Any, ...]:
    found: list[Any] = []

    def visit(owner: Any) -> None:
        if owner in found:
            return
        found.append(owner)
        for declared in fields(owner):
            if declared.kind in (Kind.ROWS, Kind.GROUP):
                visit(declared.type)

    visit(Agreement)
    return tuple(found)
