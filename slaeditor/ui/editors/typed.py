"""Every value as text that can be typed, copied and pasted, and back; pure functions of document, declaration and text."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from slaeditor.model import places, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.choices import choice_label as english
from slaeditor.model.day_names import MONTHS
from slaeditor.model.errors import ParseError
from slaeditor.model.quantities import NBSP, Duration, Money, exact, plain
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold
from slaeditor.model.terms import Field, Kind, Row, Shape, fields
from slaeditor.ui.editors import codes, named
from slaeditor.ui.spoken import choice_label, row_name, row_name_by_id
from slaeditor.ui.words import told, tr

ELAPSED = say("elapsed", "a clock")
"""How the clock is written that counts all time."""

_TWO_READINGS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_YES = {"yes", "y", "true", "1", "x", "✓", "on", "evet"}
_NO = {"no", "n", "false", "0", "", "-", "–", "off", "hayır"}
_NOTHING = {
    "none",
    "no",
    "nothing",
    "nil",
    "zero",
    "no loss",
    "no data loss",
    "yok",
    "hayır",
    "hiç",
    "hiçbiri",
    "sıfır",
}
"""What people say instead of a figure or a choice, in either of the languages in which customers fill in tables."""
_MEANT = {"danger_to_people": {"yes", "evet", "people endangered", "people in danger", "danger to life", "danger"}}
"""What people say for a choice besides its words; “yes” answers whether people are in danger."""


def text_of(document: Agreement, declared: Field, value: Any) -> str:
    """The value as it may be typed again: ``parse`` of it gives the value back. Empty for an empty term."""
    if value is None or value == ():
        return ""
    match declared.kind:
        case Kind.TEXT:
            return codes.name(declared.term.shape, value) if declared.term.shape in codes.CODED else str(value)
        case Kind.TEXTS:
            if declared.term.shape is Shape.LANGUAGE:
                return ", ".join(codes.name(Shape.LANGUAGE, item) for item in value)
            return "\n".join(value)
        case Kind.FLAG:
            return tr("yes") if value else tr("no")
        case Kind.NUMBER:
            return _figure(plain(value.value))
        case Kind.PERCENT:
            return str(value)
        case Kind.MONEY:
            return _money(value)
        case Kind.DURATION:
            return f"{told(value.short())} · {clock_name(document, value.calendar)}"
        case Kind.DATE | Kind.INSTANT:
            return str(value.isoformat())
        case Kind.CHOICE:
            return choice_label(value)
        case Kind.CHOICES:
            return ", ".join(choice_label(item) for item in value)
        case Kind.REFERENCE:
            return row_name_by_id(document, declared.term.refers, value)
        case Kind.REFERENCES:
            return "; ".join(row_name_by_id(document, declared.term.refers, item) for item in value)
        case Kind.ROWS:
            return "; ".join(row_name(document, row) for row in value)
        case Kind.COUNT if declared.term.unit != "year":
            return f"{value:,}"  # as in prose; typed either way
        case _:
            return str(value)


def parse(document: Agreement, declared: Field, text: str, clock: str | None = None) -> Any:
    """The value that was typed or pasted; ``ParseError`` says why there is none.

    ``clock`` is the calendar in which a duration counts that names none (None: elapsed time). Working days typed without any
    calendar count in the support hours.
    """
    typed = text.strip()
    if not typed and declared.optional:
        return None
    match declared.kind:
        case Kind.TEXT if declared.term.shape is Shape.PATH and typed:
            place = places.meant(document, typed, any_row=declared.term.any_row)
            if place is None:
                raise ParseError(say("“{text}” is not the place of a term.", text=typed))
            return place
        case Kind.TEXT:
            return codes.parse(declared.term.shape, typed) if declared.term.shape in codes.CODED else text
        case Kind.TEXTS:
            if declared.term.shape is Shape.LANGUAGE:
                return tuple(dict.fromkeys(codes.parse(Shape.LANGUAGE, item) for item in _items(typed, ",;\n")))
            return tuple(item.strip() for item in text.split("\n") if item.strip())
        case Kind.FLAG:
            return _flag(typed)
        case Kind.COUNT:
            return _count(typed)
        case Kind.NUMBER | Kind.PERCENT | Kind.TIME:
            return declared.type.parse(typed)
        case Kind.MONEY:
            return Money.parse(typed, document.identity.currency)
        case Kind.DURATION:
            if declared.term.none_is_zero and _says(typed, _NOTHING):
                return Duration(0, calendar=clock)
            return _duration(document, typed, clock)
        case Kind.DATE:
            return _date(typed)
        case Kind.INSTANT:
            return _instant(typed)
        case Kind.CHOICE:
            return _choice(declared, typed)
        case Kind.CHOICES:
            return tuple(dict.fromkeys(_choice(declared, item) for item in _items(typed, ",;\n")))
        case Kind.REFERENCE:
            return named.one(document, declared.term.refers, typed)
        case Kind.REFERENCES:
            return named.several(document, declared.term.refers, typed)
        case _:
            raise ParseError(say("{label} cannot be typed as text.", label=declared.term.label))


def columns_of(owner: type[Row]) -> tuple[Field, ...]:
    """The terms of a row that can stand in cells: all but its tables and what is internal."""
    return tuple(one for one in fields(owner) if one.kind is not Kind.ROWS and not one.term.internal)


def cells_of(document: Agreement, row: Row) -> list[str]:
    """A row as cells, in the order of ``columns_of``."""
    return [text_of(document, declared, getattr(row, declared.name)) for declared in columns_of(type(row))]


def clock_name(document: Agreement, calendar: str | None) -> str:
    """What a duration's clock is called."""
    return tr(ELAPSED) if calendar is None else row_name_by_id(document, "calendars", calendar)


def _items(text: str, marks: str) -> Iterable[str]:
    return [part.strip() for part in re.split(f"[{marks}]", text) if part.strip()]


def _figure(written: str) -> str:
    """One zero more where a reader, and ``exact``, could take the point for a thousands mark: 1.1250."""
    return written + "0" if _TWO_READINGS.fullmatch(written) else written


def _money(value: Money) -> str:
    """As the agreement prints it, EUR 18,000.00, so that a field, a sentence and the paper show one amount in one way.

    The blank is a plain one, as people type it, and thousandths end in one more zero (see ``_figure``).
    """
    currency, _, amount = str(value).partition(NBSP)
    return f"{currency} {_figure(amount)}"


def _says(typed: str, words: Iterable[str]) -> bool:
    """Whether the text is one of these words, whatever its case and marks."""
    said, known = fold(typed), {fold(word) for word in words}
    return said in known or (len(said) > 1 and said.rstrip(".!") in known)


def _flag(typed: str) -> bool:
    if _says(typed, (*_YES, tr("yes"))):
        return True
    if _says(typed, (*_NO, tr("no"))):
        return False
    raise ParseError(say("“{typed}” is neither yes nor no.", typed=typed))


def _count(typed: str) -> int:
    number: Decimal = exact(typed, places=0)
    if number != number.to_integral_value():
        raise ParseError(say("“{typed}” is not a whole number.", typed=typed))
    if abs(number) > 10**15:
        raise ParseError(say("“{typed}” is too large.", typed=typed))
    return int(number)


def _duration(document: Agreement, typed: str, clock: str | None) -> Duration:
    length, said = typed, False
    words: list[tuple[str, str | None]] = [(name, None) for name in (ELAPSED, "elapsed time", tr(ELAPSED))]
    words += [(row_name(document, row), row.id) for row in references.rows_of(document, "calendars")]
    words += [(clock_name(document, clock), clock)] if clock else []
    for word, calendar in sorted(words, key=lambda pair: -len(pair[0])):
        bare, ending = typed.rstrip(" )"), word.rstrip(" )")
        if ending and bare[-len(ending) :].casefold() == ending.casefold():
            length = bare[: -len(ending)].rstrip(" ·(")
            length = length.removesuffix(" in").strip()
            clock, said = calendar, True
            break
    if not length:
        raise ParseError(
            say("“{typed}” names a clock and no length; write for example 4 h, 90 min or 2 wd.", typed=typed)
        )
    try:
        return Duration.parse(length, clock)
    except ParseError:
        fallback = document.hours.support_hours
        if said or clock is not None or fallback is None:
            raise
        return Duration.parse(length, fallback)  # only the missing calendar of working days is mended by one


def _date(typed: str) -> date:
    wrong = ParseError(say("“{typed}” is not a date; write for example 2027-01-31.", typed=typed))
    try:
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", typed):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := re.fullmatch(r"(\d{1,2})\.? ([^\W\d_]{3,9})\.? (\d{4})", typed):
            months = _months(fold(found[2]))
            if len(months) == 1:
                return date(int(found[3]), months.pop(), int(found[1]))
    except ValueError as error:
        raise wrong from error
    raise wrong


def _months(word: str) -> set[int]:
    """The numbers of the months that begin so, in English or in the window's language."""
    called = [(number, name) for number, month in enumerate(MONTHS, 1) for name in (str(month), tr(month))]
    return {number for number, name in called if fold(name).startswith(word)}


def _instant(typed: str) -> datetime:
    try:
        found = datetime.fromisoformat(typed)
    except ValueError as error:
        raise ParseError(
            say("“{typed}” is not a moment; write for example 2027-01-31T09:30+03:00.", typed=typed)
        ) from error
    if found.tzinfo is None:
        raise ParseError(say("“{typed}” names no zone; write for example 2027-01-31T09:30+03:00.", typed=typed))
    return found


def _choice(declared: Field, typed: str) -> enum.Enum:
    word = fold(typed)
    for member in declared.type:
        if word in (fold(choice_label(member)), fold(english(member)), fold(str(member.value))):
            found: enum.Enum = member
            return found
    for member in declared.type:
        if _says(typed, _NOTHING if member.value == "none" else _MEANT.get(str(member.value), ())):
            meant: enum.Enum = member
            return meant
    offered = ", ".join(choice_label(member) for member in declared.type)
    raise ParseError(say("“{typed}” is none of these: {offered}.", typed=typed, offered=offered))


__all__ = ["ELAPSED", "clock_name", "parse", "text_of"]
