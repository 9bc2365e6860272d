"""The values that an agreement is made of: small, frozen, exact, and owners of their own parsing and printing."""

from __future__ import annotations

import enum
import re
from decimal import Decimal, InvalidOperation
from functools import total_ordering
from typing import ClassVar, Self

import msgspec

from slaeditor.model.errors import ParseError
from slaeditor.model.sentence import counted, joined, say

NBSP = "\u00a0"


def exact(text: str, *, places: int | None = None) -> Decimal:
    """The decimal that people mean by ``text``: comma or point as decimal mark, blanks and apostrophes between thousands.

    A single mark followed by exactly three digits ("1.500") has two readings and is refused with ``ParseError``,
    unless the other mark or a leading zero decides, or the number can have so few decimal ``places`` that only thousands are meant.
    """
    compact = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    if not re.fullmatch(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+", compact):
        raise ParseError(say("“{text}” is not a number.", text=text.strip()))
    marks = [c for c in compact if c in ".,"]
    if len(set(marks)) == 2:
        decimal_mark = compact[max(compact.rfind("."), compact.rfind(","))]
        thousands = "," if decimal_mark == "." else "."
        head, _, fraction = compact.rpartition(decimal_mark)
        if decimal_mark in head or not re.fullmatch(rf"[+-]?\d{{1,3}}(\{thousands}\d{{3}})+", head):
            raise ParseError(say("“{text}” is not a number: its marks are out of order.", text=text.strip()))
        return Decimal(head.replace(thousands, "") + "." + (fraction or "0"))
    if len(marks) > 1:
        if not re.fullmatch(rf"[+-]?\d{{1,3}}(\{marks[0]}\d{{3}})+", compact):
            raise ParseError(say("“{text}” is not a number: its marks are out of order.", text=text.strip()))
        return Decimal(compact.replace(marks[0], ""))
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", compact):
        thousands, small = re.sub(r"[.,]", "", compact), compact.replace(",", ".")
        if places is not None and places < 3:
            return Decimal(thousands)
        raise ParseError(
            say(
                "“{text}” can be read in two ways: write {thousands} or {small}0.",
                text=text.strip(),
                thousands=thousands,
                small=small,
            )
        )
    return Decimal(compact.replace(",", "."))


def plain(value: Decimal) -> str:
    """The shortest exact writing of a decimal, never in exponents: 100, 99.95."""
    return format(value.normalize() if value else Decimal(0), "f")


@total_ordering
class Figure:
    """An exact decimal with a meaning. Equal figures have one writing, so they have one hash."""

    __slots__ = ("text", "value")
    value: Decimal
    text: str
    """The one writing of the value, in digits alone; every save writes it again."""
    pattern: ClassVar[str] = r"^-?\d+(\.\d+)?$"

    def __init__(self, value: Decimal | int | str) -> None:
        try:
            number = Decimal(value)
        except InvalidOperation as error:
            raise ValueError(f"{value!r} is not a decimal number") from error
        if not number.is_finite():
            raise ValueError(f"{value!r} is not a finite number")
        text = plain(number)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "value", Decimal(text))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __reduce__(self) -> tuple[type[Figure], tuple[Decimal]]:
        return type(self), (self.value,)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.value == other.value

    def __lt__(self, other: Self) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.value < other.value

    def __hash__(self) -> int:
        return hash((type(self), self.value))

    def __repr__(self) -> str:
        return f"{type(self).__name__}('{self.text}')"

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """The figure that was typed; ``ParseError`` when it is none."""
        return cls(exact(text))


class Number(Figure):
    """A threshold, a score or a count: an exact decimal in the unit of its term."""

    __slots__ = ()


class Percent(Figure):
    """A share in percent: ``Percent("99.95")`` prints 99.95%."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.text + "%"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Accepts ``99.95``, ``99,995 %`` and the Turkish ``%99,95``; one mark is the decimal one: no share is in the thousands."""
        typed = text.strip().strip("%").strip()
        if re.fullmatch(r"[+-]?\d+[.,]\d+", typed):
            return cls(Decimal(typed.replace(",", ".")))
        return cls(exact(typed))


MINOR_DIGITS = {
    "BHD": 3, "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "IQD": 3, "ISK": 0, "JOD": 3, "JPY": 0, "KMF": 0, "KRW": 0, "KWD": 3, "LYD": 3,
    "OMR": 3, "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
}  # fmt: skip
"""ISO 4217 currencies whose minor unit is not a hundredth."""

_SYMBOLS = {"€": "EUR", "₺": "TRY", "$": "USD", "£": "GBP", "tl": "TRY"}


class Money(msgspec.Struct, frozen=True):
    """An amount of an ISO 4217 currency, exact."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise ValueError("an amount of money must be finite")
        if not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise ValueError(f"“{self.currency}” is not an ISO 4217 currency code")
        msgspec.structs.force_setattr(self, "amount", Decimal(plain(self.amount)))

    @classmethod
    def parse(cls, text: str, currency: str) -> Money:
        """``46500``, ``46,500.00 EUR``, ``46.500 €``; ``currency`` is meant where none is typed.

        “9,000” and “9.000” are nine thousand, unless the currency has thousandths (ISO 4217), so that it has two readings.
        """
        found = re.search(r"[A-Za-z]{3}|tl|[€₺$£]", text.strip(), re.IGNORECASE)
        code = currency
        rest = text
        if found:
            code = _SYMBOLS.get(found.group().lower(), found.group().upper())
            rest = text.replace(found.group(), "", 1)
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise ParseError(
                say(
                    "“{text}” names no currency; write for example “{rest} EUR”.",
                    text=text.strip(),
                    rest=rest.strip() or "100",
                )
            )
        return cls(exact(rest, places=MINOR_DIGITS.get(code, 2)), code)

    def __str__(self) -> str:
        places = MINOR_DIGITS.get(self.currency, 2)
        exponent = self.amount.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        if places < -exponent == 3 and 1 <= abs(self.amount) < 1000:  # 1.125 could be taken for thousands
            exponent = -4
        return f"{self.currency}{NBSP}{self.amount:,.{max(places, -exponent)}f}"


class Unit(enum.Enum):
    """What a duration counts."""

    MINUTES = "minutes"
    WORKING_DAYS = "working_days"


_DURATION_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+\.?(?:\s+(?:days?|günü|gün))?)", re.UNICODE)
_MINUTE_WORDS = {"m", "min", "mins", "minute", "minutes", "dk", "dakika"}
_HOUR_WORDS = {"h", "hr", "hrs", "hour", "hours", "sa", "saat"}
_WORKING_DAY_WORDS = {
    "wd",
    "bd",
    "working day",
    "working days",
    "business day",
    "business days",
    "ig",
    "iş günü",
    "işgünü",
}
_DAY_WORDS = {"d", "day", "days", "gün", "g", "w", "week", "weeks", "hafta"}


def _unit_of(typed: str, word: str) -> tuple[Unit, int]:
    """The unit that a word stands for and how many of it; ``ParseError`` for a day, which has two readings, and for no unit."""
    if word in _MINUTE_WORDS:
        return Unit.MINUTES, 1
    if word in _HOUR_WORDS:
        return Unit.MINUTES, 60
    if word in _WORKING_DAY_WORDS:
        return Unit.WORKING_DAYS, 1
    if word in _DAY_WORDS:
        raise ParseError(
            say(
                "“{typed}”: a day has two readings; write 24 h for elapsed time or 1 wd for a working day.", typed=typed
            )
        )
    raise ParseError(say("“{typed}”: “{word}” is no unit; write h, min or wd (working days).", typed=typed, word=word))


def _hours(amount: int) -> str:
    return counted("{count} hour", "{count} hours", amount, count=amount)


def _minutes(amount: int) -> str:
    return counted("{count} minute", "{count} minutes", amount, count=amount)


class Duration(msgspec.Struct, frozen=True):
    """A length of time and the clock that counts it.

    ``unit`` minutes: whole minutes, of elapsed time (``calendar`` is None) or inside the calendar with that id.
    ``unit`` working days: dates of that calendar that have open hours, counted from its cut-off time; a calendar is needed.
    """

    amount: int
    unit: Unit = Unit.MINUTES
    calendar: str | None = None

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("a duration cannot be negative")

    @classmethod
    def parse(cls, text: str, calendar: str | None = None) -> Duration:
        """``4h``, ``90 min``, ``1 h 30``, ``2 wd``: counted in ``calendar`` (None: elapsed time); ``0`` is none at all.

        Any other bare number and a bare "day" are refused with ``ParseError``: the one has no unit, the other two lengths.
        """
        typed = text.strip()
        compact = typed.lower().replace("i̇", "i")
        compact = re.sub(r"^(\d+)\s*h\s*(\d{1,2})$", r"\1h \2min", compact)
        if compact == "0":
            return cls(0, Unit.MINUTES, calendar)
        if clock := re.fullmatch(r"(\d+):([0-5]\d)", compact):
            return cls(int(clock[1]) * 60 + int(clock[2]), Unit.MINUTES, calendar)
        parts = _DURATION_PART.findall(compact)
        if not parts or _DURATION_PART.sub("", compact).strip(" ,+"):
            hint = say("add a unit") if re.fullmatch(r"[\d.,\s]+", compact) else say("not understood")
            raise ParseError(
                say("“{typed}”: {hint}; write for example 4 h, 90 min or 2 wd (working days).", typed=typed, hint=hint)
            )
        total, units = Decimal(0), set()
        for figure, word in parts:
            unit, factor = _unit_of(typed, word.rstrip("."))
            total += Decimal(figure.replace(",", ".")) * factor
            units.add(unit)
        if len(units) > 1:
            raise ParseError(say("“{typed}” mixes working days with hours; choose one.", typed=typed))
        (unit,) = units
        if total != total.to_integral_value():
            what = say("working days") if unit is Unit.WORKING_DAYS else say("minutes")
            raise ParseError(say("“{typed}” is not a whole number of {what}.", typed=typed, what=what))
        if total > 10_000_000:
            raise ParseError(say("“{typed}” is longer than any agreement.", typed=typed))
        if unit is Unit.WORKING_DAYS and calendar is None:
            raise ParseError(
                say("“{typed}”: working days need a calendar; choose the hours in which they count.", typed=typed)
            )
        return cls(int(total), unit, calendar)

    def length(self) -> str:
        """The length without its clock, as people say it: 4 hours, 90 minutes, 2 working days."""
        if self.unit is Unit.WORKING_DAYS:
            return counted("{count} working day", "{count} working days", self.amount, count=self.amount)
        hours, minutes = divmod(self.amount, 60)
        if hours and not minutes:
            return _hours(hours)
        return joined(" ", [_hours(hours), _minutes(minutes)]) if hours > 2 else _minutes(self.amount)

    def short(self) -> str:
        """The length for narrow places and as it may be typed: 4 h, 90 min, 2 wd."""
        if self.unit is Unit.WORKING_DAYS:
            return say("{count} wd", count=self.amount)
        hours, minutes = divmod(self.amount, 60)
        if hours and not minutes:
            return say("{hours} h", hours=hours)
        if hours > 2:
            return say("{hours} h {minutes} min", hours=hours, minutes=minutes)
        return say("{minutes} min", minutes=self.amount)

    def against(self, other: Duration) -> int | None:
        """-1 when surely shorter than ``other`` whatever the start, 1 when surely longer, 0 when equal, None when it depends.

        A stretch of open minutes never takes less real time than as many elapsed minutes.
        """
        if self.unit is other.unit and self.calendar == other.calendar:
            return (self.amount > other.amount) - (self.amount < other.amount)
        if self.unit is other.unit is Unit.MINUTES:
            if self.calendar is None and self.amount <= other.amount:
                return -1
            if other.calendar is None and other.amount <= self.amount:
                return 1
        return None


@total_ordering
class ClockTime:
    """A local wall-clock time in whole minutes, 00:00 to 24:00 (midnight at the end of the day)."""

    __slots__ = ("minute",)
    minute: int
    pattern: ClassVar[str] = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$"

    def __init__(self, minute: int) -> None:
        if not 0 <= minute <= 1440:
            raise ValueError(f"{minute} is not a minute of the day")
        object.__setattr__(self, "minute", minute)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("ClockTime is frozen")

    def __reduce__(self) -> tuple[type[ClockTime], tuple[int]]:
        return ClockTime, (self.minute,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClockTime) and self.minute == other.minute

    def __lt__(self, other: ClockTime) -> bool:
        return self.minute < other.minute

    def __hash__(self) -> int:
        return hash((ClockTime, self.minute))

    def __repr__(self) -> str:
        return f"ClockTime.parse('{self}')"

    def __str__(self) -> str:
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}"

    @classmethod
    def parse(cls, text: str) -> ClockTime:
        """``9``, ``9:30``, ``09.30``, ``0930``, ``24:00``; ``ParseError`` otherwise."""
        found = re.fullmatch(r"(\d{1,2})(?:[:.h]?([0-5]\d))?", text.strip())
        if not found or int(found[1]) * 60 + int(found[2] or 0) > 1440:
            raise ParseError(say("“{text}” is not a time of day; write for example 09:30.", text=text.strip()))
        return cls(int(found[1]) * 60 + int(found[2] or 0))


TEXT_TYPES: tuple[type[Figure] | type[ClockTime], ...] = (Number, Percent, ClockTime)
"""The quantities that stand in JSON as text of their own pattern."""
