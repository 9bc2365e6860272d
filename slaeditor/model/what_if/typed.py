"""A moment as people type it."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slaeditor.model.clock.counting import Pause
from slaeditor.model.clock.local_time import LocalDays, instant_of
from slaeditor.model.errors import ParseError
from slaeditor.model.sentence import say

EARLIEST, LATEST = 1970, 2150
_SHAPE = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ,]+(\d{1,2}:\d{2}(?::\d{2})?) *(Z|[+-]\d{2}:?\d{2}|[A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)*)?"
)


def moment(text: str, zone: ZoneInfo) -> datetime:
    """``2027-02-26 16:40``, ``2027-02-26T16:40+03:00``, ``2027-02-26 16:40 Europe/Berlin``; without a zone it is one of ``zone``.

    A local time that is skipped is the first moment after the gap, one that comes twice its first reading.
    """
    found = _SHAPE.fullmatch(text.strip())
    if not found:
        raise _not_understood(text)
    day, time, where = found.groups()
    try:
        local = datetime.fromisoformat(f"{day} {time if time.index(':') == 2 else '0' + time}")
        if not EARLIEST <= local.year <= LATEST:
            raise ParseError(
                say("“{text}” lies too far away: years from {first} to {last}.", text=text.strip(), first=EARLIEST, last=LATEST)
            )  # fmt: skip
        if where and (where == "Z" or where[0] in "+-"):
            return datetime.fromisoformat(local.isoformat() + where).astimezone(zone)
        there = ZoneInfo(where) if where else zone
    except ParseError:
        raise
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise _not_understood(text) from error
    return instant_of(LocalDays(there).reading(local), there)


def pause(text: str, zone: ZoneInfo) -> Pause:
    """``2027-02-26 16:40/2027-02-27 09:00``; the end may be a time of the same day."""
    first, mark, second = text.partition("/")
    if not mark:
        first, mark, second = text.partition(" – ")
    if not mark:
        raise ParseError(
            say("“{text}” is no pause: write its start and its end with / between them.", text=text.strip())
        )
    start = moment(first, zone)
    if re.fullmatch(r"\s*\d{1,2}:\d{2}\s*", second):
        second = f"{start:%Y-%m-%d} {second.strip()}"
    end = moment(second, zone)
    if end <= start:
        raise ParseError(say("“{text}” is no pause: it ends before it begins.", text=text.strip()))
    return start, end


def _not_understood(text: str) -> ParseError:
    return ParseError(say("“{text}” is no moment; write for example 2027-02-26 16:40.", text=text.strip()))
