"""How a term is declared: once, in the annotation of its field; forms, comparison, exports and help read it from there."""

from __future__ import annotations

import enum
import types
import typing
from datetime import date, datetime
from typing import Any

import msgspec

from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent
from slaeditor.model.sentence import Sentence, say


class Better(enum.Enum):
    """Which direction of a change is better for the customer."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"
    AS_METRIC = "as the metric's own direction"


class Shape(enum.Enum):
    """What a text is, where an editor can help to write it."""

    PLAIN = "plain"
    LONG = "long"
    RICH = "rich"  # clause text: paragraphs and references in braces
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"  # ISO 639-1 code
    COUNTRY = "country"  # ISO 3166-1 alpha-2 code
    CURRENCY = "currency"  # ISO 4217 code
    ZONE = "zone"  # IANA time zone
    PATH = "path"  # the place of another term


class Kind(enum.Enum):
    """The kinds of value; each has an editor and a cell format (a test demands both)."""

    TEXT = "text"
    TEXTS = "texts"
    FLAG = "flag"
    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    TIME = "time"
    DATE = "date"
    INSTANT = "instant"
    CHOICE = "choice"
    CHOICES = "choices"
    REFERENCE = "reference"
    REFERENCES = "references"
    ROWS = "rows"
    GROUP = "group"


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """The declaration of one field.

    ``says`` is the sentence of the term in an agreement, ``{}`` standing for its value; a flag has two, for yes and for no.
    ``refers`` names the collection (see ``tables.COLLECTIONS``) whose ids the field holds.
    ``names`` marks the fields that together name a row; ``one`` is the word for one row of a table.
    ``if_empty`` says what a reference to nothing means: all sites, any service.
    ``if_zero`` says what a duration of nothing means: continuously.
    ``any_row`` says of the place of a term that it may stand for that of any row.
    ``none_is_zero`` says of a duration that “none” is an answer and means zero, where elsewhere it says that nothing is agreed.
    """

    label: str
    help: str = ""
    says: str | tuple[str, str] = ""
    unit: str = ""
    better: Better = Better.NEUTRAL
    internal: bool = False
    obligatory: bool = False
    refers: str = ""
    shape: Shape = Shape.PLAIN
    names: bool = False
    one: str = ""
    suggestions: tuple[str, ...] = ()
    none_is_zero: bool = False
    if_empty: str = ""
    if_zero: str = ""
    any_row: bool = False


def _said(text: str) -> Sentence:
    """What is declared can be told in any language; a label that needs a ``sense`` is a sentence already."""
    return text if isinstance(text, Sentence) else say(text)


def term(
    label: str,
    help: str = "",
    says: str | tuple[str, str] = "",
    *,
    unit: str = "",
    better: Better = Better.NEUTRAL,
    internal: bool = False,
    obligatory: bool = False,
    refers: str = "",
    shape: Shape = Shape.PLAIN,
    names: bool = False,
    suggestions: tuple[str, ...] = (),
    none_is_zero: bool = False,
    if_empty: str = "",
    if_zero: str = "",
    any_row: bool = False,
) -> Term:
    """Declare a term; see ``Term`` for the meaning of each part."""
    return Term(
        label=_said(label), help=_said(help), says=says, unit=_said(unit), better=better, internal=internal, obligatory=obligatory,
        refers=refers, shape=shape, names=names, suggestions=suggestions, none_is_zero=none_is_zero,
        if_empty=_said(if_empty), if_zero=_said(if_zero), any_row=any_row,
    )  # fmt: skip


def rows(
    label: str,
    one: str,
    help: str = "",
    *,
    added: Better = Better.NEUTRAL,
    internal: bool = False,
    obligatory: bool = False,
) -> Term:
    """Declare a table of rows; ``added`` HIGHER says that one row more is better for the customer, LOWER that it is worse."""
    return Term(
        label=_said(label), one=_said(one), help=_said(help), better=added, internal=internal, obligatory=obligatory
    )


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table; its id survives renaming and moving and is what references hold."""

    id: str
    note: typing.Annotated[
        str, term("Internal note", "For colleagues only; no export contains it.", internal=True, shape=Shape.LONG)
    ] = ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One section of the document."""

    note: typing.Annotated[
        str, term("Internal note", "For colleagues only; no export contains it.", internal=True, shape=Shape.LONG)
    ] = ""


class Field(msgspec.Struct, frozen=True):
    """One field of a row or section as the program sees it. ``type`` is the value's (or the rows') type, without None."""

    name: str
    type: Any
    kind: Kind
    term: Term
    optional: bool


_BY_TYPE: dict[object, Kind] = {
    str: Kind.TEXT, bool: Kind.FLAG, int: Kind.COUNT, Number: Kind.NUMBER, Percent: Kind.PERCENT, Money: Kind.MONEY,
    Duration: Kind.DURATION, ClockTime: Kind.TIME, date: Kind.DATE, datetime: Kind.INSTANT,
}  # fmt: skip


def _field(name: str, annotation: Any) -> Field:
    declaration: Term | None = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, *extra = typing.get_args(annotation)
        declaration = next((part for part in extra if isinstance(part, Term)), None)
    optional = typing.get_origin(annotation) in (types.UnionType, typing.Union)
    if optional:
        (annotation,) = (part for part in typing.get_args(annotation) if part is not type(None))
    if declaration is None:
        raise TypeError(f"field {name} is not declared as a term")
    if typing.get_origin(annotation) is tuple:
        annotation = typing.get_args(annotation)[0]
        if isinstance(annotation, type) and issubclass(annotation, Row):
            kind = Kind.ROWS
        elif isinstance(annotation, type) and issubclass(annotation, enum.Enum):
            kind = Kind.CHOICES
        elif annotation is str:
            kind = Kind.REFERENCES if declaration.refers else Kind.TEXTS
        else:
            raise TypeError(f"field {name}: a tuple of {annotation} is no kind of value")
    elif isinstance(annotation, type) and issubclass(annotation, Section):
        kind = Kind.GROUP
    elif isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        kind = Kind.CHOICE
    elif annotation in _BY_TYPE:
        kind = Kind.REFERENCE if declaration.refers else _BY_TYPE[annotation]
    else:
        raise TypeError(f"field {name}: {annotation} is no kind of value")
    return Field(name, annotation, kind, declaration, optional)


_known: dict[Any, dict[str, Field]] = {}


def fields(owner: type[Any]) -> tuple[Field, ...]:
    """The declared fields of a row or section type, in order of declaration, the note last and the id left out."""
    return tuple(_declared(owner).values())


def field(owner: type[Any], name: str) -> Field:
    """The declared field ``name``; ``KeyError`` when the type has none."""
    return _declared(owner)[name]


def _declared(owner: type[Any]) -> dict[str, Field]:
    if owner not in _known:
        hints = typing.get_type_hints(owner, include_extras=True)
        undeclared = {"id", "note"} if issubclass(owner, Row) else {"format", "note"}
        names = [name for name in owner.__struct_fields__ if name not in undeclared]
        if "note" in hints:
            names.append("note")
        _known[owner] = {name: _field(name, hints[name]) for name in names}
    return _known[owner]


def is_empty(value: object) -> bool:
    """Whether a term says nothing yet: None, no text, no rows. A flag or a zero always says something."""
    return value is None or value == "" or value == ()
