"""Moments and pauses as people type them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from slaeditor.model.errors import ParseError
from slaeditor.model.what_if import typed

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-02-26 16:40", "2027-02-26T16:40:00+01:00"),
        ("2027-02-26T16:40", "2027-02-26T16:40:00+01:00"),
        ("2027-02-26, 9:05", "2027-02-26T09:05:00+01:00"),
        ("2027-02-26 16:40:30", "2027-02-26T16:40:30+01:00"),
        ("2027-02-26 16:40Z", "2027-02-26T17:40:00+01:00"),
        ("2027-02-26T16:40+03:00", "2027-02-26T14:40:00+01:00"),
        ("2027-02-26 16:40 Europe/Istanbul", "2027-02-26T16:40:00+03:00"),
        ("2027-03-28 02:30", "2027-03-28T03:00:00+02:00"),
        ("2027-10-31 02:30", "2027-10-31T02:30:00+02:00"),
    ],
)
def test_a_moment_is_read_in_its_zone(text: str, expected: str) -> None:
    assert typed.moment(text, BERLIN).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2027-13-01 10:00",
        "2027-02-29 10:00",
        "2027-02-26",
        "2027-02-26 25:00",
        "2027-02-26 10:00 Nowhere/At",
    ],
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ParseError, match="2027-02-26 16:40"):
        typed.moment(text, BERLIN)


def test_a_moment_lies_within_reach() -> None:
    with pytest.raises(ParseError, match="1970 to 2150"):
        typed.moment("1900-01-01 00:00", BERLIN)


def test_a_pause_is_two_moments() -> None:
    start, end = typed.pause("2027-02-26 16:40/17:30", BERLIN)
    assert (start.isoformat(), end.isoformat()) == ("2027-02-26T16:40:00+01:00", "2027-02-26T17:30:00+01:00")
    assert typed.pause("2027-02-26 16:40 / 2027-02-27 09:00", BERLIN)[1].day == 27
    with pytest.raises(ParseError, match="ends before"):
        typed.pause("2027-02-26 16:40/16:40", BERLIN)
    with pytest.raises(ParseError, match="no pause"):
        typed.pause("2027-02-26 16:40", BERLIN)
